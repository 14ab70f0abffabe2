import type { Evidence } from "../claims/index.ts";
import type { Dataset } from "../dataset/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import { type BriefingRecord, observationKey } from "../record/index.ts";
import type { Trail, Verifiable } from "./briefing-spec.ts";
import { drawnFigures } from "./drawn-figures.ts";
import type { RowOrigins } from "./traced-rows.ts";

interface PrintedInput {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly record: BriefingRecord;
  readonly chartOrigins: ReadonlyMap<string, RowOrigins>;
  /** Ids of the charts that are printed. */
  readonly charts: Iterable<string>;
}

interface AddedCells {
  readonly cells: readonly Pick<Evidence, "dataset" | "observation">[];
  /** `A verifiable file would carry`. */
  readonly what: string;
  readonly option: "verifiable" | "trail";
}

/** Counts below this may tell who somebody is, where no rule of disclosure control says otherwise. */
const smallCount = 10;

/** Whether somebody said that all cells may be published. */
export const mayPublish = (option: Verifiable | Trail): boolean => typeof option === "object" && option.publish;

/**
 * Refuses to publish, beside what a briefing prints, small counts that nobody protected.
 * @throws BriefingError `unprotected-counts`, with one error a dataset.
 */
export function refuseSmallCounts(printed: PrintedInput, { cells, what, option }: AddedCells): void {
  const shown = cellsShown(printed);
  const errors = [...printed.datasets].flatMap(([id, { definition }]): Diagnostic[] => {
    const { disclosure, measures } = definition.spec;
    if (disclosure) return [];
    const small = new Set(
      cells.flatMap(({ dataset, observation }) =>
        dataset === id &&
        observation.cell.state === "value" &&
        measures[observation.measure]?.statType === "count" &&
        observation.cell.value > 0 &&
        observation.cell.value < smallCount &&
        !shown.has(observationKey({ dataset, ...observation }))
          ? [observation]
          : [],
      ),
    );
    if (small.size === 0) return [];
    return [
      {
        code: "unprotected-counts",
        severity: "error",
        message: `${what} ${small.size} ${small.size === 1 ? "count" : "counts"} under ${smallCount} of ${id} that the briefing does not print, and no disclosure control was asked for.`,
        hint: `Give the dataset a disclosure profile, or say ${option}: { publish: true } if all of its cells may be published.`,
        source: { id },
      },
    ];
  });
  if (errors.length > 0) throw new BriefingError(errors);
}

/** The cells whose own number is printed, or drawn. */
function cellsShown({ record, chartOrigins, charts }: PrintedInput): ReadonlySet<string> {
  const printed = [...record.claims, ...record.cells].flatMap(({ printed: isPrinted, evidence, figure }) => {
    const [only] = evidence;
    const observation = only && evidence.length === 1 ? record.observations[only.observation] : undefined;
    return isPrinted && observation?.value !== undefined && observation.value === figure?.value ? [observation] : [];
  });
  const drawn = [...charts].flatMap((id) => drawnFigures(chartOrigins.get(id))).flatMap(({ cell }) => cell ?? []);
  return new Set([...printed, ...drawn].map(observationKey));
}
