import { describe, expect, it } from "vitest";
import type { Fragment, LineFragment } from "../../src/pdf/layout/fragment.ts";
import { layOut } from "./lay-out.ts";

const linesIn = (fragment: Fragment): readonly LineFragment[] =>
  fragment.kind === "line" ? [fragment] : fragment.kind === "box" ? fragment.children.flatMap(linesIn) : [];

/** For each line, the boxes behind its text: where they are, and the borders that they have left and right. */
function boxesOf(html: string, width = 400) {
  const css = "p { margin: 0; font-size: 10pt; line-height: 20pt } .b { border: 2pt solid; padding: 0 3pt }";
  const { laidOut } = layOut(html, { css, width });
  return linesIn(laidOut.fragment).map((line) => ({
    line,
    boxes: line.backgrounds.map(({ x, y, width: across, height, style }) => ({
      ...{ x, y, width: across, height, left: style.borderLeftWidth, right: style.borderRightWidth },
    })),
  }));
}

const widthOf = ({ runs }: LineFragment) => runs.reduce((sum, run) => sum + run.width, 0);

describe("an inline box", () => {
  it("has its borders around its text, not under it", () => {
    const [{ line, boxes } = { line: undefined, boxes: [] }] = boxesOf('<p><span class="b">one</span></p>');
    expect(line?.runs[0]).toMatchObject({ x: 5 });
    const [plain] = boxesOf('<p><span style="background: red">one</span></p>');
    expect(boxes).toMatchObject([{ x: 0, left: 2, right: 2, y: (plain?.boxes[0]?.y ?? 0) - 2 }]);
    expect(boxes[0]?.width).toBeCloseTo(10 + (line ? widthOf(line) : 0), 6);
    expect(boxes[0]?.height).toBeCloseTo((plain?.boxes[0]?.height ?? 0) + 4, 6);
  });

  it("is open where a line ends, and ends with its text, not with the space after it", () => {
    const lines = boxesOf('<p><span class="b">some words that go on over a few lines of text </span>and on</p>', 80);
    const cut = lines.map(({ boxes }) => boxes.map(({ left, right }) => [left, right]));
    expect(cut[0]).toEqual([[2, 0]]);
    expect(cut.slice(1).flat().at(-1)).toEqual([0, 2]);
    expect(cut.flat().filter(([left]) => left === 2)).toHaveLength(1);
    for (const { line, boxes } of lines)
      for (const box of boxes) expect(box.x + box.width).toBeLessThan(line.width + 1);
  });

  it("is there with nothing in it, and reaches over pictures and boxes", () => {
    expect(boxesOf('<p>a<span class="b"></span>b</p>')[0]?.boxes).toMatchObject([{ width: 10 }]);
    const atom = '<span style="display: inline-block; width: 30pt; height: 5pt"></span>';
    expect(boxesOf(`<p><span class="b">${atom}</span></p>`)[0]?.boxes).toMatchObject([{ x: 0, width: 40 }]);
  });

  it("lies over the one that it is in", () => {
    const html = '<p><span class="b"><span class="b" style="border-width: 1pt">in</span></span></p>';
    expect(boxesOf(html)[0]?.boxes.map(({ left }) => left)).toEqual([2, 1]);
  });

  it("begins on the right where it runs from right to left", () => {
    const lines = boxesOf('<p dir="rtl"><span class="b">שלום שלום שלום שלום שלום שלום שלום שלום</span></p>', 80);
    expect(lines[0]?.boxes).toMatchObject([{ left: 0, right: 2 }]);
    expect(lines.at(-1)?.boxes).toMatchObject([{ left: 2, right: 0 }]);
  });
});

it("inline boxes with nothing in them, and nothing around it, make no line", () => {
  expect(boxesOf('<p><span style="background: red"></span></p>')).toEqual([]);
});
