import { expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const forces = ["Avon", "Beds", "Cheshire", "Cleveland", "Cumbria", "Derbyshire", "Dorset", "Essex"];
const labels = (spec: { readonly measures: Readonly<Record<string, { readonly label: string }>> }) =>
  Object.values(spec.measures).map(({ label }) => label);

test("a title ends with its notes, and its year with what it is the end of", async () => {
  const title =
    "Table C2: Number of recorded crimes for offences by police force area, year ending June 2025 [note 1][note 2]";
  const { spec, dataset } = await guessOf(
    lines(
      `"${title}",,`,
      ",,",
      "Area,All crimes,Theft",
      ...forces.map((force, at) => `${force},${4000 + at * 31},${900 + at * 7}`),
    ),
  );
  expect(dataset?.periods().map(({ format, endExclusive }) => [format, endExclusive])).toEqual([
    ["year-ending", "2025-07-01"],
  ]);
  expect(spec.layout?.dimensions?.["period"]).toMatchObject({ cell: "A1" });
  expect(titleOf("a.csv", { titles: ["These figures are published as official statistics", title] })).toBe(
    "Number of recorded crimes for offences by police force area, year ending June 2025",
  );
});

test("a rate whose heading does not name what it counts is of the one count beside it, with a doubt", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      'Local authority,Count of outlets,"Rate per 100,000 population","England rate per 100,000"',
      ...forces.map((force, at) => `${force},${40 + at * 3},${80.1 + at * 2.3},96.1`),
    ),
  );
  const [, rate, england] = Object.values(spec.measures);
  expect(rate).toMatchObject({ statType: "rate", per: 100_000, unit: { other: "outlets" } });
  expect(england).toMatchObject({ statType: "rate", unit: { other: "outlets" } });
  expect([...remarks.values()].join(" ")).toContain("Guessed from a count beside it");
});

test("areas without headings, each as far to the right as it is small, are of levels", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Live births by area and weight,,,,,",
      "Year: 2023,,,,,",
      ",,,Low,Other,Total",
      "Wales ,,,370,4093,4463",
      "Wales ,Northern board ,,110,1500,1610",
      ",Northern board ,Gwynedd ,23,977,1000",
      ",,Conwy ,36,423,459",
      ",,Flintshire ,51,100,151",
      ",Southern board ,,260,2593,2853",
      ",Southern board ,Cardiff ,83,1443,1526",
      ",,Swansea ,48,1150,1198",
      ",,Bridgend ,129,0,129",
    ),
  );
  const [area] = Object.entries(spec.dimensions).filter(([, { role }]) => role === "area");
  expect(spec.layout?.dimensions?.[area?.[0] ?? ""]).toEqual({ firstOf: ["#C", "#B", "#A"] });
  expect(area?.[1].label).toBe("Area");
  expect(dataset?.categories(area?.[0] ?? "").map(({ label }) => label)).toContain("Northern board");
});

test("what a column says to be counted is, also where somebody was paid for it", async () => {
  const { spec } = await guessOf(
    lines(
      "area_name,indicator,period,measure,unit,value",
      ...["2022/23", "2023/24"].flatMap((year) =>
        forces.map((force, at) => `${force},Scheme redemptions paid,${year},Count,Heat pumps,${3 + at * 17}`),
      ),
    ),
  );
  expect(Object.values(spec.measures)).toMatchObject([{ statType: "count", unit: { other: "heat pumps" } }]);
});

test("years that are provisional and partial are years", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "year,county,deaths",
      ...["2020", "2021", "2022 (provisional and partial)"].flatMap((year) =>
        forces.map((force, at) => `${year},${force},${100 + at}`),
      ),
    ),
  );
  expect(spec.dimensions["year"]?.role).toBe("time");
  expect(dataset?.periods()).toHaveLength(3);
});

test("figures of which most are masked are figures, and those that are masked are hidden", async () => {
  const rows = Array.from({ length: 40 }, (_, at) =>
    at % 4 === 0
      ? `${2000 + at},Zone ${at},${70 + at},${at === 8 ? "<50" : 300 + at}`
      : `${2000 + at},Zone ${at},Masked,Masked`,
  );
  const { spec } = await guessOf(lines("sa2_code,sa2_name,dose1_cnt,dose1_uptake", ...rows));
  expect(Object.keys(spec.measures)).toHaveLength(2);
  expect(spec.markers?.["Masked"]).toBe("suppressed");
  expect(spec.dimensions["sa2Name"]?.role).toBe("area");
});

