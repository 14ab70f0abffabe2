import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defineDataset,
  lengthOf,
  type Period,
  parsePeriod,
  periodDays,
  periodMonths,
  previousPeriod,
  readDataset,
} from "../../src/dataset/index.ts";
import { holeNames } from "../../src/dataset/own-period-format.ts";
import { splitPeriodFlag } from "../../src/dataset/period-flags.ts";
import { type FormatName, formatNames } from "../../src/dataset/period-looks/look.ts";
import { periodLooks } from "../../src/dataset/period-patterns.ts";
import { createPeriodReader, type PeriodReaderOptions } from "../../src/dataset/period-reader.ts";
import { trials } from "../support/trials.ts";

const read = (labels: readonly string[], options: Omit<PeriodReaderOptions, "dimension"> = {}) =>
  createPeriodReader(labels, { dimension: "time", ...options });

const spanOf = (label: string, options?: Omit<PeriodReaderOptions, "dimension">): string => {
  const { reader, unclear } = read([label], options);
  const ids = reader.readings(label).map(({ id }) => id);
  return unclear.length > 0 ? "unclear" : ids.join(" or ");
};

const april = (year: number) => `${year}-04-01/${year + 1}-04-01`;
const january2024 = "2024-01-01/2024-02-01";
const day = "2024-03-31/2024-04-01";

describe("labels as published tables write them", () => {
  test.each([
    ["201516", april(2015)],
    ["٢٠١٥/١٦", april(2015)],
    ["พ.ศ. 2567", "2024-01-01/2025-01-01"],
    ["1445 AH", "2023-07-19/2024-07-07"],
    ["2567", "unclear"],
    ["1445", "unclear"],
    ["20152016", april(2015)],
    ["17/18", april(2017)],
    ["FYE 2023", april(2022)],
    ["FYE March 2023", april(2022)],
    ["FY 2018/19", april(2018)],
    ["FY18-19", april(2018)],
    ["2018/19 financial year", april(2018)],
    ["YE Mar 2024", april(2023)],
    ["year ended 31 March 2019", april(2018)],
    ["12 months to March 2019", april(2018)],
    ["Year ending Mar-24", april(2023)],
    ["April 2017 - March 2018", april(2017)],
    ["Apr-17 to Mar-18", april(2017)],
    ["1 April 2017 to 31 March 2018", april(2017)],
    ["year to April 2019", "2018-05-01/2019-05-01"],
    ["year ending 5 April 2019", "2018-04-06/2019-04-06"],
    ["202304", "2023-04-01/2023-05-01"],
    ...["Jan-24", "Jan '24", "JAN2024", "Jan-2024", "2024 Jan", "2024-Jan", "2024M01", "01/2024", "1/24"].map(
      (label): [string, string] => [label, january2024],
    ),
    ...["31/03/24", "31.03.2024", "31-Mar-24", "31st March 2024", "March 31, 2024", "31MAR2024", "20240331"].map(
      (label): [string, string] => [label, day],
    ),
    ...[
      "2024-03-31T17:00:00",
      "2024-03-31 09:30",
      "2024-03-31T00:00:00Z",
      "2024-03-31T04:00:00Z",
      "2024/03/31 05:00:00+00",
      "2024-03-31 00:00",
      "Sunday 31 March 2024",
      "2024/03/31",
    ].map((label): [string, string] => [label, day]),
    ["2018/19 Q1", "2018-04-01/2018-07-01"],
    ["Q4 2018-19", "2019-01-01/2019-04-01"],
    ["2018q3", "2018-07-01/2018-10-01"],
    ["Q1 18", "2018-01-01/2018-04-01"],
    ["1Q18", "2018-01-01/2018-04-01"],
    ["Quarter 1 2018", "2018-01-01/2018-04-01"],
    ["H1 2020", "2020-01-01/2020-07-01"],
    ["2018/19 H2", "2018-10-01/2019-04-01"],
    ["2020-W05", "2020-01-27/2020-02-03"],
    ["Week 53, 2020", "2020-12-28/2021-01-04"],
    ["2020 week 1", "2019-12-30/2020-01-06"],
    ["week ending 5 January 2024", "2023-12-30/2024-01-06"],
    ["w/c 2024-01-01", "2024-01-01/2024-01-08"],
    ["Academic year 2018/19", "2018-09-01/2019-09-01"],
    ["2018-19 academic year", "2018-09-01/2019-09-01"],
    ["2015-2017", "2015-01-01/2018-01-01"],
    ["2015 to 2017", "2015-01-01/2018-01-01"],
    ["2016 - 18", "2016-01-01/2019-01-01"],
    ["2015/16 - 17/18", "2015-04-01/2018-04-01"],
    ["2019.0", "2019-01-01/2020-01-01"],
    ["2018 [YR2018]", "2018-01-01/2019-01-01"],
    ["X2018", "2018-01-01/2019-01-01"],
    ["2015-11-16/P1Y", "2015-11-16/2016-11-16"],
    ["2023-07-01T00:00:00/P1M", "2023-07-01/2023-08-01"],
    ["01/01/2020 0:00", "2020-01-01/2020-01-02"],
  ])("%s", (label, span) => {
    expect(spanOf(label)).toBe(span);
  });

  test.each([
    "Total",
    "2021 week 53",
    "H3 2020",
    "Jan-45",
    "31/12/45",
    "2024-03-31T10:00:00Z",
    "2024-03-31T23:00:00Z",
    "2019 [YR2018]",
    "2018/20",
    "Q5 2018",
  ])("%s is no period", (label) => {
    expect(spanOf(label)).toBe("");
  });
});

