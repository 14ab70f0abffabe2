import { areInLine } from "../editions/edition.ts";
import { type DisclosureRule, isHiddenBy } from "./disclosure-spec.ts";
import { needOfHidden } from "./need.ts";
import {
  groupsTiedToWholes,
  type Place,
  type ReleasesInput,
  type Stage,
  type Step,
  stageOf,
  type Tie,
} from "./releases-together.ts";
import type { LinearProgram, ProgramRow, Solver } from "./solver.ts";

export interface ReadInput extends ReleasesInput {
  readonly solver: Solver;
}

/** What readers of all releases make of the counts that published wholes bound. */
export interface ReadTogether {
  /** Counts that this edition lets some of them know to be ones that the rule hides. */
  readonly told: ReadonlySet<number>;
  /** Counts that are as open as is asked of them, in whichever way figures were revised. */
  readonly open: ReadonlySet<number>;
}

/**
 * Reads all releases at once, in whole numbers, as somebody does who knows which figures were revised. Nobody here knows that, nor what was hidden
 * then: so for each least set of revisions that the figures and today's counts allow, a hidden count has to be possible that the rule
 * does not hide. What was revised besides leaves readers more that is possible, and never less.
 */
export function readTogether(input: ReadInput): ReadTogether {
  const read = areInLine(input.edition.releases)
    ? groupsTiedToWholes(input).map((counts) => readGroup(input, counts))
    : [];
  return {
    told: new Set(read.flatMap(({ told }) => [...told])),
    open: new Set(read.flatMap(({ open }) => [...open])),
  };
}

function readGroup(input: ReadInput, counts: readonly number[]): ReadTogether {
  const stage = stageOf(input, counts);
  // What contradicts itself may not be as it is taken to be.
  const isPossible = stage?.places.every(({ low, high }) => low <= high) === true;
  const patterns = isPossible ? patternsOf(input, stage) : undefined;
  if (!stage || !patterns) return { told: new Set(), open: new Set() };
  const { solver } = input;
  const before = solver.wholePivots;
  const isTooMuch = () => solver.wholePivots - before > mostPivots;
  const read = patterns.found.flatMap((pattern) => (isTooMuch() ? [] : (toldBy(input, stage, pattern) ?? [])));
  const closed = new Set(read.flatMap((own) => own.closed));
  const isLookedThrough = patterns.areAll && stage.isComplete && read.length === patterns.found.length;
  return {
    told: new Set(read.flatMap((own) => own.told)),
    open: new Set(isLookedThrough ? counts.filter((count) => !closed.has(count)) : []),
  };
}

/** Beyond so many ways in which figures were revised, not all are looked at. */
const mostPatterns = 12;

/** All that the search for these may take, and all that they may take then: counted, so that it is the same on every machine. */
const mostPivots = 20_000;

/** The steps at which counts were revised, by their numbers. */
type Pattern = ReadonlySet<number>;

/** The least sets of revisions with which all releases and today's counts can be true; undefined where there are none. */
function patternsOf(
  { table, solver }: ReadInput,
  stage: Stage,
): { readonly found: readonly Pattern[]; readonly areAll: boolean } | undefined {
  const { places, ties, steps, last } = stage;
  const lower: number[] = [];
  const upper: number[] = [];
  for (const { count, moment, isRest, low, high } of places) {
    const value = table.values[count] as number;
    const isKnown = moment === last && !isRest;
    lower.push(isKnown ? value : low);
    upper.push(isKnown ? value : high);
  }
  const isBelow = (one: number, other: number) => (upper[one] as number) < (lower[other] as number);
  const rows: ProgramRow[] = ties.map((tie) => rowOf(tie, (place) => place));
  for (const [index, step] of steps.entries()) {
    const column = places.length + index;
    const isSure = step.some(({ before, after }) => isBelow(before, after) || isBelow(after, before));
    lower.push(isSure ? 1 : 0);
    upper.push(1);
    for (const { before, after } of step)
      for (const [one, other] of [
        [before, after],
        [after, before],
      ] as const) {
        // No more than it can be: with much more, a step that is a whole number within tolerance would let something through.
        const most = Math.max(0, (upper[one] as number) - (lower[other] as number));
        rows.push({
          columns: [one, other, column],
          factors: [1, -1, -most],
          lower: Number.NEGATIVE_INFINITY,
          upper: 0,
        });
      }
  }
  const costsWith = (dear: number) =>
    lower.map((_, column) => {
      const step = steps[column - places.length];
      return step === undefined ? 0 : countOf(stage, step) === dear ? keptCost : 1;
    });
  const solve = (dear: number) => {
    const solution = solver.solve(
      { costs: costsWith(dear), lower, upper, whole: lower.map(() => true), rows },
      exactly,
    );
    const isRevised = (_: Step, index: number) => Math.round(solution?.[places.length + index] ?? 0) === 1;
    return solution && new Set(steps.flatMap((step, index) => (isRevised(step, index) ? [index] : [])));
  };
  const pivots = solver.wholePivots;
  const isTooMuch = () => solver.wholePivots - pivots > mostPivots;
  const found: Pattern[] = [];
  while (found.length < mostPatterns && !isTooMuch()) {
    const pattern = solve(-1);
    if (!pattern) return found.length === 0 ? undefined : { found, areAll: solver.isSure };
    found.push(pattern);
    const columns = [...pattern].map((index) => places.length + index).filter((column) => lower[column] === 0);
    if (columns.length === 0) return { found, areAll: true };
    rows.push({ columns, factors: columns.map(() => 1), lower: Number.NEGATIVE_INFINITY, upper: columns.length - 1 });
  }
  // There are more: of these, those that leave each hidden count by itself unrevised for longest.
  const hidden = new Set(places.flatMap(({ count, hidden: rule }) => (rule ? [count] : [])));
  return {
    found: [...found, ...[...hidden].flatMap((count) => (isTooMuch() ? [] : (solve(count) ?? [])))],
    areAll: false,
  };
}

