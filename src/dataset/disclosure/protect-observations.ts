import type { Diagnostics } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import type { Cell } from "../cell.ts";
import { copyCell, createCellColumns, isMissing, isSuppressed, setCell } from "../columns/cell-columns.ts";
import { groupRows } from "../columns/group-rows.ts";
import {
  allRows,
  cellKeys,
  type ObservationColumns,
  observationAt,
  recode,
  rowsOfMeasure,
} from "../columns/observation-columns.ts";
import { createObservationStore } from "../columns/observation-store.ts";
import type { DatasetSpec } from "../definition.ts";
import type { DatasetEdition } from "../editions/edition.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import type { Observation } from "../observation.ts";
import { spreadSuppression } from "../spread-suppression.ts";
import type { DataEquations } from "../structure/data-equations.ts";
import type { DerivedFigures } from "../structure/derived-figures.ts";
import { ifChance } from "../structure/if-chance.ts";
import type { Attack } from "./attack.ts";
import { balancePast } from "./balance-past.ts";
import { createBlocks } from "./blocks.ts";
import { completeHidden } from "./complete-hidden.ts";
import { createCosts } from "./cost-of-hiding.ts";
import { type CountTable, coordinatesOf, createCountTable, type Grid, isLatent, measureOf } from "./count-table.ts";
import { type DisclosureReport, ruleOf } from "./disclosure-report.ts";
import { type DisclosureRule, type DisclosureSpec, disclosureRule, treatmentOf } from "./disclosure-spec.ts";
import { createPublishedSums, followCounts, followDerivations, type PublishedCount } from "./follow-counts.ts";
import { type WithKnownTotals, withKnownTotals } from "./known-totals.ts";
import { createLines } from "./lines.ts";
import { cellCount, cellLabel, firstNames, namedCells } from "./name-cells.ts";
import { needOfUncertain } from "./need.ts";
import { mostTotals, type Nesting, nestingsOf } from "./nesting.ts";
import { createPastCells, type PastCells } from "./past-cells.ts";
import { createPastFamilies, type PastFamilies } from "./past-families.ts";
import { withPastPeriods } from "./past-periods.ts";
import { type PastRelations, withPastRelations } from "./past-relations.ts";
import { protectSupposed } from "./protect-supposed.ts";
import { prove } from "./prove.ts";
import { createPublication, type Publication } from "./publication.ts";
import { type ReadInput, readTogether } from "./read-together.ts";
import type { Relations } from "./relation.ts";
import { createRelations } from "./relations.ts";
import { newNamesHint, refuseShownAgain, reportGone, warnOfPast } from "./report-past.ts";
import { findRevisionBounds, type RevisionBounds } from "./revision-bounds.ts";
import { roundTogether } from "./round-together.ts";
import { roundingBounds } from "./rounding-bounds.ts";
import { boundByShares } from "./share-relations.ts";
import { loadSolver } from "./solver.ts";
import { addVanishedTotals } from "./vanished-totals.ts";
import { withdrawAround } from "./withdraw.ts";

export interface ProtectInput {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list" | "find" | "period">;
  readonly columns: ObservationColumns;
  /** What counts come to and the definition does not tell. */
  readonly equations: DataEquations;
  /** What earlier editions showed. */
  readonly earlier?: DatasetEdition | undefined;
  readonly diagnostics: Diagnostics;
  /** Called between steps: see `createCollector`. */
  collect(): void;
}

/** What is reckoned with: the data, and totals that readers know beside it. */
type Reckoning = ProtectInput & WithKnownTotals;

/** What may be published. */
export interface ProtectedObservations {
  readonly columns: ObservationColumns;
  /** Undefined where the definition asks for no disclosure control. */
  readonly report: DisclosureReport | undefined;
  /** Totals that readers are said to know and no row has. */
  readonly known: WithKnownTotals["made"];
}

/**
 * Makes observations fit to be seen: hides what the definition's profile hides and what would give that away, rounds the
 * rest, in all vintages. Nothing that comes after can tell what a hidden cell holds. Reports counts that cannot be protected.
 */
