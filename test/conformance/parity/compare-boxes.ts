import type { Fragment } from "../../../src/pdf/layout/fragment.ts";
import { layOut } from "../../pdf/lay-out.ts";
import { checkersRequire } from "../checkers-require.ts";
import { chromiumPath } from "../test-with.ts";

/** A border box from the top left of the page, px. */
export interface PlacedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of the elements with an `id`, by their ids. */
export type BoxesById = Readonly<Record<string, PlacedBox>>;

/** px: Chromium rounds to 64ths. */
const closeEnough = 0.25;

/** Width of the page that documents are laid out in, px. */
const pageWidth = 800;

const ptPerPx = 0.75;

/** Where the formatter's layout puts the boxes, before it is divided into pages. */
export function ourBoxes(html: string): BoxesById {
  const css = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
  const { laidOut } = layOut(html, { css, width: pageWidth * ptPerPx, pageHeight: 1e6 });
  const found: Record<string, PlacedBox> = {};
  const px = (length: number) => length / ptPerPx;
  const visit = (fragment: Fragment, x: number, y: number): void => {
    const [left, top] = [x + fragment.x, y + fragment.y];
    if (fragment.kind === "image") return;
    if (fragment.kind === "line") {
      for (const atom of fragment.atoms) visit(atom, left, top);
      return;
    }
    const { width, height } = fragment;
    for (const id of fragment.marks?.anchors ?? [])
      found[id] = { x: px(left), y: px(top), width: px(width), height: px(height) };
    for (const child of fragment.children) visit(child, left, top);
  };
  visit(laidOut.fragment, 0, 0);
  return found;
}

/** Chromium, asked where it puts boxes. */
export interface BoxBrowser {
  boxes(html: string): Promise<BoxesById>;
  close(): Promise<void>;
}

interface MeasuringBrowser {
  newPage(options: { readonly viewport: { readonly width: number; readonly height: number } }): Promise<{
    setContent(html: string): Promise<void>;
    evaluate(script: string): Promise<unknown>;
  }>;
  close(): Promise<void>;
}

export async function openBoxBrowser(): Promise<BoxBrowser> {
  const { chromium } = checkersRequire("playwright-core") as {
    chromium: { launch(options: { executablePath?: string; args: readonly string[] }): Promise<MeasuringBrowser> };
  };
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"],
  });
  const page = await browser.newPage({ viewport: { width: pageWidth, height: 600 } });
  return {
    async boxes(html) {
      await page.setContent(html);
      return (await page.evaluate(measure)) as BoxesById;
    },
    close: () => browser.close(),
  };
}

const measure = `Object.fromEntries([...document.querySelectorAll("[id]")].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [element.id, { x, y, width, height }];
}))`;

/** Each box that is not where the browser has it, in words. */
export function differingBoxes(ours: BoxesById, theirs: BoxesById): readonly string[] {
  return Object.entries(theirs).flatMap(([id, their]) => {
    const our = ours[id];
    if (!our) return [`${id}: not there`];
    const differs = (["x", "y", "width", "height"] as const).some(
      (side) => Math.abs(our[side] - their[side]) > closeEnough,
    );
    const words = (box: PlacedBox) =>
      [box.x, box.y, box.width, box.height].map((value) => Math.round(value * 100) / 100).join(" ");
    return differs ? [`${id}: ${words(our)}, in Chromium ${words(their)}`] : [];
  });
}
