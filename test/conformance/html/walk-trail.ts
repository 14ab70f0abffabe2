import { views } from "./audit-page.ts";
import { type Browser, onPage } from "./open-browser.ts";

/** A page whose last link is not reached with so many keys has a stop that nobody leaves. */
const mostKeys = 2000;

const focused = "document.activeElement?.id ?? ''";

/** Walks a page with the keyboard alone: what is wrong with its links to where figures come from. */
export async function walkTrail(browser: Browser, path: string): Promise<readonly string[]> {
  return onPage(browser, { path, ...views.desktop }, async (page) => {
    // What is closed has no stops: readers open it before they get at the table in it.
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
    const links = await page.evaluate<readonly { id: string; name: string; entry: string }[]>(
      `[...document.querySelectorAll("a.trail-ref")].map((link) => ({ id: link.id, name: link.ariaLabel, entry: link.hash.slice(1) }))`,
    );
    const problems: string[] = [];
    const stops: string[] = [];
    for (let key = 0; key < mostKeys && stops.length < links.length; key += 1) {
      await page.keyboard.press("Tab");
      const id = await page.evaluate<string>(focused);
      if (links.some((link) => link.id === id)) stops.push(id);
    }
    if (stops.join() !== links.map(({ id }) => id).join()) problems.push(`Tab stops at ${stops.join()}.`);
    const names = new Map(links.map(({ name, entry }) => [name, entry]));
    for (const { id, name, entry } of links) {
      if (names.get(name) !== entry) problems.push(`Two links to different entries are called "${name}".`);
      await page.evaluate(`document.getElementById(${JSON.stringify(id)}).focus()`);
      await page.keyboard.press("Enter");
      const isThere = await page.evaluate<boolean>(
        `(() => { const target = document.querySelector(":target"); const { top } = target.getBoundingClientRect(); return target.id === ${JSON.stringify(entry)} && top >= -1 && top < innerHeight; })()`,
      );
      if (!isThere) problems.push(`${id} does not lead to ${entry}.`);
      // The next thing to focus is the way back.
      await page.keyboard.press("Tab");
      const back = await page.evaluate<readonly string[]>(
        `[...(document.activeElement?.closest(".trail-back")?.querySelectorAll("a") ?? [])].map(({ hash }) => hash.slice(1))`,
      );
      if (!back.includes(id)) problems.push(`After ${entry}, Tab does not stop at a way back to ${id}.`);
    }
    // Apart from the ways back and the sources, a reader tabs once through what an entry says of its figures.
    const within = await page.evaluate<readonly string[]>(
      `[...document.querySelectorAll(".trail-entry")].filter((entry) => entry.querySelectorAll(":is(a, [tabindex]):not(.trail-back a, .trail-remark a)").length > 1).map((entry) => entry.querySelector("h3, h4")?.id ?? entry.id)`,
    );
    for (const entry of within) problems.push(`The keyboard stops more than once in ${entry}.`);
    return problems;
  });
}
