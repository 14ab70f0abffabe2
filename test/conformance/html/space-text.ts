import { views } from "./audit-page.ts";
import { type Browser, onPage } from "./open-browser.ts";

/** The spacing that readers may set for themselves (WCAG 2.2, 1.4.12). */
const spacing =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** What is cut off, or wider than what it stands in, where readers space text out at 320 px. */
export async function spaceText(browser: Browser, path: string): Promise<readonly string[]> {
  return onPage(browser, { path, ...views["320 px"] }, async (page) => {
    return await page.evaluate<readonly string[]>(`(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(spacing)});
      document.adoptedStyleSheets = [sheet];
      const { scrollWidth, clientWidth } = document.documentElement;
      const cut = [...document.querySelectorAll("body *:not(svg *)")].filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        // What is there for listeners alone is a pixel wide.
        if (!/hidden|clip/.test(overflowX + overflowY) || element.clientWidth < 3) return false;
        return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      });
      return [
        ...(scrollWidth > clientWidth ? ["The page is " + (scrollWidth - clientWidth) + " px wider than the window."] : []),
        ...cut.map(({ tagName, className, textContent }) =>
          "<" + tagName.toLowerCase() + " class=" + className + "> cuts off: " + textContent.trim().slice(0, 40)),
      ];
    })()`);
  });
}
