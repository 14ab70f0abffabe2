import type { StructureElement, TaggedPage } from "./read-tagged-pages.ts";

/** What would reach a screen reader wrongly, in words; veraPDF sees none of these but the missing alt text. */
export function checkReadingOrder(pages: readonly TaggedPage[]): readonly string[] {
  const problems = pages.flatMap(checkPage);
  const text = pages.flatMap(({ drawn }) => [...drawn.values()]).join("");
  if (text.trim() === "") problems.push("The document has no tagged text.");
  return problems;
}

function checkPage({ number, structure, drawn, untagged }: TaggedPage): string[] {
  const problems = untagged.map((text) => `Page ${number}: "${text}" is neither tagged nor an artifact.`);
  if (structure === null) return [...problems, `Page ${number} has no structure tree.`];

  const inTree = contentIds(structure);
  const known = new Set(inTree);
  for (const [id, text] of drawn) {
    if (!known.has(id)) problems.push(`Page ${number}: no structure element holds the content ${id}, "${text}".`);
  }
  if (known.size !== inTree.length) problems.push(`Page ${number}: content is held by more than one element.`);

  // Notes at the foot of the page are read where they are referred to: the text without them, and they by themselves, keep the order.
  const inNotes = new Set(elementsOf(structure, "Note").flatMap(contentIds));
  for (const isNote of [false, true]) {
    const read = inTree.filter((id) => drawn.has(id) && inNotes.has(id) === isNote);
    const seen = [...drawn.keys()].filter((id) => known.has(id) && inNotes.has(id) === isNote);
    const first = read.findIndex((id, index) => id !== seen[index]);
    if (first === -1) continue;
    const [heard = "", shown = ""] = [drawn.get(read[first] ?? ""), drawn.get(seen[first] ?? "")];
    problems.push(`Page ${number}: "${heard}" is read where "${shown}" is drawn.`);
  }
  for (const { alt } of elementsOf(structure, "Figure")) {
    if (alt === undefined || alt.trim() === "") problems.push(`Page ${number}: a figure has no alternative text.`);
  }
  return problems;
}

function contentIds({ children }: StructureElement): string[] {
  return children.flatMap((child) => (typeof child === "string" ? [child] : contentIds(child)));
}

function elementsOf(element: StructureElement, role: string): StructureElement[] {
  const below = element.children.flatMap((child) => (typeof child === "string" ? [] : elementsOf(child, role)));
  return element.role === role ? [element, ...below] : below;
}
