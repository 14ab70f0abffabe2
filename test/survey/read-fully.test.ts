import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { guessDefinition, guessSheets, surveyTable } from "../../src/survey/index.ts";
import { togetherOnMeasures } from "../../src/survey/remarks.ts";
import { withoutNoteMark } from "../../src/survey/table/note-marks.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const areas = ["Kent", "Essex", "Norfolk", "Suffolk", "Dorset", "Devon"];

describe("what a title says of the unit is the unit of the figures below it", () => {
  test.each([
    ["GDP at current prices in US Dollars (all countries)", "dollars"],
    ["Income in current and 2018 CPI-U-RS adjusted dollars. (28) Beginning in 2010, by other weights", "dollars"],
    ["Spending by region, £m, 2019 to 2021", "million pounds"],
    ["Waste collected in tonnes by authority", "tonnes"],
    ["Budgets (£ 000s), all councils", "thousand pounds"],
  ])("%s", async (title, unit) => {
    const { spec, remarks } = await guessOf(
      lines(
        `"${title}",,,`,
        ",,,",
        "Region,2019,2020,2021",
        ...areas.map((area, at) => `${area},${at}.5,${at}.75,1.25`),
      ),
      { title },
    );
    const [[id, measure] = ["", undefined]] = Object.entries(spec.measures);
    expect(measure?.unit.other).toBe(unit);
    // What is said needs no comment.
    expect(remarks.has(`measures.${id}.unit`)).toBe(false);
  });
});

test("commas between thousands are no decimal commas, whatever stands beside them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1_000_000, max: 99_000_000 }), { minLength: 6, maxLength: 12 }),
      async (values) => {
        const csv = lines(
          "Place,Value",
          ...values.map((value, at) => `Place ${at},"${at % 3 === 0 ? value.toLocaleString("en-GB") : value}"`),
          'Other,"12,50"',
        );
        const { spec } = await guessOf(csv);
        expect(spec.layout?.decimal).toBeUndefined();
      },
    ),
    { numRuns: 20 },
  );
});

test("a slip among many figures is not available, and named, and two numbers in a cell are no slip", async () => {
  const rows = Array.from({ length: 100 }, (_, at) => `Place ${at},${1000 + at * 7}`);
  const { dataset, spec, remarks } = await guessOf(
    lines("Place,People", ...rows, 'Big,"1,234,567"', 'Last,"32405,64"'),
  );
  expect(spec.markers).toEqual({ "32405,64": "unavailable" });
  expect(remarks.get("markers")).toContain("32405,64");
  expect(dataset?.observations).toHaveLength(102);
  const other = await guessOf(
    lines("Place,Number of pollster,People", ...rows.map((row) => row.replace(",", ",7,")), 'Last,"8011, 7019",5'),
  );
  expect(other.spec.markers).toBeUndefined();
});

test("a few cells that are no numbers stop nothing, and what they say is written nowhere", async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `Place ${at}k,${1000 + at * 7},${130 + at}`);
  const { dataset, spec, remarks, problems } = await guessOf(
    lines("Place,People,Charges", ...rows, 'Nowhere,"8011, 7019",77', "Yonder,about 31,£50 or £70"),
  );
  expect(problems).toBeUndefined();
  expect(Object.values(spec.measures).map(({ label, statType }) => [label, statType])).toEqual([
    ["People", "count"],
    ["Charges", "count"],
  ]);
  expect(spec.layout?.unreadableCells).toBe("leave-out");
  expect(dataset?.observations.filter(({ cell }) => cell.state !== "value")).toHaveLength(3);
  expect(JSON.stringify([spec, [...remarks]])).not.toMatch(/8011|31|50 or/u);
  const alone = await guessOf(
    lines("Force,Officers", "Kent,about 310", "Essex,290", "Devon,300", "Surrey,280", "Dorset,95"),
  );
  expect([alone.problems, alone.spec.measures.officers?.statType]).toEqual([undefined, "count"]);
});

