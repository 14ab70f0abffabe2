import { describe, expect, it } from "vitest";
import type { BlockBox } from "../../src/pdf/box/box.ts";
import { breakLines } from "../../src/pdf/layout/break-lines.ts";
import { layOut } from "./lay-out.ts";

const width = 400;
const times = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join("");

function paragraphIn(box: BlockBox): BlockBox {
  const { content } = box;
  return content.kind === "inline" ? box : paragraphIn(content.children[0] as BlockBox);
}

/** How often lines ask a piece of a paragraph how wide it is, by the number of its pieces. */
function asked(html: string): number {
  const { root, context } = layOut(html, { width });
  const { content, style } = paragraphIn(root);
  const items = content.kind === "inline" ? content.items : [];
  const prepared = context.prepare(items, style.direction, { width, height: undefined });
  let count = 0;
  const pieces = new Set(prepared.units.flatMap(({ list, start, end }) => list.slice(start, end)));
  for (const piece of pieces) {
    if (!("width" in piece)) continue;
    const own = piece.width;
    Object.defineProperty(piece, "width", {
      get() {
        count += 1;
        return own;
      },
    });
  }
  breakLines(prepared, { width, indent: 0, overhang: 40 }, context);
  return count / pieces.size;
}

describe("lines of one paragraph", () => {
  it.each([
    ["words that no line may part", (count: number) => `<pre>${times(count, (i) => `word${i % 9} `)}</pre>`],
    [
      "elements that no line may part",
      (count: number) => `<p style="white-space: nowrap">${times(count, (i) => `<b>word${i % 9}</b> `)}</p>`,
    ],
    [
      "the same, which may be hyphenated",
      (count: number) =>
        `<p lang="en-GB" style="white-space: nowrap; hyphens: auto">${times(count, () => "ordinarily ")}</p>`,
    ],
    ["elements of one word", (count: number) => `<p>${times(count, (i) => `<b>ab${i % 9}</b>`)}</p>`],
    ["parts of an address", (count: number) => `<p>https://${times(count, (i) => `word${i % 9}/<b></b>`)}</p>`],
    ["what stands in a range of years", (count: number) => `<p>${times(count, () => "19-<b></b>")}</p>`],
  ])("ask no more of each of twice as many pieces: %s", (_, html) => {
    expect(asked(html(1600)) / asked(html(800))).toBeLessThan(1.15);
  });
});
