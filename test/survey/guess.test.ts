import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { BriefingError, createDiagnostics } from "../../src/diagnostics/index.ts";
import { completeGuess, guessDefinition, surveyTable, writeDefinition } from "../../src/survey/index.ts";
import { mendGuess } from "../../src/survey/mend-guess.ts";
import { createRemarks } from "../../src/survey/remarks.ts";
import { readSheets } from "../../src/tables/index.ts";
import { trials } from "../support/trials.ts";

async function survey(csv: string, file = "figures.csv") {
  const [sheet] = await readSheets(csv, { file, diagnostics: createDiagnostics() });
  const found = sheet && surveyTable(sheet);
  if (!found) throw new Error("There is no table.");
  return found;
}

const guess = async (csv: string, file = "figures.csv") =>
  completeGuess(guessDefinition(await survey(csv, file), "Figures"), { csv, file });

describe("a table is taken for", () => {
  test("areas, years and counts, with the columns that are no part of them left out", async () => {
    const { spec, dataset } = await guess(
      "Area code,Area name,Region,Year,Offences,Rate per 100,000 people,Notes\nE10,Kent,South,2018,120,7.1,\nE11,Essex,East,2018,70,6.2,\nE10,Kent,South,2019,130,7.4,x\nE11,Essex,East,2019,90,7.0,\n".replace(
        "Rate per 100,000 people",
        '"Rate per 100,000 people"',
      ),
    );
    expect(spec.dimensions).toMatchObject({ areaName: { role: "area" }, year: { role: "time" } });
    expect(spec.measures).toMatchObject({
      offences: { statType: "count", unit: { one: "offence", other: "offences" } },
      ratePer100000People: { statType: "rate", per: 100_000, population: "people" },
    });
    expect(spec.layout?.ignore).toEqual(["Area code", "Region", "Notes"]);
    expect(dataset?.observations).toHaveLength(8);
    expect(dataset?.diagnostics).toEqual([]);
  });

  test("years across the top, below a title and above notes", async () => {
    const { spec, dataset } = await guess(
      "Book issues by library\n\nLibrary,2017/18,2018/19\nCentral,1204,1300\nNorth,[x],700\n\nSource: the council\n",
    );
    expect(spec.layout).toMatchObject({ headerRow: 3, wide: { columns: "{period}" } });
    expect(dataset?.observations.map(({ cell }) => cell.state)).toEqual(["value", "value", "missing", "value"]);
  });

  test("measures and years in two rows of headings", async () => {
    const { spec, dataset } = await guess(
      ",2018,,2019,\nArea,Offences,Charges,Offences,Charges\nKent,120,30,130,40\nEssex,70,10,80,20\n",
    );
    expect(spec.layout).toMatchObject({ headerRow: [1, 2], wide: { columns: "{period} | {measure}" } });
    expect(Object.keys(spec.measures)).toEqual(["offences", "charges"]);
    expect(dataset?.observations).toHaveLength(8);
  });

  test("a column that names measures", async () => {
    const { spec, dataset } = await guess(
      "Area,Year,Indicator,Value\nKent,2018,Offences,120\nKent,2018,Charges,30\nEssex,2018,Offences,70\nEssex,2018,Charges,10\n",
    );
    expect(spec.layout?.long).toEqual({ measure: "Indicator", value: "Value" });
    expect(Object.keys(spec.measures)).toEqual(["charges", "offences"]);
    expect(dataset?.observations).toHaveLength(4);
  });

  test("labels that stand once, dates of publication, and markers that hide rather than show", async () => {
    const { spec } = await guess(
      "Area,Year,Offences,Published\nKent,2018,120,2019-07-18\n,2019,c,2020-07-18\nEssex,2018,70,2019-07-18\n,2019,:,2020-07-18\n",
    );
    expect(spec.layout).toMatchObject({ fillDown: ["Area"], vintage: { column: "Published" } });
    expect(spec.markers).toEqual({ c: "suppressed", ":": "unavailable" });
  });

  test("totals and sums that only the figures tell", async () => {
    const rows = ["North", "South", "East"].flatMap((area, at) =>
      ["2018", "2019", "2020"].map((year, on) => {
        const [men, women] = [100 + 7 * at + 3 * on, 50 + 11 * at + 5 * on * on];
        return { area, year, men, women, all: men + women };
      }),
    );
    const wales = ["2018", "2019", "2020"].map((year) => {
      const own = rows.filter((row) => row.year === year);
      const sum = (key: "men" | "women" | "all") => own.reduce((total, row) => total + row[key], 0);
      return { area: "Wales", year, men: sum("men"), women: sum("women"), all: sum("all") };
    });
    const csv = ["area,year,men,women,all", ...[...rows, ...wales].map((row) => Object.values(row).join(","))].join(
      "\n",
    );
    const { spec } = await guess(csv);
    expect(spec.dimensions.area).toMatchObject({ total: "wales" });
    expect(spec.dimensions.group).toMatchObject({ label: "Sex", total: "all" });
    expect(spec.disclosure).toBeUndefined();
  });

  test("rows with other numbers of fields: read where they fit, else left out, with their numbers", async () => {
    const short = await guess(
      "Area,Year,Offences,Notes\nKent,2018,120,\nEssex,2018,70\nDevon,2018,40,a, b\nSurrey,2018,33,c\nLeeds,2018,21,\n",
    );
    expect(short.spec.layout?.raggedRows).toBe("read");
    expect(short.remarks.get("layout.raggedRows")).toMatch(/^Rows 3, 4 of other numbers/u);
    expect(short.dataset?.observations).toHaveLength(5);
    const shifted = await guess(
      "Area,Year,Offences,Charges\nKent,2018,120,30\nEssex,2018,1,200,40\nDevon,2018,40,12\n",
    );
    expect(shifted.spec.layout?.raggedRows).toBe("leave-out");
    expect(shifted.remarks.get("layout.raggedRows")).toMatch(/^Row 3 .* left out/u);
    expect(shifted.dataset?.observations).toHaveLength(4);
  });

  test("counts to protect, where any is small", async () => {
    const { spec, remarks } = await guess("Area,Year,Offences\nKent,2018,120\nEssex,2018,3\nDevon,2018,40\n");
    expect(spec.disclosure).toEqual({ profile: { hide: { from: 1, to: 4 } } });
    expect(remarks.get("disclosure")).toMatch(/Counts from 1 to 4 are hidden/u);
  });
});

