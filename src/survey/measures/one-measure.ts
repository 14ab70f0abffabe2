import type { MeasureSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import type { FigureSurvey } from "../table/column-survey.ts";
import { inSentence } from "./guess-unit.ts";

export { notStated } from "../../dataset/index.ts";

/** What is known of one measure before its kind is guessed. */
export interface MeasureInput {
  readonly name: string;
  readonly figures: readonly FigureSurvey[];
  readonly remarks: Remarks;
  /** What a column says of the unit. */
  readonly unit?: string;
  readonly ofColumn?: string;
  /** All headings of its column, where the name is the last of them. */
  readonly above?: string;
  /** Whether the title is of money, and the heading of nothing else. */
  readonly isMoney?: boolean;
  /** Whether the title says of a price that it is an index. */
  readonly isIndex?: boolean;
  /** Absent: by its name. */
  readonly isRunningTotal?: boolean;
  /** Whether what stands above says that amounts are means. */
  readonly areMeans?: boolean;
  /** Whether rows that are left out are the sums of all others. */
  readonly areSummed?: boolean;
  /** Whether no other figures of the table show that they are no fractions. */
  readonly mayBePortion?: boolean;
  /** Whether headings may be of categories of one measure: then none of them says what is counted or paid in it. */
  readonly isOfCategory?: boolean;
  /** Whether its name is the code of a unit, and nothing else. */
  readonly isUnit?: boolean;
  /** Whether a row of units says the unit of this column alone. */
  readonly isOwnUnit?: boolean;
  /** Whether the heading says that it is a number of something, and the name what of. */
  readonly isNumber?: boolean;
  /** What the file is called, where figures may be called so. */
  readonly fileName?: string | undefined;
  /** What the title says that is counted. */
  readonly things?: MeasureSpec["unit"] | undefined;
  /** Of how many rates are, as the lines above the table say: `per 10,000 children`. */
  readonly rateAbove?: string | undefined;
  /** What a heading above its own says that is counted. */
  readonly thingsAbove?: MeasureSpec["unit"] | undefined;
  /** The currency that a column names for all rows. */
  readonly currency?: MeasureSpec["unit"] | undefined;
}

/** What is asked of a unit that nothing tells for sure. */
export const whatIsCounted = "What is counted, in the singular and the plural, as a sentence has it.";

/** What is said of figures with decimals that add up. */
export const summedBelow = guessedFrom(
  "its figures",
  "They add up: rows of totals, which are left out, are the sums of all others.",
);

/** What is said of figures of which rows without a period, which are left out, are the sums. */
export const summedOverTime =
  "It adds up, over time too: the totals, whose rows name no period, are the sums of the others.";

/** What is known of one measure when its kind is. */
export interface OneMeasure {
  readonly label: string;
  /** Of the definition. */
  readonly field: string;
  readonly figures: readonly FigureSurvey[];
  readonly remarks: Remarks;
  readonly known: MeasureSpec["unit"] | undefined;
  readonly mayBePortion: boolean;
}

/** What figures have a name of their own for that stands well in a sentence: `Kent's population`, `Mali's GDP per capita`. */
const ownName =
  /^(?:(?:total|median|average|mean|net|gross|annual|disposable|household|public|active|final|primary|resident|estimated|real|nominal) )*(?:population|income|spending|expenditure|scores?|employment|unemployment|revenue|turnover|budget|debt|gdp|gdp per (?:capita|head)|productivity|density|energy|consumption|production|rainfall|temperature|funding|aid|investment|capacity|turnout|attendance|deficit|surplus|output|life expectancy|rent|wage|pay|price|cost|ratio|index)$/iu;

/** How sentences call a measure: by its own name where it is one for that. */
export function shortName(label: string): Pick<MeasureSpec, "short"> | undefined {
  return ownName.test(label) ? { short: inSentence(label) } : undefined;
}
