import { createDiagnostics, type Diagnostics } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import { allRows, type ObservationColumns, observationAt } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { type DatasetEdition, type EditionCell, standings } from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import { type CountTable, isLatent } from "./count-table.ts";
import type { DisclosureRule } from "./disclosure-spec.ts";
import { cellCount, cellLabel, firstNames, labelOf, namedCells } from "./name-cells.ts";
import { pairNames } from "./pair-names.ts";
import type { PastCells } from "./past-cells.ts";
import type { Publication } from "./publication.ts";

interface Reading {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "find" | "period">;
  readonly earlier?: DatasetEdition | undefined;
  readonly diagnostics: Diagnostics;
}

interface Published {
  readonly table: CountTable;
  readonly publication: Publication;
  readonly rule: DisclosureRule;
  readonly past: PastCells;
}

/** Says which cells readers of earlier editions know more of than this one shows, or learn more of from both. */
export function warnOfPast(input: Reading, { table, publication, rule, past }: Published): void {
  const found = { told: [] as string[], withdrawn: [] as string[], revised: [] as string[] };
  for (const [cell, counts] of table.countsOf.entries()) {
    if (!past.printed.has(cell) || isLatent(table, cell)) continue;
    const name = () => cellLabel(input, table, cell);
    const before = past.lastFigure(cell);
    const status = publication.statusOf(cell);
    if (status === "primary" && counts.some((count) => past.told.has(count))) found.told.push(name());
    else if (status === "secondary") found.withdrawn.push(name());
    else if (status === "shown" && rule.base === 1 && before !== undefined) {
      const by = Math.abs((table.values[counts.at(-1) as number] as number) - before);
      if (by > 0 && by <= rule.to) found.revised.push(name());
    }
  }
  const source = { id: input.spec.title, field: "disclosure" };
  const { told, withdrawn, revised } = found;
  if (told.length > 0)
    input.diagnostics.warn({
      code: "shown-before",
      message: `${cellCount(told.length, "is", "are")} hidden, and an earlier edition showed the same: ${firstNames(told)}.`,
      hint: "Who has that edition knows the figure. Nothing that is hidden here rests on it.",
      source,
    });
  if (withdrawn.length > 0)
    input.diagnostics.warn({
      code: "withdrawn-figure",
      message: `${withdrawn.length === 1 ? "A cell was revised since an earlier edition showed it, and is" : `${withdrawn.length} cells were revised since an earlier edition showed them, and are`} hidden so that others cannot be worked out: ${firstNames(withdrawn)}.`,
      hint: "Readers may guess that such a figure is about what it was. Leave the figures as they were published until they change by more, if that is too near.",
      source,
    });
  if (revised.length > 0)
    input.diagnostics.warn({
      code: "small-revision",
      message: `${cellCount(revised.length, "differs", "differ")} from an earlier edition by no more than the rule hides: ${firstNames(revised)}.`,
      hint: "The difference is a small count of added or removed cases. Publish revisions together, less often, if that tells of someone.",
      source,
    });
}

/** Whether a cell that has no row, and what it was tied to, is reckoned with all the same. */
type IsReckonedWith = (cell: Pick<EditionCell, "measure" | "at">) => boolean;

/**
 * What an earlier edition hid and nobody has released is not shown, by whatever profile a measure has by now, nor as one that readers
 * are said to know; and what is gone is told of, as far as it is not reckoned with.
 */
