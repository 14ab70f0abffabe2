import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const areas = ["Kent", "Essex", "Devon", "Surrey", "Dorset"];
const table = (above: string, head: string, rows: (at: number) => string): string =>
  `Children by area\n"${above}"\n\n${head}\n${areas.map((area, at) => `${area},${rows(at)}`).join("\n")}\n`;
const measuresOf = async (csv: string) => Object.values((await guessOf(csv)).spec.measures);

describe("of how many a bare rate is, is taken from the line above the table", () => {
  test("of rates beside numbers", async () => {
    const measures = await measuresOf(
      table(
        "numbers and rates per 10,000 children aged under 18 years",
        "Area,Numbers,Rates",
        (at) => `${700 + at * 91},${60 + at}.5`,
      ),
    );
    expect(measures).toMatchObject([
      { statType: "count", label: "Numbers" },
      { statType: "rate", per: 10_000, label: "Rates per 10,000 children aged under 18 years" },
    ]);
  });

  test("of a short form, without what the line says further", async () => {
    const [measure] = await measuresOf(
      table(
        "Directly age standardised rate per 100,000 registered patients, 95% confidence",
        "Area,DSR",
        (at) => `${2064 + at * 31}.5`,
      ),
    );
    expect(measure).toMatchObject({ statType: "rate", per: 100_000, label: "DSR per 100,000 registered patients" });
  });

  test("but not where lines say it of several, or of a heading that says more", async () => {
    const both = await measuresOf(
      table("Rates per 10,000 children; rate per 1,000 people.", "Area,Rate", (at) => `${60 + at}.5`),
    );
    expect(both[0]).not.toMatchObject({ per: 1000 });
    const other = await measuresOf(table("Rates per 10,000 children", "Area,Exchange rate", (at) => `${1 + at}.5`));
    expect(other[0]?.statType).toBe("quantity");
  });
});

test("a count of projections is of people where they are of a population, and asked otherwise", async () => {
  const figures = areas.map((area, at) => `${area},${700 + at * 91}`).join("\n");
  const [people] = await measuresOf(`Area,Population projections for England\n${figures}\n`);
  expect(people?.unit).toEqual({ one: "person", other: "people" });
  const [dwellings] = await measuresOf(`Area,Dwelling projections for England\n${figures}\n`);
  expect(dwellings?.unit.other).not.toContain("projections");
});

test("figures whose title ends in indexes are index points", async () => {
  const rows = areas.map((area, at) => `${area},${97 + at}.25,${98 + at}.75`).join("\n");
  const [measure] = await measuresOf(`"Payroll jobs by area, indexes"\n\nArea,2019,2020\n${rows}\n`);
  expect(measure?.unit.other).toBe("index points");
});
