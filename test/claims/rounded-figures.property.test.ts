import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Claim,
  type ClaimSpec,
  change,
  comparison,
  count,
  createClaimEvaluator,
  direction,
  median,
  rank,
  rate,
  record,
  share,
} from "../../src/claims/index.ts";
import { type DisclosureProfile, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { countInterval } from "../../src/uncertainty/index.ts";
import { isCutShort, isWhole, trials } from "../support/trials.ts";

/**
 * Random tables, rounded in every way there is; what is printed is read back from its words, and held against the table as
 * it was before.
 */

const areas = ["A", "B", "C", "D"] as const;
const years = ["2017", "2018", "2019"] as const;
type Row = { readonly area: string; readonly year: string; readonly cases: number; readonly people: number };

/** How a count is published; null where it is hidden. */
interface Rule {
  readonly name: string;
  readonly base: number;
  readonly hidden: (value: number) => boolean;
  /** Whether a count can be behind a published one. */
  readonly may: (value: number, shown: number) => boolean;
  readonly disclosure?: { readonly profile: "under5" | DisclosureProfile; readonly rounding?: "together" };
}

const halfUp = (base: number) => (value: number, shown: number) => Math.floor(value / base + 0.5) * base === shown;
const rules: readonly Rule[] = [
  {
    name: "under5",
    base: 5,
    hidden: (value) => value >= 1 && value <= 4,
    may: halfUp(5),
    disclosure: { profile: "under5" },
  },
  {
    name: "to the nearest ten",
    base: 10,
    hidden: (value) => value === 1,
    may: halfUp(10),
    disclosure: { profile: { hide: { from: 1, to: 1 }, roundTo: 10 } },
  },
  {
    name: "together",
    base: 5,
    hidden: (value) => value >= 1 && value <= 2,
    may: (value, shown) => Math.abs(value - shown) < 5,
    disclosure: { profile: { hide: { from: 1, to: 2 }, roundTo: 5 }, rounding: "together" },
  },
  {
    name: "by the publisher",
    base: 10,
    hidden: () => false,
    may: (value, shown) => Math.abs(value - shown) <= 5,
  },
];

const cellCount = areas.length * years.length;
const counts = (min: number, max: number) =>
  fc.array(fc.oneof(fc.integer({ min, max: 30 + min }), fc.integer({ min, max })), {
    minLength: cellCount,
    maxLength: cellCount,
  });
const tables = fc.record({
  rule: fc.constantFrom(...rules),
  cases: fc.oneof(counts(0, 300), counts(20, 60), counts(95, 110)),
  more: counts(20, 4000),
  stated: fc.integer({ min: 0, max: 320 }),
  percent: fc.integer({ min: -90, max: 200 }),
  hedge: fc.constantFrom("none", "more-than", "at-least", "less-than", "at-most"),
} as const);

async function publish(rule: Rule, rows: readonly Row[]) {
  const unit = { one: "case", other: "cases" };
  const declared = rule.disclosure ? {} : { roundedTo: rule.base };
  const definition = defineDataset({
    title: "Cases",
    dimensions: {
      area: { role: "area", label: "Area", plural: "areas" },
      year: { role: "time", label: "Year" },
    },
    measures: {
      cases: { label: "Cases", unit, statType: "count", ...declared },
      people: { label: "People", unit: { one: "person", other: "people" }, statType: "count", ...declared },
      ...(rule.disclosure && {
        rate: { label: "Rate", unit, statType: "rate", per: 1000, numerator: "cases", denominator: "people" },
      }),
    },
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
    ...(rule.disclosure && { disclosure: rule.disclosure }),
  } as const);
  const shown = (value: number) => (rule.disclosure ? value : Math.floor(value / rule.base + 0.5) * rule.base);
  const data = rows.map((row) => ({
    ...row,
    cases: shown(row.cases),
    people: shown(row.people),
    ...(rule.disclosure && { rate: Math.round((row.cases / row.people) * 10_000) / 10 }),
  }));
  return readDataset(definition, { rows: data }, { id: "cases" });
}

/** What is printed, as a reader takes it: a number, the ends of a range, or nothing. */
interface Said {
  readonly low: number;
  readonly high: number;
  readonly kind: "exact" | "about" | "range";
}

const number = "−?[\\d,]+(?:\\.\\d+)?";
const toNumber = (text: string) => Number(text.replaceAll(",", "").replace("−", "-"));

function read(text: string): Said | undefined {
  const range = new RegExp(`between (${number})%? and (${number})`).exec(text);
  if (range) return { low: toNumber(range[1] ?? ""), high: toNumber(range[2] ?? ""), kind: "range" };
  const upTo = new RegExp(`up to (${number})`).exec(text);
  if (upTo) return { low: 0, high: toNumber(upTo[1] ?? ""), kind: "range" };
  const single = new RegExp(`(about )?(${number})`).exec(text);
  if (!single) return undefined;
  const value = toNumber(single[2] ?? "");
  return { low: value, high: value, kind: single[1] ? "about" : "exact" };
}

const tiny = 1e-9;
const round = (value: number, decimals: number) =>
  (Math.sign(value) * Math.floor(Math.abs(value) * 10 ** decimals + 0.5 + tiny)) / 10 ** decimals;

/** Whether a true figure is as it is said. */
function isTrue(said: Said, truth: number, { decimals, rule }: { decimals: number; rule: Rule }): boolean {
  if (said.kind === "about") return rule.may(truth, said.low);
  if (said.kind === "range") return truth >= said.low - tiny && truth <= said.high + tiny;
  return Math.abs(round(truth, decimals) - said.low) < tiny;
}

const words = ["", "second", "third", "fourth"];
const signOf = (phrase: string) => (/\bfall\b/.test(phrase) ? -1 : 1);
const relative = (a: number, b: number) => (a === b ? 0 : ((b - a) / a) * 100);
const perThousand = (a: number, b: number) => (a * 1000) / b;
const shareOf = (a: number, b: number) => Math.min(1, a / b) * 100;
const pairs = (first: readonly number[], second: readonly number[], compute: (a: number, b: number) => number) =>
  first.flatMap((a) => second.map((b) => compute(a, b)));
const middle = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[1] ?? 0) + (sorted[2] ?? 0)) / 2;
};

