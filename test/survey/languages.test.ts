import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

describe("tables in other languages", () => {
  const german = lines(
    "Jahr;Bundesland;Geschlecht;Anzahl;Bevölkerung;Anteil in Prozent",
    ...[2019, 2020].flatMap((year) =>
      ["Bayern", "Hessen"].flatMap((state, at) => [
        `${year};${state};Männlich;${120 + at};6.500.0${at}0;12,${at}`,
        `${year};${state};Weiblich;${110 + at};6.600.0${at}0;11,${at}`,
        `${year};${state};Insgesamt;${230 + 2 * at};13.100.0${2 * at}0;11,${at + 5}`,
      ]),
    ),
  );

  test("decimal commas are found, and points between thousands", async () => {
    const { spec, dataset } = await guessOf(german);
    expect(spec.layout).toMatchObject({ decimal: "," });
    expect(spec.measures).toMatchObject({
      anzahl: { statType: "count" },
      bevolkerung: { statType: "count" },
      anteilInProzent: { statType: "share", unit: { one: "%", other: "%" } },
    });
    const cells = dataset?.observations.map(({ measure, cell }) => [measure, cell.state === "value" && cell.value]);
    expect(cells).toContainEqual(["bevolkerung", 6_500_000]);
    expect(cells).toContainEqual(["anteilInProzent", 12.1]);
  });

  test("years, areas and totals by their words, and no plurals of English", async () => {
    const { spec } = await guessOf(german);
    expect(spec.dimensions).toMatchObject({
      jahr: { role: "time", label: "Jahr" },
      bundesland: { role: "area", label: "Bundesland", plural: "areas" },
      geschlecht: { role: "category", total: "insgesamt" },
    });
    expect(spec.measures.bevolkerung?.unit).toEqual({ one: "Person", other: "Personen" });
  });

  test.each([
    ["pt", "Ano,Município,Sexo,Óbitos", "Homens", "Mulheres", "Ambos os sexos", "ambos-os-sexos"],
    ["es", "Año,Provincia,Sexo,Defunciones", "Hombres", "Mujeres", "Ambos sexos", "ambos-sexos"],
    ["fr", "Année,Département,Sexe,Décès", "Hommes", "Femmes", "Ensemble", "ensemble"],
    ["sv", "År,Kommun,Kön,Antal döda", "Män", "Kvinnor", "Totalt", "totalt"],
    ["nl", "Jaar,Gemeente,Geslacht,Aantal", "Mannen", "Vrouwen", "Totaal", "totaal"],
    ["it", "Anno,Regione,Sesso,Decessi", "Maschi", "Femmine", "Totale", "totale"],
  ])("%s", async (_, header, men, women, all, total) => {
    const rows = [2018, 2019].flatMap((year) =>
      ["Alfa", "Beta"].flatMap((place, at) => [
        `${year},${place},${men},${100 + at}`,
        `${year},${place},${women},${200 + at}`,
        // Not the sum: by its name alone.
        `${year},${place},${all},${310 + at}`,
      ]),
    );
    const { spec } = await guessOf(lines(header, ...rows));
    expect(
      Object.values(spec.dimensions)
        .map(({ role }) => role)
        .sort(),
    ).toEqual(["area", "category", "time"]);
    const sex = Object.values(spec.dimensions).find(({ role }) => role === "category");
    expect(sex).toMatchObject({ total });
    expect(Object.values(spec.measures)).toMatchObject([{ statType: "count" }]);
  });

  test("a decimal point stays, where a comma stands between thousands", async () => {
    const { spec } = await guessOf(
      lines("area,people,rate", 'North,"1,250",12.5', 'South,"2,300",13.25', 'West,"900",9.5'),
    );
    expect(spec.layout).not.toHaveProperty("decimal");
    expect(spec.measures).toMatchObject({ people: { statType: "count" } });
  });

  test("rates for so many people", async () => {
    const { spec } = await guessOf(
      lines("Land;Jahr;Fälle je 100.000 Einwohner", "A;2020;12,5", "A;2021;13,25", "B;2020;9,5", "B;2021;8,5"),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ statType: "rate", per: 100_000 }]);
  });
});

