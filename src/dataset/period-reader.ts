import type { DiagnosticDetails } from "../diagnostics/index.ts";
import { withAsciiDigits } from "./ascii-digits.ts";
import type { TimeDimensionSpec } from "./dimension-spec.ts";
import { englishMonthNames } from "./english-month-names.ts";
import { monthWordsOf } from "./month-names.ts";
import type { ObservationStatus } from "./observation-status.ts";
import { readOwnFormat } from "./own-period-format.ts";
import { addDays, type Period, readableLabel } from "./period.ts";
import { splitPeriodFlag } from "./period-flags.ts";
import { type FormatName, formatNames, type PeriodLook, type YearStarts } from "./period-looks/look.ts";
import { wordFilterOf } from "./period-looks/words-of-looks.ts";
import { periodLooks } from "./period-patterns.ts";
import type { Span } from "./period-span.ts";

/** Reads the labels of one column of periods, and names in claims as that column reads its own. */
export interface PeriodReader {
  /** What a label may mean: one period; none where it is no period; several where the column does not decide. */
  readings(label: string): readonly Period[];
  /** What is said beside a label of its figures: `2019p` is provisional. */
  statuses(label: string): readonly ObservationStatus[];
}

export interface PeriodReaderOptions {
  /** The name of the time dimension, for errors. */
  readonly dimension: string;
  readonly format?: TimeDimensionSpec["format"] | undefined;
  readonly yearStartMonth?: number | undefined;
  /** BCP 47 language of the labels; English is read in all. */
  readonly lang?: string | undefined;
  readonly statuses?: TimeDimensionSpec["statuses"] | undefined;
}

/** April, as in the United Kingdom. */
const defaultStartMonth = 4;
/** September, as in most schools. */
const defaultAcademicStartMonth = 9;

/** The readings of labels that are years where the month that they begin with is declared. */
const financialYears: readonly (FormatName | undefined)[] = ["yyyy-yy", "yyyyyy", "yy/yy"];

/** A label with its look. */
interface Found {
  readonly look: PeriodLook;
  readonly parts: readonly string[];
  /** Without what stands beside it. */
  readonly text: string;
  readonly statuses: readonly ObservationStatus[];
}

/**
 * Reads a column once: all labels of one look have one reading, the declared one, or the only one that fits them all, or
 * financial years where the month that they begin with is declared. Labels of different looks may stand in one column.
 */
export function createPeriodReader(
  labels: Iterable<string>,
  options: PeriodReaderOptions,
): { readonly reader: PeriodReader; readonly unclear: readonly DiagnosticDetails[] } {
  const { yearStartMonth, lang } = options;
  const starts: YearStarts = {
    financial: yearStartMonth ?? defaultStartMonth,
    academic: yearStartMonth ?? defaultAcademicStartMonth,
  };
  const formats = typeof options.format === "string" ? [options.format] : (options.format ?? []);
  const [own, shared] = [ownLooks(formats, lang), periodLooks(lang)];
  const looks = own.length > 0 ? [...own, ...shared] : shared;
  let filter: ((text: string) => boolean) | undefined;
  const mayHaveLook = (text: string): boolean => {
    if (!/[^\d-]/.test(text)) return true;
    filter ??= wordFilterOf(looks, monthWordsOf(lang));
    return filter(text);
  };
  const found = new Map<string, Found | undefined>();
  const find = (label: string): Found | undefined => {
    const text = normalise(label);
    if (!found.has(text)) found.set(text, findLook(text, { looks, mayHaveLook, starts }));
    return found.get(text);
  };
  const groups = new Map<string, Set<Found>>();
  const doubtful = new Map<PeriodLook, Set<Found>>();
  for (const label of new Set(labels)) {
    const own = find(label);
    if (!own) continue;
    if (own.look.doubt) {
      const others = doubtful.get(own.look) ?? new Set();
      doubtful.set(own.look, others.add(own));
    }
    if (own.look.readings.length < 2) continue;
    const group = groups.get(groupOf(own.look)) ?? new Set();
    groups.set(groupOf(own.look), group.add(own));
  }
  const chosen = new Map<string, readonly number[]>();
  const unclear: DiagnosticDetails[] = [];
  for (const [look, own] of doubtful) unclear.push(...doubtOf(look, own, options.dimension));
  for (const [group, own] of groups) {
    const { reading, problem } = chooseReading([...own], { ...options, formats, starts });
    chosen.set(group, [reading]);
    if (problem) unclear.push(problem);
  }
  const declared = declaredStatuses(labels, { ...options, find });
  unclear.push(...declared.unknown);
  return {
    reader: {
      readings(label) {
        const own = find(label);
        if (!own) return [];
        const tiers = chosen.has(groupOf(own.look))
          ? [chosen.get(groupOf(own.look)) ?? []]
          : undecided(own.look, formats, yearStartMonth !== undefined);
        for (const tier of tiers) {
          const spans = tier.flatMap((reading) => spanOf(own, reading, starts) ?? []);
          if (spans.length > 0) return distinct(spans).map((span) => periodOf(span, own));
        }
        return [];
      },
      statuses: (label) => [...new Set([...(find(label)?.statuses ?? []), ...declared.of(label)])],
    },
    unclear: unclear.length > 1 ? unclear.map(withList) : unclear,
  };
}

