import { categoryId, type LayoutSpec } from "../../dataset/index.ts";
import { createGlob } from "../../tables/index.ts";
import { exceptedIn } from "../sums/excepted-in.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import { isAreaName, isNameOfArea, mayBeAreaName } from "./find-area.ts";

type Parents = NonNullable<LayoutSpec["parents"]>[string];

/** What holds the names of a column, as others say of each row. */
export interface ParentsInRows {
  /** The columns that say it, the nearest level first. */
  readonly columns: readonly ColumnSurvey[];
  readonly layout: Parents;
  /** Names that one of the parents and one of the areas in them have. */
  readonly clashing: readonly string[];
}

interface ParentsInput {
  readonly names: ColumnSurvey;
  /** What tells apart which are called alike, if anything does. */
  readonly code: ColumnSurvey | undefined;
  /** Columns that are of no other use. */
  readonly others: readonly ColumnSurvey[];
  /** Those whose labels stand in the first of their rows only. */
  readonly downwards: readonly ColumnSurvey[];
  readonly except: NonNullable<NonNullable<LayoutSpec["rows"]>["except"]>;
}

/** So many names, on average, are in each of their parents; nearly all of them have one, and where there are so few names, nobody asks. */
const [fewestHeld, mostlyHeld, fewestNames] = [2, 0.95, 8];

/**
 * The columns that say which larger area each name of a table lies in: `Region` beside constituencies, `District` beside schools, and `Country` above
 * both. Undefined where none does.
 */
export function parentsInRows(survey: TableSurvey, input: ParentsInput): ParentsInRows | undefined {
  const { names, code, others, downwards, except } = input;
  // Of two that are called alike, a code or the larger area beside them tells which: there are as many as the longer list has.
  const count = Math.max(names.texts.length, code?.texts.length ?? 0);
  if (names.partOf || names.firstOf || count < fewestNames) return undefined;
  const left = exceptedIn(except, names.ref).map((own) => createGlob(own, (text) => text));
  const areas = textsIn(survey, names, downwards);
  const codes = code && textsIn(survey, code, downwards);
  const isLeft = (text: string) => text === "" || left.some((fits) => fits(text));
  const levels = others
    .filter((column) => column.kind === "label" && (mayHold(column, names) || areRowsOf(column, names)))
    .flatMap((column) => {
      const texts = textsIn(survey, column, downwards);
      const held = new Map<string, string>();
      const unheld = new Set<string>();
      for (const [at, name] of areas.entries()) {
        if (isLeft(name)) continue;
        const [key, parent] = [`${name}\n${codes?.[at] ?? ""}`, texts[at] ?? ""];
        if (parent === "") unheld.add(key);
        else if ((held.get(key) ?? parent) !== parent) return [];
        else held.set(key, parent);
      }
      const wholes = new Set(held.values());
      // A row that is of a larger area itself says of none that it holds it.
      const ownRows = new Set([...wholes].filter((text) => unheld.has(`${text}\n`)));
      const others = unheld.size - ownRows.size;
      const isHolding =
        !leadInCircles(held) &&
        wholes.size > 1 &&
        wholes.size * fewestHeld <= held.size &&
        held.size >= (held.size + others) * mostlyHeld;
      return isHolding ? [{ column, texts, held, wholes, ownRows, isFull: unheld.size === 0 }] : [];
    })
    .filter(
      ({ column, texts }, _, all) => !all.some((other) => other.column !== column && areOfOneList(texts, other.texts)),
    )
    .sort((a, b) => b.wholes.size - a.wholes.size);
  const [first, ...further] = levels;
  if (!first) return undefined;
  const chain = [first];
  for (const level of further) {
    const last = chain.at(-1) ?? first;
    if (level.wholes.size < last.wholes.size && tells(last.texts, level.texts)) chain.push(level);
  }
  // What a parent is called stands for it alone: an area of that name would be taken for it, and stand in no rank.
  const own = new Set(areas.flatMap((name) => (isLeft(name) ? [] : [categoryId(name)])));
  const called = chain.flatMap(({ wholes, ownRows }) => [...wholes].filter((text) => !ownRows.has(text)));
  const clashing = [...new Set(called)].filter((text) => own.has(categoryId(text)));
  const kept = clashing.length === 0 || code ? chain : chain.filter(canBeCalledApart);
  const [only, ...more] = kept.map(({ column, wholes }) =>
    !code && clashing.some((text) => wholes.has(text)) ? calledApart(column) : column.ref,
  );
  if (only === undefined) return undefined;
  const columns = kept.map(({ column }) => column);
  return { columns, layout: more.length === 0 ? only : [only, ...more], clashing: code ? [] : clashing };
}

/** So many of the names of two columns are the same, where both are of one list. */
const mostlyShared = 0.5;

