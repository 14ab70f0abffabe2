import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const diseases = ["Mumps", "Measles", "Scarlet fever", "Whooping cough"];

describe("signs behind periods", () => {
  const rows = diseases.flatMap((name, at) => [
    `${name},2017,${210 + at * 7}`,
    `${name},2018*,${230 + at * 5}`,
    `${name},2019*,${220 + at * 3}`,
  ]);

  test("that a note explains say how sure the figures are", async () => {
    const { spec, dataset } = await guessOf(lines("Disease,Year,Cases", ...rows, ",,", "* Provisional figures.,,"));
    expect(spec.dimensions.year).toMatchObject({ statuses: { "2018*": "provisional", "2019*": "provisional" } });
    const ofLast = dataset?.observations.filter(({ at }) => at.year?.startsWith("2019"));
    expect(new Set(ofLast?.map(({ statuses }) => statuses.join()))).toEqual(new Set(["provisional"]));
    const ofFirst = dataset?.observations.filter(({ at }) => at.year?.startsWith("2017"));
    expect(new Set(ofFirst?.map(({ statuses }) => statuses.join()))).toEqual(new Set([""]));
  });

  test("are no matter of a row of changes among the years, which a note on figures is not about", async () => {
    const { remarks } = await guessOf(
      lines(
        "Disease,Year,Cases",
        ...diseases.flatMap((name, at) => [
          `${name},2017,${210 + at * 7}`,
          `${name},2018,${230 + at * 5}`,
          `${name},Percent change,${at}.5`,
        ]),
        ",,",
        "Cases are provisional.,,",
      ),
    );
    expect(remarks.get("dimensions.year")).toContain('statuses: { "2018": "provisional" }');
  });

  test("that nothing explains are asked", async () => {
    const { spec, remarks } = await guessOf(lines("Disease,Year,Cases", ...rows));
    expect(spec.dimensions.year).not.toHaveProperty("statuses");
    expect(remarks.get("dimensions.year")).toContain('statuses: { "2018*": "provisional", "2019*": "provisional" }');
  });

  test("across the top are read as in rows", async () => {
    const wide = diseases.map((name, at) => `${name},${210 + at * 7},${230 + at * 5},${220 + at * 3}`);
    const { spec } = await guessOf(lines("Disease,2017,2018,2019*", ...wide, ",,,", "* Provisional.,,,"));
    expect(spec.dimensions.period).toMatchObject({ statuses: { "2019*": "provisional" } });
  });
});

describe("weeks and months beside years", () => {
  const tableOf = (...parts: readonly string[]) =>
    lines(
      `Disease,${parts.join()},2018,2017,2016`,
      ...diseases.map(
        (name, at) => `${name},${parts.map((_, of) => 6 + of + at).join()},${150 + at},${180 + at},${170 + at}`,
      ),
    );

  test("that do not reach its end say that the latest year is a part", async () => {
    const { spec, dataset, remarks } = await guessOf(tableOf("Week 45", "Week 44"));
    expect(spec.dimensions.period).toMatchObject({ statuses: { "2018": "partial-period" } });
    expect(remarks.get("dimensions.period.statuses")).toContain("Week 45");
    expect(dataset?.observations.filter(({ statuses }) => statuses.includes("partial-period"))).toHaveLength(4);
    expect((await guessOf(tableOf("Sep", "Oct"))).spec.dimensions.period).toMatchObject({
      statuses: { "2018": "partial-period" },
    });
  });

  test("that do are of a whole one", async () => {
    for (const parts of [
      ["Week 52", "Week 51"],
      ["Nov", "Dec"],
      ["Q3", "Q4"],
    ])
      expect((await guessOf(tableOf(...parts))).spec.dimensions.period).not.toHaveProperty("statuses");
  });

  test("a note on provisional data is told of the latest year", async () => {
    const { remarks } = await guessOf(`${tableOf("Week 52")},,,,\n*Data provisional,,,,\n`);
    expect(remarks.get("dimensions.period")).toContain('statuses: { "2018": "provisional" }');
  });
});