export async function protectObservations(given: ProtectInput): Promise<ProtectedObservations> {
  const { spec, columns } = given;
  const rule = disclosureRule(spec.disclosure);
  if (!spec.disclosure || !rule) {
    refuseShownAgain(given, columns);
    return { columns: spreadSuppression(columns), report: undefined, known: [] };
  }
  const disclosure = spec.disclosure;
  const input: Reckoning = { ...given, ...withKnownTotals(given) };
  const measures = Object.entries(spec.measures).map(([id, measure]) => ({
    id,
    treatment: treatmentOf(disclosure, id, measure),
  }));
  const idsOf = (wanted: string) => measures.filter(({ treatment }) => treatment === wanted).map(({ id }) => id);
  const before = given.earlier && withPastPeriods(spec, input.categories, given.earlier);
  const table = createCountTable({
    ...input,
    categories: before ?? input.categories,
    measures: idsOf("protect"),
    equations: input.equations.dimensions,
  });
  given.collect();
  boundByShares(table, spec.measures, createObservationStore(columns));
  if (given.earlier && before) addVanishedTotals(table, given.earlier, before.isPast);
  const past = given.earlier && createPastCells(table, rule, given.earlier);
  const isReleased = namedCells(input, disclosure.released ?? [], "released");
  const families =
    past && given.earlier
      ? createPastFamilies({ spec, rule, table, past, edition: given.earlier, isReleased })
      : undefined;
  const { publication, alternatives } = await protectTable(input, {
    table,
    rule,
    disclosure,
    isReleased,
    past,
    families,
  });
  const shown = publish(columns, { table, publication, rule });
  given.collect();
  if (past) warnOfPast(input, { table, publication, rule, past });
  refuseShownAgain(given, shown, (cell) => families?.isReckonedWith(cell) === true);
  const { derived } = input.equations;
  const following = [...new Set([...idsOf("follow"), ...derived.keys()])];
  const followed = follow(shown, { spec, following, derived });
  for (const [measure, hidden] of followed.hidden) warnOfDerived(input, measure, hidden);
  const withNotes = spreadSuppression(followed.columns);
  warnOfNotes(withNotes, input);
  const protectedColumns = recode(disclosure.notes === "published" ? withNotes : withoutWords(withNotes));
  const report: DisclosureReport = {
    ...ruleOf(rule),
    measures: Object.fromEntries([
      ...table.grids.map(({ measure }) => [measure, protectionOf(input, measure, { table, publication })]),
      ...following.map((measure) => [measure, derivedProtection(spec, measure, protectedColumns)]),
    ]),
    alternatives,
  };
  warnOfManyHidden(report, input);
  return { columns: protectedColumns, report, known: input.made };
}

/** Hiding what an earlier edition showed, and was revised, is the last resort: readers think that they know it. */
const printedCost = 1000;

interface Protecting {
  readonly table: CountTable;
  readonly rule: DisclosureRule;
  readonly disclosure: DisclosureSpec;
  readonly past: PastCells | undefined;
  readonly families: PastFamilies | undefined;
  /** Whether a cell that an earlier edition hid may be shown. */
  readonly isReleased: (place: Readonly<Record<string, string>>) => boolean;
}

async function protectTable(
  input: Reckoning,
  protecting: Protecting,
): Promise<{ publication: Publication; alternatives: number }> {
  const { table, rule, past, families } = protecting;
  const publication = createPublication(table, rule, past?.told);
  const { primaries, unknown, remembered, exposed } = classifyCells(input, protecting, publication);
  input.collect();
  reportExposed(input, table, [...exposed]);
  if (primaries.length === 0 && remembered.length === 0 && !rule.together) return { publication, alternatives: 0 };
  const nestings = nestingsOf(table);
  if (reportTotals(input, nestings)) return { publication, alternatives: 0 };
  const solver = await loadSolver();
  try {
    const now = createRelations(table, { ...input.spec, equations: input.equations.measures, nestings });
    // Before earlier editions are looked at: they say how counts change, and not what they come to.
    const unsolved = completeHidden({ table, relations: now, solver, expected: past?.expected });
    past?.settle();
    const before = past && families && withPastRelations(table, { base: now, past, families });
    const relations = before ?? now;
    if (past && before && past.isRounded) balancePast({ table, past, relations: before, solver });
    const edition = input.earlier;
    const revised =
      past && before && edition && findRevisionBounds({ table, rule, now, past, relations: before, edition });
    const wholes = (input.spec.sums ?? []).map(({ whole }) => whole);
    const costs = createCosts(table, rule, wholes);
    const costOf = (cell: number) => costs(cell) * (past?.printed.has(cell) ? printedCost : 1);
    const parts = { table, relations, publication, solver, costOf };
    const attack = { ...parts, blocks: createBlocks(parts), lines: createLines(parts), work: { corners: 0 } };
    input.collect();
    const run = {
      attack,
      now,
      primaries,
      unknown,
      remembered,
      unsolved,
      supposed: past?.supposed,
      past: before,
      revised,
      wasHidden: (count: number) =>
        isLatent(table, table.cellOf[count] as number) || past?.wasHidden(table.cellOf[count] as number) === true,
      gone: families?.gone ?? new Map(),
      reading: past &&
        before &&
        families &&
        edition && { table, rule, publication, now, past, relations: before, families, edition, solver },
    };
    return { publication, alternatives: runProtection(input, run) };
  } finally {
    solver.dispose();
  }
}

