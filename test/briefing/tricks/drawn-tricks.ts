import { change, count, type DatasetSpec, defineDataset, median, rate, table } from "briefwright";
import { barSpec, type ChartRow } from "briefwright/charts";
import {
  absent,
  type Change,
  datasetSpec,
  type honest,
  honestCsv,
  limit,
  type Outcome,
  page,
  stopped,
  type Trick,
  tricksOf,
  warned,
} from "./trick.ts";

type Chart = NonNullable<(typeof honest)["spec"]["charts"]>[string];
type Data = Parameters<Chart["data"]>[0];

const ofForces = ({ offences }: Data): readonly ChartRow[] =>
  offences.where({ period: "2018/19", measure: "offences" });
export const chart = (change: Partial<Chart>, options = ""): Change => ({
  ...page(`{{chart "forces"${options}}}`),
  charts: { forces: { spec: barSpec({ x: "area", y: "offences" }), data: ofForces, ...change } },
});
const rows = (data: (context: Data) => readonly ChartRow[], spec: object = barSpec({ x: "area", y: "offences" })) =>
  chart({ data, spec });
export const style = (text: string, body = '<p class="a">{{claim "total"}}</p>'): Change => ({
  ...page(body),
  stylesheets: [{ file: "brand.css", text }],
});
const inStyle = stopped(/stylesheet|style attribute/);

const besideTotal = (place: RegExp): Outcome =>
  warned(new RegExp(`${place.source}.* beside the figure "274(?: offences)?" of the claim "total"`), "figure-affix");
const turnedTotal = warned(
  /turns characters round, among them the figure "274 offences" of the claim "total"/,
  "figure-affix",
);
const hiddenOfTotal = warned(
  /hides the first letter of the figure "274 offences" of the claim "total"/,
  "figure-affix",
);
const beside = '<p>{{claim "total"}}<i class="b"></i></p>';
export const area = { field: "area", type: "nominal" };
export const n = { field: "offences", type: "quantitative" };
const r = { field: "rate", type: "quantitative" };
export const bars = { mark: "bar", encoding: { x: area, y: n } };
export const drawn = (spec: object, change: Partial<Chart> = {}): Change => chart({ spec, ...change });
export const label = (text: object, more: object = {}) =>
  drawn({ encoding: { x: area, y: n }, layer: [{ mark: "bar" }, { mark: "text", encoding: { text } }], ...more });
/** A label by a formula. */
const labelled = (calculate: string) =>
  label({ field: "said", type: "nominal" }, { transform: [{ calculate, as: "said" }] });
const rates = (spec: object) =>
  drawn(spec, { data: ({ offences }) => offences.where({ period: "2018/19", measure: "rate" }) });
