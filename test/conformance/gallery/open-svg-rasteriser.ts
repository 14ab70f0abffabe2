import { checkersRequire } from "../checkers-require.ts";
import { chromiumPath } from "../test-with.ts";
import { fontFaceRules } from "./gallery-fonts.ts";
import { type Picture, readPng, scale } from "./pictures.ts";

/** A browser that turns SVG into pixels. */
export interface SvgRasteriser {
  /** With this much paper round the SVG's own size, on which what hangs over its edge is seen. */
  draw(svg: string, around: { readonly x: number; readonly y: number }): Promise<Picture>;
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
  const page = await browser.newPage({ deviceScaleFactor: scale, viewport: { width: 900, height: 900 } });
  const style = "html { background: white } body { margin: 0 } svg { position: absolute; overflow: visible }";
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${fontFaceRules(family)} ${style}</style><body></body>`,
  );
  await page.evaluate("Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined)");

  async function draw(svg: string, around: { readonly x: number; readonly y: number }): Promise<Picture> {
    // The fonts of the set stand for all that a chart may name.
    const inOurFonts = svg.replaceAll(/font-family="[^"]*"/g, `font-family="${family}"`);
    const size = await page.evaluate<{ width: number; height: number }>(`
      document.body.innerHTML = ${JSON.stringify(inOurFonts)};
      const svg = document.querySelector("svg");
      svg.style.left = "${around.x}px";
      svg.style.top = "${around.y}px";
      ({ width: Math.ceil(Number(svg.getAttribute("width")) - 0.001), height: Math.ceil(Number(svg.getAttribute("height")) - 0.001) })`);
    const [width, height] = [size.width + 2 * around.x, size.height + 2 * around.y];
    return readPng(await page.screenshot({ clip: { x: 0, y: 0, width, height }, fullPage: true }));
  }

  return { draw, close: () => browser.close() };
}