test("codes that nothing names are a dimension each, also where two of them tell all rows apart", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const [period, code, item] = [
      ["2012AUDA", "2015M02"][(at >> 3) % 2],
      `0${1 + (at % 4)}0${at % 4}`,
      `${4000 + (at >> 1)}`,
    ];
    return `${period},${code},0${item},${(at + 1) * 1500.5}`;
  });
  const { spec } = await guessOf(lines("YEARPERIOD,FUNCTION_CDE,CAPITAL_CDE,Amount", ...rows));
  expect(Object.keys(spec.dimensions)).toEqual(expect.arrayContaining(["yearperiod", "functionCde", "capitalCde"]));
});

test("names that differ by notes between sheets are one category", async () => {
  const sheet = (marks: readonly string[]) =>
    lines("Area,Beds", ...areas.map((area, at) => `${area}${marks[at] ?? ""},${at + 20}`));
  const surveys = await Promise.all(
    [sheet([" 3)", "*"]), sheet(["", ""])].map(async (csv, at) => {
      const [own] = await readSheets(csv, { file: "figures.csv", diagnostics: createDiagnostics() });
      const survey = own && surveyTable({ ...own, name: `${2020 + at}` });
      if (!survey) throw new Error("There is no table.");
      return survey;
    }),
  );
  const [first] = surveys;
  if (!first) throw new Error("There is no sheet.");
  const { spec } = guessDefinition(first, "Beds", { sheets: guessSheets(surveys, first) });
  expect(spec.dimensions.area).toMatchObject({
    categories: [
      { id: "essex", label: "Essex", aliases: ["Essex*"] },
      { id: "kent", label: "Kent", aliases: ["Kent 3)"] },
    ],
    open: true,
  });
});

test("a name is what is left without references to notes, of which there may be several", () => {
  const marks = fc.constantFrom(" 1)", " 12)", "*", " **", "²", " [note 3]", " (4)", " [1]");
  fc.assert(
    fc.property(fc.constantFrom(...areas), fc.array(marks, { maxLength: 3 }), (name, given) => {
      expect(withoutNoteMark(`${name}${given.join("")}`)).toBe(name);
    }),
  );
  expect(withoutNoteMark("Aged 16 (or over)")).toBe("Aged 16 (or over)");
});

test("months in headings are the months of the year beside them", async () => {
  const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const { spec, dataset } = await guessOf(
    lines(
      `country,year,${months.join(",")}`,
      ...["Kenya", "Malawi", "Zambia"].flatMap((country, at) =>
        [2019, 2020].map((year) => `${country},${year},${months.map((_, month) => (month + 3) * (at + 7)).join(",")}`),
      ),
    ),
  );
  expect(spec.layout?.dimensions?.period).toEqual({ joined: "{period} {year}" });
  expect(dataset?.periods()).toHaveLength(24);
  expect(dataset?.observations).toHaveLength(72);
});

test("months of another language in headings say which it is, and totals beside them are left out", async () => {
  const months = "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre";
  const row = (at: number) => Array.from({ length: 13 }, (_, month) => (month + 3) * (at + 7)).join(",");
  const { spec, dataset } = await guessOf(
    lines(`comuna,año,${months},total`, `Maipú,2019,${row(1)}`, `Maipú,2020,${row(2)}`, `Buin,2019,${row(3)}`),
  );
  expect(spec.lang).toBe("es");
  expect(dataset?.periods()).toHaveLength(24);
  expect(dataset?.observations).toHaveLength(36);
});

test("rows that say what is measured are measures, with years across the top", async () => {
  const rows = areas.flatMap((area, at) => [
    `${area},Population,${51_000 + at},${52_000 + at}`,
    `${area},Growth (%),${at + 2}.3,${at + 2}.2`,
  ]);
  const { spec, dataset } = await guessOf(lines("Country,Indicator,2018,2019", ...rows));
  expect(spec.layout).toMatchObject({ long: { measure: "Indicator" }, wide: { columns: "{period}" } });
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["%", "people"]);
  expect(dataset?.observations).toHaveLength(areas.length * 4);
});

