import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const ports = (heading: string, names: readonly string[], own: number) => [
  `${heading},,,`,
  ...names.map((name, at) => `${name},${own + at},${own + 2 * at},${own + 3 * at}`),
  `All ${heading},${own * 3 + 3},${own * 3 + 6},${own * 3 + 9}`,
];

test("a total of all groups behind that of the last one is none of its rows", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Port,2011,2012,2013",
      ...ports("North Coast", ["Ayle", "Brent", "Carn"], 400),
      ...ports("South Coast", ["Dunmouth", "Eskham", "Fallow"], 700),
      ...ports("East Coast", ["Gare", "Hulme", "Irby"], 200),
      "All routes,3909,3918,3927",
    ),
  );
  expect(spec.layout?.rows).toMatchObject({ except: { Port: ["All routes"] } });
  expect(dataset?.categories("section").map(({ label }) => label)).toEqual([
    "North Coast",
    "South Coast",
    "East Coast",
  ]);
  expect(dataset?.observations).toHaveLength(36);
});

test("a row as far out as the headings between rows, below the indented ones of the last, is none of these", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Action,2011,2012,2013",
      ...["Recorded", "Cleared up", "Fined"].flatMap((heading, at) => [
        `${heading},,,`,
        `   Thefts,${410 + at},${420 + at},${431 + at}`,
        `   Frauds,${310 + at},${324 + at},${333 + at}`,
      ]),
      "People taken to court,144,142,149",
    ),
  );
  expect(spec.layout?.rows).toMatchObject({ except: { Action: ["People taken to court"] } });
  expect(dataset?.observations).toHaveLength(18);
});

test("totals of a group that are not larger than it stay among its rows", async () => {
  const { dataset } = await guessOf(
    lines(
      "Port,2011,2012,2013",
      ...ports("North Coast", ["Ayle", "Brent", "Carn"], 400),
      ...ports("South Coast", ["Dunmouth", "Eskham", "Fallow"], 700),
      "All lorries,110,120,130",
    ),
  );
  expect(dataset?.observations).toHaveLength(27);
});

test("a total that is larger than all that stands below a heading, a total among it, is none of its rows", async () => {
  const { dataset } = await guessOf(
    lines(
      "Port,2011,2012,2013",
      ...ports("North Coast", ["Ayle", "Brent", "Carn"], 400),
      "Cruises,,,",
      "All ports,300,330,360",
      "Gare,100,110,120",
      "Hulme,200,220,240",
      "All passengers,1503,1536,1569",
    ),
  );
  expect(dataset?.observations).toHaveLength(21);
});

test("all means of something are no average of the others", async () => {
  const { remarks } = await guessOf(
    lines(
      "Means of travel,Year,Persons",
      ...["All means of travel", "On foot", "By bus"].flatMap((name, at) =>
        [2011, 2016, 2022].map((year) => `${name},${year},${4000 + at * 310 + year}`),
      ),
    ),
  );
  expect(JSON.stringify([...remarks])).not.toContain("averages of others");
});

test("a last row that numbers the columns, and has no name, is none", async () => {
  const heads = Array.from({ length: 9 }, (_, at) => `Line ${at + 1}`);
  const rows = ["Ayle", "Brent", "Carn", "Dunmouth", "Eskham"].map((name, at) => [
    name,
    ...heads.map((_, own) => 700 + at * 37 + own * own * 13),
  ]);
  const numbered = lines(
    ["Town", ...heads].join(),
    ...rows.map((row) => row.join()),
    `,${heads.map((_, at) => at + 4).join()}`,
  );
  const { spec, dataset } = await guessOf(numbered);
  expect(spec.layout?.lastRow).toBe(6);
  expect(dataset?.categories("town")).toHaveLength(5);
});

test("years that stand above each block once more are headings again, and name no measure", async () => {
  const years = [1977, 1978, 1979, 1980];
  const block = (name: string, own: number) =>
    ["new", "died"].map((kind, at) => [at === 0 ? name : "", kind, ...years.map((_, by) => own + at * 57 + by * 3)]);
  const { spec, dataset } = await guessOf(
    lines(
      "Counts of cases by organ,,,,,",
      ",,roky,,,",
      ["Organ", "", ...years].join(","),
      ...["Lung", "Skin", "Liver"].flatMap((name, at) => [
        ...(at === 0 ? [] : [`,,${years.join(",")}`]),
        ...block(name, 1310 + at * 213).map((cells) => cells.join(",")),
      ]),
    ),
  );
  expect(dataset?.observations).toHaveLength(3 * 2 * 4);
  expect(Object.values(spec.measures).map(({ label }) => label)).not.toContain("Roky");
});
