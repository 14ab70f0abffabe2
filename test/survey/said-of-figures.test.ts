import { expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { kindOfMeasure } from "../../src/survey/measures/measure-kind.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const towns = ["Ashby", "Borton", "Cresswick", "Dunmore", "Elton", "Farley", "Garston", "Hexley"];
const rowsOf = (cells: (at: number) => string) => towns.map((town, at) => `${town},${cells(at)}\n`).join("");

test("short words that end as plurals do are those of no things, and NB is a number of what follows", async () => {
  const csv = `town,auth_abs,NB_collegians\n${rowsOf((at) => `${120 + at * 7},${310 + at * 13}`)}`;
  const { spec } = await guessOf(csv);
  expect(spec.measures.authAbs?.unit.other).toBe("(unit not stated)");
  expect(spec.measures.nbCollegians).toMatchObject({ unit: { other: "collegians" }, statType: "count" });
});

test("how far percentages lie apart is no share of anything", async () => {
  const csv = `town,Pass rate (%),Standard deviation (%)\n${rowsOf((at) => `${61.5 + at},${2.5 + at / 10}`)}`;
  const { spec } = await guessOf(csv);
  const kinds = Object.values(spec.measures).map(({ statType, unit }) => [statType, unit.other]);
  expect(kinds).toEqual([
    ["share", "%"],
    ["quantity", "%"],
  ]);
});

test("what is sold per adult is told for each of them, and adds up over no places", async () => {
  const csv = `town,Total volume of cider (litres) sold per adult drinker,Cider sold (litres)\n${rowsOf((at) => `${9.4 + at / 3},${9000.5 + at * 811}`)}`;
  const { spec } = await guessOf(csv);
  const [each, all] = Object.values(spec.measures);
  expect(each).toMatchObject({ unit: { other: "litres per adult drinker" }, statType: "quantity" });
  expect(each?.additive).toBeUndefined();
  expect(all).toMatchObject({ unit: { other: "litres" }, additive: true });
});

test("a short word before what others count is none of a statistic", async () => {
  const csv = `town,north_pop,south_pop,west_pop,se_pop\n${rowsOf((at) => `${520 + at * 3},${410 + at * 5},${230 + at},${120 + at * 2}`)}`;
  const { spec, remarks } = await guessOf(csv);
  expect(spec.measures.sePop).toMatchObject({ unit: { other: "people" }, statType: "count" });
  expect(remarks.get("measures.sePop.statType")).toContain("called alike");
  const alone = `town,north_pop,south_pop,se\n${rowsOf((at) => `${520 + at * 3},${410 + at * 5},${12 + at}`)}`;
  expect((await guessOf(alone)).spec.measures.se?.statType).toBe("quantity");
});

test("whom a rate is of ends with its heading", () => {
  for (const name of ["Admissions per 100,000 population | All persons", "Admissions per 100,000 population | Men"])
    expect(kindOfMeasure(name, [])).toMatchObject({ statType: "rate", per: 100_000, people: "population" });
});

test("of numbers and percentages a title says of whom", async () => {
  const csv = `town,Numbers,Percentages (%)\n${rowsOf((at) => `${310 + at * 17},${21.5 + at / 2}`)}`;
  const { spec } = await guessOf(csv, {
    title: "Number and percentage of children in poverty in Norland",
    called: "07",
  });
  expect(spec.measures.numbers).toMatchObject({ unit: { other: "children" }, statType: "count" });
});

test("a heading as long as a sentence is marked, and a short one is not", async () => {
  const long = `Number of households that asked the council for help because they were at risk of losing their home within ${8} weeks`;
  const { remarks } = await guessOf(`town,${long},Households\n${rowsOf((at) => `${310 + at * 17},${900 + at * 3}`)}`);
  const labels = [...remarks].filter(([field]) => field.endsWith(".label"));
  expect(labels).toHaveLength(1);
  expect(labels[0]?.[1]).toContain("as long as a sentence");
});

test("columns of units and of measurements restrict nobody, and stand in no title", async () => {
  const csv = `town,Currency,Measurement,group,Value\n${rowsOf((at) => `Currency: US $,Count,diesel cars,${310 + at * 17}`)}`;
  const [sheet] = await readSheets(csv, { file: "cars.csv", diagnostics: createDiagnostics() });
  const survey = sheet && surveyTable(sheet);
  expect(survey && titleOf("cars.csv", survey)).toBe("Cars, diesel cars (group)");
});

test("a column of one text between figures may be of some of them, and stands in no title", async () => {
  const titleWith = async (heading: string, cells: (at: number) => string) => {
    const [sheet] = await readSheets(`${heading}\n${rowsOf(cells)}`, {
      file: "cars.csv",
      diagnostics: createDiagnostics(),
    });
    const survey = sheet && surveyTable(sheet);
    return survey && titleOf("cars.csv", survey);
  };
  const [sold, share] = [(at: number) => 310 + at * 17, (at: number) => 21.5 + at * 1.3];
  expect(await titleWith("town,Sold,fuel,Share", (at) => `${sold(at)},other than petrol,${share(at)}`)).toBe("Cars");
  expect(await titleWith("town,fuel,Sold,Share", (at) => `other than petrol,${sold(at)},${share(at)}`)).toBe(
    "Cars, other than petrol (fuel)",
  );
});

test("a file without a word in its name is called as its sheet is, or by all that it has figures of, with who alone is counted", async () => {
  const csv = `town,Arrests,Charges,Convictions\n${rowsOf((at) => `${310 + at * 17},${210 + at * 3},${110 + at * 5}`)}`;
  const { spec, remarks } = await guessOf(csv, { title: "07, Females (sex)", called: "07" });
  expect(spec.title).toBe("Arrests and others by town, Females (sex)");
  expect(remarks.get("title")).toContain("Guessed");
  const { spec: one } = await guessOf(`town,Value\n${rowsOf((at) => `${310 + at * 17}`)}`, {
    title: "07, Females (sex)",
    called: "07",
  });
  expect(Object.values(one.measures)[0]?.label).not.toContain("Females");
});

test("a column that is called a percentage, and holds thousands, takes the unit of no other", async () => {
  const csv = `town,% by bus,% by car,% by bike,% of gold\n${rowsOf((at) => `${0.2137 + at / 51},${0.5213 + at / 41},${0.1139 + at / 91},${7100 + at}`)}`;
  const { spec } = await guessOf(csv);
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["%", "%", "%", "(unit not stated)"]);
});