/** What a definition says of the figures of some periods, by what their labels are with or without what stands beside them. */
function declaredStatuses(
  labels: Iterable<string>,
  {
    dimension,
    statuses = {},
    find,
  }: Pick<PeriodReaderOptions, "dimension" | "statuses"> & { readonly find: (label: string) => Found | undefined },
): {
  of(label: string): readonly ObservationStatus[];
  readonly unknown: readonly DiagnosticDetails[];
} {
  const own = new Map(Object.entries(statuses).map(([label, own]) => [normalise(label), [own].flat()]));
  const namesOf = (label: string) => [normalise(label), find(label)?.text ?? ""];
  const known = new Set(own.size > 0 ? [...labels].flatMap(namesOf) : []);
  return {
    of: (label) => (own.size === 0 ? [] : namesOf(label).flatMap((name) => own.get(name) ?? [])),
    unknown: [...own.keys()]
      .filter((name) => known.size > 0 && !known.has(name))
      .map((name) => ({
        code: "unknown-category",
        message: `"${name}" is no period of the data, and ${own.get(name)?.join(" and ")} by the definition.`,
        hint: `Take it out of dimensions.${dimension}.statuses, or write it as the data does.`,
        source: { field: `dimensions.${dimension}.statuses` },
      })),
  };
}

/** Spaces are alike; a year that a spreadsheet keeps as a number is a year, `2019.0`, and a day at midnight the day. */
const normalise = (label: string): string =>
  withAsciiDigits(label)
    .trim()
    .replaceAll(/\s+/g, " ")
    .replace(/^(\d{4,8})\.0+$/, "$1")
    .replace(midnight, "")
    // A year above its months, in two rows of headings.
    .replace(/(?<=^\d{4}) \| (?=\S)|(?<=^\p{L}{3,9}) \| (?=\d{4}$)/u, " ");

const midnight =
  /(?<=\d)(?:[Tt ]0?0:00(?::00(?:\.0+)?)? ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?| 12:00(?::00)? ?[Aa]\.?[Mm]\.?)$/;

function ownLooks(formats: readonly string[], lang: string | undefined): readonly PeriodLook[] {
  const own = formats.filter((format) => !(formatNames as readonly string[]).includes(format));
  const months = own.length > 0 ? monthWordsOf(lang) : undefined;
  return own.flatMap((format) => {
    const read = months && readOwnFormat(format, months);
    return read === undefined || typeof read === "string" ? [] : [read];
  });
}

interface KnownLooks {
  readonly looks: readonly PeriodLook[];
  /** Whether the letters of a text are of any look. */
  readonly mayHaveLook: (text: string) => boolean;
  readonly starts: YearStarts;
}

function findLook(text: string, known: KnownLooks): Found | undefined {
  // Each look has a year in digits: for names, a hundred expressions need not be compiled.
  if (!/\d/.test(text)) return undefined;
  const plain = matchLook(text, known);
  if (plain) return { ...plain, statuses: [] };
  const flagged = splitPeriodFlag(text);
  const own = flagged && matchLook(normalise(flagged.label), known);
  return own && { ...own, statuses: flagged.statuses };
}

function matchLook(text: string, { looks, mayHaveLook, starts }: KnownLooks): Omit<Found, "statuses"> | undefined {
  if (!mayHaveLook(text)) return undefined;
  for (const look of looks) {
    const match = look.pattern.exec(text);
    if (!match) continue;
    const parts = match.slice(1).map((part) => part ?? "");
    if (look.readings.some(({ read }) => read(parts, starts))) return { look, parts, text };
  }
  return undefined;
}

