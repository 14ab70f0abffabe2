import fc from "fast-check";
import { expect, it } from "vitest";
import type { BoxFragment, Fragment } from "../../src/pdf/layout/fragment.ts";
import { layOut } from "./lay-out.ts";

/** All that is said of a fragment, however it is kept. */
function said(fragment: Fragment): object {
  // A picture is drawn by a function of its own document.
  if (fragment.kind === "image") return { ...fragment, image: fragment.image.kind };
  if (fragment.kind === "line") return { ...fragment, atoms: fragment.atoms.map(said) };
  const { kind, x, y, width, height, style, borders, tag, marks, reach, hasFloats, children } = fragment;
  const own = { kind, x, y, width, height, style, borders, tag, marks, reach, hasFloats: hasFloats === true };
  return { ...own, children: children.map(said) };
}

const rowsKept = (fragment: Fragment): number =>
  fragment.kind !== "box"
    ? 0
    : (fragment.holdsWordsAlone ? 1 : 0) + fragment.children.reduce((sum, child) => sum + rowsKept(child), 0);

const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')}`;
const contents = [
  "12",
  "",
  "Children looked after at 31 March",
  "<b>Of</b> which <i>boys</i>",
  'See <a href="https://example.org">there</a>',
  'Under <span style="background: #eee">five</span>',
  `<img alt="A" src="${picture}">`,
  "<p>One</p><p>Two</p>",
  '<b id="here">Anchor</b>',
  "co&shy;operation between authorities",
  "شمال",
  "<table><tr><td>in</td></tr></table>",
  '<span style="position: relative; top: 3pt">Moved</span>',
];
const cell = fc.record({
  content: fc.constantFrom(...contents),
  style: fc.constantFrom("", "text-align: right", "vertical-align: bottom", "height: 40pt", "line-height: 0.4"),
  span: fc.constantFrom("", "", "", ' colspan="2"', ' rowspan="2"'),
});
/** Rows of shorter tables are not kept. */
const enough = "<tr><td>0".repeat(100);
const htmlOf = (rows: readonly (readonly { content: string; style: string; span: string }[])[]) =>
  `<table>${enough}${rows
    .map((cells) => cells.map(({ content, style, span }) => `<td style="${style}"${span}>${content}</td>`).join(""))
    .map((row) => `<tr>${row}</tr>`)
    .join("")}</table>`;

it("gives of rows that are kept as numbers the fragments that they were laid out to", () => {
  const css = fc.constantFrom(
    "",
    "table { border-collapse: collapse } td { border: 1pt solid }",
    "td { padding: 3pt }",
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 32 }), css, (rows, look) => {
      const kept = layOut(htmlOf(rows), { css: look, width: 200 });
      const whole = layOut(htmlOf(rows), { css: look, width: 200, tellsLinesApart: true });
      expect(rowsKept(whole.laidOut.fragment)).toBe(0);
      expect(rowsKept(kept.laidOut.fragment)).toBeGreaterThan(95);
      expect(said(kept.laidOut.fragment)).toEqual(said(whole.laidOut.fragment));
    }),
    { numRuns: 15 },
  );
});

it("keeps as numbers the rows of a table of words and figures, and no others", () => {
  const row = (content: string) => `<tr><th>Area</th><td>${content}</td></tr>`;
  const kept = (html: string) => rowsKept(layOut(`<table>${html}</table>`).laidOut.fragment);
  expect(kept(row("1,234").repeat(700))).toBe(700);
  for (const more of [
    `<img alt="A" src="${picture}">`,
    '<b id="a">1</b>',
    '<a href="https://example.org">1</a>',
    '<p style="margin: 0 0 -20pt">1</p>',
    "<table><tr><td>1</td></tr></table>",
  ])
    expect(kept(row(more) + enough)).toBe(100);
  expect(kept(row("1,234").repeat(99))).toBe(0);
});

it("makes whole copies of rows that are kept as numbers", () => {
  const { fragment } = layOut(`<table>${"<tr><td>1<td>2".repeat(100)}</table>`).laidOut;
  const rowIn = (each: Fragment): BoxFragment | undefined =>
    each.kind !== "box" ? undefined : each.holdsWordsAlone ? each : each.children.map(rowIn).find(Boolean);
  const row = rowIn(fragment) as BoxFragment;
  const copy = { ...row, y: 7 };
  expect(copy.children).toHaveLength(2);
  expect(said(copy)).toEqual({ ...said(row), y: 7 });
});