type MeasureName = "cases" | "people";

/** A table, what is published of it, and what a reader of that can hold possible. */
interface Table {
  readonly rule: Rule;
  readonly dataset: Awaited<ReturnType<typeof publish>>;
  evaluate(spec: ClaimSpec): Claim;
  truth(measure: MeasureName, area: string, year?: string): number;
  published(measure: MeasureName, area: string, year?: string): number | undefined;
  /** Every count that can be behind a published one. */
  possible(measure: MeasureName, area: string, year?: string): readonly number[];
  note(claim: Claim): string;
}

async function createTable(rule: Rule, cases: readonly number[], more: readonly number[]): Promise<Table> {
  const rows = cases.map((value, index): Row => {
    const [area = "", year = ""] = [areas[index % areas.length], years[Math.floor(index / areas.length)]];
    return { area, year, cases: value, people: value + (more[index] ?? 0) };
  });
  const dataset = await publish(rule, rows);
  const evaluator = createClaimEvaluator(new Map([["cases", dataset]]));
  const table: Table = {
    rule,
    dataset,
    evaluate: (spec) => evaluator.evaluate("it", spec),
    truth: (measure, area, year = "2019") => rows.find((row) => row.area === area && row.year === year)?.[measure] ?? 0,
    published(measure, area, year = "2019") {
      const id = (dimension: "area" | "year", name: string) => dataset.category(dimension, name)?.id ?? "";
      const [held] = dataset.lookup(measure, { area: id("area", area), year: id("year", year) });
      return held && "value" in held.cell ? held.cell.value : undefined;
    },
    possible(measure, area, year) {
      const shown = table.published(measure, area, year);
      if (shown === undefined) return [];
      const near = Array.from({ length: 21 }, (_, index) => shown - 10 + index);
      return near.filter((value) => value >= 0 && rule.may(value, shown) && !rule.hidden(value));
    },
    note: (claim) => `${rule.name}: ${claim.kind} "${claim.words.phrase}" of ${JSON.stringify(rows)}`,
  };
  return table;
}

