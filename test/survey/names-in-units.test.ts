import { describe, expect, test } from "vitest";
import { countedBy, inSentence } from "../../src/survey/measures/guess-unit.ts";
import { titleSaid } from "../../src/survey/title-said.ts";
import { guessOf } from "./guess-of.ts";

const quarters = ["Division,2021,2022", "North,120,131", "South,140,152", "East,211,208"].join("\n");
const ofTitle = async (title: string, called = title) => {
  const { spec, remarks } = await guessOf(quarters, { title, called });
  return { spec, remarks, measure: Object.values(spec.measures)[0] };
};

describe("what is counted", () => {
  test("is nothing of the office that counts it", async () => {
    const { measure } = await ofTitle("Police Scotland drug deaths by division", "03");
    expect(measure?.unit).toEqual({ one: "drug death", other: "drug deaths" });
  });

  test("is none of the name of a file but what its last word counts", async () => {
    const { measure } = await ofTitle("Statcan deaths");
    expect(measure).toMatchObject({ label: "Statcan deaths", unit: { one: "death", other: "deaths" } });
  });

  test("keeps the capitals of a payment and of an office, and of no other heading", () => {
    expect(countedBy("Households on Universal Credit").other).toBe("households on Universal Credit");
    expect(countedBy("Police Scotland officers").other).toBe("Police Scotland officers");
  });

  test("is no course of things", async () => {
    const { measure } = await ofTitle("Entwicklung des Beschäftigtenstandes nach Bezirken");
    expect(measure?.unit.other).toBe("(unit not stated)");
  });

  test("keeps letters that are said one by one", () => {
    expect(inSentence("GDP")).toBe("GDP");
    expect(inSentence("DEATHS")).toBe("deaths");
  });

  test("is not called after when it was counted", () => {
    expect(countedBy("Number of deaths registered in week (2020P)").other).toBe("deaths registered");
    expect(countedBy("Births (2015 to 2019P)").other).toBe("births");
    expect(countedBy("Deaths in hospital").other).toBe("deaths in hospital");
  });

  test("keeps the names of countries, and parts short names from the words behind them", async () => {
    const { spec } = await guessOf(
      "Day,TotalUKCases,NICases,ScotlandCases\n2020-03-15,1391,45,153\n2020-03-16,1543,52,171\n",
    );
    expect(Object.values(spec.measures).map(({ label, unit }) => [label, unit.other])).toEqual([
      ["Total UK Cases", "UK cases"],
      ["NI Cases", "NI cases"],
      ["Scotland Cases", "Scotland cases"],
    ]);
  });
});

describe("the average of figures", () => {
  const waits = (heading: string) =>
    [
      `Area,Year,${heading}`,
      ...["Ayr", "Bray", "Cobh"].flatMap((area, at) =>
        [2021, 2022].map((year) => `${area},${year},${12.5 + at + (year % 2)}`),
      ),
    ].join("\n");

  test("is a median where its heading says so, and an average where it does not", async () => {
    const nounOf = async (heading: string) => Object.values((await guessOf(waits(heading))).spec.measures)[0]?.short;
    expect(await nounOf("Median wait (days)")).toBe("median");
    expect(await nounOf("Average wait (days)")).toBeUndefined();
  });
});

describe("a title", () => {
  const titleOf = (text: string) => titleSaid({ titles: [text] }, [])?.title;

  test("is what stands below the number of a table, and not the number", () => {
    const titles = [
      "Department for Ferries statistics",
      "Table FER0104a",
      "Licensed ferries at the end of the quarter by port",
    ];
    expect(titleSaid({ titles }, [])?.title).toBe("Licensed ferries at the end of the quarter by port");
  });

  test("ends before the numbers and letters of its notes", () => {
    expect(titleOf("Households on a benefit (I\nII\nIII\nz)")).toBe("Households on a benefit");
    expect(titleOf("Deaths by area (i, ii, iii)")).toBe("Deaths by area");
    expect(titleOf("Pupils by school type (academies and others)")).toBe(
      "Pupils by school type (academies and others)",
    );
    expect(titleOf("Deaths by cause (all)")).toBe("Deaths by cause (all)");
  });
});

describe("a heading in a table of another language", () => {
  test("has no English plural, though its own language is not known by it", async () => {
    const csv = [
      "Regione,REATO,2021",
      "Umbria,Furto,120",
      "Umbria,Rapina,31",
      "Marche,Furto,140",
      "Marche,Rapina,47",
    ].join("\n");
    const { spec } = await guessOf(csv);
    expect(Object.values(spec.dimensions).map(({ plural }) => plural)).not.toContain("reatos");
  });
});