describe("rows are told apart by", () => {
  test("one column that names each of them, so that others are no dimensions", async () => {
    const { spec, dataset } = await guess("Pollster,Grade,Polls\nA,A+,120\nB,A-,70\nC,A,60\nD,A-,50\n");
    expect(Object.keys(spec.dimensions)).toEqual(["pollster"]);
    expect(spec.layout?.ignore).toEqual(["Grade"]);
    expect(dataset?.observations).toHaveLength(4);
  });

  test("a label that is left out in some rows", async () => {
    const { spec, dataset } = await guess(
      "Area,Year,Outcome,Crimes\nKent,2018,,120\nKent,2018,Charged,30\nEssex,2018,,70\nEssex,2018,Charged,10\n",
    );
    expect(spec.layout?.dimensions).toMatchObject({ outcome: { column: "Outcome", blank: "Not stated" } });
    expect(dataset?.observations).toHaveLength(4);
  });

  test("codes, where two areas have one name", async () => {
    const { spec, dataset } = await guess(
      "Code,Area,Year,Offences\nE10000001,Newport,2018,12\nW06000022,Newport,2018,13\nE10000002,Kent,2018,14\n",
    );
    expect(spec.layout?.dimensions).toMatchObject({ area: { joined: "{Area} ({Code})" } });
    expect(dataset?.observations).toHaveLength(3);
  });

  test("nothing: several rows of each name are cases, which are added up", async () => {
    const { spec, remarks, dataset } = await guess(
      "Trust,Term,Kind,Loan,Due\nKent,5 years,Revenue,100,2017-04-01\nKent,3 years,Revenue,200,2017-04-01\nKent,3 years,Revenue,250,2017-04-01\nEssex,5 years,Capital,50,2017-04-01\nEssex,5 years,Capital,70,2017-04-01\nEssex,5 years,Capital,70,2017-06-01\n",
    );
    expect(spec.layout).toMatchObject({ dimensions: { trust: "Trust", term: "Term" }, repeatedRows: "sum" });
    expect(remarks.get("layout.repeatedRows")).toContain("are added up");
    expect(remarks.get("layout.ignore")).toContain('"Due": says a date or a period beside rows');
    const kent = dataset?.observations.find(({ at }) => at.trust === "kent" && at.term === "3-years");
    expect(kent?.cell).toEqual({ state: "value", value: 450 });
  });

  test("their numbers beside their names, where few rows are alike or figures do not add up", async () => {
    const few = await guess("Street,Charges\nHigh Street,100\nHigh Street,200\nLow Road,50\n,70\nMill Lane,80\n");
    expect(few.spec.layout?.dimensions).toEqual({ street: { rowNumber: "{Street} (row {})" } });
    expect(few.remarks.get("layout.dimensions.street")).toMatch(/repeatedRows: "sum"/u);
    expect(few.dataset?.categories("street").map(({ label }) => label)).toContain("Low Road (row 4)");
    const rates = await guess("Street,Rate per day\nHigh Street,1.5\nHigh Street,2.5\nLow Road,3.5\nLow Road,1.5\n");
    expect(rates.spec.layout?.dimensions).toEqual({ street: { rowNumber: "{Street} (row {})" } });
    const nameless = await guess("Year,Charges\n2018,100\n2018,200\n2019,50\n");
    expect(nameless.spec.layout?.dimensions).toMatchObject({ case: { rowNumber: "Row {}" } });
  });

  test("no names that many rows share, also where their figures are equal: each is a case", async () => {
    const { spec, dataset } = await guess("Force,Cases\nKent,1\nKent,1\nKent,1\nEssex,1\nEssex,1\n");
    expect(spec.layout).toMatchObject({ dimensions: { force: "Force" }, repeatedRows: "sum" });
    const kent = dataset?.observations.find(({ at }) => at.force === "kent");
    expect(kent?.cell).toEqual({ state: "value", value: 3 });
  });

  test("whatever somebody says who was asked", async () => {
    const table = await survey(
      "Trust,Kind,Loan\nKent,New,100\nKent,New,200\nKent,Old,250\nKent,Old,50\nEssex,Old,60\nEssex,Old,70\n",
    );
    const first = guessDefinition(table, "Loans");
    expect(first.alike).toMatchObject({ rows: "added", canAdd: true });
    const byKind = (first.alike?.offered ?? []).filter(({ name }) => name === "Kind");
    const added = guessDefinition(table, "Loans", { rows: { rows: "added", by: byKind } });
    expect(added.spec.layout).toMatchObject({ dimensions: { kind: "Kind" }, repeatedRows: "sum", ignore: ["Trust"] });
    const numbered = guessDefinition(table, "Loans", { rows: { rows: "numbered", by: byKind } });
    expect(numbered.spec.layout?.dimensions).toEqual({ kind: { rowNumber: "{Kind} (row {})" } });
    expect(numbered.spec.layout).not.toHaveProperty("repeatedRows");
  });

  test("names that make the same id", async () => {
    const { spec, dataset } = await guess("Grade,Year,Polls\nA,2018,12\nA-,2018,13\nA,2019,14\nA-,2019,15\n");
    expect(spec.dimensions.grade).toMatchObject({
      categories: [
        { id: "a", label: "A" },
        { id: "a-2", label: "A-" },
      ],
      open: true,
    });
    expect(dataset?.observations).toHaveLength(4);
  });

  test("names that make the same id below headings that are alike, which are read by letters", async () => {
    const spec: DatasetSpec = {
      title: "Deaths",
      dimensions: {
        kind: { role: "category", label: "Cause" },
        kind2: { role: "category", label: "Cause" },
        period: { role: "time", label: "Year" },
      },
      measures: { deaths: { label: "Deaths", unit: { one: "death", other: "deaths" }, statType: "count" } },
      sources: { office: { title: "Deaths", publisher: "Office", kind: "official-statistics" } },
      layout: {
        dimensions: { kind: "#A", kind2: { column: "#B", blank: "All" }, period: { value: "2001" } },
        measures: { deaths: "#C" },
      },
    };
    const data = "Cause,Cause,Deaths\nFalls,Stairs,12\nBurns,Fire (hot),13\nBurns,Fire hot,14\n";
    const read = (of: DatasetSpec) => readDataset(defineDataset(of), { csv: data }, { id: "figures" });
    const mended = async (of: DatasetSpec): Promise<DatasetSpec> => {
      const error: unknown = await read(of).catch((thrown: unknown) => thrown);
      const next = error instanceof BriefingError ? mendGuess(of, error.diagnostics, createRemarks()) : undefined;
      return next ? mended(next) : of;
    };
    const ids = (await read(await mended(spec))).categories("kind2").map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["stairs", "fire-hot", "fire-hot-2"]));
  });
});

