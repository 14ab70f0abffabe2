import { readFile } from "node:fs/promises";
import { chromiumPath, requireTool } from "../tools.mjs";

/** Chromium prints the HTML that briefwright made. */
export const maker = {
  name: "headless Chromium, the same HTML",
  missing: "PDF/A, PDF/UA",
  startsProcesses: true,
  available: () => chromiumPath() !== undefined && requireTool("playwright-core") !== undefined,
  async open({ htmlFile }) {
    const { chromium } = requireTool("playwright-core");
    const [html, browser] = await Promise.all([
      readFile(htmlFile, "utf8"),
      chromium.launch({
        executablePath: chromiumPath(),
        args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
      }),
    ]);
    return {
      async make() {
        const page = await browser.newPage();
        await page.setContent(html);
        const pdf = await page.pdf({ format: "A4", tagged: true, outline: true, printBackground: true });
        await page.close();
        return pdf;
      },
      close: () => browser.close(),
    };
  },
};