test.each([
  ["201011", ["yyyymm", "2010-11-01"], ["yyyyyy", "2010-04-01"]],
  ["11/12", ["yy/yy", "2011-04-01"], ["mm/yy", "2012-11-01"], ["yy/mm", "2011-12-01"]],
  ["FY2018", ["fy-start", "2018-04-01"], ["fy-end", "2017-04-01"]],
  ["Dec-Feb 2020", ["months-end", "2019-12-01"], ["months-start", "2020-12-01"]],
  ["Q2 FY18", ["fy-start", "2018-07-01"], ["fy-end", "2017-07-01"]],
  ["2010-12", ["yyyy-mm", "2010-12-01"], ["years", "2010-01-01"]],
  ["2017 to 2018", ["yyyy-yy", "2017-04-01"], ["years", "2017-01-01"]],
  ["01/02/03", ["dd/mm/yy", "2003-02-01"], ["mm/dd/yy", "2003-01-02"], ["yy/mm/dd", "2001-02-03"]],
  ["week ending 01/02/2021", ["dd/mm/yyyy", "2021-01-26"], ["mm/dd/yyyy", "2020-12-27"]],
  ["2014-17", ["years", "2014-01-01"], ["fy-years", "2014-04-01"]],
  ["1819", ["yyyy", "1819-01-01"], ["yy-yy", "2018-04-01"]],
  ["2009-10 to 2011-12", ["yyyy-mm", "2009-10-01"], ["yyyy-yy", "2009-04-01"]],
] as const)("%s alone is unclear, and each format that the error names reads it", (label, ...formats) => {
  const [problem] = read([label]).unclear;
  expect(problem?.code).toBe("ambiguous-period");
  const named = [...(problem?.hint ?? "").matchAll(/format: "([^"]+)"/g)].map(([, name]) => name);
  expect(named).toEqual(formats.map(([name]) => name));
  for (const [format, start] of formats) {
    const { reader, unclear } = read([label], { format: format as FormatName });
    expect(unclear).toEqual([]);
    expect(reader.readings(label)[0]?.start).toBe(start);
    expect(problem?.message).toContain(`(${format})`);
  }
});

