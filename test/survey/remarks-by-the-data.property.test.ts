import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

/** A table of areas, and of years where it has any, with columns of known truth. */
interface Made {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const names = Array.from({ length: 14 }, (_, at) => `${"ABCDEFGHIJKLMN"[at]}${"aeiou"[at % 5]}rton`);
const regions = ["North side", "South side", "East side"];

interface Shape {
  readonly areas: number;
  readonly years: number;
  readonly hasCode: boolean;
  readonly hasRegion: boolean;
  readonly hasFlag: boolean;
  readonly hasDate: boolean;
  readonly hasRank: "none" | "by visits" | "by nothing";
  readonly hasPopulation: boolean;
  readonly totals: "none" | "sums" | "others";
  readonly seed: number;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  areas: fc.integer({ min: 5, max: 14 }),
  years: fc.integer({ min: 1, max: 4 }),
  hasCode: fc.boolean(),
  hasRegion: fc.boolean(),
  hasFlag: fc.boolean(),
  hasDate: fc.boolean(),
  hasRank: fc.constantFrom("none", "by visits", "by nothing"),
  hasPopulation: fc.boolean(),
  totals: fc.constantFrom("none", "sums", "others"),
  seed: fc.integer({ min: 1, max: 997 }),
});

function made(shape: Shape): Made {
  const { areas, years, seed } = shape;
  const own = names.slice(0, areas);
  const visits = (at: number, on: number) => 40 + ((at * 7919 + on * 104_729 + seed * 31) % 883);
  const miles = (at: number, on: number) => 2 + ((at * 613 + on * 389 + seed * 17) % 97);
  const heads = [
    "Town",
    ...(shape.hasCode ? ["Town code"] : []),
    ...(shape.hasRegion ? ["Side"] : []),
    ...(years > 1 ? ["Year"] : []),
    "Visits",
    "Lengthways",
    ...(shape.hasPopulation ? ["Residents"] : []),
    ...(shape.hasRank === "none" ? [] : ["Rank"]),
    ...(shape.hasFlag ? ["estimated"] : []),
    ...(shape.hasDate ? ["Opened on"] : []),
  ];
  const row = (name: string, year: string, [at, on]: readonly [number, number], figures: readonly [number, number]) => [
    name,
    ...(shape.hasCode ? [`T${100 + at}`] : []),
    ...(shape.hasRegion ? [regions[at % 3] as string] : []),
    ...(years > 1 ? [year] : []),
    String(figures[0]),
    `${figures[1]}.5`,
    ...(shape.hasPopulation ? [String(9000 + at * 311)] : []),
    ...(shape.hasRank === "none"
      ? []
      : [
          String(
            shape.hasRank === "by visits"
              ? 1 + own.filter((_, other) => visits(other, on) > visits(at, on)).length
              : 1 + ((at * 5 + on * 3) % areas),
          ),
        ]),
    ...(shape.hasFlag ? [(at + on) % 3 === 0 ? "TRUE" : "FALSE"] : []),
    ...(shape.hasDate ? [`19${70 + at}-0${1 + (at % 9)}-1${at % 10}`] : []),
  ];
  const spans = Array.from({ length: years }, (_, on) => on);
  const rows = own.flatMap((name, at) => {
    const each = spans.map((on) => row(name, String(2018 + on), [at, on], [visits(at, on), miles(at, on)]));
    if (years < 2 || shape.totals === "none") return each;
    const sum = spans.reduce((all, on) => all + visits(at, on), 0);
    const all = spans.reduce((total, on) => total + miles(at, on) + 0.5, 0);
    const total = shape.totals === "sums" ? [sum, all - 0.5] : [sum + 31 + at, all + 12 + at];
    return [...each, row(name, "Total", [at, 0], total as [number, number])];
  });
  return { heads, rows };
}

/** What a column of the table has, by its heading. */
const columnOf = ({ heads, rows }: Made, head: string): readonly string[] =>
  rows.map((row) => row[heads.indexOf(head)] ?? "");

/** Whether one column says one thing of each text of another, some of which stand in several rows. */
function isTold(table: Made, head: string, by: string): boolean {
  const [told, own] = [columnOf(table, head), columnOf(table, by)];
  const known = new Map<string, string>();
  return own.every((text, at) => {
    const before = known.get(text) ?? told[at];
    known.set(text, before as string);
    return before === told[at];
  });
}

