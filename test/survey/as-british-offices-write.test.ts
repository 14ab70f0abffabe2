import { describe, expect, it } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

/** Different figures, of no shape, for one place after another. */
const figure = (at: number, by: number): number => 1200 + ((at * 3571 + by * 977 + at * at * 131) % 4800);

describe("units", () => {
  it("of what is measured are not taken for what a heading calls a count", async () => {
    const rows = ["Alder", "Birch", "Cedar", "Elder"].map((name, at) =>
      [name, figure(at, 1), figure(at, 2), figure(at, 3) + 0.5, 100.5 + at * 7].join(","),
    );
    const { spec } = await guessOf(
      lines(
        "Ward,Garden owner count,Gardens with a tree count,Garden total area (m2),Average garden size (m2)",
        ...rows,
      ),
    );
    const unitOf = (word: string) => Object.values(spec.measures).find(({ label }) => label.includes(word))?.unit.other;
    expect(unitOf("tree")).not.toBe("m2");
    expect(unitOf("total area")).toBe("m2");
  });

  it("that stand above all columns leave people alone, and what says another one", async () => {
    const rows = [2015, 2016, 2017, 2018, 2019].map((year, at) =>
      [
        year,
        figure(at, 1) * 1000 + 7,
        `${(figure(at, 2) / 100).toFixed(3)}`,
        8_054_480 + at * 71_333,
        2222.5 + at,
      ].join(","),
    );
    const { spec } = await guessOf(
      lines(
        '"Care spending, 2015 to 2019",,,,',
        ",,,,",
        ",,,,£ Thousands",
        'Year,Nominal,"Total (£bn, left axis)",65+ pop,"per 65+ population (£, right axis)"',
        ...rows,
      ),
    );
    expect(Object.values(spec.measures).map(({ label, unit, statType }) => [label, unit.other, statType])).toEqual([
      ["Nominal", "thousand pounds", "quantity"],
      ["Total", "billion pounds", "quantity"],
      ["65+ pop", "people", "count"],
      ["Per 65+ population", "pounds", "quantity"],
    ]);
  });

  it("are no hours where a heading says how many of them each has", async () => {
    const rows = ["2019-01", "2019-02", "2019-03", "2019-04"].map(
      (month, at) => `${month},${at - 1.25},${7.5 - at * 2.75}`,
    );
    const { spec } = await guessOf(lines("Month,Unemployed,Employed and working zero hours", ...rows));
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).not.toContain("hours");
  });
});

describe("areas that hold others", () => {
  const forces = { Eastern: ["Bedfordshire", "Essex", "Kent", "Norfolk", "Suffolk"], Wales: ["Gwent", "Dyfed-Powys"] };
  const own = (name: string) =>
    [name, 1, 2, 3].map((year) =>
      year === name ? name : figure(name.length * 7 + name.charCodeAt(1), Number(year)) + 0.25,
    );
  const sumOf = (rows: readonly (readonly (string | number)[])[]) =>
    [1, 2, 3].map((at) => rows.reduce((sum, row) => sum + Number(row[at]), 0));
  const group = (name: string, parts: readonly string[]) => {
    const rows = parts.map(own);
    return [[name, ...sumOf(rows)], ...rows].map((row) => row.join(","));
  };
  const exceptOf = (csv: string) =>
    guessOf(csv).then(({ spec, remarks }) => ({
      left: Object.values(spec.layout?.rows?.except ?? {}).flat(),
      said: remarks.get("layout.rows") ?? "",
    }));
  const heading =
    "Police force,Officers 2019 (full-time equivalents),Officers 2020 (full-time equivalents),Officers 2021 (full-time equivalents)";

  it("are left out by their figures, whatever they are called", async () => {
    const others = ["Cleveland", "Durham", "Cheshire", "Cumbria"].map((name) => own(name).join(","));
    const table = lines(
      heading,
      ...group("Fenland group", forces.Eastern),
      ...group("Hill group", forces.Wales),
      ...others,
    );
    const { left, said } = await exceptOf(table);
    expect(left.toSorted()).toEqual(["Fenland group", "Hill group"]);
    expect(said).toContain("the sums of areas that stand beside them");
  });

  it("and that share a name with one of them are told of", async () => {
    const table = lines(
      heading,
      ...group("East Midlands", ["Derbyshire", "Leicestershire", "Lincolnshire", "Nottinghamshire"]),
      ...group("West Midlands", ["Staffordshire", "Warwickshire", "West Mercia", "West Midlands"]),
      ...group("Eastern", ["Bedfordshire", "Essex", "Hertfordshire", "Norfolk", "Suffolk"]),
      ...["Cleveland", "Durham", "Cheshire", "Cumbria"].map((name) => own(name).join(",")),
    );
    const { left, said } = await exceptOf(table);
    expect(left.toSorted()).toEqual(["East Midlands", "Eastern", "West Midlands"]);
    expect(said).toContain('"West Midlands": more rows than others have.');
  });

  it("are none of one level by their codes: Scottish zones beside English ones", async () => {
    const areas = [
      ...Array.from({ length: 9 }, (_, at) => [`E0200000${at}`, `City 00${at}`]),
      ...Array.from({ length: 4 }, (_, at) => [`S0200000${at}`, `Glen ${at}`]),
    ];
    const rows = areas.map(([code, name], at) => `${code},${name},${figure(at, 4)}`);
    const { left } = await exceptOf(lines("MSOA code,MSOA name,Households", ...rows));
    expect(left).toEqual([]);
  });
});