test("years without a stroke are told from calendar years by the column, and 2021 is a year", () => {
  expect(read(["1718", "1819", "1920"]).unclear.length).toBe(1);
  expect(read(["2020", "2021"]).unclear).toEqual([]);
  expect(read(["2021"]).unclear).toEqual([]);
  expect(parsePeriod("1920")?.start).toBe("1920-01-01");
  expect(parsePeriod("2021", 4)?.start).toBe("2021-01-01");
});

test("a month with two figures is one of a year where a year has several of them", () => {
  expect(read(["Jan 24", "Feb 24", "Mar 24", "Jan 25"]).unclear).toEqual([]);
  expect(read(["Jan 98", "Jan 99", "Jan 00"]).unclear).toEqual([]);
  const [problem] = read(["Oct 18", "Oct 24", "Nov 09"]).unclear;
  expect(problem?.message).toContain("18 Oct of a year that it does not say");
  expect(problem?.hint).toContain('format: "{month} {yy}"');
  const { reader, unclear } = read(["Oct 18", "Oct 24"], { format: "{month} {yy}" });
  expect(unclear).toEqual([]);
  expect(reader.readings("Oct 18")[0]?.start).toBe("2018-10-01");
});

test("labels that are no periods are listed at once, with the format that reads them", async () => {
  const failure = (labels: readonly string[], format?: "{yyyy}") =>
    readDataset(
      defineDataset({
        ...definitionOf(false).spec,
        dimensions: { time: { role: "time", label: "Time", ...(format && { format }) } },
      }),
      { rows: labels.map((time) => ({ time, offences: 1 })) },
      { id: "offences" },
    );
  await expect(failure(["2018", "Total", "n/k"])).rejects.toThrow(
    '2 labels of time are not periods that can be read: "Total", "n/k".',
  );
  const labels = ["Book issues 2012", "Book issues 2013"];
  await expect(failure(labels)).rejects.toThrow('They are read with format: "Book issues {yyyy}" in dimensions.time.');
  const read = await failure(labels, "Book issues {yyyy}" as "{yyyy}");
  expect(read.periods().map(({ start }) => start)).toEqual(["2012-01-01", "2013-01-01"]);
  await expect(failure(["Sep-63", "Mar-64"])).rejects.toThrow('format: "{month}-{19yy}"');
});

test("two looks that are unclear take a list of formats", () => {
  const labels = ["FY2018", "01/02/2021"];
  const { unclear } = read(labels);
  expect(unclear.map(({ hint }) => hint).join()).toContain("Several formats are a list");
  const { reader, unclear: none } = read(labels, { format: ["fy-end", "mm/dd/yyyy"] });
  expect(none).toEqual([]);
  expect(labels.map((label) => reader.readings(label)[0]?.start)).toEqual(["2017-04-01", "2021-01-02"]);
});

test("looks with the same readings are read alike, and readings that mean the same are one", () => {
  expect(read(["FY2018", "Q1 FY2019"]).unclear.length).toBe(1);
  expect(read(["FY2018"], { yearStartMonth: 1 }).unclear).toEqual([]);
  expect(spanOf("201011", { yearStartMonth: 9 })).toBe("2010-09-01/2011-09-01");
  expect(spanOf("Academic year 2018/19", { yearStartMonth: 8 })).toBe("2018-08-01/2019-08-01");
  // A slash says a financial year, and a month only where no year is written so.
  expect(spanOf("2011/12")).toBe(april(2011));
  const months = read(["2011/12", "2012/01"]);
  expect(months.reader.readings("2011/12")[0]?.id).toBe("2011-12-01/2012-01-01");
});

