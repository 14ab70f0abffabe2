import type { CategoryRegistry } from "../category-registry.ts";
import { createCellKey } from "../cell-key.ts";
import { hasValue } from "../columns/cell-columns.ts";
import { cellKeys, coordinatesAt, type ObservationColumns, rowsOfMeasure } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { dimensionsOf } from "../dimensions-of.ts";
import { disclosureRule, treatmentOf } from "../disclosure/disclosure-spec.ts";
import { findDimension } from "../find-dimension.ts";
import { groupBy } from "../group-by.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import { totalOf } from "../total-of.ts";
import { enoughAgainstDenial, enoughBits, fewestHeldForOneFailed } from "./find-sums.ts";
import { figuresOf } from "./margin-of.ts";
import { type SumsOver, sumsOver } from "./sums-over.ts";

type At = Readonly<Record<string, string>>;

/** Cells that a figure may be worked out from, by how they stand to its own. */
interface Operand {
  readonly measure: string;
  /** In words: `cases of the period before`. */
  readonly words: string;
  /** The coordinates whose counts are added up; undefined where there are none. */
  readonly coordinates: (at: At) => readonly At[] | undefined;
  /** Where their sum is not what is reckoned with but their mean: which periods it is of, by how they stand to the figure's. */
  readonly window?: readonly number[];
  /** Their sum, where it is known without a look at each. */
  readonly sumAt?: (at: At) => number;
}

/** How a figure is made of two counts, but for a power of ten; `alone` is one count, or one mean of several, as it is. */
const forms = {
  alone: (own: number) => own,
  quotient: (above: number, below: number) => above / below,
  change: (above: number, below: number) => (above - below) / below,
  rest: (above: number, below: number) => 1 - above / below,
  share: (above: number, below: number) => above / (above + below),
  difference: (above: number, below: number) => above - below,
} as const;

type Form = keyof typeof forms;

const inWords: Readonly<Record<Form, (above: string, below: string) => string>> = {
  alone: (own) => own,
  quotient: (above, below) => `${above} by ${below}`,
  change: (above, below) => `the change from ${below} to ${above}`,
  rest: (above, below) => `what ${above} leaves of ${below}`,
  share: (above, below) => `the share of ${above} in it and ${below}`,
  difference: (above, below) => `${above} less ${below}`,
};

/** A way in which a figure is worked out from counts. */
export interface Derivation {
  readonly words: string;
  /** The counts that it takes at the figure's coordinates, each a sum of cells; undefined where there are none. */
  readonly operandsAt: (
    at: At,
  ) => readonly { readonly measure: string; readonly coordinates: readonly At[] }[] | undefined;
  /** Whether counts make a figure, as far as its digits go. */
  readonly makes: (figure: number, counts: readonly number[]) => boolean;
}

/** By measure: what its figures were worked out from, beside or instead of what the definition says. */
export type DerivedFigures = ReadonlyMap<string, readonly Derivation[]>;

interface Input {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list" | "find" | "periods">;
  readonly columns: ObservationColumns;
}

/** Periods looked back over: a quarter and a month of the year before, and a few years. */
const back = [1, 2, 3, 4, 5, 10, 12];
/** Periods that a mean is taken over: those up to the figure's, those before it, those around it. */
const windows = [2, 3, 4, 5, 10, 12].flatMap((length): readonly (readonly number[])[] => {
  const upTo = Array.from({ length }, (_, steps) => steps);
  const around = upTo.map((steps) => steps - (length - 1) / 2);
  return [upTo, upTo.map((steps) => steps + 1), ...(length % 2 === 1 ? [around] : [])];
});
/** Counts that pairs are made of; with more, only those at the figure's own coordinates and of the period before. */
const mostOperands = 200;
/** Rows that a formula is tried on, at even distances. */
const mostRows = 60;
const greatestPower = 6;

/**
 * Finds what rates, shares and means were worked out from, where that is something else than the numerator and denominator that
 * the definition names: a change from the year before, a percentage of a total in another row, a ratio of two other counts.
 * A formula is told where it makes the figures to their last digit, in too many rows to be chance. Only what takes a count
 * that is to be protected is looked for; of a measure that is said to be made of nothing (`notSums`), it takes more to be told.
 */