interface Classified {
  /** The counts that the rule hides. */
  readonly primaries: readonly number[];
  /** Those among them whose value nobody here knows. */
  readonly unknown: ReadonlySet<number>;
  /** Counts that earlier editions hid and the rule does not. */
  readonly remembered: readonly number[];
  /** Cells that the rule hides and readers know. */
  readonly exposed: ReadonlySet<number>;
}

/** Says of each cell what the rule, the definition and earlier editions make of it, before any is hidden for others. */
function classifyCells(
  input: Reckoning,
  { table, rule, disclosure, isReleased, past, families }: Protecting,
  publication: Publication,
): Classified {
  const coordinatesIn = (cell: number) => ({
    ...coordinatesOf(table, cell),
    measure: measureOf(table, cell),
  });
  const isNamed = namedCells({ ...input, earlier: undefined }, disclosure.known ?? [], "known");
  const isKnown = (cell: number) =>
    isNamed(coordinatesIn(cell)) || input.isKnownTotal(measureOf(table, cell), coordinatesOf(table, cell));
  const primaries: number[] = [];
  const unknown = new Set<number>();
  const exposed = new Set<number>();
  const remembered: number[] = [];
  const isTold = (count: number) => past?.told.has(count) === true;
  for (const [cell, counts] of table.countsOf.entries()) {
    if (isLatent(table, cell)) continue;
    const small = counts.filter((count) => !outside(table.values[count] as number, rule));
    if (isKnown(cell)) {
      publication.setStatus(cell, "known");
      if (small.length > 0) exposed.add(cell);
    } else if (small.length > 0) {
      publication.setStatus(cell, "primary");
      const own = small.filter((count) => !isTold(count));
      primaries.push(...own);
      for (const count of own) if (Number.isNaN(table.values[count])) unknown.add(count);
    } else if (past?.hidden.has(cell) && !isReleased(coordinatesIn(cell))) {
      publication.setStatus(cell, "remembered");
      remembered.push(...counts.filter((count) => !isTold(count)));
    } else if (counts.some(isTold)) publication.setStatus(cell, "printed");
  }
  remembered.push(...(families?.gone.keys() ?? []));
  return { primaries, unknown, remembered, exposed };
}

/** Whether any measure has too many totals. Reports each. */
function reportTotals({ spec, diagnostics }: ProtectInput, nestings: ReadonlyMap<Grid, Nesting | undefined>): boolean {
  const large = [...nestings].flatMap(([grid, nesting]) => (nesting ? [] : [grid]));
  for (const { measure, axes, cells } of large) {
    const nested = axes.filter((axis) => axis.nested).map(({ dimension }) => dimension);
    const names = nested.map((name) => `"${name}"`).join(", ");
    diagnostics.error({
      code: "too-many-totals",
      message: `The ${cells.size} cells of ${measure} are parts of more than ${mostTotals} totals in ${names}, each of which could give a hidden count away: too many to protect.`,
      hint: "Leave out columns that only describe a row (layout: { ignore: [ … ] }), or take `total`, `holds` and `parent` off dimensions that nobody adds up over.",
      source: { id: spec.title, field: `measures.${measure}` },
    });
  }
  return large.length > 0;
}

const outside = (value: number, { from, to }: DisclosureRule): boolean => value < from || value > to;

