import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect } from "vitest";
import { packageFolder } from "../cli/ensure-built.ts";
import { startPreview } from "../cli/start-preview.ts";
import { auditPage, views } from "./html/audit-page.ts";
import { onPage, openBrowser, type Page } from "./html/open-browser.ts";
import { lazily } from "./lazily.ts";
import { testWith } from "./test-with.ts";

const folder = mkdtempSync(join(tmpdir(), "briefwright-preview-"));
const template = `<h1>{{title}}</h1>
<p>In {{period "total"}} there were {{claim "total"}} in {{area "total"}}.</p>
{{chart "trend"}}`;

const preview = lazily(() => {
  cpSync(join(packageFolder, "examples", "regions"), folder, { recursive: true });
  writeFileSync(join(folder, "page.hbs"), template);
  const module = readFileSync(join(folder, "create-briefing.ts"), "utf8");
  writeFileSync(
    join(folder, "create-briefing.ts"),
    module.replace(/^ {4}template,$/m, `    template: new URL("./page.hbs", import.meta.url),`),
  );
  return startPreview(folder, ["briefing.ts"]);
});
const browser = lazily(openBrowser);
let isOpen = false;

afterAll(async () => {
  if (isOpen) {
    (await preview()).program.kill("SIGTERM");
    await (await browser()).close();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function openPage(run: (page: Page) => Promise<void>): Promise<void> {
  isOpen = true;
  await onPage(await browser(), { path: (await preview()).url.href, ...views.desktop }, async (page) => {
    await eventually(page, `${frame}?.querySelector("h1") !== null`, true);
    await run(page);
  });
}

const frame = `document.getElementById("html").contentDocument`;

/** A page takes what it is given in its own time. */
const eventually = (page: Page, script: string, value: unknown): Promise<void> =>
  expect.poll(() => page.evaluate(script), { timeout: 300_000, interval: 50 }).toEqual(value);

const choose = (label: string) => `(() => {
  const select = document.getElementById("name");
  select.selectedIndex = [...select.options].findIndex(({ text }) => text === ${JSON.stringify(label)});
  select.dispatchEvent(new Event("change"));
})()`;

describe("the preview in a browser", () => {
  testWith("chromium", "checkers")("shows the area that is picked, and what is saved", () =>
    openPage(async (page) => {
      await page.evaluate(choose("Kent"));
      await eventually(page, `${frame}.querySelector("h1").textContent`, "Women’s imprisonment: Kent");
      writeFileSync(join(folder, "page.hbs"), template.replace("<p>", "<h2>Written anew</h2>\n<p>"));
      await eventually(page, `${frame}.querySelector("h2")?.textContent`, "Written anew");
      writeFileSync(join(folder, "page.hbs"), `${template}{{claim "nothing"}}`);
      await eventually(page, `document.getElementById("status").className`, "failed");
      expect(await page.evaluate(`document.getElementById("problems").textContent`)).toMatch(/page\.hbs:\d+:\d+/);
      expect(await page.evaluate(`${frame}.querySelector("h2").textContent`)).toBe("Written anew");
      writeFileSync(join(folder, "page.hbs"), template);
      await eventually(page, `${frame}.querySelector("h2")`, null);
      expect(await page.evaluate(`document.getElementById("status").className`)).toBe("");
    }),
  );

  testWith("chromium", "checkers")("leads from a figure to its cells, and back, by mouse and by keyboard", () =>
    openPage(async (page) => {
      await page.evaluate(choose("Kent"));
      await eventually(page, `${frame}.querySelector("h1").textContent`, "Women’s imprisonment: Kent");
      await page.evaluate(`${frame}.querySelector('[data-claim="total"]').click()`);
      const followed = `document.querySelector(".figure.followed")`;
      expect(await page.evaluate(`${followed}.textContent`)).toMatch(/Kent, 2022: 20\.4/);
      expect(await page.evaluate(`document.activeElement === ${followed}.querySelector("button")`)).toBe(true);
      await page.keyboard.press("Enter");
      expect(await page.evaluate(`${frame}.querySelector('[data-claim="total"]').style.outlineStyle`)).toBe("solid");
      await page.evaluate(`document.getElementById("tab-figures").focus()`);
      await page.keyboard.press("ArrowRight");
      await eventually(page, `document.querySelectorAll("#data table").length`, 1);
      await page.keyboard.press("ArrowRight");
      await eventually(page, `document.querySelector("#tags .role")?.textContent`, "Page 1");
    }),
  );

  for (const [name, view] of Object.entries(views)) {
    testWith("chromium", "checkers")(`accessible, ${name} (axe)`, async () => {
      isOpen = true;
      expect(await auditPage(await browser(), (await preview()).url.href, view)).toEqual([]);
    });
  }
});