test("empty cells that stand beside none of the others are no total of them", async () => {
  const rows = [2018, 2019, 2020, 2021].flatMap((year) => [
    `${year},highway,,${year * 3}`,
    `${year},rail,,${year * 2}`,
    `${year},,truck,${year * 5}`,
    `${year},,ship,${year * 7}`,
  ]);
  const { spec } = await guessOf(lines("Year,passenger mode,freight mode,Value", ...rows));
  expect(Object.values(spec.dimensions).flatMap((own) => (own.role === "time" ? [] : (own.total ?? [])))).toEqual([]);
});

test("a year, a month and a date are a day", async () => {
  const days = Array.from({ length: 31 }, (_, at) => `2020,3,${at + 1}`);
  const { spec } = await guessOf(lines("year,month,date,Cases", ...days.map((day, at) => `${day},${at + 40}`)));
  expect(spec.layout?.dimensions?.period).toEqual({ joined: "{year}-{month}-{date}" });
});

test("two years of two digits, one after the other, are a year, and not a month", async () => {
  const { dataset } = await guessOf(
    lines("DataYear,Area,Pupils", ...areas.map((area, at) => `12-13,${area},${at + 60}`)),
  );
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2012/13"]);
});

test("rows that lack the last fields are read where most of them do", async () => {
  const csv = lines(
    "Year,Area,Pupils,Note",
    ...[2019, 2020, 2021].flatMap((year) => areas.map((area, at) => `${year},${area},${at + year}`)),
    ...areas.map((area, at) => `2022,${area},${at + 90},Provisional`),
  );
  const { spec, dataset } = await guessOf(csv);
  expect(spec.layout?.raggedRows).toBe("read");
  expect(dataset?.observations).toHaveLength(24);
});

test("a rank beside a figure does not make a number of it", async () => {
  const { spec } = await guessOf(
    lines(
      "Urban area,Hours of delay,Rank",
      ...Array.from({ length: 40 }, (_, at) => `Town ${at},${5 + (at % 20)},${1 + (at % 20) * 2}`),
    ),
  );
  expect(Object.keys(spec.measures)).toContain("hoursOfDelay");
});

test("a total that stands beside what was new, and never falls, is a running one", async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `Day ${at},${100 + at * (at + 1) * 5},${at * 10 + 20}`);
  const { remarks } = await guessOf(lines("Day of count,DeathsTotal,DeathsNew", ...rows));
  expect(remarks.get("measures.deathstotal.statType")).toContain("running total");
});

test("what is one thing of many measures is said once, with their names", async () => {
  const told = new Map([
    ...["a", "b", "c", "d"].map((id) => [`measures.${id}.unit`, "Say what it is."] as const),
    ["measures.e.unit", "Something else."] as const,
  ]);
  const all = togetherOnMeasures(told, (id) => id.toUpperCase());
  expect([...all]).toEqual([
    ["measures.e.unit", "Something else."],
    ["measures", 'The unit of "A", "B", "C", "D": Say what it is.'],
  ]);
  const { remarks } = await guessOf(
    lines("Area,Deaths,Births,Mean age", ...areas.map((area, at) => `${area},${at + 200},${at + 300},${at + 30}.5`)),
  );
  expect([...remarks.keys()].filter((field) => /^measures\./u.test(field))).toEqual([]);
});

test("a table whose areas and headings are areas says so of its rows", async () => {
  const { remarks } = await guessOf(
    lines(
      `,${areas.join(",")}`,
      ...areas.map((area, at) => `${area},${areas.map((_, other) => at * 7 + other + 9).join(",")}`),
    ),
  );
  expect([...remarks.values()].join(" ")).toContain("The names of the rows stand across the top once more");
});