/**
 * Whether two columns take their names from one list and say different ones of a row: `Largest group` and `Second group`, both of countries. An area lies in one area of each level,
 * and these are something else that is known of it.
 */
function areOfOneList(texts: readonly string[], others: readonly string[]): boolean {
  const [own, other] = [new Set(texts), new Set(others)];
  own.delete("");
  const shared = [...own].filter((text) => other.has(text)).length;
  const differ = texts.some((text, at) => text !== "" && (others[at] ?? "") !== "" && others[at] !== text);
  return differ && shared > 1 && shared >= Math.min(own.size, other.size) * mostlyShared;
}

/** Whether names lead over others back to themselves, as each is beside another, `Next station`, and lies in none. */
function leadInCircles(held: ReadonlyMap<string, string>): boolean {
  const next = new Map([...held].map(([key, text]) => [key.slice(0, key.indexOf("\n")), text]));
  const ended = new Set<string>();
  for (const start of next.keys()) {
    const way = new Set<string>();
    let name: string | undefined = start;
    while (name !== undefined && !way.has(name) && !ended.has(name)) {
      way.add(name);
      const to = next.get(name);
      // What is its own parent is the whole of its level.
      name = to === name ? undefined : to;
    }
    if (name !== undefined && way.has(name)) return true;
    for (const own of way) ended.add(own);
  }
  return false;
}

/** Whether a column is of larger areas, by its heading or by what stands below it, and no kind of areas, nor what something is told by: `Largest group by country of birth`. */
const mayHold = ({ name, texts }: ColumnSurvey, names: ColumnSurvey): boolean =>
  !ofKinds.test(wordsOf(name)) &&
  !/\S by \S/iu.test(wordsOf(name)) &&
  ((isAreaName(name) && isAreaName(headOf(name))) ||
    // `Department` above `Municipality`.
    (isAreaName(names.name) && mayBeAreaName(name)) ||
    [isNameOfArea, isCalledAs(name)].some((own) => texts.filter(own).length >= texts.length * mostlyKnown));
/** Whether what a column says are names of rows themselves: `Inner Ilford` of a borough, and in a row of its own. */
const areRowsOf = ({ name, texts }: ColumnSurvey, names: ColumnSurvey): boolean =>
  !ofKinds.test(wordsOf(name)) && texts.length > 1 && texts.every((text) => names.texts.includes(text));
/** What a heading is of, without what it says of this: `Political control` of `Political control in council`, `Region` of `Name of region in England`. */
const headOf = (name: string): string =>
  wordsOf(name)
    .replace(/^(?:names?|codes?) of (?:the )?/iu, "")
    .split(/ (?:in|of|for|per|from|within) /iu)[0] ?? "";
/** Whether a name ends in what its heading says that it is: `Kerry Division` below `Divisions`. */
const isCalledAs = (heading: string): ((text: string) => boolean) => {
  const kind = wordsOf(heading).toLowerCase().replace(/s$/u, "");
  return (text) => kind.length > 3 && text.toLowerCase().endsWith(` ${kind}`);
};
const mostlyKnown = 0.8;
const ofKinds =
  /\b(?:levels?|types?|kinds?|class(?:es|ification)?|categor(?:y|ies)|groups?|tiers?|status|typology)\b/iu;

/** `London (region)`. */
const calledApart = ({ ref, name }: ColumnSurvey) => ({ joined: `{${ref}} (${kindIn(name)})` });
const kindIn = (heading: string): string =>
  wordsOf(heading)
    .toLowerCase()
    .replace(/ (?:names?|nm|labels?)$/u, "");
const canBeCalledApart = ({ column, isFull }: { readonly column: ColumnSurvey; readonly isFull: boolean }): boolean =>
  isFull && !/[{}]/u.test(column.ref + column.name);

/** What a column says in each row, from the first of its rows on where labels stand in that alone. */
function textsIn(
  { sheet, rows }: TableSurvey,
  column: ColumnSurvey,
  downwards: readonly ColumnSurvey[],
): readonly string[] {
  let above = "";
  return Array.from(rows, (row) => {
    const said = textIn(sheet, row, column.index);
    // `:` and `-` stand for none.
    const text = /[\p{L}\d]/u.test(said) ? said : "";
    above = text || above;
    return downwards.includes(column) ? above : text;
  });
}

/** Whether each text of one column stands beside the same one of another, in all rows that both say something in. */
function tells(texts: readonly string[], others: readonly string[]): boolean {
  const known = new Map<string, string>();
  return texts.every((text, at) => {
    const other = others[at] ?? "";
    if (text === "" || other === "") return true;
    const before = known.get(text) ?? other;
    known.set(text, before);
    return before === other;
  });
}
