import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

describe("that amounts make a sum", () => {
  const areas = ["Kent", "Essex", "Devon", "Dorset"];
  const sumOf = async (heading: string, rows: readonly string[], title?: string) => {
    const { spec, remarks } = await guessOf(lines(`Area,"${heading}"`, ...rows), title === undefined ? {} : { title });
    const [id = ""] = Object.keys(spec.measures);
    const said = [...remarks].filter(([field]) => field.startsWith(`measures.${id}.`)).map(([, text]) => text);
    return { isAsked: said.some((text) => /add additive: true/u.test(text)), additive: spec.measures[id]?.additive };
  };
  const alike = areas.map((area, at) => `${area},${4.1 + at / 10}`);
  const withTotal = [...areas.map((area, at) => `${area},${400.5 + at * 31}`), "Total,1788.0"];

  test.each([
    ["the unit alone", "Meat (kg)", alike, undefined, false],
    ["money alone", "Band D (£)", areas.map((area, at) => `${area},${1400.5 + at}`), undefined, false],
    ["a word of the heading", "Meat produced (kg)", alike, undefined, true],
    ["a word of the title", "Meat (kg)", alike, "Production of food", true],
    ["a title of averages against a word", "Meat produced (kg)", alike, "Average of each household", false],
    ["a total that is the sum", "Meat (kg)", withTotal, undefined, true],
    ["a sum that no words say", "Meat, price", withTotal, undefined, false],
  ])("%s", async (_, heading, rows, title, isSum) => {
    expect(await sumOf(heading, rows, title)).toEqual({ isAsked: !isSum, additive: isSum || undefined });
  });
});

describe("units", () => {
  const rows = (values: readonly (number | string)[]) => values.map((value, at) => `Town ${at + 1},${value}`);
  const unitOf = async (heading: string, values: readonly (number | string)[]) => {
    const { spec, remarks } = await guessOf(lines(`Area,"${heading}"`, ...rows(values)));
    const [id = ""] = Object.keys(spec.measures);
    return { unit: spec.measures[id]?.unit.other, said: remarks.get(`measures.${id}.unit`) ?? "" };
  };

  test.each([
    ["Median age", [38.4, 41.5, 29.1, 44.8], "years"],
    ["Age-adjusted death rate", [38.4, 41.5, 29.1, 44.8], "(unit not stated)"],
    ["Mean age-standardised score of deaths", [38.4, 41.5, 29.1, 44.8], "points"],
    ["Age of deaths per place", [738.4, 841.5, 529.1, 944.8], "(unit not stated)"],
    ["Share of requirement, %", [38.4, 41.5, 129.1, 44.8], "%"],
    ["Share of requirement, %", [411240275.5, 1940275.5, 810040.1, 7340275.2], "(unit not stated)"],
    ["Growth, %", [1411.5, 194.5, 81.1, 7.2], "%"],
  ])("%s of %j: %s", async (heading, values, unit) => {
    const found = await unitOf(heading, values);
    expect(found.unit).toBe(unit);
    if (unit === "(unit not stated)") expect(found.said).not.toBe("");
  });
});

describe("areas", () => {
  const roles = async (...rows: readonly string[]) =>
    Object.values((await guessOf(lines(...rows))).spec.dimensions).map(({ role, label }) => `${role} ${label}`);
  const days = ["2020-12-08", "2020-12-09", "2020-12-10"];

  test("are no kinds of something beside the one code of a country", async () => {
    const rows = days.flatMap((day, at) =>
      ["Pfizer", "Moderna", "Astra"].map((name, own) => `${day},S92000003,${name},${at * 50 + own * 37 + 20}`),
    );
    expect(await roles("Date,Country,Product,Doses", ...rows)).toContain("category Product");
  });

  test("have a code each", async () => {
    const rows = ["Alba", "Berra", "Cadda", "Dolla"].map((name, at) => `E0600000${at},${name},${at * 50 + 20}`);
    expect(await roles("Code,Name,Doses", ...rows)).toContain("area Area");
  });
});

describe("categories of one measure", () => {
  const years = [2015, 2016, 2017, 2018];
  const doubted = async (of: (at: number) => Readonly<Record<string, number>>) => {
    const rows = ["Kent", "Essex", "Devon", "Dorset"].flatMap((area, own) =>
      years.flatMap((year, at) =>
        Object.entries(of(own + at)).map(([kind, value]) => `${area},${year},${kind},${value}`),
      ),
    );
    const { remarks } = await guessOf(lines("Area,Year,SubCat,Values_", ...rows));
    return [...remarks.values()].some((text) => text.includes("are unlike"));
  };

  test.each([
    ["what is paid and by how much it moved", (at: number) => ({ Paid: 811.5 + at * 7, Moved: at - 2.5 }), true],
    ["changes alone", (at: number) => ({ Flats: at - 1.5, Houses: at - 2.5 }), false],
    [
      "rents of several sizes",
      (at: number) => ({ One: 511.5 + at, Two: 811.5 + at * 7, Three: 1203.2 + at * 9 }),
      false,
    ],
    ["an index beside a mean in pounds", (at: number) => ({ Rent: 9811.5 + at * 7, Against: 0.5 + at / 10 }), true],
    ["counts of what is common and rare", (at: number) => ({ Colds: 94110 + at * 7, Plague: 11 + at }), false],
  ])("%s", async (_, of, isDoubted) => {
    expect(await doubted(of)).toBe(isDoubted);
  });
});

describe("zeros among means", () => {
  const remarksOf = async (rents: readonly number[], heading = "Mean rent") => {
    const rows = rents.map((rent, at) => `Place ${at}x,${rent}`);
    const { remarks } = await guessOf(lines(`Town,${heading}`, ...rows));
    return [...remarks.values()].join(" ");
  };
  const far = Array.from({ length: 20 }, (_, at) => 700.5 + at * 31);

  test("that are far from it are marked", async () => {
    expect(await remarksOf([...far, 0, 0])).toContain("0 stands among figures");
  });

  test("that may be none, or are counts, are not", async () => {
    expect(await remarksOf([...far, 12.5, 0])).not.toContain("0 stands among figures");
    expect(await remarksOf([...far.map(Math.floor), 0], "Deaths")).not.toContain("0 stands among figures");
  });
});
