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

describe("the number of a note behind periods", () => {
  const marked = (mark: (at: number) => string, ...notes: readonly string[]) =>
    lines(
      "Year,Nurseries",
      ...Array.from({ length: 9 }, (_, at) => `${2011 + at}${mark(at)},${640 - at * 9}`),
      "",
      ...notes.map((note) => JSON.stringify(note)),
    );
  const note = "Nurseries without children have been excluded from these figures from 2016 onwards.";

  test("is a break where the note says that figures are others from then on", async () => {
    const { spec } = await guessOf(marked((at) => (at === 5 ? "(2)" : ""), "(1) A list.", `(2) ${note}`));
    expect(spec.measures.nurseries?.breaks).toEqual([{ at: "2016", note }]);
  });

  test("is read by the note alone where the number was raised, and is gone", async () => {
    const { spec } = await guessOf(marked(() => "", `(2) ${note}`));
    expect(spec.measures.nurseries?.breaks).toEqual([{ at: "2016", note }]);
  });

  test("is told with its note where this says less, and asked about where there is none", async () => {
    const { spec, remarks } = await guessOf(
      marked((at) => (at < 3 ? "" : at < 5 ? "(1)" : at === 7 ? " (4)" : ""), "(1) Updated in November."),
    );
    expect(spec.measures.nurseries).not.toHaveProperty("breaks");
    expect(remarks.get("dimensions")).toContain('"2014(1)", "2015(1)": numbers of notes behind periods');
    expect(remarks.get("dimensions")).toContain('It says: "Updated in November."');
    expect(remarks.get("dimensions")).toContain('"2018 (4)": numbers of notes behind periods');
    expect(remarks.get("dimensions")).toContain("No such notes were found");
  });
});