describe("periods and headings", () => {
  test("a year and a month in two columns, also by number", async () => {
    const rows = ["Kent", "Essex"].flatMap((area) =>
      [1, 2, 3].map((month) => `${area},2018,${month},${100 + month * 7}`),
    );
    const { spec, dataset } = await guess(["Area,Year,Month,Offences", ...rows].join("\n"));
    expect(spec.layout?.dimensions).toMatchObject({ period: { joined: "{Year}-{Month}" } });
    expect(dataset?.periods()).toHaveLength(3);
    expect(Object.keys(spec.measures)).toEqual(["offences"]);
  });

  test("a row that totals the years is left out", async () => {
    const { spec, dataset } = await guess("Year,Incidents\n2017/18,7118\n2018/19,7842\nTotal,14960\n");
    expect(spec.dimensions).toMatchObject({ year: { role: "time" } });
    expect(spec.layout?.rows).toEqual({ except: { Year: ["Total"] } });
    expect(dataset?.periods()).toHaveLength(2);
  });

  test("three rows of headings, the last of them units; a change in percent may fall", async () => {
    const { spec, dataset } = await guess(
      "Prices,,,,\n,All houses,,New houses,\nQuarter,Price,Annual change,Price,Annual change\n,£,%,£,%\nQ1 2018,1891.5,-1.5,2107.5,0.5\nQ2 2018,1872.5,2.5,2110.5,-0.5\n",
    );
    expect(spec.layout).toMatchObject({ headerRow: [2, 4], wide: { columns: "{group} | {measure}" } });
    expect(spec.measures).toMatchObject({
      price: { unit: { one: "pound", other: "pounds" } },
      annualChange: { statType: "quantity", unit: { other: "%" } },
    });
    expect(dataset?.observations).toHaveLength(8);
  });

  test("the period that a row above the table names", async () => {
    const { spec, dataset } = await guess(
      "Needs by local authority\nYear: 2019/20\n\n,Dyslexia,Dyspraxia\nGwynedd,120,30\nPowys,70,20\nConwy,60,25\n",
    );
    expect(spec.layout?.dimensions).toMatchObject({ period: { cell: "A2", pattern: "Year: {}" } });
    expect(spec.dimensions).toMatchObject({ category: { role: "area" } });
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2019/20"]);
  });

  test("the first of two tables below each other, and the larger of two side by side", async () => {
    const below = await guess("Area,Offences\nKent,120\nEssex,70\nDevon,60\n\nRegion,Charges\nNorth,30\nSouth,40\n");
    expect(below.spec.layout).toMatchObject({ lastRow: 4 });
    expect(below.dataset?.observations).toHaveLength(3);
    const beside = await guess(
      "Area,Offences,,Region,Charges\nKent,120,,North,30\nEssex,70,,South,40\nDevon,60,,,\nAvon,50,,,\n",
    );
    expect(beside.spec.layout?.ignore).toEqual(["Region", "Charges"]);
    expect(beside.dataset?.observations).toHaveLength(4);
  });

  test("columns of one name are called by their letters", async () => {
    const { spec, dataset } = await guess("Area,Offences,Offences\nKent,120,30\nEssex,70,20\nDevon,60,25\n");
    expect(spec.layout?.measures).toEqual({ offences: "#B", offences2: "#C" });
    expect(dataset?.observations).toHaveLength(6);
  });

  test("areas across the top, of which one is the whole", async () => {
    const { spec, dataset } = await guess(
      "Year,England,Wales,Scotland,Northern Ireland,UK\n2018,1.5,0.2,7.1,0.2,9\n2019,1.4,0.5,11.2,0.2,13.3\n",
    );
    expect(spec.dimensions.area).toMatchObject({ role: "area", total: "uk" });
    expect(spec.layout?.wide).toMatchObject({ columns: "{area}" });
    expect(dataset?.observations).toHaveLength(10);
  });

  test("years across the top beside columns that are none of the series", async () => {
    const { spec, remarks, dataset } = await guess(
      "index,Authority,Pupils,201516,201617,201718,Change\n4,Kent,566,10,11,12,-1.5\n9,Essex,560,20,21,22,2.5\n12,Devon,550,30,31,32,3.5\n15,Avon,540,30,31,32,0.5\n21,Bath,530,31,30,32,0.5\n",
    );
    expect(spec.layout).toMatchObject({ wide: { columns: "{period}" } });
    expect(spec.layout?.ignore).toEqual(["index", "Pupils", "Change"]);
    expect(remarks.get("layout.ignore")).toContain(
      '"Pupils", "Change": has figures, but not those of several periods or groups as the others',
    );
    expect(dataset?.observations).toHaveLength(15);
  });

  test("years alone and years beside a measure", async () => {
    const { spec, dataset } = await guess(
      "Area,2018,2019,Charges 2018,Charges 2019\nKent,120,130,30,40\nEssex,70,90,10,20\n",
    );
    expect(spec.layout?.wide).toEqual({ columns: ["{measure} {period}", "{period}"], measure: "figures" });
    expect(spec.layout?.measures).toEqual({ charges: "Charges" });
    expect(dataset?.observations).toHaveLength(8);
  });

  test("what all headings of a year share is no part of a measure", async () => {
    const { spec, dataset } = await guess(
      ",2021-22 financial year,,2022-23 financial year,\nArea,Median wait (days),Longest wait (days),Median wait (days),Longest wait (days)\nKent,17,577,23,341\nEssex,Not held,243,38,185\nDevon,2,36,Not held,57\nAvon,3,37,4,58\nBath,3,37,4,58\n",
    );
    expect(spec.layout?.wide?.columns).toBe("{period} financial year | {measure}");
    expect(Object.values(spec.measures)).toMatchObject([
      { label: "Median wait", statType: "mean", unit: { other: "days" } },
      { label: "Longest wait", statType: "quantity", unit: { other: "days" } },
    ]);
    expect(dataset?.observations).toHaveLength(20);
  });

  test("a row of codes among periods is left out, and its codes are no markers", async () => {
    const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"];
    const { spec, remarks } = await guess(
      `Month,Employed\nDataset identifier,MGSL\n${months.map((month, at) => `${month} 2018,${100 + at}`).join("\n")}\n`,
    );
    expect(spec.dimensions.month).toMatchObject({ role: "time" });
    expect(spec.layout?.rows).toEqual({ except: { Month: ["Dataset identifier"] } });
    expect(remarks.get("layout.rows")).toBe("These rows name no period.");
    expect(spec.markers).toBeUndefined();
  });

  test("few words that stand between figures are markers, however many cells have them", async () => {
    const rows = [
      "Kent,12",
      "Essex,Refused",
      "Devon,Refused",
      "Avon,Not held",
      "Bath,14",
      "York,15",
      "Hull,16",
      "Ely,17",
    ];
    const { spec, dataset } = await guess(`Area,Offences\n${rows.join("\n")}\nRye,Refused\nDiss,Refused\n`);
    expect(spec.markers).toEqual({ "Not held": "unavailable", Refused: "suppressed" });
    expect(dataset?.observations).toHaveLength(10);
  });

  test("numbers that name things are no figures", async () => {
    const { spec } = await guess(
      "Place,nearestid,closestlat,Price index,Long gun\nKent,5512,57.18,101.5,3\nEssex,8841,57.21,102.5,4\nDevon,1270,56.32,103.5,5\nAvon,4471,57.44,100.5,6\nBath,9901,57.2,99.5,7\n",
    );
    expect(Object.keys(spec.measures)).toEqual(["priceIndex", "longGun"]);
  });

  test("one of several totals is the whole, and categories of several kinds are not added up", async () => {
    const areas = await guess(
      "Country,People\nIDA total,120\nIBRD total,130\nIDA & IBRD total,250\nWorld,400\nFrance,70\nChad,50\n",
    );
    expect(areas.spec.dimensions.country).toMatchObject({ role: "area", total: "world" });
    const kinds = await guess(
      "group,subgroup,Cases\nBoroughwide,Boroughwide,130\nAge,0-17,60\nAge,18+,70\nSex,Female,65\nSex,Male,65\n",
    );
    expect(kinds.remarks.get("dimensions.subgroup")).toContain('several kinds, by "group"');
  });

  test("parts of a whole across the top, under the one name above them", async () => {
    const { spec, dataset } = await guess(
      ",RATING,,,\nYear,A,B,C,Total\n2018,10,20,30,60\n2019,11,21,31,63\nTotal,21,41,61,123\n",
    );
    expect(spec.dimensions.group).toMatchObject({ label: "Rating", total: "total" });
    expect(spec.layout).toMatchObject({ headerRow: 2, wide: { columns: "{group}" } });
    expect(spec.layout?.rows).toEqual({ except: { Year: ["Total"] } });
    expect(dataset?.observations).toHaveLength(8);
    const groups = await guess(
      "Area,Nursery 1,Reception,Year Group 1,Year Group 2\nKent,10,20,30,40\nEssex,11,21,31,41\n",
    );
    expect(groups.spec.layout?.wide).toMatchObject({ columns: "{group}" });
    const years = await guess("Area,Total of school age,Figures for age\nKent,310,12\nEssex,211,13\nDevon,212,14\n");
    expect(years.spec.measures).toMatchObject({ totalOfSchoolAge: { statType: "count" } });
    expect(Object.keys(years.spec.measures)).toHaveLength(1);
  });

  test("a series of years among more columns that are none", async () => {
    const { spec, remarks } = await guess(
      "County,2023 votes,2021 votes,2019 votes,People,Adults,Voters,Roads,Schools\nKent,1292,1311,1301,2247,1955,1930,12,13\nEssex,1636,2505,2046,4898,3667,4155,14,15\n",
    );
    expect(spec.layout?.wide).toEqual({ columns: "{period} votes", measure: "votes" });
    expect(remarks.get("layout.ignore")).toContain('"People", "Adults", "Voters", "Roads", "Schools": has figures');
  });

  test("a column of units tells measures apart", async () => {
    const { spec, dataset } = await guess(
      "Year,Units,Source,Value\n2018,Percentage (%),Industry,33.9\n2018,Cubic metres,Industry,5572\n2019,Percentage (%),Industry,36.9\n2019,Cubic metres,Industry,5815\n2018,Percentage (%),Homes,43.9\n",
    );
    expect(spec.layout?.long).toEqual({ measure: "Units", value: "Value" });
    expect(spec.measures).toMatchObject({ percentage: { unit: { other: "%" } } });
    expect(dataset?.observations).toHaveLength(5);
  });

  test("a column called Period that names none", async () => {
    const { spec, dataset } = await guess(
      "Period,Type,Dec 04,Mar 05,Jun 05\nQuarterly,Food,0.6,-0.4,1.1\nAnnual,Food,0.3,1.1,0.2\nQuarterly,Fuel,0.7,2.5,3.5\nAnnual,Fuel,1.3,2.1,3.1\n",
    );
    expect(spec.dimensions).toMatchObject({ period2: { role: "category" }, period: { role: "time" } });
    expect(dataset?.observations).toHaveLength(12);
  });

  test("a total below a list, of which no name is told, is none of its rows", async () => {
    const { spec, remarks, dataset } = await guess(
      "City file#,Matter,Amount paid\n07-055,Gregory v City,4000\n08-123,Smith v City,115000\n08-124,Jones v City,115500\n09-001,Brown v City,2500\n,Total amount in 2015,237000\n",
    );
    expect(spec.layout).toMatchObject({
      dimensions: { matter: "Matter" },
      rows: { except: { Matter: ["Total amount in 2015"] } },
    });
    expect(remarks.get("layout.rows")).toBe("These rows total the others, by their names or their figures.");
    expect(dataset?.observations).toHaveLength(4);
  });

  test("questions that stand once, however long, and words of ages above shares", async () => {
    const question = "Which one of the following is the most important issue for you in the next election of all?";
    const { spec, dataset } = await guess(
      `Question,Answer,All,18 to 24\n${question},Jobs,26.5%,23%\n,Health,21%,13%\n,Schools,9%,17%\nIf the election were held today, for whom would you vote of those who stand here?,Jobs,1%,2%\n,Health,3%,4%\n`.replace(
        "If the election were held today,",
        "If the election were held today",
      ),
    );
    expect(spec.layout?.fillDown).toEqual(["Question"]);
    expect(Object.keys(spec.measures)).toEqual(["all", "n18To24"]);
    expect(dataset?.observations).toHaveLength(10);
  });

  test("rows are told apart by no more columns than are needed", async () => {
    const { spec, remarks } = await guess(
      "School,Day,State,Date,Injured\nHigh,Monday,Ohio,2018-01-01,12\nLow,Monday,Ohio,2018-01-01,13\nHigh,Tuesday,Ohio,2018-02-06,14\nMill,Friday,Iowa,2018-02-09,15\nHigh,Monday,Iowa,2018-03-05,16\n",
    );
    expect(Object.keys(spec.dimensions)).toEqual(["school", "date"]);
    expect(remarks.get("layout.ignore")).toContain(
      '"Day", "State": not needed to tell rows apart; where figures mean another thing by it',
    );
  });

  test("headings between rows", async () => {
    const { spec, dataset } = await guess(
      "Trust,Incidents\nNorth,\nMill,20\nHigh,12\nAll trusts,32\nSouth,\nMill,23\nLow,14\nAll trusts,37\n",
    );
    expect(spec.layout?.dimensions).toMatchObject({ section: { heading: "Trust" }, trust: "Trust" });
    expect(dataset?.categories("section").map(({ label }) => label)).toEqual(["North", "South"]);
    expect(dataset?.observations).toHaveLength(6);
    const gaps = await guess("Area,Offences\nKent,\nEssex,70\nDevon,\nAvon,50\nBath,40\n");
    expect(gaps.spec.dimensions).not.toHaveProperty("section");
  });

  test("shares of groups under two rows of headings", async () => {
    const { spec, dataset } = await guess(
      ",,Sex,,Race,,Class,\nAnswer,All,Men,Women,White,Other,Manual,Other\nYes,50%,51%,49%,52%,53%,48%,47%\nNo,40%,41%,39%,42%,43%,38%,37%\n",
    );
    expect(spec.dimensions.group).toMatchObject({ total: "all" });
    expect(spec.layout?.wide).toEqual({ columns: "{group}", measure: "figures" });
    expect(dataset?.observations).toHaveLength(14);
  });

  test("words of what is not known, chances of 0 or 1, and figures that are called as the table is", async () => {
    const words = await guess("Year,Backlog,Risk\n2018,Not stated,25\n2019,1324,53\n2020,not recorded,33\n");
    expect(Object.keys(words.spec.measures)).toEqual(["backlog", "risk"]);
    expect(words.spec.markers).toEqual({ "Not stated": "unavailable", "not recorded": "unavailable" });
    const chances = await guess("Team,Win,Tie\nKent,0.5,0\nEssex,0.25,1\nDevon,1,0\n");
    expect(chances.spec.measures).toMatchObject({ win: { statType: "quantity" }, tie: { statType: "quantity" } });
    const single = guessDefinition(
      await survey("NameFIPS,TimeFrame,Data\nKent KE,2019,19\nEssex EX,2019,34\n"),
      "Births",
    );
    expect(single.spec.measures).toMatchObject({ births: { unit: { other: "births" } } });
    expect(single.spec.dimensions).toMatchObject({ namefips: { role: "area" } });
  });

  test("measures behind an underline, fractions, and figures of one family", async () => {
    const wide = await guess(
      "la_name,201516_language,201617_language,201516_autism,201617_autism\nKent,10,11,12,13\nEssex,20,21,22,23\n",
    );
    expect(wide.spec.layout?.wide?.columns).toBe("{period}_{measure}");
    expect(wide.spec.dimensions).toMatchObject({ laName: { role: "area" } });
    const { spec, remarks } = await guess(
      "Name,agree_pct,Excess deaths per 100k,Cases 7day avg\nKent,0.077,-1.5,3\nEssex,0.963,2.5,4\n",
    );
    expect(spec.measures).toMatchObject({
      agreePct: { statType: "share", unit: { other: "%" }, fractions: true },
      excessDeathsPer100k: { statType: "quantity" },
      cases7dayAvg: { statType: "mean" },
    });
    expect(remarks.get("measures.agreePct.fractions")).toContain("read as parts of 1");
    const family = await guess(
      "Area,Wood (Gales 2007),Wind (Gales 2007),Coal (Gales 2007)\nKent,41,0.5,7\nEssex,34,2,8\n",
    );
    expect(Object.values(family.spec.measures).map(({ statType }) => statType)).toEqual([
      "quantity",
      "quantity",
      "quantity",
    ]);
  });

  test("a total without a figure is none, nor is one country among others", async () => {
    const empty = await guess("Area,Offences,Charges\nKent,12,3\nEssex,20,4\nTOTAL,,\n");
    expect(empty.spec.dimensions.area).not.toHaveProperty("total");
    const countries = await guess("Country,Members\nFinland,69\nIreland,55\nUK,73\nCyprus,17\n");
    expect(countries.spec.dimensions.country).not.toHaveProperty("total");
  });

  test("a name of a total is none where another category is larger", async () => {
    const { spec } = await guess("Word,Uses\neveryone,12\nsome,120\nfew,70\n");
    expect(spec.dimensions.word).not.toHaveProperty("total");
  });
});