test("headings may have empty rows between them, as those of workbooks do", async () => {
  const csv = lines(
    "Indicator,General,,Special,,,All hospitals",
    ",Central,Local,Mental,Repair,Other,",
    ...areas.map((area, at) => `${area},${at + 1}0,${at + 2}0,${at + 3}0,${at + 4}0,${at + 5}0,${at + 9}00`),
  );
  const [sheet] = await readSheets(csv, { file: "figures.csv", diagnostics: createDiagnostics() });
  if (!sheet) throw new Error("There is no sheet.");
  const apart = {
    ...sheet,
    rowNumbers: Uint32Array.from([1, 2, 3, ...Array.from(sheet.rowNumbers.slice(1), (row) => row + 2)]),
    columns: sheet.columns.map((column) => ({
      ...column,
      codes: Uint32Array.from([column.codes[0] ?? 0, 0, 0, ...column.codes.slice(1)]),
    })),
  };
  expect(surveyTable(apart)?.columns.map(({ name }) => name)).toEqual([
    "Indicator",
    "General | Central",
    "General | Local",
    "Special | Mental",
    "Special | Repair",
    "Special | Other",
    "All hospitals",
  ]);
});

test("headings that are codes over figures are said again below, whatever stands over names", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "GEO_ID,NAME,B25077_001E,B25077_001M",
      "id,Geographic Area Name,Estimate!!Median value (dollars),Margin of Error!!Median value (dollars)",
      ...areas.map((area, at) => `0500000US0${at}001,"${area}, Alabama",${154_500 + at * 700},${6544 + at}`),
    ),
  );
  expect(dataset?.categories("geographicAreaName").map(({ label }) => label)).not.toContain("Geographic Area Name");
  expect(JSON.stringify(spec.measures)).toContain("Median value");
});

test("a fall of eleven is no fraction, however small all rises are", async () => {
  const { spec } = await guessOf(
    lines("Percentile,2019,2020,2021", ...areas.map((area, at) => `${area},0.${at},-1${at}.5,-${at}.6`)),
    { title: "Percent change" },
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["%"]);
});

test("rows that say what is measured are measures, with areas across the top", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "date,variable,Kailahun,Kenema,Kono,National",
      "2014-09-16,population,465048,653013,325003,1443064",
      "2014-09-16,new_cases,8,3,20,31",
      "2014-09-16,percent_seen,100%,99%,98%,99%",
    ),
  );
  expect(spec.layout).toMatchObject({ long: { measure: "variable" }, wide: { columns: "{group}" } });
  expect(Object.keys(spec.measures).sort()).toEqual(["newCases", "percentSeen", "population"]);
  expect(dataset?.observations).toHaveLength(12);
});

test("weeks of years in one code are weeks, and spans of years of several lengths are spans", async () => {
  const weeks = Array.from({ length: 20 }, (_, at) => `2021_${String(at + 9).padStart(2, "0")},${at * 7 + 100}`);
  const weekly = await guessOf(lines("leto_teden,Cases", ...weeks));
  expect(weekly.dataset?.periods().map(({ format }) => format)).toContain("week");
  const spans = [2016, 2015, 2014, 2013].map((year) => `"Change in homelessness, ${year}-2017"`);
  const rows = areas.map((area, at) => `${area},${at - 4.5}%,${at + 5.5}%,${at - 2}%,${at - 12}%`);
  const spanned = await guessOf(lines(`Area,${spans.join(",")}`, ...rows));
  expect(spanned.dataset?.periods().map(({ id }) => id)).toContain("2013-01-01/2018-01-01");
});

