import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { checkersRequire } from "../checkers-require.ts";
import { faintChartTexts } from "./faint-chart-texts.ts";
import { type Browser, onPage, type Page, type PageView } from "./open-browser.ts";

/** How readers look at a page. 320 px is a desktop at 400%: WCAG 2.2, 1.4.10 (Reflow). */
export const views = {
  desktop: { viewport: { width: 1280, height: 900 } },
  "320 px": { viewport: { width: 320, height: 640 } },
  "768 px": { viewport: { width: 768, height: 1024 } },
  // A sheet of A4 within its margins, in px.
  print: { viewport: { width: 643, height: 900 }, media: "print" },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  "forced colours": { viewport: { width: 1280, height: 900 }, forcedColors: "active" },
  "forced colours, dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark", forcedColors: "active" },
} as const satisfies Readonly<Record<string, PageView>>;

/** Rules of WCAG 2.2, A and AA, and good practice. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/**
 * What is wrong with a page, a file or an address, in one view, in words: found by axe, texts of charts that are too faint, wider than the window.
 * @param before brings the page to what is to be looked at.
 */
export async function auditPage(
  browser: Browser,
  path: string,
  view: PageView,
  before: (page: Page) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const axe = await readFile(checkersRequire.resolve("axe-core/axe.min.js"), "utf8");
  // The page's own policy would keep axe out; `loadPage` looks at the page with its policy on.
  return onPage(browser, { path, ...view, bypassCSP: true }, async (page) => {
    await before(page);
    await page.evaluate(axe);
    const options = JSON.stringify({
      runOnly: { type: "tag", values: rules },
      resultTypes: ["violations"],
      // Forced colours are the reader's own; axe takes the author's for those of the text.
      ...("forcedColors" in view && { rules: { "color-contrast": { enabled: false } } }),
      // Nobody touches what is printed.
      ...("media" in view && { rules: { "target-size": { enabled: false } } }),
    });
    const { violations } = await page.evaluate<{ violations: readonly AxeViolation[] }>(
      `axe.run(document, ${options})`,
    );
    const problems = violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(" ")).join("; ")})`,
    );
    problems.push(...(await faintChartTexts(page)));
    const tooWide = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    if (tooWide > 0) problems.push(`The page is ${tooWide} px wider than the window.`);
    return problems;
  });
}

/** What a page asks for outside itself, and what the browser complains about, with the page's policy in force. */
export async function loadPage(browser: Browser, path: string): Promise<readonly string[]> {
  const context = await browser.newContext(views.desktop);
  try {
    const page = await context.newPage();
    const url = pathToFileURL(path).href;
    const problems: string[] = [];
    page.on("request", (request) => {
      if (request.url() !== url && !/^(data|blob|about):/.test(request.url()))
        problems.push(`asks for ${request.url()}`);
    });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(url);
    return problems;
  } finally {
    await context.close();
  }
}
