import { views } from "./audit-page.ts";
import { type Heard, hearPage } from "./hear-page.ts";
import { type Browser, onPage } from "./open-browser.ts";

/** A link to an entry of the trail, as the page has it. */
interface Reference {
  readonly name: string;
  /** The text of the entry's heading. */
  readonly entry: string;
  /** What is printed, of each figure that the entry is about. */
  readonly figures: readonly string[];
  /** Whether another link leads there too: from a chart, and from the table of its figures. */
  readonly isShared: boolean;
  /** Links of its kind in the paragraph, item, caption or figure that it stands in. */
  readonly stops: number;
}

const readReferences = `(() => {
  const text = (node) => (node?.textContent ?? "").replace(/\\s+/g, " ").trim();
  const links = [...document.querySelectorAll("a.trail-ref")];
  return links.map((link) => {
    const heading = document.getElementById(link.hash.slice(1));
    return {
      name: link.ariaLabel,
      entry: text(heading),
      figures: [...(heading?.closest(".trail-entry")?.querySelectorAll("li > strong, li > p > strong") ?? [])].map(text),
      isShared: links.filter((other) => other.hash === link.hash).length > 1,
      stops: (link.closest("p, li, caption, figcaption, figure, td, dd") ?? link).querySelectorAll("a.trail-ref").length,
    };
  });
})()`;

/**
 * Listens to a page as a screen reader says it, by the accessibility tree that Chromium gives to one: what is wrong with the ways
 * from its figures to where they come from. What is not read out is not there, whatever the page shows.
 */
export async function listenToTrail(browser: Browser, path: string): Promise<readonly string[]> {
  return onPage(browser, { path, ...views.desktop }, async (page, context) => {
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
    const references = await page.evaluate<readonly Reference[]>(readReferences);
    return problemsOf(references, await hearPage(await context.newCDPSession(page)));
  });
}

function problemsOf(references: readonly Reference[], heard: readonly Heard[]): readonly string[] {
  const problems = heard
    .filter(({ role, name }) => ["link", "image", "img", "button", "heading"].includes(role) && name === "")
    .map(({ said, within }) => `Nothing is said of a ${said.replace(/, $/, "")} in ${within.join(", ")}.`);
  for (const { said, isBrokenOff } of heard)
    if (isBrokenOff) problems.push(`"${said}" is broken off from its sentence.`);
  const links = references.map(({ name }) =>
    heard.flatMap((each, index) => (each.role === "link" && each.name === name && each.isFocusable ? [index] : [])),
  );
  let from = 0;
  for (const [at, { name, entry, figures, isShared, stops }] of references.entries()) {
    const link = links[at]?.find((index) => index >= from);
    if (link === undefined) {
      problems.push(`"${name}" is not heard as a link, or not in its turn.`);
      continue;
    }
    if (stops !== 1) problems.push(`"${name}" is one of ${stops} stops in one block.`);
    // A table is heard after its caption, which holds the link.
    const until = Math.min(...(links[at + 1] ?? []).filter((index) => index > link), heard.length);
    const near = heard.slice(from, until);
    // Of a chart's figures the text names some; the entry has all of them.
    const isOfChart = isShared || near.some(({ role }) => role === "image");
    const said = textOf(near);
    for (const figure of figures)
      if (!isOfChart && !said.includes(plain(figure)))
        problems.push(`"${figure}" of "${entry}" is not heard around "${name}".`);
    from = link + 1;
    problems.push(...problemsOfEntry(entry, heard));
  }
  return [...new Set(problems)];
}

function problemsOfEntry(entry: string, heard: readonly Heard[]): readonly string[] {
  const headings = heard.flatMap(({ role, name }, index) => (role === "heading" && name === entry ? [index] : []));
  const [heading] = headings;
  if (heading === undefined || headings.length > 1)
    return [`The heading "${entry}" is heard ${headings.length} times.`];
  const back = heard[heading + 1];
  const problems = back?.role === "link" && back.isFocusable ? [] : [`No way back is heard after "${entry}".`];
  const isSaidTwice = heard[heading]?.within.some((name) => name.endsWith(`: ${entry}`));
  return isSaidTwice
    ? [...problems, `"${entry}" is said twice: of what the heading stands in, and of the heading.`]
    : problems;
}

const plain = (text: string): string => text.replaceAll(/[\s;]+/g, "");

const textOf = (heard: readonly Heard[]): string => plain(heard.map(({ name }) => name).join(""));
