import { defined } from "../diagnostics/index.ts";
import type { BriefingRecord, RecordedFigure, RecordedObservation } from "./briefing-record.ts";
import { chartFigures } from "./chart-figures.ts";
import type { ComparedFigure, PrintedFigure } from "./compared-figure.ts";
import { observationKey } from "./observation-key.ts";
import { correctionPrefix } from "./printed-cells.ts";
import { type WithheldFigures, withheldFigures } from "./withheld-figures.ts";

/**
 * How a figure differs between two editions.
 * - `revised`: the same period, another figure, since the data changed;
 * - `updated`: the figure is of another period now;
 * - `redefined`: the briefing asks for something else under the same name;
 * - `reworded`: the same figure in other words, or rounded in another way;
 * - `hidden`, `shown`: disclosure control or missing data took it away, or gave it back;
 * - `judged`: the verdict on somebody's claim is another one;
 * - `appeared`, `vanished`: only one edition prints it.
 */
export type FigureChangeKind =
  | "revised"
  | "updated"
  | "redefined"
  | "reworded"
  | "hidden"
  | "shown"
  | "judged"
  | "appeared"
  | "vanished";

/** A figure that two editions print differently, or that is in one of them only, and why. */
export interface FigureChange {
  readonly kind: FigureChangeKind;
  /** `claim rise`, `cell by-year.2018-19.offences`, `chart trend: Kent, 2018/19, Offences`. */
  readonly id: string;
  /** The figures are not told: they, or how they differ, could tell a count that one of the editions hides. */
  readonly withheld: boolean;
  /** Null where the earlier edition does not print it. */
  readonly before: PrintedFigure | null;
  /** Null where the later edition does not print it. */
  readonly after: PrintedFigure | null;
  /** The cells that both editions rest on and that differ. Empty for charts. */
  readonly cells: readonly CellChange[];
}

export interface Edition {
  readonly title: string;
  readonly date: string;
}

/** What changed between two editions of a briefing. */
export interface BriefingDiff {
  readonly previous: Edition;
  readonly next: Edition;
  /** Datasets whose data or definition differ, by name. */
  readonly changedDatasets: readonly string[];
  /** In the order of the later edition; what vanished comes last. */
  readonly changes: readonly FigureChange[];
  /** Figures that both print alike. */
  readonly unchanged: number;
}

/**
 * Compares two editions of one briefing, figure by figure: claims, cells of tables, and what charts draw. A count that one of the
 * editions hides is not told, nor what differs where it may be the total of one that is hidden.
 */
export function diffBriefings(previous: BriefingRecord, next: BriefingRecord): BriefingDiff {
  const [before, after] = [printedFigures(previous), printedFigures(next)];
  const withheld = withheldFigures(previous, next);
  const changes: FigureChange[] = [];
  const add = (kind: FigureChangeKind, old: ComparedFigure | undefined, young: ComparedFigure | undefined) => {
    const id = (young ?? old)?.id ?? "";
    const isWithheld = [old, young].some((each) => each && (each.isHidden || withheld.holds(each.source)));
    const say = (figure: ComparedFigure | undefined) => (figure ? printed(figure, isWithheld) : null);
    const cells =
      old && young
        ? changedCells({ record: previous, figure: old.source }, { record: next, figure: young.source }, withheld)
        : [];
    changes.push({ kind, id, withheld: isWithheld, before: say(old), after: say(young), cells });
  };
  let unchanged = 0;
  for (const [id, figure] of after) {
    const old = before.get(id);
    const kind = old ? changeOf(old, figure) : "appeared";
    if (kind === undefined) unchanged += 1;
    else add(kind, old, figure);
  }
  for (const [id, figure] of before) if (!after.has(id)) add("vanished", figure, undefined);
  return {
    previous: editionOf(previous),
    next: editionOf(next),
    changedDatasets: changedDatasets(previous, next),
    changes,
    unchanged,
  };
}

/** Undefined where nothing that a reader sees differs. */
function changeOf(before: ComparedFigure, after: ComparedFigure): FigureChangeKind | undefined {
  if (before.isShown !== after.isShown) return after.isShown ? "shown" : "hidden";
  if (before.period !== after.period) return "updated";
  if (before.asked !== after.asked) return isSame(before, after) ? undefined : "redefined";
  // Of somebody's claim the briefing prints the verdict.
  if (isStated(after) && before.verdict !== after.verdict) return "judged";
  if (before.value !== after.value) return figureOf(before) === figureOf(after) ? "reworded" : "revised";
  return isSame(before, after) ? undefined : "reworded";
}