test("headings of a census do not end with what they measure", async () => {
  const { spec } = await guessOf(
    lines(
      "date,geography,geography code,Ethnic Group: White: Irish; measures: Value,Ethnic Group: Mixed; measures: Value",
      ...forces.map((force, at) => `2011,${force},E0700000${at},${328 + at},${1146 + at}`),
    ),
  );
  expect(labels(spec)).toEqual(["Ethnic Group: White: Irish", "Ethnic Group: Mixed"]);
});

test("units right below headings are no row, below one heading over all figures either", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Empfänger von Leistungen;;;;;;;;;",
      ";;;Empfänger;Empfänger;Empfänger;Empfänger;Empfänger;Empfänger;Empfänger",
      ";;;;weiblich;unter 7 Jahre;7 bis 17 Jahre;18 bis 24 Jahre;25 bis 49 Jahre;50 Jahre und mehr",
      ";;;Anzahl;Anzahl;Anzahl;Anzahl;Anzahl;Anzahl;Anzahl",
      ...["2013-12-31", "2014-12-31"].flatMap((day) =>
        forces.map(
          (name, at) =>
            `${day};0${1001 + at};Kreis ${name};${157 + at};${42 + at};${17 + at};${31 + at};${29 + at};${50 + at};${30}`,
        ),
      ),
    ),
  );
  expect(labels(spec).slice(0, 3)).toEqual(["Empfänger", "Weiblich", "Unter 7 Jahre"]);
  expect(spec.markers?.["Anzahl"]).toBeUndefined();
  expect(dataset?.periods()).toHaveLength(2);
});

test("journeys (m) are millions of journeys, and the number of a period in its year counts nothing", async () => {
  const starts = ["01/04/2012", "29/04/2012", "27/05/2012", "24/06/2012", "22/07/2012", "19/08/2012", "16/09/2012"];
  const { spec } = await guessOf(
    lines(
      "Reporting Period,Period beginning,Bus journeys (m),Tube journeys (m),Pole height (m)",
      ...starts.map((start, at) => `${at + 7 > 13 ? at - 6 : at + 7},${start},${189.1 + at},${90.5 + at},${2.15 + at}`),
    ),
  );
  expect(labels(spec)).toEqual(["Bus journeys", "Tube journeys", "Pole height"]);
  expect(Object.values(spec.measures)).toMatchObject([
    { unit: { other: "million bus journeys" }, additive: true },
    { unit: { other: "million tube journeys" }, additive: true },
    { unit: { other: "metres" } },
  ]);
});

test("marks for how good a figure is are none", async () => {
  const { spec } = await guessOf(
    lines(
      "city,share_in_debt,share_in_debt_quality",
      ...forces.map((force, at) => `${force},${(0.1 + at / 50).toFixed(3)},${(at % 3) + 1}`),
    ),
  );
  expect(labels(spec)).toEqual(["Share in debt"]);
});

test("the number of a table and what its brackets hold are no part of a name", async () => {
  const { spec } = await guessOf(
    lines(
      '"Table 327-0056 New housing price index, monthly (index, 201612=100)",,,',
      ",,,",
      "Geography,Sep-17,Oct-17,Nov-17",
      ...["Quebec", "Ontario", "Manitoba", "Alberta"].map(
        (name, at) => `${name},${100 + at}.1,${101 + at}.2,${102 + at}.4`,
      ),
    ),
    { title: "Table 327-0056 New housing price index, monthly (index, 201612=100)", called: "cansim" },
  );
  expect(labels(spec)[0]).toMatch(/^New housing price index, monthly(?! \(index$)/u);
});

test("one column that is called the total is of what the file is called", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      "Provincias;Sexo;Periodo;Total",
      ...["Albacete", "Burgos", "Zamora"].flatMap((name, at) =>
        ["Total", "Hombres", "Mujeres"].map(
          (sex, part) => `${name};${sex};2020;${part === 0 ? 300 + at * 2 : 150 + at}`,
        ),
      ),
    ),
    { title: "Nacimientos", called: "Nacimientos" },
  );
  expect(labels(spec)).toEqual(["Nacimientos"]);
  expect([...remarks.keys()].join()).toContain("label");
});