describe("statistics that rows name by a code, and by what it stands for", () => {
  const offences = ["Homicide", "Assault", "Theft", "Fraud", "Arson"];
  const rows = (code: string, name: string, unit: string, of: (at: number, year: number) => readonly number[]) =>
    offences.flatMap((offence, at) =>
      [2021, 2022].flatMap((year) =>
        ["Both sexes", "Male", "Female"].map((sex, part) =>
          [code, name, year, offence, sex, unit, of(at, year)[part]].join(","),
        ),
      ),
    );
  const counts = (at: number, year: number) => {
    const [male, female] = [figure(at, year - 2000), at === 0 ? 3 : 400 + at * 37 + (year - 2000)];
    return [male + female, male, female];
  };
  const shares = (at: number, year: number) => {
    const [all = 0, male = 0, female = 0] = counts(at, year);
    return [100, Math.round((100 * male) / all), Math.round((100 * female) / all)];
  };
  const table = lines(
    "STATISTIC,Statistic Label,Year,Offence,Sex,UNIT,VALUE",
    ...rows("RCD08C01", "Suspected offenders", "Number", counts),
    ...rows("RCD08C02", "Percentage of suspected offenders", "%", shares),
  );

  it("are called by the second", async () => {
    const { spec } = await guessOf(table);
    expect(spec.layout?.long?.measure).toBe("Statistic Label");
    expect(spec.measures.suspectedOffenders?.statType).toBe("count");
  });

  it("tell why one of them is left out", async () => {
    const { spec, remarks } = await guessOf(table);
    expect(Object.keys(spec.measures)).toEqual(["suspectedOffenders"]);
    expect(remarks.get("layout.long")).toContain('"Percentage of suspected offenders": ');
  });
});

describe("dashes beside totals", () => {
  const beds = [
    ["Alder Trust", "1828.5", "1623.5", "205", "-"],
    ["Birch Trust", "1193.25", "1125", "68.25", "-"],
    ["Cedar Trust", "640.5", "-", "-", "640.5"],
    ["Elder Trust", "88", "88", "-", "-"],
    ["Fir Trust", "931.75", "700.5", "-", "231.25"],
  ];
  const table = (rows: readonly (readonly string[])[]) =>
    lines("Trust,Total,General,Maternity,Mental illness", ...rows.map((row) => row.join(",")));

  it("are none where the totals are the sums of the rest", async () => {
    const { spec } = await guessOf(table(beds));
    expect(spec.markers).toMatchObject({ "-": "zero" });
  });

  it("are none in no table where one of them stands for a figure", async () => {
    const { spec } = await guessOf(table([...beds, ["Gorse Trust", "57", "54", "-", "-"]]));
    expect(spec.markers?.["-"]).not.toBe("zero");
  });

  it("are no share where there is nothing to take one of", async () => {
    const rows = beds.flatMap(([name = "", ...numbers], at) =>
      ["North", "South"].map((side, part) => {
        const [, general = 0, maternity = 0] = numbers.map((text) => (text === "-" ? 0 : Number(text) + at + part));
        const share = (of: number) => (of === 0 ? "-" : `${40 + ((at * 17 + part * 5) % 50)}.5%`);
        return `${name} ${side},${general},${maternity},${share(general)},${share(maternity)}`;
      }),
    );
    const { spec, remarks } = await guessOf(
      lines("Trust,General,Maternity,General occupied (%),Maternity occupied (%)", ...rows),
    );
    expect(spec.markers).toEqual({ "-": "not-applicable" });
    expect(remarks.get("markers")).toContain('"Maternity" is 0 beside each in "Maternity occupied (%)"');
  });
});

