import { describe, expect, test } from "vitest";
import { buildDocument, readAffixRules } from "../../src/document/index.ts";
import { createPage } from "./rendered.ts";

/** What is said of a page under a stylesheet; `[12]` in the page is the figure of a claim. */
function said(css: string, html: string): readonly string[] {
  const page = createPage();
  const text = html.replaceAll(/\[(.+?)\]/g, (_, figure: string) => page.claim(figure, 7, "n"));
  return buildDocument(page.rendered(`<h1>Title</h1>${text}`), {
    strict: false,
    cssRules: css === "" ? [] : readAffixRules({ text: css, file: "brand.css" }, new Map()),
  })
    .diagnostics.filter(({ code }) => code === "figure-affix")
    .map(({ message }) => message.replace(/^The rule for .*? (?=[a-z]+ (?!p |b ))/, ""));
}
const isTold = (css: string, html: string) => said(css, html).length > 0;

const pairs = "<dl><dt>Kent</dt><dd>[12]</dd><dt>Essex</dt><dd>[34]</dd></dl>";
const table =
  "<table><caption>T</caption><tr><th>Kent</th><td>[12]</td></tr><tr><th>Essex</th><td>[34]</td></tr></table>";

test.each([
  ["", []],
  ["sup{font-size:80%}", []],
  ["sup{vertical-align:baseline}", ["figure-or-label"]],
  ["p *{vertical-align:0}", ["figure-or-label"]],
  ["h1 sup{vertical-align:baseline}", []],
  ["sup{vertical-align:baseline;position:relative;top:-0.5em}", []],
])("a raised number behind a name is a note unless a rule sets it on the line: %s", (css, expected) => {
  const { diagnostics } = buildDocument(
    createPage().rendered("<h1>Title</h1><p>They were backed up by Matt Richardson<sup>(9)</sup>, who ran.</p>"),
    { strict: true, cssRules: readAffixRules({ text: css, file: "brand.css" }, new Map()) },
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(expected);
});

describe("what a rule moves", () => {
  test.each<[string, string, boolean]>([
    ["dd{order:1}", pairs, true],
    ["dt{order:1}", pairs, true],
    ["dd{top:2em}", pairs, true],
    ["dd{top:2px}", pairs, false],
    ["dd{margin:0 -5em}", pairs, true],
    ["dd{margin:0 0 0 -5em}", pairs, true],
    ["dd{margin:0 5em -1e-9px}", pairs, false],
    ["dd{inset:0-5em auto auto}", pairs, true],
    ["dd{translate:0 -5em}", pairs, true],
    ["dd{margin:0 max(-1px, -2px)}", pairs, false],
    ["td{order:1}", table, true],
    // The whole, figure and label, or what stands alone, may move.
    ["dl{order:1}", pairs, false],
    ["p{order:1}", "<p>Kent [12]</p><p>Essex [34]</p>", false],
    ["b{order:1}", "<p>Kent <b>[12]</b></p>", false],
    ["b{order:1}", "<p>Kent <b>[12] of [34]</b></p>", false],
    ["i{order:1}", "<p><i></i> Kent <b>[12]</b> <b>[34]</b></p>", false],
    ["tr{order:1}", table, false],
  ])("%s in %s", (css, html, expected) => {
    expect(isTold(css, html)).toBe(expected);
  });
});

describe("each property that can do it", () => {
  const one = "<p>[12] of all</p>";
  test.each<[string, string, boolean]>([
    ["dd{grid-row:2}", pairs, true],
    ["dd{grid-row:span 2}", pairs, false],
    ["dd{grid-row-start:2}", pairs, true],
    ["dd{grid-area:2/1}", pairs, true],
    ["dd{transform:translate(4em)}", pairs, true],
    ["dd{transform:translate(1px,1px)}", pairs, false],
    ["dd{float:right}", pairs, true],
    ["dl{flex-flow:row-reverse}", pairs, true],
    ["dl{flex-flow:row wrap}", pairs, false],
    ["dl{flex-wrap:wrap-reverse}", pairs, true],
    ["p{word-spacing:-1em}", "<p>[12] [34]</p>", true],
    ["p{rotate:180deg}", one, true],
    ["p{rotate:10deg}", one, false],
    ["p{rotate:x 180deg}", one, true],
    ["p{scale:-1}", one, true],
    ["p{scale:1 -1}", one, true],
    ["p{scale:1.1}", one, false],
    ["b{clip:rect(0 1px 1px 0)}", "<p>Kent <b>[12]</b></p>", true],
    ["b{text-overflow:'9'}", "<p>Kent <b>[12]</b></p>", true],
    ["b{text-overflow:ellipsis}", "<p>Kent <b>[12]</b></p>", false],
  ])("%s in %s", (css, html, expected) => {
    expect(isTold(css, html)).toBe(expected);
  });
});

describe("what a rule sets over one another, or in another order", () => {
  test.each<[string, string, boolean]>([
    ["p{letter-spacing:-1em}", "<p>[12]</p>", true],
    ["p{letter-spacing:-2ch}", "<p>[12]</p>", true],
    ["p{letter-spacing:-0.02em}", "<p>[12]</p>", false],
    ["p{letter-spacing:-4px}", "<p>[12] and [34]</p>", true],
    ["p{letter-spacing:-4px}", "<p>[12]</p>", false],
    ["div{letter-spacing:-4px}", "<div><p>[12]</p><p>[34]</p></div>", false],
    ["div{letter-spacing:-4px}", "<div><b><i>[12]</i></b> [34]</div>", true],
    ["div{letter-spacing:-4px}", "<div><b><p>[12]</p></b> [34]</div>", false],
    ["dl{flex-direction:row-reverse}", pairs, true],
    ["tr{flex-direction:row-reverse}", "<table><caption>T</caption><tr><td>[12]</td><td>[34]</td></tr></table>", true],
    ["p{flex-direction:row-reverse}", "<p><b>[12]</b> <b>[34]</b></p>", false],
    ["p{flex-direction:row-reverse}", "<p><b>[12]</b><i>Kent</i></p>", false],
    ["p{flex-direction:row-reverse}", "<p><b>[12]</b><b>[34]</b><i>Kent</i></p>", true],
    ["p{flex-direction:row-reverse}", "<p><b>Kent [12]</b><b>Essex [34]</b></p>", false],
  ])("%s in %s", (css, html, expected) => {
    expect(isTold(css, html)).toBe(expected);
  });
});

describe("how much is seen of a figure", () => {
  test.each<[string, string, boolean]>([
    ["b{transform:rotate(180deg)}", "<p>Kent <b>[12]</b></p>", true],
    ["b{transform:rotate(180deg)}", "<p><b>Kent</b> [12]</p>", false],
    ["b{clip-path:inset(0 50% 0 0)}", "<p>Kent <b>[12]</b></p>", true],
    ["p{clip-path:inset(0 50% 0 0)}", "<p>Kent [12]</p>", false],
    ["b{clip-path:inset(0 50% 0 0)}", "<p><b>!</b> [12]</p>", false],
    ["b{text-shadow:20px 0 0 #000}", "<p>Kent <b>[12]</b></p>", true],
    ["b{text-shadow:20px 0 0 #000}", "<p><b>Kent</b> [12]</p>", false],
    ["b{filter:drop-shadow(20px 0 0 #000)}", "<p>Kent <b>[12]</b></p>", true],
    ["b{filter:drop-shadow(1px 1px 2px #000)}", "<p>Kent <b>[12]</b></p>", false],
    ["b{filter:drop-shadow(20px 0 0 #000)}", "<p><b>Kent</b> [12]</p>", false],
    ["b{-webkit-text-security:disc}", "<p>Kent <b>[12]</b></p>", true],
    ["b{-webkit-text-security:none}", "<p>Kent <b>[12]</b></p>", false],
    ["b{font-family:'Wingdings 2',serif}", "<p>Kent <b>[12]</b></p>", true],
    ["b{font:bold 12px/1 Symbol}", "<p>Kent <b>[12]</b></p>", true],
    ["b{font:12px 'Zapf Dingbats'}", "<p>Kent <b>[12]</b></p>", true],
    ["b{font-family:Inter,Symbol}", "<p>Kent <b>[12]</b></p>", false],
    ["b{font:12px 'Segoe UI Symbol'}", "<p>Kent <b>[12]</b></p>", false],
    ["b{font-family:Wingdings}", "<p><b>!</b> [12]</p>", false],
    ["b::first-letter{vertical-align:super}", "<p>Kent <b>[12]</b></p>", true],
    ["p::first-letter{vertical-align:super}", "<p>Kent [12]</p>", false],
    ["b{font-size:0}b::first-letter{font-size:9px}", "<p>Kent <b>[12]</b></p>", true],
    ["b::first-letter{font-size:3em}", "<p>Kent <b>[12]</b></p>", false],
    ["b{font-size:0}b::first-letter{font:9px serif}", "<p>Kent <b>[12]</b></p>", true],
    ["b{font-size:0}b::first-letter{font-size:9px}", "<p>Kent <b>a [12]</b></p>", false],
    ["b{color:transparent}b::first-letter{color:#000}", "<p>Kent <b>[12]</b></p>", true],
    ["b{color:transparent}b::first-letter{-webkit-text-fill-color:#000}", "<p>Kent <b>[12]</b></p>", true],
    ["b::first-letter{color:#000}", "<p>Kent <b>[12]</b></p>", false],
    ["p::first-line{text-shadow:20px 0 0 #000}", "<p>Kent [12]</p>", true],
    ["p::first-line{letter-spacing:-1em}", "<p>Kent [12]</p>", true],
    ["p::first-line{word-spacing:-1em}", "<p>[12] [34]</p>", true],
    ["p::first-line{font-family:Wingdings}", "<p>Kent [12]</p>", true],
    ["p::first-line{transform:scaleX(-1);order:1}", "<p>Kent [12]</p>", false],
    ["p{direction:rtl}", "<p>Kent [12]</p>", true],
    ["p{direction:rtl}", "<p>שלום [12]</p>", false],
    ["b{direction:rtl}", "<p><b>Kent</b> [12]</p>", false],
  ])("%s in %s", (css, html, expected) => {
    expect(isTold(css, html)).toBe(expected);
  });
  test("is told with the figure, or with the words, that it does it to", () => {
    expect(said("", '<p>Kent <b style="transform:scaleX(-1)">[12]</b></p>')).toEqual([
      'The style attribute of <b> turns or mirrors the figure "12" of the claim "n".',
    ]);
    expect(said("", `<dl><dt style="order:1"> Kent </dt><dd>[12]</dd><dt>Essex</dt><dd>[34]</dd></dl>`)).toEqual([
      'The style attribute of <dt> moves "Kent" away from what stands beside it.',
    ]);
  });
});

describe("a first digit", () => {
  const isToldOf = (css: string, html = "<p>Kent <b>[12]</b></p>") => isTold(`b::first-letter{${css}}`, html);
  test.each([
    "margin-right:-1.2em",
    "margin-inline-end:-12px",
    "margin:0 -1.2em 0 0",
    "margin:0 0 0 -1.2em",
    "margin:0 -1.2em",
    "margin-inline:0 -1.2em",
    "margin-right:calc(0px - 1em)",
    "margin-right:1.2em",
    "letter-spacing:-1.2em",
    "letter-spacing:1em",
    "float:left;margin-right:-1.2em",
    "vertical-align:super",
    "vertical-align:-.4em",
    "font-variant-position:super",
    "text-shadow:1em 0 0 #000",
    "font-family:Wingdings",
    "font:1em Webdings",
  ])("is not what it was by %s", (css) => {
    expect(isToldOf(css)).toBe(true);
    expect(isToldOf(css, "<p><b>Kent [12]</b></p>")).toBe(false);
  });
  test.each([
    "margin-right:1px",
    "margin:0 0 0 2em",
    "margin-inline:2em 0",
    "margin:-1em 0 0",
    "margin:0",
    "margin:auto",
    "letter-spacing:-.02em",
    "float:left;font-size:3em;margin-right:.6em",
    "vertical-align:baseline",
    "font-variant-position:normal",
    "text-shadow:0 1px 2px #000",
    "font-family:Georgia",
    "font:bold 2em/1 Georgia",
  ])("stays what it is by %s", (css) => {
    expect(isToldOf(css)).toBe(false);
  });
  test("is one behind spaces and signs, and not behind one that is no letter of it", () => {
    const isLifted = (html: string) => isToldOf("vertical-align:super", html);
    expect(isLifted("<p><b> [12]</b></p>")).toBe(true);
    expect(isLifted("<p><b>([12] of all)</b></p>")).toBe(true);
    expect(isLifted("<p><b>“<i>[12]</i></b></p>")).toBe(true);
    expect(isLifted("<p><b>[£12]</b></p>")).toBe(false);
    expect(isLifted("<p><b>about [12]</b></p>")).toBe(false);
  });
});

describe("headings that are turned round", () => {
  const headed = (heads: string, cells: string) =>
    `<table><caption class="x">T</caption><thead><tr class="x">${heads}</tr></thead><tbody><tr>${cells}</tr></tbody></table>`;
  const figures = headed('<th class="x">Kent</th><th>Essex</th>', "<td>[12]</td><td>[34]</td>");
  test.each<[string, string, boolean]>([
    ["thead{direction:rtl}", figures, true],
    ["tr.x{direction:rtl}", figures, true],
    ["th.x{direction:rtl}", figures, false],
    ["caption{direction:rtl}", figures, false],
    ["thead{direction:rtl}", headed("<th>Kent</th><th>Essex</th>", "<td>few</td><td>many</td>"), false],
    ["thead{direction:rtl}", figures.replace("Kent", "קנט"), false],
  ])("%s in %s", (css, html, expected) => {
    expect(said(css, html).some((message) => message.includes("headings over figures"))).toBe(expected);
  });
});

describe("what a rule leaves out", () => {
  const between = "leaves out what stands between";
  test.each<[string, string, boolean]>([
    ["i{display:none}", "<p>[12]<i> of </i>[34]</p>", true],
    ["i{display:none}", "<p>[12] <i>of</i> [34]</p>", true],
    ["i{display:none}", "<p>[12] <i>of</i> all [34]</p>", false],
    ["i{display:none}", "<p>[12] and <i>of</i> [34]</p>", false],
    ["i{display:none}", "<p><i>of</i> [34]</p>", false],
    ["i{display:none}", "<p>[12] <i>of</i></p>", false],
    ["i{display:none}", "<p>[12] <i>[7]</i> [34]</p>", false],
    ["i{display:none}", "<p><b>n</b> <i>of</i> [34]</p>", false],
    ["p{display:none}", "<div>[12]<p>of</p>[34]</div>", false],
  ])("%s in %s", (css, html, expected) => {
    expect(said(css, html).some((message) => message.includes(between))).toBe(expected);
  });
  const rows = (...cells: readonly string[]) =>
    `<table><caption>T</caption>${cells.map((row) => `<tr>${row}</tr>`).join("")}</table>`;
  test.each<[string, string, boolean]>([
    ["a cell of one row", rows('<td class="x">–</td><td>[12]</td>', "<td>–</td><td>[34]</td>"), true],
    ["a column", rows('<td class="x">–</td><td>[12]</td>', '<td class="x">–</td><td>[34]</td>'), false],
    ["a cell of words", rows('<td class="x">–</td><td>Kent</td>', "<td>–</td><td>Essex</td>"), false],
    ["a cell above figures", rows('<th class="x">–</th><th>Kent</th>', "<td>–</td><td>[34]</td>"), true],
    ["different cells", rows('<td class="x">–</td><td>[12]</td>', '<td>[34]</td><td class="x">–</td>'), true],
    ["a cell that is all of its row", rows('<td class="x">–</td>', "<td>[12]</td>"), false],
    ["a row", rows("<td>–</td><td>[12]</td>").replace("<tr>", '<tr class="x">'), false],
    ["what is no cell", '<p>Kent <b class="x">and</b> Essex [12]</p>', false],
  ])("%s", (_, html, expected) => {
    expect(isTold(".x{display:none}", html)).toBe(expected);
  });
});

test("what stands in a note is no label, and its number no digit of a figure", () => {
  const note = '<sup class="note-ref"><a href="#n">1</a></sup>';
  expect(isTold("sup{vertical-align:baseline}", `<p>Kent [12]${note}</p>`)).toBe(true);
  // The link within it stands on the line of the number.
  expect(isTold("a{vertical-align:baseline}", `<p>Kent [12]${note}</p>`)).toBe(false);
  expect(isTold("sup{vertical-align:baseline}", `<p>Kent [12 cases]${note}</p>`)).toBe(false);
  expect(isTold("sup{vertical-align:baseline}", `<p>[12] in Kent${note}</p>`)).toBe(false);
  expect(isTold("sup{vertical-align:baseline}", "<p>Kent [12]<sup>*</sup></p>")).toBe(false);
});

test.each<[string, boolean]>([
  ["sup,sub{position:relative;vertical-align:baseline}sup{top:-.5em}", false],
  ["sup{position:relative;vertical-align:baseline;top:-6px}", false],
  ["sup{vertical-align:baseline;top:-.5em}", true],
  ["sup{position:relative;vertical-align:baseline;top:.5em}", true],
  ["sup{position:relative;vertical-align:baseline;top:-2px}", true],
  ["sup{position:relative;vertical-align:baseline;top:-.5em}@media print{sup{top:0}}", true],
  ["sup{position:relative;vertical-align:baseline;top:-.5em}.note-ref{position:static}", true],
  ["sup{vertical-align:baseline}b{position:relative;top:-.5em}", true],
])("the number of a note that is raised by its position is not on the line: %s", (css, expected) => {
  const page = '<p>Kent [12]<sup class="note-ref"><a href="#n">1</a></sup> <b>x</b></p>';
  expect(said(css, page).some((message) => message.includes("number of a note"))).toBe(expected);
});
