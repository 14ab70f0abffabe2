import { describe, expect, it } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

describe("periods across the top", () => {
  it("are school years with spaces around their dash, and no ages", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "School,2020 - 2021,2021 - 2022,2022 - 2023",
        "Alpine,640,621,608",
        "Aspen,400,380,419",
        "Barratt,516,528,518",
      ),
    );
    expect(Object.values(spec.dimensions).map(({ role }) => role)).toContain("time");
    expect(dataset?.periods()).toHaveLength(3);
  });

  it("have signs of notes behind some of them, and are one series with the others", async () => {
    const { dataset } = await guessOf(
      lines(
        "Citizenship,2011 November,2011 December,2012 January**,2012 February**",
        "Afghan,35,25,20,30",
        "Syrian,15,20,5,10",
      ),
    );
    expect(dataset?.periods()).toHaveLength(4);
    expect(dataset?.observations).toHaveLength(8);
  });

  it("have the word for them over the names of rows, which are none; what all is counted in stands above", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Cifras oficiales,,",
        "Unidades:   Personas,,",
        "Año,2015,2014",
        "02 Albacete,394580,396987",
        "04 Almería,701211,701688",
        "33 Asturias,1051229,1061756",
        "51 Ceuta,84263,84963",
      ),
    );
    const area = Object.values(spec.dimensions).find(({ role }) => role === "area");
    expect(area?.label).not.toBe("Año");
    expect(dataset?.periods()).toHaveLength(2);
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["personas"]);
  });
});

it("two words behind all rows tell them apart, and are no names in another language", async () => {
  const areas = ["Raval", "Clota", "Vallbona", "Marina", "Fort", "Sants", "Verneda", "Poblenou"];
  const rows = ["Female", "Male"].flatMap((sex, more) =>
    areas.map((area, at) => (at === 1 || at === 3 ? `${area},,,${sex}` : `${area},8${at}.${more},8${at}.5,${sex}`)),
  );
  const { spec } = await guessOf(lines("Neighborhood,2006,2007,Gender", ...rows), { title: "Life expectancy" });
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Neighborhood", "Gender", "Period"]);
});

it("a unit alone below headings of two rows is none of the rows; regions among forces may be their totals", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      "Table P1: Police recorded crime,,,,",
      ",,,,",
      ",Total including fraud,Total excluding fraud,Victim-based crime,",
      ",,,Violence against the person,Theft offences",
      ",Numbers,,,",
      "Cleveland,39522,39067,6370,3737",
      "Durham,29974,29669,4287,2420",
      "North East Region,69496,68736,10657,6157",
      "Cheshire,57908,56685,10882,4889",
      "Cumbria,23286,22970,4454,2331",
    ),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "Total including fraud",
    "Total excluding fraud",
    "Violence against the person",
    "Theft offences",
  ]);
  expect(spec.measures.violenceAgainstThePerson?.unit.other).toBe("(unit not stated)");
  expect(remarks.get("dimensions.category")).toContain("North East Region");
});

it("a list of incidents is told by their kinds, and not by the number of each", async () => {
  const kinds = ["Grass fire", "Brush fire", "Forest fire"];
  const rows = Array.from(
    { length: 30 },
    (_, at) => `2006-060${1000 + at * 7},${1 + (at % 4)},${at % 3},${kinds[at % 3]}`,
  );
  const { spec } = await guessOf(lines("IncidentNumber,Exposures,Patients,IncidentType", ...rows));
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Incident Type"]);
});

it("a band of ages is no age", async () => {
  const { spec } = await guessOf(
    lines("Area,Year,Age band mean", "Kent,2020,4.12", "Kent,2021,3.90", "Essex,2020,5.12", "Essex,2021,5.5"),
  );
  expect(Object.values(spec.measures)[0]?.unit.other).toBe("(unit not stated)");
});

describe("signs behind figures", () => {
  const places = Array.from(
    { length: 14 },
    (_, at) => `Place ${String.fromCharCode(65 + at)},1,0,${at === 3 ? "2**" : 0}`,
  );
  const shootings = (...notes: readonly string[]) =>
    lines("Deaths,,,", "Force,2017/18,2018/19,2019/20", ...places, "Elsewhere,2,0,2**", ...notes);

  it("refer to notes where most cells are figures, however few different ones there are", async () => {
    const { spec, dataset } = await guessOf(shootings());
    expect(spec.layout?.noteMarks).toEqual(["**"]);
    expect(dataset?.periods()).toHaveLength(3);
  });

  it("refer to the notes that begin with them, also where all figures of a year have them", async () => {
    const few = lines(
      "Deaths,,,",
      "Force,2017/18,2018/19,2019/20",
      "Kent,31,20,27**",
      "Essex,22,40,22**",
      "Devon,11,30,27^**",
      ",,,",
      "** Provisional,,,",
      "^ One incident with two deaths,,,",
    );
    const { spec, dataset } = await guessOf(few);
    expect(spec.layout?.noteMarks).toEqual(["**", "^**"]);
    expect(dataset?.periods()).toHaveLength(3);
  });
});

it("leaves out no year of a series for a few cells that nobody can read", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Force,2017,2018,2019",
      ...["Kent", "Essex", "Devon", "Dorset", "Surrey"].map(
        (name, at) => `${name},${31 + at},${45 - at},${60 + 2 * at}`,
      ),
      "Norfolk,28,51,about 40",
    ),
  );
  expect(dataset?.periods()).toHaveLength(3);
  expect(spec.layout?.unreadableCells).toBe("leave-out");
});