describe("codes of international statistics", () => {
  test("_T is the total, and units are told by their codes", async () => {
    const rows = ["DE", "FR"].flatMap((area) =>
      [2020, 2021].flatMap((year) =>
        (
          [
            ["_T", 90],
            ["M", 51],
            ["F", 44],
          ] as const
        ).map(([sex, value]) => `${area},${sex},${year},${value},THS_PER`),
      ),
    );
    const { spec } = await guessOf(lines("REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE", ...rows), {
      title: "Unemployed",
    });
    expect(spec.dimensions).toMatchObject({ sex: { total: "t" }, refArea: { role: "area" } });
    expect(Object.values(spec.measures)).toMatchObject([
      { label: "Unemployed", unit: { other: "thousand unemployed" } },
    ]);
  });

  test("the middles of years are the years", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "country,time,people",
        ...["Ghana", "Togo"].flatMap((own) =>
          [1990.5, 1991.5, 1992.5].map((at) => `${own},${at},12.${Math.floor(at) % 7}`),
        ),
      ),
    );
    expect(spec.dimensions).toMatchObject({ time: { role: "time", format: "{yyyy}.5" } });
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["1990.5", "1991.5", "1992.5"]);
  });
});

describe("headings", () => {
  test("ruled off by dashes", async () => {
    const { spec } = await guessOf(
      lines(
        "Code,Name,Type,Type,Type",
        ",,All,Battlefield,Place of worship",
        "---,---,---,---,---",
        "E14000530,Aldershot,301,100,201",
        "E14000531,Aldridge,205,101,104",
        "E14000532,Altrincham,190,90,100",
        "E14000533,Amber Valley,60,50,10",
      ),
    );
    expect(spec.dimensions).toMatchObject({ name: { role: "area" } });
    expect(Object.keys(spec.measures)).toEqual(["typeAll", "battlefield", "placeOfWorship"]);
  });

  test("that repeat what stands over them in cell after cell", async () => {
    const { spec } = await guessOf(
      lines(
        "Land use by municipality",
        "",
        ",,Area,Area,Area",
        ",,Total,Homes,Roads",
        "011,Alfa,500,300,200",
        "012,Beta,450,270,180",
        "013,Gama,400,250,150",
      ),
    );
    expect(spec.layout?.headerRow).toEqual([3, 4]);
    expect(Object.keys(spec.measures)).toEqual(["areaTotal", "homes", "roads"]);
  });

  test("of areas, some of which are known in another way", async () => {
    const names = [
      "France",
      "Germany",
      "Italy",
      "Spain",
      "Portugal",
      "Norway",
      "Sweden",
      "Poland",
      "USSR",
      "Ryukyu Islands",
    ];
    const rows = [2019, 2020, 2021].map(
      (year, at) => `${year},${names.map((_, index) => `${10 + at + index}.5`).join(",")}`,
    );
    const { spec } = await guessOf(lines(`Year,${names.join(",")}`, ...rows));
    expect(spec.dimensions).toMatchObject({ area: { role: "area" }, year: { role: "time" } });
    expect(spec.layout?.wide).toMatchObject({ columns: "{area}" });
  });
});

describe("columns that name periods", () => {
  test("are no periods where most rows have none, or a star", async () => {
    const rows = ["Alfa", "Beta", "Gama", "Delta", "Eta", "Zeta"].map(
      (name, at) => `${name},${at % 2 === 0 ? "*" : `2023-0${at}-11`},${100 + at},${200 + at}`,
    );
    const { spec, dataset } = await guessOf(lines("Name,Report Date,Beds,Staff", ...rows));
    expect(spec.layout?.rows).toBeUndefined();
    expect(dataset?.observations).toHaveLength(12);
  });

  test("years before Christ are labels", async () => {
    const { spec } = await guessOf(lines("Year,World", "-10000,4", "-5000,5", "-1,170", "1000,254", "2000,6070"));
    expect(spec.dimensions).toMatchObject({ year: { role: "category" } });
    expect(Object.keys(spec.measures)).toEqual(["world"]);
  });
});

describe("columns by the lowest of their headings", () => {
  test("are no codes for what stands over them, or for a word of many", async () => {
    const { spec } = await guessOf(
      lines(
        ",England (ONS data),,Wales (CIW data),",
        "Date,All deaths,Other deaths,All deaths,Other deaths",
        "2020-04-01,210,130,31,12",
        "2020-04-02,230,140,35,15",
        "2020-04-03,251,160,30,11",
      ),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ label: "All deaths" }, { label: "Other deaths" }]);
    const rows = ["France", "Germany", "Italy", "Spain", "Portugal"].map((name, at) => `${name},${61 + at},${71 + at}`);
    const rated = await guessOf(lines("Country,Score,IMD World Competitiveness Yearbook", ...rows));
    expect(Object.keys(rated.spec.measures)).toContain("imdWorldCompetitivenessYearbook");
  });

  test("and by no number of a column", async () => {
    const { spec } = await guessOf(
      lines(
        "State,County,Number of returns,Number of exemptions,Adjusted gross income",
        ",,(1),(2),(3)",
        "AL,Autauga,23405,49912,1207221",
        "AL,Baldwin,84440,168340,4911236",
        "AK,Anchorage,14321,23480,861022",
      ),
    );
    expect(Object.keys(spec.measures)).toEqual(["numberOfReturns", "numberOfExemptions", "adjustedGrossIncome"]);
  });

  test("a rank beside a count is no group, also below a title", async () => {
    const { spec } = await guessOf(
      lines("Top names,,", "Name,Rank,Count", "Muhammad,1,4661", "Noah,2,4382", "Oliver,3,3556", "Arthur,4,3419"),
    );
    expect(spec.dimensions).not.toHaveProperty("group");
    expect(Object.keys(spec.measures)).toContain("count");
  });
});

