import type { TaggedPage } from "../conformance/pdf/read-tagged-pages.ts";
import type { StructureElement, StructureKid } from "./read-structure.ts";

export interface ReviewedPdf {
  readonly lang: string;
  readonly pages: readonly TaggedPage[];
  readonly document: StructureElement;
  readonly warnings: readonly string[];
}

/**
 * A PDF as a reviewer wants it: what was warned of, the whole structure tree with its attributes and text, `⟨2⟩` where it
 * comes to page 2, and what each page shows that is no part of it.
 */
export function writeTags({ lang, pages, document, warnings }: ReviewedPdf): string {
  const texts = new Map(pages.flatMap(({ drawn }) => [...drawn]));
  const lines = [`Pages: ${pages.length}, language: ${lang}`, ...warnings, "", ...treeLines(document, texts)];
  const artifacts = pages.flatMap(({ number, artifacts: furniture }) =>
    quoted(furniture.join("")).map((text) => `Artifacts of page ${number} ${text}`),
  );
  if (artifacts.length > 0) lines.push("", ...artifacts);
  return `${lines.join("\n")}\n`;
}

function treeLines(document: StructureElement, texts: ReadonlyMap<string, string>): readonly string[] {
  let current = 1;

  function textOf(kid: StructureKid): string {
    if (kid.kind !== "content") return "";
    const turn = kid.page === current ? "" : `⟨${kid.page}⟩`;
    current = kid.page;
    return `${turn}${texts.get(kid.id) ?? ""}`;
  }

  function linesOf(element: StructureElement, indent: string): string[] {
    const head = [`${indent}${element.role}`, ...element.facts.map((fact) => `[${fact}]`), ...linksOf(element)].join(
      " ",
    );
    const isLeaf = element.kids.every(({ kind }) => kind !== "element");
    if (isLeaf) return [[head, ...quoted(element.kids.map(textOf).join(""))].join(" ")];
    const lines = [head];
    let text = "";
    const closeText = () => {
      for (const line of quoted(text)) lines.push(`${indent}  ${line}`);
      text = "";
    };
    for (const kid of element.kids) {
      text += textOf(kid);
      if (kid.kind !== "element") continue;
      closeText();
      lines.push(...linesOf(kid.element, `${indent}  `));
    }
    closeText();
    return lines;
  }

  return linesOf(document, "");
}

/** Annotations that lead to the same place, one for each line of the link, are told once. */
function linksOf({ kids }: StructureElement): string[] {
  const counts = new Map<string, number>();
  for (const kid of kids) if (kid.kind === "annotation") counts.set(kid.target, (counts.get(kid.target) ?? 0) + 1);
  return [...counts].map(([target, count]) => `[${count > 1 ? `${count} × ` : ""}to ${target}]`);
}

/** Spaces at the ends are kept: without them words of two elements are read as one. A soft hyphen is shown as `¬`. */
const quoted = (text: string) =>
  text.trim() === "" ? [] : [`"${text.replaceAll(/[ \n]+/g, " ").replaceAll("\u00ad", "¬")}"`];