test("months have their names in the language of the data, and in English", () => {
  const { reader, unclear } = read(["Mawrth 2019", "Ebr-24", "31 Mai 2020", "Ch1 2019", "May 2019"], { lang: "cy" });
  expect(unclear).toEqual([]);
  const starts = ["Mawrth 2019", "Ebr-24", "31 Mai 2020", "Ch1 2019", "May 2019"].map(
    (label) => reader.readings(label)[0]?.start,
  );
  expect(starts).toEqual(["2019-03-01", "2024-04-01", "2020-05-31", "2019-01-01", "2019-05-01"]);
  expect(parsePeriod("Mawrth 2019")).toBeUndefined();
  expect(spanOf("juillet 2019", { lang: "fr-CA" })).toBe("2019-07-01/2019-08-01");
  expect(spanOf("Jan 2019", { lang: "no such tag" })).toBe("2019-01-01/2019-02-01");
});

test.each([
  ["de-DE", ["4. Quartal 2019", "Quartal 4 2019", "2019 Q4"]],
  ["fr", ["4e trimestre 2019", "T4 2019", "2019-T4"]],
  ["pl", ["4. kwartał 2019", "Kw. 4 2019"]],
  ["cy", ["Ch4 2019", "Chwarter 4, 2019"]],
])("so have quarters: %s", (lang, labels) => {
  for (const label of labels) expect([label, spanOf(label, { lang })]).toEqual([label, "2019-10-01/2020-01-01"]);
  expect(spanOf(labels[0] ?? "", { lang: "en" })).toBe("");
});

test.each([
  ["I quarter 2019", "2019-01-01/2019-04-01"],
  ["2019 | II quarter", "2019-04-01/2019-07-01"],
  ["2019, III. quarter", "2019-07-01/2019-10-01"],
  ["IV Qtr 2019", "2019-10-01/2020-01-01"],
  ["II half 2019", "2019-07-01/2020-01-01"],
  ["V quarter 2019", ""],
  ["2019 | year", "2019-01-01/2020-01-01"],
  ["2019 calendar year", "2019-01-01/2020-01-01"],
])("quarters have Roman numbers, beside the whole year: %s", (label, span) => {
  expect(spanOf(label, { lang: "en" })).toBe(span);
});

test("so have those of other languages", () => {
  expect(spanOf("IV kwartał 2019", { lang: "pl" })).toBe("2019-10-01/2020-01-01");
  expect(spanOf("2019 II. Quartal", { lang: "de" })).toBe("2019-04-01/2019-07-01");
});

test.each([
  ["2019p", "2019", ["provisional"]],
  ["2019 (r)", "2019", ["revised"]],
  ["2018/19 [r]", "2018/19", ["revised"]],
  ["2019 (Provisional)", "2019", ["provisional"]],
  ["2019 e", "2019", ["estimated"]],
  ["2019*", "2019", []],
  ["2019 [note 1] [p]", "2019", ["provisional"]],
  ["2019 (2)", "2019", []],
  ["2019¹", "2019", []],
] as const)("%s is %s, and says %j", (text, label, statuses) => {
  expect(splitPeriodFlag(text)).toMatchObject({ label, statuses });
  const { reader } = read([text]);
  expect(reader.readings(text)[0]?.label).toBe(label);
  expect(reader.statuses(text)).toEqual(statuses);
});

const definitionOf = (wide: boolean) =>
  defineDataset({
    title: "Offences",
    dimensions: { time: { role: "time", label: "Time" } },
    measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
    sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
    ...(wide && { layout: { wide: { columns: "{time}", measure: "offences" } } }),
  });

test("what stands beside a period becomes the status of its figures, in both shapes of table", async () => {
  const long = await readDataset(
    definitionOf(false),
    {
      rows: [
        { time: "2018", offences: 1 },
        { time: "2019p", offences: 2 },
      ],
    },
    { id: "offences" },
  );
  const wide = await readDataset(definitionOf(true), { rows: [{ "2018": 1, "2019p": 2 }] }, { id: "offences" });
  for (const { observations, periods } of [long, wide]) {
    expect(observations.map(({ statuses }) => statuses)).toEqual([[], ["provisional"]]);
    expect(periods().map(({ label }) => label)).toEqual(["2018", "2019"]);
  }
});