describe("what tells rows apart", () => {
  test("periods alone, where another column only says something of each", async () => {
    const rows = [290, 384, 310, 420, 415, 380].map(
      (visits, at) => `2020-W0${at + 1},${visits}.5,${at % 2 ? "up" : "down"}`,
    );
    const { spec } = await guessOf(lines("date,visits,change", ...rows));
    expect(Object.keys(spec.dimensions)).toEqual(["date"]);
  });

  test("codes of areas before numbers of rows", async () => {
    const rows = [19102, 19103, 19104, 19106, 19107].map((zip, at) => `${1384 + at},${zip},${36 + at}`);
    const { spec } = await guessOf(lines("OBJECTID,ZIP_CODE,cases", ...rows));
    expect(spec.dimensions).toMatchObject({ zipCode: { role: "area" } });
  });
});

test("a month and its year in a heading are one period, also with a line between them", async () => {
  const { spec, dataset } = await guessOf(
    lines("court,october_2011,november_2011,october_2012", "A,10,20,30", "B,15,25,35"),
  );
  expect(spec.layout?.wide).toMatchObject({ columns: "{period}" });
  expect(dataset?.periods()).toHaveLength(3);
});

test("whole numbers above 100 are no percentages of a turnout, and people of an age are counted", async () => {
  const { spec } = await guessOf(
    lines(
      "Ward,Year,Voters turnout,Age 15-24,Age total",
      "A,2020,694,93,2779",
      "B,2020,512,80,2100",
      "C,2020,80,47,1900",
    ),
  );
  expect(spec.measures).toMatchObject({
    votersTurnout: { statType: "count" },
    age1524: { statType: "count" },
    ageTotal: { statType: "count" },
  });
});

test("what is a number of a group, of a period or of a week is no figure", async () => {
  const ages = Array.from({ length: 127 }, (_, at) => `${at - 1},${300 - at}.25,${310 - at}.5,${320 - at}.75`);
  const { spec } = await guessOf(lines("AGE,2017,2018,2019", ...ages));
  expect(spec.dimensions).toMatchObject({ age: { role: "category" }, period: { role: "time" } });
  const gases = [1997, 1998, 1999, 2000].map((year, at) => `${year},2.${at + 1},${3031 + 97 * at}.0`);
  expect(Object.keys((await guessOf(lines("Year,BC,CO", ...gases))).spec.measures)).toEqual(["bc", "co"]);
  const weeks = [1, 2, 3, 4].map((week) => `2020-01-0${week},${week + 40},${500 + week}`);
  expect(Object.keys((await guessOf(lines("date,mmwr_week,deaths", ...weeks))).spec.measures)).toEqual(["deaths"]);
});

test("headings that are codes, with their words in the row below", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "GEO.id,GEO.display-label,HC01_EST_VC01,HC02_EST_VC01",
      "Id,Geography,Total; Estimate; Population,Below poverty level; Estimate; Population",
      "1400000US27001770100,Census Tract 7701,2234,170",
      "1400000US27001770200,Census Tract 7702,2250,190",
      "1400000US27001770300,Census Tract 7703,3310,210",
    ),
  );
  expect(spec.layout?.headerRow).toEqual([1, 2]);
  expect(dataset?.observations).toHaveLength(6);
});

describe("headings from right to left", () => {
  test.each([
    ["Hebrew", "מחוז,שנה,מספר לידות,אחוז", ["ירושלים", "תל אביב", "חיפה"]],
    ["Arabic", "المحافظة,السنة,عدد السكان,النسبة", ["عمان", "إربد", "الزرقاء"]],
  ])("%s", async (_, headings, places) => {
    const rows = [2019, 2020].flatMap((year) =>
      places.map((place, at) => `${place},${year},${31_000 + at * 7},${9 + at}.5`),
    );
    const { spec } = await guessOf(`${headings}\n${rows.join("\n")}\n`);
    expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["area", "time"]);
    expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count", "share"]);
  });
});

