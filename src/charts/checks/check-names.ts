import type { Diagnostics } from "../../diagnostics/index.ts";
import { createRecentAnswers } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";
import type { ChartShape } from "../shape/chart-shape.ts";
import { tileKey } from "../spec/tile-key.ts";

export interface CheckNamesOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: RecipeNotes;
  readonly shape: ChartShape;
  readonly diagnostics: Diagnostics;
}

/** So many pairs are named. */
const mostNamed = 5;

/**
 * Warns of names in one field that differ in how they are written alone, `Argyll & Bute` beside `Argyll and Bute`: each would have a line of its own, with a
 * gap where the other has figures (`chart-names-alike`); and of answers that have a place in the bars and are in no row, beside others that have none
 * (`chart-answer-unplaced`).
 */
export function checkNames({ rows, recipe, shape, diagnostics }: CheckNamesOptions): void {
  const { category, series, panels } = shape;
  const fields = new Set([category, series, ...panels].flatMap((each) => each?.field ?? []));
  for (const field of fields) {
    const pairs = writtenAlike(textsOf(rows, field));
    if (pairs.length === 0) continue;
    diagnostics.warn({
      code: "chart-names-alike",
      message: `Names in "${field}" differ in how they are written alone, and are drawn apart: ${listed(pairs)}.`,
      hint: "Write each name in one way in all rows, so that its figures are drawn together.",
      source: { field },
    });
  }
  if (recipe.answers) checkAnswers(recipe.recipe, textsOf(rows, recipe.answers.field), recipe.answers, diagnostics);
}

function checkAnswers(
  recipe: string,
  texts: readonly string[],
  { field, names }: NonNullable<RecipeNotes["answers"]>,
  diagnostics: Diagnostics,
): void {
  const absent = names.filter((name) => !texts.includes(name));
  const unplaced = texts.filter((text) => !names.includes(text));
  if (absent.length === 0 || unplaced.length === 0) return;
  diagnostics.warn({
    code: "chart-answer-unplaced",
    message: `${recipe} has a place for ${quoted(absent)}, which no row has in "${field}", and none for ${quoted(unplaced)}: what has no place stands below the bars.`,
    hint: "Write the answers in `left`, `middle` and `right` as the rows do.",
    source: { field },
  });
}

function textsOf(rows: readonly ChartRow[], field: string): readonly string[] {
  const texts = new Set<string>();
  for (const row of rows) {
    const text = row[field];
    if (typeof text === "string") texts.add(text);
  }
  return [...texts];
}

/** Names are the same in the charts of all areas. */
const keysOfNames = createRecentAnswers<string>(10_000);

/** What names that are written alike have in common; figures in them are what tells them apart. */
const keyOf = (name: string): string => {
  const digits = (name.match(/\p{Nd}+/gu) ?? []).join(" ");
  return `${tileKey(name.normalize("NFKC")).replaceAll(/\s+/g, " ").trim()}\n${digits}`;
};

/** Each name with the one before it that is written alike. */
function writtenAlike(names: readonly string[]): readonly (readonly [string, string])[] {
  const known = new Map<string, string>();
  const pairs: [string, string][] = [];
  for (const name of names) {
    const key = keysOfNames.get(name, keyOf);
    const before = known.get(key);
    if (before === undefined) known.set(key, name);
    else pairs.push([before, name]);
  }
  return pairs;
}

const listed = (pairs: readonly (readonly [string, string])[]): string =>
  named(
    pairs.map(([a, b]) => `"${a}" and "${b}"`),
    "; ",
  );

const quoted = (names: readonly string[]): string =>
  named(
    names.map((name) => `"${name}"`),
    ", ",
  );

const named = (all: readonly string[], between: string): string =>
  `${all.slice(0, mostNamed).join(between)}${all.length > mostNamed ? `${between}and ${all.length - mostNamed} more` : ""}`;
