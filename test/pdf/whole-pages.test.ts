import fc from "fast-check";
import { expect, it } from "vitest";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { trials } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const css = `@page { size: 105mm 148mm; margin: 12mm } @page wide { size: 148mm 105mm; margin: 10mm 12mm }
  .wide { page: wide } .right { break-before: right } .flex { display: flex; gap: 8pt } .flex > * { flex: 1 }
  .fn { float: footnote; font-size: 8pt } .box { border: 1pt solid; padding: 6pt } .keep { break-inside: avoid }
  .l { float: left; margin: 0 6pt 4pt 0 } .r { float: right; margin: 0 0 4pt 6pt } .narrow { width: 30% }
  .tall { width: 40%; break-inside: avoid } .hang { width: 25%; margin-top: -4pt } .clear { clear: both } .root { overflow: hidden }
  .columns { columns: 2; column-gap: 8pt } .span { column-span: all }
  p { hyphens: auto; margin: 0 0 6pt } ul { padding-left: 16pt } td, th { padding: 2pt }`;
const formatter = createPdfFormatter({ fonts, stylesheets: [{ text: css }] });

const kinds = [
  "note",
  "list",
  "table",
  "flex",
  "wide",
  "right",
  "box",
  "keep",
  "float",
  "inText",
  "clear",
  "root",
  "columns",
  "span",
] as const;
type Kind = (typeof kinds)[number] | "p";

const narrowKinds: ReadonlySet<Kind> = new Set(["p", "note", "keep", "float", "inText", "clear", "root"]);

/** A piece of a document; its words, `w` and a number, are counted over the whole of it. */
interface Piece {
  readonly kind: Kind;
  readonly words: number;
  readonly children: readonly Piece[];
}

const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.record({
    kind: fc.constantFrom("p", "p", "note", "float", "float", ...kinds),
    words: fc.integer({ min: 1, max: 70 }),
    children: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constant([]),
      fc.array(tie("piece"), { maxLength: 4 }),
    ),
  }),
}));

function writeDocument(pieces: readonly Piece[]): { readonly html: string; readonly count: number } {
  let count = 0;
  const words = (length: number) =>
    Array.from({ length }, () => {
      count += 1;
      return `w${count}`;
    }).join(" ");
  /** `isNarrow`: in a part of the width, where words would be broken if there were parts of it. */
  const write = ({ kind, words: length, children }: Piece, isNarrow: boolean): string => {
    const writeChildren = (narrow: boolean) => children.map((child) => write(child, narrow)).join("");
    const inside = () => writeChildren(isNarrow);
    const width = isNarrow ? "" : (["narrow", "tall", "hang", ""][length % 4] as string);
    const float = `${length % 3 === 0 ? "l" : "r"} ${width}`;
    const writers: Readonly<Record<Kind, () => string>> = {
      p: () => `<p>${words(length)}</p>${inside()}`,
      note: () => `<p>${words(3)}<span class="fn">${words(length)}</span> ${words(3)}</p>${inside()}`,
      list: () => `<ul><li>${words(length)}<li>${words(2)}${inside()}</ul>`,
      table: () =>
        `<table><thead><tr><th>${words(1)}<th>${words(1)}<tbody>${`<tr><td>|<td>|`.repeat(4).replaceAll("|", () => words(Math.ceil(length / 8)))}<tr><td>${writeChildren(true)}<td>${words(1)}</table>`,
      flex: () => `<div class="flex"><p>${words(length)}</p><div>${words(2)}${writeChildren(true)}</div></div>`,
      wide: () => `<section class="wide"><p>${words(length)}</p>${inside()}</section>`,
      right: () => `<div class="right">${words(length)}${inside()}</div>`,
      box: () => `<div class="box">${words(length)}${inside()}</div>`,
      float: () => `<div class="${float}"><p>${words(length)}</p>${writeChildren(isNarrow || width !== "")}</div>`,
      inText: () => `<p>${words(5)} <span class="${float}">${words(length)}</span> ${words(9)}</p>${inside()}`,
      clear: () => `<div class="clear">${words(length)}${inside()}</div>`,
      root: () => `<div class="root">${words(length)}${writeChildren(true)}</div>`,
      columns: () => `<div class="columns box"><p>${words(length)}</p>${writeChildren(true)}</div>`,
      span: () =>
        `<div class="columns"><p>${words(length)}</p><div><p class="span">${words(4)}</p>${words(3)}${writeChildren(true)}</div></div>`,
      keep: () => `<div class="keep"><p>${words(length)}</p>${inside()}</div>`,
    };
    return writers[isNarrow && !narrowKinds.has(kind) ? "p" : kind]();
  };
  return { html: pieces.map((each) => write(each, false)).join(""), count };
}

/** Words outside the margins of their page, and words over others: there may be none. */
async function strayTexts(bytes: Uint8Array): Promise<string[]> {
  const pages = await readPages(bytes, async (page) => ({ view: page.view, items: await textItems(page) }));
  return pages.flatMap(({ view: [, , width = 0, height = 0], items }, index) => {
    const number = index + 1;
    const [side, top] = [34, width > height ? 28.3 : 34];
    const placed: Placed[] = [];
    return items.flatMap((item) => {
      if (item.str.trim() === "") return [];
      const [x, y] = [item.transform[4] as number, item.transform[5] as number];
      const isInside = x >= side - 0.1 && x + item.width <= width - side + 4 && y >= top && y <= height - top;
      const strays = isInside ? [] : [`${number}: ${item.str}`];
      const own = { text: item.str, x, right: x + item.width, y, top: y + (item.transform[3] as number) * 0.7 };
      // A marker hangs out of its item, over the margin of a float there may be.
      if (/^[•◦○▪]$/.test(item.str)) return strays;
      const under = placed.find((other) => overlaps(other, own));
      placed.push(own);
      return under ? [...strays, `${number}: ${item.str} over ${under.text}`] : strays;
    });
  });
}

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly top: number;
}

const overlaps = (a: Placed, b: Placed) =>
  Math.min(a.right, b.right) - Math.max(a.x, b.x) > 0.5 && Math.min(a.top, b.top) - Math.max(a.y, b.y) > 0.5;

it("whatever a document is made of: every word once, in order, tagged, within the margins of its page, and none over another", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
      const { html, count } = writeDocument(pieces);
      const { bytes } = await formatter.render(html, { title: "T", lang: "en-GB", date });
      const { pages } = await readPdf(bytes);
      const found = pages.flatMap(({ tree }) => (tree.match(/\bw\d+/g) ?? []).map((word) => Number(word.slice(1))));
      expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
      expect(await strayTexts(bytes)).toEqual([]);
    }),
    { numRuns: trials(400, 40) },
  );
});