const isStated = ({ source }: ComparedFigure): boolean => source?.spec.stated !== undefined;

const isSame = (a: PrintedFigure, b: PrintedFigure): boolean =>
  a.value === b.value && a.phrase === b.phrase && a.area === b.area && a.verdict === b.verdict;

/** The exact figure, or the range of it; of charts, what is drawn. */
const figureOf = ({ source, value }: ComparedFigure): number | string | undefined =>
  source ? (source.figure?.value ?? JSON.stringify(source.figure?.bounds)) : value;

function printedFigures(record: BriefingRecord): ReadonlyMap<string, ComparedFigure> {
  // A note on an earlier edition is no figure of this one.
  const ofCorrections = new Set(
    (record.corrections ?? []).flatMap(({ claim }) => (claim.startsWith(correctionPrefix) ? [claim] : [])),
  );
  const recorded = (kind: string, figures: readonly RecordedFigure[]) =>
    figures
      .filter(({ id, printed }) => printed && !ofCorrections.has(id))
      .map(
        (source): ComparedFigure => ({
          id: `${kind} ${source.id}`,
          value: source.value,
          phrase: source.phrase,
          period: source.period,
          area: source.area,
          verdict: source.verdict,
          isShown: source.absence === null,
          isHidden: source.absence === "suppressed",
          asked: JSON.stringify(source.spec),
          source,
        }),
      );
  const all = [...recorded("claim", record.claims), ...recorded("cell", record.cells), ...chartFigures(record.charts)];
  return new Map(all.map((figure) => [figure.id, figure]));
}

function printed({ value, phrase, period, area, verdict }: ComparedFigure, isWithheld: boolean): PrintedFigure {
  return isWithheld ? { value: "", phrase: "", period, area, verdict: "" } : { value, phrase, period, area, verdict };
}

const editionOf = ({ title, date }: BriefingRecord): Edition => ({ title, date });

function changedDatasets(previous: BriefingRecord, next: BriefingRecord): readonly string[] {
  const hashes = (record: BriefingRecord) => new Map(record.datasets.map(({ id, hash }) => [id, hash]));
  const [before, after] = [hashes(previous), hashes(next)];
  return [...new Set([...after.keys(), ...before.keys()])].filter((id) => before.get(id) !== after.get(id));
}

/** One cell that two editions read differently. */
interface CellChange {
  readonly dataset: string;
  readonly measure: string;
  /** Labels by dimension, the period among them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly before: PublishedCell;
  readonly after: PublishedCell;
}

/** What a publication says of a cell. */
interface PublishedCell {
  readonly state: RecordedObservation["state"];
  /** Only where the state is value or rounded, and may be set beside the other. */
  readonly value?: number;
  readonly source: string;
  readonly vintage: string;
}

interface Side {
  readonly record: BriefingRecord;
  readonly figure: RecordedFigure | null | undefined;
}

/** The cells that a figure rests on in both editions and whose state or number differ. */
function changedCells(before: Side, after: Side, withheld: WithheldFigures): readonly CellChange[] {
  const old = cellsOf(before);
  return [...cellsOf(after)].flatMap(([key, observation]) => {
    const earlier = old.get(key);
    if (!earlier || (earlier.state === observation.state && earlier.value === observation.value)) return [];
    const { dataset, measure, labels } = observation;
    const isWithheld = withheld.holdsCell(observation) || withheld.holdsCell(earlier);
    const say = (each: RecordedObservation) => published(isWithheld ? { ...each, value: undefined } : each);
    return [{ dataset, measure, labels, before: say(earlier), after: say(observation) }];
  });
}

/** The newest publication of each cell, by dataset, measure and coordinates. */
function cellsOf({ record, figure }: Side): ReadonlyMap<string, RecordedObservation> {
  const cells = new Map<string, RecordedObservation>();
  for (const { observation: index } of figure?.evidence ?? []) {
    const observation = record.observations[index];
    if (!observation) continue;
    const key = observationKey(observation);
    const known = cells.get(key);
    if (!known || known.vintage <= observation.vintage) cells.set(key, observation);
  }
  return cells;
}

function published({ state, value, source, vintage }: RecordedObservation): PublishedCell {
  return defined({ state, value, source, vintage });
}