describe("months in other languages", () => {
  test.each([
    ["with their years", "Monat,Fälle", ["Januar 2019,12", "Februar 2019,14", "März 2019,16", "April 2019,22"], "de"],
    [
      "beside their years",
      "Année,Mois,Cas",
      ["2019,janvier,12", "2019,février,14", "2019,mars,16", "2019,avril,22"],
      "fr",
    ],
  ])("%s", async (_, headings, rows, lang) => {
    const { spec, dataset } = await guessOf(`${headings}\n${rows.join("\n")}\n`);
    expect(spec.lang).toBe(lang);
    expect(dataset?.periods().map(({ start }) => start)).toEqual([
      "2019-01-01",
      "2019-02-01",
      "2019-03-01",
      "2019-04-01",
    ]);
  });
});

describe("what another language counts is told in that language", () => {
  const towns = ["Lugo", "Vigo", "León", "Jaén", "Ávila", "Soria"];
  const unitOf = async (heading: string, factor = 31) => {
    const rows = towns.map((town, at) => `${town},${120 + at * factor}`);
    const { spec } = await guessOf(`Municipio,"${heading}"\n${rows.join("\n")}\n`);
    return Object.values(spec.measures)[0];
  };

  test.each([
    ["Número de personas en situación de pobreza", "persona", "personas"],
    ["Número total de defunciones por causas externas", "defunción", "defunciones"],
    ["Número de hogares", "hogar", "hogares"],
    ["Nombre de naissances en 2020", "naissance", "naissances"],
    ["Nombre d'élèves", "élève", "élèves"],
    ["Anzahl Wohnungen", "Wohnung", "Wohnungen"],
    ["Población total", "persona", "personas"],
    ["População residente", "pessoa", "pessoas"],
  ])("%s", async (heading, one, other) => {
    expect((await unitOf(heading))?.unit).toEqual({ one, other });
  });

  test("but no sentence, nor a name with a party or an age, is a unit", async () => {
    expect((await unitOf("François Dupré (ABC)"))?.unit.other).toBe("(unit not stated)");
    expect((await unitOf("Erledigungen: Gewährungen für Härtefälle"))?.unit.other).toBe("(unit not stated)");
  });

  test("numbers of people that a model made add up, and are printed without decimals", async () => {
    expect(await unitOf("Número de personas en situación de pobreza", 1031.4)).toMatchObject({
      statType: "quantity",
      additive: true,
      decimals: 0,
      unit: { other: "personas" },
    });
  });
});

test("units in the parentheses of East Asia are read as those of others", async () => {
  const places = ["가평", "남양", "동두", "양주", "연천", "포천"];
  const rows = places.map((name, at) => `${name},${120 + at * 31},${100.5 + at * 7},${20.5 + at}`);
  const { spec } = await guessOf(`시군,남자 (명),人口（千人）: 総数,割合（％）: 男\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures).map(({ statType, unit }) => [statType, unit.other])).toEqual([
    ["count", "people"],
    ["quantity", "thousand people"],
    ["share", "%"],
  ]);
});

test("a title says what is counted by its first word, where no heading does", async () => {
  const rows = ["Berne", "Genève", "Jura", "Valais", "Vaud", "Zurich"].map(
    (canton, at) => `${canton},${1200 + at * 31},${310 + ((at * 37) % 29)}`,
  );
  const title = "Décès enregistrés selon le canton";
  const table = (name: string) =>
    guessOf(`Canton,Degré - Total Élucidés,Degré - Total Déclarés\n${rows.join("\n")}\n`, {
      title: name,
      called: "px-1903",
    });
  const { spec, remarks } = await table("Naissances enregistrées par la commune selon le canton");
  expect(Object.values(spec.measures).map(({ unit }) => unit)).toEqual([
    { one: "naissance", other: "naissances" },
    { one: "naissance", other: "naissances" },
  ]);
  expect([...remarks.values()].join(" ")).toContain("Guessed from the title");
  const other = await table(title.replace("Décès", "Tableau"));
  expect(Object.values(other.spec.measures)[0]?.unit.other).toBe("(unit not stated)");
});

test("what says which part of them it is, and is no noun, is asked what it counts", async () => {
  const rows = ["Celle", "Goslar", "Peine", "Stade"].map(
    (area, at) => `${area},${4877 + at},${2779 - 31 * at},${2098 + 32 * at}`,
  );
  const unitsOf = async (...names: readonly string[]) => {
    const { spec } = await guessOf(`Kreis,Insgesamt,${names.join(",")}\n${rows.join("\n")}\n`);
    return Object.values(spec.measures).map(({ unit }) => unit.other);
  };
  expect(await unitsOf("Männlich", "Weiblich")).not.toContain("Männlich");
  expect(await unitsOf("Männer", "Frauen")).toContain("Männer");
});
