import { views } from "./audit-page.ts";
import { type Browser, onPage } from "./open-browser.ts";

/** Texts of charts that are cut off where the reader's font is half as wide again as the one that they were drawn for. */
export async function widenChartTexts(browser: Browser, path: string): Promise<readonly string[]> {
  return onPage(browser, { path, ...views.desktop }, async (page) => {
    return await page.evaluate<readonly string[]>(`(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".chart-image text { font-size: 18px !important }");
      document.adoptedStyleSheets = [sheet];
      const cut = [...document.querySelectorAll(".chart-image text")].filter((text) => {
        const svg = text.ownerSVGElement;
        const [own, drawing] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
        const isBeyond = own.width > 0 && (own.right > drawing.right + 1 || own.left < drawing.left - 1);
        return isBeyond && getComputedStyle(svg).overflow !== "visible";
      });
      return cut.map(({ textContent }) => textContent);
    })()`);
  });
}