export function derivedFigures(input: Input): DerivedFigures {
  const { spec } = input;
  const { disclosure } = spec;
  if (!disclosure || !disclosureRule(disclosure)) return new Map();
  const isSecret = (id: string) => treatmentOf(disclosure, id, spec.measures[id] as MeasureSpec) === "protect";
  const wanted = Object.entries(spec.measures).filter(([, { statType }]) => statType !== "count");
  if (wanted.length === 0) return new Map();
  const counts = countsIn(input);
  const valueAt = countReader(input, counts);
  const sumsOf = createSums(input, counts);
  return new Map(
    wanted.flatMap(([id, measure]) => {
      const own = operandsFor(input, measure, sumsOf);
      const found = derivationsOf(id, { ...input, operands: own, isSecret, valueAt });
      return found.length > 0 ? [[id, found] as const] : [];
    }),
  );
}

/** A measure's cells: a row of each, and what it counts. */
type Counts = ReturnType<typeof figuresOf>;

/** By measure: what is counted. NaN where it is not known or given differently. */
const countsIn = ({ spec, columns }: Input): ReadonlyMap<string, Counts> =>
  new Map(
    Object.entries(spec.measures).flatMap(([id, { statType }]) =>
      statType === "count" ? [[id, figuresOf(columns.cells, cellKeys(columns), rowsOfMeasure(columns, id))]] : [],
    ),
  );

/** The count at coordinates; undefined where there is none. */
function countReader({ spec, columns }: Input, counts: ReadonlyMap<string, Counts>) {
  const keyOf = createCellKey(spec);
  const values = new Map<string, number>();
  for (const [id, figures] of counts)
    for (const [index, row] of figures.rows.entries())
      values.set(keyOf(id, coordinatesAt(columns, row)), figures.values[index] as number);
  return (measure: string, at: At): number | undefined => values.get(keyOf(measure, at));
}

/** A count added up over some dimensions, once for all figures that ask for it. */
function createSums({ columns, categories }: Input, counts: ReadonlyMap<string, Counts>) {
  const known = new Map<string, SumsOver>();
  return (id: string, over: readonly string[]): SumsOver => {
    const key = [id, ...over].join("|");
    const sums = known.get(key) ?? sumsOver({ columns, categories, ...(counts.get(id) as Counts), over });
    known.set(key, sums);
    return sums;
  };
}

/** The counts that a measure's figures may be worked out from. */
function operandsFor(
  { spec, categories }: Input,
  measure: MeasureSpec,
  sumsOf: ReturnType<typeof createSums>,
): readonly Operand[] {
  const dimensions = dimensionsOf(spec, measure);
  const counts = Object.entries(spec.measures).filter(
    ([, own]) => own.statType === "count" && dimensionsOf(spec, own).every((id) => dimensions.includes(id)),
  );
  const time = findDimension({ spec }, "time");
  const runs = [...groupBy(categories.periods(), ({ format }) => format).values()];
  const earlier = (id: string, steps: number): string | undefined => {
    const run = runs.find((periods) => periods.some((period) => period.id === id)) ?? [];
    const index = run.findIndex((period) => period.id === id);
    return steps === Number.POSITIVE_INFINITY ? run[0]?.id : run[index - steps]?.id;
  };
  const all = counts.flatMap(([id, own]): readonly Operand[] => {
    const at = (words: string, coordinates: Operand["coordinates"]): Operand => ({
      measure: id,
      words: `${id}${words}`,
      coordinates,
    });
    const dimensionsOwn = dimensionsOf(spec, own);
    const shifted = (words: string, steps: number) =>
      at(words, (here) => {
        const period = earlier(here[time ?? ""] ?? "", steps);
        return period === undefined ? undefined : [{ ...here, [time ?? ""]: period }];
      });
    const mean = (window: readonly number[]): Operand => {
      const [first = 0] = window;
      const which = first > 0 ? " before" : first < 0 ? " around" : "";
      return {
        ...at(` on average of ${window.length} periods${which}`, (here) => {
          const periods = window.flatMap((steps) => earlier(here[time ?? ""] ?? "", steps) ?? []);
          return periods.length < window.length
            ? undefined
            : periods.map((period) => ({ ...here, [time ?? ""]: period }));
        }),
        window,
      };
    };
    const before = time === undefined || !dimensionsOwn.includes(time) ? [] : back;
    const others = dimensionsOwn.filter((dimension) => spec.dimensions[dimension]?.role !== "time");
    const totals = subsetsOf(others.filter((dimension) => totalOf(spec, dimension, categories.find)));
    const parents = others.filter((dimension) => categories.list(dimension).some(({ parent }) => parent !== undefined));
    const apart = others.filter((dimension) => !totals.flat().includes(dimension));
    return [
      at("", (here) => [here]),
      ...before.map((steps) => shifted(steps === 1 ? " of the period before" : ` ${steps} periods before`, steps)),
      ...(before.length > 0 ? [shifted(" of the first period", Number.POSITIVE_INFINITY), ...windows.map(mean)] : []),
      ...totals.map((names) =>
        at(` of all in ${names.join(" and ")}`, (here) => [
          {
            ...here,
            ...Object.fromEntries(names.map((name) => [name, totalOf(spec, name, categories.find)?.id ?? ""])),
          },
        ]),
      ),
      ...parents.map((name) =>
        at(` of the ${name} that holds it`, (here) => {
          const parent = categories.find(name, here[name] ?? "")?.parent;
          const holder = parent === undefined ? undefined : categories.find(name, parent);
          return holder && [{ ...here, [name]: holder.id }];
        }),
      ),
      // A total that has no row: the sum of what nothing else holds.
      ...subsetsOf(apart).map(
        (names): Operand => ({
          ...at(` over all in ${names.join(" and ")}`, (here) => sumsOf(id, names).coordinates(here)),
          sumAt: (here) => sumsOf(id, names).valueAt(here),
        }),
      ),
    ];
  });
  return all.length <= mostOperands
    ? all
    : all.filter(({ words }) => !/\d| over | holds /.test(words)).slice(0, mostOperands);
}

