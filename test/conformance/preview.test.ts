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

/** What stands in each panel when it has what it shows. */
const panels = {
  problems: "#problems p",
  figures: "#figures .figure",
  data: "#data table",
  tags: "#tags .role",
} as const;

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
      // What all rows have alike stands above them, and no column of the same.
      const columns = await page.evaluate<number[]>(
        `[...document.querySelectorAll("#data th")].map((_, at) => new Set([...document.querySelectorAll("#data tbody tr")].map((row) => row.cells[at].textContent)).size)`,
      );
      expect(columns.length).toBeGreaterThan(1);
      for (const values of columns) expect(values).toBeGreaterThan(1);
      expect(await page.evaluate(`document.querySelector("#data caption p").textContent`)).toMatch(/^Measure: /);
      await page.keyboard.press("ArrowRight");
      await eventually(page, `document.querySelector("#tags .role")?.textContent`, "Page 1");
    }),
  );

  testWith("chromium", "checkers")("is walked by keyboard alone", () =>
    openPage(async (page) => {
      const focused = () =>
        page.evaluate<string>(`document.activeElement.id || document.activeElement.textContent.trim()`);
      const press = async (...keys: readonly string[]) => {
        for (const key of keys) await page.keyboard.press(key);
        return focused();
      };
      const title = `${frame}.querySelector("h1").textContent`;
      expect(await press("Tab")).toBe("Skip to what is behind the briefing");
      expect(await press("Tab")).toBe("name");
      const label = (at: number) =>
        page.evaluate<string>(`"Women’s imprisonment: " + document.getElementById("name").options[${at}].text`);
      await press("Home", "ArrowDown");
      await eventually(page, title, await label(1));
      expect(await press("Tab")).toBe("previous");
      expect(await press("Tab", "Enter")).toBe("next");
      await eventually(page, title, await label(2));
      expect(await press("Shift+Tab", "Enter")).toBe("previous");
      await eventually(page, title, await label(1));
      expect(await press("Tab", "Tab")).toBe("reload");
      // Past the page and the PDF, which are left as they are entered, or by the link before all of it.
      await press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Enter");
      expect(await focused()).toBe("panels");
      await eventually(page, `document.getElementById("problems").childElementCount > 0`, true);
      expect(await press("Tab")).toBe("tab-problems");
      for (const [id, filled] of Object.entries(panels)) {
        expect(await focused()).toBe(`tab-${id}`);
        await eventually(page, `document.querySelector(${JSON.stringify(filled)}) !== null`, true);
        // What is in a panel is read from there on, and left again.
        expect(await press("Tab")).toBe(id);
        expect(await page.evaluate(`document.getElementById(${JSON.stringify(id)}).hidden`)).toBe(false);
        expect(await press("Shift+Tab")).toBe(`tab-${id}`);
        await press("ArrowRight");
      }
      expect(await focused()).toBe("tab-problems");
      // From a figure to where it stands in the page.
      await press("ArrowRight", "Tab", "Tab", "Enter");
      await eventually(page, `document.getElementById("status").textContent.startsWith("Outlined in the page")`, true);
    }),
  );

  for (const [name, view] of Object.entries(views)) {
    // Each panel in light, in dark and at 400%; in what is left, the one that is open at first.
    const looked = ["desktop", "dark", "320 px"].includes(name)
      ? Object.entries(panels)
      : Object.entries(panels).slice(0, 1);
    for (const [id, filled] of looked) {
      testWith("chromium", "checkers")(`accessible with its ${id}, ${name} (axe)`, async () => {
        isOpen = true;
        const open = async (page: Page) => {
          await eventually(page, `document.querySelector(".problem, #problems p") !== null`, true);
          await page.evaluate(`document.getElementById("tab-${id}").click()`);
          await eventually(page, `document.querySelector(${JSON.stringify(filled)}) !== null`, true);
        };
        expect(await auditPage(await browser(), (await preview()).url.href, view, open)).toEqual([]);
      });
    }
  }
});