export function refuseShownAgain(
  { spec, categories, earlier, diagnostics }: Reading,
  columns: ObservationColumns,
  isReckonedWith: IsReckonedWith = () => false,
): void {
  if (!earlier) return;
  const standingOf = standings(earlier.releases);
  const hidden = new Map(
    earlier.cells.filter((cell) => standingOf(cell).isHidden).map((cell) => [cellText(cell), cell]),
  );
  const isReleased = namedCells(
    { spec, categories, earlier, diagnostics: createDiagnostics() },
    spec.disclosure?.released ?? [],
    "released",
  );
  const times = Object.entries(spec.dimensions).flatMap(([id, { role }]) => (role === "time" ? [id] : []));
  const periodOf = ({ measure, at }: Place) => JSON.stringify([measure, ...times.map((id) => at[id])]);
  const known = new Set(earlier.cells.map(cellText));
  const names = new Set<string>();
  const there = new Set<string>();
  const measures = new Set<string>();
  const periods = new Set<string>();
  const matched = new Set<string>();
  for (const row of allRows(columns)) {
    const { measure, at, cell } = observationAt(columns, row);
    const text = cellText({ measure, at });
    if (known.has(text)) matched.add(measure);
    if (cell.state === "missing") continue;
    there.add(text);
    measures.add(measure);
    periods.add(periodOf({ measure, at }));
    if (hidden.has(text) && "value" in cell && !isReleased({ ...at, measure }))
      names.add(labelOf({ spec, categories }, measure, at));
  }
  const source = { id: spec.title, field: "disclosure" };
  if (names.size > 0)
    diagnostics.error({
      code: "hidden-before",
      message: `${cellCount(names.size, "would be", "would be")} shown that an earlier edition hid: ${firstNames([...names])}.`,
      hint: "Protect the measure as before, and take the cells off disclosure.known and knownTotals; or, if they may be known, name them under disclosure.released.",
      source,
    });
  const isOfGoneMeasure = ({ measure }: Place) => !Object.hasOwn(spec.measures, measure);
  // What a total comes to without a part that was hidden tells what it was: it goes with all others of its period, or stays.
  reportGone(
    { spec, categories, earlier, columns, diagnostics },
    [...hidden].flatMap(([text, cell]) => {
      const { measure, at } = cell;
      const isGone = periods.has(periodOf(cell)) && !there.has(text) && !isOfGoneMeasure(cell);
      return isGone && !isReckonedWith(cell) && !isReleased({ ...at, measure }) ? [cell] : [];
    }),
  );
  refuseGoneMeasures(
    { spec, diagnostics },
    matched.size > 0 ? earlier.cells.filter((cell) => isOfGoneMeasure(cell) && !isReckonedWith(cell)) : [],
  );
  reportOthers({ spec, diagnostics }, earlier.cells, { measures, matched });
}

interface Compared {
  /** Those that have figures now, and those of them of which some cell is one of an earlier edition. */
  readonly measures: ReadonlySet<string>;
  readonly matched: ReadonlySet<string>;
}

/** Names measures of which no cell is found again: they are broken down otherwise by now, or names were changed. */
function reportOthers(
  { spec, diagnostics }: Pick<Reading, "spec" | "diagnostics">,
  cells: readonly Place[],
  { measures, matched }: Compared,
): void {
  const before = new Set(cells.map(({ measure }) => measure));
  const others = [...measures].filter((id) => before.has(id) && !matched.has(id)).sort();
  if (cells.length === 0 || (matched.size > 0 && others.length === 0)) return;
  const own = matched.size === 0 ? cells : cells.filter(({ measure }) => others.includes(measure));
  const of = matched.size === 0 ? "" : ` of ${others.map((id) => `"${id}"`).join(", ")}`;
  diagnostics.error({
    code: "edition-of-other-cells",
    message: `None of the ${own.length} cells${of} of the earlier edition is in the data: its measures, dimensions or categories have other names.`,
    hint: "Give measures, dimensions and categories the ids that they had. Only if the data is about something else, give the dataset another name in the briefing: then nothing of the earlier edition is reckoned with.",
    source: { id: spec.title, field: "disclosure" },
  });
}

type Place = Pick<EditionCell, "measure" | "at">;

/** What a measure that is gone and those of now have in common, nobody here knows. */
function refuseGoneMeasures(
  { spec, diagnostics }: Pick<Reading, "spec" | "diagnostics">,
  cells: readonly Place[],
): void {
  const { unrelated = [] } = spec.disclosure ?? {};
  const measures = [...new Set(cells.map(({ measure }) => measure))].filter((id) => !unrelated.includes(id));
  if (measures.length === 0) return;
  const names = measures.map((id) => `"${id}"`).join(", ");
  diagnostics.error({
    code: "measure-not-in-edition",
    message: `The dataset has no measure ${names}, of which an earlier edition showed figures: what others may be parts or wholes of is not known.`,
    hint: `If it has another name by now, give it the id that it had; if it was split, keep it beside its parts, and declare it under sums. If no other is a part, a whole or another name of it, say disclosure: { …, unrelated: [${names}] }.`,
    source: { id: spec.title, field: "disclosure" },
  });
}

const quoted = (names: readonly string[]): string => firstNames(names.map((name) => JSON.stringify(name)));

