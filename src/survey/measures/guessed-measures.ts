import type { MeasureSpec } from "../../dataset/index.ts";
import type { Naming } from "../naming.ts";
import type { sumsBeside } from "../sums/sums-beside.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import type { Quotient } from "./quotients.ts";

/** What the figures of a table are, and which of its columns are no measures. */
export interface GuessedMeasures {
  readonly specs: Readonly<Record<string, MeasureSpec>>;
  /** Names in the data, where the id and the label are others. */
  readonly names: Readonly<Record<string, string>>;
  /** The measure of a wide table's columns whose headings do not tell it. */
  readonly only?: string | undefined;
  /** Columns of figures that are no measures. */
  readonly leftOut?: readonly ColumnSurvey[];
  /** Columns of what rates are made of, people mostly, that have small figures and could not be protected, since some have decimals. */
  readonly uncounted?: readonly ColumnSurvey[];
  /** Counts that cannot be hidden, since a few of them are below zero. */
  readonly slips?: readonly ColumnSurvey[];
  /** The count of rows, where no column has figures. */
  readonly counted?: string | undefined;
}

/** What a table and its file are called. */
export interface TitledNaming extends Naming {
  /** What the file is called. */
  readonly called: string;
  /** What stands above the table, or what the file is called. */
  readonly title: string;
  /** Whether the title stands on a sheet before the table. */
  readonly isOfCover: boolean;
}

/** What the whole table says of each of its figures. */
export interface OwnNaming extends Naming {
  /** What stands above the table, or what the file is called. */
  readonly title: string;
  /** What all figures are of, where no heading says it. */
  readonly called: string;
  /** What the title says that is counted. */
  readonly things: MeasureSpec["unit"] | undefined;
  /** Of how many rates are, as the lines above the table say. */
  readonly rateAbove?: string | undefined;
  /** What a column says of the unit of all figures. */
  readonly unit: string;
  /** What is in doubt where figures are called so: the file, or the sheet, may be called after anything. */
  readonly doubtOfCalled: string | undefined;
  readonly fileName: string | undefined;
  /** Whether a column names the one measure of all rows. */
  readonly isSeries?: boolean;
  /** Whether a column says of all rows that they are numbers of something. */
  readonly areNumbers?: boolean;
  /** Whether a column says of all rows that they are told in thousands or millions. */
  readonly isScaled?: boolean;
  /** The unit that a column says, and that is no usual one. */
  readonly ofColumn?: string;
  /** Whether the title is of money. */
  readonly isMoney?: boolean;
  /** Whether what stands above the table says of its figures that they are means, or of one each. */
  readonly areMeans?: boolean;
  /** Whether rows that are left out are the sums of all others. */
  readonly areSummed?: boolean;
  /** Columns of which rows of totals are the sums of the others. */
  readonly summed?: ReadonlySet<ColumnSurvey>;
  readonly running?: readonly ColumnSurvey[];
  /** The currency that a column names for all rows. */
  readonly currency?: MeasureSpec["unit"] | undefined;
  /** Columns that are shares of one whole, in percent. */
  readonly parts?: readonly ColumnSurvey[];
  /** Columns that are shares, by counts beside them. */
  readonly quotients: ReadonlyMap<ColumnSurvey, Quotient>;
  /** What the title says that the headings are by, where no column tells it. */
  readonly across?: string | undefined;
  /** Columns that are the sums of those beside them. */
  readonly sumsBeside?: ReturnType<typeof sumsBeside>;
}
