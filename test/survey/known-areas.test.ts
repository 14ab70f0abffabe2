import { expect, test } from "vitest";
import { isNameOfArea } from "../../src/survey/areas/find-area.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

test("areas are known by their names below no heading, and the country is the total of its parts", async () => {
  const cantons = lines(",Gesuche,Quote", "Total,100,1.5", "Aargau,40,1.2", "Bern,30,1.1", "Zug,20,1.9", "Uri,10,2.5");
  const { spec } = await guessOf(cantons);
  expect(Object.values(spec.dimensions)).toContainEqual(expect.objectContaining({ role: "area", total: "total" }));
  const states = lines(
    "Gruppe,Quote",
    "Bayern,1.5",
    "Berlin,2.5",
    "Hessen,3.5",
    "Sachsen,4.5",
    "Hamburg,5.5",
    "Deutschland,2.9",
  );
  const { spec: german } = await guessOf(states);
  expect(german.dimensions.gruppe).toMatchObject({ role: "area", total: "deutschland" });
});

test("headings that are codes of countries are areas, none of which is the total of the others", async () => {
  const rows = [2013, 2014, 2015, 2016].map((year) => `${year},1.5,2.5,3.5,4.5,5.5,6.5`);
  const { spec } = await guessOf(lines("Year,AUS,AUT,BEL,CAN,DEU,USA", ...rows));
  expect(spec.layout?.wide?.columns).toBe("{area}");
  expect(spec.dimensions.area).toMatchObject({ role: "area" });
  expect(spec.dimensions.area).not.toHaveProperty("total");
});

test("names that may be places are marked where nothing else was taken for areas, and ages are not", async () => {
  const { remarks } = await guessOf(
    lines("Market,Price index", "Oak Park,1.5", "Elgin,2.5", "Cicero,3.5", "Lemont,4.5"),
  );
  expect(remarks.get("dimensions.market.role")).toContain('say "area"');
  const { remarks: ages } = await guessOf(
    lines("Age group,Score", "Under 5,1.5", "Adults,2.5", "Old,3.5", "Oldest,4.5"),
  );
  expect([...ages.keys()]).not.toContain("dimensions.ageGroup.role");
});

test("of two columns of areas the finer one is it, and a heading of codes of areas is one", async () => {
  const rows = ["Alabama,Autauga,55601", "Alabama,Lee,218022", "Texas,Lee,24881", "Texas,Bowie,22400"];
  const { spec } = await guessOf(lines("state,county,pop", ...rows));
  expect(spec.dimensions.county).toMatchObject({ role: "area" });
  const { spec: coded } = await guessOf(
    lines("ags,Werte", "08435053,2099", "08437047,1796", "08425052,218", "03255036,565"),
  );
  expect(coded.dimensions.ags).toMatchObject({ role: "area" });
});

test("headings that are said again, below them or at the top of each page, are no data", async () => {
  const twice = await guessOf(lines("Area,Men,Women", "AREA,MEN,WOMEN", "Kent,10,20", "Essex,30,40", "Devon,50,60"));
  expect(twice.spec.layout?.headerRow).toBe(2);
  const pages = await guessOf(
    lines("Area,Men,Women", "Kent,10,20", "Essex,30,40", "Area,Men,Women", "Devon,50,60", "Dorset,70,80"),
  );
  expect(pages.dataset?.observations).toHaveLength(8);
});

test("units keep their letters, stand beside other constants, and are the sign that all cells have", async () => {
  const { spec } = await guessOf(lines("Area,Mean use (kWh per meter),Price", 'Kent,10.5,"$1,200"', "Essex,11.5,$900"));
  const [use, price] = Object.values(spec.measures);
  expect(use?.unit.other).toBe("kWh per meter");
  expect(price?.unit.other).toBe("dollars");
  const air = ["01", "02", "03", "04"].map((month) => `2018-${month}-01,NO2,monthly mean,µg/m3,25.${month}`);
  const { spec: measured } = await guessOf(lines("period,indicator,measure,unit,value", ...air));
  expect(Object.values(measured.measures)[0]?.unit.other).toBe("µg/m3");
});

test("groups of shares are no shares, and percentages below 1 are marked", async () => {
  const rows = ["Kent,3,0.12,5.2", "Essex,7,0.35,6.1", "Devon,1,0.07,7.4"];
  const { spec, remarks } = await guessOf(
    lines("Area,Percent poor bucket,Percent gap,Households assessed per (000s)", ...rows),
  );
  expect(spec.measures.percentPoorBucket).toMatchObject({ statType: "quantity" });
  expect(spec.measures.percentPoorBucket?.unit.other).not.toBe("%");
  expect(remarks.get("measures.percentGap.statType")).toContain("fractions");
  expect(Object.values(spec.measures)[2]).toMatchObject({ statType: "rate", per: 1000 });
});

