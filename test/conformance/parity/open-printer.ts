import { readFileSync } from "node:fs";
import { userAgentStylesheet } from "../../../src/pdf/css/user-agent-stylesheet.ts";
import { checkersRequire } from "../checkers-require.ts";
import { chromiumPath } from "../test-with.ts";

/** A browser that prints HTML as the formatter would, with its fonts. */
export interface Printer {
  /** `css`: the stylesheet before those of the document. */
  print(html: string, css: string): Promise<Uint8Array>;
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
  return {
    async print(html, css) {
      const page = await browser.newPage();
      try {
        await page.setContent(html.replace(/<meta charset="utf-8">/, (meta) => `${meta}${styleOf(css)}`));
        await page.evaluate("document.fonts.ready.then(() => undefined)");
        return await page.pdf({ preferCSSPageSize: true, printBackground: true });
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/**
 * Before the styles of the document: the fonts, and what the formatter's default style has for paper alone. Of no specificity,
 * so that any rule of the document wins.
 */
function styleOf(css: string): string {
  // With the blocks inside them.
  const pages = userAgentStylesheet.match(/@page *\{(?:[^{}]|\{[^{}]*\})*\}/g) ?? [];
  const paper = `:where(h1, h2, h3, h4, h5, h6) { break-after: avoid; break-inside: avoid } :where(caption, dt) { break-after: avoid }
    :where(figure, figcaption, img, svg, tr, thead, tfoot) { break-inside: avoid }`;
  return `<style>${faces()} ${pages.join("")} ${paper} ${css}</style>`;
}

function faces(): string {
  const files = { regular: "400", italic: "400", bold: "700", "bold-italic": "700" };
  return ["Inter", "Tinos", "Cousine"]
    .flatMap((family) =>
      Object.entries(files).map(([name, weight]) => {
        const file = `${family.toLowerCase()}-${name}.ttf`;
        const data = readFileSync(new URL(`../../../templates/fonts/${file}`, import.meta.url));
        const style = name.includes("italic") ? "italic" : "normal";
        const source = `url(data:font/ttf;base64,${data.toString("base64")})`;
        return `@font-face { font-family: ${family}; font-weight: ${weight}; font-style: ${style}; src: ${source} }`;
      }),
    )
    .join("\n");
}