test("days of all stays are told in no dollars, beside their costs", async () => {
  const { spec } = await guessOf(
    lines(
      'Area,"Total number of stays",Aggregate number of days in hospital,"Aggregate costs of stays, $","Aggregate costs a head, $"',
      ...forces.map((force, at) => `${force},${300.5 + at},${56_005_546.15 + at},${126_106_356.25 + at},${391.1 + at}`),
    ),
  );
  expect(Object.values(spec.measures)[1]?.unit.other).toBe("(unit not stated)");
});

test("a cell of a survey that is of all may hold the others", async () => {
  const { remarks } = await guessOf(
    lines(
      "DATE_NAME,GEOGRAPHY_NAME,CELL_NAME,OBS_VALUE",
      ...["Jan 2004-Dec 2004", "Jan 2005-Dec 2005", "Jan 2006-Dec 2006"].flatMap((date, at) =>
        ["Glasgow City", "Dundee City"].flatMap((name) => [
          `${date},${name},T01:28 (Aged 16-64 - In employment : People ),${236_600 + at * 100}`,
          `${date},${name},T01:22 (Aged 16-64 - All : People ),${377_400 + at * 100}`,
        ]),
      ),
    ),
  );
  expect(remarks.get("dimensions.cellName")).toContain("holds");
});

test("a file that is called after the ages across its top counts people, and no years", async () => {
  const { spec } = await guessOf(
    lines(
      `PCON11CD,PCON11NM,All Ages,${Array.from({ length: 12 }, (_, age) => age).join()}`,
      ...forces.map((force, at) => {
        const ages = Array.from({ length: 12 }, (_, age) => 1400 + at * 31 + age * 7);
        return `E1400053${at},${force},${ages.reduce((sum, one) => sum + one, 0)},${ages.join()}`;
      }),
    ),
    { title: "Age profile", called: "Age profile" },
  );
  expect(Object.values(spec.measures)).toMatchObject([{ statType: "count", unit: { other: "(unit not stated)" } }]);
});

test("months behind their years are months, and years behind years are none", async () => {
  const months = ["2019", "2020", "2021"].flatMap((year) =>
    Array.from({ length: 12 }, (_, at) => `${year} ${String(at + 1).padStart(2, "0")}`),
  );
  const { dataset } = await guessOf(
    lines("Year,Deaths", ...months.map((month, at) => `${month},${100 + ((at * 7) % 30)}`)),
  );
  expect(dataset?.periods().map(({ format }) => format)).toEqual(months.map(() => "month"));
  const { spec } = await guessOf(
    lines("Year,Deaths", ...["2001 02", "2002 03", "2003 04", "2004 05"].map((year, at) => `${year},${100 + at}`)),
  );
  expect(JSON.stringify(spec)).not.toContain("{mm}");
});

const streets = (at: number) => `${["Castle", "Mill", "Abbey", "Chapel", "Station"][at % 5]} ${at}`;
const two = (number: number) => String(number).padStart(2, "0");
const casesOf = (heads: string, row: (at: number) => readonly (string | number)[]) =>
  lines(heads, ...Array.from({ length: 60 }, (_, at) => row(at).join()));

