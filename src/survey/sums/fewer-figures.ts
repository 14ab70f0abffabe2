import { type DataInput, type Dataset, type DatasetSpec, hasUndeclaredSums } from "../../dataset/index.ts";
import { type ReadGuess, readGuess } from "../read-guess.ts";
import { createRemarks, type Remarks } from "../remarks.ts";
import { hasSmallCounts } from "../small-counts.ts";
import { ofLatest, ofTotals } from "./fewer-rows.ts";
import { withoutMeasure } from "./leave-out-sums.ts";

/** So many figures are protected within seconds, where some are sums of others, or none is; of fewer measures, none is left out. */
const [mostSummed, mostUnsummed, fewestMeasures] = [40_000, 100_000, 2];

/** Whether some figures are the sums of others, by what a definition or the figures themselves say. */
type SumsTest = (spec: DatasetSpec, dataset: Dataset) => boolean;

/** Figures are looked through once for each dataset, which takes as long as all else where there are many. */
export function createSumsTest(): SumsTest {
  const known = new Map<Dataset, boolean>();
  return ({ dimensions }, dataset) => {
    const isDeclared = Object.values(dimensions).some(
      (own) => own.role !== "time" && (own.total !== undefined || own.holds !== undefined),
    );
    if (isDeclared) return true;
    const isAny = known.get(dataset) ?? hasUndeclaredSums(dataset);
    known.set(dataset, isAny);
    return isAny;
  };
}

/** A definition of the first measures, where a table has more figures than a first build protects while someone waits. */
export function withFewerMeasures(
  spec: DatasetSpec,
  dataset: Dataset,
  hasSums: SumsTest,
): { readonly spec: DatasetSpec; readonly remark: string } | undefined {
  const ids = Object.keys(spec.measures);
  const all = dataset.observations.length;
  if (all <= mostSummed || spec.layout?.wide || spec.layout?.long) return undefined;
  const mostFigures = hasSums(spec, dataset) ? mostSummed : mostUnsummed;
  const most = Math.max(fewestMeasures, Math.floor((ids.length * mostFigures) / all));
  if (all <= mostFigures || ids.length <= most) return undefined;
  const left = ids.slice(most);
  const [first, last] = [left[0], left.at(-1)].map((id) => spec.measures[id ?? ""]?.label);
  return {
    spec: left.reduce(withoutMeasure, spec),
    remark: `From "${first}" to "${last}": ${left.length} of ${ids.length} measures are left out at first, since to protect as many as ${all} figures with small counts among them may take long. Take those that you need off this list.`,
  };
}

/** Whether measures stand in columns of their own, several of them. */
export const isOfColumns = ({ layout, measures }: DatasetSpec): boolean =>
  !layout?.wide && !layout?.long && Object.keys(measures).length > 1;

/** What was read, or fewer of its rows, where a table has more figures than a first build protects while someone waits. */
export async function withFewerRows(
  read: ReadGuess,
  { data, hasSums, remarks }: { readonly data: DataInput; readonly hasSums: SumsTest; readonly remarks: Remarks },
): Promise<ReadGuess> {
  const { spec, dataset } = read;
  const all = dataset?.observations.length ?? 0;
  if (!dataset || all <= mostSummed || !hasSmallCounts(dataset)) return read;
  // Whether some of very many figures are sums takes long to find out, too.
  const most = all > mostUnsummed || hasSums(spec, dataset) ? mostSummed : mostUnsummed;
  if (all <= most) return read;
  const byTotals = await readFewer(ofTotals(spec, dataset, most), read, data);
  const byPeriods = await readFewer(ofLatest(byTotals.spec, byTotals.dataset ?? dataset, most), byTotals, data);
  if (byPeriods === read) return read;
  const left = byPeriods.dataset?.observations.length ?? 0;
  remarks.also(
    byPeriods.spec.layout?.rows?.only === spec.layout?.rows?.only ? "layout.ignore" : "layout.rows",
    `Read at first are ${left} of ${all} figures, ${said(byTotals === read, byPeriods === byTotals)}: to protect all of them, with small counts among them, may take long. To read the others, take them off this list.`,
  );
  return byPeriods;
}

const said = (areAll: boolean, areOfAllPeriods: boolean): string =>
  [areAll ? [] : ["those of the totals of its categories"], areOfAllPeriods ? [] : ["those of the latest periods"]]
    .flat()
    .join(", and of these ");

/** What is read by another definition, if it reads less. */
async function readFewer(spec: DatasetSpec | undefined, before: ReadGuess, data: DataInput): Promise<ReadGuess> {
  if (!spec) return before;
  const read = await readGuess(spec, data, createRemarks());
  const [left, all] = [read, before].map(({ dataset }) => dataset?.observations.length ?? 0);
  return read.dataset && (left as number) > 0 && (left as number) < (all as number) ? read : before;
}
