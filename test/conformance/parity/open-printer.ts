import { readFileSync } from "node:fs";
import { userAgentStylesheet } from "../../../src/pdf/css/user-agent-stylesheet.ts";
import { checkersRequire } from "../checkers-require.ts";
import { chromiumPath } from "../test-with.ts";

/** A browser that prints HTML as the formatter would: with its fonts, and its default style in place of the browser's. */
export interface Printer {
  print(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface PrintingBrowser {
  newPage(): Promise<{
    setContent(html: string): Promise<void>;
    evaluate(script: string): Promise<unknown>;
    pdf(options: { readonly preferCSSPageSize: true; readonly printBackground: true }): Promise<Uint8Array>;
    close(): Promise<void>;
  }>;
  close(): Promise<void>;
}

export async function openPrinter(): Promise<Printer> {
  const { chromium } = checkersRequire("playwright-core") as {
    chromium: { launch(options: { executablePath?: string; args: readonly string[] }): Promise<PrintingBrowser> };
  };
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"],
  });
  const style = defaultStyle();
  return {
    async print(html) {
      const page = await browser.newPage();
      try {
        await page.setContent(html.replace(/<meta charset="utf-8">/, (meta) => `${meta}${style}`));
        await page.evaluate("document.fonts.ready.then(() => undefined)");
        return await page.pdf({ preferCSSPageSize: true, printBackground: true });
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/** In a layer, so that any rule of the document wins, whatever its specificity, as it does over a browser's own. */
function defaultStyle(): string {
  // With the blocks inside them.
  const pages = userAgentStylesheet.match(/@page *\{(?:[^{}]|\{[^{}]*\})*\}/g) ?? [];
  // A rule of a browser's own loses to an SVG's attributes, one in a layer would not.
  const forSvg = userAgentStylesheet.match(/^svg:not.*$/gm) ?? [];
  const rules = [...pages, ...forSvg].reduce((text, part) => text.replace(part, ""), userAgentStylesheet);
  // What the formatter does without being told: Chromium repeats a head on every page only if it may not be divided.
  const reset = ":where(html, body, body *):not(img, svg, svg *) { all: unset } thead, tfoot { break-inside: avoid }";
  return `<style>${faces()} ${pages.join("")} @layer defaults { ${reset} html { font-family: Inter } ${rules} }</style>`;
}

function faces(): string {
  const files = { regular: "400", italic: "400", bold: "700", "bold-italic": "700" };
  return Object.entries(files)
    .map(([name, weight]) => {
      const data = readFileSync(new URL(`../../../templates/fonts/inter-${name}.ttf`, import.meta.url));
      const style = name.includes("italic") ? "italic" : "normal";
      const source = `url(data:font/ttf;base64,${data.toString("base64")})`;
      return `@font-face { font-family: Inter; font-weight: ${weight}; font-style: ${style}; src: ${source} }`;
    })
    .join("\n");
}
