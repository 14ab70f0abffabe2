import { count, table } from "briefwright";
import { bars, type chart, drawn, area as force, inChart, inMark, label, n, style, svg } from "./drawn-tricks.ts";
import { type Change, limit, page, stopped, type Trick, tricksOf, warned } from "./trick.ts";

const year = { field: "period", type: "ordinal" };
const ofKent = {
  data: ({ offences }: Parameters<NonNullable<Parameters<typeof chart>[0]["data"]>>[0]) =>
    offences.where({ area: "kent", measure: "offences" }),
};
const swapped = (value: string) => `${value} == 'Kent' ? 'Essex' : ${value} == 'Essex' ? 'Kent' : ${value}`;
const labelled = (mark: object) =>
  drawn({
    encoding: { x: force, y: n },
    layer: [{ mark: "bar" }, { mark: { type: "text", ...mark }, encoding: { text: n } }],
  });
const independent = (scale: string) => ({ resolve: { scale: { [scale]: "independent" } } });

const around = (body: string): Change => page(`<p>${body}</p>`);
const joined = (what: RegExp) => warned(new RegExp(`side by side.*${what.source}`), "figure-affix");
const besides = (what: RegExp) => warned(what, "figure-affix");
const twoFigures = (between: string) => around(`{{value "before"}}${between}{{value "total"}}`);
const terms = '<dl><dt>Kent</dt><dd>{{value "total"}}</dd><dt>Essex</dt><dd>{{value "essex"}}</dd></dl>';
const misplaced = stopped(/of the template/, "misplaced-figure");
const twoYears = (css: string): Change => ({
  ...style(css, '{{table "t"}}'),
  tables: ({ offences }) => ({
    t: table({
      caption: "Offences by force",
      rowHeader: "Force",
      rows: offences.categories("area"),
      columns: {
        before: {
          header: "2017/18",
          cell: ({ id }) => count(offences, { area: id, period: "2017/18", measure: "offences" }),
        },
        now: {
          header: "2018/19",
          cell: ({ id }) => count(offences, { area: id, period: "2018/19", measure: "offences" }),
        },
      },
    }),
  }),
});
const shownElsewhere = "rules of a stylesheet that move, mirror or cover";

