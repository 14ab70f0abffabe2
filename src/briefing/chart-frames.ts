import type { RenderedChart } from "../charts/index.ts";
import type { Claim, Evidence } from "../claims/index.ts";
import { type Dataset, resolveCell, type Source } from "../dataset/index.ts";
import { BriefingError, didYouMean } from "../diagnostics/index.ts";
import { plainType } from "../language/index.ts";
import type { ChartFrame } from "../template/index.ts";
import type { FigureOrigin } from "../tracing/index.ts";
import type { AnyContext } from "./briefing-context.ts";
import type { BriefingChart } from "./briefing-spec.ts";
import type { RowOrigins } from "./traced-rows.ts";

export interface ChartFramesInput {
  readonly specs: Readonly<Record<string, BriefingChart<AnyContext>>>;
  readonly charts: ReadonlyMap<string, RenderedChart>;
  readonly chartOrigins: ReadonlyMap<string, RowOrigins>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly datasets: ReadonlyMap<string, Dataset>;
}

type Frame = ChartFrame & { readonly id: string };

/**
 * What stands around each chart: the claim whose finding heads it, what it measures, the sources of its figures. A chart of a recipe has
 * all of them unless its author says otherwise, any other what its author asks for.
 *
 * A claim that is worded in sentences, a trend or a standing, heads the first chart that draws what it speaks of: of a trend both
 * figures between which it goes, of a standing all that are ranked, its own area marked.
 * @throws BriefingError where a headline names a claim that there is none of.
 */
export function chartFrames(input: ChartFramesInput): ReadonlyMap<string, ChartFrame> {
  const taken = new Set(Object.values(input.specs).flatMap(({ headline }) => headline || []));
  const frames = Object.entries(input.specs).flatMap(([id, spec]): Frame[] => {
    const chart = input.charts.get(id);
    if (!chart) return [];
    const isOfRecipe = chart.recipe !== undefined;
    const rows = input.chartOrigins.get(id) ?? new Map();
    const { headline = isOfRecipe ? undefined : false, measure = isOfRecipe, sources = isOfRecipe } = spec;
    const claim = headline === false ? undefined : (named(headline, id, input) ?? foundHeadline(rows, taken, input));
    if (claim) taken.add(claim.id);
    return [
      {
        id,
        headline: claim,
        measure: measure ? measureOf(chart, rows, input) : undefined,
        sources: sources ? sourcesOf(rows, input) : [],
      },
    ];
  });
  return new Map(frames.map(({ id, ...frame }) => [id, frame]));
}

function named(claim: string | undefined, chart: string, { claims }: ChartFramesInput): Claim | undefined {
  if (claim === undefined) return undefined;
  const found = claims.get(claim);
  if (found) return found;
  throw new BriefingError([
    {
      code: "unknown-claim",
      severity: "error",
      message: `The headline of the chart names a claim "${claim}", and there is none.`,
      hint: didYouMean(claim, claims.keys()),
      source: { id: chart, field: "headline" },
    },
  ]);
}

type Coordinates = Readonly<Record<string, string>>;

/** A cell that a chart draws. */
interface DrawnCell {
  readonly dataset: string;
  readonly measure: string;
  readonly at: Coordinates;
  readonly isMarked: boolean;
}

/** The cells that a chart draws, by where they are: of one place a chart has a measure or two. */
class DrawnCells {
  readonly #drawn: readonly DrawnCell[];
  /** By the coordinates themselves: those of a cell are one object, whoever asks, where it was read once. */
  readonly #byObject: ReadonlyMap<Coordinates, readonly DrawnCell[]>;
  #byPlace: ReadonlyMap<string, readonly DrawnCell[]> | undefined;

  constructor(drawn: readonly DrawnCell[]) {
    this.#drawn = drawn;
    this.#byObject = groupedBy(drawn, ({ at }) => at);
  }

  /** The last that is drawn, where there are several. */
  of({ dataset, observation: { measure, at } }: Evidence): DrawnCell | undefined {
    const isIt = (cell: DrawnCell): boolean => cell.dataset === dataset && cell.measure === measure;
    const found = this.#byObject.get(at)?.findLast(isIt);
    if (found) return found;
    this.#byPlace ??= groupedBy(this.#drawn, (cell) => placeKey(cell.at));
    return this.#byPlace.get(placeKey(at))?.findLast(isIt);
  }
}

function groupedBy<Key>(
  cells: readonly DrawnCell[],
  keyOf: (cell: DrawnCell) => Key,
): ReadonlyMap<Key, readonly DrawnCell[]> {
  const groups = new Map<Key, DrawnCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return groups;
}

