import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const towns = ["Ashford", "Bexhill", "Crawley", "Dover", "Epsom"];
const groups: Readonly<Record<string, readonly string[]>> = {
  Formal: ["Fine", "Warning"],
  Informal: ["Advice", "Letter", "Visit"],
};

/** A block of rows with headings between them, the figures of which are told by its number. */
const block = (town: string, at: number, note: readonly string[] = []): readonly string[] => [
  town,
  "",
  ...Object.entries(groups).flatMap(([group, names], of) => [
    group,
    ...names.map((name, row) => `${name},${at * 100 + of * 10 + row},${at * 200 + of * 10 + row}`),
    "",
  ]),
  ...note,
  "",
];

describe("rows that come again below a heading of each block, with others between them, are told apart by these", () => {
  test("areas, and what stands below a block is no heading of the next", async () => {
    const { spec, dataset } = await guessOf(
      ["Cases,2020,2021", ...towns.flatMap((town, at) => block(town, at + 1, at === 1 ? ["Some are late."] : []))].join(
        "\n",
      ),
    );
    const [id = ""] = Object.keys(spec.layout?.tables?.[0]?.at ?? {});
    expect(dataset?.categories(id).map(({ label }) => label)).toEqual(towns);
    expect(dataset?.categories("section").map(({ label }) => label)).toEqual(Object.keys(groups));
    expect(spec.layout?.repeatedRows).toBeUndefined();
    expect(dataset?.observations).toHaveLength(towns.length * 5 * 2);
  });

  test("periods", async () => {
    const { spec, dataset } = await guessOf(
      ["Cases,Towns,Villages", ...["2018/19", "2019/20", "2020/21"].flatMap((year, at) => block(year, at + 1))].join(
        "\n",
      ),
    );
    const [time] = Object.entries(spec.dimensions).flatMap(([id, { role }]) => (role === "time" ? [id] : []));
    expect(dataset?.periods().map(({ start }) => start.slice(0, 4))).toEqual(["2018", "2019", "2020"]);
    expect(spec.layout?.tables?.map(({ at }) => at?.[time ?? ""])).toEqual(["2018/19", "2019/20", "2020/21"]);
  });

  test("whatever is in each block, every figure is of the block that it stands in", async () => {
    const blocks = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(blocks, async (numbers) => {
        const names = numbers.map((_, at) => `Block ${"ABCDEFGH"[at]}`);
        const { spec, dataset } = await guessOf(
          ["Cases,2020,2021", ...names.flatMap((name, at) => block(name, numbers[at] ?? 0))].join("\n"),
        );
        const [id = ""] = Object.keys(spec.layout?.tables?.[0]?.at ?? {});
        for (const [at, name] of names.entries()) {
          const category = dataset?.categories(id).find(({ label }) => label === name);
          const own = dataset?.observations.filter((one) => one.at[id] === category?.id) ?? [];
          const values = own.flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : []));
          expect(Math.min(...values)).toBe((numbers[at] ?? 0) * 100);
          expect(own).toHaveLength(10);
        }
      }),
      { numRuns: trials(60, 10) },
    );
  });
});

test("cases that come in any order are added up still", async () => {
  const cases = ["Fine", "Visit", "Fine", "Letter", "Visit", "Visit", "Fine", "Letter", "Letter", "Fine"];
  const { spec } = await guessOf(["Kind,Hours", ...cases.map((kind, at) => `${kind},${at * 37 + 111}`)].join("\n"));
  expect(spec.layout?.tables).toBeUndefined();
  expect(spec.layout?.repeatedRows).toBe("sum");
});

test("years above blocks are periods, also where the first stands above the headings of all", async () => {
  const rows = (year: number) => [
    "",
    `${year}`,
    "Area,Theft,Fraud",
    ...towns.map((town, at) => `${town},${year - 1900 + at * 31},${year - 1800 + at * 17}`),
  ];
  const { dataset } = await guessOf(["Offences by area", ...[2019, 2020, 2021].flatMap(rows)].join("\n"));
  expect(dataset?.periods().map(({ start }) => start.slice(0, 4))).toEqual(["2019", "2020", "2021"]);
  expect(dataset?.observations).toHaveLength(towns.length * 6);
});