it("takes fifths for figures where they are all that is told of areas", async () => {
  const rows = Array.from(
    { length: 20 },
    (_, at) => `Ward ${String.fromCharCode(65 + at)},${1 + (at % 5)},${1 + ((at * 3 + 1) % 5)}`,
  );
  const { spec } = await guessOf(lines("Ward,Health quintile,Income quintile", ...rows));
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["quantity", "quantity"]);
  expect(spec.layout?.counted).toBeUndefined();
});

describe("workbooks of earnings", () => {
  const areas =
    "Alder Birch Cedar Dean Elm Fern Glen Hythe Ivy Jura Kirk Larch Marsh Nene Oak Pine Quay Rill Stoke Tees Usk Vale Wye".split(
      " ",
    );
  const table = lines(
    '"Table 7 - For all employee jobs: United Kingdom, 2022",,,',
    ",,,",
    ",,Jobs,Per cent",
    "Description,Code,(thousand),",
    ...areas.map(
      (name, at) =>
        `${name} UA,E060000${String(at + 10)},${5 + ((at * 7) % 40)},${(9.5 + ((at * 13) % 17)).toFixed(1)}`,
    ),
  );

  it("have their areas below a description, and their unit in brackets below what is counted", async () => {
    const { spec } = await guessOf(table);
    expect(spec.layout?.headerRow).toEqual([3, 4]);
    expect(Object.values(spec.dimensions).map(({ role }) => role)).toContain("area");
    expect(Object.values(spec.measures).map(({ label, unit }) => [label, unit.other])).toEqual([
      ["Jobs", "thousand jobs"],
      ["Per cent", "%"],
    ]);
  });
});

it("reads days on which years end as no quarters", async () => {
  const rows = ["2016-03-31", "2017-03-31", "2018-03-31", "2018-12-31"].flatMap((day, at) =>
    ["Gwent", "Kent"].map((force, of) => `${force},${figure(at, of)},${day}`),
  );
  const { spec } = await guessOf(lines("Police force,Uses of force,ytd", ...rows));
  const time = Object.values(spec.dimensions).find(({ role }) => role === "time");
  expect(time && "format" in time ? time.format : undefined).toBeUndefined();
});

it("calls the one indicator of all rows by all that its name says", async () => {
  const rows = ["Alder", "Birch", "Cedar", "Elder"].map(
    (name, at) => `${name},Indices of Deprivation: Living Environment,Score,${22.5 + at * 3.1}`,
  );
  const { spec } = await guessOf(lines("Ward,indicator,unit,value", ...rows));
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "Indices of Deprivation: Living Environment",
  ]);
});

it("writes what a table shouts in small letters", async () => {
  const rows = ["Gwent", "Kent", "Essex", "Durham"].map((name, at) => `${name},${figure(at, 2)}`);
  const { spec } = await guessOf(lines("Police force,Number of FATALITIES", ...rows));
  expect(Object.values(spec.measures).map(({ unit }) => unit)).toEqual([{ one: "fatality", other: "fatalities" }]);
});

it("counts homes below the name of a rent, where they are parts of a number of homes", async () => {
  const rows = ["Alder", "Birch", "Cedar", "Elder", "Fir", "Gorse"].map((name, at) => {
    const [affordable = 0, social = 0, owned = 0] = [
      [3, 8, 2, 9, 4, 11][at],
      10 + ((at * 37) % 53),
      3 + ((at * 17) % 29),
    ];
    return [name, affordable, social, owned, affordable + social + owned].join(",");
  });
  const { spec } = await guessOf(
    lines("Borough,Affordable Rent,Social Rent,Shared ownership,Total affordable homes", ...rows),
  );
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count", "count", "count", "count"]);
  expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
});

describe("empty cells beside totals", () => {
  const ages = Array.from({ length: 14 }, (_, at) => [
    at % 3 ? 40 + at : 0,
    at % 4 ? 11 + at * 3 : 0,
    60 + at * 7,
    at % 5 ? 9 : 0,
  ]);
  const table = (rest: number) =>
    lines(
      "Diagnosis,0-14,15-39,40-64,65+,Total",
      ...ages.map((own, at) =>
        [
          `Disease ${"ABCDEFGHIJKLMN"[at]}`,
          ...own.map((figure) => figure || ""),
          own.reduce((a, b) => a + b) + (at === 3 ? rest : 0),
        ].join(),
      ),
    );

  it("are none where each total is the sum of the rest", async () => {
    const { spec, remarks } = await guessOf(table(0));
    expect(spec.markers).toMatchObject({ "": "zero" });
    expect(remarks.get("markers")).toContain("Empty cells: none");
  });

  it("are none in no table where one total leaves a rest", async () => {
    const { spec } = await guessOf(table(6));
    expect(spec.markers?.[""]).not.toBe("zero");
  });
});
