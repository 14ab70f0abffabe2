import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const areas = ["Ashford", "Dover", "Swale", "Thanet", "Maidstone"];
const years = [2011, 2012, 2013, 2014, 2015];
const rows = areas.map((area, at) => `${area},${years.map((_, year) => 310 + at * 23 + year * 17).join(",")}`);
const withNote = (note: string) => lines(`Area,${years.join(",")}`, ...rows, "", `"${note}"`);

describe("a break in a series", () => {
  test.each([
    ["There were changes in method in 2014 and so figures are not comparable with earlier years.", ["2014"]],
    ["Before 2013, figures are not directly comparable.", ["2013"]],
    ["Figures up to 2012 are not comparable with later years.", ["2013"]],
    ["Figures for 2012 are not directly comparable with other years.", ["2012", "2013"]],
    ["There is a break in the series in 2015.", ["2015"]],
    ["Until 2012, data from the register of residents", ["2013"]],
    ["Note: Before 2013 figures were taken from another survey.", ["2013"]],
    ["From 2014 onwards, figures include part-time staff.", ["2014"]],
    ["Hasta 2012, datos de la Estadística de Migraciones", ["2013"]],
    ["Ab 2014: Daten aus dem Register", ["2014"]],
  ])("is where a note says it is: %s", async (note, at) => {
    const { spec, remarks } = await guessOf(withNote(note));
    const [measure] = Object.values(spec.measures);
    expect(measure?.breaks).toEqual(at.map((own) => ({ at: own, note })));
    expect(remarks.get(`measures.${Object.keys(spec.measures)[0]}.breaks`)).toContain("Guessed from a note");
  });

  test("is asked where a note names no period", async () => {
    const note = "There is a break in the time series.";
    const { spec, remarks } = await guessOf(withNote(note));
    expect(Object.values(spec.measures)[0]?.breaks).toBeUndefined();
    expect([...remarks.values()].join(" ")).toContain(note);
  });

  test("is none where a note is on areas, or on the first period", async () => {
    for (const note of [
      "Areas should not be compared.",
      "Figures before 2011 are not comparable.",
      "Since 2009, data from the census.",
      "From 2012 to 2014 figures are from a pilot.",
      "From 2013, see the other table.",
    ]) {
      const { spec } = await guessOf(withNote(note));
      expect(Object.values(spec.measures)[0]?.breaks).toBeUndefined();
    }
  });

  test("is where a column says that figures are from elsewhere", async () => {
    const of = (source: (year: number) => string) =>
      guessOf(lines("Year,Source,Prisoners", ...years.map((year, at) => `${year},${source(year)},${6100 + at * 83}`)));
    const { spec } = await of((year) => (year < 2013 ? "Official statistics" : "Records of prisons"));
    expect(Object.values(spec.measures)[0]?.breaks).toEqual([
      { at: "2013", note: "Source: Official statistics; from then on: Records of prisons" },
    ]);
    const same = await of(() => "Official statistics");
    expect(Object.values(same.spec.measures)[0]?.breaks).toBeUndefined();
  });
});
