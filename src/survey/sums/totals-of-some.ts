import { type Dataset, type DimensionSpec, isAdditive, type LayoutSpec, wideHeadings } from "../../dataset/index.ts";
import { isTotal } from "../table/survey-column.ts";
import { countedInTotal } from "./counted-in-total.ts";
import { wholesByFigures } from "./wholes-by-figures.ts";

/** Where the names of categories stand: in one column, or, beside the areas that hold them, in the first of two. */
export interface NamesInColumn {
  readonly column: string;
  /** The text of a category in that column, and that of what holds it. */
  readonly textOf: (label: string) => { readonly text: string; readonly group: string };
  /** Whether they stand beside what holds them. */
  readonly isGrouped?: boolean;
}

export function namesInColumn(layout: LayoutSpec | undefined, dimension: string): NamesInColumn | undefined {
  // What headings tell stands in no column.
  if (layout?.wide && wideHeadings(layout.wide).some((pattern) => pattern.includes(`{${dimension}}`))) return undefined;
  const read = layout?.dimensions?.[dimension] ?? dimension;
  if (typeof read === "string") return { column: read, textOf: (text) => ({ text, group: "" }) };
  // An empty cell is called as the layout says, and is empty all the same.
  if ("column" in read && read.pattern === undefined)
    return { column: read.column, textOf: (label) => ({ text: label === read.blank ? "" : label, group: "" }) };
  const numbered =
    "rowNumber" in read ? /^\{(?<name>[^{}]+)\} \(row \{\}\)$/u.exec(read.rowNumber)?.groups?.name : undefined;
  if (numbered !== undefined)
    return { column: numbered, textOf: (label) => ({ text: label.replace(/(?:^| )\(row \d+\)$/u, ""), group: "" }) };
  const joined =
    "joined" in read ? /^\{(?<inner>[^{}]+)\} \(\{[^{}]+\}\)$/u.exec(read.joined)?.groups?.inner : undefined;
  if (joined === undefined) return undefined;
  return { column: joined, textOf: (label) => splitName(label), isGrouped: true };
}

/** `NORTH (Goa)` is called `NORTH`, in `Goa`; both may have brackets of their own: `Other (rest) (Goa (city))` is in `Goa (city)`. */
export function splitName(label: string): { readonly text: string; readonly group: string } {
  if (label.endsWith(")"))
    for (let at = label.length - 1, open = 0; at > 0; at -= 1) {
      if (label[at] === ")") open += 1;
      else if (label[at] === "(") open -= 1;
      if (open === 0) {
        if (label[at - 1] !== " ") break;
        return { text: label.slice(0, at - 1), group: label.slice(at + 1, -1) };
      }
    }
  return { text: label, group: "" };
}

/** So many totals by their names are those of groups; one alone may be of all, and differ from it. */
const fewestNamed = 2;
/** So many groups have a whole each, and so many of its figures are the sums of the others. */
const [fewestGroups, mostlySums] = [3, 0.9];

/**
 * The categories that are totals of some of the others, by their names or by the figures of the group that holds both, and that nothing declares to
 * be: the hidden counts of the others are what is left of them.
 */
export function totalsOfSome(
  dataset: Dataset,
  { dimension, own, names }: { readonly dimension: string; readonly own: DimensionSpec; readonly names: NamesInColumn },
): readonly string[] {
  if (own.role === "time") return [];
  const isDeclared = (id: string) => id === own.total || (own.holds !== undefined && id in own.holds);
  const all = dataset.categories(dimension).map(({ id, label }) => ({ id, label, ...names.textOf(label) }));
  const parents = dataset.categories(dimension).flatMap(({ parent }) => parent ?? []);
  const declared = new Set([...all.flatMap(({ id }) => (isDeclared(id) ? [id] : [])), ...parents]);
  const named = all.filter(({ text }) => isTotal(text));
  const byFigures = new Set(wholesByFigures(dataset, dimension, declared));
  const textsByFigures = new Set(all.flatMap(({ id, text }) => (byFigures.has(id) ? [text] : [])));
  const counted = own.total === undefined ? new Set() : countedInTotal(dataset, dimension, own.total);
  const called = new Set([
    ...(named.length >= fewestNamed ? named.map(({ id }) => id) : []),
    ...wholesOfGroups(dataset, dimension, new Map(all.map(({ id, group }) => [id, group]))),
    ...byFigures,
    // A district that is called as one of its quarters is left out with it.
    ...all.flatMap(({ id, text, group }) => (group === "" && textsByFigures.has(text) ? [id] : [])),
  ]);
  const found = new Set([...called].filter((id) => !counted.has(id)));
  // Of rows that have no name among others that have one, some are totals: no other is known to be none.
  if (all.some(({ id, text }) => text === "" && found.has(id)))
    for (const { id, text } of all) if (text === "" && !counted.has(id)) found.add(id);
  // Rows are left out by the text in their column: one that is also of what is no total stays.
  const others = new Set(all.flatMap(({ id, text }) => (found.has(id) ? [] : [text])));
  return all.filter(({ id, text }) => found.has(id) && !isDeclared(id) && !others.has(text)).map(({ id }) => id);
}

/** Of each group the one category whose figures are the sums of the others, where most groups have one. */
function wholesOfGroups(dataset: Dataset, dimension: string, groupOf: ReadonlyMap<string, string>): readonly string[] {
  const { measures } = dataset.definition.spec;
  const families = new Map<string, Map<string, { sum: number; values: Map<string, number> }>>();
  for (const { measure, at, cell } of dataset.observations) {
    const id = at[dimension] ?? "";
    const group = groupOf.get(id) ?? "";
    const spec = measures[measure];
    if (group === "" || cell.state !== "value" || !spec || !isAdditive(spec) || cell.value <= 0) continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([other]) => other !== dimension)]);
    const own = families.get(group) ?? new Map<string, { sum: number; values: Map<string, number> }>();
    families.set(group, own);
    const cells = own.get(key) ?? { sum: 0, values: new Map<string, number>() };
    own.set(key, cells);
    cells.sum += cell.value;
    cells.values.set(id, cell.value);
  }
  const wholes = [...families.values()].flatMap((own) => {
    const cells = [...own.values()];
    // The whole is half of all that stands there.
    const halves = (id: string) => cells.filter(({ sum, values }) => (values.get(id) ?? 0) * 2 === sum).length;
    const [first] = [...(cells.find(({ values }) => values.size > 2)?.values ?? [])].sort(([, a], [, b]) => b - a);
    return first && halves(first[0]) >= cells.length * mostlySums ? [first[0]] : [];
  });
  return wholes.length >= Math.max(fewestGroups, families.size / 2) ? wholes : [];
}
