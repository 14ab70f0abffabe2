import {
  type CategorySpec,
  type DatasetSpec,
  type DimensionSpec,
  findDimension,
  isMeasured,
  type MeasureSpec,
} from "../dataset/index.ts";
import { type Diagnostic, defined } from "../diagnostics/index.ts";
import { guessedFrom, type Remarks } from "./remarks.ts";
import { exceptedIn } from "./sums/excepted-in.ts";
import { withoutMeasure } from "./sums/leave-out-sums.ts";

/**
 * A guess that takes back what the data contradicts: counts that are none, columns that hold more than figures, a time that is none, rows that
 * say different things. Each is remarked. Undefined where nothing is left to take back.
 */
export function mendGuess(spec: DatasetSpec, errors: readonly Diagnostic[], remarks: Remarks): DatasetSpec | undefined {
  return (
    withDecimal(spec, errors, remarks) ??
    withoutCells(spec, errors, remarks) ??
    withoutParents(spec, errors, remarks) ??
    withoutTime(spec, errors, remarks) ??
    withoutUnnamed(spec, errors, remarks) ??
    withOwnIds(spec, errors, remarks) ??
    withoutRepeated(spec, errors, remarks)
  );
}

/** Numbers that are written in two ways: with a decimal point, as most are, until somebody says which it is. */
function withDecimal(spec: DatasetSpec, errors: readonly Diagnostic[], remarks: Remarks): DatasetSpec | undefined {
  const problem = errors.find(({ code }) => code === "ambiguous-number");
  if (!problem || spec.layout?.decimal !== undefined) return undefined;
  remarks.add("layout.decimal", `Look at these before anything is printed. ${problem.message}`);
  return { ...spec, layout: { ...spec.layout, decimal: "." } };
}

/** Cells that are no numbers, left out; other measures with cells that cannot be read: as means, which may be anything; and left out, where even these cannot be read. */
function withoutCells(spec: DatasetSpec, errors: readonly Diagnostic[], remarks: Remarks): DatasetSpec | undefined {
  const bad = errors.filter(({ code }) => code === "bad-cell");
  if (bad.length === 0) return undefined;
  const ids = Object.keys(spec.measures);
  const readFrom = (fields: ReadonlySet<string | undefined>) =>
    ids.filter((id) => [spec.layout?.measures?.[id] ?? id].flat().some((name) => fields.has(name)));
  // Where counts make a share, what is below zero in it is a code, and no share of anything.
  const isCode = ({ source }: Diagnostic) => {
    const own = readFrom(new Set([source?.field]));
    return own.length > 0 && own.every((id) => isMadeOfCounts(spec.measures[id] as MeasureSpec));
  };
  if (spec.layout?.unreadableCells === undefined && bad.every((one) => isNoNumber.test(one.message) || isCode(one))) {
    remarks.add("layout.unreadableCells", bad.some(isCode) ? `${unreadable} ${belowZero}` : unreadable);
    return { ...spec, layout: { ...spec.layout, unreadableCells: "leave-out" } };
  }
  const named = readFrom(new Set(bad.map(({ source }) => source?.field)));
  const own = named.length > 0 ? named : ids;
  const strict = own.filter((id) => !isMeasured(spec.measures[id] as MeasureSpec));
  if (strict.length > 0) {
    for (const id of strict) remarks.also(`measures.${id}.statType`, noCounts(bad[0]?.message ?? ""));
    const quantities = Object.fromEntries(strict.map((id) => [id, asQuantity(spec.measures[id] as MeasureSpec)]));
    return { ...spec, measures: { ...spec.measures, ...quantities } };
  }
  if (own.length === ids.length) return undefined;
  const labels = own.map((id) => `"${spec.measures[id]?.label ?? id}"`).join(", ");
  remarks.also("layout.ignore", `${labels}: has cells that are no figures; correct them to read it.`);
  return own.reduce(withoutMeasure, spec);
}

const isNoNumber = /which is neither a number nor a declared marker/u;
const unreadable =
  "Some cells are no numbers: not available until they are corrected. The build says where they stand.";

const belowZero = "Shares below zero are among them, which may be codes: say what they stand for by markers.";

const isMadeOfCounts = ({ statType, numerator }: MeasureSpec): boolean =>
  statType === "share" && numerator !== undefined;

const asQuantity = ({ label, unit }: MeasureSpec): MeasureSpec => ({ label, unit, statType: "quantity" });

const noCounts = (message: string): string =>
  `Taken for a quantity that is not added up, since not all of its cells fit what it seems to be: ${message}`;

/** What rows say of what holds areas, where some say that one lies in two others. */
function withoutParents(spec: DatasetSpec, errors: readonly Diagnostic[], remarks: Remarks): DatasetSpec | undefined {
  const problem = errors.find(({ code }) => code === "two-parents");
  if (!problem || spec.layout?.parents === undefined) return undefined;
  const { parents, ...layout } = spec.layout;
  const levels = Object.values(parents).flat();
  const refs = levels.flatMap((own) =>
    typeof own === "string"
      ? [own]
      : "joined" in own
        ? [...own.joined.matchAll(/\{(?<ref>[^{}]+)\}/gu)].flatMap(({ groups }) => groups?.ref ?? [])
        : [],
  );
  remarks.remove("layout.parents");
  remarks.also(
    "layout.ignore",
    `${refs.map((ref) => `"${ref}"`).join(", ")}: not read as what holds others. ${problem.message}`,
  );
  return { ...spec, layout: { ...layout, ignore: [...(layout.ignore ?? []), ...refs] } };
}

