import { createDiagnostics, type Diagnostic } from "../../src/diagnostics/index.ts";
import type { BlockBox } from "../../src/pdf/box/box.ts";
import { buildBoxes } from "../../src/pdf/box/build-boxes.ts";
import { createStyleEngine } from "../../src/pdf/css/style-engine.ts";
import { compileStylesheet } from "../../src/pdf/css/stylesheet.ts";
import { userAgent } from "../../src/pdf/css/user-agent.ts";
import { readDom } from "../../src/pdf/dom/read-dom.ts";
import { createLayoutContext } from "../../src/pdf/layout/create-layout.ts";
import type { Fragment, LineFragment } from "../../src/pdf/layout/fragment.ts";
import { createKeptBlocks } from "../../src/pdf/layout/kept-blocks.ts";
import type { LaidOut } from "../../src/pdf/layout/laid-out.ts";
import type { LayoutContext } from "../../src/pdf/layout/layout-context.ts";
import { createBidi } from "../../src/pdf/text/bidi.ts";
import { createHyphenation } from "../../src/pdf/text/hyphenation.ts";
import { createLineBreakFinder } from "../../src/pdf/text/line-breaks.ts";
import { createWordShaper } from "../../src/pdf/text/word-shaper.ts";
import { fonts } from "./fonts.ts";
import { houseStyle } from "./house-style.ts";

const house = compileStylesheet({ text: houseStyle });
const shaper = createWordShaper(fonts);
const bidi = createBidi();
const lineBreaks = createLineBreakFinder();
const hyphenation = createHyphenation();
await fonts.ready();
await hyphenation.load(["cy", "de", "en-GB"]);

export interface LaidOutHtml {
  readonly root: BlockBox;
  readonly context: LayoutContext;
  readonly laidOut: LaidOut;
  readonly diagnostics: readonly Diagnostic[];
}

/** HTML laid out in the look of the house, on an endless page of this width, pt, without a PDF. */
export function layOut(
  html: string,
  { css = "", width = 400, pageHeight = 700, lang = "en-GB", tellsLinesApart = false } = {},
): LaidOutHtml {
  const diagnostics = createDiagnostics();
  const engine = createStyleEngine({ userAgent: userAgent(), author: [house, compileStylesheet({ text: css })] });
  const boxes = buildBoxes(readDom(html, { diagnostics, file: undefined }).html, {
    engine,
    diagnostics,
    images: undefined,
    userAgent: userAgent(),
    shaper,
    bidi,
    lang,
    file: undefined,
    known: undefined,
  });
  const context = createLayoutContext({
    shaper,
    keptBlocks: createKeptBlocks(),
    lineBreaks,
    hyphenation,
    bidi,
    diagnostics,
    page: () => ({ width, height: pageHeight }),
    floatDelay: () => 0,
    columnRoom: () => Number.POSITIVE_INFINITY,
    tellsLinesApart,
    file: undefined,
  });
  return {
    root: boxes.root,
    context,
    laidOut: context.layout(boxes.root, { width, exactWidth: width }),
    diagnostics: diagnostics.all,
  };
}

export interface PlacedLine {
  readonly line: LineFragment;
  /** From the top left of the layout. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Every line, in document order. */
export function linesOf(fragment: Fragment, x = 0, y = 0): PlacedLine[] {
  const [left, top] = [x + fragment.x, y + fragment.y];
  if (fragment.kind === "image") return [];
  if (fragment.kind === "box") return fragment.children.flatMap((child) => linesOf(child, left, top));
  const text = fragment.runs.flatMap((run) => run.words.map((word) => word.text)).join("");
  return [{ line: fragment, x: left, y: top, text }, ...fragment.atoms.flatMap((atom) => linesOf(atom, left, top))];
}

/** Fragments whose structure element has this role, with their places. */
export function taggedAs(
  fragment: Fragment,
  role: string,
  x = 0,
  y = 0,
): { fragment: Fragment; x: number; y: number }[] {
  const [left, top] = [x + fragment.x, y + fragment.y];
  if (fragment.kind !== "box") return [];
  const own = fragment.tag?.role === role ? [{ fragment, x: left, y: top }] : [];
  return [...own, ...fragment.children.flatMap((child) => taggedAs(child, role, left, top))];
}