/** All that can be chosen of some dimensions but nothing: few tables have more than four. */
function subsetsOf(all: readonly string[]): readonly (readonly string[])[] {
  const few = all.slice(0, 4);
  return Array.from({ length: 2 ** few.length - 1 }, (_, mask) => few.filter((_own, at) => (mask + 1) & (1 << at)));
}

interface Search extends Input {
  readonly operands: readonly Operand[];
  readonly isSecret: (measure: string) => boolean;
  readonly valueAt: (measure: string, at: At) => number | undefined;
}

function derivationsOf(id: string, search: Search): readonly Derivation[] {
  const { spec, columns, operands, isSecret, valueAt } = search;
  const { numerator, denominator } = spec.measures[id] as MeasureSpec;
  const follows = spec.disclosure?.measures?.[id] !== "publish";
  const rows = rowsOfMeasure(columns, id).filter(
    (row) => hasValue(columns.cells, row) && columns.cells.values[row] !== 0,
  );
  const step = Math.max(1, Math.ceil(rows.length / mostRows));
  const chosen = rows.filter((_, index) => index % step === 0);
  const figures = Array.from(chosen, (row) => columns.cells.values[row] as number);
  const coordinates = Array.from(chosen, (row) => coordinatesAt(columns, row));
  const digits = Math.max(0, ...Array.from(rows, (row) => digitsOf(columns.cells.values[row] as number)));
  const bitsOf = createBits(figures, digits);
  const sides = operands.map((operand) => ({
    operand,
    values: coordinates.map((at) => operandValue(operand, at, valueAt)),
  }));
  const usable = sides.filter(({ values }) => values.some((value) => value > 0));
  const ways = usable.flatMap((above) =>
    usable.flatMap((below) => formsOf(above.operand, below.operand).map((form) => ({ above, below, form }))),
  );
  const tried = Math.log2(1 + ways.length);
  const found: { readonly derivation: Derivation; readonly isTold: boolean }[] = [];
  for (const { above, below, form } of ways) {
    if (!isSecret(above.operand.measure) && !isSecret(below.operand.measure)) continue;
    const power = powerThatHolds({
      figures,
      above: above.values,
      below: below.values,
      form,
      digits,
      bitsOf,
      enough: (spec.notSums?.includes(id) ? enoughAgainstDenial : enoughBits) + tried,
    });
    if (power === undefined) continue;
    found.push({
      derivation: derivationOf(above.operand, below.operand, { form, power, digits }),
      isTold: follows && form === "quotient" && isOwn(above.operand, numerator) && isOwn(below.operand, denominator),
    });
  }
  // What the definition tells is followed already.
  return found.some(({ isTold }) => isTold) ? [] : found.map(({ derivation }) => derivation);
}

/**
 * How unlikely it is that a figure is met by chance, as a power of two: among figures of such a spread, and among these. Where nearly all are 100.0, whatever
 * comes to that is met as often.
 */