test.each([
  [
    "French",
    "Num_Acc,Date,Heure,Adresse,Latitude,Longitude,Département,Gravité",
    (at: number) => [
      202_100_001 + at,
      `${two(1 + (at % 28))}/0${1 + (at % 9)}/2021`,
      `${two(at % 24)}:10`,
      `rue ${streets(at)}`,
      48.8 + at / 1000,
      2.3 + at / 1000,
      ["Nord", "Rhône", "Var"][at % 3] ?? "",
      ["Tué", "Blessé"][at % 2] ?? "",
    ],
  ],
  [
    "German",
    "Aktenzeichen,Datum,Uhrzeit,Unfallort,Alter,Bezirk,Art",
    (at: number) => [
      `A${7000 + at}`,
      `${two(1 + (at % 28))}.0${1 + (at % 9)}.2021`,
      `${two(at % 24)}:10`,
      `Am ${streets(at)}`,
      (at * 7) % 80,
      ["Mitte", "Pankow", "Spandau"][at % 3] ?? "",
      ["Sturz", "Brand"][at % 2] ?? "",
    ],
  ],
  [
    "Italian",
    "Numero incidente,Data,Orario,Luogo dell'incidente,Età,Provincia,Tipo",
    (at: number) => [
      9000 + at * 3,
      `${two(1 + (at % 28))}/0${1 + (at % 9)}/2021`,
      `${two(at % 24)}:10`,
      `via ${streets(at)}`,
      (at * 7) % 80,
      ["Roma", "Milano", "Torino"][at % 3] ?? "",
      ["Caduta", "Incendio"][at % 2] ?? "",
    ],
  ],
  [
    "Portuguese",
    "Número do boletim,Data,Horário,Logradouro,Idade,Distrito,Tipo",
    (at: number) => [
      5000 + at * 3,
      `${two(1 + (at % 28))}/0${1 + (at % 9)}/2021`,
      `${two(at % 24)}:10`,
      `Beco ${streets(at)}`,
      (at * 7) % 80,
      ["Porto", "Braga", "Faro"][at % 3] ?? "",
      ["Queda", "Roubo"][at % 2] ?? "",
    ],
  ],
  [
    "Welsh",
    "Rhif achos,Dyddiad,Amser,Cyfeiriad,Oed,Ardal,Math",
    (at: number) => [
      `W${100 + at}`,
      `${two(1 + (at % 28))}/0${1 + (at % 9)}/2021`,
      `${two(at % 24)}:10`,
      `Maes ${streets(at)}`,
      (at * 7) % 80,
      ["Gwynedd", "Powys", "Conwy"][at % 3] ?? "",
      ["Cwymp", "Tân"][at % 2] ?? "",
    ],
  ],
  [
    "English, with what each cost",
    "Claim number,Date,Location,Latitude,Longitude,Claim amount,Area burned ha,District",
    (at: number) => [
      `K${100 + at}`,
      `${two(1 + (at % 28))}/0${1 + (at % 9)}/2021`,
      `${at} ${streets(at)} Road`,
      51.5 + at / 1000,
      -0.1 + at / 1000,
      5200 + at * 131,
      1.5 + at / 10,
      ["North", "South", "East"][at % 3] ?? "",
    ],
  ],
])("a list of cases is counted, in %s", async (_, heads, row) => {
  const { spec, dataset } = await guessOf(casesOf(heads, row));
  expect(spec.layout?.counted).toBeDefined();
  expect(JSON.stringify([spec, dataset?.observations])).not.toMatch(/Castle|Abbey|Chapel/u);
});

test("a total whose name stands again elsewhere is called with its code", async () => {
  const rows = ["Aachen", "Bonn", "Celle", "Dachau", "Aachen"].map((name, at) => ({
    name,
    code: `0${at + 1}`,
    of: 100 + at * 7,
  }));
  const all = rows.reduce((sum, { of }) => sum + of, 0);
  const { spec } = await guessOf(
    lines(
      "Code,Kreis,2019,2020",
      `DG,Insgesamt,${all * 2 + 9},${all * 2 + 5}`,
      ...rows.map(({ name, code, of }) => `${code},${name},${of},${of + 1}`),
    ),
  );
  expect(Object.values(spec.dimensions)).toContainEqual(expect.objectContaining({ total: "insgesamt-dg" }));
});

test("what empty cells hold, by their figures, is not what is not stated", async () => {
  const table = [4, 3, 5, 2, 6].flatMap((parts, force) => {
    const own = Array.from(
      { length: parts },
      (_, at) => [`Part ${force}${at}`, 400 + force * 61 + at * 37, 90 + at * 13 + force] as const,
    );
    const sum = (at: 1 | 2) => own.reduce((all, one) => all + one[at], 0);
    return [
      `${forces[force]},,${sum(1)},${sum(2)}`,
      ...own.map(([name, crimes, theft]) => `${forces[force]},${name},${crimes},${theft}`),
    ];
  });
  const { spec, dataset } = await guessOf(lines("Force,Partnership,All crimes,Thefts", ...table));
  expect(JSON.stringify(spec)).not.toContain("not-stated");
  expect(dataset?.categories("partnership").map(({ label }) => label)).toContain("All");
});

test("what is raised and what is resolved is never added up", async () => {
  const kinds = [
    ["Raised", "New application"],
    ["Raised", "Existing application"],
    ["Resolved", "18 or over"],
    ["Resolved", "Under 18"],
  ];
  const { remarks } = await guessOf(
    lines(
      "Quarter,Nationality,Raised or resolved,Outcome,Age disputes",
      ...["2020 Q1", "2020 Q2"].flatMap((quarter, at) =>
        ["Albania", "Iran", "Sudan", "Vietnam"].flatMap((name, of) =>
          kinds.map(([kind, outcome], on) => `${quarter},${name},${kind},${outcome},${20 + at * 7 + of * 11 + on * 5}`),
        ),
      ),
    ),
  );
  expect([...remarks.values()].join()).toContain("of several kinds");
});
