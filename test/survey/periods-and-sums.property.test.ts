import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dataset, parsePeriod } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

/** A table of one figure by name and time, with the times across the top or a row for each. */
interface Table {
  readonly names: readonly string[];
  readonly times: readonly string[];
  readonly figure: (name: number, time: number) => number;
}

const names = fc
  .integer({ min: 2, max: 5 })
  .map((many) => ["Northern", "Southern", "Chiltern", "Central", "Western"].slice(0, many));

const wide = ({ names, times, figure }: Table) =>
  [["Operator", ...times], ...names.map((name, own) => [name, ...times.map((_, at) => figure(own, at))])].map((row) =>
    row.join(),
  );

/** Rows of a name and a time each, which may stand in several columns. */
const long = ({ names, times, figure }: Table, heads: string, write = (time: string) => time) => [
  `Operator,${heads},Delays`,
  ...times.flatMap((time, at) => names.map((name, own) => `${name},${write(time)},${figure(own, at)}`)),
];

const timesOf = (dataset: Dataset | undefined) => (dataset?.periods() ?? []).map(({ start }) => start);

test("periods of any years, in columns or across the top, are the rail periods of these, with their figures", () =>
  fc.assert(
    fc.asyncProperty(
      names,
      fc.integer({ min: 2012, max: 2024 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      fc.constantFrom("P", "Period "),
      async (operators, first, from, years, isWide, word) => {
        // The thirteenth tells that they are no months.
        const parts = Array.from({ length: years * 13 }, (_, at) => {
          const year = first + Math.floor(at / 13);
          return { year: `${year}-${(year + 1) % 100}`, number: (at % 13) + 1 };
        }).slice(from - 1);
        const times = parts.map(({ year, number }) => `${year} ${word}${number}`);
        const table: Table = { names: operators, times, figure: (own, at) => 900 + own * 171 + at * 13 };
        const rows = isWide ? wide(table) : long(table, "Year,Period", (time) => time.replace(" ", ","));
        const { dataset } = await guessOf(rows.join("\n"));
        const wanted = parts.map(({ year, number }) => parsePeriod(`rail period ${number} of ${year}`)?.start);
        expect(timesOf(dataset)).toEqual(wanted);
        const sum = operators
          .flatMap((_, own) => times.map((_, at) => table.figure(own, at)))
          .reduce((a, b) => a + b, 0);
        expect(
          dataset?.observations.reduce((all, { cell }) => all + (cell.state === "value" ? cell.value : 0), 0),
        ).toBe(sum);
      },
    ),
    { numRuns: trials(120, 30) },
  ));

const meanings = [
  ["Provisional", "provisional"],
  ["Figures are subject to revision.", "provisional"],
  ["Part of the year", "partial-period"],
  ["Revised", "revised"],
] as const;

test("what a note says of a sign behind years is known of the figures of these, and of no others", () =>
  fc.assert(
    fc.asyncProperty(
      names,
      fc.integer({ min: 1995, max: 2015 }),
      fc.array(fc.boolean(), { minLength: 3, maxLength: 8 }),
      fc.constantFrom("*", "†", "‡", "**"),
      fc.constantFrom(...meanings),
      fc.boolean(),
      async (operators, first, marked, mark, [said, status], isWide) => {
        // A mark behind all years would say nothing of one of them.
        const own = marked.map((isMarked, at) => isMarked && at > 0);
        const times = own.map((isMarked, at) => `${first + at}${isMarked ? mark : ""}`);
        const table: Table = { names: operators, times, figure: (name, at) => 210 + name * 71 + at * 13 };
        const { dataset } = await guessOf(
          [...(isWide ? wide(table) : long(table, "Year")), "", `${mark} ${said}`].join("\n"),
        );
        const found = (dataset?.periods() ?? []).map(({ id }) => [
          ...new Set(
            dataset?.observations.flatMap(({ at, statuses }) => (Object.values(at).includes(id) ? statuses : [])),
          ),
        ]);
        expect(found).toEqual(own.map((isMarked) => (isMarked ? [status] : [])));
      },
    ),
    { numRuns: trials(120, 30) },
  ));

test("of what a unit alone tells, a total that is no sum denies that it adds up, and one that is leaves it", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1001, max: 9999 }), { minLength: 4, maxLength: 8 }),
      fc.constantFrom("kg", "tonnes", "£"),
      fc.boolean(),
      async (tenths, unit, isSum) => {
        const sum = tenths.reduce((all, own) => all + own, 0);
        const total = isSum ? sum : Math.round(sum / tenths.length);
        const rows = tenths.map(
          (own, at) =>
            `${["Kent", "Essex", "Devon", "Dorset", "Surrey", "Suffolk", "Norfolk", "Rutland"][at]},${own / 10 + 0.01}`,
        );
        const { spec } = await guessOf(
          ["Area,Meat (".concat(unit, ")"), ...rows, `Total,${total / 10 + (isSum ? tenths.length : 1) * 0.01}`].join(
            "\n",
          ),
        );
        expect(Object.values(spec.measures).map(({ additive }) => additive === true)).toEqual([isSum]);
      },
    ),
    { numRuns: trials(120, 30) },
  ));
