import { count } from "briefwright";
import { barSpec } from "briefwright/charts";
import { area, bars, type chart, drawn, inMark, label, n, style } from "./drawn-tricks.ts";
import { type Change, limit, page, stopped, type Trick, tricksOf, warned } from "./trick.ts";

type Data = Parameters<NonNullable<Parameters<typeof chart>[0]["data"]>>[0];
const said = (body: string): Change => page(`<p>In Kent, ${body}.</p>`);
const recorded = (what: string): Change => page(`<p>Police in Kent recorded ${what} offences.</p>`);
const beside = (what: RegExp) => warned(what, "figure-affix");
const inChart = stopped(/"id":"forces"/);
const besideLabel = { dy: -6 };
const labelled = (mark: object) =>
  drawn({
    encoding: { x: area, y: n },
    layer: [{ mark: "bar" }, { mark: { type: "text", ...mark }, encoding: { text: n } }],
  });
const withSign = (sign: string, dx: number) =>
  drawn({
    encoding: { x: area, y: n },
    layer: [
      { mark: "bar" },
      { mark: { type: "text", ...besideLabel }, encoding: { text: n } },
      { mark: { type: "text", ...besideLabel, dx }, encoding: { text: { value: sign } } },
    ],
  });
const colors = (range: readonly string[], legend?: null) => ({ ...n, scale: { range }, legend });
const ofForces = ({ offences }: Data) => offences.where({ period: "2018/19", measure: "offences" });
const renamed = (name: (area: unknown) => string) => (data: Data) =>
  ofForces(data).map((row) => ({ ...row, name: name(row.area) }));
const sentence = "what the sentence around a traced figure says";

const named = (spec: object, axis: object, more: object = {}) =>
  drawn({ ...bars, ...spec, encoding: { x: { ...area, axis: { labelAngle: 0, ...axis } }, y: n, ...more } });
const nearer = stopped(/label "Essex" of an axis stands nearer to the mark of "Kent".*"id":"forces"/, "untraced-mark");

const caveat = (text: string): Change => ({
  ...page('<p>{{claim "total"}}{{note "total"}}</p>{{notes}}'),
  claims: ({ offences, area: of }) => ({
    total: count(offences, { area: of, period: "latest", measure: "offences" }, { caveats: [text] }),
  }),
});
const unstacked = { ...n, stack: null };
const beginsAt = (reads: number | string) =>
  stopped(new RegExp(`begins at ${reads} and not at zero.*"id":"forces"`), "untraced-mark");

const small = (direction: "column" | "row") => ({
  facet: { [direction]: area },
  spec: { width: 80, height: 60, mark: "bar", encoding: direction === "row" ? { x: n } : { y: n } },
});
const faceted = (direction: "column" | "row", header: object) =>
  drawn({ ...small(direction), facet: { [direction]: { ...area, header } } });
const elsewhere = (name: string) => stopped(new RegExp(`"${name}" is a heading at the small chart of`));
const hovering = (calculate: string) =>
  drawn(
    { mark: "bar", transform: [{ calculate, as: "z" }], encoding: { x: area, y: n, tooltip: [{ field: "z" }] } },
    { tooltips: true },
  );
const pair = '<dl><dt>2018/19</dt><dd>{{claim "total"}}</dd><dt>2017/18</dt><dd>{{claim "before"}}</dd></dl>';
const wide =
  '<table><caption>Two years</caption><thead><tr><th scope="col">Force</th><th scope="col">Now</th><th scope="col">Before</th></tr></thead>' +
  '<tbody><tr><th scope="row">Kent</th><td>{{claim "total"}}</td><td>{{claim "before"}}</td></tr></tbody></table>';

/** Words before the figure of Kent, in a note on the chart. */
const noted = (text: string) =>
  drawn(
    barSpec({
      x: "area",
      y: "offences",
      annotations: [{ kind: "text", at: { area: "Kent" }, text, value: "offences" }],
    }),
  );