const seen = { exact: 0, about: 0, range: 0, open: 0, absent: 0, verdicts: 0 };
function tally(claim: Claim, said?: Said) {
  if (claim.absence !== null) seen.absent += 1;
  else if (said) seen[said.kind] += 1;
  else seen.open += 1;
}

interface Expected {
  readonly truth: number;
  readonly decimals: number;
  /** All that rounding leaves possible, where that is not too much to list. */
  readonly all?: readonly number[];
}

/** A size: true, and a single number wherever all that can be behind it prints alike. */
function checkFigure(table: Table, spec: ClaimSpec, { truth, decimals, all = [] }: Expected) {
  const claim = table.evaluate(spec);
  const note = table.note(claim);
  const said = claim.absence === null ? read(claim.words.phrase) : undefined;
  tally(claim, said);
  if (!said) return;
  if (/less than 1%/.test(claim.words.phrase)) expect(truth, note).toBeLessThan(0.5);
  else if (/more than 99%/.test(claim.words.phrase)) expect(truth, note).toBeGreaterThanOrEqual(99.5);
  else expect(isTrue(said, truth, { decimals, rule: table.rule }), note).toBe(true);
  if (said.kind !== "range" || all.length === 0) return;
  // "Less than 1%" is another figure than "0%".
  const near = all.some((value) => (value > 0 && value < 0.5) || (value > 99 && value < 100));
  expect(near || new Set(all.map((value) => round(value, decimals))).size > 1, note).toBe(true);
}

function checkChange(table: Table, spec: ClaimSpec, { truth, decimals, all = [] }: Expected) {
  const claim = table.evaluate(spec);
  const note = table.note(claim);
  const { phrase } = claim.words;
  if (claim.absence !== null) tally(claim);
  else if (/little change/.test(phrase)) expect(round(truth, decimals), note).toBeCloseTo(0);
  else if (/no clear change/.test(phrase)) {
    tally(claim);
    // What is said to be open is.
    if (all.length > 0) expect(Math.min(...all) <= 0 && Math.max(...all) >= 0, note).toBe(true);
  } else if (/no change/.test(phrase)) expect(truth, note).toBe(0);
  else {
    expect(Math.sign(truth), note).toBe(signOf(phrase));
    if (/ from .* to /.test(phrase)) checkCounts(table, claim);
    else checkSize(table, claim, { truth: Math.abs(truth), decimals, all });
  }
}

function checkSize(table: Table, claim: Claim, { truth, decimals, all = [] }: Expected) {
  const said = read(claim.words.phrase);
  tally(claim, said);
  if (said) expect(isTrue(said, truth, { decimals, rule: table.rule }), table.note(claim)).toBe(true);
  if (said?.kind === "range" && all.length > 0)
    expect(new Set(all.map((value) => round(value, decimals))).size, table.note(claim)).toBeGreaterThan(1);
}

function checkCounts(table: Table, claim: Claim) {
  const [, fromAbout, from, toAbout, to] =
    new RegExp(`from (about )?(${number}) to (about )?(${number})`).exec(claim.words.phrase) ?? [];
  const isSo = (about: string | undefined, shown: string | undefined, value: number) =>
    about ? table.rule.may(value, toNumber(shown ?? "")) : toNumber(shown ?? "") === value;
  expect(isSo(fromAbout, from, table.truth("cases", "A", "2018")), table.note(claim)).toBe(true);
  expect(isSo(toAbout, to, table.truth("cases", "A")), table.note(claim)).toBe(true);
  tally(claim, { low: 0, high: 0, kind: "about" });
}

const own = { area: "A", year: "2019", measure: "cases" } as const;
const population = { ...own, measure: "people" } as const;
const span = { area: "A", from: "2018", to: "2019", measure: "cases" } as const;