interface Run extends Omit<Classified, "exposed"> {
  readonly attack: Attack;
  /** Between the counts of this edition alone. */
  readonly now: Relations;
  /** Counts that the publisher hides and that no values could be found for. */
  readonly unsolved: readonly number[];
  /** Those that readers may know, and nobody here knows whether they do. */
  readonly supposed: PastCells["supposed"] | undefined;
  /** Between these and what earlier editions showed; undefined where there are none. */
  readonly past: PastRelations | undefined;
  /** Whether any earlier edition hid a count. */
  readonly wasHidden: (count: number) => boolean;
  /** What earlier editions tell of counts that figures were revised beside; undefined where there are none. */
  readonly revised: RevisionBounds | undefined;
  /** Counts whose cell is gone, with that cell. */
  readonly gone: PastFamilies["gone"];
  /** What readers of all editions read together; undefined where there are none. */
  readonly reading: ReadInput | undefined;
}

function runProtection(input: ProtectInput, run: Run): number {
  const { attack, now, primaries, unknown, remembered, unsolved, supposed, past, revised, wasHidden, gone, reading } =
    run;
  const { table, publication } = attack;
  if (publication.rule.together) {
    const unrounded = roundTogether({ ...attack, relations: now });
    if (unrounded.length > 0) {
      input.diagnostics.error({
        code: "rounding-not-possible",
        message: `The counts around ${cellLabel(input, table, cellsOf(table, unrounded)[0] as number)} cannot be rounded together: there are too many, or no rounding of them adds up.`,
        hint: 'Say rounding: "each".',
        source: { id: input.spec.title, field: "disclosure.rounding" },
      });
      return 0;
    }
  }
  const { proofs, exposed: unproven } = protectSupposed({
    attack,
    primaries,
    unknown,
    remembered,
    supposed: supposed ?? new Map(),
    isPast: (relation) => past?.isPast(relation) === true,
    bounds: revised?.bounds ?? new Map(),
    unrevised: revised?.unrevised ?? new Map(),
  });
  const fallen = (revised?.fallen ?? []).filter(publication.isHidden);
  const read = reading && readTogether(reading);
  // One by one they are taken for told sooner than all releases together tell.
  const isOpen = (count: number) => read?.open.has(count) === true;
  const exposed = [
    ...new Set([...unproven, ...fallen].filter((count) => !isOpen(count)).concat(...(read?.told ?? []))),
  ];
  // What this edition says nothing of, it does not give away. Where it may be that new names are not declared, that is to be said first.
  const isNamedAnew = exposed.length > 0 && newNamesHint(input, input.columns) !== "";
  const isWithdrawn = (count: number): boolean =>
    past !== undefined &&
    !isNamedAnew &&
    withdrawAround({ ...attack, relations: past }, count) &&
    // What a sum that is new comes to, earlier editions may have said of its parts.
    (wasHidden(count) ||
      !isSum(now, count) ||
      "alternatives" in prove(attack, { count, need: needOfUncertain(publication.rule), effort: "all" }));
  const stillExposed = exposed.filter((count) => !isWithdrawn(count));
  // What is hidden for one changes what is left to know of others.
  const isChanged = stillExposed.length < exposed.length;
  const again = isChanged && reading ? [...readTogether(reading).told] : [];
  stillExposed.push(...again.filter((count) => !stillExposed.includes(count)));
  const open = stillExposed.filter((count) => !gone.has(count));
  reportExposed(input, table, cellsOf(table, [...open, ...unsolved]), input.earlier !== undefined);
  reportGone(
    input,
    stillExposed.flatMap((count) => gone.get(count) ?? []),
  );
  return [...proofs.values()].reduce((sum, proof) => sum + proof.filter(({ size }) => size > 0).length, 0);
}

const isSum = (relations: Relations, count: number): boolean =>
  relations.of(count).some(({ relation: { kind, counts } }) => kind === "equal" && counts[0] === count);

const cellsOf = ({ cellOf }: CountTable, counts: readonly number[]): readonly number[] => [
  ...new Set(counts.map((count) => cellOf[count] as number).filter((cell) => cell >= 0)),
];