const figureOfEssex = (data: Data, period: string) =>
  data.figure(count(data.offences, { area: "essex", period, measure: "offences" }));
/** A line at the figure of Essex in a year, on bars of 2018/19. */
export const lineOfEssex = (label: string, period = "2018/19") =>
  drawn(barSpec({ x: "area", y: "offences", annotations: [{ kind: "reference", value: "other", label }] }), {
    data: (data) => ofForces(data).map((row) => ({ ...row, other: figureOfEssex(data, period) })),
  });
const ofEssex = (label: string, period = "2018/19") =>
  stopped(new RegExp(`"${label} \\d+" is the label of the figure of Essex, ${period}`));
/** Two figures of Essex in one label, each behind its year as the formula has it. */
export const yearsOfEssex = (calculate: string) =>
  drawn(
    {
      transform: [{ calculate, as: "said" }],
      encoding: { x: area, y: n },
      layer: [{ mark: "bar" }, { mark: "text", encoding: { text: { field: "said" } } }],
    },
    {
      data: (data) =>
        ofForces(data)
          .slice(0, 1)
          .map((row) => ({ ...row, before: figureOfEssex(data, "2017/18"), now: figureOfEssex(data, "2018/19") })),
    },
  );

/** Ways to get a wrong figure past the audit that somebody wrote who had read the README and nothing of the audit. */
export const furtherTricks: readonly Trick[] = [
  ...tricksOf("charts whose texts say something else", [
    ["a line that ends at a digit", labelled({ lineBreak: "7" }), inChart],
    ["ticks upside down", drawn({ ...bars, encoding: { x: area, y: { ...n, axis: { labelAngle: 180 } } } }), inMark],
    ["a k of its own beside labels", withSign("k", 18), beside(/The text "k".*beside the label/)],
    ["a minus of its own beside labels", withSign("−", -18), beside(/The text "−".*beside the label/)],
    [
      "names over other bars, where the axis is hidden",
      drawn({
        encoding: { x: { ...area, axis: null }, y: n },
        width: 400,
        layer: [{ mark: "bar" }, { mark: { type: "text", dx: 100 }, encoding: { text: area } }],
      }),
      inMark,
    ],
    [
      "the legend of another scale of colours",
      drawn({
        encoding: { x: area },
        layer: [
          { mark: "rect", encoding: { color: colors(["white", "red"], null) } },
          { mark: { type: "rect", opacity: 0 }, encoding: { color: colors(["red", "white"]) } },
        ],
        resolve: { scale: { color: "independent" } },
      }),
      inMark,
    ],
    ["formatValue in words", drawn(bars, { formatValue: () => "nine hundred" }), inChart],
    [
      "names that code makes",
      drawn(
        { ...bars, encoding: { x: { field: "name" }, y: n } },
        { data: renamed((name) => `${name}: nine hundred`) },
      ),
      warned(/nine hundred.*"id":"forces"/),
    ],
    ["hexadecimal", label({ ...n, format: "x" }), inChart],
    ["octal", label({ ...n, format: "o" }), inChart],
    ["a year out of a count", label({ ...n, formatType: "time", format: "%Y" }), inChart],
    ["thousandths of an axis", drawn({ ...bars, title: "Offences, 000s" }), inChart],
    [
      "a value from the next row",
      label(
        { field: "next", type: "quantitative" },
        {
          transform: [{ window: [{ op: "lead", field: "offences", as: "next" }] }],
        },
      ),
      inChart,
    ],
    [
      "a figure that fills a gap",
      drawn({
        ...bars,
        transform: [
          { filter: "datum.area != 'Kent'" },
          { impute: "offences", key: "area", keyvals: ["Kent"], value: 999 },
        ],
      }),
      inMark,
    ],
    [
      "a line of regression",
      drawn({
        encoding: { x: { field: "offences", type: "quantitative" }, y: n },
        layer: [{ mark: "point" }, { mark: "line", transform: [{ regression: "offences", on: "offences" }] }],
      }),
      inMark,
    ],
  ]),
  ...tricksOf("figures by other signs", [
    ["letters O behind a digit", recorded("1OO"), stopped(/the text/)],
    ["a Cyrillic letter before digits", recorded("\u041700"), warned(/\u041700/, "figure-or-label")],
    ["a prime", recorded('{{value "total"}}′'), beside(/beside "′"/)],
    ["a bullet of a list as a minus", recorded('⁃{{value "total"}}'), beside(/beside "⁃"/)],
    ["a permille", recorded('{{value "total"}}‱'), beside(/beside "‱"/)],
    ["a line of a fraction", recorded('{{value "total"}}/{{value "essex"}}'), beside(/side by side.*274\/390/)],
    [
      "a period in the place of a figure",
      recorded('{{period "total"}}'),
      beside(/period "2018\/19".*before "offences"/),
    ],
    ["a power", recorded('{{value "total"}}×10⁶'), stopped(/the text/)],
  ]),
  ...tricksOf("figures in words that idioms hide", [
    ["a hyphen that does not break", said("nine\u2011hundred offences"), warned(/nine-hundred/)],
    ["a hat-trick", said("a hat-trick of offences"), warned(/hat-trick/)],
    ["a pair", said("a pair of offences"), warned(/a pair of/)],
    ["a banknote", said("a fiver each"), warned(/a fiver/)],
    ["pence", said("sixpence each"), warned(/sixpence/)],
    ["one at a time", said("an offence every hour"), warned(/an offence every hour/)],
    ["one a minute", said("one offence a minute"), warned(/one offence a minute/)],
    ["what a majority was of", said("the majority of offences"), warned(/the majority/)],
    ["a span of years", said("offences at a ten-year high"), limit("spans of time and distance")],
    ["both", said("both forces saw more"), limit("misses some rather than take an idiom for a figure")],
  ]),
  ...tricksOf("rules that set characters elsewhere", [
    ["over one another", style("data{letter-spacing:-1em}"), beside(/characters of the figure .* over one another/)],
    [
      "in the reverse order",
      style("data{letter-spacing:-2ch}"),
      beside(/characters of the figure .* over one another/),
    ],
    ["mirrored below itself", style("data{-webkit-box-reflect:below}"), beside(/second time/)],
    [
      "in lines that are left out",
      style(".a{display:-webkit-box;-webkit-line-clamp:1;overflow:hidden;width:9ch}"),
      beside(/may cut the figure/),
    ],
    [
      "cut by a margin",
      style(".a{overflow:hidden}.a>*{margin-left:-1ch}"),
      limit("a figure that a margin of its own cuts"),
    ],
    ["in the colour of the page", style("data{color:#fff}"), limit("which figures are shown")],
    ["struck out", style("data{text-decoration:line-through}"), limit("which figures are shown")],
    [
      "a minus of a border",
      style('data::before{content:"";display:inline-block;width:.5em;border-top:2px solid}'),
      limit("figures that are drawn as shapes"),
    ],
  ]),
  ...tricksOf("counts in the coat of a number of things", [
    ["an operation", said("Operation 873 offences were recorded"), stopped(/"873" in the text/)],
    ["a wave", said("Wave 87 offences came"), limit("the word for a part of a text or of a survey")],
    ["a year before its noun", said("in 2041 offences were recorded"), warned(/"2041" in the text/, "figure-or-label")],
    ["a year that is recorded", page("<p>Kent recorded 2041 offences.</p>"), stopped(/"2041" in the text/)],
    ["an area and its number", page("<p>Kent recorded 873.</p>"), stopped(/"873" in the text/)],
    ["a letter before it", recorded("A873"), limit("among the letters of a word")],
    ["a mark of numbers", recorded("#873"), warned(/"873" in the text/, "figure-or-label")],
    ["in base sixteen", recorded("0xA3"), warned(/"0" in the text/, "figure-or-label")],
    ["letters of nought", recorded("8OO"), stopped(/"8" in the text/)],
    ["a move of something", said("it rose from 18 to 24"), stopped(/"18" in the text/)],
    ["a few of them", said("these 3 hospitals closed"), limit("“we have 7 libraries”")],
  ]),
  ...tricksOf("sizes in words", [
    ["six figures", said("a six-figure number of offences was recorded"), warned(/"six-figure"/)],
    ["single figures", said("offences fell to single figures"), warned(/"single figures"/)],
    ["eight times", said("offences octupled"), warned(/"octupled"/)],
    ["basis points", page('<p>Up by {{value "total"}} basis points.</p>'), beside(/basis points/)],
    ["scores of them", page('<p>{{value "total"}} score offences.</p>'), beside(/score/)],
  ]),
  ...tricksOf("words of one claim beside the figure of another", [
    ["its label", page('<p>Kent: {{value "total"}} {{label "rise"}}</p>'), limit(sentence)],
    ["its area", page('<p>{{area "essex"}} recorded {{value "total"}}</p>'), limit(sentence)],
    ["its period", page('<p>In {{period "before"}}, Kent recorded {{value "total"}}</p>'), limit(sentence)],
    ["its note", page('<p>Kent: {{value "total"}}{{note "essex"}}</p>{{notes}}'), limit(sentence)],
    ["its share as a count", page('<p>Kent recorded {{value "rise"}}.</p>'), limit(sentence)],
    [
      "an address",
      page('<p><a href="mailto:a@example.org?subject=999%20offences">Write</a></p>'),
      limit("what an address says"),
    ],
    ["a reference", page("<p>Offences: Section 999.</p>"), limit("a number behind the word for a part of a text")],
  ]),
  ...tricksOf("names of an axis nearer to other bars", [
    ["moved in narrow bands", named({ width: { step: 20 } }, { labelOffset: 11.5 }), nearer],
    ["moved with their ticks", named({ width: { step: 20 } }, { tickOffset: 11.5 }), nearer],
    [
      "moved down",
      drawn({
        height: { step: 20 },
        mark: "bar",
        encoding: { y: { ...area, axis: { labelOffset: 11.5 } }, x: n },
      }),
      nearer,
    ],
    ["that begin late", named({ width: { step: 40 } }, { labelAlign: "left", labelOffset: 12 }), nearer],
    [
      "under bars that are moved the other way",
      named({ width: 300, mark: { type: "bar", xOffset: -40 } }, { labelOffset: 40 }),
      nearer,
    ],
    [
      "under bars whose offset is a channel",
      named({ width: 300 }, { labelOffset: 30 }, { xOffset: { value: -30 } }),
      nearer,
    ],
    [
      "under points that are moved the other way",
      named({ width: 300, mark: { type: "point", xOffset: -50 } }, { labelOffset: 40 }),
      nearer,
    ],
  ]),
  ...tricksOf("bars that begin elsewhere than at zero", [
    [
      "at the least of them",
      drawn({
        ...bars,
        transform: [{ joinaggregate: [{ op: "min", field: "offences", as: "least" }] }],
        encoding: { x: area, y: n, y2: { field: "least" } },
      }),
      beginsAt(91),
    ],
    [
      "at the most, downwards",
      drawn({
        ...bars,
        transform: [{ joinaggregate: [{ op: "max", field: "offences", as: "most" }] }],
        encoding: { x: area, y: n, y2: { field: "most" } },
      }),
      beginsAt(390),
    ],
    [
      "at the least of them, as the limits of a class are called",
      drawn({
        ...bars,
        transform: [
          { joinaggregate: [{ op: "min", field: "offences", as: "low" }] },
          { calculate: "datum.offences", as: "low_end" },
        ],
        encoding: { x: area, y: { ...n, field: "low_end" }, y2: { field: "low" } },
      }),
      beginsAt(91),
    ],
    [
      "at a number that is declared",
      drawn({ ...bars, encoding: { x: area, y: n, y2: { datum: 50 } } }, { literals: ["50"] }),
      beginsAt(50),
    ],
    [
      "at a number that is declared, to the right",
      drawn({ mark: "bar", encoding: { y: area, x: n, x2: { datum: 50 } } }, { literals: ["50"] }),
      beginsAt(50),
    ],
    ["at a pixel", drawn({ ...bars, encoding: { x: area, y: unstacked, y2: { value: 100 } } }), beginsAt("[\\d.]+")],
    [
      "at a pixel of the mark",
      drawn({ mark: { type: "bar", y2: 100 }, encoding: { x: area, y: unstacked } }),
      beginsAt("[\\d.]+"),
    ],
    [
      "areas",
      drawn({ mark: "area", encoding: { x: area, y: n, y2: { datum: 50 } } }, { literals: ["50"] }),
      beginsAt(50),
    ],
  ]),
  ...tricksOf("counts in the form of a number of a thing", [
    ["an item", recorded("No. 873"), warned(/"873" in the text/, "figure-or-label")],
    ["an item by its sign", recorded("№ 873"), warned(/"873" in the text/, "figure-or-label")],
    ["a page", recorded("p. 873"), warned(/"873" in the text/, "figure-or-label")],
    ["a version", recorded("8.7.3"), warned(/"8\.7\.3" in the text/, "figure-or-label")],
    ["a telephone", recorded("0345 345 4345"), warned(/"4345" in the text/, "figure-or-label")],
    ["a time of day", recorded("12:48"), stopped(/"12:48" in the text/)],
    ["all day long", recorded("24/7"), stopped(/"24\/7" in the text/)],
    ["an hour", recorded("12pm"), warned(/"12" in the text/, "figure-or-label")],
    ["a day in digits", recorded("12/11/2018"), warned(/"12\/11\/2018" in the text/, "figure-or-label")],
    ["a day by its year", recorded("2018-11-12"), warned(/"12" in the text/, "figure-or-label")],
    ["a part of a survey", recorded("Wave 87"), limit("“Wave 87”")],
    ["tags that are text", recorded("&lt;b&gt;274&lt;/b&gt;"), stopped(/"274" in the text/)],
    ["a number by itself", page("<p>In Kent we counted 140.</p>"), stopped(/"140" in the text/)],
    ["those who were hurt", page("<p>In 2019 140 were hurt.</p>"), stopped(/"140" in the text/)],
    ["more than another has", page("<p>Twelve more than Essex</p>"), warned(/"Twelve" in the text/)],
    ["the double of another", said("Offences in Kent were the double of Essex"), warned(/"the double of" in the text/)],
    ["all but a few", said("All bar one of them were hurt"), warned(/"All bar one" in the text/)],
    ["how often in words", said("One more offence a day was recorded"), warned(/"One more offence a day" in the text/)],
    ["digit by digit in words", said("Offences: nine-nine-nine"), warned(/"nine-nine-nine" in the text/)],
    ["a share without an article", said("quarter of victims were girls"), warned(/"quarter of" in the text/)],
  ]),
  ...tricksOf("headings of small charts", [
    ["over the next column", faceted("column", { labelAnchor: "end", labelAlign: "left" }), elsewhere("Essex")],
    [
      "over the next column, by the config",
      { ...drawn({ ...small("column"), config: { header: { labelAnchor: "end", labelAlign: "left" } } }) },
      elsewhere("Essex"),
    ],
    ["before their column", faceted("column", { labelAnchor: "start", labelAlign: "right" }), elsewhere("Kent")],
    ["at the next row", faceted("row", { labelAnchor: "start", labelAlign: "right" }), elsewhere("Essex")],
  ]),
  ...tricksOf("what shapes say on hover", [
    ["figures that the chart computes", hovering("datum.offences * 2"), inChart],
    ["a digit behind a figure", hovering("'about ' + datum.offences + '0'"), inChart],
    [
      "names of others",
      hovering("datum.area == 'Kent' ? 'Essex' : 'Kent'"),
      stopped(/"Essex" is the tooltip of "Kent"/),
    ],
    [
      "a name of another, with the figure",
      drawn(
        barSpec({
          x: "area",
          y: "offences",
          annotations: [{ kind: "text", at: { area: "Kent" }, text: "Essex:", value: "offences" }],
        }),
      ),
      stopped(/"Essex" is the label of "Kent"/),
    ],
  ]),
  ...tricksOf("words of a note before its figure", [
    ["per cent", noted("per cent:"), beside(/"per cent" in "per cent: 274"/)],
    ["per cent without a colon", noted("Per cent"), beside(/"Per cent" in "Per cent 274"/)],
    ["a share, said at length", noted("Share in per cent of cases"), beside(/"per cent" in/)],
    ["a sign", noted("%:"), beside(/"%" in "%: 274"/)],
    ["a magnitude", noted("Thousands:"), beside(/"thousands" in/)],
    ["another unit", noted("Children:"), beside(/"children" in/)],
    ["another measure", noted("Rate"), beside(/"Rate" in/)],
  ]),
  ...tricksOf("a label before a figure", [
    ["per cent", page('<p>Per cent: {{value "total"}}</p>'), beside(/beside "Per cent"/)],
    ["a currency", page('<p>Cost (£): {{value "total"}}</p>'), beside(/beside "£"/)],
    ["a magnitude", page('<ul><li>Thousands: {{value "total"}}</li></ul>'), beside(/beside "thousands"/)],
    ["another unit", page('<p>Children: {{value "total"}}</p>'), beside(/beside "children"/)],
    ["letters of an ordinal", page('<p>{{value "total"}}<sup>th</sup> of May</p>'), beside(/beside "th"/)],
    [
      "per cent over a column",
      page(
        '<table><caption>T</caption><tr><th scope="col">Per cent</th></tr><tr><td>{{value "total"}}</td></tr></table>',
      ),
      beside(/under "Per cent" in a table/),
    ],
    [
      "a magnitude for a term",
      page('<dl><dt>In millions</dt><dd>{{claim "total"}}</dd></dl>'),
      beside(/under "In millions"/),
    ],
    [
      "a caption of another place",
      page('<table><caption>Essex</caption><tr><th>Offences</th></tr><tr><td>{{claim "total"}}</td></tr></table>'),
      limit("a caption"),
    ],
    [
      "per cent in a summary",
      page('<details><summary>Per cent</summary>{{value "total"}}</details>'),
      limit("a summary"),
    ],
    ["per cent in a heading", page('<h2>Per cent of children</h2><p>{{value "total"}}</p>'), limit("a heading")],
    ["per cent right before it", page('<p>The per cent {{value "total"}}</p>'), beside(/beside "per cent"/)],
  ]),
  ...tricksOf("what a line across is called", [
    ["another place", lineOfEssex("Kent"), ofEssex("Kent")],
    ["a place in words", lineOfEssex("Police in Kent"), ofEssex("Police in Kent")],
    ["its place in another year", lineOfEssex("Essex, 2017/18"), ofEssex("Essex, 2017/18:")],
    ["the year of the bars", lineOfEssex("Essex, 2018/19", "2017/18"), ofEssex("Essex, 2018/19:", "2017/18")],
    ["another place in its year", lineOfEssex("Kent, 2017/18", "2017/18"), ofEssex("Kent, 2017/18:", "2017/18")],
    ["a year of the bars' period", lineOfEssex("Essex, 2018", "2017/18"), ofEssex("Essex, 2018:", "2017/18")],
    ["two places for one figure", lineOfEssex("Essex and Kent"), ofEssex("Essex and Kent")],
    ["another place before its own", lineOfEssex("Kent, below Essex"), ofEssex("Kent, below Essex")],
    ["another year alone", lineOfEssex("2018/19", "2017/18"), ofEssex("2018/19:", "2017/18")],
    ["another year with a dash", lineOfEssex("Essex, 2018–19", "2017/18"), ofEssex("Essex, 2018–19:", "2017/18")],
    [
      "two years for one figure",
      lineOfEssex("Essex, 2017/18 and 2018/19", "2017/18"),
      ofEssex("Essex, 2017/18 and 2018/19:", "2017/18"),
    ],
    [
      "another year in Welsh",
      { ...lineOfEssex("Essex, yn 2018/19", "2017/18"), lang: "cy" },
      ofEssex("Essex, yn 2018/19:", "2017/18"),
    ],
    [
      "another place in Welsh",
      { ...lineOfEssex("Heddlu Kent, 2017/18", "2017/18"), lang: "cy" },
      ofEssex("Heddlu Kent, 2017/18:", "2017/18"),
    ],
    [
      "two years, each before the other's figure",
      yearsOfEssex("'2017/18: ' + datum.now + ', 2018/19: ' + datum.before"),
      stopped(/is the label of the figure of Essex, 2018\/19/),
    ],
  ]),
  ...tricksOf("the order of parts", [
    [
      "a list upside down",
      style("dl{display:flex;flex-direction:column-reverse}", pair),
      beside(/rule for dl reverses/),
    ],
    [
      "a sentence from its end",
      style(
        ".a{display:flex;flex-direction:row-reverse}",
        '<p class="a">From <span>{{claim "before"}}</span> to <span>{{claim "total"}}</span></p>',
      ),
      beside(/rule for \.a reverses/),
    ],
    ["headings from the right", style("thead tr{direction:rtl}", wide), beside(/turns the order of headings/)],
    [
      "a cell in another column",
      style("tr{display:grid} td:last-child{grid-column-start:2}", wide),
      beside(/td:last-child moves/),
    ],
    [
      "a mask over digits",
      style(".a{mask-image:linear-gradient(90deg,#000 50%,transparent 50%)}", '<p class="a">{{value "total"}}</p>'),
      beside(/shows a part of/),
    ],
  ]),
  ...tricksOf("letters and spans of time behind a figure", [
    ["letters of nought", recorded('{{value "total"}}OO'), beside(/beside "OO"/)],
    ["letters of nought before it", recorded('OO{{value "total"}}'), beside(/beside "OO"/)],
    ["a letter of five", recorded('{{value "total"}}S'), beside(/beside "S"/)],
    ["a week", page('<p>{{value "total"}} offences each week</p>'), beside(/beside "each week"/)],
    ["a day", page('<p>{{value "total"}} recorded offences a day</p>'), beside(/beside "a day"/)],
    ["a week, behind a verb", page('<p>{{claim "total"}} were recorded each week</p>'), beside(/recorded each week/)],
    ["a month, in a word", page('<p>{{claim "total"}} monthly.</p>'), beside(/beside "monthly"/)],
    [
      "a week in Welsh",
      { ...page('<p>{{value "total"}} o droseddau bob wythnos</p>'), lang: "cy" },
      beside(/beside "bob wythnos"/),
    ],
  ]),
  ...tricksOf("words of a claim's author", [
    ["a number in words among its caveats", caveat("Twelve offences more were found later"), warned(/Twelve.*"total"/)],
    ["a share in words", caveat("A third of offences are missing"), warned(/A third.*"total"/)],
    ["digits", caveat("12 offences more were found later"), stopped(/12 offences more/)],
    [
      "a number in words, where such are errors",
      { ...caveat("Twelve offences more were found later"), saidFigures: "error" },
      stopped(/Twelve.*"total"/, "said-figure"),
    ],
  ]),
];
