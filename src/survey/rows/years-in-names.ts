import { periodReadings } from "../../dataset/index.ts";
import { cellText } from "../../tables/index.ts";
import { languagesOfMonths } from "../periods/parts-of-languages.ts";
import type { PeriodFormat } from "../periods/period-format.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

/** So many of the names and years stand with each other, where a column is of both. */
const mostlyCrossed = 0.8;
const [fewestNames, fewestYears] = [2, 2];

/** A name and a year in one cell, as all cells of a column have them: `female-2017`, `2017: female`. */
interface NamesWithYears {
  /** What a layout takes the names by. */
  readonly pattern: string;
  /** How the years are read. */
  readonly format: PeriodFormat;
  nameIn(text: string): string;
  yearIn(text: string): string;
}

const [yearBehind, yearBefore] = [
  /^(?<name>.*?)(?<gap>[\s_,:|–-]+)(?<year>(?:19|20)\d{2})$/u,
  /^(?<year>(?:19|20)\d{2})(?<gap>[\s_,:|–-]+)(?<name>.*)$/u,
];

/** No name of what a year is divided by: a part of it, another year, a number. */
const noName =
  /(?<!\d)(?:19|20)\d{2}(?!\d)|^\P{L}*$|^(?:spring|summer|autumn|fall|winter|terms?|semesters?|weeks?|waves?|rounds?|census|end|mid|year|ye|fy|q|h)\b/iu;

/** Whether a text is a period as it stands, in any of the languages that are read: `January 2017`, `Januar 2017`. */
const isPeriod = (text: string): boolean =>
  ["en", ...languagesOfMonths].some((lang) => periodReadings(text, undefined, lang).length > 0);

function readNames(texts: readonly string[]): NamesWithYears | undefined {
  for (const look of [yearBehind, yearBefore]) {
    const read = texts.flatMap((text) => {
      const { name = "", gap = "", year = "" } = look.exec(text)?.groups ?? {};
      return year === "" || noName.test(name) ? [] : [{ text, name, gap, year }];
    });
    const [gap = "", other] = new Set(read.map((own) => own.gap));
    const [names, years] = [new Set(read.map(({ name }) => name)), new Set(read.map(({ year }) => year))];
    const areCrossed = names.size * years.size * mostlyCrossed <= texts.length;
    if (read.length < texts.length || other !== undefined || !areCrossed) continue;
    if (names.size < fewestNames || years.size < fewestYears) continue;
    if (read.some(({ text }) => isPeriod(text))) continue;
    const century = [...years].every((year) => year.startsWith("20")) ? "20" : "";
    const isBehind = look === yearBehind;
    // A pattern takes the first place that fits: of `aged-20-29-2017`, `aged`.
    if (isBehind && read.some(({ text, name }) => text.indexOf(gap + century, 1) < name.length)) continue;
    const byText = new Map(read.map((own) => [own.text, own]));
    return {
      pattern: isBehind ? `{}${gap}${century}*` : `${century}*${gap}{}`,
      format: isBehind ? `{any}${gap}{yyyy}` : `{yyyy}${gap}{any}`,
      nameIn: (text) => byText.get(text)?.name ?? "",
      yearIn: (text) => byText.get(text)?.year ?? "",
    };
  }
  return undefined;
}

/**
 * A table with a column of names and years, each of one with each of the other, `female-2017`, and no other periods, with two columns instead: of the names,
 * and of the years. Other tables are as they were.
 */
export function withYearsBesideNames(survey: TableSurvey): TableSurvey {
  const { sheet, columns } = survey;
  if (columns.some(({ kind, texts }) => kind === "period" && texts.length > 1)) return survey;
  for (const column of columns) {
    const cells = sheet.columns[column.index];
    const found = cells && column.kind === "label" ? readNames(column.texts) : undefined;
    if (!cells || !found) continue;
    const width = sheet.columns.length;
    const textsBy = (part: (text: string) => string) => [...new Set(column.texts.map(part))];
    const names: ColumnSurvey = {
      ...column,
      index: width,
      // What both are called together is a name of neither.
      name: "",
      ref: `${column.ref} without years`,
      texts: textsBy(found.nameIn),
      partOf: { column: column.ref, pattern: found.pattern },
    };
    const years: ColumnSurvey = {
      ...column,
      index: width + 1,
      kind: "period",
      texts: textsBy(found.yearIn),
      format: found.format,
    };
    const made = [found.nameIn, found.yearIn].map((part, at) => ({
      ...cells,
      column: width + at + 1,
      values: cells.values.map((cell) => (cell === null ? null : part(cellText(cell).trim()))),
    }));
    return {
      ...survey,
      sheet: { ...sheet, columns: [...sheet.columns, ...made] },
      columns: columns.flatMap((one) => (one === column ? [names, years] : [one])),
    };
  }
  return survey;
}