test("a code is printed as a reader knows the period, and still finds it", async () => {
  const rows = ["201516", "201617"].map((time) => ({ time, offences: 1 }));
  const dataset = await readDataset(definitionOf(false), { rows }, { id: "offences" });
  expect(dataset.periods().map(({ label }) => label)).toEqual(["2015/16", "2016/17"]);
  expect(dataset.where({ time: "201617" })).toMatchObject([{ time: "2016/17", periodStart: "2016-04-01" }]);
});

test.each([
  ["Season {yyyy}/{yy}", "Season 2018/19", "2018-04-01/2019-04-01"],
  ["FY{end-yyyy}", "FY2018", "2017-04-01/2018-04-01"],
  ["FY{start-yy}", "fy18", "2018-04-01/2019-04-01"],
  ["{month} {yy}", "March 18", "2018-03-01/2018-04-01"],
  ["{month}-{19yy}", "Mar-45", "1945-03-01/1945-04-01"],
  ["{dd}.{mm}.{yyyy}", "1.3.2018", "2018-03-01/2018-03-02"],
  ["{yyyy}Q{q}", "2018Q3", "2018-07-01/2018-10-01"],
  ["{yyyy}-{yy}, quarter {q}", "2018-19, quarter 4", "2019-01-01/2019-04-01"],
  ["{yyyy}/{yy} {month}", "2018/19 Jan", "2019-01-01/2019-02-01"],
  ["wk{ww} {yyyy}", "wk05 2020", "2020-01-27/2020-02-03"],
  ["Book issues {yyyy}", "Book  issues 2012", "2012-01-01/2013-01-01"],
  ["{from-yyyy}/{to-yyyy}", "2017/2018", "2017-01-01/2019-01-01"],
  ["{from-yy}_{to-yy}", "12_16", "2012-01-01/2017-01-01"],
  ["Rolling year to {end-month} {yyyy}", "Rolling year to June 2019", "2018-07-01/2019-07-01"],
  ["{yyyy}{mm}{dd}", "20180301", "2018-03-01/2018-03-02"],
  ["{yyyy}-{mm}-{last}", "2020-02-29", "2020-02-01/2020-03-01"],
  ["{yyyy}-{mm}-{last}", "2020-02-28", "2020-02-01/2020-03-01"],
  ["{yyyy}{any}", "2020-02-28T10:30", "2020-01-01/2021-01-01"],
  ["{any}/{mm}/{yyyy}{any}", "28/02/2020 10:30", "2020-02-01/2020-03-01"],
  ["{yyyy}-{q-start}-01", "2020-10-01", "2020-10-01/2021-01-01"],
  ["{last}/{q-end}/{yyyy}", "30/06/2020", "2020-04-01/2020-07-01"],
  ["t({yyyy}) [x]", "T(2018) [x]", "2018-01-01/2019-01-01"],
] as const)("a format of one's own: %s", (format, label, span) => {
  expect(spanOf(label, { format })).toBe(span);
});

test.each([
  ["{yyy}", /has a hole \{yyy\}.*Did you mean "yyyy"\?/],
  ["{month}", /no hole for a year/],
  ["{yyyy} {dd}", /no period together: \{yyyy\}, \{dd\}/],
  ["{yyyy} {yyyy} {yyyy}", /more than one hole/],
  ["yyyy/yy", /is none of the formats/],
  ["{yyyy", /is none of the formats/],
])("a wrong format is an error of the definition: %s", (format, message) => {
  const define = () =>
    defineDataset({
      ...definitionOf(false).spec,
      dimensions: { time: { role: "time", label: "Time", format: format as "{yyyy}" } },
    });
  expect(define).toThrow(message);
});

test("the guide names every format and every hole", async () => {
  const guide = await readFile(new URL("../../src/dataset/guides/periods.md", import.meta.url), "utf8");
  for (const name of [...formatNames, ...holeNames.map((hole) => `{${hole}}`)]) expect(guide).toContain(`\`${name}\``);
});