test("what a rate of another language counts is asked, and is not its whole heading", async () => {
  const csv = `ville,Taux de fécondité pour 100 femmes\n${rowsOf((at) => `${4.1 + at / 3}`)}`;
  const [rate] = Object.values((await guessOf(csv)).spec.measures);
  expect(rate).toMatchObject({ statType: "rate", per: 100, unit: { other: "(unit not stated)" } });
});

test("money that is much the same in all places is no amount, unless it differs as places do", async () => {
  const places = Array.from({ length: 40 }, (_, at) => `E0600${String(1000 + at).slice(0, 4)}`);
  const tableOf = (income: (at: number) => number) =>
    `code,area,Gross income (£)\n${places.map((code, at) => `${code},Place ${"ABCDEFGH"[at % 8]}${at},${income(at)}\n`).join("")}`;
  const additiveOf = async (csv: string) => Object.values((await guessOf(csv)).spec.measures)[0]?.additive;
  expect(await additiveOf(tableOf((at) => 27_000.5 + at * 211))).toBeUndefined();
  expect(await additiveOf(tableOf((at) => 27_000.5 + at * at * 2110))).toBe(true);
});

test("figures of which the unit alone is said are called by it, and this is marked", async () => {
  const csv = `town,Measurement,Units,Sex,Age,Value\n${towns.flatMap((town, at) => ["Men", "Women"].flatMap((sex, of) => ["0-15", "16-64", "65+"].map((age, n) => `${town},Count,People,${sex},${age},${210 + at * 7 + of * 3 + n}\n`))).join("")}`;
  const { spec, remarks } = await guessOf(csv, { title: "14", called: "14" });
  expect(spec.title).toBe("People by town, sex and age");
  expect(spec.measures.value).toMatchObject({ label: "People", unit: { other: "people" }, statType: "count" });
  expect(remarks.get("measures.value.label")).toContain("say it");
  const called = await guessOf(csv, { title: "Casualties", called: "Casualties" });
  expect(Object.values(called.spec.measures)[0]?.label).toBe("Casualties");
});