/** Figures that are the data's, and are seen as others. */
export const seenTricks: readonly Trick[] = [
  ...tricksOf("labels that are cut, turned or moved", [
    ["cut after a digit", labelled({ limit: 18, ellipsis: "9" }), inChart],
    [
      "ticks that are cut",
      drawn({ mark: "bar", encoding: { x: force, y: { ...n, axis: { labelLimit: 22 } } } }),
      inChart,
    ],
    ["upside down", labelled({ angle: 180 }), inMark],
    ["over the next bar", labelled({ dx: 160 }), inMark],
    [
      "on other pieces of a stack",
      drawn({
        encoding: { y: { ...n, stack: "zero" } },
        layer: [
          { mark: "bar", encoding: { color: force, order: { field: "offences", sort: "ascending" } } },
          { mark: "text", encoding: { detail: force, text: n, order: { field: "offences", sort: "descending" } } },
        ],
      }),
      inMark,
    ],
    [
      "on other slices",
      drawn({
        encoding: { theta: { ...n, stack: true }, color: force },
        layer: [
          { mark: { type: "arc", outerRadius: 80 } },
          { mark: { type: "text", radius: 90, thetaOffset: 1.5 }, encoding: { text: n } },
        ],
      }),
      inMark,
    ],
    [
      "of categories, at others",
      drawn({ mark: "bar", encoding: { x: { ...force, axis: { labelOffset: 160 } }, y: n } }),
      inMark,
    ],
    [
      "two that touch",
      drawn({
        encoding: { x: force, y: n },
        layer: [
          { mark: "bar" },
          { mark: { type: "text", align: "right" }, encoding: { text: n } },
          { mark: { type: "text", align: "left" }, encoding: { text: n } },
        ],
      }),
      warned(/labels "\d+" and "\d+".*touch/, "figure-affix"),
    ],
    ["too small or too pale", labelled({ fontSize: 0.1, color: "white" }), limit("which figures are shown")],
  ]),
  ...tricksOf("parts of names as figures", [
    ["of a year", label({ value: "Up by 19%" }), inChart],
    ["of a date", label({ value: "Up by 4 million" }), inChart],
    ["of a year, in a sentence", label({ value: "18 deaths" }), inChart],
    ["of a year, by itself", label({ value: "2018" }), limit("a part of a period's name")],
  ]),
  ...tricksOf("names of others in a chart", [
    ["labels of marks", label({ value: "", condition: { test: "datum.area == 'Kent'", value: "Essex" } }), inChart],
    [
      "labels by expression",
      drawn({
        encoding: { x: force, y: n },
        layer: [{ mark: "bar" }, { mark: { type: "text", text: { expr: swapped("datum.area") } } }],
      }),
      inChart,
    ],
    [
      "headings of small charts",
      drawn({
        mark: "bar",
        encoding: { column: { ...force, header: { labelExpr: swapped("datum.value") } }, x: year, y: n },
      }),
      inChart,
    ],
    [
      "titles of plots side by side",
      drawn({
        hconcat: [
          { title: "Essex", transform: [{ filter: "datum.area == 'Kent'" }], mark: "bar", encoding: { x: year, y: n } },
          { title: "Kent", transform: [{ filter: "datum.area == 'Essex'" }], mark: "bar", encoding: { x: year, y: n } },
        ],
      }),
      inChart,
    ],
    [
      "titles of axes of plots side by side",
      drawn({
        hconcat: [
          {
            transform: [{ filter: "datum.area == 'Kent'" }],
            mark: "bar",
            encoding: { x: { ...year, title: "Essex" }, y: n },
          },
          {
            transform: [{ filter: "datum.area == 'Essex'" }],
            mark: "bar",
            encoding: { x: { ...year, title: "Kent" }, y: n },
          },
        ],
      }),
      inChart,
    ],
    ["the title of a whole chart", drawn({ ...bars, title: "Essex" }, ofKent), limit("the words of a heading")],
  ]),
  ...tricksOf("axes and legends of other layers", [
    [
      "an axis of nothing that is seen",
      drawn({
        layer: [
          { mark: "bar", encoding: { x: force, y: { ...n, axis: null } } },
          { mark: { type: "point", opacity: 0 }, encoding: { x: force, y: { ...n, scale: { domain: [0, 4000] } } } },
        ],
        ...independent("y"),
      }),
      inMark,
    ],
    [
      "names in another order",
      drawn({
        layer: [
          { mark: "bar", encoding: { x: { ...force, sort: "-y", axis: null }, y: n } },
          { mark: { type: "tick", opacity: 0 }, encoding: { x: { ...force, sort: "y" }, y: n } },
        ],
        ...independent("x"),
      }),
      inMark,
    ],
    [
      "a legend of other colours",
      drawn({
        layer: [
          {
            mark: "bar",
            encoding: {
              x: force,
              y: n,
              color: {
                ...force,
                scale: { domain: ["Kent", "Essex", "Surrey"], range: ["red", "green", "blue"] },
                legend: null,
              },
            },
          },
          {
            mark: { type: "point", opacity: 0 },
            encoding: {
              x: force,
              y: n,
              color: { ...force, scale: { domain: ["Kent", "Essex", "Surrey"], range: ["green", "red", "blue"] } },
            },
          },
        ],
        ...independent("color"),
      }),
      inMark,
    ],
    [
      "colours exchanged by a condition",
      drawn({
        mark: "bar",
        encoding: {
          x: force,
          y: n,
          color: {
            ...force,
            condition: { test: "datum.area == 'Kent'", value: "green" },
            scale: { domain: ["Kent", "Essex", "Surrey"], range: ["red", "green", "blue"] },
          },
        },
      }),
      inMark,
    ],
    [
      "the colour of the most by a condition",
      drawn({
        mark: "rect",
        encoding: {
          x: force,
          color: {
            ...n,
            condition: { test: "datum.area == 'Surrey'", value: "#08306b" },
            scale: { range: ["#f7fbff", "#08306b"] },
          },
        },
      }),
      inMark,
    ],
  ]),
  ...tricksOf("marks that look larger or smaller", [
    [
      "by their outline",
      drawn({ mark: { type: "bar", stroke: "red", strokeWidth: 80 }, encoding: { x: force, y: n } }),
      inMark,
    ],
    [
      "by gaps between slices",
      drawn({ mark: { type: "arc", padAngle: 0.6 }, encoding: { theta: n, color: force } }),
      inMark,
    ],
    [
      "by the radius of a slice",
      drawn({
        mark: { type: "arc", outerRadius: { expr: "datum.area == 'Kent' ? 120 : 40" } },
        encoding: { theta: n, color: force },
      }),
      inMark,
    ],
    [
      "by a curve beside its points",
      drawn({ mark: { type: "line", interpolate: "basis" }, encoding: { x: force, y: n } }),
      inMark,
    ],
    [
      "by a curve that swings out",
      drawn({ mark: { type: "line", interpolate: "cardinal", tension: -8 }, encoding: { x: force, y: n } }),
      inMark,
    ],
    [
      "by a logarithm without an axis",
      drawn({ mark: "line", encoding: { x: year, y: { ...n, axis: null, scale: { type: "log" } } } }, ofKent),
      inMark,
    ],
    [
      "upside down without an axis",
      drawn({ mark: "line", encoding: { x: year, y: { ...n, axis: null, scale: { reverse: true } } } }, ofKent),
      inMark,
    ],
    [
      "by a scale of pieces",
      drawn(
        { mark: "line", encoding: { x: year, y: { ...n, scale: { domain: [0, 200, 300], range: [200, 190, 0] } } } },
        ofKent,
      ),
      inMark,
    ],
    [
      "by a logarithm that its axis shows",
      drawn({ mark: "line", encoding: { x: year, y: { ...n, scale: { type: "log" } } } }, ofKent),
      limit("a line or points may stand on a scale that"),
    ],
    [
      "by their breadth",
      drawn({
        mark: { type: "bar", width: { expr: "datum.area == 'Kent' ? 120 : 10" } },
        encoding: { x: force, y: n },
      }),
      limit("which figures are shown"),
    ],
    [
      "by a gradient",
      drawn({
        mark: {
          type: "bar",
          color: {
            gradient: "linear",
            x1: 1,
            y1: 1,
            x2: 1,
            y2: 0,
            stops: [
              { offset: 0, color: "blue" },
              { offset: 0.5, color: "white" },
            ],
          },
        },
        encoding: { x: force, y: n },
      }),
      limit("which figures are shown"),
    ],
  ]),
  ...tricksOf("two figures that are read as one", [
    ["side by side", twoFigures(""), joined(/114274/)],
    ["in two elements", around('<b>{{value "before"}}</b><i>{{value "total"}}</i>'), joined(/114274/)],
    ["with a place for a break", twoFigures("<wbr>"), joined(/114274/)],
    ["with a soft hyphen", twoFigures("&shy;"), joined(/114274/)],
    ["with what nobody sees", twoFigures("&#8203;"), joined(/114274/)],
    ["with a comma of thousands", twoFigures(","), joined(/114,274/)],
    ["with a decimal point", twoFigures("."), joined(/114\.274/)],
    ["with a thin space", twoFigures("&#8239;"), joined(/114\s274/)],
    ["the second one raised", around('{{value "before"}}<sup>{{value "total"}}</sup>'), joined(/114274/)],
    ["with a literal", around('{{value "total"}}{{literal "000"}}'), joined(/274000/)],
    ["with a literal that begins with a comma", around('{{value "total"}}{{literal ",000"}}'), joined(/274,000/)],
    ["with a period", around('{{value "total"}}{{period "total"}}'), joined(/2742018/)],
    ["with a date", around('{{date "2019"}}{{value "total"}}'), joined(/2019274/)],
    [
      "by CSS that leaves out the words between",
      style("i{display:none}", '<p>{{value "before"}}<i> and </i>{{value "total"}}</p>'),
      besides(/leaves out what stands between/),
    ],
    [
      "by CSS that makes them tiny",
      style("i{font-size:0}", '<p>{{value "before"}}<i> and </i>{{value "total"}}</p>'),
      besides(/leaves out what stands between/),
    ],
    [
      "by a negative margin",
      style(".j{margin-left:-1ch}", '<p>{{value "before"}} <span class=j>{{value "total"}}</span></p>'),
      besides(/moves the figure "274"/),
    ],
    [
      "by the space between words",
      style("p{word-spacing:-.4em}", '<p>{{value "before"}} {{value "total"}}</p>'),
      besides(/over one another/),
    ],
    [
      "by the space between letters",
      style("p{letter-spacing:-1em}", '<p>{{value "before"}} {{value "total"}}</p>'),
      besides(/over one another/),
    ],
    [
      "the number of a note",
      style("sup{vertical-align:baseline;font-size:1em}", '<p>{{value "total"}}{{note "total"}}</p>'),
      besides(/number of a note/),
    ],
    [
      "the number of a note without its style",
      style(".note-ref{all:unset}", '<p>{{value "total"}}{{note "total"}}</p>'),
      besides(/number of a note/),
    ],
  ]),
  ...tricksOf("what looks like a digit", [
    ["a letter O", around('{{value "total"}}O offences'), besides(/"O".*looks like/)],
    ["a letter l before", around('l{{value "total"}} offences'), besides(/"l".*looks like/)],
    ["a capital I", around('I{{value "total"}} offences'), besides(/"I".*looks like/)],
    ["a stroke", around('|{{value "total"}} offences'), besides(/"\|".*looks like/)],
    ["a Cyrillic letter", around('{{value "total"}}\u041E offences'), besides(/looks like/)],
    ["a circle", around('{{value "total"}}○ offences'), besides(/looks like/)],
    ["a line through it", around('{{value "total"}}\u0336'), besides(/looks like/)],
    ["a letter by CSS", style('data::after{content:"O"}', '<p>{{value "total"}}</p>'), besides(/"O"/)],
    ["a stroke by CSS", style('data::before{content:"|"}', '<p>{{value "total"}}</p>'), besides(/"\|"/)],
    [
      "a border",
      style("data{border-left:2px solid}", '<p>{{value "total"}}</p>'),
      limit("figures that are drawn as shapes"),
    ],
  ]),
  ...tricksOf("elements around a figure", [
    ["one that is taken out, a sign", around('{{value "total"}}<x-a>%</x-a>'), besides(/%/)],
    ["one that is taken out, a word", around('{{value "total"}}<label> million</label>'), besides(/million/)],
    ["one that is taken out, in a word", around("Police saw twel<x-a>ve</x-a> offences"), warned(/twelve/)],
    ["an annotation", around('<ruby>{{value "total"}}<rt>million</rt></ruby>'), besides(/million/)],
    [
      "a picture that says it",
      around('{{value "total"}} <img src="data:image/png;base64,iVBORw0KGgo=" alt="million">'),
      besides(/million/),
    ],
    ["a block of its own", page('<div>{{value "total"}}</div><div>million</div>'), besides(/million/)],
    [
      "a cell of its own",
      page('<table><tr><th>Kent</th><td>{{value "total"}}</td><td>%</td></tr></table>'),
      besides(/%/),
    ],
    ["a minus as a picture character", around('➖{{value "total"}}'), besides(/➖/)],
    [
      "what a program reads for it",
      around('<data value="{{value "essex"}}">{{value "total"}}</data>'),
      stopped(/value attribute/),
    ],
    [
      "what is read aloud for it",
      around('<span aria-label="{{value "essex"}}">{{value "total"}}</span>'),
      besides(/aria-label .*read in place/),
    ],
    [
      "what is read aloud from elsewhere",
      around('<b id=e>{{value "essex"}}</b> <span aria-labelledby=e>{{value "total"}}</span>'),
      besides(/aria-labelledby .*read in place/),
    ],
    [
      "words that are read aloud for it",
      around('<span aria-label="very many">{{value "total"}}</span>'),
      besides(/read in place/),
    ],
    [
      "nothing that is read aloud",
      around('<span aria-hidden=true>{{value "total"}}</span>'),
      limit("which figures are shown"),
    ],
    [
      "a description of it",
      around('<span title="{{value "essex"}}">{{value "total"}}</span>'),
      limit("what the sentence around a traced figure says"),
    ],
  ]),
  ...tricksOf("the direction of text", [
    ["of an element", page('<p dir=rtl>{{value "before"}} – {{value "total"}}</p>'), besides(/dir="rtl"/)],
    [
      "by CSS",
      style(".a{direction:rtl}", '<p class=a>{{value "before"}} – {{value "total"}}</p>'),
      besides(/turns the order/),
    ],
    ["by a mark", around('{{value "before"}} – \u200F{{value "total"}}'), besides(/turns the order/)],
    ["by an Arabic mark", around('{{value "before"}} \u061C– {{value "total"}}'), besides(/turns the order/)],
    ["by an isolate", around('{{value "before"}} \u2067{{value "total"}}\u2069'), besides(/turns the order/)],
  ]),
  ...tricksOf("headings that the author typed", [
    [
      "columns exchanged",
      page(
        '<table><tr><th>Kent</th><th>Essex</th></tr><tr><td>{{value "essex"}}</td><td>{{value "total"}}</td></tr></table>',
      ),
      misplaced,
    ],
    [
      "rows exchanged",
      page(
        '<table><tr><th>Kent</th><td>{{value "essex"}}</td></tr><tr><th>Essex</th><td>{{value "total"}}</td></tr></table>',
      ),
      misplaced,
    ],
    [
      "another year",
      page(
        '<table><tr><th>2017/18</th></tr><tr><td>{{value "total"}}</td></tr></table>'.replace(
          "2017/18",
          '{{period "before"}}',
        ),
      ),
      misplaced,
    ],
    [
      "shifted by a span",
      page(
        '<table><tr><th>Force</th><th colspan=2>Kent</th><th>Essex</th></tr><tr><th>Offences</th><td>{{value "total"}}</td><td>{{value "essex"}}</td></tr></table>',
      ),
      misplaced,
    ],
    [
      "read aloud with another",
      page(
        '<table><tr><th id=k>Kent</th><th id=e>Essex</th></tr><tr><td headers=e>{{value "total"}}</td><td headers=k>{{value "essex"}}</td></tr></table>',
      ),
      misplaced,
    ],
    [
      "a short form that is another",
      page('<table><tr><th abbr="Essex">Kent</th></tr><tr><td>{{value "total"}}</td></tr></table>'),
      misplaced,
    ],
    ["terms exchanged", page(terms.replace("total", "x").replace("essex", "total").replace("x", "essex")), misplaced],
    [
      "a caption",
      page('<table><caption>Essex</caption><tr><td>{{value "total"}}</td></tr></table>'),
      limit("the words of a heading"),
    ],
  ]),
  ...tricksOf("a date as a figure", [
    ["with a zero before it", around('Kent: {{date "0140"}}'), stopped(/0140/, "unknown-date")],
    ["beyond all years", around('Kent: {{date "9999"}}'), stopped(/9999/, "unknown-date")],
    ["a year as a count", around('Kent: {{date "1990"}} offences'), limit("a date that is typed")],
  ]),
  ...tricksOf("CSS that writes without digits", [
    [
      "a counter in mid sentence",
      style(
        ".a i{counter-increment:n}.a b::after{content:counter(n)}",
        "<p class=a>Kent saw <i></i><i></i><b></b> offences</p>",
      ),
      besides(/middle of a text/),
    ],
    [
      "a counter that is named often",
      style(".a{counter-increment:n n n n n}.a::before{content:counter(n)}"),
      stopped(/counter/),
    ],
    [
      "a list without a stop",
      style(
        '@counter-style x{system:extends decimal;suffix:""}ul{list-style:x inside}',
        '<ul><li>{{claim "total"}}</li></ul>',
      ),
      besides(/"1"/),
    ],
    [
      "a list with a word",
      style(
        '@counter-style x{system:cyclic;symbols:"";suffix:"minus "}ul{list-style:x inside}',
        '<ul><li>{{claim "total"}}</li></ul>',
      ),
      besides(/minus/),
    ],
    [
      "a symbol in words",
      style(
        '@counter-style x{system:cyclic;symbols:"forty";suffix:" "}ul{list-style:x inside}',
        "<ul><li>offences</li></ul>",
      ),
      warned(/forty/),
    ],
    [
      "a symbol that is a name",
      style(
        '@counter-style x{system:cyclic;symbols:forty;suffix:" "}ul{list-style:x inside}',
        "<ul><li>offences</li></ul>",
      ),
      warned(/forty/),
    ],
    [
      "a symbol that is a name with digits",
      style("@counter-style x{system:cyclic;symbols:\\31\\34\\30}ul{list-style:x}", "<ul><li>x</li></ul>"),
      stopped(/140/),
    ],
    [
      "a counter in a style of words",
      style(
        "@counter-style x{system:cyclic;symbols:forty}.a::before{content:counter(n,x)}",
        "<p class=a> offences</p>",
      ),
      warned(/forty/),
    ],
    [
      "a million beside a copy",
      style(
        '.e{string-set:n content()}@page{@top-left{content:string(n) " million"}}',
        '<p class=e>{{value "essex"}}</p>',
      ),
      besides(/million/),
    ],
    [
      "two copies",
      style(
        ".e{string-set:n content()}@page{@top-left{content:string(n) string(n)}}",
        '<p class=e>{{value "essex"}}</p>',
      ),
      besides(/another text/),
    ],
    [
      "a sign beside a copy of an element",
      style('.a::after{content:target-text(url(#e)) "%"}', '<p id=e>{{value "essex"}}</p><p class=a>Kent</p>'),
      besides(/%/),
    ],
    [
      "a counter at the head of a text",
      style(".a{counter-increment:n}.a::before{content:counter(n)}", "<p class=a> offences in Kent</p>"),
      limit("a count of elements before a text"),
    ],
    [
      "an address with a space",
      style(`.a{background:url("${svg("<text>140</text>").replace("data:", "data: ")}")}`),
      stopped(/stylesheet/),
    ],
    [
      "an address with a line break",
      style(`.a{background:url("${svg("<text>140</text>").replace("svg", "sv\\a g")}")}`),
      stopped(/stylesheet/),
    ],
  ]),
  ...tricksOf("CSS that shows a part, or elsewhere", [
    [
      "a first letter in the colour of paper",
      style("data{display:inline-block}data::first-letter{color:#fff}"),
      besides(/hides the first letter/),
    ],
    [
      "a first letter without a fill",
      style("data{display:inline-block}data::first-letter{-webkit-text-fill-color:transparent}"),
      besides(/hides/),
    ],
    [
      "a first letter by a property",
      style(":root{--t:transparent}data{display:inline-block}data::first-letter{color:var(--t)}"),
      besides(/hides/),
    ],
    [
      "a first letter that is moved",
      style("data{display:inline-block}data::first-letter{float:left;margin-left:-99px}"),
      besides(/hides/),
    ],
    ["a first line", style(".a::first-line{color:transparent}"), besides(/hides/)],
    ["two digits of width", style("data{display:inline-block;width:2ch;overflow:hidden}"), besides(/shows a part/)],
    ["a clip", style("data{clip-path:inset(0 50% 0 0)}"), besides(/shows a part/)],
    ["an indent", style("data{display:inline-block;text-indent:-1ch;overflow:hidden}"), besides(/shows a part/)],
    ["words for what is cut", style('data{text-overflow:" million"}'), besides(/shows a part/)],
    ["twice, by a shadow", style("data{text-shadow:3ch 0 #000}"), besides(/second time/)],
    ["upside down", style("data{display:inline-block;rotate:180deg}"), besides(/turns or mirrors/)],
    ["mirrored by scale", style("data{display:inline-block;scale:-1 1}"), besides(/turns or mirrors/)],
    ["in a reversed list of terms", style("dl{display:flex;flex-direction:row-reverse}", terms), besides(/reverses/)],
    ["in another order", style("dl{display:flex}dd:nth-of-type(1){order:9}", terms), besides(/moves/)],
    ["in another row of a grid", style("dl{display:grid}dd:nth-of-type(1){grid-row:4}", terms), besides(/moves/)],
    ["beside another term", style("dd:nth-of-type(1){position:relative;top:3em}", terms), besides(/moves/)],
    ["by a transform", style("dd:nth-of-type(1){transform:translateY(3em)}", terms), besides(/moves/)],
    [
      "by a float",
      style(".f{float:right}", '<p>Kent <span class=f>{{value "total"}}</span> Essex {{value "essex"}}</p>'),
      besides(/moves/),
    ],
    [
      "over another figure",
      style(".f{position:absolute;inset:0}", '<p>Kent <span class=f>{{value "essex"}}</span> {{value "total"}}</p>'),
      besides(/moves/),
    ],
    [
      "in a style attribute",
      page('<p>{{value "total"}} <span style="position:relative;left:-4em">{{value "essex"}}</span></p>'),
      besides(/style attribute .*moves/),
    ],
    [
      "cells left out under headings that stay",
      twoYears("td:nth-of-type(1){display:none}"),
      besides(/under other headings/),
    ],
    [
      "columns exchanged below headings",
      twoYears("tbody tr{display:flex;flex-direction:row-reverse}"),
      besides(/reverses/),
    ],
    [
      "a card as a whole",
      style(".c{position:absolute;left:9em}", '<div class=c><p>Kent</p><p>{{value "total"}}</p></div>'),
      limit(shownElsewhere),
    ],
    ["words left out", style("i{display:none}", '<p><i>less than</i> {{value "total"}}</p>'), limit(shownElsewhere)],
  ]),
];