const placeKey = (at: Coordinates): string =>
  JSON.stringify(Object.entries(at).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The first claim whose finding the chart shows. */
function foundHeadline(
  rows: RowOrigins,
  taken: ReadonlySet<string>,
  { claims, datasets }: ChartFramesInput,
): Claim | undefined {
  const drawn: DrawnCell[] = [];
  for (const [row, figures] of rows)
    for (const { origin } of figures.values())
      if (origin.kind === "cell") drawn.push({ ...origin, isMarked: row.highlight === true });
  const cells = new DrawnCells(drawn);
  const [first] = drawn;
  if (!first) return undefined;
  const hasMark = drawn.some(({ isMarked }) => isMarked);
  const timeOf = (dataset: string) => timeDimension(datasets.get(dataset));
  /** Whether the chart is about a cell: about what is marked, else about what comes first. */
  const isSubject = (item: Evidence): boolean => {
    if (hasMark) return cells.of(item)?.isMarked === true;
    const time = timeOf(first.dataset);
    return Object.entries(first.at).every(
      ([dimension, id]) => dimension === time || item.observation.at[dimension] === id,
    );
  };
  return [...claims.values()].find((claim) => {
    if (taken.has(claim.id) || claim.absence !== null) return false;
    const { own, all } = spokenOf(claim, timeOf);
    // Where nothing is marked, a chart of many shows nothing of one.
    if (!own || (claim.kind === "standing" && !hasMark)) return false;
    return all.every((item) => cells.of(item)) && isSubject(own);
  });
}

const timeDimension = (dataset: Dataset | undefined): string | undefined =>
  Object.entries(dataset?.definition.spec.dimensions ?? {}).find(([, { role }]) => role === "time")?.[0];

/** The cells that the first sentence of a claim speaks of, and the one that it is about; none of a claim that has no such sentence. */
function spokenOf(
  { kind, evidence }: Claim,
  timeOf: (dataset: string) => string | undefined,
): { readonly own: Evidence | undefined; readonly all: readonly Evidence[] } {
  if (kind === "trend") {
    const series = seriesOf(evidence, timeOf);
    const [from, to] = [series.at(0), series.at(-1)];
    return { own: to, all: [from, to].filter((item) => item !== undefined) };
  }
  const own = kind === "standing" ? evidence.find(({ role }) => role === "of") : undefined;
  const time = own && timeOf(own.dataset);
  const isNow = ({ observation: { at } }: Evidence) => time === undefined || at[time] === own?.observation.at[time];
  // What has no figure is not ranked, and its row has nothing that could be drawn.
  const isRanked = ({ observation: { cell } }: Evidence) => cell.state !== "missing";
  return { own, all: own ? evidence.filter((item) => isNow(item) && isRanked(item)) : [] };
}

/** The figures of a trend, earliest first: behind them stand those of all that it was compared with. */
function seriesOf(evidence: readonly Evidence[], timeOf: (dataset: string) => string | undefined): readonly Evidence[] {
  const placeOf = ({ dataset, observation: { measure, at } }: Evidence): string => {
    const time = timeOf(dataset);
    const place = Object.fromEntries(Object.entries(at).filter(([dimension]) => dimension !== time));
    return `${dataset} ${measure} ${placeKey(place)}`;
  };
  const [first] = evidence;
  if (!first) return [];
  const place = placeOf(first);
  return evidence.filter((item) => placeOf(item) === place);
}

/** What its figures are called in the data, where they are all of one measure; else what the chart calls them, if it does not draw that. */
function measureOf(
  { valueField = "", valueTitle, texts }: RenderedChart,
  rows: RowOrigins,
  { datasets }: ChartFramesInput,
): string | undefined {
  const origins = new Set([...rows.values()].flatMap((figures) => figures.get(valueField)?.origin ?? []));
  const labels = new Set([...origins].map((origin) => measureLabel(origin, datasets)));
  const [only] = labels.size === 1 ? labels : [];
  const title = only ?? valueTitle;
  if (title === undefined) return undefined;
  // The texts of a chart are set, and what data call a measure is as it was typed.
  const typed = plainType(title);
  // `GDP (million pounds)` says what `GDP` does, and more.
  const isSaid = (text: string) => text === typed || text.startsWith(`${typed} (`);
  return texts.some((text) => isSaid(plainType(text))) ? undefined : title;
}

/** Claims that give figures of a measure as they are. */
const plainKinds: ReadonlySet<Claim["kind"]> = new Set(["count", "rate", "median"]);

/** What readers call the measure that a figure is of; undefined where it is worked out from such. */
function measureLabel(origin: FigureOrigin, datasets: ReadonlyMap<string, Dataset>): string | undefined {
  const labelOf = (dataset: string, measure: string) => datasets.get(dataset)?.definition.spec.measures[measure]?.label;
  if (origin.kind === "cell") return labelOf(origin.dataset, origin.measure);
  const { kind, evidence } = origin.claim;
  if (!plainKinds.has(kind)) return undefined;
  const [first] = evidence;
  const label = first && labelOf(first.dataset, first.observation.measure);
  const areAlike = evidence.every(({ dataset, observation }) => labelOf(dataset, observation.measure) === label);
  return areAlike ? label : undefined;
}

/** The sources of its figures, in the order of the datasets' own, each once. */
function sourcesOf(rows: RowOrigins, { datasets }: ChartFramesInput): readonly Source[] {
  const ids = new Set<string>();
  const origins = new Set([...rows.values()].flatMap((figures) => [...figures.values()].map(({ origin }) => origin)));
  for (const origin of origins) for (const id of sourceIds(origin, datasets)) ids.add(id);
  return [...datasets.values()].flatMap(({ sources }) => [...sources.values()].filter(({ id }) => ids.has(id)));
}

function sourceIds(origin: FigureOrigin, datasets: ReadonlyMap<string, Dataset>): readonly string[] {
  if (origin.kind === "claim") return origin.claim.sources;
  const dataset = datasets.get(origin.dataset);
  if (!dataset) return [];
  // Most datasets have one, and their cells need not be looked up.
  if (dataset.sources.size === 1) return [...dataset.sources.keys()];
  const { observations } = resolveCell(dataset, dataset.lookup(origin.measure, origin.at));
  return observations.map(({ source }) => source);
}
