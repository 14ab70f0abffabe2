import type { DurationForm } from "../../dataset/index.ts";
import type { Sheet } from "../../tables/index.ts";
import type { PeriodFormat } from "../periods/period-format.ts";
import type { CellLook } from "./cell-looks.ts";
import type { Legend } from "./legend.ts";

/** What a column holds, as far as its cells tell. */
export type ColumnKind =
  | "period"
  | "label"
  | "figure"
  | "code"
  | "note"
  | "vintage"
  | "blank"
  | "apart"
  | "section"
  /** What titles of blocks tell apart, above other headings between rows. */
  | "block"
  | "level"
  | "flag";

/** Why a number stands for no figure: `-999`, a count below zero among very many, or a code for why there is none. */
export type SentinelKind = "gap" | "correction" | "code";

export interface ColumnSurvey {
  /** From 0. */
  readonly index: number;
  readonly name: string;
  /** As a layout has its name, where its words are broken over several rows, or refer to notes. */
  readonly heading?: string;
  /** What a layout calls it: its name where no other column has it, else its letter, as `#C`. */
  readonly ref: string;
  readonly kind: ColumnKind;
  /** Of headings between rows that have figures of their own, and of the column where they stand: their names. */
  readonly heads?: readonly string[] | undefined;
  /** Different texts, blank ones left out. */
  readonly texts: readonly string[];
  /** Cells that hold anything. */
  readonly filled: number;
  /** Of a column of figures. */
  readonly figures: FigureSurvey | undefined;
  /** Of one that is in no sheet: the columns of which each row has the first that says anything. */
  readonly firstOf?: readonly string[];
  /** Of one that is in no sheet: the column that has its texts among others in each cell, and where. */
  readonly partOf?: { readonly column: string; readonly pattern: string };
  /** Of periods that are the years of editions of the table: `Edition`. */
  readonly isOfEditions?: boolean;
  /** Of years that stand in cells of names: how they are read there. */
  readonly format?: PeriodFormat;
  /** Of figures whose cells hold more than one each: what they look like. */
  readonly look?: CellLook;
  /** Of figures whose unit stands in a row between the headings and the first period. */
  readonly unit?: string;
  /** Of figures: what a row of definitions right below the headings says that they are. */
  readonly definition?: string;
  /** Whether it says once more, behind all figures, what the first label of each row says: in another language, say. */
  readonly isAgain?: boolean;
  /** Whether it stands below the heading of a group, and has none of its own as the others have. */
  readonly isUnnamed?: boolean;
  /** Of titles of blocks: what they look like. */
  readonly pattern?: string;
  /** Of headings of blocks that have others between their rows: the cells of each block. */
  readonly ranges?: readonly string[];
  /** Of headings between rows: whether each holds up to the next empty row. */
  readonly endsAtBlank?: boolean;
  /** Of figures that say how long something takes: how they are written. */
  readonly durations?: DurationForm;
  /** Of numbers that tell rows apart, and were taken for the names of something. */
  readonly isKey?: boolean;
  /** Whether it says who a person is, or something of one person or case alone, in a list of people or of cases. */
  readonly isOfOnePerson?: boolean;
}

export interface FigureSurvey {
  /** Of all numbers. */
  readonly isWhole: boolean;
  /** Whether all but a few of many are whole: counts, perhaps, some of which somebody mistyped. */
  readonly isNearlyWhole: boolean;
  readonly hasNegative: boolean;
  /** Cells with a number below zero. */
  readonly belowZero: number;
  readonly hasPercent: boolean;
  /** Whether nearly all lie between -1 and 1, and are written with more decimals than percentages are. */
  readonly isMostlyFraction: boolean;
  /** The sign of a currency that all numbers have. */
  readonly sign: string | undefined;
  /** Whether nearly all lie between -1 and 1, and not all are whole. */
  readonly isMostlySmall: boolean;
  /** Whether nearly all are so large that nobody reads their decimals. */
  readonly isMostlyLarge: boolean;
  /** Cells with a whole number from 1 to 9. */
  readonly small: number;
  /** Whether all numbers are none or more, and have three decimals at most: where they are told in thousands, they may be numbers of people. */
  readonly isInThousandths: boolean;
  /** Cells from 0.001 to 0.009. */
  readonly smallThousandths: number;
  readonly largest: number;
  /** With how many decimals nearly all are written, and none with more: two of `1.50`; undefined where they differ. */
  readonly decimals: number | undefined;
  /** Whether some have two decimals, and hardly any has more: prices, of which the larger are written without. */
  readonly isInHundredths: boolean;
  /** Texts that are no numbers and no usual markers, and how many cells hold each. */
  readonly unknown: ReadonlyMap<string, number>;
  /** The usual markers and empty cells. */
  readonly gaps: number;
}

