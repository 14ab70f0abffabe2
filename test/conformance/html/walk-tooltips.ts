import { type Browser, onPage } from "./open-browser.ts";

export interface WalkedTooltip {
  /** Seen below its chart. */
  readonly seen: string;
  /** What those hear who come to it by keyboard. */
  readonly heard: string;
  /** The page, its chart or what is said scrolls up and down because of it. */
  readonly overflows: boolean;
}

interface AccessibleNode {
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** Goes through a page by keyboard: what each shape of a chart says that the keyboard comes to, in order. */
export async function walkTooltips(browser: Browser, path: string, widthPx: number): Promise<readonly WalkedTooltip[]> {
  return onPage(browser, { path, viewport: { width: widthPx, height: 800 } }, async (page, context) => {
    const cdp = await context.newCDPSession(page);
    const found: WalkedTooltip[] = [];
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate<boolean>(`document.activeElement === document.body`)) break;
      const first = await page.evaluate<string>(idOfFocus);
      if (first === "") continue;
      do {
        const at = await page.evaluate<{ seen: string; overflows: boolean }>(seenNow);
        const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as { nodes: readonly AccessibleNode[] };
        const focused = nodes.filter(
          ({ role, properties = [] }) =>
            role?.value !== "RootWebArea" &&
            properties.some(({ name, value }) => name === "focused" && value.value === true),
        );
        found.push({ ...at, heard: focused.map(({ role, name }) => `${role?.value}: ${name?.value}`).join(" | ") });
        await page.keyboard.press("ArrowRight");
      } while ((await page.evaluate<string>(idOfFocus)) !== first && found.length < 200);
    }
    return found;
  });
}

const idOfFocus = `document.activeElement.matches(".chart-points input") ? document.activeElement.getAttribute("aria-labelledby") : ""`;

const seenNow = `(() => {
  const told = document.activeElement.closest(".chart-told");
  const region = told.closest(".chart-region");
  return {
    seen: [...told.querySelectorAll("foreignObject span")]
      .filter((span) => span.checkVisibility()).map((span) => span.textContent).join(" | "),
    overflows: region.scrollHeight > region.clientHeight + 1,
  };
})()`;
