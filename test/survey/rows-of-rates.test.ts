import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const agencies = ["Absecon", "Brigantine", "Hammonton", "Linwood"];
const table = (least: number) =>
  [
    "ORI,Agency,Murder,Burglary",
    ...agencies.flatMap((name, at) => [
      `NJ0${at}01,${name} PD,,`,
      `NJ0${at}01,Number of Offenses,${least + at},${40 + at * 7}`,
      `NJ0${at}01,"Rate Per 100,000",${(least + at) * 12.5 + 0.25},${(40 + at * 7) * 12.5 + 0.25}`,
    ]),
    "",
  ].join("\n");

test("rows of rates make no means of small counts in other rows", async () => {
  const { spec, remarks } = await guessOf(table(1));
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count", "count"]);
  expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
  expect(JSON.stringify(spec.layout?.rows?.except)).toContain("Rate Per 100,000");
  expect(remarks.get("layout.rows")).toContain("rates or shares");
});

test("and stay where no count is small", async () => {
  const { spec } = await guessOf(table(20));
  expect(JSON.stringify(spec.layout?.rows ?? {})).not.toContain("Rate");
});

test("nor below headings between the rows", async () => {
  const { spec, dataset } = await guessOf(
    [
      "Agency,Murder,Burglary",
      ...agencies.flatMap((name, at) => [
        `${name} PD,,`,
        `Number of Offenses,${1 + at},${40 + at * 7}`,
        `"Rate Per 100,000",${(1 + at) * 12.5 + 0.25},${(40 + at * 7) * 12.5 + 0.25}`,
      ]),
      "",
    ].join("\n"),
  );
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count", "count"]);
  expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
  expect(dataset?.observations).toHaveLength(8);
});

test("a column that says of some rows that they are rates of others tells measures", async () => {
  const rows = agencies.flatMap((name, at) => [
    `${name},Under 67,Residents,2018,${2 + at}`,
    `${name},Under 67,Residents (per 1 000 inhabitants),2018,${(2 + at) * 1.25}`,
    `${name},67 and over,Residents,2018,${40 + at}`,
    `${name},67 and over,Residents (per 1 000 inhabitants),2018,${(40 + at) * 1.25}`,
  ]);
  for (const heading of ["contents", "told"]) {
    const { spec } = await guessOf(`region,age,${heading},year,value\n${rows.join("\n")}\n`);
    expect(spec.layout?.long).toEqual({ measure: heading, value: "value" });
    expect(spec.measures.residents?.statType).toBe("count");
    expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
  }
});

test("what rates are of is told without how many it is in, in brackets too; a count is called as what all rows are of", async () => {
  const { spec } = await guessOf(
    "Area,Households assessed as homeless per (000s)\nAshby,1.52\nBirch,2.71\nColdfell,0.94\nDunmarsh,1.13\n",
  );
  expect(Object.values(spec.measures)[0]).toMatchObject({
    statType: "rate",
    per: 1000,
    unit: { other: "households assessed as homeless" },
  });
  const contacts = await guessOf(
    `date,measure,count\n${["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30"].map((day, at) => `${day},People in contact with services,${1168537 + at * 4187}`).join("\n")}\n`,
  );
  expect(Object.values(contacts.spec.measures)[0]?.label).toBe("People in contact with services");
});