function doubtOf(look: PeriodLook, labels: Iterable<Found>, dimension: string): readonly DiagnosticDetails[] {
  const all = [...labels];
  const [example] = all;
  const doubt = look.doubt?.(all);
  if (!doubt || !example) return [];
  const span = look.readings[0]?.read(example.parts, {
    financial: defaultStartMonth,
    academic: defaultAcademicStartMonth,
  });
  const meant = span ? describePeriod(periodOf(span, example)) : example.text;
  return [
    {
      code: "ambiguous-period",
      message: `"${example.text}" may be ${meant} or ${doubt.phrase}${othersOf(all)}.`,
      hint: `${doubt.hint} in dimensions.${dimension} of the definition; else correct them.`,
      source: { field: `dimensions.${dimension}.format` },
    },
  ];
}

const othersOf = ({ length }: readonly unknown[]): string =>
  length > 2
    ? `, and so may the ${length - 1} others of its kind`
    : length > 1
      ? ", and so may another of its kind"
      : "";

/** Looks with the same readings are read alike: `FY2018` and `Q1 FY2018` begin in one year. */
const groupOf = ({ readings }: PeriodLook): string => readings.map(({ name = "" }) => name).join();

const spanOf = ({ look, parts }: Found, reading: number, starts: YearStarts): Span | undefined =>
  look.readings[reading]?.read(parts, starts);

const idOf = ({ start, endExclusive }: Span): string => `${start}/${endExclusive}`;

const distinct = (spans: readonly Span[]): readonly Span[] =>
  [...new Map([...spans].reverse().map((span) => [idOf(span), span])).values()].reverse();

const periodOf = (span: Span, { look, text }: Found): Period => ({
  id: idOf(span),
  label: look.isCode || isNumbersAlone(text, span) ? readableLabel(span) : text,
  ...span,
});

/**
 * A day or a month that is said without a word, `2021-07-14`, `06/22/2021`, `2020-03-04T17:00`, and a month, a quarter or a year by one of its
 * days: `31-Jul-25`, `2019-07-01`.
 */
const isNumbersAlone = (text: string, { format }: Span): boolean =>
  /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[T ].*)?$/u.test(text) ||
  ((format === "day" || format === "month") &&
    (!/\p{L}{2}/u.test(text) || (format === "month" && /^\d{1,2}[^\p{L}\d]+\p{L}/u.test(text))));

/** How a label is read whose look the column does not hold: by each list, until one reads it. */
function undecided({ readings }: PeriodLook, formats: readonly string[], isYearDeclared: boolean) {
  const where = (holds: (reading: PeriodLook["readings"][number]) => boolean) =>
    readings.flatMap((reading, index) => (holds(reading) ? [index] : []));
  const declared = where(({ name }) => name !== undefined && formats.includes(name));
  if (declared.length > 0) return [declared];
  return [
    ...(isYearDeclared && readings.length > 1
      ? [where(({ name, fallback }) => !fallback && financialYears.includes(name))]
      : []),
    where(({ fallback }) => !fallback),
    where(({ fallback }) => fallback === true),
  ];
}

interface ChooseOptions extends PeriodReaderOptions {
  readonly formats: readonly string[];
  readonly starts: YearStarts;
}

/** Chooses one reading for labels whose looks have the same ones; says what leaves it open. */
function chooseReading(
  labels: readonly [Found, ...Found[]] | readonly Found[],
  { dimension, formats, yearStartMonth, starts }: ChooseOptions,
): { readonly reading: number; readonly problem?: DiagnosticDetails } {
  const [example] = labels;
  const readings = example?.look.readings ?? [];
  const all = [...readings.keys()];
  const declared = all.find((reading) => formats.includes(readings[reading]?.name ?? ""));
  if (declared !== undefined || !example) return { reading: declared ?? 0 };
  const fits = all.filter((reading) => labels.every((label) => spanOf(label, reading, starts)));
  const texts = labels.map(({ text }) => text);
  const usual = fits.filter((reading) => {
    const { fallback, rivals } = readings[reading] ?? {};
    return !fallback || rivals?.(texts) === true;
  });
  const fitting = differing(usual.length > 0 ? usual : fits, labels, starts);
  const years =
    yearStartMonth === undefined
      ? undefined
      : fitting.find((reading) => financialYears.includes(readings[reading]?.name));
  const only = fitting.length === 1 ? fitting[0] : years;
  if (only !== undefined) return { reading: only };
  const source = { field: `dimensions.${dimension}.format` };
  const said = (label: Found, reading: number) => {
    const span = spanOf(label, reading, starts);
    return span ? `${describePeriod(periodOf(span, label))} (${readings[reading]?.name})` : "";
  };
  if (fitting.length > 1) {
    const names = fitting.map((reading) => formatOf([...formats, readings[reading]?.name ?? ""]));
    return {
      // One of them, so that the rows are read: the error is said once.
      reading: fitting[0] ?? 0,
      problem: {
        code: "ambiguous-period",
        message: `"${example.text}" may be ${fitting.map((reading) => said(example, reading)).join(" or ")}${othersOf(labels)}.`,
        hint: `Say which: ${names.map((format) => `format: ${format}`).join(" or ")} in dimensions.${dimension} of the definition.`,
        source,
      },
    };
  }
  // A label of each reading that not all of them have, the ones that are nothing else first.
  const readingsOf = (label: Found) => all.filter((reading) => spanOf(label, reading, starts));
  const inOrder = [...labels].sort((a, b) => readingsOf(a).length - readingsOf(b).length);
  const shown = new Map(
    all.flatMap((reading) => {
      const own = inOrder.find((label) => readingsOf(label).includes(reading) && readingsOf(label).length < all.length);
      return own ? [[own, readingsOf(own)] as const] : [];
    }),
  );
  const examples = [...shown].map(
    ([label, own]) => `"${label.text}" can only be ${own.map((reading) => said(label, reading)).join(" or ")}`,
  );
  return {
    reading: 0,
    problem: {
      code: "mixed-period-labels",
      message: `The labels of ${dimension} cannot be read in one way: ${examples.join(", ")}.`,
      hint: "Correct them, or write the two kinds apart: 2013/14 for a year that begins in 2013, Mar 2018 for a month.",
      source,
    },
  };
}