test("names of two others together, and days that never fall, are marked", async () => {
  const groups = ["Hispanic", "Black", "Black or Hispanic"];
  const both = await guessOf(
    lines(
      "Department,Group,Searches",
      ...areas.flatMap((area, at) => groups.map((group, on) => `${area},${group},${at * 7 + on * 11 + 20}`)),
    ),
  );
  expect(both.remarks.get("dimensions.group")).toContain('"Black or Hispanic" is of others');
  const days = Array.from({ length: 14 }, (_, at) => `2020-02-${String(at + 5).padStart(2, "0")},${at * at * 9 + 131}`);
  const { spec, remarks } = await guessOf(lines("date,tests", ...days));
  expect(remarks.get("measures.tests.overTime")).toContain("running total");
  expect(spec.measures.tests?.overTime).toBe("cumulative");
  // Of two days each nobody knows: it is asked.
  const pairs = areas.flatMap((area, at) => [5, 6, 7].map((day) => `${area},2020-02-0${day},${at * 7 + day * 31}`));
  const short = await guessOf(lines("area,date,tests", ...pairs));
  expect(short.remarks.get("measures.tests.statType")).toContain("if it is a running total");
  expect(short.spec.measures.tests).not.toHaveProperty("overTime");
});

test("what is called cumulative is a running total, unless a year and its quarters may be their sums", async () => {
  const rows = (periods: readonly string[]) => periods.map((period, at) => `${period},${at * 37 + 120}`);
  const said = async (...periods: readonly string[]) => {
    const { spec, remarks } = await guessOf(lines("Period,Cumulative cases", ...rows(periods)));
    return [Object.values(spec.measures)[0]?.overTime, [...remarks.values()].join(" ").includes("running total")];
  };
  expect(await said("2020 Q1", "2020 Q2", "2020 Q3", "2020 Q4")).toEqual(["cumulative", true]);
  expect(await said("2020 Q1", "2020 Q2", "2020 Q3", "2020 Q4", "2020")).toEqual([undefined, true]);
});

test("of tiers of authorities that lie within each other, the upper one is left out", async () => {
  const tiers = ["Upper Tier Local Authority", "Lower Tier Local Authority", "Unitary Authority"];
  const rows = areas.map((area, at) => `${area},${tiers[at % 3]},${at * 731 + 90_000}`);
  const { spec, remarks } = await guessOf(lines("Area_Name,Type,Population", ...rows));
  expect(spec.layout?.rows?.except).toEqual({ Type: ["Upper Tier Local Authority"] });
  expect(remarks.get("layout.rows")).toContain('several levels, by "Type"');
});

test("the number of a thing, the same in all of its rows, counts nothing", async () => {
  const rows = areas.flatMap((area, at) =>
    [2019, 2020].map((year) => `${area},${year},${at * 31 + 12},${at * 7 + year}`),
  );
  const { spec } = await guessOf(lines("School,Year,CharterNumber,Pupils", ...rows));
  expect(Object.keys(spec.measures)).toEqual(["pupils"]);
});

test("areas behind the names of their levels are those of the level that most are of", async () => {
  const regions = ["South East", "London", "Yorkshire and The Humber", "North East"];
  const headings = ["country:England", "country:Wales", ...regions.map((name) => `gor:${name}`)];
  const rows = ["Cancer", "Stroke", "Falls"].map(
    (cause, at) => `${cause},${headings.map((_, on) => at * 71 + on * 13 + 20)}`,
  );
  const { spec, dataset } = await guessOf(lines("Deaths by cause", "measure,Deaths", "", `cause,${headings}`, ...rows));
  expect(dataset?.categories("area").map(({ label }) => label)).toEqual(regions);
  expect(spec.measures).toMatchObject({ deaths: { label: "Deaths", unit: { other: "deaths" } } });
  expect(spec.layout?.ignore).toEqual(["country:England", "country:Wales"]);
});

test("three columns of which none says what it measures may be categories, and no others of three are", async () => {
  const asked = async (...headings: readonly string[]) => {
    const rows = [2019, 2020, 2021, 2022].map(
      (year, at) => `${year},${headings.map((_, on) => at * 97 + on * 4151 + 830)}`,
    );
    const { remarks } = await guessOf(lines(`Year,${headings}`, ...rows));
    return remarks.get("measures")?.includes("may be categories of one measure") === true;
  };
  expect(await asked("Ashby", "Birch Vale", "Coldfell")).toBe(true);
  expect(await asked("Births", "Deaths", "Marriages")).toBe(false);
  expect(await asked("Ashby", "Birch Vale")).toBe(false);
});