/** A time whose labels cannot be read as periods, or not as those of one calendar, as names of something. */
function withoutTime(spec: DatasetSpec, errors: readonly Diagnostic[], remarks: Remarks): DatasetSpec | undefined {
  const time = findDimension({ spec }, "time");
  const own = spec.dimensions[time ?? ""];
  const problem = errors.find(({ code }) => unreadTimes.has(code));
  if (time === undefined || !own || !problem || spec.layout?.wide !== undefined) return undefined;
  remarks.add(`dimensions.${time}`, `No periods, as they stand: ${problem.message} Say a format with the role "time".`);
  return {
    ...spec,
    dimensions: { ...spec.dimensions, [time]: defined({ role: "category" as const, label: own.label }) },
  };
}

const unreadTimes: ReadonlySet<string> = new Set(["invalid-period", "mixed-period-labels", "ambiguous-period"]);

/** Names that make the id of another, as `Ként` and `KENT` do, each with one of its own: nobody here knows whether they are one. */
function withOwnIds(spec: DatasetSpec, errors: readonly Diagnostic[], remarks: Remarks): DatasetSpec | undefined {
  const dimensions = { ...spec.dimensions };
  let isMended = false;
  for (const { code, message, source } of errors) {
    const { label, id } = (code === "unknown-category" && sameId.exec(message)?.groups) || {};
    if (label === undefined || id === undefined) continue;
    // Of columns that are headed alike, the first that has no such name yet: where it was the other, the next reading says so.
    const dimension = dimensionsOf(spec, source?.field ?? "").find(
      (each) => !categoriesOf(dimensions[each]).some((known) => known.label === label),
    );
    const own = dimension === undefined ? undefined : dimensions[dimension];
    if (dimension === undefined || !own || own.role === "time") continue;
    const categories = categoriesOf(own);
    const taken = new Set(categories.map((known) => known.id));
    let number = 2;
    while (taken.has(`${id}-${number}`)) number += 1;
    dimensions[dimension] = { ...own, categories: [...categories, { id: `${id}-${number}`, label }], open: true };
    remarks.also(`dimensions.${dimension}.categories`, ownIds);
    isMended = true;
  }
  return isMended ? { ...spec, dimensions } : undefined;
}

const sameId = /^"(?<label>.+)" makes an id, (?<id>.+), that ".+" has already\./u;
const ownIds =
  "These would have the ids of others: make them aliases of these where they are the same, spelled otherwise.";

const categoriesOf = (own: DimensionSpec | undefined): readonly CategorySpec[] =>
  own === undefined || own.role === "time" ? [] : (own.categories ?? []);

/** The dimensions whose names stand in a column of a heading: those that are read by it, else those by a letter that are called so. */
function dimensionsOf({ dimensions, layout = {} }: DatasetSpec, heading: string): readonly string[] {
  const isRead = (id: string, by: (column: string) => boolean): boolean => {
    const read = layout.dimensions?.[id] ?? id;
    if (typeof read === "string") return by(read);
    if ("firstOf" in read) return read.firstOf.some(by);
    return "joined" in read ? read.joined.includes(`{${heading}}`) : "column" in read && by(read.column);
  };
  const ids = Object.keys(dimensions);
  const byHeading = ids.filter((id) => isRead(id, (column) => column === heading));
  if (byHeading.length > 0) return byHeading;
  return ids.filter((id) => dimensions[id]?.label === heading && isRead(id, (column) => column.startsWith("#")));
}

/** Rows that lack a name in a column which tells what they are of: they are left out. */
function withoutUnnamed(spec: DatasetSpec, errors: readonly Diagnostic[], remarks: Remarks): DatasetSpec | undefined {
  const problem = errors.find(({ code, message }) => code === "unknown-category" && namesNone.test(message));
  const { layout = {} } = spec;
  const field = problem?.source?.field;
  if (field === undefined) return undefined;
  // Where several columns tell a name together, any of them may be blank.
  const joined = Object.values(layout.dimensions ?? {}).flatMap((own) =>
    typeof own === "object" && "joined" in own && own.joined.includes(`{${field}}`)
      ? [...own.joined.matchAll(/\{(?<head>[^{}]+)\}/gu)].flatMap(({ groups }) => groups?.head ?? [])
      : [],
  );
  const heads = joined.length > 0 ? joined : [field];
  const known = layout.rows?.except ?? {};
  const textsOf = (head: string) => exceptedIn(known, head);
  if (heads.every((head) => textsOf(head).includes(""))) return undefined;
  remarks.also("layout.rows", withoutNames(heads));
  const blank = Object.fromEntries(heads.map((head) => [head, [...new Set([...textsOf(head), ""])]]));
  return { ...spec, layout: { ...layout, rows: { ...layout.rows, except: { ...known, ...blank } } } };
}
const withoutNames = (heads: readonly string[]): string =>
  guessedFrom(
    "its labels",
    `Rows that have nothing in ${heads.map((head) => `"${head}"`).join(" or ")} are left out: say what they are of, if they are data.`,
  );
const namesNone = /^The row names no /u;

/** Rows that are named alike and say different things: none of them is read. */
function withoutRepeated(spec: DatasetSpec, errors: readonly Diagnostic[], remarks: Remarks): DatasetSpec | undefined {
  const isContradicted = errors.some(({ code }) => code === "contradictory-rows");
  if (!isContradicted || spec.layout?.repeatedRows !== undefined) return undefined;
  remarks.add(
    "layout.repeatedRows",
    "Some rows are named alike and say different things: their figures are left out until something tells them apart.",
  );
  return { ...spec, layout: { ...spec.layout, repeatedRows: "leave-out" } };
}
