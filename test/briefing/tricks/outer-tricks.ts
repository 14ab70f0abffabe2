import { count, table } from "briefwright";
import { bars, type chart, drawn, area as force, inChart, n, style } from "./drawn-tricks.ts";
import { absent, type Change, honestCsv, limit, page, stopped, type Trick, tricksOf, warned } from "./trick.ts";

const total = '{{value "total"}}';
const beside = (what: RegExp) => warned(what, "figure-affix");
const byItself = beside(/"million" stands by itself in the text/);
const before = (what: string, tag: string) => beside(new RegExp(`"274".*stands before "${what}" in <${tag}>`));
const behind = (markup: string) => page(`<p>${total}</p>${markup}`);
const layout = (rows: string) => page(`<table role="presentation">${rows}</table>`);

/** A table of three forces with bars, in this stylesheet. */
const barred = (css: string, isOfTwoYears = false): Change => ({
  ...style(css, '{{table "t"}}'),
  tables: ({ offences }) => ({
    t: table({
      caption: "Offences by force",
      rowHeader: "Force",
      rows: offences.categories("area").filter(({ id }) => id !== "all"),
      columns: Object.fromEntries(
        (isOfTwoYears ? ["2017/18", "2018/19"] : ["2018/19"]).map((period) => [
          period.slice(0, 4),
          {
            header: period,
            bars: true,
            cell: ({ id }: { readonly id: string }) => count(offences, { area: id, period, measure: "offences" }),
          },
        ]),
      ),
    }),
  }),
});
const second = "tbody tr:nth-child(2)";
const longer = stopped(/changes how long a bar of a table is drawn/);
const colorsOfBars = "the colour of all their rooms";
const cell = (inner: string) =>
  page(
    `<table><caption>T</caption><tr><th scope="col">Offences</th></tr><tr><td>${total}${inner}</td></tr><tr><td>{{value "essex"}}</td></tr></table>`,
  );
const shapes = limit("figures that are drawn as shapes");

const note = '<p>{{claim "total"}}</p>{{#corrections}}<h2>Corrections</h2>{{/corrections}}';
const earlier = honestCsv.replace("kent,2018/19,274", "kent,2018/19,270");
const corrected = (body = note): Change => ({ ...page(body), earlier });
const restyled = (css: string): Change => ({ ...style(css, note), earlier });
const ofEarlier = (what: RegExp) => beside(new RegExp(`${what.source}.*"270"`));

const onSummary = (partials: Readonly<Record<string, string>>, css = ""): Change => ({
  template: "summary",
  partials: Object.fromEntries(Object.entries(partials).map(([name, text]) => [name, { text, file: `${name}.hbs` }])),
  stylesheets: [{ file: "briefing.css", text: css }],
});
const keys = (value: string, label: string) =>
  onSummary({ "key-figures": `<ul><li><p class="key-value">${value}</p><p class="key-label">${label}</p></li></ul>` });

type Data = Parameters<NonNullable<Parameters<typeof chart>[0]["data"]>>[0];
const year = { field: "period", type: "ordinal" };
const ofKent = { data: ({ offences }: Data) => offences.where({ area: "kent", measure: "offences" }) };
const ofAll = { data: ({ offences }: Data) => offences.where({ measure: "offences" }) };
const inMark = (what: RegExp) => stopped(new RegExp(`${what.source}.*"id":"forces"`), "untraced-mark");
const timeRuns = limit("which way time runs");

