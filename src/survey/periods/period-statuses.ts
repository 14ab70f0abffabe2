import { type ObservationStatus, periodReadings } from "../../dataset/index.ts";
import { columnLetters } from "../../diagnostics/index.ts";
import { escapeRegExp } from "../../tables/index.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { type Roles, statusName } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import { baseOfForecasts, isForecast, isOutturn, lastOutturn, saysForecast } from "./forecasts.ts";
import { type PartOfLast, partOfLastPeriod } from "./last-day-said.ts";

/** What is known of the figures of some periods, by the labels of these. */
type Statuses = Readonly<Record<string, ObservationStatus>>;

/** What notes say of figures that are not final, or not of all of their period. */
const statusWords: readonly (readonly [look: RegExp, status: ObservationStatus])[] = [
  [
    /\b(?:provisional(?:es)?|preliminary|not (?:yet )?final|subject to (?:revision|change)|provis[oó]ri[ao]s?|provvisori[aeo]?|provisoires?|vorläufig\p{L}*|voorlopige?|prelimin[aä]r\p{L}*|foreløpige?|alustav\p{L}*|n(?:on?|ão) consolidat?d?[aeio]s?)(?!\p{L})/iu,
    "provisional",
  ],
  [/\b(?:part[- ](?:of the )?year|incomplete|(?:year )?to date|not (?:yet )?complete)\b/iu, "partial-period"],
  [/\brevised\b/iu, "revised"],
  [/\bestimated?\b/iu, "estimated"],
];

const statusSaid = (text: string): ObservationStatus | undefined =>
  saysForecast(text) ? "forecast" : statusWords.find(([look]) => look.test(text))?.[1];