/** Names the cells, never what they hold. */
function reportExposed(input: ProtectInput, table: CountTable, cells: readonly number[], earlier = false): void {
  const source = { id: input.spec.title, field: "disclosure" };
  if (earlier && cells.length > 0) {
    const names = cells.map((cell) => cellLabel(input, table, cell));
    input.diagnostics.error({
      code: "edition-not-protected",
      message: `${cellCount(cells.length, "has", "have")} to be hidden, and could be worked out from this edition and earlier ones together: ${firstNames(names)}.`,
      hint: `${newNamesHint(input, input.columns)}Leave the figures around them as they were published last until they change by more, leave out a breakdown or a total, or put categories together.`,
      source,
    });
    return;
  }
  if (cells.length === 0) return;
  const [first = "", ...others] = cells.map((cell) => cellLabel(input, table, cell));
  input.diagnostics.error({
    code: "disclosure-not-protected",
    message: `${others.length === 0 ? `${first} has` : `${cells.length} cells have`} to be hidden, and could be worked out from what may not be hidden${others.length === 0 ? "" : `: ${firstNames([first, ...others])}`}.`,
    hint: "Take cells off disclosure.known and knownTotals, leave out a breakdown, or put categories together.",
    source,
  });
}

interface Publishing {
  readonly table: CountTable;
  readonly publication: Publication;
  readonly rule: DisclosureRule;
}

function publish(columns: ObservationColumns, publishing: Publishing): ObservationColumns {
  const cells = createCellColumns(columns.length);
  for (const row of allRows(columns)) setCell(cells, row, publishedCell(observationAt(columns, row), publishing));
  return { ...columns, cells };
}

function publishedCell(observation: Observation, { table, publication, rule }: Publishing): Cell {
  const { cell } = observation;
  const count = cell.state === "missing" ? undefined : table.countOf(observation);
  if (count === undefined) return cell;
  if (publication.isHidden(count)) return { state: "suppressed" };
  if (rule.base === 1 || publication.statusOf(table.cellOf[count] as number) === "known") return cell;
  return roundedCell(publication.rounded(count), { rule, before: cell });
}

/** What comes rounded by its publisher may be as far from the truth as that, and then as far again. */
function roundedCell(value: number, { rule, before }: { readonly rule: DisclosureRule; readonly before: Cell }): Cell {
  const { low, high } = roundingBounds(value, rule);
  const [below, above] = before.state === "rounded" ? [before.value - before.low, before.high - before.value] : [0, 0];
  return { state: "rounded", value, base: rule.base, of: "figure", low: Math.max(0, low - below), high: high + above };
}

interface Following {
  readonly spec: DatasetSpec;
  /** Measures that are made of protected counts. */
  readonly following: readonly string[];
  /** How figures of some of them are made, where the definition does not tell. */
  readonly derived: DerivedFigures;
}

interface Followed {
  readonly columns: ObservationColumns;
  /** By measure: figures that are hidden only for what the definition does not tell. */
  readonly hidden: ReadonlyMap<string, number>;
}

function follow(columns: ObservationColumns, { spec, following, derived }: Following): Followed {
  const hidden = new Map<string, number>();
  if (following.length === 0) return { columns, hidden };
  const published = publishedCells(columns);
  const sumOf = createPublishedSums(published);
  const cells = createCellColumns(columns.length);
  const isFollowing = columns.measure.values.map((measure) => following.includes(measure));
  for (const row of allRows(columns)) {
    if (!isFollowing[columns.measure.codes[row] as number]) {
      copyCell(columns.cells, row, cells, row);
      continue;
    }
    const observation = observationAt(columns, row);
    const { measure, cell } = observation;
    const treatment = spec.disclosure && treatmentOf(spec.disclosure, measure, spec.measures[measure] as MeasureSpec);
    const told = treatment === "follow" ? followCounts({ spec, published }, observation) : cell;
    const derivations = derived.get(measure);
    const found =
      derivations && told.state !== "suppressed" ? followDerivations({ sumOf, derivations }, observation) : told;
    if (found.state === "suppressed" && told.state !== "suppressed")
      hidden.set(measure, (hidden.get(measure) ?? 0) + 1);
    setCell(cells, row, found);
  }
  return { columns: { ...columns, cells }, hidden };
}

