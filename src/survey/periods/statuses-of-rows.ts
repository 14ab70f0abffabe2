import type { LayoutSpec, ObservationStatus } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import { type Roles, statusName } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import { flaggedPeriods } from "./period-statuses.ts";

/** What one letter says of a figure, as SDMX and Eurostat write it; several of them stand side by side, `bp`. */
const statusOfLetter: Readonly<Record<string, ObservationStatus>> = {
  b: "break",
  e: "estimated",
  f: "forecast",
  p: "provisional",
  r: "revised",
};

/**
 * What a column of letters says of the one figure of each row, `p` below `OBS_FLAG` or `Status`, where it says it of no whole period. Undefined where there is none, or
 * rows have several figures.
 */
export function statusesOfRows(
  survey: TableSurvey,
  roles: Roles,
  remarks: Remarks,
): Pick<LayoutSpec, "note" | "statuses"> | undefined {
  const { figures, long, wide } = roles;
  const isOne = wide === undefined && (long ? long.values.length : figures.length) === 1;
  // Of two columns of flags nobody knows which is of the figure.
  const [flags, other] = isOne ? survey.columns.filter((column) => isOfStatuses(column, survey)) : [];
  if (!flags || other || !hasLetters(flags) || flaggedPeriods(survey, roles)) return undefined;
  const statuses = Object.entries(statusOfLetter).flatMap(([letter, status]) =>
    flags.texts.some((text) => text.toLowerCase().includes(letter)) ? [{ noteContains: letter, status }] : [],
  );
  if (statuses.length === 0) return undefined;
  remarks.add("layout.statuses", byLetters(flags.name));
  return { note: { column: flags.ref }, statuses };
}

/** A `Status` that each row has may be that of its person or place: whether married, or in a city. */
const isOfStatuses = ({ name, filled }: ColumnSurvey, { rows }: TableSurvey): boolean =>
  statusName.test(wordsOf(name)) || (/^status$/iu.test(name.trim()) && filled < rows.length);
const hasLetters = ({ kind, texts }: ColumnSurvey): boolean =>
  kind !== "figure" && texts.length > 0 && texts.every((text) => /^[a-z]{1,3}$/iu.test(text.trim()));

const byLetters = (name: string): string =>
  guessedFrom(
    "its heading",
    `What the letters in "${name}" say of the figure in their row: see what the publisher means by them.`,
  );