describe("what a title or note says of one period by its name", () => {
  const rows = ["Milano", "Roma", "Torino"].map(
    (name, at) => `${name},${310 + at * 41},${290 + at * 33},${270 + at * 37}`,
  );
  const titled = (...above: readonly string[]) =>
    guessOf(lines(...above.map((text) => `"${text}",,,`), "Provincia,2022,2023,2024", ...rows));

  test.each([
    "Numero reati commessi\n(Dati non consolidati per il 2024 e quindi suscettibili di variazioni)",
    "Condamnations par département (données provisoires pour 2024)",
    "Straftaten nach Ländern (2024: vorläufige Ergebnisse)",
    "Offences by city (figures for 2024 are provisional)",
  ])("is a status of it, in whatever language: %s", async (title) => {
    const { spec, remarks } = await titled(title);
    expect(spec.dimensions.period).toMatchObject({ statuses: { "2024": "provisional" } });
    expect(remarks.get("dimensions.period.statuses")).toContain("2024");
  });

  test("is asked where nobody knows what the brackets of a title say of the latest one", async () => {
    const { spec, remarks } = await titled("Rikokset kaupungeittain (vuoden 2024 tiedot voivat muuttua)");
    expect(spec.dimensions.period).not.toHaveProperty("statuses");
    expect(remarks.get("dimensions.period")).toContain('statuses: { "2024": "provisional" }');
  });

  test("is nothing of a span, or of all", async () => {
    for (const title of [
      "Offences by city (all years from 2022 to 2024)",
      "Offences by city, provisional from 2022 to 2024",
    ]) {
      const { spec } = await titled(title);
      expect(spec.dimensions.period).not.toHaveProperty("statuses");
    }
  });
});

describe("days from one to another in a title", () => {
  const rows = diseases.map((name, at) => `${name},${210 + at * 7},${230 + at * 5},${220 + at * 3}`);
  const titled = async (title: string) => {
    const { spec } = await guessOf(lines(`"${title}",,,`, "Disease,2021,2022,2023", ...rows));
    return Object.values(spec.dimensions).find(({ role }) => role === "time");
  };

  test("make a part of the last year where they end within it", async () => {
    expect(await titled("Cases, 1 January 2021 to 30 September 2023")).toMatchObject({
      statuses: { "2023": "partial-period" },
    });
  });

  test.each(["Homes as at 31 March, 1 April 1993 to 31 March 2023", "Cases, 1 April 2020 to 31 March 2023"])(
    "make none where figures are of a day of each year, or all years are whole: %s",
    async (title) => {
      expect(await titled(title)).not.toHaveProperty("statuses");
    },
  );
});

describe("letters in a column of statuses", () => {
  const towns = ["Avon", "Brook", "Carlow", "Denby", "Elton", "Farley"];
  const table = (flag: (town: number, year: number) => string, heading: string) =>
    lines(
      `Town,Year,Births,${heading}`,
      ...towns.flatMap((town, at) =>
        [2019, 2020, 2021, 2022].map(
          (year) => `${town},${year},${120 + at * 31 + ((year * 37) % 53)},${flag(at, year)}`,
        ),
      ),
    );

  test.each(["OBS_FLAG", "Status"])("say of the figure of their row what they say: %s", async (heading) => {
    const { spec, dataset } = await guessOf(
      table((town, year) => (year === 2021 && town === 2 ? "bp" : town === 4 ? "e" : ""), heading),
    );
    expect(spec.layout?.ignore).toBeUndefined();
    const statusesOf = (town: string) =>
      dataset?.observations.filter(({ at }) => at["town"] === town).map(({ statuses }) => [...statuses].sort());
    expect(statusesOf("carlow")).toEqual([[], [], ["break", "provisional"], []]);
    expect(statusesOf("elton")).toEqual([["estimated"], ["estimated"], ["estimated"], ["estimated"]]);
    expect(statusesOf("avon")).toEqual([[], [], [], []]);
  });

  test("say nothing of figures where each row has one below a plain word", async () => {
    const { spec } = await guessOf(table((_, year) => (year % 2 === 0 ? "e" : "f"), "Status"));
    expect(spec.layout?.statuses).toBeUndefined();
  });

  test("say nothing where words stand among them", async () => {
    const { spec } = await guessOf(table((town) => (town === 1 ? "p" : "open to all"), "Status"));
    expect(spec.layout?.statuses).toBeUndefined();
  });
});
