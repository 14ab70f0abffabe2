import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** A table of so many rows. */
const table = (heading: string, row: (at: number) => readonly (string | number)[], count = 96) =>
  `${[heading, ...Array.from({ length: count }, (_, at) => row(at).join(","))].join("\n")}\n`;

const letters = "ABDEFGHJLN";
const postcode = (at: number) => `M${14 + (at % 3)} ${1 + (at % 9)}${letters[at % 10]}${letters[(at * 7) % 10]}`;
const streets = "Mill Lane,High Street,Station Road,Church Lane,Oak Avenue,Park Road".split(",");
const amount = (at: number) => 140 + ((at * 271) % 900);
const kind = (at: number) => ["Housing", "Council tax", "Disability"][at % 3] ?? "";

const benefits = table("Postcode,Benefit,Amount (£)", (at) => [postcode(at % 30), kind(at * 7), amount(at)]);
const waits = table("Month,Postcode,Days waited", (at) => [
  `2023-${String(1 + ((at * 5) % 12)).padStart(2, "0")}`,
  postcode(at % 41),
  1 + ((at * 17) % 300),
]);
const arrears = table("Street,Ward,Arrears", (at) => [
  streets[at % 6] ?? "",
  ["North", "South"][at % 2] ?? "",
  amount(at),
]);
const payments = table("Postcode,Disability payment", (at) => [postcode(at), amount(at)], 60);
const atDoors = table("Address,Council tax debt (£)", (at) => [`${1 + at} ${streets[at % 6]}`, amount(at)], 60);
const incomes = table("Postcode,Age,Income", (at) => [postcode(at % 40), 18 + ((at * 13) % 70), 9000 + amount(at) * 9]);
const ofStreets = table("Straße,Leistung in Euro", (at) => [
  `${["Linden", "Haupt", "Garten"][at % 3]}straße`,
  amount(at),
]);
const dutch = table("Postcode,Bedrag", (at) => [`${1011 + (at % 3)} A${letters[at % 5]}`, amount(at)]);
const outputAreas = table("OA21CD,Benefit,Payment", (at) => [`E000${10_000 + (at % 20)}`, kind(at), amount(at)]);

describe("what is of one person in a place of a few", () => {
  test.each([
    ["benefits by postcode", benefits, ["Benefit"]],
    ["days waited by postcode and month", waits, ["Month"]],
    ["arrears by street", arrears, ["Ward"]],
    ["one payment a postcode", payments, []],
    ["one debt an address", atDoors, []],
    ["incomes by postcode and age", incomes, []],
    ["streets of Germany", ofStreets, []],
    ["postcodes of the Netherlands", dutch, []],
    ["the smallest areas of a census", outputAreas, ["Benefit"]],
  ])("%s: rows are counted, and no place or amount is shown", async (_, content, labels) => {
    const { spec, remarks } = await guessOf(content);
    expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(labels);
    expect(spec.layout?.counted).toBeDefined();
    expect(spec.disclosure).toBeDefined();
    expect(remarks.get(`measures.${spec.layout?.counted}.unit`)).toContain("A list of cases");
  });
});

test.each([
  ["flags by postcode", table("Postcode,In care,Excluded", (at) => [postcode(at % 30), at % 2, Number(at % 19 === 0)])],
  ["flags by a code", table("URN,In need,Bullied", (at) => [100_007 + (at % 12) * 13, at % 2, Number(at % 3 === 0)])],
])("%s: nothing is said of one person", async (_, content) => {
  const { spec } = await guessOf(content);
  expect(spec.dimensions).toEqual({});
  expect(spec.layout?.counted).toBeDefined();
});

test("of how many in a town something is so is said, and protected however many they are", async () => {
  const { spec, dataset } = await guessOf(
    table("Town,Smoker,Diabetic", (at) => [
      ["Leeds", "York", "Hull"][at % 3] ?? "",
      Number(at % 2 < 1),
      Number(at % 5 < 2),
    ]),
  );
  expect(Object.keys(spec.measures)).toEqual(["smoker", "diabetic"]);
  expect(dataset?.observations.every(({ cell }) => cell.state === "value" && cell.value > 4)).toBe(true);
  expect(spec.disclosure).toBeDefined();
});

test("rows of a sex and a score that nothing tells apart are people", async () => {
  const { spec } = await guessOf(
    table("URN,Sex,Score", (at) => [100_007 + (at % 12) * 13, "MF"[at % 2] ?? "", 20 + ((at * 37) % 80)]),
  );
  expect(Object.keys(spec.dimensions)).toEqual(["sex"]);
  expect(spec.layout?.counted).toBeDefined();
  expect(spec.layout?.dimensions).toEqual({ sex: "Sex" });
});

test("small counts by full postcode are said to be of a few people", async () => {
  const { spec, remarks } = await guessOf(table("Postcode,Victims", (at) => [postcode(at), 1 + ((at * 3) % 7)], 60));
  expect(spec.disclosure).toBeDefined();
  expect(remarks.get("dimensions.postcode")).toContain("Places of a few people each");
});

describe("what is of many, or of no person, is read as before", () => {
  test.each([
    [
      "households by full postcode",
      table("Postcode,Households", (at) => [postcode(at), 8 + (at % 32)], 60),
      "Postcode",
    ],
    [
      "counts by postcode district",
      table("Postcode district,Claims", (at) => [`M${at + 1}`, 510 + at * 37], 40),
      "Postcode district",
    ],
    [
      "prices by full postcode",
      table("Postcode,House price (£)", (at) => [postcode(at), 90_000 + at * 911], 60),
      "Postcode",
    ],
    [
      "medians by full postcode",
      table("Postcode,Median income (£)", (at) => [postcode(at), 19_000 + at * 91], 60),
      "Postcode",
    ],
    [
      "schools with their pupils",
      table(
        "School name,Postcode,Pupils,Cost (£)",
        (at) => [`${letters[at % 10]}${at} Primary`, postcode(at), 90 + at * 7, amount(at)],
        40,
      ),
      "School name",
    ],
    [
      "crossings of streets by year",
      table("Street,Year,Collisions", (at) => [streets[at % 6] ?? "", 2010 + Math.floor(at / 6), (at * 7) % 40], 60),
      "Street",
    ],
    [
      "pools and halls of towns",
      table("Town,Pool,Hall", (at) => [`Town ${letters[at % 10]}${at}`, at % 2, Number(at % 3 === 0)], 40),
      "Town",
    ],
  ])("%s", async (_, content, label) => {
    const { spec } = await guessOf(content);
    expect(Object.values(spec.dimensions).map((own) => own.label)).toContain(label);
    expect(spec.layout?.counted).toBeUndefined();
  });
});