/** Each statement of remarks that the data can refute: how it is read, and whether it is so. */
const statements: readonly {
  readonly look: RegExp;
  readonly isTrue: (table: Made, found: Readonly<Record<string, string>>, shape: Shape) => boolean;
}[] = [
  {
    look: /"(?<head>[^"]+)": told by "(?<by>[^"]+)"/gu,
    isTrue: (table, { head = "", by = "" }) =>
      isTold(table, head, by) &&
      // What each name has one of, by its own: another name or a code, or the same in its several rows.
      (new Set(columnOf(table, head)).size === new Set(columnOf(table, by)).size ||
        new Set(columnOf(table, by)).size < table.rows.length),
  },
  {
    look: /"(?<head>[^"]+)": says one thing of each "(?<by>[^"]+)"/gu,
    isTrue: (table, { head = "", by = "" }) => isTold(table, head, by),
  },
  {
    look: /"(?<head>[^"]+)": always "(?<text>[^"]+)"/gu,
    isTrue: (table, { head = "", text }) => columnOf(table, head).every((own) => own === text),
  },
  {
    look: /"(?<head>[^"]+)": says whether something is so, "(?<one>TRUE|FALSE)" in (?<ones>\d+) and "(?<two>TRUE|FALSE)" in (?<twos>\d+) of (?<all>\d+) rows/gu,
    isTrue: (table, { head = "", one, ones, two, twos, all }, { totals, years }) => {
      const read = table.rows.filter((row) => !row.includes("Total"));
      const of = totals !== "none" && years > 1 && String(table.rows.length) === all ? table.rows : read;
      const texts = of.map((row) => row[table.heads.indexOf(head)]);
      return [
        [ones, texts.filter((text) => text === one).length],
        [twos, texts.filter((text) => text === two).length],
        [all, of.length],
      ].every(([said, found]) => Number(said) === found);
    },
  },
  {
    look: /"Rank": the rank by "(?<by>[^"]+)"/gu,
    isTrue: (table, { by = "" }, { hasRank }) => {
      // In the rows of each year, no lower place has a higher figure, or none a lower one.
      const years = table.heads.includes("Year") ? columnOf(table, "Year") : table.rows.map(() => "");
      const [places, values] = [columnOf(table, "Rank"), columnOf(table, by)];
      const isOrdered = [1, -1].some((sign) =>
        table.rows.every((_, one) =>
          table.rows.every(
            (__, other) =>
              years[one] !== years[other] ||
              years[one] === "Total" ||
              Number(places[one]) >= Number(places[other]) ||
              sign * Number(values[one]) >= sign * Number(values[other]),
          ),
        ),
      );
      return hasRank === "by visits" || isOrdered;
    },
  },
  {
    look: /No column tells a period/gu,
    isTrue: (table, _, { hasDate }) => !table.heads.includes("Year") && !hasDate,
  },
  {
    look: /It adds up, over time too/gu,
    isTrue: (_, __, { totals, years }) => totals === "sums" && years > 1,
  },
  {
    look: /Nothing in the file shows that/gu,
    isTrue: (_, __, { totals, years }) => !(totals === "sums" && years > 1),
  },
  {
    look: /so the number of all of them/gu,
    isTrue: () => false,
  },
];

test("what remarks say of a table is so in its rows", async () => {
  const seen = new Set<RegExp>();
  await fc.assert(
    fc.asyncProperty(shapes, async (shape) => {
      const table = made(shape);
      const csv = `${[table.heads, ...table.rows].map((row) => row.join()).join("\n")}\n`;
      const { remarks } = await guessOf(csv, { title: "Figures of towns" });
      const said = [...remarks.values()].join(" ");
      for (const { look, isTrue } of statements)
        for (const { 0: text, groups = {} } of said.matchAll(look)) {
          seen.add(look);
          expect(isTrue(table, groups, shape), `${text}\n${csv}`).toBe(true);
        }
      // Each column with something in it is read, or said not to be.
      const ignored = [(await guessOf(csv, { title: "Figures of towns" })).spec.layout?.ignore ?? []].flat();
      for (const head of ignored) expect(said).toContain(`"${head}"`);
    }),
    { numRuns: trials(300, 90), seed: 11 },
  );
  expect(seen.size).toBeGreaterThan(2);
});
