import { isSuppressed } from "../columns/cell-columns.ts";
import { createRowGroups } from "../columns/group-rows.ts";
import { type ObservationColumns, rowsOfMeasure } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { disclosureRule, treatmentOf } from "../disclosure/disclosure-spec.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import type { Category } from "../observation.ts";
import { enoughToBeEqual, fewestHeldForOneFailed } from "./find-sums.ts";
import { type Margin, marginOf } from "./margin-of.ts";

/** A dataset as it was read, before protection; or as it is published, where it was read by itself. */
export interface MarginSource {
  readonly id: string;
  readonly spec: DatasetSpec;
  readonly categories: {
    list(dimension: string): readonly Category[];
    find(dimension: string, name: string): Category | undefined;
  };
  readonly columns: ObservationColumns;
}

export interface MarginSide {
  readonly source: MarginSource;
  readonly measure: string;
  /** The dimensions that are kept, in the same order on both sides. */
  readonly by: readonly string[];
  /** Are its small counts hidden here? */
  readonly secret: boolean;
}

/** Two measures of two datasets that are equal once both are added up by what they have in common. */
export interface CommonMargin {
  readonly sides: readonly [MarginSide, MarginSide];
  /** Figures that are equal and not zero. */
  readonly equalFigures: number;
  /** Does a definition say that it is chance, or seen to? */
  readonly isDenied: boolean;
}

/**
 * Finds what two datasets have in common: counts that are equal, for nearly all coordinates and for too many to be chance, once
 * both are added up over the dimensions that the other does not have. Time is never added up. Counts that neither hides,
 * and of which no publisher hides any, are not looked at: they give nothing away.
 */
export function commonMargins(
  a: MarginSource,
  b: MarginSource,
  isWanted: (one: CountMeasure, two: CountMeasure) => boolean = () => true,
): readonly CommonMargin[] {
  const matches = matchingDimensions(a, b);
  if (matches.length === 0) return [];
  const [measuresA, measuresB] = [countsOf(a), countsOf(b)];
  const margins = new Map<string, Margin | undefined>();
  const margin = (source: MarginSource, own: CountMeasure, by: readonly string[]): Margin | undefined => {
    const key = JSON.stringify([source.id, own.id, by]);
    if (!margins.has(key)) margins.set(key, marginOf({ ...source, rows: own.rows, by }));
    return margins.get(key);
  };
  return measuresA.flatMap((ownA) =>
    measuresB.flatMap((ownB): readonly CommonMargin[] => {
      if ((!ownA.guarded && !ownB.guarded) || !isWanted(ownA, ownB)) return [];
      const isDenied = a.spec.notSums?.includes(ownA.id) === true || b.spec.notSums?.includes(ownB.id) === true;
      if (isDenied && !ownA.secret && !ownB.secret) return [];
      const shared = matches.filter((match) => ownA.dimensions.includes(match.a) && ownB.dimensions.includes(match.b));
      for (const chosen of subsets(shared)) {
        const [byA, byB] = [chosen.map((match) => match.a), chosen.map((match) => match.b)];
        const [left, right] = [margin(a, ownA, byA), margin(b, ownB, byB)];
        const equalFigures =
          left && right ? countEqual({ source: a, margin: left }, { source: b, margin: right }, chosen) : 0;
        if (equalFigures === 0) continue;
        const side = (source: MarginSource, own: CountMeasure, by: readonly string[]): MarginSide => ({
          source,
          measure: own.id,
          by,
          secret: own.secret,
        });
        return [{ sides: [side(a, ownA, byA), side(b, ownB, byB)], equalFigures, isDenied }];
      }
      return [];
    }),
  );
}

/** The same for two measures of one dataset, each broken down by what the other is not: by age, and by sex. */
export const ownMargins = (source: MarginSource): readonly CommonMargin[] =>
  commonMargins(
    source,
    source,
    (one, two) =>
      one.id < two.id &&
      one.dimensions.some((dimension) => !two.dimensions.includes(dimension)) &&
      two.dimensions.some((dimension) => !one.dimensions.includes(dimension)),
  );

interface CountMeasure {
  readonly id: string;
  readonly dimensions: readonly string[];
  readonly rows: Uint32Array;
  readonly secret: boolean;
  /** Is anything of it hidden, here or by its publisher? */
  readonly guarded: boolean;
}

function countsOf({ spec, columns }: MarginSource): readonly CountMeasure[] {
  return Object.entries(spec.measures).flatMap(([id, measure]): readonly CountMeasure[] => {
    const { statType, additive = true, dimensions = Object.keys(spec.dimensions) } = measure;
    if (statType !== "count" || !additive) return [];
    const rows = rowsOfMeasure(columns, id);
    const secret = isSecret(spec, id, measure);
    return [
      {
        id,
        dimensions,
        rows,
        secret,
        guarded: secret || rows.some((row) => isSuppressed(columns.cells, row)),
      },
    ];
  });
}