const two = (value: number) => String(value % 100).padStart(2, "0");
const monthNames = "January February March April May June July August September October November December".split(" ");
const iso = (index: number) => `${Math.floor(index / 12)}-${two((index % 12) + 1)}-01`;
const months = (first: number, count: number) => `${iso(first)}/${iso(first + count)}`;

/** A look: how a period is written, given a month from year 0 on, and its span. */
interface Look {
  readonly step: number;
  readonly from?: number;
  readonly twoDigits?: true;
  readonly write: (of: { readonly year: number; readonly month: number; readonly name: string }) => string;
  readonly span: (first: number) => string;
}

const yearLook = (write: (year: number) => string, twoDigits?: true): Look => ({
  step: 12,
  ...(twoDigits && { twoDigits }),
  write: ({ year }) => write(year),
  span: (first) => months(first, 12),
});
const financialLook = (write: (year: number) => string, twoDigits?: true): Look => ({
  ...yearLook(write, twoDigits),
  from: 3,
});
const monthLook = (write: Look["write"], twoDigits?: true): Look => ({
  step: 1,
  ...(twoDigits && { twoDigits }),
  write,
  span: (first) => months(first, 1),
});
const rangeLook = (count: number, write: (from: number, to: number) => string): Look => ({
  step: 12,
  write: ({ year }) => write(year, year + count - 1),
  span: (first) => months(first, count * 12),
});

const looks: Readonly<Record<string, Look>> = {
  "2018": yearLook((year) => `${year}`),
  "2018 (p)": yearLook((year) => `${year} (p)`),
  "2018.0": yearLook((year) => `${year}.0`),
  "2018/19": financialLook((year) => `${year}/${two(year + 1)}`),
  "2018-19": financialLook((year) => `${year}-${two(year + 1)}`),
  "2018–19": financialLook((year) => `${year}–${two(year + 1)}`),
  "2018-2019": financialLook((year) => `${year}-${year + 1}`),
  "2018 to 2019": financialLook((year) => `${year} to ${year + 1}`),
  "201819": financialLook((year) => `${year}${two(year + 1)}`),
  "1819": financialLook((year) => `${two(year)}${two(year + 1)}`, true),
  "18/19": financialLook((year) => `${two(year)}/${two(year + 1)}`, true),
  FY2018: financialLook((year) => `FY${year}`),
  "FYE 2019": financialLook((year) => `FYE ${year + 1}`),
  "YE Mar 2019": financialLook((year) => `YE Mar ${year + 1}`),
  "Apr 2018 to Mar 2019": financialLook((year) => `Apr ${year} to Mar ${year + 1}`),
  "2018-03": monthLook(({ year, month }) => `${year}-${two(month)}`),
  "2018/03": monthLook(({ year, month }) => `${year}/${two(month)}`),
  "201803": monthLook(({ year, month }) => `${year}${two(month)}`),
  "03/18": monthLook(({ year, month }) => `${two(month)}/${two(year)}`, true),
  "18-03": monthLook(({ year, month }) => `${two(year)}-${two(month)}`, true),
  "Mar-18": monthLook(({ year, name }) => `${name.slice(0, 3)}-${two(year)}`, true),
  "Mar 18": monthLook(({ year, name }) => `${name.slice(0, 3)} ${two(year)}`, true),
  "March 2018": monthLook(({ year, name }) => `${name} ${year}`),
  "2018M03": monthLook(({ year, month }) => `${year}M${two(month)}`),
  "01/03/2018": monthLook(({ year, month }) => `01/${two(month)}/${year}`),
  "2015-17": rangeLook(3, (from, to) => `${from}-${two(to)}`),
  "2015-2017": rangeLook(3, (from, to) => `${from}-${to}`),
  "2014-17": rangeLook(4, (from, to) => `${from}-${two(to)}`),
  "2014/15 to 2016/17": {
    ...rangeLook(3, (from, to) => `${from}/${two(from + 1)} to ${to}/${two(to + 1)}`),
    from: 3,
  },
  "2018 Q1": { step: 3, write: ({ year, month }) => `${year} Q${(month + 2) / 3}`, span: (first) => months(first, 3) },
  "2018/19 Q1": {
    step: 3,
    write({ year, month }) {
      const first = month < 4 ? year - 1 : year;
      return `${first}/${two(first + 1)} Q${month < 4 ? 4 : (month - 1) / 3}`;
    },
    span: (first) => months(first, 3),
  },
  "H1 2018": { step: 6, write: ({ year, month }) => `H${(month + 5) / 6} ${year}`, span: (first) => months(first, 6) },
};

