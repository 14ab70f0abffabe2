import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClaimProposal, extractClaims } from "../../src/extract/index.ts";
import { trials } from "../support/trials.ts";
import { describeProposal } from "./describe-proposal.ts";

/** What one number is read as, but for how it is written. */
const reading = (proposal: ClaimProposal): string => describeProposal({ ...proposal, text: "" });
const readingsOf = (text: string): readonly string[] => extractClaims(text).proposals.map(reading);

const whole = (min: number, max: number) => fc.integer({ min, max });
/** Not a number of years, and of no round thousands, whose step is another matter. */
const count = whole(201, 989).map((value) => (value % 10 === 0 ? value + 1 : value));
const percent = fc.oneof(
  whole(2, 98).map(String),
  whole(20, 980).map((value) => (value / 10).toFixed(1)),
);
const year = whole(1995, 2024);
const times = fc.oneof(
  year.map((value) => `in ${value}`),
  year.map((value) => `in ${value}/${String((value + 1) % 100).padStart(2, "0")}`),
  year.map((value) => `in the year ending March ${value}`),
  year.map((value) => `in November ${value}`),
  fc.tuple(whole(1, 4), year).map(([quarter, value]) => `in Q${quarter} ${value}`),
  year.map((value) => `in the three months to August ${value}`),
  year.map((value) => `between April and June ${value}`),
);
/** A clause with one number, without its time. */
const clause = fc.oneof(
  count.map((value) => `there were ${value} thefts`),
  percent.map((value) => `${value}% of pupils were absent`),
  percent.map((value) => `burglary rose by ${value}%`),
  percent.map((value) => `convictions fell by ${value} per cent`),
  whole(11, 99).map((value) => `the rate was ${value} per 100,000 people`),
  whole(2, 9).map((value) => `attendance was up ${value} percentage points`),
  whole(2, 9).map((value) => `the gap between the groups was ${value} percentage points`),
);
const time = fc.option(times, { nil: "" });
const timed = fc.tuple(clause, time).map(([words, at]) => `${words} ${at}`.trim());
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

describe("what else a text says moves no number's kind, value or time", () => {
  test("two clauses as one sentence, and as two", () => {
    const joint = fc.constantFrom(", while ", ", whereas ", "; ", " – ", ", but ");
    fc.assert(
      fc.property(timed, joint, timed, (first, between, second) => {
        const apart = [...readingsOf(sentence(first)), ...readingsOf(sentence(second))];
        expect(readingsOf(`${sentence(first)} ${sentence(second)}`)).toEqual(apart);
        expect(readingsOf(sentence(`${first}${between}${second}`))).toEqual(apart);
      }),
      { numRuns: trials(200, 40) },
    );
  });

  test("what it is compared with has a time of its own", () => {
    const against = fc.constantFrom("compared with", "against", "up from", "compared to", "down from", "versus");
    fc.assert(
      fc.property(count, time, against, count, times, (value, at, words, other, then) => {
        const alone = `There were ${value} thefts ${at}`.trim();
        const [own, second, ...rest] = readingsOf(`${alone}, ${words} ${other} ${then}.`);
        expect([own]).toEqual(readingsOf(`${alone}.`));
        expect([second]).toEqual(readingsOf(`It was ${other} ${then}.`));
        expect(rest).toEqual([]);
      }),
      { numRuns: trials(120, 24) },
    );
  });

  test("a time at the head is of all that have none of their own, wherever they stand", () => {
    fc.assert(
      fc.property(times, clause, clause, times, (at, first, second, other) => {
        const head = sentence(at).slice(0, -1);
        const own = (words: string) => readingsOf(`${head}, ${words}.`);
        expect(readingsOf(`${head}, ${first}, while ${second}.`)).toEqual([...own(first), ...own(second)]);
        expect(readingsOf(`${head}, ${first}, while ${second} ${other}.`)).toEqual([
          ...own(first),
          ...readingsOf(sentence(`${second} ${other}`)),
        ]);
      }),
      { numRuns: trials(120, 24) },
    );
  });

  test("numbers of a list go with as many times of a list, in turn", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(year, { minLength: 2, maxLength: 4 }),
        fc.array(count, { minLength: 4, maxLength: 4 }),
        (years, values) => {
          const list = (items: readonly unknown[]) => `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
          const own = values.slice(0, years.length);
          const read = extractClaims(`There were ${list(own)} thefts in ${list(years)}.`).proposals;
          expect(read.map(({ stated, draft }) => [stated.value, draft.at?.period])).toEqual(
            own.map((value, index) => [value, String(years[index])]),
          );
        },
      ),
      { numRuns: trials(60, 12) },
    );
  });
});

describe("how a number is written moves nothing", () => {
  test("a magnitude, with or without space, whole or as a letter", () => {
    fc.assert(
      fc.property(whole(11, 989), timed, (tenths, rest) => {
        if (tenths % 10 === 0) return;
        const number = (tenths / 10).toFixed(1);
        const [usual, ...others] = [` million`, `million`, `m`, `\u00a0million`, `\u202fmillion`].map((magnitude) =>
          readingsOf(`Some ${number}${magnitude} people were counted in 2018; ${rest}.`),
        );
        for (const other of others) expect(other).toEqual(usual);
        expect(usual?.[0]).toContain(`${tenths * 100_000} number, about, to the 100000, of people, in 2018`);
      }),
      { numRuns: trials(60, 12) },
    );
  });

  test("per cent, percentage points, thousands and dashes", () => {
    const forms = [
      ["%", " per cent", " percent", "pc", "\u00a0%"],
      [" percentage points", " percentage point", "pp", " ppts", " percentage\u00a0points"],
    ] as const;
    fc.assert(
      fc.property(percent, fc.constantFrom(...forms), times, (value, [usual, ...others], at) => {
        const read = (unit: string) => readingsOf(`The share rose by ${value}${unit} ${at}.`);
        for (const other of others) expect(read(other)).toEqual(read(usual));
      }),
      { numRuns: trials(60, 12) },
    );
    fc.assert(
      fc.property(whole(1, 99), count, (thousands, units) => {
        const read = (space: string) => readingsOf(`There were ${thousands}${space}${units} thefts in 2018.`);
        for (const space of ["\u00a0", "\u202f", "\u2009"]) expect(read(space)).toEqual(read(","));
      }),
      { numRuns: trials(50, 10) },
    );
    fc.assert(
      fc.property(percent, (value) => {
        const fall = readingsOf(`Output fell by ${value}% in May 2019.`);
        for (const sign of ["−", "-", "–"])
          expect(readingsOf(`Output was ${sign}${value}% in May 2019.`)).toEqual(fall);
      }),
      { numRuns: trials(50, 10) },
    );
  });

  test("sizes of moves: in brackets, in a list, after their verb", () => {
    const places = ["Leeds", "Hull", "York", "Ripon"];
    fc.assert(
      fc.property(
        fc.array(percent, { minLength: 2, maxLength: 4 }),
        fc.constantFrom("rose", "fell"),
        (values, verb) => {
          const named = values.map((value, index) => `${places[index]} (${value}%)`);
          const list = `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
          const sizes = extractClaims(`The largest ${verb === "rose" ? "rises" : "falls"} were in ${list}.`).proposals;
          const single = values.flatMap((value) => readingsOf(`Theft ${verb} by ${value}%.`));
          expect(sizes.map(reading)).toEqual(single);
          expect(sizes.every(({ kind }) => kind === "change")).toBe(true);
        },
      ),
      { numRuns: trials(80, 16) },
    );
  });
});
