import { type Evidence, eachCellOnce, tableCells } from "../../claims/index.ts";
import { type Dataset, groupBy, type Observation, type ObservationStatus, resolveCell } from "../../dataset/index.ts";
import type { Marker } from "../../language/index.ts";
import type { Rendering } from "../rendering.ts";
import { coordinatesOf } from "./coordinates-of.ts";
import { defineHelper } from "./helper.ts";

/** Stands for the list until everything is printed, when it is known which figures are. */
export const revisionsPlaceholder = "\uFDDA";

/**
 * `{{revisions}}`: which of the printed figures their publisher calls provisional, estimated, revised or a forecast, or marks as counted in
 * another way than those before; and that there are none where there are none.
 */
export const revisions = defineHelper({
  name: "revisions",
  makes: "elements",
  parameters: [],
  run: () => revisionsPlaceholder,
});

/** In the order in which they are told. */
const told: readonly (readonly [ObservationStatus, Marker])[] = [
  ["provisional", "[p]"],
  ["estimated", "[e]"],
  ["revised", "[r]"],
  ["forecast", "[f]"],
  ["break", "[b]"],
];

/** So many are named; of more it is said how many there are. */
const mostNamed = 12;

interface PrintedCell {
  readonly evidence: Evidence;
  readonly dataset: Dataset;
  /** Id of the period, with its dataset's. */
  readonly period: string;
  /** Its first day; empty for a cell of no period. */
  readonly start: string;
}

/** The list that the placeholder stands for. */
export function revisionsText(rendering: Rendering): string {
  const { input, phrase, trace } = rendering;
  const cells = printedCells(rendering);
  const items = told.flatMap(([status, marker]) => {
    const names = namesOf(rendering, cells, status);
    if (names.length === 0) return [];
    const more = names.length - mostNamed;
    const shown = more > 0 ? [...names.slice(0, mostNamed), input.words.notes.moreCells(more)] : names;
    const term = rendering.attribute(input.words.template.markers[marker]);
    return [`<div><dt>${term}</dt><dd>${trace({ kind: "metadata" }, shown.join("; "))}</dd></div>`];
  });
  return items.length === 0 ? `<p>${phrase("revisions-none")}</p>` : `<dl class="revisions">${items.join("")}</dl>`;
}

/** A period by its name where all that is printed of it has the status; else each cell by its own. */
function namesOf(
  { input: { words } }: Rendering,
  cells: readonly PrintedCell[],
  status: ObservationStatus,
): readonly string[] {
  const has = ({ evidence }: PrintedCell) => evidence.observation.statuses.includes(status);
  return [...groupBy(cells, ({ period }) => period).values()].flatMap((group) => {
    const marked = group.filter(has);
    const coordinates = marked.map(({ evidence, dataset }) => coordinatesOf(evidence, dataset));
    const [period] = coordinates[0]?.periods ?? [];
    if (period && marked.length > 1 && marked.length === group.length) return [words.names.period(period)];
    return coordinates.map((each) => words.names.cell(each));
  });
}

/** Each cell that a printed claim, table or chart rests on, once, in the order of their datasets' periods. */
function printedCells({ input, printed }: Rendering): readonly PrintedCell[] {
  const claims = [...input.claims.values(), ...tableCells(input.tables)].filter(({ id }) => printed.figures.has(id));
  const drawn = [...printed.charts].flatMap((id) =>
    [...(input.chartOrigins?.get(id)?.values() ?? [])].flatMap((figures) =>
      [...figures.values()].flatMap(({ origin }): Evidence[] => {
        if (origin.kind === "claim") return [...origin.claim.evidence];
        const dataset = input.datasets.get(origin.dataset);
        return dataset
          ? observationsAt(dataset, origin).map((observation) => evidenceOf(origin.dataset, observation))
          : [];
      }),
    ),
  );
  const cells = eachCellOnce([...claims.flatMap(({ evidence }) => evidence), ...drawn]).flatMap((evidence) => {
    const dataset = input.datasets.get(evidence.dataset);
    const [period] = dataset ? coordinatesOf(evidence, dataset).periods : [];
    return dataset
      ? [{ evidence, dataset, period: `${evidence.dataset}:${period?.id ?? ""}`, start: period?.start ?? "" }]
      : [];
  });
  return cells.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

const observationsAt = (
  dataset: Dataset,
  { measure, at }: { readonly measure: string; readonly at: Readonly<Record<string, string>> },
): readonly Observation[] => resolveCell(dataset, dataset.lookup(measure, at)).observations;

const evidenceOf = (dataset: string, observation: Observation): Evidence => ({ dataset, observation, role: "of" });