/**
 * How to say that categories have new names, as lines of the definition; empty where none may have one. Readers know it: while the
 * definition does not tell, all that could be another has to be open as that one was.
 */
export function newNamesHint(
  { spec, categories, earlier }: Pick<Reading, "spec" | "categories" | "earlier">,
  columns: ObservationColumns,
): string {
  const cells = earlier?.cells ?? [];
  const lines = columns.categoryColumns.flatMap(({ dimension, values }) => {
    const own = spec.dimensions[dimension];
    if (!own || own.role === "time") return [];
    const present = new Set(values);
    const ever = new Set(cells.flatMap(({ at, shown }) => (shown.at(-1)?.[1] == null ? [] : (at[dimension] ?? []))));
    const known = new Set(cells.flatMap(({ at }) => at[dimension] ?? []));
    const gone = [...ever].filter((id) => !present.has(id)).sort();
    const fresh = [...present]
      .filter((id) => id !== "" && !known.has(id))
      .map((id) => ({ id, label: categories.find(dimension, id)?.label ?? id }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
    return gone.length === 0 || fresh.length === 0 ? [] : [namesHint({ dimension, fresh, gone }, columns, cells)];
  });
  return lines.join("");
}

function namesHint(
  naming: Parameters<typeof pairNames>[0],
  columns: ObservationColumns,
  cells: readonly EditionCell[],
): string {
  const { dimension, fresh, gone } = naming;
  const likely = pairNames(naming, columns, cells);
  const left = fresh.filter((newcomer) => !likely.some((pair) => pair.newcomer === newcomer));
  const free = gone.filter((id) => !likely.some((pair) => pair.gone === id));
  const [last, ...others] = left;
  const [only, ...further] = free;
  // What is left over of both may be one, whatever it is called.
  const isOne = last && only !== undefined && others.length === 0 && further.length === 0;
  const pairs = isOne ? [...likely, { newcomer: last, gone: only }] : likely;
  const labels = fresh.map(({ label }) => label);
  const said = `In ${dimension}, ${quoted(labels)} ${fresh.length === 1 ? "is" : "are"} new and ${quoted(gone)} ${gone.length === 1 ? "is" : "are"} gone: `;
  const given = "or give the category the id that it had, and its new name as label. ";
  const entries = pairs.map(({ newcomer, gone: id }) => `${JSON.stringify(newcomer.label)}: ${JSON.stringify(id)}`);
  const open = isOne || left.length === 0 || free.length === 0 ? undefined : { left, free };
  if (!open) {
    const what = pairs.length === 1 ? "if that is a new name" : "if these are new names";
    return `${said}${what}, say so by dimensions.${dimension}.aliases: { ${entries.join(", ")} }, ${given}`;
  }
  const unseen = "neither names nor figures tell which of them is which, if any";
  if (entries.length === 0) {
    const [{ label = "" } = {}] = open.left;
    return `${said}${unseen}. Where one has a new name, say so by dimensions.${dimension}.aliases: { ${JSON.stringify(label)}: "the id that it had" }, ${given}`;
  }
  const more = `Of ${quoted(open.left.map(({ label }) => label))} and ${quoted(open.free)}, ${unseen}: add those that you know. `;
  return `${said}if these are new names, say so by dimensions.${dimension}.aliases: { ${entries.join(", ")} }, ${given}${more}`;
}

/** Names cells that were hidden, are gone, and could be worked out by what is left. */
export function reportGone(
  {
    spec,
    categories,
    earlier,
    columns,
    diagnostics,
  }: Pick<Reading, "spec" | "categories" | "earlier" | "diagnostics"> & {
    readonly columns: ObservationColumns;
  },
  gone: readonly Place[],
): void {
  if (gone.length === 0) return;
  diagnostics.error({
    code: "hidden-cell-gone",
    message: `${cellCount(gone.length, "that an earlier edition hid is", "that an earlier edition hid are")} no longer there, while others of the same period are: ${firstNames(gone.map(({ measure, at }) => labelOf({ spec, categories }, measure, at)))}.`,
    hint: `${newNamesHint({ spec, categories, earlier }, columns)}What the others come to by now would tell what it was. Keep its row, or leave out the whole period; if it may be known, name it under disclosure.released by the id of its category.`,
    source: { id: spec.title, field: "disclosure" },
  });
}
