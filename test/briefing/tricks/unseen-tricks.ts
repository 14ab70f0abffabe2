import { count, table } from "briefwright";
import { area, bars, drawn, label, n, style, svg } from "./drawn-tricks.ts";
import { type Change, type Outcome, page, stopped, type Trick, tricksOf, warned } from "./trick.ts";

type Named = readonly [name: string, change: Change, outcome: Outcome];

const beside = (what: string): Outcome =>
  warned(new RegExp(`"274" of the claim "total" stands beside "${what}"`), "figure-affix");
const after = (words: string, what = words.trim()): Named => [
  words.trim(),
  page(`<p>In Kent, {{value "total"}}${words} were recorded.</p>`),
  beside(what),
];
const before = (words: string, what = words.trim()): Named => [
  words.trim(),
  page(`<p>In Kent, ${words}{{value "total"}} were recorded.</p>`),
  beside(what),
];
const recorded = (name: string, what: string, outcome: Outcome): Named => [
  name,
  page(`<p>Police recorded ${what} offences.</p>`),
  outcome,
];
const said = (words: string): Outcome => warned(new RegExp(`"${words}" in the text says a figure`));
const typed = stopped(/The figure "27" in the text/);
const given = (body: string, text: string): Change => ({ ...page(`<p>${body}</p>`), given: { said: text } });
const partials = (body: string, texts: Readonly<Record<string, string>>): Change => ({
  ...page(body),
  partials: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { file: `${name}.hbs`, text }])),
});
const welsh = (body: string): Change => ({
  ...page(body),
  lang: "cy",
  title: "Troseddau: {{area.label}}",
  description: "Troseddau",
});
const inWelsh = (name: string, words: string, outcome = warned(/"274"/, "figure-affix")): Named => [
  name,
  welsh(`<p>Cofnodwyd ${words}.</p>`),
  outcome,
];
const rule = (name: string, text: string, does: RegExp | string): Named => [
  name,
  style(text),
  warned(new RegExp(`${typeof does === "string" ? does : does.source} the figure "274 offences"`), "figure-affix"),
];
const writes = (name: string, text: string): Named => [name, style(text), stopped(/stylesheet writes the figure/)];
const picture = svg("<text y='20'>27</text>");
const shows = (name: string, text: string): Named => [
  name,
  style(text, '<ul><li class="a">{{claim "total"}}</li></ul>'),
  stopped(/stylesheet shows an SVG with texts/),
];
const forces = (css: string): Change => ({
  ...style(css, '{{table "t"}}'),
  tables: ({ offences }) => ({
    t: table({
      caption: "Offences by force",
      rowHeader: "Force",
      rows: offences.categories("area").filter(({ id }) => id !== "all"),
      columns: {
        now: {
          header: "Offences",
          cell: (row) => count(offences, { area: row, period: "latest", measure: "offences" }),
        },
      },
    }),
  }),
});
const cell = (head: string, figure = '{{value "total"}}'): Change =>
  page(
    `<table><caption>T</caption><tr><td></td><th scope="col">${head}</th></tr><tr><th scope="row">Kent</th><td>${figure}</td></tr></table>`,
  );
const moved = warned(/moves "Kent" away from/, "figure-affix");
const inChart = stopped(/"id":"forces"/);
const inMark = stopped(/"id":"forces"/, "untraced-mark");
const calculated = (calculate: string): Change =>
  drawn({
    transform: [{ calculate, as: "z" }],
    encoding: { x: area, y: n },
    layer: [{ mark: "bar" }, { mark: "text", encoding: { text: { field: "z" } } }],
  });
const windowed = (op: string): Change =>
  drawn({
    transform: [{ window: [{ op, field: "offences", as: "z" }], sort: [{ field: "offences" }] }],
    encoding: { x: area, y: n },
    layer: [{ mark: "bar" }, { mark: "text", encoding: { text: { field: "z" } } }],
  });
const text = (mark: object): Change =>
  drawn({
    encoding: { x: area, y: n },
    layer: [{ mark: "bar" }, { mark: { type: "text", ...mark }, encoding: { text: n } }],
  });