const columns = fc.constantFrom(...Object.entries(looks)).chain(([name, look]) => {
  const [from, to] = look.twoDigits ? [1971, 2027] : [1890, 2090];
  return fc
    .uniqueArray(fc.integer({ min: 0, max: ((to - from) * 12) / look.step }), { minLength: 1, maxLength: 6 })
    .map((steps) => {
      const firsts = steps.map((at) => from * 12 + (look.from ?? 0) + at * look.step);
      return { name, look, firsts };
    });
});

test("a column of one look is read as it was written, or reported with a format that reads it so", () => {
  fc.assert(
    fc.property(columns, ({ name, look, firsts }) => {
      const labels = firsts.map((first) =>
        look.write({ year: Math.floor(first / 12), month: (first % 12) + 1, name: monthNames[first % 12] ?? "" }),
      );
      // The day is what such a label says.
      const meant = firsts.map((first) =>
        name === "01/03/2018" ? `${iso(first)}/${iso(first).slice(0, 8)}02` : look.span(first),
      );
      const readAs = (options: Omit<PeriodReaderOptions, "dimension"> = {}) => {
        const { reader, unclear } = read(labels, options);
        return {
          ids: labels.map((label) =>
            reader
              .readings(label)
              .map(({ id }) => id)
              .join(),
          ),
          unclear,
        };
      };
      const { ids, unclear } = readAs();
      if (unclear.length === 0) {
        expect(ids).toEqual(meant);
        return;
      }
      expect(unclear.map(({ code }) => code)).toEqual(["ambiguous-period"]);
      const formats = [...(unclear[0]?.hint ?? "").matchAll(/format: "([^"]+)"/g)].map(([, format]) => format);
      const followed = formats.map((format) => readAs({ format: format as FormatName }));
      for (const { unclear: left } of followed) expect(left).toEqual([]);
      expect(followed.map((found) => found.ids.join())).toContain(meant.join());
    }),
    { numRuns: trials(2000, 2000) },
  );
});

test.each([
  ["201516", "2015/16"],
  ["202304", "April 2023"],
  ["01/24", "January 2024"],
  ["2018-03", "March 2018"],
  ["2024-02-29", "29 February 2024"],
  ["06/22/2021", "22 June 2021"],
  ["14.07.21", "14 July 2021"],
  ["2020-03-04T17:00:00", "4 March 2020"],
  ["20240331", "31 March 2024"],
  ["2020-W05", "week 5 of 2020"],
  ["X1990", "1990"],
  ["2018-04-01/P3M", "2018 Q2"],
  ["2018-04-06/P1Y", "year ending 5 April 2019"],
  ["2015-11-16/P1M", "16 November 2015 to 15 December 2015"],
])("the code %s is called %s, which is read as the same", (code, label) => {
  const [period] = read([code]).reader.readings(code);
  expect(period?.label).toBe(label);
  expect(parsePeriod(label)?.id).toBe(period?.id);
});