export const inChart = stopped(/"id":"forces"/);
export const inMark = stopped(/"id":"forces"/, "untraced-mark");
const besideDrawn = (what: RegExp) => warned(new RegExp(`${what.source}.*"id":"forces"`, "u"), "figure-affix");
const unitsInCharts = "a unit that a chart's author types";
export const svg = (body: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50">${body}</svg>`)}`;
const exchange: Readonly<Record<string, string>> = { Kent: "Essex", Essex: "Kent" };
const misplaced = stopped(/"id":"forces"/, "misplaced-figure");

const forces = (
  { offences }: Data,
  change: Partial<Parameters<typeof table>[0]> = {},
  area: (id: string) => string = (id) => id,
) => ({
  t: table({
    caption: "Offences by force",
    rowHeader: "Force",
    rows: offences.categories("area"),
    columns: {
      now: {
        header: "Latest",
        cell: ({ id }) => count(offences, { area: area(id), period: "latest", measure: "offences" }),
      },
    },
    ...change,
  }),
});
const tabled = (tables: (context: Data) => ReturnType<typeof forces>): Change => ({
  ...page('{{table "t"}}'),
  tables,
});
const misplacedInTable = stopped(/"id":"t"/, "misplaced-figure");

const dataset = (change: Partial<DatasetSpec>, body: string, csv?: string): Change => ({
  ...page(body),
  datasets: { offences: defineDataset({ ...datasetSpec, ...change }) },
  ...(csv !== undefined && { csv }),
});
const [measure] = [datasetSpec.measures.offences!];
const force = datasetSpec.dimensions.area!;
const home = datasetSpec.sources.home!;
const cited = '<p>{{claim "total"}}{{note "total"}}</p>{{notes}}{{sources}}';
const areas = (labels: Readonly<Record<string, string>>) => ({
  ...datasetSpec.dimensions,
  area: {
    role: "area" as const,
    label: "Police force",
    plural: "police forces",
    categories: ["all", "kent", "essex", "surrey"].map((id) => ({
      id,
      label: labels[id] ?? { all: "All forces", kent: "Kent", essex: "Essex", surrey: "Surrey" }[id] ?? id,
      ...(id !== "all" && { parent: "all" }),
    })),
  },
});

export const drawnTricks: readonly Trick[] = [
  ...tricksOf("figures that CSS writes", [
    ["before", style('.a::before{content:"140"}'), inStyle],
    ["after", style('.a::after{content:"+140%"}'), inStyle],
    ["in place of an element", style('.a{content:"140"}'), inStyle],
    ["as a marker", style('li::marker{content:"140"}'), inStyle],
    ["as the string of a list", style('ul{list-style-type:"140"}'), inStyle],
    ["as quotes", style('q{quotes:"140" "9"}'), inStyle],
    ["in a custom property", style(':root{--x:"140"}.a::before{content:var(--x)}'), inStyle],
    ["as a fallback", style('.a::before{content:var(--none,"140")}'), inStyle],
    ["by escapes", style('.a::before{content:"\\31\\34\\30"}'), inStyle],
    ["in another script", style('.a::before{content:"١٤٠"}'), inStyle],
    ["from an attribute", style(".a::before{content:attr(id)}"), inStyle],
    ["in a margin box", style('@page{@top-left{content:"140"}}'), inStyle],
    ["in a media query", style('@media print{.a::before{content:"140"}}'), inStyle],
    ["in a supports rule", style('@supports (color:red){.a::before{content:"140"}}'), inStyle],
    ["in a layer", style('@layer x{.a::before{content:"140"}}'), inStyle],
    ["in a nested rule", style('.a{.b &::before{content:"140"}}'), inStyle],
    ["as a string that is set", style('h1{string-set:x "140"}'), inStyle],
    ["as an image with text", style(`.a::before{content:url("${svg("<text>140</text>")}")}`), inStyle],
    ["as a background with text", style(`.a{background:url("${svg("<text>140</text>")}")}`), inStyle],
    ["as the symbols of a counter", style('@counter-style x{system:cyclic;symbols:"140"}'), inStyle],
    ["as a counter's suffix", style('@counter-style x{system:extends decimal;suffix:"140"}'), inStyle],
    ["in words", style('.a::after{content:" and twelve offences"}'), warned(/twelve/)],
    ["in words that are the number alone", style('.a::before{content:"forty "}'), warned(/"forty ".*"total"/)],
    ["in words in a media query", style('@media print{.a::after{content:" doubled"}}'), warned(/doubled.*brand.css/)],
    ["in words in a nested rule", style('p{.b &, &.a{&::after{content:" doubled"}}}'), warned(/doubled/)],
    ["in words in a container", style('@container (width>1px){.a::before{content:"fifty "}}'), warned(/fifty/)],
    [
      "in words in a layer in a supports rule",
      style('@supports (color:red){@layer x{.a::before{content:"a third of "}}}'),
      warned(/a third/),
    ],
    ["in words by a custom property", style(':root{--x:"forty "}.a::before{content:var(--x)}'), warned(/forty/)],
    ["in words by a fallback", style('.a::before{content:var(--none,"forty ")}'), warned(/forty/)],
    ["in words of two strings", style('.a::before{content:"for" "ty "}'), warned(/forty/)],
    [
      "in words that go on in the text",
      style('.a::before{content:"for"}', "<p class='a'>ty offences</p>"),
      warned(/forty/),
    ],
    ["in words of a marker", style('li::marker{content:"seven "}', "<ul><li>x</li></ul>"), warned(/seven/)],
    ["in words of a margin box", style('@page{@top-left{content:"forty offences"}}'), warned(/@top-left.*forty/)],
    ["in words of quotes", style('q{quotes:"twelve " ""}', "<p><q>x</q></p>"), warned(/twelve/)],
    [
      "in words that count nothing",
      style('.a::after{content:" and twelve ways"}'),
      limit("misses some rather than take an idiom for a figure"),
    ],
  ]),
  ...tricksOf("counters that CSS sets", [
    ["reset", style(".a{counter-reset:x 139}.a::before{counter-increment:x;content:counter(x)}"), inStyle],
    ["incremented", style(".a{counter-increment:x 140}.a::before{content:counter(x)}"), inStyle],
    ["set", style(".a{counter-set:x 140}.a::before{content:counter(x)}"), inStyle],
    ["by a variable", style(":root{--n:140}.a{counter-reset:x var(--n)}.a::before{content:counter(x)}"), inStyle],
    ["by a calculation", style(".a{counter-reset:x calc(2*70)}.a::before{content:counter(x)}"), inStyle],
    ["in a style attribute", page('<p style="counter-reset:x 140">x</p>'), stopped(/style/)],
  ]),
  ...tricksOf("CSS that changes a traced figure", [
    ["a million after it", style('data::after{content:" million"}'), warned(/million/, "figure-affix")],
    ["a per cent after it", style('data::after{content:"%"}'), warned(/"%"/, "figure-affix")],
    ["a minus before it", style('data::before{content:"−"}'), warned(/"−"/, "figure-affix")],
    ["pounds before it", style('data::before{content:"£"}'), warned(/"£"/, "figure-affix")],
    ["a million in a nested rule", style('.a{data::after{content:" million"}}'), besideTotal(/\.a data::after/)],
    [
      "a million in every conditional rule",
      style('@media all{@supports (color:red){@layer x{@container (width>1px){data::after{content:" million"}}}}}'),
      besideTotal(/data::after/),
    ],
    [
      "a million by a custom property",
      style(':root{--u:" million"}data::after{content:var(--u)}'),
      besideTotal(/data::after/),
    ],
    [
      "a million in the second theme",
      style(':root{--u:""}.d{--u:" million"}data::after{content:var(--u)}'),
      besideTotal(/million/),
    ],
    ["a million before what follows", style('.b::before{content:" million"}', beside), besideTotal(/\.b::before/)],
    [
      "half of, after what stands before",
      style('.c::after{content:"half of "}', '<p><i class=c></i>{{claim "total"}}</p>'),
      besideTotal(/half of/),
    ],
    [
      "a part of a word",
      style('data::after{content:" mil"}', '<p>{{value "total"}}<i>lion offences</i></p>'),
      besideTotal(/ mil/),
    ],
    [
      "a counter after it",
      style("data::after{content:counter(x)}", '<p>{{value "total"}}</p>'),
      besideTotal(/data::after/),
    ],
    ["a counter and a space before it", style('data::before{content:counter(x) " "}'), besideTotal(/data::before/)],
    [
      "a minus as a marker",
      style('li::marker{content:"−"}', '<ul><li>{{claim "total"}}</li></ul>'),
      besideTotal(/li::marker/),
    ],
    [
      "a minus as the type of a list",
      style('ul{list-style-type:"−"}', '<ul>{{claim "total"}}</ul>'),
      besideTotal(/ul/),
    ],
    ["a minus as a quotation mark", style('q{quotes:"−" ""}', '<p><q>{{claim "total"}}</q></p>'), besideTotal(/q/)],
    [
      "another unit after it",
      style('data::after{content:" children"}', '<p>{{value "total"}}</p>'),
      besideTotal(/children/),
    ],
    [
      "a million while a pointer is over it",
      style('data:hover::after{content:" million"}'),
      besideTotal(/data:hover::after/),
    ],
    [
      "a million for an element by its place",
      style('body > p:nth-of-type(1) > data::after{content:" million"}'),
      besideTotal(/million/),
    ],
    ["turned by bidi", style("data{direction:rtl;unicode-bidi:bidi-override}"), turnedTotal],
    [
      "turned by bidi in a style attribute",
      page('<p style="unicode-bidi:bidi-override">{{claim "total"}}</p>'),
      turnedTotal,
    ],
    ["turned by bdo", page('<p><bdo dir="rtl">{{claim "total"}}</bdo></p>'), turnedTotal],
    ["without its first digit", style("data{display:inline-block}data::first-letter{font-size:0}"), hiddenOfTotal],
    ["without the first digit of a paragraph", style(".a::first-letter{color:transparent}"), hiddenOfTotal],
    ["with a first digit of a tenth of a pixel", style(".a::first-letter{font:.1px/1 serif}"), hiddenOfTotal],
    [
      "mirrored",
      style("data{display:inline-block;transform:scaleX(-1)}"),
      warned(/turns or mirrors the figure/, "figure-affix"),
    ],
    [
      "in another order",
      style(".a{display:flex;flex-direction:row-reverse}"),
      limit("rules of a stylesheet that move, mirror or cover"),
    ],
    ["left out", style("data{display:none}"), limit("rules of a stylesheet that move, mirror or cover")],
  ]),
  ...tricksOf("rows with figures of others", [
    [
      "swapped between areas",
      rows((c) => ofForces(c).map((row) => ({ ...row, area: exchange[String(row.area)] ?? String(row.area) }))),
      misplaced,
    ],
    [
      "relabelled to another year",
      rows((c) => ofForces(c).map((row) => ({ ...row, period: "2017/18" })), barSpec({ x: "area", y: "offences" })),
      misplaced,
    ],
    [
      "ids and labels exchanged",
      rows((c) => ofForces(c).map((row) => ({ ...row, area: row.area === "Kent" ? "essex" : String(row.area) }))),
      misplaced,
    ],
    [
      "a part for the whole",
      rows((c) => ofForces(c).map((row) => ({ ...row, area: row.area === "Kent" ? "All forces" : String(row.area) }))),
      misplaced,
    ],
    [
      "a figure() of another area",
      rows(({ offences, figure }) => [
        { area: "Kent", offences: figure(count(offences, { area: "essex", period: "2018/19", measure: "offences" })) },
      ]),
      misplaced,
    ],
    [
      "a median for an area",
      rows(({ offences, figure }) => [
        { area: "Kent", offences: figure(median(offences, { period: "2018/19", measure: "offences", among: "area" })) },
      ]),
      misplaced,
    ],
    [
      "pivoted under the wrong years",
      rows(
        ({ offences }) =>
          ["Kent", "Essex"].map((area) => {
            const [a, b] = offences.where({ area, measure: "offences" });
            return { area, "2017/18": b?.offences ?? null, "2018/19": a?.offences ?? null };
          }),
        {
          transform: [{ fold: ["2017/18", "2018/19"] }],
          mark: "bar",
          encoding: { x: area, y: { field: "value", type: "quantitative" }, color: { field: "key" } },
        },
      ),
      misplaced,
    ],
    [
      "pivoted under the wrong areas",
      rows(
        ({ offences }) => [
          {
            period: "2018/19",
            kent: offences.where({ area: "essex", period: "2018/19", measure: "offences" })[0]?.offences ?? null,
            essex: offences.where({ area: "kent", period: "2018/19", measure: "offences" })[0]?.offences ?? null,
          },
        ],
        {
          transform: [{ fold: ["kent", "essex"] }],
          mark: "bar",
          encoding: { x: { field: "key" }, y: { field: "value", type: "quantitative" } },
        },
      ),
      misplaced,
    ],
    [
      "dates exchanged",
      rows(({ offences }) =>
        offences
          .where({ area: "kent", measure: "offences" })
          .map((row) => ({ ...row, periodStart: row.period === "2018/19" ? "2017-04-01" : "2018-04-01" })),
      ),
      misplaced,
    ],
    [
      "a rate for a count",
      rows(({ offences }) =>
        offences
          .where({ period: "2018/19", measure: "rate" })
          .map(({ area, rate }) => ({ area: area ?? null, offences: rate ?? null })),
      ),
      misplaced,
    ],
    [
      "a name that no dataset has",
      rows((c) => ofForces(c).map((row) => ({ ...row, area: `The ${row.area}` }))),
      misplaced,
    ],
  ]),
  ...tricksOf("rows with figures of nobody", [
    ["scaled", rows((c) => ofForces(c).map((row) => ({ ...row, offences: Number(row.offences) * 10 }))), inChart],
    [
      "rounded",
      rows((c) => ofForces(c).map((row) => ({ ...row, offences: Math.round(Number(row.offences) / 100) * 100 }))),
      inChart,
    ],
    ["negated", rows((c) => ofForces(c).map((row) => ({ ...row, offences: -Number(row.offences) }))), inChart],
    ["added", rows((c) => [...ofForces(c), { area: "Surrey", offences: 140 }]), inChart],
    [
      "added for a gap",
      rows((c) => ofForces(c).map((row) => ({ ...row, offences: row.area === "Kent" ? 0 : (row.offences ?? null) }))),
      inChart,
    ],
    [
      "a ratio worked out",
      rows(({ offences }) =>
        offences
          .where({ area: "kent", measure: "offences" })
          .map((row) => ({ ...row, offences: Number(row.offences) / 114 })),
      ),
      inChart,
    ],
    ["as a text", rows((c) => ofForces(c).map((row) => ({ ...row, said: "140" }))), inChart],
    ["in a name", rows((c) => ofForces(c).map((row) => ({ ...row, area: `${row.area} (140)` }))), inChart],
    ["said in a name", rows((c) => ofForces(c).map((row) => ({ ...row, area: `${row.area} doubled` }))), misplaced],
  ]),
  ...tricksOf("a choice of rows", [
    [
      "the lowest left out",
      rows((c) => ofForces(c).filter(({ area }) => area !== "Surrey")),
      limit("which figures are shown"),
    ],
    [
      "the years left out",
      rows(
        ({ offences }) => offences.where({ area: "kent", period: "2018/19", measure: "offences" }),
        barSpec({ x: "period", y: "offences" }),
      ),
      limit("which figures are shown"),
    ],
    [
      "another row highlighted",
      rows((c) => ofForces(c).map((row) => ({ ...row, highlight: row.area === "Surrey" }))),
      limit("which figures are shown"),
    ],
    ["a row twice", rows((c) => [...ofForces(c), ...ofForces(c)]), stopped(/no room/, "chart-crowded")],
    [
      "years in another order",
      drawn(
        { mark: "bar", encoding: { x: { field: "period", type: "ordinal", sort: "descending" }, y: n } },
        { data: ({ offences }) => offences.where({ area: "kent", measure: "offences" }) },
      ),
      limit("which figures are shown"),
    ],
  ]),
  ...tricksOf("tables out of step", [
    [
      "rows relabelled",
      tabled((c) =>
        forces(c, {
          rows: [
            { id: "kent", label: "Essex" },
            { id: "essex", label: "Kent" },
          ],
        }),
      ),
      misplacedInTable,
    ],
    [
      "shifted by one",
      tabled((c) => forces(c, {}, (id) => ({ kent: "essex", essex: "surrey", surrey: "kent" })[id] ?? id)),
      misplacedInTable,
    ],
    ["one area in all rows", tabled((c) => forces(c, {}, () => "kent")), misplacedInTable],
    [
      "a column of another year",
      tabled((c) =>
        forces(c, {
          columns: {
            now: {
              header: "2017/18",
              cell: ({ id }) => count(c.offences, { area: id, period: "2018/19", measure: "offences" }),
            },
          },
        }),
      ),
      misplacedInTable,
    ],
    [
      "columns exchanged",
      tabled((c) =>
        forces(c, {
          columns: {
            a: {
              header: "2017/18",
              cell: ({ id }) => count(c.offences, { area: id, period: "2018/19", measure: "offences" }),
            },
            b: {
              header: "2018/19",
              cell: ({ id }) => count(c.offences, { area: id, period: "2017/18", measure: "offences" }),
            },
          },
        }),
      ),
      misplacedInTable,
    ],
    [
      "a period as a heading of others",
      tabled((c) =>
        forces(c, {
          columns: {
            now: {
              header: c.offences.periods()[0] ?? "",
              cell: ({ id }) => count(c.offences, { area: id, period: "2018/19", measure: "offences" }),
            },
          },
        }),
      ),
      misplacedInTable,
    ],
    [
      "a column under an area",
      tabled((c) =>
        forces(c, {
          rows: c.offences.periods(),
          columns: {
            essex: {
              header: "Essex",
              cell: ({ id }) => count(c.offences, { area: "kent", period: id, measure: "offences" }),
            },
          },
        }),
      ),
      misplacedInTable,
    ],
    [
      "rows of other years",
      tabled((c) =>
        forces(c, {
          rows: c.offences.periods(),
          columns: {
            n: {
              header: "Offences",
              cell: ({ id }) =>
                count(c.offences, {
                  area: "kent",
                  period: id === "2017/18" ? "2018/19" : "2017/18",
                  measure: "offences",
                }),
            },
          },
        }),
      ),
      misplacedInTable,
    ],
    [
      "a rate under Offences",
      tabled((c) =>
        forces(c, {
          columns: {
            n: {
              header: "Offences",
              cell: ({ id }) => rate(c.offences, { area: id, period: "latest", measure: "rate" }),
            },
          },
        }),
      ),
      limit("the words of a heading"),
    ],
    [
      "a fall under Rise",
      tabled((c) =>
        forces(c, {
          columns: {
            n: {
              header: "Fall",
              cell: ({ id }) => change(c.offences, { area: id, from: "2017/18", to: "2018/19", measure: "offences" }),
            },
          },
        }),
      ),
      limit("the words of a heading"),
    ],
    ["highlighted elsewhere", tabled((c) => forces(c, { highlight: "surrey" })), limit("which figures are shown")],
    [
      "sorted by what is not said",
      tabled((c) => forces(c, { sort: { by: "now", order: "ascending" } })),
      limit("which figures are shown"),
    ],
  ]),
  ...tricksOf("figures in the words of a table", [
    ["its caption", tabled((c) => forces(c, { caption: "Up by 140" })), stopped(/140/)],
    ["its first heading", tabled((c) => forces(c, { rowHeader: "140 forces" })), stopped(/140/)],
    [
      "a column's heading",
      tabled((c) =>
        forces(c, {
          columns: {
            n: {
              header: "140 offences",
              cell: ({ id }) => count(c.offences, { area: id, period: "latest", measure: "offences" }),
            },
          },
        }),
      ),
      stopped(/140/),
    ],
    ["a row's label", tabled((c) => forces(c, { rows: [{ id: "kent", label: "Kent, up 140" }] })), stopped(/140/)],
    [
      "a row's label in words",
      tabled((c) => forces(c, { rows: [{ id: "kent", label: "Kent, doubled" }] })),
      warned(/doubled/),
    ],
    [
      "a caption of the template",
      { ...page('{{table "t" caption="140 more"}}'), tables: (c) => forces(c) },
      stopped(/140/),
    ],
  ]),
  ...tricksOf("figures in the words of a chart", [
    ["an alt text", chart({ alt: () => "Up by 140" }), inChart],
    ["a long description", chart({ longDescription: () => "Up by 140" }), inChart],
    ["an alt text of the template", chart({}, ' alt="Up by 140"'), stopped(/140/)],
    ["a description of the template", chart({}, ' description="Up by 140"'), stopped(/140/)],
    ["a caption", chart({}, ' caption="Up by 140"'), stopped(/140/)],
    ["a caption in words", chart({}, ' caption="Twelve offences"'), warned(/Twelve/)],
    ["an alt text in words", chart({ alt: () => "Offences doubled" }), warned(/doubled/)],
    [
      "a declared literal",
      chart({ alt: () => "Up by 140", literals: ["140"] }),
      limit("a literal is taken at its author's word"),
    ],
  ]),
  ...tricksOf("figures in words in a chart", [
    ["its subtitle", drawn({ ...bars, title: { text: "x", subtitle: "a third of cases" } }), warned(/a third/)],
    [
      "the title of an axis",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { title: "Twice as many offences" } } } }),
      warned(/Twice as many/),
    ],
    [
      "the title of a field that no axis shows",
      chart({ spec: barSpec({ x: "area", y: "offences", yTitle: "Forty more offences" }) }),
      warned(/Forty/),
    ],
    ["a text by expression", label({ value: "forty offences" }), warned(/forty/)],
    ["its caption", chart({}, ' caption="Offences doubled"'), warned(/doubled/)],
    ["its alt text", chart({ alt: () => "Offences doubled" }), warned(/doubled/)],
    ["its long description", chart({ longDescription: () => "A third of cases" }), warned(/A third/)],
  ]),
  ...tricksOf("an alt text with figures of others", [
    ["of another area", chart({ alt: () => "Kent had 390." }), misplaced],
    ["exchanged", chart({ alt: () => "Kent had 390, Essex 274." }), misplaced],
    [
      "of another year",
      chart({
        data: ({ offences }) => offences.where({ area: "kent", measure: "offences" }),
        spec: barSpec({ x: "period", y: "offences" }),
        alt: () => "Kent had 114 in 2018/19.",
      }),
      misplaced,
    ],
    ["in the long description", chart({ longDescription: () => "Kent had 390." }), misplaced],
    ["with another unit", chart({ alt: () => "Kent had 274 million." }), limit(unitsInCharts)],
    ["as a percentage", chart({ alt: () => "Kent had 274%." }), limit(unitsInCharts)],
    [
      "with a false verb",
      chart({ alt: () => "Kent fell to 274." }),
      limit("what the sentence around a traced figure says"),
    ],
  ]),
  ...tricksOf("formats of values that change them", [
    ["times ten", chart({ formatValue: (value) => String(value * 10) }), inChart],
    ["a tenth", chart({ formatValue: (value) => String(value / 10) }), inChart],
    ["a constant", chart({ formatValue: () => "140" }), inChart],
    ["a percentage", chart({ formatValue: (value) => `${value}%` }), inChart],
    ["pounds", chart({ formatValue: (value) => `£${value}` }), inChart],
    ["a million", chart({ formatValue: (value) => `${value} million` }), limit(unitsInCharts)],
    ["one digit", chart({ formatValue: (value) => String(Number(value.toPrecision(1))) }), inChart],
    ["negative", chart({ formatValue: (value) => `−${value}` }), inChart],
    ["words", chart({ formatValue: () => "many" }), limit(unitsInCharts)],
  ]),
  ...tricksOf("labels by expression", [
    [
      "of an axis",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { labelExpr: "datum.value * 10" } } } }),
      inChart,
    ],
    [
      "of an axis, added",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { labelExpr: "datum.label + '0'" } } } }),
      inChart,
    ],
    [
      "of categories",
      drawn({ mark: "bar", encoding: { x: { ...area, axis: { labelExpr: "datum.label + ' 140'" } }, y: n } }),
      inChart,
    ],
    [
      "of categories, exchanged",
      drawn({
        mark: "bar",
        encoding: {
          x: {
            ...area,
            axis: { labelExpr: "datum.label == 'Kent' ? 'Essex' : datum.label == 'Essex' ? 'Kent' : datum.label" },
          },
          y: n,
        },
      }),
      inChart,
    ],
    [
      "of a legend",
      drawn({ mark: "rect", encoding: { x: area, color: { ...n, legend: { labelExpr: "datum.value * 10" } } } }),
      inChart,
    ],
    [
      "of a legend, exchanged",
      drawn({
        mark: "bar",
        encoding: {
          x: area,
          y: n,
          color: {
            ...area,
            legend: { labelExpr: "datum.label == 'Kent' ? 'Essex' : datum.label == 'Essex' ? 'Kent' : datum.label" },
          },
        },
      }),
      inChart,
    ],
    [
      "of small charts",
      drawn({
        mark: "bar",
        encoding: { row: { ...area, header: { labelExpr: "datum.label + ' 140'" } }, x: { field: "period" }, y: n },
      }),
      absent("Kent 140"),
    ],
    [
      "that say a unit",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { labelExpr: "datum.label + ' million'" } } } }),
      besideDrawn(/million/),
    ],
    [
      "that say a percentage",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { labelExpr: "datum.label + '%'" } } } }),
      inChart,
    ],
  ]),
  ...tricksOf("texts of a spec", [
    ["a title", drawn({ ...bars, title: "Up by 140" }), inChart],
    ["a subtitle", drawn({ ...bars, title: { text: "x", subtitle: "140" } }), inChart],
    ["a title by expression", drawn({ ...bars, title: { text: { expr: "'Up ' + 70 * 2" } } }), inChart],
    ["a title in words", drawn({ ...bars, title: "Offences doubled" }), warned(/doubled.*"id":"forces"/)],
    ["an axis title", drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { title: "of 140" } } } }), inChart],
    [
      "an axis title of another unit",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, title: "Offences (thousands)" } } }),
      besideDrawn(/thousands/),
    ],
    [
      "a legend title",
      drawn({ mark: "bar", encoding: { x: area, y: n, color: { ...area, legend: { title: "140" } } } }),
      inChart,
    ],
    ["a text mark", drawn({ layer: [bars, { mark: { type: "text", text: "140" } }] }), inChart],
    ["a text value", label({ value: "140" }), inChart],
    ["a text datum", label({ datum: 140 }), inChart],
    [
      "a text expression",
      drawn({
        encoding: { x: area, y: n },
        layer: [{ mark: "bar" }, { mark: { type: "text", text: { expr: "'' + datum.offences * 10" } } }],
      }),
      inChart,
    ],
    ["a condition", label({ ...n, condition: { test: "true", value: "140" } }), inChart],
    [
      "a parameter",
      drawn({ params: [{ name: "p", value: 140 }], layer: [bars, { mark: { type: "text", text: { expr: "p" } } }] }),
      inChart,
    ],
    ["the description of the spec", drawn({ ...bars, description: "Up by 140" }), limit("the description of a spec")],
    [
      "a unit after a label",
      drawn({
        encoding: { x: area, y: n },
        layer: [{ mark: "bar" }, { mark: { type: "text", text: { expr: "datum.offences + ' million'" } } }],
      }),
      besideDrawn(/million/),
    ],
    [
      "a minus before a label",
      drawn({
        encoding: { x: area, y: n },
        layer: [{ mark: "bar" }, { mark: { type: "text", text: { expr: "'−' + datum.offences" } } }],
      }),
      inChart,
    ],
    [
      "two labels exchanged",
      drawn({
        encoding: { x: area, y: n },
        layer: [{ mark: "bar" }, { mark: { type: "text", text: { expr: "datum.area == 'Kent' ? '390' : '274'" } } }],
      }),
      inChart,
    ],
    [
      "a literal of the chart",
      drawn({ ...bars, title: "Up by 140" }, { literals: ["140"] }),
      limit("a literal is taken at its author's word"),
    ],
  ]),
  ...tricksOf("units that guides say", [
    ...(
      [
        ["a currency behind a tick", "datum.label + ' £'", besideDrawn(/£/)],
        ["a minus in words", "'minus ' + datum.label", besideDrawn(/minus/)],
        ["a dash for a minus", "'–' + datum.label", besideDrawn(/–/)],
        ["another unit", "datum.label + ' children'", besideDrawn(/children/)],
        ["thousands of the thousand", "datum.label + ' thousand'", besideDrawn(/thousand/)],
        ["a unit of time", "datum.label + ' a day'", besideDrawn(/a day/)],
        ["a plus", "'+' + datum.label", besideDrawn(/\+/)],
      ] as const
    ).map(
      ([name, labelExpr, outcome]) =>
        [name, drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { labelExpr } } } }), outcome] as const,
    ),
    [
      "per cent of a legend of colours",
      drawn({ mark: "rect", encoding: { x: area, color: { ...n, legend: { labelExpr: "datum.label + '%'" } } } }),
      inChart,
    ],
    [
      "millions of a legend of sizes",
      drawn({
        mark: "point",
        encoding: { x: area, size: { ...n, legend: { labelExpr: "datum.label + ' million'" } } },
      }),
      besideDrawn(/million/),
    ],
    [
      "per cent of a stack of counts",
      drawn({ mark: "bar", encoding: { y: { ...n, axis: { format: ".0%" } }, color: area } }),
      inChart,
    ],
    [
      "labels beside their ticks",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { labelOffset: 40 } } } }),
      inMark,
    ],
    [
      "an axis beside its plot",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { translate: 40 } } } }),
      inMark,
    ],
  ]),
  ...tricksOf("titles of other figures", [
    ...(
      [
        ["per cent", "Offences (%)", /%/],
        ["percentages in words", "Percentage of offences", /Percentage/],
        ["a currency", "Offences (£)", /£/],
        ["millions", "Offences, in millions", /millions/],
        ["a short million", "Offences (m)", /m/],
        ["another unit", "Children", /children/],
        ["another measure", "Rate", /Rate/],
        ["another measure among words", "Rate by force", /Rate/],
      ] as const
    ).map(
      ([name, title, what]) =>
        [name, drawn({ mark: "bar", encoding: { x: area, y: { ...n, title } } }), besideDrawn(what)] as const,
    ),
    [
      "of a legend",
      drawn({ mark: "rect", encoding: { x: area, color: { ...n, title: "Offences (millions)" } } }),
      besideDrawn(/millions/),
    ],
    ["of a chart", drawn({ ...bars, title: "Offences in millions" }), besideDrawn(/millions/)],
    ["of a subtitle", drawn({ ...bars, title: { text: "Offences", subtitle: "Per cent" } }), besideDrawn(/Per cent/)],
    ["of a chart, another measure", drawn({ ...bars, title: "Rate in each force" }), besideDrawn(/Rate/)],
    [
      "in a text of the picture",
      drawn({ layer: [bars, { mark: { type: "text", text: "millions" } }] }),
      besideDrawn(/millions/),
    ],
    [
      "of an axis of rates",
      rates({ mark: "bar", encoding: { x: area, y: { ...r, title: "Offences" } } }),
      besideDrawn(/Offences/),
    ],
  ]),
  ...tricksOf("sums of what does not add up", [
    ["areas of rates", rates({ mark: "area", encoding: { x: { field: "period" }, y: r, color: area } }), inMark],
    [
      "a stack from the middle",
      rates({ mark: "bar", encoding: { y: { ...r, stack: "center" }, color: area } }),
      inMark,
    ],
    ["shares of rates", rates({ mark: "bar", encoding: { y: { ...r, stack: "normalize" }, color: area } }), inMark],
    [
      "bars that end at a clamp",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, scale: { domain: [0, 100], clamp: true } } } }),
      inMark,
    ],
    [
      "points at a clamp",
      drawn({ mark: "point", encoding: { x: area, y: { ...n, scale: { domain: [0, 100], clamp: true } } } }),
      inMark,
    ],
    [
      "a circle gone round twice",
      drawn({ mark: "arc", encoding: { theta: { ...n, scale: { domain: [0, 600] } }, color: area } }),
      inMark,
    ],
    [
      "sizes on a power",
      drawn({ mark: "point", encoding: { x: area, size: { ...n, scale: { type: "pow", exponent: 3 } } } }),
      inMark,
    ],
  ]),
  ...tricksOf("formats of a spec", [
    ["a percentage of a count", label({ ...n, format: ".0%" }), inChart],
    ["a currency", label({ ...n, format: "$.0f" }), inChart],
    ["one digit", label({ ...n, format: ".1s" }), inChart],
    ["an exponent", label({ ...n, format: ".0e" }), inChart],
    ["hexadecimal", label({ ...n, format: "x" }), inChart],
    ["a sign", label({ ...n, format: "+d" }), besideDrawn(/\+/)],
    ["thousandths", labelled("datum.offences + '‰'"), inChart],
    ["a square", labelled("datum.offences + '²'"), inChart],
    ["a half more", labelled("datum.offences + '½'"), inChart],
    ["a half before it", labelled("'½' + datum.offences"), inChart],
    ["zeros apart by a thin space", labelled("datum.offences + '\u2009000'"), inChart],
    ["its half, written out", labelled("datum.offences + ' / 2'"), inChart],
    ["one in so many", labelled("'1 in ' + datum.offences"), inChart],
    ["a format for all", label(n, { config: { numberFormat: ".1s" } }), inChart],
    [
      "a percentage on an axis",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { format: ".0%" } } } }),
      inChart,
    ],
    [
      "a currency on an axis",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: { format: "$.0f" } } } }),
      inChart,
    ],
    [
      "a locale",
      label(
        { ...n, format: "$,.1f" },
        { config: { locale: { number: { decimal: ",", thousands: ".", grouping: [3], currency: ["", "0"] } } } },
      ),
      inChart,
    ],
    [
      "a rate without decimals",
      rates({ layer: [{ mark: "text", encoding: { x: area, text: { ...r, format: ".0f" } } }] }),
      inChart,
    ],
    [
      "a date with figures",
      drawn(
        {
          mark: "line",
          encoding: { x: { field: "periodStart", type: "temporal", axis: { format: "%Y (140)" } }, y: n },
        },
        { data: ({ offences }) => offences.where({ area: "kent", measure: "offences" }) },
      ),
      inChart,
    ],
  ]),
  ...tricksOf("scales that lie", [
    [
      "bars not from zero",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, scale: { zero: false, domain: [80, 400] } } } }),
      inMark,
    ],
    [
      "a domain not from zero, hidden axis",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, axis: null, scale: { domain: [80, 400] } } } }),
      inMark,
    ],
    [
      "bars cut off",
      drawn({ mark: { type: "bar", clip: true }, encoding: { x: area, y: { ...n, scale: { domain: [0, 200] } } } }),
      inMark,
    ],
    [
      "bars clamped",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, scale: { domain: [0, 200], clamp: true } } } }),
      inMark,
    ],
    ["bars upside down", drawn({ mark: "bar", encoding: { x: area, y: { ...n, scale: { reverse: true } } } }), inMark],
    [
      "a logarithm",
      drawn({
        mark: "bar",
        encoding: { x: area, y: { ...n, scale: { type: "log", domain: [1, 500] } }, y2: { datum: 1 } },
      }),
      inMark,
    ],
    ["a root", drawn({ mark: "bar", encoding: { x: area, y: { ...n, scale: { type: "sqrt" } } } }), inMark],
    [
      "a power",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, scale: { type: "pow", exponent: 3 } } } }),
      inMark,
    ],
    [
      "a symmetric logarithm",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, scale: { type: "symlog" } } } }),
      inMark,
    ],
    [
      "pieces of unlike breadth",
      drawn({ mark: "bar", encoding: { x: area, y: { ...n, scale: { domain: [0, 100, 400], range: [200, 20, 0] } } } }),
      inMark,
    ],
    ["a bar from elsewhere", drawn({ mark: "bar", encoding: { x: area, y: n, y2: { datum: 50 } } }), inMark],
    [
      "a line not from zero",
      drawn({ mark: "line", encoding: { x: area, y: { ...n, scale: { zero: false } } } }),
      limit("a line or points may stand on a scale that does not begin at zero"),
    ],
    [
      "two scales in one chart",
      drawn({
        encoding: { x: area },
        layer: [
          { mark: "bar", encoding: { y: n } },
          { mark: "point", encoding: { y: { field: "offences", type: "quantitative", scale: { domain: [0, 4000] } } } },
        ],
        resolve: { scale: { y: "independent" } },
      }),
      limit("a line or points may stand on a scale that does not begin at zero"),
    ],
    ["a stack of rates", rates({ mark: "bar", encoding: { y: r, color: area } }), inMark],
    ["a pie of rates", rates({ mark: "arc", encoding: { theta: r, color: area } }), inMark],
    [
      "sizes by the square",
      drawn({
        transform: [{ calculate: "datum.offences * datum.offences", as: "made" }],
        mark: "point",
        encoding: { x: area, size: { field: "made", type: "quantitative" } },
      }),
      inMark,
    ],
    [
      "a fixed height",
      drawn({ mark: "bar", encoding: { x: area, y: { value: 20 } } }),
      limit("a mark that stands for no figure"),
    ],
  ]),
  ...tricksOf("transforms that make other figures", [
    [
      "under the same name",
      drawn({ transform: [{ calculate: "datum.offences * 2", as: "offences" }], ...bars }),
      inMark,
    ],
    [
      "a longer bar",
      drawn({
        transform: [{ calculate: "datum.offences * 1.5", as: "made" }],
        mark: "bar",
        encoding: { x: area, y: { field: "made", type: "quantitative" } },
      }),
      inMark,
    ],
    [
      "of another area",
      drawn({
        transform: [
          { calculate: "datum.area == 'Kent' ? 'Essex' : datum.area == 'Essex' ? 'Kent' : datum.area", as: "area" },
        ],
        ...bars,
      }),
      inMark,
    ],
    ["a mean of rates", rates({ mark: "bar", encoding: { y: { ...r, aggregate: "mean" } } }), inMark],
    ["a sum of rates", rates({ mark: "bar", encoding: { y: { ...r, aggregate: "sum" } } }), inMark],
    ["a deviation", drawn({ mark: "bar", encoding: { y: { ...n, aggregate: "stdev" } } }), inMark],
    ["a product", drawn({ mark: "bar", encoding: { y: { ...n, aggregate: "product" } } }), inMark],
    [
      "a cumulated sum",
      drawn({
        transform: [{ window: [{ op: "sum", field: "offences", as: "made" }] }],
        mark: "bar",
        encoding: { x: area, y: { field: "made", type: "quantitative" } },
      }),
      inMark,
    ],
    [
      "a lag",
      drawn({
        transform: [{ window: [{ op: "lag", field: "offences", as: "made" }] }],
        mark: "bar",
        encoding: { x: area, y: { field: "made", type: "quantitative" } },
      }),
      inMark,
    ],
    [
      "a smoothed line",
      drawn({ transform: [{ loess: "offences", on: "offences" }], mark: "line", encoding: { x: n, y: n } }),
      inMark,
    ],
    [
      "a fitted line",
      drawn({ transform: [{ regression: "offences", on: "offences" }], mark: "line", encoding: { x: n, y: n } }),
      inMark,
    ],
    [
      "a density",
      drawn({
        transform: [{ density: "offences" }],
        mark: "area",
        encoding: { x: { field: "value", type: "quantitative" }, y: { field: "density", type: "quantitative" } },
      }),
      inMark,
    ],
    [
      "an imputed value",
      drawn({ transform: [{ impute: "offences", key: "area", keyvals: ["North"], value: 140 }], ...bars }),
      inMark,
    ],
    [
      "rows filtered away",
      drawn({ transform: [{ filter: "datum.area != 'Surrey'" }], ...bars }),
      limit("which figures are shown"),
    ],
  ]),
  ...tricksOf("data of the spec's own", [
    [
      "values",
      drawn({
        layer: [
          bars,
          {
            data: { values: [{ area: "Kent", at: 140 }] },
            mark: "bar",
            encoding: { x: area, y: { field: "at", type: "quantitative" } },
          },
        ],
      }),
      inMark,
    ],
    [
      "a label",
      drawn({ layer: [bars, { data: { values: [{ at: 140 }] }, mark: "text", encoding: { text: { field: "at" } } }] }),
      inChart,
    ],
    [
      "a sequence",
      drawn({
        layer: [
          bars,
          { data: { sequence: { start: 140, stop: 142 } }, mark: "text", encoding: { text: { field: "data" } } },
        ],
      }),
      inChart,
    ],
    [
      "a named dataset",
      drawn({
        datasets: { mine: [{ at: 140 }] },
        layer: [bars, { data: { name: "mine" }, mark: "text", encoding: { text: { field: "at" } } }],
      }),
      inChart,
    ],
    ["in place of the rows", drawn({ ...bars, data: { values: [{ area: "Kent", offences: 140 }] } }), absent("140")],
    ["a rule at a typed value", drawn({ layer: [bars, { mark: "rule", encoding: { y: { datum: 140 } } }] }), inMark],
    [
      "a band between typed values",
      drawn({ layer: [bars, { mark: "rect", encoding: { y: { datum: 100 }, y2: { datum: 140 } } }] }),
      inMark,
    ],
    ["a point at a typed value", drawn({ layer: [bars, { mark: "point", encoding: { y: { datum: 140 } } }] }), inMark],
    [
      "names looked up",
      drawn({
        transform: [
          {
            lookup: "area",
            from: {
              data: {
                values: [
                  { a: "Kent", to: "Essex" },
                  { a: "Essex", to: "Kent" },
                  { a: "Surrey", to: "Surrey" },
                ],
              },
              key: "a",
              fields: ["to"],
            },
          },
        ],
        mark: "bar",
        encoding: { x: { field: "to", type: "nominal" }, y: n },
      }),
      inMark,
    ],
  ]),
  ...tricksOf("images", [
    ["a drawing with text", page(`<p><img src="${svg("<text>140</text>")}" alt="x"></p>`), stopped(/140|image|SVG/i)],
    [
      "a drawing with text in base64",
      page(
        `<p><img src="data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>140</text></svg>').toString("base64")}" alt="x"></p>`,
      ),
      stopped(/image|SVG/i),
    ],
    [
      "a drawing in a drawing",
      page(`<p><img src="${svg(`<image href='${svg("<text>140</text>")}'/>`)}" alt="x"></p>`),
      stopped(/image|SVG/i),
    ],
    [
      "a drawing with a page in it",
      page(
        `<p><img src="${svg("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>140</p></foreignObject>")}" alt="x"></p>`,
      ),
      stopped(/image|SVG/i),
    ],
    [
      "a drawing whose style writes",
      page(`<p><img src="${svg("<style>*::after{content:'140'}</style>")}" alt="x"></p>`),
      stopped(/image|SVG/i),
    ],
    [
      "a picture of a figure",
      page('<p><img src="data:image/png;base64,iVBORw0KGgo=" alt="x"></p>'),
      limit("figures that are drawn as shapes or in images"),
    ],
    [
      "a picture in a chart",
      drawn({ layer: [bars, { mark: { type: "image", url: svg("<text>140</text>"), width: 20, height: 20 } }] }),
      stopped(/"id":"forces"/, "chart-image"),
    ],
    [
      "a figure as a path",
      drawn({ layer: [bars, { mark: { type: "point", shape: "M0,0L0,1" } }] }),
      limit("figures that are drawn as shapes or in images"),
    ],
  ]),
  ...tricksOf("tooltips", [
    [
      "a typed value",
      drawn({ mark: { type: "bar", tooltip: "140" }, encoding: { x: area, y: n } }, { tooltips: true }),
      absent(">140<"),
    ],
    [
      "an encoded value",
      drawn({ mark: "bar", encoding: { x: area, y: n, tooltip: { value: "140" } } }, { tooltips: true }),
      absent("140"),
    ],
    [
      "a calculated field",
      drawn(
        {
          transform: [{ calculate: "datum.offences * 10", as: "made" }],
          mark: "bar",
          encoding: { x: area, y: n, tooltip: { field: "made", type: "quantitative" } },
        },
        { tooltips: true },
      ),
      inChart,
    ],
    [
      "a format",
      drawn({ mark: "bar", encoding: { x: area, y: n, tooltip: { ...n, format: ".0%" } } }, { tooltips: true }),
      absent("%"),
    ],
    [
      "a title",
      drawn({ mark: "bar", encoding: { x: area, y: n, tooltip: { ...n, title: "of 140" } } }, { tooltips: true }),
      inChart,
    ],
    [
      "an expression",
      drawn(
        { mark: { type: "bar", tooltip: { expr: "'' + datum.offences * 10" } }, encoding: { x: area, y: n } },
        { tooltips: true },
      ),
      absent("2740"),
    ],
    [
      "an address",
      drawn(
        { mark: "bar", encoding: { x: area, y: n, href: { value: "https://example.org/140" } } },
        { tooltips: true },
      ),
      warned(/"id":"forces"/, "chart-link"),
    ],
  ]),
  ...tricksOf("names of the data that say figures", [
    [
      "an area",
      dataset({ dimensions: areas({ kent: "Kent rose 999%" }) }, '<p>{{area.label}}: {{claim "total"}}</p>'),
      limit("what a dataset says of itself"),
    ],
    [
      "an area in words",
      dataset({ dimensions: areas({ kent: "Kent doubled" }) }, '<p>{{area.label}}: {{claim "total"}}</p>'),
      limit("what a dataset says of itself"),
    ],
    [
      "an area of the rows",
      {
        ...page('<p>{{area.label}}: {{claim "total"}}</p>'),
        datasets: {
          offences: defineDataset({
            ...datasetSpec,
            dimensions: { ...datasetSpec.dimensions, area: { role: "area", label: "Force" } },
          }),
        },
        csv: honestCsv.replaceAll("kent", "Kent rose 999%"),
        given: { area: "Kent rose 999%" },
        claims: ({ offences, area }) => ({ total: count(offences, { area, period: "latest", measure: "offences" }) }),
      },
      limit("what a dataset says of itself"),
    ],
    ["the title of the dataset", dataset({ title: "Crime, up 999%" }, cited), limit("what a dataset says of itself")],
    [
      "the label of a measure",
      dataset(
        { measures: { ...datasetSpec.measures, offences: { ...measure, label: "Offences, up 999%" } } },
        '<p>{{claim "total"}}</p>{{> provenance}}',
      ),
      limit("what a dataset says of itself"),
    ],
    [
      "the unit of a measure",
      dataset(
        {
          measures: {
            ...datasetSpec.measures,
            offences: { ...measure, unit: { one: "million offences", other: "million offences" } },
          },
        },
        '<p>{{claim "total"}}</p>',
      ),
      limit("what a dataset says of itself"),
    ],
    [
      "the label of a dimension",
      dataset(
        { dimensions: { ...datasetSpec.dimensions, area: { ...force, label: "Force (up 999%)" } } },
        '{{> provenance}}<p>{{claim "total"}}</p>',
      ),
      limit("what a dataset says of itself"),
    ],
    [
      "a caveat of the dataset",
      dataset({ caveats: ["Kent rose 999%."] }, cited),
      limit("what a dataset says of itself"),
    ],
    [
      "the title of a source",
      dataset({ sources: { home: { ...home, title: "Kent rose 999%" } } }, cited),
      limit("what a dataset says of itself"),
    ],
    [
      "the publisher of a source",
      dataset({ sources: { home: { ...home, publisher: "Kent rose 999%" } } }, cited),
      limit("what a dataset says of itself"),
    ],
    [
      "the note of a source",
      dataset({ sources: { home: { ...home, note: "Kent rose 999%" } } }, cited),
      limit("what a dataset says of itself"),
    ],
    [
      "a translation of an area's name",
      {
        ...dataset(
          {
            translations: {
              cy: { dimensions: { area: { label: "Heddlu", categories: { kent: { label: "Caint, i fyny 999%" } } } } },
            } as never,
          },
          '<p>{{area.label}}: {{value "total"}}</p>',
        ),
        lang: "cy",
      },
      limit("what a dataset says of itself"),
    ],
    [
      "false data",
      { ...page('<p>{{claim "total"}}</p>'), csv: honestCsv.replace("274", "999") },
      limit("what a dataset says of itself"),
    ],
  ]),
  ...tricksOf("words of a claim", [
    [
      "a condition with a figure",
      {
        ...page('<p>{{claim "total"}}</p>'),
        claims: ({ area }) => ({
          total: {
            kind: "share",
            dataset: "offences",
            part: { measure: "offences", at: { area: area.id, period: "latest" } },
            whole: { measure: "offences", at: { period: "latest" } },
            condition: "where 140 said so",
          } as const,
        }),
      },
      stopped(/140/),
    ],
    [
      "a caveat with a figure",
      {
        ...page(cited),
        claims: ({ offences, area }) => ({
          total: { ...count(offences, { area, period: "latest", measure: "offences" }), caveats: ["Up by 140."] },
        }),
      },
      stopped(/140/),
    ],
    [
      "a stated figure",
      {
        ...page('<p>{{stated "total"}}</p>'),
        claims: ({ offences, area }) => ({
          total: {
            ...count(offences, { area, period: "latest", measure: "offences" }),
            text: "Police recorded 999",
            stated: { value: 999 },
          },
        }),
      },
      limit("what somebody stated"),
    ],
    [
      "who said it",
      {
        ...page('<p>{{speaker "total"}}</p>'),
        claims: ({ offences, area }) => ({
          total: {
            ...count(offences, { area, period: "latest", measure: "offences" }),
            text: "x",
            stated: { value: 999 },
            attribution: { who: "140 charities" },
          },
        }),
      },
      limit("what somebody stated"),
    ],
  ]),
];
