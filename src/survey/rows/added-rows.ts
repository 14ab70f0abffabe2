import { groupBy, periodReadings } from "../../dataset/index.ts";
import { largestOf } from "../extremes.ts";
import { guessedFrom, someOf } from "../remarks.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import type { Roles } from "./column-roles.ts";
import type { AlikeRows } from "./tell-apart.ts";

/** Says of rows whose figures are added up how many make how many figures, and by what those of one differ. */
export function sayAdded(survey: TableSurvey, roles: Roles, { by, offered }: AlikeRows): string {
  const { sheet, rows } = survey;
  const { period, long, vintage, section, block, wide } = roles;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const apart = [...by, long?.measure, vintage, section, block, wide?.joined?.column].flatMap((own) => own ?? []);
  const whenOf = (row: number) => (period?.columns ?? []).map((own) => startOf(textAt(row, own), period?.isOfCases));
  const groups = [
    ...groupBy(rows, (row) => JSON.stringify([...apart.map((own) => textAt(row, own)), ...whenOf(row)])).values(),
  ];
  const differ = offered.filter(
    (column) =>
      !apart.includes(column) && groups.some((own) => new Set(own.map((row) => textAt(row, column))).size > 1),
  );
  const most = largestOf(
    groups.map((own) => own.length),
    0,
  );
  const made = `${counted(rows.length)} rows make ${counted(groups.length)}, and at most ${counted(most)} one`;
  const told =
    differ.length > 0
      ? `Rows of one differ by ${someOf(differ.map(({ name }) => name))}, which could break them down further: where some of them hold others, name it in layout.dimensions.`
      : "Nothing but figures differs in rows of one: where they say the same again, or hold each other, take repeatedRows out.";
  return guessedFrom(
    "its labels",
    `Several rows have the same ${someOf(by.map(({ name }) => name))}, as cases have, and their figures are added up: ${made}. ${told}`,
  );
}

/** The day on which a period begins that a row is added up by; what is written, where it is none, or cases lie in it by their days. */
function startOf(text: string, isOfCases: "years" | "months" | undefined): string {
  const [reading] = isOfCases === undefined ? [] : periodReadings(text);
  return reading ? reading.start.slice(0, isOfCases === "years" ? yearOfDay : monthOfDay) : text;
}
/** So many characters of a day are its year, and its month. */
const [yearOfDay, monthOfDay] = [4, 7];

const counted = (value: number): string => value.toLocaleString("en-GB");