/** What it costs to take a count for revised that is to be left unrevised, against one for any other. */
const keptCost = 50;

const countOf = ({ places }: Stage, [own]: Step): number | undefined => own && places[own.before]?.count;

/** Presolve has taken from a reader what was possible. */
const exactly = { nodes: 500, isQuick: false, isAsIs: true };

const rowOf = ({ places, signs, low, high }: Tie, columnOf: (place: number) => number): ProgramRow => {
  const factors = new Map<number, number>();
  for (const [index, place] of places.entries()) {
    const column = columnOf(place);
    factors.set(column, (factors.get(column) ?? 0) + (signs[index] as number));
  }
  return {
    columns: [...factors.keys()],
    factors: [...factors.values()],
    lower: low,
    upper: high,
  };
};

/**
 * The counts that this edition gives away to who knows that these figures were revised and no others, and those among the hidden ones that are
 * less open than is asked; undefined where they cannot be all.
 */
function toldBy(
  input: ReadInput,
  stage: Stage,
  pattern: Pattern,
): { readonly told: readonly number[]; readonly closed: readonly number[] } | undefined {
  const all = worldsOf(input, stage, pattern, stage.last);
  // Found within tolerance, and not so in whole numbers.
  if (!all.isPossible()) return undefined;
  const closed = new Set<number>();
  const told = stage.places.flatMap(({ count, moment, hidden }, index) => {
    if (!hidden) return [];
    const isOpen = all.mayBeOther(index, hidden);
    const value = input.table.values[count] as number;
    const isSmall = moment === stage.last && isHiddenBy(hidden, value);
    const { choices } = needOfHidden(hidden, { from: 0, to: input.table.most.get(count) ?? Number.POSITIVE_INFINITY });
    const isWide = () => choices.some((values) => values.every((own) => own === value || all.mayBe(index, own)));
    if (!isOpen || (isSmall && !isWide())) closed.add(count);
    return isOpen ? [] : [index];
  });
  if (told.length === 0) return { told: [], closed: [...closed] };
  const before = worldsOf(input, stage, pattern, stage.last - 1);
  const news = told.flatMap((index) => {
    const { count, moment, hidden } = stage.places[index] as Place;
    const wasKnown = moment < stage.last && hidden !== undefined && !before.mayBeOther(index, hidden);
    return wasKnown ? [] : [count];
  });
  return { told: news, closed: [...closed] };
}

/** What readers hold possible of all counts in the releases up to one. */
function worldsOf({ solver }: ReadInput, { places, ties, steps }: Stage, pattern: Pattern, until: number) {
  const same = places.map((_, index) => index);
  const first = (place: number): number => (same[place] === place ? place : first(same[place] as number));
  for (const [index, step] of steps.entries())
    for (const { before, after } of step)
      if (!pattern.has(index) && (places[after] as Place).moment <= until) same[first(after)] = first(before);
  const columnOf = places.map((_, place) => first(place));
  const lower = places.map(() => 0);
  const upper = places.map(() => Number.POSITIVE_INFINITY);
  for (const [index, { moment, low, high }] of places.entries()) {
    if (moment > until) continue;
    const column = columnOf[index] as number;
    lower[column] = Math.max(lower[column] as number, low);
    upper[column] = Math.min(upper[column] as number, high);
  }
  const rows = ties
    .filter(({ moment }) => moment <= until)
    .map((tie) => rowOf(tie, (place) => columnOf[place] as number));
  const worlds: (readonly number[])[] = [];
  const program = (costs: readonly number[]): LinearProgram => ({
    costs,
    lower,
    upper,
    whole: costs.map(() => true),
    rows,
  });
  const isOther = (world: readonly number[], column: number, { from, to }: DisclosureRule) => {
    const value = Math.round(world[column] as number);
    return value < from || value > to;
  };
  return {
    isPossible(): boolean {
      if (lower.some((low, column) => low > (upper[column] as number))) return false;
      const world = solver.solve(program(places.map(() => 0)), exactly);
      if (world) worlds.push(world);
      return world !== undefined;
    },
    mayBe(place: number, value: number): boolean {
      const column = columnOf[place] as number;
      if (worlds.some((world) => Math.round(world[column] as number) === value)) return true;
      if (value < (lower[column] as number) || value > (upper[column] as number)) return false;
      const fixed = (bounds: readonly number[]) => bounds.map((own, index) => (index === column ? value : own));
      const asked = { ...program(places.map(() => 0)), lower: fixed(lower), upper: fixed(upper) };
      const world = solver.solve(asked, exactly);
      if (world) worlds.push(world);
      return world !== undefined;
    },
    mayBeOther(place: number, rule: DisclosureRule): boolean {
      const column = columnOf[place] as number;
      if (worlds.some((world) => isOther(world, column, rule))) return true;
      return [-1, 1].some((cost) => {
        const world = solver.solve(program(places.map((_, index) => (index === column ? cost : 0))), exactly);
        if (world) worlds.push(world);
        return world !== undefined && isOther(world, column, rule);
      });
    },
  };
}
