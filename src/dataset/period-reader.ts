import type { DiagnosticDetails } from "../diagnostics/index.ts";
import { monthNames } from "./month-names.ts";
import type { Period } from "./period.ts";
import { type FormatName, type PeriodPattern, type PeriodReading, periodPatterns } from "./period-patterns.ts";

/** Reads the labels of one column of periods, and names in claims as that column reads its own. */
export interface PeriodReader {
  /** What a label may mean: one period; none where it is no period; several where the column does not decide. */
  readings(label: string): readonly Period[];
}

export interface PeriodReaderOptions {
  /** The name of the time dimension, for errors. */
  readonly dimension: string;
  readonly format?: FormatName | undefined;
  readonly yearStartMonth?: number | undefined;
}

/** April, as in the United Kingdom. */
const defaultStartMonth = 4;

/**
 * Reads a column once: all labels of one look have one reading, the declared one, or the only one that fits them all, or
 * financial years where the month that they begin with is declared. Labels of different looks may stand in one column.
 */
export function createPeriodReader(
  labels: Iterable<string>,
  options: PeriodReaderOptions,
): { readonly reader: PeriodReader; readonly unclear: readonly DiagnosticDetails[] } {
  const texts = [...new Set([...labels].map((label) => label.trim()))];
  const chosen = new Map<PeriodPattern, readonly PeriodReading[]>();
  const unclear: DiagnosticDetails[] = [];
  const { yearStartMonth = defaultStartMonth } = options;
  const readAs = (pattern: PeriodPattern, reading: PeriodReading, text: string): Period | undefined => {
    const match = pattern.pattern.exec(text);
    const span = match && reading.read(match.slice(1), yearStartMonth);
    return span ? { id: `${span.start}/${span.endExclusive}`, label: text, ...span } : undefined;
  };
  for (const pattern of periodPatterns) {
    const own = texts.filter((text) => pattern.readings.some((reading) => readAs(pattern, reading, text)));
    const reads = (reading: PeriodReading, text: string) => readAs(pattern, reading, text);
    const { readings, problem } = chooseReading(pattern, own, { ...options, reads });
    chosen.set(pattern, readings);
    if (problem) unclear.push(problem);
  }
  return {
    reader: {
      readings(label) {
        const text = label.trim();
        return periodPatterns.flatMap((pattern) =>
          (chosen.get(pattern) ?? []).flatMap((reading) => readAs(pattern, reading, text) ?? []),
        );
      },
    },
    unclear,
  };
}

interface ChooseOptions extends PeriodReaderOptions {
  readonly reads: (reading: PeriodReading, label: string) => Period | undefined;
}

function chooseReading(
  { readings }: PeriodPattern,
  labels: readonly string[],
  { dimension, format, yearStartMonth, reads }: ChooseOptions,
): { readonly readings: readonly PeriodReading[]; readonly problem?: DiagnosticDetails } {
  const declared = readings.find(({ name }) => name !== undefined && name === format);
  if (readings.length < 2 || declared) return { readings: declared ? [declared] : readings };
  const years = yearStartMonth === undefined ? undefined : readings.find(({ name }) => name === "yyyy-yy");
  if (labels.length === 0) return { readings: years ? [years] : readings };
  const fitting = readings.filter((reading) => labels.every((label) => reads(reading, label)));
  const [only] = fitting.length === 1 ? fitting : fitting.filter((reading) => reading === years);
  if (only) return { readings: [only] };
  const field = `dimensions.${dimension}.format`;
  const said = (reading: PeriodReading, label: string) => {
    const period = reads(reading, label);
    return period ? `${describePeriod(period)} (${reading.name})` : "";
  };
  if (fitting.length > 1) {
    const [example = ""] = labels;
    const others = labels.length > 1 ? `, and so may the ${labels.length - 1} others of its kind` : "";
    return {
      // One of them, so that the rows are read: the error is said once.
      readings: fitting.slice(0, 1),
      problem: {
        code: "ambiguous-period",
        message: `"${example}" may be ${fitting.map((reading) => said(reading, example)).join(" or ")}${others}.`,
        hint: `Say which: ${fitting.map(({ name }) => `format: "${name}"`).join(" or ")} in dimensions.${dimension} of the definition.`,
        source: { field },
      },
    };
  }
  const examples = readings.map((reading) => {
    const example = labels.find((label) => reads(reading, label) && readings.some((other) => !reads(other, label)));
    return example === undefined ? "" : `"${example}" can only be ${said(reading, example)}`;
  });
  return {
    readings: readings.slice(0, 1),
    problem: {
      code: "mixed-period-labels",
      message: `The labels of ${dimension} cannot be read in one way: ${examples.filter(Boolean).join(", ")}.`,
      hint: "Correct them, or write the two kinds apart: 2013/14 for a year that begins in 2013, Mar 2018 for a month.",
      source: { field },
    },
  };
}

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
export function periodReadings(label: string, yearStartMonth?: number): readonly Period[] {
  return createPeriodReader([], { dimension: "", yearStartMonth }).reader.readings(label);
}

/** A period for an author: `October 2009`, `April 2009 to March 2010`, `1 February 2021`. */
export function describePeriod({ start, endExclusive, format }: Period): string {
  const monthOf = (date: string) => `${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
  if (format === "day" || !start.endsWith("-01") || !endExclusive.endsWith("-01")) {
    return `${Number(start.slice(8))} ${monthOf(start)}`;
  }
  const last = new Date(Date.parse(endExclusive) - 86_400_000).toISOString();
  return monthOf(start) === monthOf(last) ? monthOf(start) : `${monthOf(start)} to ${monthOf(last)}`;
}