test("figures with decimals are no codes, whatever their heading ends with", async () => {
  const rows = [
    "Kenya,2010,967.43,10.55",
    "Kenya,2011,987.12,11.43",
    "Peru,2010,5082.35,12.11",
    "Peru,2011,5869.32,9.87",
  ];
  const { spec } = await guessOf(lines("country,year,ny_gdp_pcap_cd,si_pov_dday", ...rows));
  expect(Object.values(spec.layout?.measures ?? {})).toEqual(["ny_gdp_pcap_cd", "si_pov_dday"]);
});

test("bands of years that something was built in are groups, and no periods", async () => {
  const { spec } = await guessOf(
    lines(
      "County,0-1919,1919-1945,1946-1960,1961-1970,Unknown,TOTAL",
      "Clare,1,2,3,4,5,15",
      "Cork,2,3,4,5,6,20",
      "Mayo,3,4,5,6,7,25",
    ),
  );
  expect(spec.dimensions.group).toMatchObject({ role: "category" });
  expect(Object.values(spec.dimensions).some(({ role }) => role === "time")).toBe(false);
});

test("a series in which one period stands twice keeps its periods, and leaves out what differs", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `${1950 + at},${at + 0.5},${at * 3 + 1}`);
  const { spec } = await guessOf(lines("year,Rate,Employed", ...rows, "2009,70.5,99"));
  expect(Object.keys(spec.dimensions)).toEqual(["year"]);
  expect(spec.layout?.repeatedRows).toBe("leave-out");
});

test("concentrations are never added up, millions of miles are a unit, and the x of a chart may be its years", async () => {
  const air = [10.9, 23.8, 15.2].map((value, at) => `Station ${at},2023,NO2,Concentration,µg/m3,${value}`);
  const { spec } = await guessOf(lines("station,year,indicator,measure,unit,value", ...air));
  expect(Object.values(spec.measures)[0]).not.toHaveProperty("additive");
  const miles = ["Bury,2011,1000.5", "Derby,2011,694.2", "York,2011,238.1"].map((row) => `${row},Miles (million)`);
  const { spec: driven } = await guessOf(lines("area_name,year,value,unit", ...miles));
  expect(Object.values(driven.measures)[0]?.unit.other).toBe("million miles");
  const { spec: chart } = await guessOf(
    lines("x,Alfa,Bravo", "2012,5.5,6.5", "2013,5.6,6.4", "2014,5.8,6.1", "2015,6.2,6.2"),
  );
  expect(chart.dimensions.period ?? chart.dimensions.x).toMatchObject({ role: "time" });
});

test("a place is known also where its code stands behind it", () => {
  expect(isNameOfArea("Idaho [us-id]")).toBe(true);
  expect(isNameOfArea("Tables [us-id]")).toBe(false);
});

test("names beside their codes are the areas, also where one has no code and one stands there twice", async () => {
  const names = ["Hartlepool", "Middlesbrough", "Redcar", "Stockton-on-Tees", "Darlington", "Halton", "Warrington"];
  const more = [
    "Blackburn with Darwen",
    "Blackpool",
    "Derby",
    "Leicester",
    "Rutland",
    "Nottingham",
    "Telford",
    "Luton",
    "Torbay",
    "Swindon",
    "Medway",
    "York",
    "Plymouth",
  ];
  const rows = [...names, ...more].map(
    (name, at) => `E060000${String(at + 11)},${name},${101 + at * 13},${53 + at * 7},${21 + at * 3}`,
  );
  const london = "E12000007,London,2003,509,507";
  const above = ["E92000001,England,9001,3001,2003", london, "-,Rest of England,6998,2492,1496", london];
  const { spec, dataset } = await guessOf(`,,Assessments,Threatened,Homeless\n${[...above, ...rows].join("\n")}\n`);
  const [[id, read] = []] = Object.entries(spec.layout?.dimensions ?? {});
  expect(read).toBe("#B");
  expect(spec.dimensions[id ?? ""]?.role).toBe("area");
  const labels = dataset?.categories(id ?? "").map(({ label }) => label);
  expect(labels).toContain("Blackburn with Darwen");
  expect(labels).not.toContain("-");
});
