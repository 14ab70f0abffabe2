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
        const own = text.getBoundingClientRect();
        for (let box = text.ownerSVGElement; own.width > 0 && box !== document.documentElement; box = box.parentElement) {
          const { left, right } = box.getBoundingClientRect();
          const isBeyond = own.right > right + 1 || own.left < left - 1;
          if (isBeyond && getComputedStyle(box).overflowX !== "visible") return true;
        }
        return false;
      });
      return cut.map(({ textContent }) => textContent);
    })()`);
  });
}