const isSecret = ({ disclosure }: DatasetSpec, id: string, measure: MeasureSpec): boolean =>
  disclosure !== undefined &&
  disclosureRule(disclosure) !== undefined &&
  treatmentOf(disclosure, id, measure) === "protect";

interface DimensionMatch {
  readonly a: string;
  readonly b: string;
  /** The category of `a` that is a category of `b`. */
  readonly idInA: ReadonlyMap<string, string>;
}

/** Dimensions of both that have categories in common: by id, label or alias; periods by what they are. */
function matchingDimensions(a: MarginSource, b: MarginSource): readonly DimensionMatch[] {
  const candidates = Object.entries(a.spec.dimensions).flatMap(([ownA, { role }]) =>
    Object.entries(b.spec.dimensions).flatMap(([ownB, other]): readonly DimensionMatch[] => {
      if ((role === "time") !== (other.role === "time")) return [];
      const known = b.categories.list(ownB);
      const idInA = role === "time" ? periodsOf(a, ownA, known) : categoriesOf(a, ownA, known);
      return idInA.size >= (role === "time" ? 1 : 2) ? [{ a: ownA, b: ownB, idInA }] : [];
    }),
  );
  const taken = new Set<string>();
  return candidates
    .sort((x, y) => y.idInA.size - x.idInA.size)
    .filter((match) => {
      if (taken.has(`a ${match.a}`) || taken.has(`b ${match.b}`)) return false;
      taken.add(`a ${match.a}`).add(`b ${match.b}`);
      return true;
    });
}

type IdInA = DimensionMatch["idInA"];

function categoriesOf({ categories }: MarginSource, dimension: string, known: readonly Category[]): IdInA {
  return new Map(
    known.flatMap(({ id, label }) => {
      const found = categories.find(dimension, label);
      return found ? [[id, found.id] as const] : [];
    }),
  );
}

function periodsOf({ categories }: MarginSource, dimension: string, known: readonly Category[]): IdInA {
  const ids = new Set(categories.list(dimension).map(({ id }) => id));
  return new Map(known.flatMap(({ id }) => (ids.has(id) ? [[id, id] as const] : [])));
}

/** All that can be chosen of some dimensions, the largest first: few tables have more than four. */
function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  const few = all.slice(0, 6);
  return Array.from({ length: 2 ** few.length }, (_, mask) => few.filter((_own, index) => mask & (1 << index)))
    .filter((chosen) => chosen.length > 0)
    .sort((x, y) => y.length - x.length);
}

interface MarginOfSource {
  readonly source: MarginSource;
  readonly margin: Margin;
}

/** For how many coordinates two margins are equal and not zero; 0 where chance may explain it. */
function countEqual(left: MarginOfSource, right: MarginOfSource, chosen: readonly DimensionMatch[]): number {
  const translated = translateKeys(left.source, right, chosen);
  const { keys, values } = left.margin;
  const groups = createRowGroups(keys, values.length);
  for (const index of values.keys()) groups.add(index);
  let [held, failed, bits] = [0, 0, 0];
  const seen = new Set<number>();
  for (const [index, value] of right.margin.values.entries()) {
    const wanted = translated.map((codes) => codes[index] as number);
    if (Number.isNaN(value) || wanted.includes(0)) continue;
    const found = groups.find(wanted);
    const other = found === undefined ? Number.NaN : (values[found] as number);
    if (Number.isNaN(other) || (other === 0 && value === 0)) continue;
    if (other !== value) failed += 1;
    else {
      held += 1;
      if (!seen.has(value)) bits += Math.log2(1 + value);
      seen.add(value);
    }
  }
  const isEnough = seen.size >= enoughToBeEqual.columns && bits >= enoughToBeEqual.bits;
  return isEnough && held >= failed * fewestHeldForOneFailed ? held : 0;
}

/** The keys of a margin as codes of another dataset; 0 for a category that it does not have. */
function translateKeys(
  { columns }: MarginSource,
  { source, margin }: MarginOfSource,
  chosen: readonly DimensionMatch[],
): readonly Uint32Array[] {
  return chosen.map(({ a, b, idInA }, index) => {
    const valuesOf = (of: MarginSource["columns"], wanted: string) =>
      of.categoryColumns.find(({ dimension }) => dimension === wanted)?.values ?? [];
    const codeInA = new Map(valuesOf(columns, a).map((id, code) => [id, code]));
    const codes = valuesOf(source.columns, b).map((id) => codeInA.get(idInA.get(id) ?? "") ?? 0);
    return (margin.keys[index] ?? new Uint32Array()).map((code) => codes[code] ?? 0);
  });
}