/** Written when the others were all held, by looking for what none of them does. */
export const unseenTricks: readonly Trick[] = [
  ...tricksOf("sizes and parts behind a figure", [
    after(" lakh"),
    after(" crore"),
    after(" thou"),
    after(" thousandths"),
    after(" tenths"),
    after(" ppm"),
    after(" parts per million"),
    after("x"),
    after(" pct"),
    after(" quid"),
    after(" dozen"),
    after(" hundred"),
    after(" cubed"),
    after("-fold"),
    after(" out of ten"),
    after(" per thousand"),
    after("°"),
    after(" p.c.", "p"),
    after(" GBP"),
  ]),
  ...tricksOf("signs and sizes before a figure", [
    before("¬"),
    before("Σ"),
    before("∑"),
    before("∏"),
    before("√"),
    before("±"),
    before("－", "-"),
    before("⁃"),
    before("⁻", "−"),
    before("a tenth of "),
    before("ten times "),
    before("a hundred and ", "hundred and"),
    before("USD "),
  ]),
  ...tricksOf("numbers that are pictures", [
    recorded("faces of dice", "⚁⚅", said("⚁⚅")),
    recorded("a domino", "🁫", said("🁫")),
    recorded("a hundred", "💯", said("💯")),
    recorded("ten", "🔟", said("🔟")),
    recorded("cells of braille", "⠼⠃⠛", said("⠼⠃⠛")),
    recorded("Chinese", "二十七", said("二十七")),
    recorded("keys", "2️⃣7️⃣", stopped(/The figure "2"/)),
    recorded("tallies", "𝍸𝍸", stopped(/The figure "𝍸𝍸"/u)),
    ["dice in Welsh", welsh("<p>Cofnodwyd ⚁⚅ o droseddau.</p>"), said("⚁⚅")],
  ]),
  ...tricksOf("rules that draw other signs", [
    rule("rings for digits", ".a { -webkit-text-security: circle }", "draws other signs in place of the characters of"),
    rule(
      "a font of pictures",
      ".a { font-family: Wingdings, serif }",
      "draws other signs in place of the characters of",
    ),
    rule(
      "a font of pictures in short",
      ".a { font: 1rem/1.5 'Zapf Dingbats' }",
      "draws other signs in place of the characters of",
    ),
    rule("letters of Symbol", "p { font-family: symbol }", "draws other signs in place of the characters of"),
    rule(
      "a font by a property",
      ":root { --f: Webdings } .a { font-family: var(--f) }",
      "draws other signs in place of the characters of",
    ),
  ]),
  ...tricksOf("rules for a first digit", [
    rule("as a power", ".a::first-letter { vertical-align: super; font-size: 60% }", "sets the first digit of"),
    rule("below the line", ".a::first-letter { vertical-align: -0.4em }", "sets the first digit of"),
    rule("the only one of any size", ".a { font-size: 0 } .a::first-letter { font-size: 20px }", "shows a part of"),
    rule("the colour of nothing", ".a::first-letter { color: rgb(255 255 255 / 0) }", "hides the first letter of"),
    rule("behind the second one", ".a::first-letter { margin-right: -1.2em }", "sets the first digit of"),
    rule("behind it by one length of four", ".a::first-letter { margin: 0 -1.2em 0 0 }", "sets the first digit of"),
    rule("under the second one", ".a::first-letter { letter-spacing: -0.6em }", "sets the first digit of"),
    rule("a second time behind them", ".a::first-letter { text-shadow: 2em 0 black }", "draws the first digit of"),
    rule(
      "a picture",
      ".a::first-letter { font-family: Wingdings }",
      "draws another sign in place of the first digit of",
    ),
    rule("by a form of its font", ".a::first-letter { font-variant-position: super }", "sets the first digit of"),
    rule(
      "the only one with a colour",
      ".a { color: transparent } .a::first-letter { color: black }",
      "shows a part of",
    ),
    rule("the size of one in short", ".a { font-size: 0 } .a::first-letter { font: 20px serif }", "shows a part of"),
  ]),
  ...tricksOf("rules for a first line", [
    rule("characters over one another", ".a::first-line { letter-spacing: -1em }", "sets the characters of"),
    rule("twice", ".a::first-line { text-shadow: 3em 0 black }", "draws"),
    rule(
      "a font of pictures",
      ".a::first-line { font-family: Wingdings }",
      "draws other signs in place of the characters of",
    ),
  ]),
  ...tricksOf("rules that draw a figure again", [
    rule("by a filter", ".a { filter: drop-shadow(3em 0 0 black) }", "draws"),
    rule("by one filter of several", ".a { filter: grayscale(1) drop-shadow(0 2em black) }", "draws"),
    rule("by a reflection", ".a { -webkit-box-reflect: right }", "draws"),
    rule("turned by a property", ".a { rotate: 180deg }", "turns or mirrors"),
    rule("upside down by a property", ".a { scale: 1 -1 }", "turns or mirrors"),
  ]),
  ...tricksOf("pictures with text in a stylesheet", [
    shows("as a marker", `li { list-style-image: url("${picture}") }`),
    shows("as a border", `.a { border: 9px solid; border-image: url("${picture}") 9 }`),
    shows("under the pointer", `.a { cursor: url("${picture}"), auto }`),
  ]),
  ...tricksOf("what pages of paper write", [
    writes("a bookmark", 'h1 { bookmark-label: "27 offences" }'),
    writes("a leader", ".a::after { content: leader('9') }"),
    writes("a string in a margin", 'h1 { string-set: x "27" } @page { @top-left { content: string(x) } }'),
    writes("marks of emphasis", '.a { text-emphasis: "0" }'),
    writes("a hyphen", '.a { hyphenate-character: "0"; hyphens: auto; width: 2em }'),
    writes("what is left over", '.a { text-overflow: "0"; overflow: hidden; width: 1em }'),
    writes(
      "a first value",
      '@property --x { syntax: "*"; inherits: false; initial-value: "27" } .a::after { content: var(--x) }',
    ),
    writes("words for a picture", '.a::after { content: "•" / "27 offences" }'),
    [
      "pages in a text",
      style('.a::before { content: counter(pages) " million " }'),
      warned(/writes "1 million " beside the figure "274 offences"/, "figure-affix"),
    ],
  ]),
  ...tricksOf("cells of a table that a rule moves", [
    ["names below", forces("th[scope=row] { transform: translateY(2em) }"), moved],
    ["names at a distance", forces("tbody th { position: relative; top: 2em }"), moved],
    [
      "a column by its place",
      forces("td:nth-child(2) { visibility: collapse }"),
      warned(/leaves out a cell/, "figure-affix"),
    ],
    ["per cent in all cells", forces('td::after { content: "%" }'), warned(/writes "%" beside/, "figure-affix")],
    ["thousands in a heading", forces('thead th::after { content: " (thousands)" }'), warned(/"thousands"/)],
    ["thousands in a caption", forces('caption::after { content: ", thousands" }'), warned(/"thousands"/)],
  ]),
  ...tricksOf("headings of typed tables", [
    ["millions", cell("in millions"), warned(/under "in millions"/, "figure-affix")],
    ["a currency", cell("£m"), warned(/under "£m"/, "figure-affix")],
    [
      "a row that goes on",
      page(
        '<table><caption>T</caption><tr><th scope="col">Year</th><th scope="col">n</th></tr><tr><th scope="row" rowspan="2">2018/19</th><td>{{claim "total"}}</td></tr><tr><td>{{claim "before"}}</td></tr></table>',
      ),
      stopped(/have 114 in "column 2" for 2018\/19/, "misplaced-figure"),
    ],
    [
      "by its headers",
      page(
        '<table><caption>T</caption><tr><th id="a" scope="col">2017/18</th><th id="b" scope="col">2018/19</th></tr><tr><td headers="a">{{claim "before"}}</td><td headers="a">{{claim "total"}}</td></tr></table>',
      ),
      stopped(/have 274 in "headers" for 2017\/18/, "misplaced-figure"),
    ],
  ]),
  ...tricksOf("parts of templates", [
    ["digits around a comment", page("<p>Police recorded 2{{! x }}7 offences</p>"), typed],
    ["digits around a block", page("<p>Police recorded 2{{~#if true~}}7{{~/if~}} offences</p>"), typed],
    ["in a condition", page('{{#if (has claim="total")}}<p>Police recorded 27 offences</p>{{/if}}'), typed],
    [
      "the block of a partial",
      partials("{{#> box}}<p>Police recorded 27 offences</p>{{/box}}", { box: "<div>{{> @partial-block}}</div>" }),
      typed,
    ],
    ["an argument of a partial", partials('{{> box n="27"}}', { box: "<p>Police recorded {{n}} offences</p>" }), typed],
    [
      "a parameter through two partials",
      {
        ...partials("{{> a}}", { a: "{{> b n=said}}", b: "<p>Police recorded {{n}} offences</p>" }),
        given: { said: "27" },
      },
      typed,
    ],
    [
      "a place in a list",
      page("{{#each area}}<p>{{@index}} {{@key}}</p>{{/each}}"),
      warned(/"5" in the text/, "figure-or-label"),
    ],
  ]),
  ...tricksOf("words of a parameter beside a figure", [
    ["a size", given('Police recorded {{value "total"}} {{said}} offences', "million"), beside("million")],
    ["a share", given('Police recorded {{said}} {{value "total"}} offences', "half of"), beside("half of")],
    ["a minus", given('Police recorded {{said}}{{value "total"}} offences', "−"), beside("−")],
    ["a nought", given('Police recorded {{value "total"}}{{said}} offences', "0"), stopped(/The figure "0"/)],
    ["a literal", given("Police recorded {{literal said}} offences", "27"), stopped(/said/, "literal-argument")],
    [
      "copied from a class",
      { ...style(".a::after { content: attr(class) }", '<p class="a {{said}}">x</p>'), given: { said: "27" } },
      stopped(/prints an attribute/),
    ],
  ]),
  ...tricksOf("Welsh beside a figure", [
    inWelsh("millions", '{{value "total"}} miliwn o droseddau'),
    inWelsh("per cent", '{{value "total"}} y cant'),
    inWelsh("half", 'hanner {{value "total"}}'),
    inWelsh("twice", 'dwywaith {{value "total"}}'),
    inWelsh("minus", 'minws {{value "total"}}'),
    inWelsh("a number in words", "saith ar hugain o droseddau", warned(/saith ar hugain/)),
  ]),
  ...tricksOf("small elements around a figure", [
    ["a letter below", page('<p>{{value "total"}}<sub>k</sub> offences</p>'), beside("k")],
    ["a letter that is small", page('<p>{{value "total"}}<small>m</small> offences</p>'), beside("m")],
    ["a gloss", page('<p><ruby>{{value "total"}}<rt>million</rt></ruby></p>'), beside("million")],
    ["a minus struck out", page('<p><s>−</s>{{value "total"}}</p>'), beside("−")],
    ["a minus for eyes alone", page('<p><span aria-hidden="true">−</span>{{value "total"}}</p>'), beside("−")],
    ["a line break", page('<p>{{value "total"}}<br>million offences</p>'), beside("million")],
  ]),
  ...tricksOf("settings of a whole chart", [
    ["ticks by the config", drawn({ ...bars, config: { axis: { labelExpr: "datum.value * 10" } } }), inChart],
    ["one tick by the config", drawn({ ...bars, config: { axisY: { labelExpr: "'1'" } } }), inChart],
    ["a title over two lines", drawn({ ...bars, title: ["2", "7 offences"] }), inChart],
    [
      "a title by a parameter",
      drawn({ params: [{ name: "q", value: "27 offences" }], ...bars, title: { text: { expr: "q" } } }),
      inChart,
    ],
  ]),
  ...tricksOf("bars that offsets move", [
    ["up", drawn({ ...bars, mark: { type: "bar", yOffset: 40, y2Offset: 40 } }), inMark],
    ["one end", drawn({ ...bars, mark: { type: "bar", yOffset: 40 } }), inMark],
    ["from a number", drawn({ ...bars, encoding: { x: area, y: n, y2: { datum: 50 } } }), inMark],
    [
      "a slice further out",
      drawn({
        mark: { type: "arc", radiusOffset: { expr: "datum.area === 'Surrey' ? 40 : 0" } },
        encoding: { theta: n, color: area },
      }),
      inMark,
    ],
    ["a deviation", drawn({ mark: { type: "errorbar", extent: "stdev" }, encoding: { y: n } }), inMark],
    ["an error of the mean", drawn({ mark: { type: "errorband", extent: "stderr" }, encoding: { y: n } }), inMark],
  ]),
  ...tricksOf("labels that are worked out", [
    ["a rank", windowed("rank"), inChart],
    ["a sum so far", windowed("sum"), inChart],
    ["noughts behind it", calculated("pad(toString(datum.offences), 5, '0', 'right')"), inChart],
    ["two of its digits", calculated("slice(toString(datum.offences), 0, 2)"), inChart],
    [
      "a share of all",
      label(
        { field: "q", type: "quantitative", format: ".0%" },
        {
          transform: [
            { joinaggregate: [{ op: "sum", field: "offences", as: "s" }] },
            { calculate: "datum.offences / datum.s", as: "q" },
          ],
        },
      ),
      inChart,
    ],
    ["a digit for an ellipsis", text({ limit: 14, ellipsis: "9" }), inChart],
    ["a font of pictures", text({ font: "Wingdings" }), inChart],
  ]),
];