function createBits(figures: readonly number[], digits: number): (figure: number) => number {
  const spread = Math.max(0, ...figures) - Math.min(...figures);
  const most = Math.min(24, Math.log2(1 + spread * 10 ** digits));
  const times = new Map<number, number>();
  for (const figure of figures) times.set(figure, (times.get(figure) ?? 0) + 1);
  return (figure) => {
    const own = times.get(figure) ?? 1;
    return own === 1 ? most : Math.min(most, Math.log2(figures.length / own));
  };
}

/** A mean is set against a count of the figure's own coordinates, or the mean of another over the same periods. */
function formsOf(above: Operand, below: Operand): readonly Form[] {
  if (above === below) return ["alone"];
  const isHere = ({ measure, words }: Operand) => words === measure;
  const isPair = above.window === below.window || isHere(above) || isHere(below);
  return isPair ? pairs : [];
}

const pairs = (Object.keys(forms) as Form[]).filter((form) => form !== "alone");

const isOwn = ({ words }: Operand, measure: string | undefined): boolean => words === measure;

function operandValue({ measure, coordinates, window, sumAt }: Operand, at: At, valueAt: Search["valueAt"]): number {
  if (sumAt) return sumAt(at);
  const own = coordinates(at)?.flatMap((here) => valueAt(measure, here) ?? []);
  if (own === undefined || own.length === 0 || (window && own.length < window.length)) return Number.NaN;
  return own.reduce((sum, value) => sum + value, 0) / (window?.length ?? 1);
}

interface Trial {
  readonly figures: readonly number[];
  readonly above: readonly number[];
  readonly below: readonly number[];
  readonly form: Form;
  readonly digits: number;
  /** How unlikely each figure is to be met by chance, as a power of two, and how unlikely all have to be in which a formula holds. */
  readonly bitsOf: (figure: number) => number;
  readonly enough: number;
}

/** The power of ten with which a formula makes the figures; undefined where none does, or chance may explain it. */
function powerThatHolds({ figures, above, below, form, digits, bitsOf, enough }: Trial): number | undefined {
  let power: number | undefined;
  let [held, failed, bits] = [0, 0, 0];
  const seen = new Set<string>();
  for (const [row, figure] of figures.entries()) {
    const [one, two] = [above[row] as number, below[row] as number];
    const value = forms[form](one, two);
    if (!Number.isFinite(value) || value === 0) continue;
    const own = form === "difference" || form === "alone" ? 0 : Math.round(Math.log10(Math.abs(figure / value)));
    if (own < 0 || own > greatestPower || !isMade(figure, value * 10 ** (power ?? own), digits)) {
      failed += 1;
      // Most formulas fail in each row.
      if (failed * fewestHeldForOneFailed > figures.length || (failed > 3 && held < failed)) return undefined;
      continue;
    }
    power ??= own;
    if (!tellsCounts(figure, one, two, { form, power, digits })) continue;
    held += 1;
    const counts = `${one} ${two}`;
    if (!seen.has(counts)) bits += bitsOf(figure);
    seen.add(counts);
  }
  return power !== undefined && seen.size > 2 && bits >= enough && held >= failed * fewestHeldForOneFailed
    ? power
    : undefined;
}

/** Whether a figure would be another one with other counts: what a few of very many leave is 100.0 %, however many they are. */
const tellsCounts = (
  figure: number,
  above: number,
  below: number,
  { form, power, digits }: Pick<Trial, "form" | "digits"> & { readonly power: number },
): boolean =>
  [forms[form](above * 2, below), forms[form](above, below * 2)].some(
    (value) => !isMade(figure, value * 10 ** power, digits),
  );

/** Whether a value is printed so, however halves are rounded. */
const isMade = (figure: number, value: number, digits: number): boolean =>
  Math.abs(figure - value) <= 0.5 * 10 ** -digits + 1e-9 * Math.abs(value);

const digitsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

function derivationOf(
  above: Operand,
  below: Operand,
  { form, power, digits }: { readonly form: Form; readonly power: number; readonly digits: number },
): Derivation {
  const operands = form === "alone" ? [above] : [above, below];
  return {
    words: inWords[form](above.words, below.words),
    operandsAt(at) {
      const coordinates = operands.map((operand) => operand.coordinates(at));
      if (coordinates.some((own) => own === undefined)) return undefined;
      return operands.map(({ measure }, index) => ({ measure, coordinates: coordinates[index] ?? [] }));
    },
    makes(figure, sums) {
      const [one = Number.NaN, two = Number.NaN] = operands.map(
        ({ window }, index) => (sums[index] as number) / (window?.length ?? 1),
      );
      return isMade(figure, forms[form](one, two) * 10 ** power, digits);
    },
  };
}