/** A table as it is found in a sheet, before anybody says what it means. */
export interface TableSurvey {
  /** Its numbers have a decimal point, whatever the file has. */
  readonly sheet: Sheet;
  /** The sign before decimals, as the file has it. */
  readonly decimal: "." | ",";
  /** What numbers in parentheses are, which have a minus here. */
  readonly parentheses: "negative" | undefined;
  /** Signs behind numbers that refer to notes, `1,204*`; they are gone here. */
  readonly noteMarks: readonly string[];
  /** Numbers with a sign behind them that are far out of the scale of their column; they are gaps here. */
  readonly outOfScale: ReadonlySet<string>;
  /** Titles, headings and names without the numbers of notes behind them, by the text. */
  readonly notesBehind: ReadonlyMap<string, string>;
  /** Numbers that stand for figures that are not there, `-999`; they are gaps here. */
  readonly sentinels: ReadonlyMap<string, SentinelKind>;
  /** What its notes say that signs in the place of figures stand for. */
  readonly legend: Legend;
  /** The row of the headings, or the first and the last of them. */
  readonly headerRow: number | readonly [first: number, last: number] | "none";
  /** Of a table without headings, where titles stand above it. */
  readonly firstRow?: number | undefined;
  /** The last row, where another table follows, or the sums of this one. */
  readonly lastRow: number | undefined;
  /** How many blocks of the same rows stand below the last row, of which no column says what they are. */
  readonly blocksBelow?: number;
  /** The rows in which other tables begin that the workbook marks. */
  readonly otherTables?: readonly number[] | undefined;
  /** Of sums at the end, some of which are called as their parts are, the names. */
  readonly tail?: readonly string[];
  readonly columns: readonly ColumnSurvey[];
  /** Of a list of people, the headings above their names. */
  readonly people?: readonly string[];
  /** Of a list of cases, the headings above what says where, when or whose each was. */
  readonly cases?: readonly string[];
  /** Indices of the sheet's rows. */
  readonly rows: Uint32Array;
  /** Rows among them that are no data, by what stands in a column: headings once more. They are left out here. */
  /** What rows of figures are called that stand above the names of the labels, and are none of their parts. */
  readonly aboveLabels?: readonly string[] | undefined;
  /** Rows of figures below those of a heading between rows that are none of its, and are left out here. */
  readonly beyondSections?: readonly { readonly column: string; readonly text: string }[] | undefined;
  readonly notData: readonly { readonly column: string; readonly text: string }[];
  /** Months or quarters below each year, in the column that names both: they are left out here. */
  readonly partsOfYears?: { readonly column: string; readonly texts: readonly string[] };
  /** Rows of areas of other levels than most, by their codes or by what a column says of them, which are left out here. */
  readonly coarser?: readonly CoarserCodes[];
  /** Rows above the headings and below the table that hold anything. */
  readonly above: number;
  readonly below: number;
  /** Rows of a text whose number of fields is not the header's, and whether they can be read so. */
  readonly ragged: RaggedSurvey | undefined;
  /** Rows that total the others, by what stands in a column. */
  readonly totals:
    | {
        readonly column: string;
        readonly texts: readonly string[];
        /** They total nothing, and only head the rows below them. */
        readonly areBare?: boolean;
        /** They are the means of the others. */
        readonly areMeans?: boolean;
        /** They are rates of the others. */
        readonly areRates?: boolean;
        /** They are numbers, where the others say how long something takes. */
        readonly areNoDurations?: boolean;
        /** They are the sums of all others by their figures, which add up therefore. */
        readonly areSums?: boolean;
      }
    | undefined;
  /** What stands above the headings of figures, over all of them. */
  readonly spanning: string | undefined;
  /** What of the titles stands beside several others: each says something of its own columns, and none is a name of the table. */
  readonly overColumns?: readonly string[] | undefined;
  /** What stands above the headings. */
  readonly titles: readonly string[];
  /** What the contents of its workbook say of its sheet. */
  readonly contents?: string | undefined;
  /** What stands above the headings and below the table, each text that is no long one. */
  readonly notes: readonly string[];
  /** The unit of all figures, where a cell above them has it: `£ thousand`. */
  readonly unitAbove: string | undefined;
  /** The cell above the headings that says which period all is of: `Year: 2019/20`. */
  readonly periodAbove:
    | {
        readonly cell: string;
        readonly pattern?: string /** It stands among other words. */;
        readonly isOfTitle?: boolean;
        /** What stands behind a word that says that it is the period: `Period: April to June 2020`. */
        readonly said?: string;
        /** How it is read, where it may be something else. */
        readonly format?: PeriodFormat | undefined;
      }
    | undefined;
}

export interface RaggedSurvey {
  readonly reading: "read" | "leave-out";
  /** As a spreadsheet counts. */
  readonly rowNumbers: readonly number[];
}

/** Rows of areas that hold others of the same table, by their codes or by what a column says of them. */
export interface CoarserCodes {
  /** The column that tells them. */
  readonly column: string;
  readonly codes: readonly string[];
  /** What some of them are called, where a column of names stands beside. */
  readonly names: readonly string[];
  /** What the column is called, where it has no codes, but says of each area of which level it is. */
  readonly of?: string;
  /** The one area of the whole country, which stays. */
  readonly whole?: string | undefined;
  /** Whether they are told by names that stand where the others have none. */
  readonly areApart?: boolean;
  /** Whether they have no figures: they head those below them. */
  readonly areBare?: boolean;
}