/** Of readings that mean the same of every label, the first: `FY2018` where years begin in January. */
const differing = (readings: readonly number[], labels: readonly Found[], starts: YearStarts): readonly number[] => {
  const meaning = (reading: number) =>
    labels
      .map((label) => spanOf(label, reading, starts))
      .map((span) => (span ? idOf(span) : ""))
      .join();
  const meanings = readings.map(meaning);
  return readings.filter((_, index) => meanings.indexOf(meanings[index] ?? "") === index);
};

const formatOf = (formats: readonly string[]): string =>
  formats.length === 1 ? JSON.stringify(formats[0]) : JSON.stringify(formats).replaceAll(",", ", ");

const withList = (problem: DiagnosticDetails): DiagnosticDetails =>
  problem.code === "ambiguous-period"
    ? { ...problem, hint: `${problem.hint} Several formats are a list: format: ["…", "…"].` }
    : problem;

/**
 * Reads a period's label: `2014`, `2018/19`, `2018-Q1`, `2018-03`, `Mar 2018`, `Apr-Sep 2017`, `year ending March 2019`,
 * `2024-05-17`, `17/05/2024`, or an ISO interval with an exclusive end. Returns undefined where it is none of these, and
 * where by itself it may be two: `2011-12`, `01/02/2021`. A dataset reads them as its column does: `Dataset.readPeriod`.
 * @param yearStartMonth first month of a year such as `2018/19`, 1 to 12; `2011-12` is then such a year. Absent: April.
 */
export function parsePeriod(label: string, yearStartMonth?: number): Period | undefined {
  const readings = periodReadings(label, yearStartMonth);
  return readings.length === 1 ? readings[0] : undefined;
}

/** What a label may mean by itself, as `parsePeriod` has it: one period, several, or none. */
export function periodReadings(label: string, yearStartMonth?: number, lang?: string): readonly Period[] {
  return createPeriodReader([], { dimension: "", yearStartMonth, lang }).reader.readings(label);
}

/**
 * Periods by their labels, which are read together as those of one column are. Undefined where one of them is no period, or where they do not decide
 * between two.
 */
export function periodsOfLabels(labels: readonly string[], lang?: string): ReadonlyMap<string, Period> | undefined {
  const { reader, unclear } = createPeriodReader(labels, { dimension: "", lang });
  if (unclear.length > 0) return undefined;
  const periods = new Map<string, Period>();
  for (const label of labels) {
    const [period, other] = reader.readings(label);
    if (!period || other) return undefined;
    periods.set(label, period);
  }
  return periods;
}

/** A period for an author: `October 2009`, `April 2009 to March 2010`, `1 February 2021`. */
export function describePeriod({ start, endExclusive, format }: Period): string {
  const monthOf = (date: string) => `${englishMonthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
  const dayOf = (date: string) => `${Number(date.slice(8))} ${monthOf(date)}`;
  const last = addDays(endExclusive, -1);
  if (format === "day" || start === last) return dayOf(start);
  if (!start.endsWith("-01") || !endExclusive.endsWith("-01")) return `${dayOf(start)} to ${dayOf(last)}`;
  return monthOf(start) === monthOf(last) ? monthOf(start) : `${monthOf(start)} to ${monthOf(last)}`;
}