/** A label of a period with a sign behind it, `2019*`. */
const markedLabel = /\d\s?(?<mark>[*†‡#^]{1,3})$/u;
/** A note that begins with the sign that it explains: `* Provisional`, `†: part of the year`. */
const noteOfMark = /^(?<mark>[*†‡#^]{1,3})\s*[:=–-]?\s*(?<said>\p{L}.*)$/u;

/**
 * What a table says of the figures of some of its periods: that they are provisional, by a sign that a note explains, or of a part of a year, by the
 * weeks or months that stand beside years. What nobody explains is asked.
 */
export function statusesOfPeriods(
  survey: TableSurvey,
  roles: Roles,
  { field, remarks, date }: { readonly field: string; readonly remarks: Remarks; readonly date: string | undefined },
): Statuses | undefined {
  const labels = labelsOfPeriods(survey, roles);
  const partial = latestInPart(survey, roles, labels);
  const unended = partOfLastPeriod(survey, roles, labels.length > 0 ? labels : labelsOfYearSaid(survey, roles));
  const marked = statusesOfMarks(survey, labels);
  if (marked.unexplained.length > 0) remarks.also(field, unexplained(marked.unexplained));
  const note = survey.notes.find((text) => isOnStatus(text));
  // `Percent change` stands among the years, and is none.
  const periods = labels.filter((label) => periodReadings(label).length > 0);
  const [latest] = partial ? [partial.label] : periods.toSorted().slice(-1);
  if (Object.keys(marked.statuses).length > 0) remarks.add(`${field}.statuses`, byNotes);
  if (partial) remarks.also(`${field}.statuses`, partOfYear(partial));
  if (unended) remarks.also(`${field}.statuses`, notAllDays(unended));
  const named = Object.keys(marked.statuses).length === 0 ? namedInTexts(survey, periods) : undefined;
  if (named?.statuses) remarks.also(`${field}.statuses`, named.reason);
  else if (named) remarks.also(field, named.reason);
  else if (note !== undefined && latest !== undefined && Object.keys(marked.statuses).length === 0)
    remarks.also(field, saidBelow(note, latest));
  const expected = forecastsAmong(survey, roles, labels) ?? periodsAfter(date, labels);
  if (expected) remarks.also(`${field}.statuses`, expected.reason);
  const flagged = flaggedPeriods(survey, roles);
  if (flagged) remarks.also(`${field}.statuses`, flagged.reason);
  const statuses = {
    ...flagged?.statuses,
    ...named?.statuses,
    ...marked.statuses,
    ...expected?.statuses,
    ...(partial && { [partial.label]: "partial-period" as const }),
    ...(unended && { [unended.label]: "partial-period" as const }),
  };
  return Object.keys(statuses).length > 0 ? statuses : undefined;
}

/** Periods whose figures are of one kind, expected say, and how that is known. */
interface KnownStatuses {
  readonly statuses: Statuses;
  readonly reason: string;
}

/** Finds the periods of forecasts: by the headings above them, by what a column says of their rows, or by the year that a title says they are worked out from. */
function forecastsAmong(survey: TableSurvey, roles: Roles, labels: readonly string[]): KnownStatuses | undefined {
  const ofAll = (own: readonly string[]): Statuses => Object.fromEntries(own.map((label) => [label, "forecast"]));
  const ofHeadings = labelsBelow(survey, roles, isForecast);
  if (ofHeadings.length > 0) return { statuses: ofAll(ofHeadings), reason: byHeadings };
  const ofRows = labelsOfRows(survey, roles);
  if (ofRows.labels.length > 0) return { statuses: ofAll(ofRows.labels), reason: byRows(ofRows.by) };
  const known = labels.flatMap((label) => {
    const [reading] = periodReadings(label);
    return reading === undefined ? [] : [{ label, year: Number(reading.start.slice(0, 4)) }];
  });
  const last = lastOutturn([...survey.titles, ...survey.notes]);
  const planned = known.filter(({ year }) => last !== undefined && year > last.year).map(({ label }) => label);
  if (last !== undefined && planned.length > 0 && planned.length < known.length)
    return { statuses: ofAll(planned), reason: byOutturn(last.label) };
  const base = baseOfForecasts(
    survey.titles,
    known.map(({ year }) => year),
  );
  const after = known.filter(({ year }) => base !== undefined && year > base.year).map(({ label }) => label);
  return base === undefined || after.length === 0
    ? undefined
    : { statuses: ofAll(after), reason: base.isSaid ? byBase(base.year) : byTitle(base.year) };
}

const byOutturn = (label: string): string =>
  guessedFrom("a note", `Outturn is said to be up to ${label}: later figures are plans or forecasts.`);

/** The periods that begin after a day: whatever their figures are called, they have not happened. */
function periodsAfter(date: string | undefined, labels: readonly string[]): KnownStatuses | undefined {
  const later = labels
    .flatMap((label) => {
      const [start] = periodReadings(label)
        .map((reading) => reading.start)
        .sort();
      return date !== undefined && start !== undefined && start > date ? [{ label, start }] : [];
    })
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const [first] = later;
  return first && date !== undefined
    ? {
        statuses: Object.fromEntries(later.map(({ label }) => [label, "forecast" as const])),
        reason: byDate(first.label, date),
      }
    : undefined;
}

/** The periods of a wide table in whose headings a word stands before them. */
function labelsBelow({ columns }: TableSurvey, { wide }: Roles, isWord: (text: string) => boolean): readonly string[] {
  if (!wide?.tells.includes("period") || typeof wide.columns === "string") return [];
  return columns.flatMap(({ index, name, heading = name }) => {
    const { word = "", label = "" } = /^(?<word>[^|]+) \| (?<label>[^|]+)$/u.exec(heading)?.groups ?? {};
    return wide.indices.includes(index) && isWord(word) ? [label.trim()] : [];
  });
}

/**
 * The periods all rows of which say in a column that they are forecasts, where others say that theirs have happened, or nothing. What says nothing of
 * periods after the first forecast goes on where that begins: a word on the first row of its run, and none below.
 */
function labelsOfRows(
  survey: TableSurvey,
  { period }: Roles,
): { readonly labels: readonly string[]; readonly by: string } {
  const { columns, rows } = survey;
  const [time, further] = period?.columns ?? [];
  const says = columns.find(({ kind, texts }) => kind !== "figure" && texts.some(isForecast) && texts.every(isOfKind));
  const isBroken = says !== undefined && says.filled < rows.length;
  if (!time || further || !says || (!isBroken && !says.texts.some((text) => !isForecast(text)))) {
    return { labels: [], by: "" };
  }
  const said = saidOfRows(survey, time, says);
  const isBelow = belowFirst(said, isForecast);
  const [expected, known] = [new Set<string>(), new Set<string>()];
  for (const row of said) (isForecast(row.text) || isBelow(row) ? expected : known).add(row.label);
  return { labels: [...expected].filter((label) => !known.has(label)), by: calledBy(says) };
}

/** What a column says that tells forecasts from what has happened. */
const isOfKind = (text: string): boolean =>
  isForecast(text) || isOutturn(text) || /^estimate[ds]?$/iu.test(text.trim());

interface SaidOfRow {
  /** Of its period. */
  readonly label: string;
  readonly text: string;
}

/** What a column says in each row. */
const saidOfRows = (
  { rows, sheet }: Pick<TableSurvey, "rows" | "sheet">,
  time: ColumnSurvey,
  says: ColumnSurvey,
): readonly SaidOfRow[] =>
  Array.from(rows, (row) => ({ label: textIn(sheet, row, time.index), text: textIn(sheet, row, says.index) }));

/** Whether a row that says nothing is of a period after the first that has a word: one on the first row of its run, and none below. */
function belowFirst(said: readonly SaidOfRow[], isWord: (text: string) => boolean): (row: SaidOfRow) => boolean {
  const first = said.flatMap(({ label, text }) => (isWord(text) ? startOf(label) : [])).toSorted()[0];
  return ({ label, text }) => text === "" && first !== undefined && startOf(label).some((start) => start > first);
}

/** When a period begins that is written in one way. */
const startOf = (label: string): readonly string[] =>
  periodReadings(label)
    .slice(0, 1)
    .map(({ start }) => start);

/** What one letter says of a figure in a column of statuses, as SDMX and Eurostat write it. */
const statusLetters: Readonly<Record<string, ObservationStatus>> = { p: "provisional", e: "estimated", f: "forecast" };
/** So many of the rows of a period, where a column says it of these, say it of the period. */
const mostOfPeriod = 0.5;

/** What a text says of the figure of its row, and says of nothing else. */
function statusAlone(text: string): ObservationStatus | undefined {
  const own = text.trim().toLowerCase();
  return statusLetters[own] ?? (isForecast(own) || statusWord.test(own) ? statusSaid(own) : undefined);
}
/** One word, or one in brackets, and that it is of data. */
const statusWord = /^\(?\p{L}+\.?\)?(?: (?:data|figures?|estimates?|values?|results?))?$/u;
/** What a column says of rows of which it says nothing. */
const noWord = /^(?:n\.?\/?a\.?|none|-+)$/iu;
/** What a column of statuses says of figures that are as they will stay. */
const finalWord = /^\(?(?:final|definitive?|actual|confirmed|published|outturn|endgültig|définitif|definitivo)\)?$/iu;

/**
 * The periods most of whose rows have one status by a column of these, `p` below `OBS_STATUS` or `Provisional` below no heading, that others do not have.
 * What is provisional stays so up to the last period: where a word stands on the first row of its run alone, it is of those below.
 */
export function flaggedPeriods(survey: TableSurvey, { period }: Roles): KnownStatuses | undefined {
  const [time, further] = period?.columns ?? [];
  const flags = survey.columns.find(
    ({ name, kind, texts }) =>
      (statusName.test(wordsOf(name)) && texts.some((text) => text.trim().toLowerCase() in statusLetters)) ||
      (kind !== "figure" &&
        texts.some((text) => text.trim().length > 1 && statusAlone(text) !== undefined) &&
        texts.every(
          (text) => statusAlone(text) !== undefined || finalWord.test(text.trim()) || noWord.test(text.trim()),
        )),
  );
  if (!time || further || !flags) return undefined;
  const said = saidOfRows(survey, time, flags);
  const isOnFirst = said.every(({ text }, at) => text === "" || text !== said[at - 1]?.text);
  const isBelow = belowFirst(isOnFirst ? said : [], (text) => statusAlone(text) === "provisional");
  const counts = new Map<string, { all: number; readonly of: Map<ObservationStatus, number> }>();
  for (const row of said) {
    const { label, text } = row;
    const known = counts.get(label) ?? { all: 0, of: new Map<ObservationStatus, number>() };
    counts.set(label, known);
    known.all += 1;
    const status = isBelow(row) ? "provisional" : statusAlone(text);
    if (status !== undefined) known.of.set(status, (known.of.get(status) ?? 0) + 1);
  }
  const found = [...counts].flatMap(([label, { all, of }]) => {
    const [status] = [...of].flatMap(([own, count]) => (count >= all * mostOfPeriod ? [own] : []));
    return status === undefined ? [] : [[label, status] as const];
  });
  return found.length === 0 || found.length === counts.size
    ? undefined
    : { statuses: Object.fromEntries(found), reason: byFlags(calledBy(flags)) };
}

/** A column by its heading, or its letter where it has none. */
const calledBy = ({ name, index }: ColumnSurvey): string =>
  name === "" ? `column ${columnLetters(index + 1)}` : `"${name}"`;

/** The periods as the data writes them: in the headings of a wide table, or in the rows. */
export function labelsOfPeriods({ columns }: TableSurvey, { wide, period }: Roles): readonly string[] {
  const [only, further] = period?.columns ?? [];
  if (!wide?.tells.includes("period")) return only && !further ? only.texts.map((text) => text.trim()) : [];
  if (typeof wide.columns !== "string" || wide.joined) return [];
  const [before = "", after = ""] = wide.columns.split(/\{[^{}]+\}/u);
  return columns.flatMap(({ index, name, heading = name }) =>
    wide.indices.includes(index) && heading.startsWith(before) && heading.endsWith(after)
      ? [heading.slice(before.length, heading.length - after.length).trim()]
      : [],
  );
}

/** The months, weeks or days across the top of a year that is said above them, each with it: `Mayo 2020`. */
function labelsOfYearSaid({ columns }: TableSurvey, { wide }: Roles): readonly string[] {
  const { yearSaid } = wide ?? {};
  if (yearSaid === undefined) return [];
  return columns.flatMap(({ index, name }) => (wide?.indices.includes(index) ? [`${name.trim()} ${yearSaid}`] : []));
}

/** What notes say of the signs behind periods, and the labels of those that no note explains. */
function statusesOfMarks(
  { notes }: Pick<TableSurvey, "notes">,
  labels: readonly string[],
): { readonly statuses: Statuses; readonly unexplained: readonly string[] } {
  const marked = labels.flatMap((label) => {
    const mark = markedLabel.exec(label)?.groups?.mark;
    return mark !== undefined && periodReadings(label).length > 0 ? [{ label, mark }] : [];
  });
  const meanings = new Map(
    notes.flatMap((text) => {
      const { mark, said = "" } = noteOfMark.exec(text)?.groups ?? {};
      return mark === undefined ? [] : [[mark, statusSaid(said)] as const];
    }),
  );
  return {
    statuses: Object.fromEntries(
      marked.flatMap(({ label, mark }) => {
        const status = meanings.get(mark);
        return status === undefined ? [] : [[label, status] as const];
      }),
    ),
    unexplained: marked.flatMap(({ label, mark }) => (meanings.has(mark) ? [] : [label])).sort(),
  };
}

/** What stands beside a table, by its lines, sentences and parentheses. */
const partsOf = (text: string): readonly string[] =>
  text
    .split(/[()[\]\n;]|(?<=\p{L}\.)\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** So many words say something of a period that they name. */
const fewestWords = 4;

/**
 * What stands beside a table of one of its periods by name: that its figures are not final, `Dati non consolidati per il 2024`; or, in brackets of a title, which no
 * page prints, whatever it is.
 */
function namedInTexts(
  { titles, notes }: Pick<TableSurvey, "titles" | "notes">,
  labels: readonly string[],
): { readonly statuses?: Statuses; readonly reason: string } | undefined {
  const namedBy = (part: string): readonly string[] =>
    labels.filter((label) => new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(label)}(?![\\p{L}\\p{N}])`, "u").test(part));
  for (const part of [...titles, ...notes].flatMap(partsOf)) {
    const [label, other] = namedBy(part);
    if (label !== undefined && other === undefined && statusSaid(part) === "provisional")
      return { statuses: { [label]: "provisional" }, reason: saidByName(part) };
  }
  const latest = labels.toSorted().at(-1);
  for (const [, part = ""] of titles.flatMap((text) => [...text.matchAll(/\(([^()]+)\)/gu)])) {
    const [label, other] = namedBy(part);
    if (
      label !== undefined &&
      label === latest &&
      other === undefined &&
      part.trim().split(/\s+/u).length >= fewestWords
    )
      return { reason: saidInBrackets(part.trim(), label) };
  }
  return undefined;
}

/** Whether a short note says of figures that they are provisional, and of nothing else. */
const isOnStatus = (text: string): boolean =>
  text.length <= longestNote && /\b(?:provisional|preliminary|subject to revision)\b/iu.test(text);
const longestNote = 120;

interface PartOfYear {
  /** Of the year. */
  readonly label: string;
  /** The last week, month or quarter of it that stands beside. */
  readonly part: string;
}

/** The latest of years across the top beside which its last weeks, months or quarters stand, and these do not reach its end. */
function latestInPart({ columns }: TableSurvey, { wide }: Roles, labels: readonly string[]): PartOfYear | undefined {
  const years = labels.filter((label) => /^(?:19|20)\d{2}$/u.test(label));
  const label = years.toSorted().at(-1);
  if (!wide || label === undefined || years.length < labels.length || years.length < 2) return undefined;
  const beside = columns.filter(({ kind, index }) => kind === "figure" && !wide.indices.includes(index));
  const parts = beside.flatMap((column) => endOfPart(column) ?? []);
  const last = parts.toSorted((a, b) => a.end - b.end).at(-1);
  return last && last.end < 1 ? { label, part: last.name } : undefined;
}

/** How much of a year has passed by the end of a week, a month or a quarter that a heading names without its year. */
function endOfPart({ name }: ColumnSurvey): { readonly name: string; readonly end: number } | undefined {
  const week = /^(?:week|wk|kw|semaine|semana|woche|vecka|uge|uke)\.? ?(?<number>\d{1,2})$/iu.exec(name.trim())?.groups
    ?.number;
  if (week !== undefined) return { name, end: Number(week) / lastWeek };
  const [own, other] = /^(?:\p{L}{3,}\.?|Q[1-4])$/u.test(name.trim()) ? periodReadings(`${name.trim()} 2001`) : [];
  return own && !other ? { name, end: own.endExclusive === "2002-01-01" ? 1 : monthsOf(own.endExclusive) } : undefined;
}
/** A year has so many whole weeks. */
const lastWeek = 52;
const monthsOf = (endExclusive: string): number => (Number(endExclusive.slice(5, 7)) - 1) / 12;

const unexplained = (labels: readonly string[]): string =>
  `${someOf(labels)}: nothing says what the sign stands for. Where it is that figures are provisional, write statuses: { ${labels
    .slice(0, 3)
    .map((label) => `${JSON.stringify(label)}: "provisional"`)
    .join(", ")} }.`;
const saidByName = (part: string): string => guessedFrom("a note", `"${part}" is said beside the table.`);
const saidInBrackets = (part: string, label: string): string =>
  `"(${part})" is said above the table: where that is that figures are not final, write statuses: { ${JSON.stringify(label)}: "provisional" }.`;
const saidBelow = (note: string, label: string): string =>
  `A note says "${note}": where that is of the latest figures, write statuses: { ${JSON.stringify(label)}: "provisional" }.`;
const latestHappened = '"latest" is the last period before them, and no rise or fall is told of them.';
const byHeadings = `By the headings above them. Forecasts have not happened: ${latestHappened}`;
const byRows = (name: string): string => `By ${name}. Forecasts have not happened: ${latestHappened}`;
const byDate = (label: string, date: string): string =>
  `From "${label}" on, periods come after ${date}, and their figures are projections: ${latestHappened}`;
const byFlags = (name: string): string => guessedFrom("the figures", `Most rows of these periods say so in ${name}.`);
const byBase = (year: number): string =>
  `By the title, which says that they are worked out from ${year}. Projections have not happened: ${latestHappened}`;
const byTitle = (year: number): string =>
  guessedFrom(
    "the title",
    `It says that these are projections, and all after ${year} were taken for such: take those off this list that have happened. Until then ${latestHappened}`,
  );
const notAllDays = ({ label, said }: PartOfLast): string =>
  `"${said}" is said beside the table, so ${label} was taken for a part of its period, which is compared with no whole one. Where all of it is there, leave it out.`;
const byNotes = "By the notes on the signs behind them.";
const partOfYear = ({ label, part }: PartOfYear): string =>
  guessedFrom(
    "the headings",
    `"${part}" stands beside the years, so ${label} was taken for a part of its year, which is compared with no whole one. Where the years before are of the same weeks or months, or ${label} is whole, leave it out.`,
  );
