import type { Element, ElementContent, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";

/** An element with those that it stands in, the nearest first. */
export interface Found {
  readonly element: Element;
  readonly ancestors: readonly Element[];
}

export interface ReadTrail {
  /** Elements of the text, outside of the trail, that print a claim or a cell. */
  readonly figures: readonly Found[];
  readonly links: readonly Found[];
  /** By id: the figures of each entry, as the text printed and all that is said of it, with the cells that it refers to. */
  readonly entries: ReadonlyMap<string, readonly { readonly printed: string; readonly said: string }[]>;
  /** Where the keyboard stops in each entry. */
  readonly stops: readonly { readonly entry: string; readonly links: readonly string[] }[];
  readonly ids: readonly string[];
}

/** Reads a page as a browser does, and its trail by its links. */
export function readTrail(html: string): ReadTrail {
  const all: Found[] = [];
  const visit = (parent: Root | Element, ancestors: readonly Element[]): void => {
    for (const child of parent.children as readonly (RootContent | ElementContent)[]) {
      if (child.type !== "element") continue;
      all.push({ element: child, ancestors });
      visit(child, [child, ...ancestors]);
    }
  };
  visit(fromHtml(html), []);
  const within = ({ ancestors }: Found, name: string) => ancestors.some((element) => hasClass(element, name));
  const sections = all
    .filter(({ element }) => hasClass(element, "trail-entry"))
    .map(({ element }) => {
      // The heading is all that names it: a section that it names too would be heard twice.
      const heading = element.children.find((child) => child.type === "element");
      return { element, id: String(heading?.properties.id) };
    });

  /** What is said of the sets of cells that a figure names, by the sets' own numbers. */
  const setText = (item: Element): string => {
    const named = new Set(textOf(item).match(/(?<=set )\d+/g) ?? []);
    return sections
      .map(({ element }) => textOf(element))
      .filter((text) => named.has(/^Set (\d+)/.exec(text)?.[1] ?? ""))
      .join(" ");
  };
  const entries = new Map(
    sections.map(({ element: entry, id }) => [
      id,
      all
        .filter(({ element, ancestors }) => element.tagName === "li" && ancestors.includes(entry))
        .map(({ element: item }) => ({
          printed: textOf(item.children[0] as Element),
          said: `${textOf(item)} ${setText(item)}`,
        })),
    ]),
  );
  return {
    figures: all.filter(
      (found) =>
        !within(found, "trail") &&
        (hasClass(found.element, "claim") || hasClass(found.element, "cell")) &&
        textOf(found.element).trim() !== "",
    ),
    links: all.filter(({ element }) => hasClass(element, "trail-ref")),
    entries,
    stops: sections.map(({ element: entry, id }) => ({
      entry: id,
      links: all
        .filter(({ element, ancestors }) => element.tagName === "a" && ancestors.includes(entry))
        .map(({ element }) => String(element.properties.href)),
    })),
    ids: all.map(({ element }) => String(element.properties.id ?? "")).filter((id) => id !== ""),
  };
}

/** The entry that a reader of a figure is led to: by the link of the nearest element around it that has one, or that is followed by one. */
export function entryOf({ links }: ReadTrail, { ancestors }: Found): string | undefined {
  for (const [index, block] of ancestors.entries()) {
    const siblings = (ancestors[index + 1]?.children ?? []).filter((node) => node.type === "element");
    const next = siblings[siblings.indexOf(block) + 1];
    const link = links.find(
      (found) =>
        found.ancestors.includes(block) || (next && hasClass(next, "trail-after") && found.ancestors.includes(next)),
    );
    if (link) return String(link.element.properties.href).slice(1);
  }
  return undefined;
}

const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name);
