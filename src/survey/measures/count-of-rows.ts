import type { MeasureSpec } from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { sentence } from "../naming.ts";
import { guessedFrom, someOf } from "../remarks.ts";
import { ofWeights } from "../rows/records-of-people.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { countedBy, pluralOf } from "./guess-unit.ts";
import type { GuessedMeasures, TitledNaming } from "./guessed-measures.ts";
import { nameOfAll } from "./name-of-all.ts";
import { isNameOfThings, thingNamed } from "./things.ts";

/** The one measure of a list without figures: how many rows there are. */
export function countOfRows(survey: TableSurvey, naming: TitledNaming): GuessedMeasures {
  const label = sentence(nameOfAll(survey, naming)) || "Rows";
  const id = naming.idOf(label, "rows");
  naming.remarks.add(`measures.${id}.unit`, remarkOnRows(survey));
  return { specs: { [id]: { label, unit: unitOfRows(survey, label), statType: "count" } }, names: {}, counted: id };
}

/** What the rows of a list are, by what each has of its own, the name of a school or the official code of an area, or by what the list is called: `Stations`. */
function unitOfRows({ columns, rows, people, cases }: TableSurvey, label: string): MeasureSpec["unit"] {
  const isKey = ({ texts, filled }: ColumnSurvey) => filled === rows.length && texts.length === rows.length;
  const keys = people || cases ? [] : columns.filter(isKey);
  const [noun] = keys.flatMap((column) => (areOfficialCodes(column) ? ["area"] : (thingNamed(column.name) ?? [])));
  if (noun !== undefined) return countedBy(pluralOf(noun));
  return !people && isNameOfThings(label) ? countedBy(label) : { one: "row", other: "rows" };
}
const areOfficialCodes = ({ texts }: ColumnSurvey): boolean => texts.every((text) => /^[EKNSW]\d{8}$/u.test(text));

const remarkOnRows = ({ people, cases, columns }: TableSurvey): string =>
  people
    ? peopleAreCounted(people)
    : cases
      ? `${casesAreCounted(cases)}${notWeighted(columns)}`
      : rowsAreCounted(columns);
/** What a survey of some people says of all only by how many each of them stands for. */
const notWeighted = (columns: readonly ColumnSurvey[]): string => {
  const weight = columns.find(({ isOfOnePerson, name }) => isOfOnePerson && ofWeights.test(meaningOf(name)));
  return weight ? ` "${weight.name}" seems to say how many each stands for: these counts do not weigh them.` : "";
};
const casesAreCounted = (names: readonly string[]): string =>
  guessedFrom(
    "the headings",
    `A list of cases, by ${names.map((name) => `"${name}"`).join(", ")}: no place, day or number of one of them is shown, and rows are counted. Say what each is one of, in the singular and the plural, as a sentence has it.`,
  );
const peopleAreCounted = (names: readonly string[]): string =>
  guessedFrom(
    "its labels",
    `A list of people, by ${names.map((name) => `"${name}"`).join(", ")}: nobody is named, nothing that is of one of them is shown, and rows are counted. Say what each is one of, in the singular and the plural, as a sentence has it.`,
  );
const rowsAreCounted = (columns: readonly ColumnSurvey[]): string => {
  const among = columns.filter(hasNumbersAmongOthers).map(({ name }) => name);
  const none =
    among.length === 0
      ? "No column has figures"
      : `No column was read as figures: ${someOf(among)} ${among.length === 1 ? "has" : "have"} numbers among other texts, and where these are what the table is of, correct the others, or say what they stand for in markers, and give it a measure. Here`;
  return guessedFrom(
    "the name of the file",
    `${none}${among.length === 0 ? ", so that" : ""} rows are counted: say what each is one of, in the singular and the plural, as a sentence has it.`,
  );
};

/** Whether several texts of a column that names no time are numbers, beside others. */
const hasNumbersAmongOthers = ({ kind, texts }: ColumnSurvey): boolean => {
  const numbers = texts.filter((text) => /^-?\d[\d,]*(?:\.\d+)?%?$/u.test(text.trim())).length;
  return kind !== "period" && kind !== "code" && numbers >= fewestNumbers && numbers < texts.length;
};
const fewestNumbers = 3;
