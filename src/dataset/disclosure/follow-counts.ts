import type { Cell } from "../cell.ts";
import type { DatasetSpec } from "../definition.ts";
import { dimensionsOf } from "../dimensions-of.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import type { Observation } from "../observation.ts";
import type { Derivation } from "../structure/derived-figures.ts";
import { treatmentOf } from "./disclosure-spec.ts";

/** What is published of a count. */
export interface PublishedCount {
  readonly cell: Cell;
  /** Does the publication that was asked about give it, or another one? */
  readonly ofEdition: boolean;
}

interface FollowInput {
  readonly spec: DatasetSpec;
  /** The published cell of a count at coordinates, of a protected measure or of one that is no secret; undefined where nobody gives one. */
  readonly published: (measure: string, at: At, edition: Edition) => PublishedCount | undefined;
}

type At = Readonly<Record<string, string>>;
type Edition = Pick<Observation, "vintage" | "source">;

const per = { rate: 1, share: 100, mean: 1, quantity: 1, count: 1 } as const;

/**
 * A rate, share or mean as it may be published: hidden where a count that it is made of is hidden or unknown, since it would
 * give that count; made anew from the rounded counts where these are rounded, since the exact rate would undo the rounding,
 * with the bounds that these leave it; else as it was.
 */
export function followCounts({ spec, published }: FollowInput, observation: Observation): Cell {
  const { measure, at, cell } = observation;
  const measureSpec = spec.measures[measure] as MeasureSpec;
  const { numerator, denominator, statType, decimals = 1 } = measureSpec;
  if (cell.state === "missing" || cell.state === "suppressed") return cell;
  const countOf = (role: string | undefined): PublishedCount | undefined =>
    role === undefined ? undefined : published(role, withinDimensions(spec, role, at), observation);
  const isSecret = (role: string) =>
    spec.disclosure && treatmentOf(spec.disclosure, role, spec.measures[role] as MeasureSpec) === "protect";
  const [aboveCount, belowCount] = [countOf(numerator), countOf(denominator)];
  const [above, below] = [aboveCount?.cell, belowCount?.cell];
  if (above === undefined || above.state === "suppressed" || below?.state === "suppressed")
    return { state: "suppressed" };
  if (below === undefined && denominator !== undefined && isSecret(denominator)) return { state: "suppressed" };
  const scale = measureSpec.per ?? per[statType];
  const base = Math.max(...[above, below].map((count) => (count?.state === "rounded" ? count.base : 1)));
  if (base === 1) {
    const isOfEdition = aboveCount?.ofEdition && (belowCount === undefined || belowCount.ofEdition);
    return isOfEdition || isQuotient(cell, { above, below, scale }) ? cell : { state: "suppressed" };
  }
  if (!("value" in above) || below === undefined || !("value" in below) || below.value === 0)
    return { state: "suppressed" };
  const [aboveEnds, belowEnds] = [endsOf(above), endsOf(below)];
  return {
    state: "rounded",
    value: quotient(above.value * scale, below.value, decimals),
    base,
    of: "counts",
    low: quotient(aboveEnds.low * scale, belowEnds.high, decimals + finer, "down"),
    high: quotient(aboveEnds.high * scale, belowEnds.low, decimals + finer, "up"),
  };
}

/**
 * A figure that counts make in a way that the definition does not tell, as it may be published: as it was where shown counts make
 * it, which then tell as much; hidden where those that do are hidden, rounded or unknown. Where it may be made in several ways,
 * nobody here knows in which it was: then none of them may take what is hidden.
 */
export function followDerivations(
  { sumOf, derivations }: { readonly sumOf: PublishedSums; readonly derivations: readonly Derivation[] },
  observation: Observation,
): Cell {
  const { at, cell } = observation;
  if (cell.state === "missing" || cell.state === "suppressed") return cell;
  const ways = derivations.flatMap(({ operandsAt, makes }) => {
    const sums = operandsAt(at)?.map(({ measure, coordinates }) => sumOf(measure, coordinates, observation));
    if (sums === undefined) return [];
    const isMade = makes(
      cell.value,
      sums.map(({ sum }) => sum),
    );
    return [{ isShown: sums.every(({ isShown }) => isShown), isMade }];
  });
  const mayBeShown = ways.some(({ isMade }) => isMade) && ways.every(({ isShown }) => isShown);
  return mayBeShown ? cell : { state: "suppressed" };
}

/** What is published of a sum of counts; NaN where that does not tell it. */
interface PublishedSum {
  readonly sum: number;
  /** Is each count that is published of it shown as it is? */
  readonly isShown: boolean;
}

/** Tells what is published of sums. Lists of several coordinates, which many figures share, are gone through once. */
export type PublishedSums = (measure: string, coordinates: readonly At[], edition: Edition) => PublishedSum;

export function createPublishedSums(published: FollowInput["published"]): PublishedSums {
  const known = new WeakMap<readonly At[], Map<string, PublishedSum>>();
  return (measure, coordinates, edition) => {
    const add = (): PublishedSum => {
      const cells = coordinates.flatMap((at) => published(measure, at, edition)?.cell ?? []);
      const values = cells.map((cell) => (cell.state === "value" ? cell.value : Number.NaN));
      return {
        sum: cells.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0),
        isShown: cells.every(({ state }) => state === "value"),
      };
    };
    if (coordinates.length < 2) return add();
    const key = JSON.stringify([measure, edition.source, edition.vintage]);
    const own = known.get(coordinates) ?? new Map<string, PublishedSum>();
    const found = own.get(key) ?? add();
    known.set(coordinates, own.set(key, found));
    return found;
  };
}

interface Quotient {
  readonly above: Cell;
  readonly below: Cell | undefined;
  readonly scale: number;
}

/** Whether a figure is what two counts make, as far as its digits go: then it tells nothing that they do not. */
function isQuotient(cell: Cell, { above, below, scale }: Quotient): boolean {
  if (!("value" in cell) || !("value" in above) || !below || !("value" in below) || below.value === 0) return false;
  const digits = String(cell.value).split(".")[1]?.length ?? 0;
  return quotient(above.value * scale, below.value, digits) === cell.value;
}

/** Digits more than are printed with which bounds are kept, so that they print as they are. */
const finer = 6;

const endsOf = (cell: Extract<Cell, { readonly value: number }>) =>
  cell.state === "rounded" ? cell : { low: cell.value, high: cell.value };

function withinDimensions(
  spec: DatasetSpec,
  measure: string,
  at: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const own = dimensionsOf(spec, spec.measures[measure] ?? {});
  return Object.fromEntries(Object.entries(at).filter(([dimension]) => own.includes(dimension)));
}

/** A quotient of whole numbers, rounded half up on the digits that it has, or outwards where it is a bound. */
function quotient(
  above: number,
  below: number,
  decimals: number,
  towards: "half-up" | "down" | "up" = "half-up",
): number {
  const scaled = BigInt(Math.round(above)) * 10n ** BigInt(decimals) * 2n;
  const extra = { "half-up": BigInt(below), down: 0n, up: 2n * BigInt(below) - 1n }[towards];
  return Number((scaled + extra) / (BigInt(below) * 2n)) / 10 ** decimals;
}