test.each([
  "Week 5 2020",
  "week ending 5 January 2024",
  "H1 2020",
  "2018/19 H1",
  "2018/19 H2",
  "2018/19 Q1",
  "2018/19 Q4",
  "Academic year 2018/19",
  "FYE 2023",
  "year ending 5 April 2019",
  "2015-2017",
  "2015/16 to 2017/18",
  "2019/20 to 2020/21",
  "Apr 2017 to Mar 2018",
  "Apr 2016 to Mar 2018",
  "Oct 2018 to Feb 2019",
  "2015-11-16/P1Y",
  "2015-11-16/P1M",
  "2015-11-30/P2W",
])("the period before %s has a name that is read as it", (label) => {
  const period = parsePeriod(label);
  const before = period && previousPeriod(period);
  expect(before?.id).toBeDefined();
  expect(parsePeriod(before?.label ?? "")?.id).toBe(before?.id);
});

test("every look asks for a digit, so that names without one are asked of none", () => {
  const sources = new Set(
    ["en", "cy", "de", "fr"].flatMap((lang) => periodLooks(lang).map(({ pattern }) => pattern.source)),
  );
  expect(sources.size).toBeGreaterThan(100);
  for (const source of sources)
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(source)), (label) => /\d/.test(label)),
      { numRuns: 20 },
    );
});

describe("rail periods", () => {
  const year = (label: (number: number) => string) => Array.from({ length: 13 }, (_, at) => label(at + 1));

  test("are thirteen a year, which they cover from April to March", () => {
    for (const first of [2015, 2018, 2019, 2020, 2023]) {
      const labels = year((number) => `${first}-${(first + 1) % 100} P${number}`);
      const { reader, unclear } = read(labels);
      expect(unclear).toEqual([]);
      const periods = labels.map((label) => reader.readings(label)[0]);
      expect([periods[0]?.start, periods.at(-1)?.endExclusive]).toEqual([`${first}-04-01`, `${first + 1}-04-01`]);
      for (const [at, period] of periods.entries()) {
        if (at > 0) expect(period?.start).toBe(periods[at - 1]?.endExclusive);
        if (period && at > 0) expect(previousPeriod(period).id).toBe(periods[at - 1]?.id);
        if (period && at > 0 && at < 12) expect(periodDays(period)).toBe(28);
        if (period) expect(new Date(period.start).getUTCDay() === 0 || at === 0).toBe(true);
      }
    }
  });

  test("begin with one that ends on a Saturday at the end of April, or the beginning of May", () => {
    const spans = ["2018-19 P1", "2019-20 P1", "2020-21 P1", "2018-19 P13"].map((label) =>
      spanOf(label, { format: "rail-periods" }),
    );
    expect(spans).toEqual([
      "2018-04-01/2018-04-29",
      "2019-04-01/2019-04-28",
      "2020-04-01/2020-05-03",
      "2019-03-03/2019-04-01",
    ]);
  });

  test("up to the twelfth may be months, which is asked", () => {
    expect(read(["2018/19 P4", "2018/19 P5"]).unclear[0]?.message).toContain("fy-months");
    expect(spanOf("2018/19 P4", { format: "fy-months" })).toBe("2018-07-01/2018-08-01");
    expect(spanOf("Period 4 2018/19", { format: "rail-periods" })).toBe("2018-06-24/2018-07-22");
  });

  test("are named so that the name is read as the same one", () => {
    const [, second] = year((number) => `2018/19 P${number}`).map(
      (label) => read(["2018/19 P13", label]).reader.readings(label)[0],
    );
    const before = second && previousPeriod(previousPeriod(second));
    expect(before?.label).toBe("rail period 13 of 2017/18");
    expect(parsePeriod(before?.label ?? "")?.id).toBe(before?.id);
    expect(lengthOf(second as Period)).toBe("rail-period");
    const first = read(["2018/19 P13", "2018/19 P1"]).reader.readings("2018/19 P1")[0];
    expect([first, second].map((period) => period && periodMonths(period))).toEqual([12 / 13, 12 / 13]);
  });
});
