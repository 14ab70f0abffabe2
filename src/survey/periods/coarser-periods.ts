import {
  type DataInput,
  type Dataset,
  type DatasetSpec,
  defineDataset,
  findDimension,
  readDataset,
} from "../../dataset/index.ts";
import { BriefingError, defined } from "../../diagnostics/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";

/** Ways to read labels of days and months as the months, then the years, that they lie in. */
const formats = [
  "{yyyy}-{mm}-{any}",
  "{any}/{mm}/{yyyy}",
  "{yyyy}{any}",
  "{any} {yyyy}",
  "{any}/{yyyy}",
  "{any}-{yyyy}",
] as const;

/** What happens, so that what happened in a year is the sum of its months: no people in care, nor any others who are there at a time. */
const ofEvents =
  /\b(?:incidents?|accidents?|deaths?|suicides?|cases|injur(?:y|ies|ed)|hurt|harmed|killed|wounded|collisions?|casualties|offences?|crimes?|assaults?|attacks?|abuses?|arrests?|referrals?|admissions?|births?|complaints?|evictions?|exclusions?|fires|poisonings?|falls)\b/iu;
const ofStates =
  /\b(?:in care|open|outstanding|active|pending|waiting|current|so far|cumulative|to date|as at|stock)\b/iu;

/** Of more figures, it takes long to find out which are hidden. */
const mostProtected = 20_000;

interface Read {
  readonly spec: DatasetSpec;
  readonly dataset: Dataset;
}

/**
 * What was read, by coarser periods where each count of what happened is so small that it is hidden, and some of these are not: a first page
 * that shows nothing says nothing. What stands in the finer ones is then nowhere in the dataset. Undefined where that helps nobody, or would add up what nobody adds up.
 */
export async function byCoarserPeriods(
  { spec, dataset }: Read,
  {
    data,
    disclosure,
    remarks,
  }: { readonly data: DataInput; readonly disclosure: DatasetSpec["disclosure"]; readonly remarks: Remarks },
): Promise<Read | undefined> {
  const time = findDimension({ spec }, "time");
  const own = spec.dimensions[time ?? ""];
  const { layout = {}, measures } = spec;
  const column = layout.dimensions?.[time ?? ""];
  const isPlain =
    own?.role === "time" && own.format === undefined && (column === undefined || typeof column === "string");
  const areEvents = Object.values(measures).every(
    ({ label, statType }) => statType === "count" && ofEvents.test(label) && !ofStates.test(label),
  );
  const isOther = layout.wide !== undefined || layout.long !== undefined || layout.repeatedRows !== undefined;
  if (time === undefined || !isPlain || !areEvents || isOther || dataset.observations.length > mostProtected)
    return undefined;
  if (dataset.observations.some(({ cell }) => cell.state === "value" && cell.value > mostHidden)) return undefined;
  for (const format of formats) {
    const coarser: DatasetSpec = {
      ...spec,
      dimensions: { ...spec.dimensions, [time]: { ...own, label: "Period", format } },
      layout: { ...layout, repeatedRows: "sum" },
    };
    const read = await readIfPossible(coarser, data);
    const shown = read && (await readIfPossible({ ...coarser, ...defined({ disclosure }) }, data));
    if (!read || read.periods().length >= dataset.periods().length || !shown?.observations.some(isShown)) continue;
    remarks.add(`dimensions.${time}.format`, addedUp);
    return { spec: coarser, dataset: read };
  }
  return undefined;
}

const mostHidden = 4;
const isShown = ({ cell }: Dataset["observations"][number]): boolean =>
  cell.state === "value" && cell.value > mostHidden;

const addedUp = guessedFrom(
  "the figures",
  "Each count of the periods in the data is so small that it would be hidden, so they are added up by longer ones: leave this and layout.repeatedRows out where that counts anybody twice.",
);

async function readIfPossible(spec: DatasetSpec, data: DataInput): Promise<Dataset | undefined> {
  try {
    return await readDataset(defineDataset(spec), data, { id: "data" });
  } catch (error) {
    // The labels are written in another way.
    if (error instanceof BriefingError) return undefined;
    throw error;
  }
}
