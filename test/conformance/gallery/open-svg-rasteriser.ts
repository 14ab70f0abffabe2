import { fontFaceRules } from "../../charts/gallery/fonts.ts";
import { checkersRequire } from "../checkers-require.ts";
import { chromiumPath } from "../test-with.ts";
import { halved, type Picture, readPng, scale } from "./pictures.ts";

export interface DrawOptions {
  /** px of paper on each side of the SVG's own size, on which what hangs over its edge is seen. */
  readonly around: { readonly x: number; readonly y: number };
  /** It is drawn twice as fine, and shrunk: a browser moves letters to whole pixels. */
  readonly isFine: boolean;
}

/** A browser that turns SVG into pixels. */
export interface SvgRasteriser {
  draw(svg: string, options: DrawOptions): Promise<Picture>;
  close(): Promise<void>;
}

interface Page {
  setContent(html: string): Promise<void>;
  evaluate<T>(script: string): Promise<T>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  screenshot(options: object): Promise<Uint8Array>;
}

interface Chromium {
  launch(options: object): Promise<{
    newPage(options: object): Promise<Page>;
    close(): Promise<void>;
  }>;
}

const family = "Drawn";
const viewport = { width: 1000, height: 1000 };

export async function openSvgRasteriser(): Promise<SvgRasteriser> {
  const { chromium } = checkersRequire("playwright-core") as { chromium: Chromium };
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--font-render-hinting=none",
      "--disable-lcd-text",
    ],
  });
  const style = "html { background: white } body { margin: 0 } svg { position: absolute; overflow: visible }";
  const pages = new Map<boolean, Promise<Page>>();

  async function openPage(isFine: boolean): Promise<Page> {
    const page = await browser.newPage({
      deviceScaleFactor: isFine ? 2 * scale : scale,
      viewport,
    });
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${fontFaceRules(family)} ${style}</style>`);
    await page.evaluate("Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined)");
    return page;
  }

  async function draw(svg: string, { around, isFine }: DrawOptions): Promise<Picture> {
    const opening = pages.get(isFine) ?? openPage(isFine);
    pages.set(isFine, opening);
    const page = await opening;
    // The fonts of the set stand for all that a chart may name.
    const inOurFonts = svg.replaceAll(/font-family="[^"]*"/g, `font-family="${family}"`);
    const size = await page.evaluate<{ width: number; height: number }>(`
      document.body.innerHTML = ${JSON.stringify(inOurFonts)};
      const svg = document.querySelector("svg");
      svg.style.left = "${around.x}px";
      svg.style.top = "${around.y}px";
      ({ width: Math.ceil(Number(svg.getAttribute("width")) - 0.001), height: Math.ceil(Number(svg.getAttribute("height")) - 0.001) })`);
    const [width, height] = [size.width + 2 * around.x, size.height + 2 * around.y];
    const isLarger = width > viewport.width || height > viewport.height;
    const shot = readPng(await page.screenshot({ clip: { x: 0, y: 0, width, height }, fullPage: isLarger }));
    return isFine ? halved(shot) : shot;
  }

  return { draw, close: () => browser.close() };
}