function checkSizes(table: Table) {
  const { dataset, truth, possible, rule } = table;
  const check = (spec: ClaimSpec, expected: Expected) => checkFigure(table, spec, expected);
  const [cases, people] = [truth("cases", "A"), truth("people", "A")];
  const [allCases, allPeople] = [possible("cases", "A"), possible("people", "A")];
  const plus = (a: number, b: number) => a + b;
  check(count(dataset, own), { truth: cases, decimals: 0 });
  check(count(dataset, { ...own, area: ["A", "B"] }), {
    truth: cases + truth("cases", "B"),
    decimals: 0,
    all: pairs(allCases, possible("cases", "B"), plus),
  });
  const rates = { truth: perThousand(cases, people), decimals: 1, all: pairs(allCases, allPeople, perThousand) };
  check(rate(dataset, own, { population, per: 1000 }), rates);
  const made: ClaimSpec = { kind: "rate", dataset: "cases", of: { measure: "rate", at: { area: "A", year: "2019" } } };
  if (rule.disclosure) check(made, rates);
  const weekly = (value: number) => (value * 7) / 365;
  check(rate(dataset, own, { per: "week" }), { truth: weekly(cases), decimals: 1, all: allCases.map(weekly) });
  check(share(dataset, { part: own, whole: population }), {
    truth: shareOf(cases, people),
    decimals: 0,
    all: pairs(allCases, allPeople, shareOf),
  });
  check(median(dataset, { year: "2019", measure: "cases", among: "area" }), {
    truth: middle(areas.map((area) => truth("cases", area))),
    decimals: 1,
  });
  check(comparison(dataset, { left: own, right: { ...own, area: "B" } }, { relation: "times" }), {
    truth: cases / truth("cases", "B"),
    decimals: 1,
    all: pairs(allCases, possible("cases", "B"), (a, b) => a / b),
  });
  check(change(dataset, span, { mode: "ratio" }), {
    truth: cases / truth("cases", "A", "2018"),
    decimals: 1,
    all: pairs(possible("cases", "A", "2018"), allCases, (a, b) => b / a),
  });
}

function checkChanges(table: Table) {
  const { dataset, truth, possible } = table;
  const [from, to] = [truth("cases", "A", "2018"), truth("cases", "A")];
  const sides = [possible("cases", "A", "2018"), possible("cases", "A")] as const;
  checkChange(table, change(dataset, span), {
    truth: relative(from, to),
    decimals: 0,
    all: pairs(...sides, relative),
  });
  checkChange(table, change(dataset, span, { mode: "absolute" }), {
    truth: to - from,
    decimals: 0,
    all: pairs(...sides, (a, b) => b - a),
  });
  checkChange(table, change(dataset, span, { whole: { area: "A", measure: "people" } }), {
    truth: shareOf(to, truth("people", "A")) - shareOf(from, truth("people", "A", "2018")),
    decimals: 0,
  });
  const way = table.evaluate(direction(dataset, span));
  const ways: Readonly<Record<string, boolean>> = { rose: to > from, fell: to < from, "did not change": to === from };
  if (way.absence === null) expect(ways[way.words.change] ?? true, table.note(way)).toBe(true);
}

/** Which of two is higher. */
function checkRelations(table: Table) {
  const { dataset, truth } = table;
  const check = (spec: ClaimSpec, difference: number) => {
    const claim = table.evaluate(spec);
    tally(claim);
    const [relation = ""] = claim.words.phrase.split(" ");
    const holds: Readonly<Record<string, boolean>> = {
      higher: difference > 0,
      lower: difference < 0,
      the: difference === 0,
    };
    if (claim.absence === null) expect(holds[relation] ?? true, table.note(claim)).toBe(true);
  };
  check(comparison(dataset, { left: own, right: { ...own, area: "B" } }), truth("cases", "A") - truth("cases", "B"));
  check(
    comparison(dataset, { left: own, right: { median: { year: "2019", measure: "cases" }, among: "area" } }),
    truth("cases", "A") - middle(areas.map((area) => truth("cases", area))),
  );
}