/** Ways to get a wrong figure past the audit in places where nobody had tried: what stands apart from a figure, bars, corrections, the templates of `init`. */
export const outerTricks: readonly Trick[] = [
  ...tricksOf("a magnitude apart from its figure", [
    ["in the next row of a layout", layout(`<tr><td>${total}</td></tr><tr><td>million</td></tr>`), byItself],
    [
      "below each of two",
      layout(`<tr><td>${total}</td><td>{{value "essex"}}</td></tr><tr><td>million</td><td>million</td></tr>`),
      byItself,
    ],
    [
      "a minus in the row before",
      layout(`<tr><td>minus</td></tr><tr><td>${total}</td></tr>`),
      beside(/"minus" stands/),
    ],
    ["a minus in the cell before", layout(`<tr><td>minus</td><td>${total}</td></tr>`), beside(/"minus" stands/)],
    ["in an aside", behind("<aside>million</aside>"), before("million", "aside")],
    ["in an aside with a paragraph", behind("<aside><p>million</p></aside>"), before("million", "aside")],
    [
      "in a caption",
      page(`<figure><p>${total}</p><figcaption>million</figcaption></figure>`),
      before("million", "figcaption"),
    ],
    ["in a quotation", behind("<blockquote>million</blockquote>"), before("million", "blockquote")],
    ["set as typed", behind("<pre>million</pre>"), before("million", "pre")],
    ["in an address", behind("<address>million</address>"), before("million", "address")],
    ["behind a line", behind("<hr><p>million</p>"), before("million", "p")],
    ["behind an empty paragraph", behind("<p></p><p>million</p>"), before("million", "p")],
    ["behind one with a space", behind("<p>&nbsp;</p><p>million</p>"), before("million", "p")],
    ["in the next item", page(`<ul><li>${total}</li><li>million</li></ul>`), byItself],
    ["in an item within", page(`<ul><li>${total}<ul><li>million</li></ul></li></ul>`), byItself],
    ["in a heading", behind("<h2>million</h2>"), byItself],
    ["in navigation", behind('<nav aria-label="x">million</nav>'), byItself],
    ["below a summary", page(`<details><summary>${total}</summary>million</details>`), byItself],
    ["in the next term", page(`<dl><dt>Offences</dt><dd>${total}</dd><dt>million</dt><dd>x</dd></dl>`), byItself],
    [
      "at the foot of a table",
      page(
        `<table><caption>T</caption><thead><tr><th scope="col">Offences</th></tr></thead><tbody><tr><td>${total}</td></tr></tbody><tfoot><tr><td>million</td></tr></tfoot></table>`,
      ),
      byItself,
    ],
    ["in a footnote", page(`<p>${total}{{#footnote}}million{{/footnote}}</p>{{notes}}`), byItself],
    ["in brackets", page(`<p>${total} (million)</p>`), beside(/beside "million"/)],
    ["in square brackets", page(`<p>${total} [millions]</p>`), beside(/beside "millions"/)],
    ["behind a comma", page(`<p>${total}, million</p>`), beside(/beside "million"/)],
    ["behind a dash", page(`<p>${total} – million</p>`), beside(/beside "million"/)],
    ["behind a preposition", page(`<p>${total} in millions</p>`), beside(/beside "in millions"/)],
    [
      "in words in a footnote",
      page(`<p>${total}{{#footnote}}in millions{{/footnote}}</p>{{notes}}`),
      beside(/"in millions" stands by itself/),
    ],
    [
      "in more words in a footnote",
      page(`<p>${total}{{#footnote}}All figures are in millions{{/footnote}}</p>{{notes}}`),
      limit("a unit that a note or a caption says"),
    ],
    ["in Welsh", page(`<p>${total} {{#lang "cy"}}miliwn{{/lang}}</p>`), limit("figures said in another language")],
  ]),
  ...tricksOf("a unit in an attribute", [
    [
      "of an abbreviation behind it",
      page(`<p>${total} <abbr title="million">mio</abbr></p>`),
      beside(/says "million"/),
    ],
    [
      "of an abbreviation behind what is counted",
      page(`<p>${total} offences <abbr title="million">m</abbr></p>`),
      beside(/says "million"/),
    ],
    ["of an abbreviated unit", page(`<p>${total} <abbr title="children">ch.</abbr></p>`), beside(/says "children"/)],
    [
      "of its own unit",
      page(`<p>${total} <abbr title="thousand offences">offences</abbr></p>`),
      beside(/thousand offences/),
    ],
    ["of a term behind it", page(`<p>${total} <dfn title="million">offences</dfn></p>`), beside(/says "million"/)],
    [
      "of an abbreviation around it",
      page(`<p><abbr title="million">${total}</abbr></p>`),
      beside(/is called "million"/),
    ],
    ["of its paragraph", page(`<p title="in millions">${total}</p>`), beside(/is called "in millions"/)],
    [
      "heard behind it",
      page(`<p>${total} <span role="img" aria-label="million">offences</span></p>`),
      beside(/says "million"/),
    ],
    [
      "heard of its paragraph",
      page(`<p aria-description="in millions">${total}</p>`),
      beside(/is called "in millions"/),
    ],
  ]),
  ...tricksOf("rules for bars of a table", [
    ["one room has a ground", barred(`${second} .bar{background-color:#00f}`), longer],
    ["one is higher", barred(`${second} .bar>span{block-size:4em}`), longer],
    ["one room is higher", barred(`${second} .bar{height:4em}`), longer],
    ["one is moved", barred(`${second} .bar>span{translate:50px}`), longer],
    ["they grow", barred("@keyframes g{to{width:100%}}.bar>span{animation:g 1s forwards}"), longer],
    ["they are areas", barred(".bar>span{aspect-ratio:4}"), longer],
    [
      "another behind a cell",
      barred(`${second} td::after{content:"";display:block;background:red;width:9em;height:1em}`),
      longer,
    ],
    ["one is hidden", barred(`${second} .bar>span{visibility:hidden}`), longer],
    ["one is scaled", barred(`${second} .bar>span{scale:2 1}`), longer],
    ["one on paper", barred(`@media print{${second} .bar>span{width:100%!important}}`), longer],
    ["one by a cut", barred(`${second} .bar{clip-path:inset(0 50% 0 0)}`), longer],
    ["one row hands down a longer room", barred(`${second}{--bar-room:24rem}`), longer],
    ["all in perspective", barred(".bar{transform:perspective(9px) rotateY(30deg)}"), longer],
    ["all rooms are dark", barred(".bar{background-color:#000}"), limit(colorsOfBars)],
    ["one is white", barred(`${second} .bar>span{background-color:#fff}`), limit(colorsOfBars)],
    ["one cell begins later", barred(`${second} td{padding-left:9em}`), limit("a cell that is padded")],
    ["two years, each on its scale", barred("", true), limit("of two columns each on a scale of its own")],
  ]),
  ...tricksOf("bars of one's own", [
    ["blocks", cell(" █████████"), shapes],
    ["stars", cell(" ★★★★★"), shapes],
    ["spaces that are underlined", cell("<u>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</u>"), shapes],
    ["a line", cell('<hr style="width:90%">'), shapes],
    [
      "a coloured span",
      cell('<span style="display:inline-block;background-color:red;width:9em;height:1em"></span>'),
      shapes,
    ],
    ["a meter", cell('<meter max="100" value="90"></meter>'), absent("<meter")],
    ["a drawing", cell('<svg width="100" height="9"><rect width="100" height="9"></rect></svg>'), absent("<rect")],
  ]),
  ...tricksOf("notes on corrections", [
    [
      "digits in their heading",
      corrected("{{#corrections}}<h2>140 corrections</h2>{{/corrections}}"),
      stopped(/"140"/),
    ],
    [
      "words in their heading",
      corrected("{{#corrections}}<h2>Twelve offences more</h2>{{/corrections}}"),
      warned(/Twelve/),
    ],
    ["a magnitude behind them", corrected(`${note}<p>million</p>`), byItself],
    ["a magnitude behind what was", restyled('.earlier::after{content:" million"}'), ofEarlier(/writes " million"/)],
    ["a digit behind what was", restyled('.earlier::after{content:"0"}'), stopped(/stylesheet/)],
    ["a magnitude in each cell", restyled('.corrections td::after{content:" million"}'), beside(/writes " million"/)],
    [
      "without its first digit",
      restyled(".earlier{display:inline-block}.earlier::first-letter{font-size:0}"),
      ofEarlier(/first letter/),
    ],
    ["turned", restyled(".earlier{unicode-bidi:bidi-override;direction:rtl}"), ofEarlier(/turns/)],
    ["mirrored", restyled(".earlier{display:inline-block;transform:scaleX(-1)}"), ofEarlier(/mirrors/)],
    ["cut", restyled(".earlier{display:inline-block;overflow:hidden;width:1ch}"), ofEarlier(/shows a part of/)],
    ["headings from the right", restyled(".corrections tr{direction:rtl}"), beside(/turns the order of headings/)],
    ["left out", restyled(".corrections{display:none}"), limit("words that they leave")],
  ]),
  ...tricksOf("partials of the shipped templates", [
    ["an introduction", onSummary({ introduction: "<p>Up by 140.</p>" }), stopped(/"140"/)],
    ["an introduction in words", onSummary({ introduction: "<p>Offences doubled.</p>" }), warned(/doubled/)],
    [
      "a number in the masthead",
      onSummary({ masthead: "<h1>{{title}}</h1><p>{{kind}} 140</p>" }),
      warned(/"140"/, "figure-or-label"),
    ],
    ["helplines", onSummary({ helplines: "<p>One in six calls</p>" }), warned(/One in six/)],
    [
      "the sentence of the figures",
      onSummary({ "sentence-figures": '{{claim "total"}} million' }),
      beside(/beside "million"/),
    ],
    ["the footer", onSummary({ footer: `<p>${total}k</p>` }), beside(/beside "k"/)],
    ["key figures of others", keys('{{large-value "total"}}', "children"), before("children", "p")],
    [
      "key figures under another label",
      keys('{{large-value "essex"}}', '{{label "total"}}'),
      limit("the label and the area of another claim"),
    ],
    ["a rule for key figures", onSummary({}, '.key-value::after{content:" million"}'), beside(/\.key-value::after/)],
    ["a rule for their labels", onSummary({}, '.key-label::before{content:"million "}'), beside(/\.key-label::before/)],
    ["a call-out's heading", page('{{#> call-out heading="140 more"}}<p>x</p>{{/call-out}}'), stopped(/"140"/)],
    ["a quotation", page("{{#> pull-quote}}<p>Twelve offences a day</p>{{/pull-quote}}"), warned(/Twelve/)],
  ]),
  ...tricksOf("charts that are true row by row", [
    [
      "below zero",
      drawn({
        mark: "bar",
        transform: [{ calculate: "-datum.offences", as: "below" }],
        encoding: { x: force, y: { field: "below", type: "quantitative" } },
      }),
      inMark(/stands at -274 on the scale y/),
    ],
    [
      "small charts whose scales nobody sees",
      drawn(
        {
          mark: "bar",
          encoding: { column: force, x: year, y: { ...n, axis: null } },
          resolve: { scale: { y: "independent" } },
        },
        ofAll,
      ),
      inMark(/another than that of the chart beside it/),
    ],
    [
      "small charts, each with its scale",
      drawn(
        { mark: "bar", encoding: { column: force, x: year, y: n }, resolve: { scale: { y: "independent" } } },
        ofAll,
      ),
      limit("small charts each on a scale of its own"),
    ],
    [
      "words over two lines",
      drawn({ ...bars, title: { text: ["Offences up by", "forty per", "cent"] } }),
      warned(/forty per cent/),
    ],
    ["digits over two lines", drawn({ ...bars, title: { text: ["Up by 1", "40"] } }), inChart],
    [
      "a line of time backwards",
      drawn({ mark: "line", encoding: { x: { ...year, sort: "descending" }, y: n } }, ofKent),
      timeRuns,
    ],
    [
      "bars of time backwards",
      drawn({ mark: "bar", encoding: { x: { ...year, sort: "descending" }, y: n } }, ofKent),
      timeRuns,
    ],
    [
      "one bar is broad",
      drawn({
        mark: "bar",
        encoding: { x: force, y: n, size: { value: 5, condition: { test: "datum.area=='Kent'", value: 90 } } },
      }),
      limit("how broad a bar is"),
    ],
    [
      "a line that is pressed flat",
      drawn({ mark: "line", encoding: { x: year, y: { ...n, scale: { domain: [0, 100_000] } } } }, ofKent),
      limit("how far a scale goes beyond its figures"),
    ],
    [
      "shades without a legend",
      drawn({ mark: "rect", encoding: { x: force, color: { ...n, scale: { reverse: true }, legend: null } } }),
      limit("shades that no legend explains"),
    ],
    [
      "an arrow upwards",
      drawn({
        layer: [bars, { mark: { type: "point", shape: "triangle-up", size: 900 }, encoding: { x: force, y: n } }],
      }),
      shapes,
    ],
    [
      "what a mark is described as",
      drawn({ ...bars, mark: { type: "bar", description: "999 offences" } }),
      absent("999 offences"),
    ],
  ]),
];