/** Names the way in which figures are made, and how many are hidden for it. */
function warnOfDerived({ spec, equations, diagnostics }: ProtectInput, measure: string, hidden: number): void {
  const [derivation] = equations.derived.get(measure) ?? [];
  diagnostics.warn({
    code: "derived-figures",
    message: `${hidden} ${hidden === 1 ? "figure" : "figures"} of ${measure} ${hidden === 1 ? "is" : "are"} hidden: the data make it ${derivation?.words}, and what it is made of is hidden or rounded there.`,
    hint: `Leave the column out (layout: { ignore: [ … ] }): claims work such figures out from what is published. ${ifChance(measure, spec.notSums?.includes(measure) === true)}`,
    source: { id: spec.title, field: `measures.${measure}` },
  });
}

/** A remark may say what is hidden, in its own cell or in another; a status may have been chosen by what a hidden cell holds. */
function withoutWords(columns: ObservationColumns): ObservationColumns {
  const { cells, statuses, note } = columns;
  return {
    ...columns,
    statuses: { ...statuses, codes: statuses.codes.map((code, row) => (isSuppressed(cells, row) ? 0 : code)) },
    note: { ...note, codes: new Uint32Array(columns.length) },
  };
}

function warnOfNotes({ note }: ObservationColumns, { spec, diagnostics }: ProtectInput): void {
  const notes = note.codes.filter((code) => code !== 0).length;
  if (notes === 0 || spec.disclosure?.notes === "published") return;
  diagnostics.warn({
    code: "notes-left-out",
    message: `The notes beside ${notes} ${notes === 1 ? "cell" : "cells"} are left out: words can tell what is hidden.`,
    hint: 'If readers have them already, say disclosure: { …, notes: "published" }; or take layout.note out.',
    source: { id: spec.title, field: "layout.note" },
  });
}

/** What is published of counts, by cell and edition. */
function publishedCells(columns: ObservationColumns) {
  const { lookup } = createObservationStore(columns);
  return (
    measure: string,
    at: Readonly<Record<string, string>>,
    { vintage, source }: Pick<Observation, "vintage" | "source">,
  ): PublishedCount | undefined => {
    const found = lookup(measure, at).filter(({ cell }) => cell.state !== "missing");
    const hidden = found.find(({ cell }) => cell.state === "suppressed");
    const same = found.find((other) => other.vintage === vintage && other.source === source);
    const best = hidden ?? same ?? found[0];
    return best && { cell: best.cell, ofEdition: best === same };
  };
}

function protectionOf(
  { spec, isMade }: Reckoning,
  measure: string,
  { table, publication }: Pick<Publishing, "table" | "publication">,
) {
  const cells = [...(table.gridFor(measure) as Grid).cells.values()].filter(
    (cell) => !isLatent(table, cell) && !isMade(measure, coordinatesOf(table, cell)),
  );
  const count = (status: string) => cells.filter((cell) => publication.statusOf(cell) === status).length;
  return {
    label: (spec.measures[measure] as MeasureSpec).label,
    cells: cells.length,
    primary: count("primary"),
    secondary: count("secondary"),
    remembered: count("remembered"),
    derived: 0,
  };
}

function derivedProtection(spec: DatasetSpec, measure: string, columns: ObservationColumns) {
  const { cells } = columns;
  const own = rowsOfMeasure(columns, measure).filter((row) => !isMissing(cells, row));
  const cellsIn = (rows: Uint32Array) => groupRows(cellKeys(columns), rows).groups.count;
  return {
    label: (spec.measures[measure] as MeasureSpec).label,
    cells: cellsIn(own),
    primary: 0,
    secondary: 0,
    remembered: 0,
    derived: cellsIn(own.filter((row) => isSuppressed(cells, row))),
  };
}

/** A table that is mostly hidden says little, and each further breakdown makes it easier to tell who is meant. */
function warnOfManyHidden({ measures }: DisclosureReport, { spec, diagnostics }: ProtectInput): void {
  for (const { label, cells, primary, secondary, remembered } of Object.values(measures)) {
    const hidden = primary + secondary + remembered;
    if (hidden <= cells / 2) continue;
    diagnostics.warn({
      code: "disclosure-mostly-hidden",
      message: `${label}: ${hidden} of ${cells} cells have to be hidden.`,
      hint: "A coarser breakdown (longer periods, larger areas, wider age groups) says more and gives less away.",
      source: { id: spec.title },
    });
  }
}