test("whatever labels rows have, and wherever they are left out, a guess reads the table", async () => {
  const label = fc.constantFrom("", "A", "A-", "a", "Kent", "Essex", "Total", "|", "All", "Sex");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(label, label, fc.constantFrom("2018", "2019"), fc.integer({ min: 10, max: 99 })), {
        minLength: 2,
        maxLength: 12,
      }),
      async (rows) => {
        const csv = ["Area,Outcome,Year,Offences", ...rows.map((row) => row.join(","))].join("\n");
        const { problems, dataset } = await guess(csv);
        expect(problems?.diagnostics).toBeUndefined();
        expect(dataset?.observations.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: trials(100, 100) },
  );
});

test("what a table says cannot end the comment that quotes it, nor is a cell with a figure in what is written", async () => {
  const { spec, remarks } = await guess(
    'Area,Unit,Year,Offences\nKent,"people\n});process.exit(1);//",2018,120\nEssex,"people\n});process.exit(1);//",2018,70\nDevon,"people\n});process.exit(1);//",2018,"about 31"\n' +
      ["Avon", "Surrey", "Sussex"].map((area) => `${area},"people\n});process.exit(1);//",2018,80`).join("\n"),
  );
  const written = writeDefinition("figures", spec, remarks);
  expect(written).toContain('// "Unit": always "people });process.exit(1);//".');
  expect(written).not.toMatch(/^\s*\}\);process/mu);
  expect(written).not.toContain("31");
});

test("a module written of a guess has no figure of the data, and is the same in any order of the rows", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom("Kent", "Essex", "Devon", "Dorset", "Surrey", "Avon"), { minLength: 3 }),
      fc.infiniteStream(fc.integer({ min: 10_000, max: 99_999 })),
      fc.boolean(),
      async (areas, numbers, isReversed) => {
        const rows = areas.flatMap((area) =>
          ["2018", "2019"].map((year) => [area, year, ...numbers.take(1)].join(",")),
        );
        const module = async (lines: readonly string[]) => {
          const { spec, remarks } = await guess(["Area,Year,Offences", ...lines].join("\n"));
          return writeDefinition("figures", spec, remarks);
        };
        const written = await module(rows);
        expect(written).not.toMatch(/\d{5}/u);
        expect(await module(isReversed ? rows.toReversed() : [...rows].sort())).toBe(written);
      },
    ),
    { numRuns: 30 },
  );
});