function checkRank(table: Table, order: "highest" | "lowest") {
  const claim = table.evaluate(rank(table.dataset, { ...own, among: "area" }, { order }));
  if (claim.absence !== null) return;
  const note = table.note(claim);
  const { phrase } = claim.words;
  const mine = table.truth("cases", "A");
  const others = areas.filter((area) => area !== "A").map((area) => table.truth("cases", area));
  const place = others.filter((value) => (order === "highest" ? value > mine : value < mine)).length;
  const range = /^between the (?:(\w+) )??(?:highest|lowest) and the (\w+) /.exec(phrase);
  if (range) {
    expect(place, note).toBeGreaterThanOrEqual(words.indexOf(range[1] ?? ""));
    expect(place, note).toBeLessThanOrEqual(words.indexOf(range[2] ?? ""));
    return;
  }
  const expected = ["the", words[place], order, "of"].filter(Boolean).join(" ");
  expect(phrase.replace(/(possibly )?joint /, "").startsWith(expected), note).toBe(true);
  if (!/possibly joint/.test(phrase)) expect(/joint/.test(phrase), note).toBe(others.includes(mine));
}

function checkRecord(table: Table, extreme: "highest" | "lowest") {
  const claim = table.evaluate(record(table.dataset, own, { extreme }));
  if (claim.absence !== null || /^possibly/.test(claim.words.phrase)) return;
  const mine = table.truth("cases", "A");
  const holds = ["2017", "2018"]
    .map((year) => table.truth("cases", "A", year))
    .every((value) => (extreme === "highest" ? value < mine : value > mine));
  expect(!/^not/.test(claim.words.phrase), table.note(claim)).toBe(holds);
}

/** An interval holds that of the counts themselves. */
function checkInterval(table: Table) {
  const spec = rate(table.dataset, own, { population, per: 1000, uncertainty: true });
  const interval = table.evaluate(spec).figure?.interval;
  if (!interval) return;
  const { low, high } = countInterval(table.truth("cases", "A"));
  const people = table.truth("people", "A");
  expect(interval.low).toBeLessThanOrEqual(round(perThousand(low, people), 1) + tiny);
  expect(interval.high).toBeGreaterThanOrEqual(round(perThousand(high, people), 1) - tiny);
}

type Hedge = "none" | "more-than" | "at-least" | "less-than" | "at-most";

/** Whether a true number is as it is said, to the whole number where there is no hedge. */
const isSo = (truth: number, stated: number, hedge: Hedge) =>
  ({
    none: truth >= stated - 0.5 && truth < stated + 0.5,
    "more-than": truth > stated,
    "at-least": truth >= stated,
    "less-than": truth < stated,
    "at-most": truth <= stated,
  })[hedge];

/** A verdict holds of the counts themselves, but that quoting a published figure is right. */
function checkVerdict(table: Table, spec: ClaimSpec, { truth, isQuoted }: { truth: boolean; isQuoted: boolean }) {
  const claim = table.evaluate(spec);
  seen.verdicts += 1;
  if (claim.verdict === "supported") expect(isQuoted || truth, table.note(claim)).toBe(true);
  if (claim.verdict === "refuted") expect(truth, table.note(claim)).toBe(false);
}

test("property: whatever is printed of rounded counts is true of the counts, and as sharp as rounding allows", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ rule, cases, more, stated, percent, hedge }) => {
      const table = await createTable(rule, cases, more);
      checkSizes(table);
      checkChanges(table);
      checkRelations(table);
      for (const end of ["highest", "lowest"] as const) {
        checkRank(table, end);
        checkRecord(table, end);
      }
      checkInterval(table);
      const [from, to] = [table.truth("cases", "A", "2018"), table.truth("cases", "A")];
      checkVerdict(table, count(table.dataset, own, { stated: { value: stated, hedge } }), {
        truth: isSo(to, stated, hedge),
        isQuoted: hedge === "none" && stated === table.published("cases", "A"),
      });
      checkVerdict(table, change(table.dataset, span, { stated: { value: percent, unit: "percent" } }), {
        truth: isSo(relative(from, to), percent, "none"),
        isQuoted: false,
      });
    }),
    { numRuns: trials(120, 60) },
  );
  if (isCutShort) return;
  for (const [kind, times] of Object.entries(seen)) expect(times, kind).toBeGreaterThan(isWhole ? 9 : 0);
});
