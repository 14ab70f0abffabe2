import { type DatasetSpec, findDimension } from "../../dataset/index.ts";
import type { Remarks } from "../remarks.ts";
import type { TableSurvey } from "../table/column-survey.ts";

/** What says that something is not to be compared: `comparisons should not be made`, `cannot be compared`, `are not directly comparable`. */
const forbids =
  /\bcompari(?:sons?|ng)\b(?: [\p{L}-]+){0,8} (?:(?:should|must|can|may) ?not|are not|is not|(?:would|will|can) be (?:misleading|invalid))\b|\b(?:should|must|can|may) ?not (?:therefore )?be (?:\p{L}+ )?(?:compared|ranked)\b|\bnot be used (?:to|for|in) (?:\p{L}+ ){0,3}(?:compar|rank)|\bnot (?:\p{L}+ )?comparable\b|\bdo not (?:compare|rank)\b|\bno (?:\p{L}+ )?comparisons?\b/iu;
/** What is compared with each other, and no years, or figures of another publication. */
const amongPlaces = /\b(?:between|across|among(?:st)?|with (?:each other|one another|other))\b|\brank(?:ed|ings?)?\b/iu;
const ofOtherTimes =
  /\b(?:years?|months?|quarters?|periods?|times?|dates?|series|earlier|previous(?:ly)?|past|historic(?:al)?|since|before|after|waves?|surveys?|editions?|releases?|publications?|sources?|measures?|indicators?|columns?)\b|(?:19|20)\d{2}/iu;

/** What is compared with each other beside places: `across time periods or between areas`. */
const besidePlaces =
  /\b(?:between|across|over) (?:time )?(?:periods?|years|months|quarters|time)(?:,? (?:or|and|nor) (?=(?:between|across|among))|, (?=(?:between|across|among)))/giu;

const sentenceEnd = /(?<=[.;!?])\s+/u;

/** The sentence of a note on a table that says that its areas are not to be compared. */
const sentenceOn = ({ notes, columns }: Pick<TableSurvey, "notes" | "columns">): string | undefined =>
  [...notes, ...columns.flatMap(({ kind, name, texts }) => (kind === "apart" ? [name, ...texts] : []))]
    .flatMap((text) => text.split(sentenceEnd))
    .find(
      (text) => forbids.test(text) && amongPlaces.test(text) && !ofOtherTimes.test(text.replaceAll(besidePlaces, " ")),
    );

/** Says of areas that a note on the table wants no comparisons of them: then a first briefing has no ranks. */
export function remarkOnComparisons(
  survey: TableSurvey,
  { dimensions, remarks }: { readonly dimensions: DatasetSpec["dimensions"]; readonly remarks: Remarks },
): void {
  const area = findDimension({ spec: { dimensions } }, "area");
  const said = sentenceOn(survey);
  if (area !== undefined && said !== undefined)
    remarks.keepApart(`dimensions.${area}`, "not wanted", `${notCompared} "${said.trim()}"`);
}

const notCompared = "A note on the table wants no comparisons, so that a first briefing ranks none of them:";
