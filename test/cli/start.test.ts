import { expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { toldToReaders, writeBriefing } from "../../src/cli/write-briefing.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "../survey/guess-of.ts";

/** The title of a first briefing of a table, and what it is about. */
async function startOf(csv: string, title: string, encoding?: string) {
  const { spec, dataset } = await guessOf(csv, { title, called: title });
  if (!dataset) throw new Error("The guess does not build.");
  const start = chooseStart(dataset, spec);
  const input = {
    ...start,
    name: "figures",
    module: "./dataset.ts",
    spec,
    dataPath: "./figures.csv",
    encoding,
    periods: dataset.periods().length,
    until: undefined,
    areas: dataset.categories("area").length,
    ranked: { figured: dataset.categories("area").length, hidden: 0, absent: 0, areProtected: true },
    unstated: undefined,
    only: undefined,
    drawn: { label: true, names: true, times: true },
  };
  const text = writeBriefing(input);
  const data = /^export const data = (?<data>.*);$/mu.exec(text)?.groups?.data;
  return {
    data,
    text,
    told: toldToReaders(input, Math.max(0, dataset.periods().length - 1)),
    measure: spec.measures[start.measure]?.label,
    title: /title: "(?<title>[^"]*)"/u.exec(text)?.groups?.title,
    axis: /yTitle: "(?<axis>[^"]*)"/u.exec(text)?.groups?.axis,
  };
}

test("a first briefing names the one of several measures that it is about, and no measure that is alone", async () => {
  const csv =
    "Area,Year,Sheltered,Unsheltered\nKent,2018,120,40\nEssex,2018,130,60\nKent,2019,125,45\nEssex,2019,140,50\n";
  expect(await startOf(csv, "Homelessness")).toMatchObject({ title: "Homelessness (Sheltered): {{area.label}}" });
  const alone = csv.replaceAll(/,[^,\n]*$/gmu, "");
  expect((await startOf(alone, "Homelessness")).title).toBe("Homelessness: {{area.label}}");
});

test("a title that begins with how figures are told is that of those which are told so", async () => {
  const rows = ["Asthma", "Falls", "Cancer"].flatMap((cause, at) =>
    [2019, 2020, 2021].map(
      (year, later) =>
        `${cause},${year},${91.5 + at * 7 + later},${43.5 + at * 3},${(1.9 + at / 7 + later / 9).toFixed(4)}`,
    ),
  );
  const csv = (last: string) => `Cause,Year,Poorest fifth,Richest fifth,${last}\n${rows.join("\n")}\n`;
  const ratio = "Ratio of death rates between the poorest and the richest areas";
  expect(await startOf(csv("Ratio of differences"), ratio)).toMatchObject({ measure: "Ratio of differences" });
  expect(await startOf(csv("Times as many"), ratio)).toMatchObject({ measure: "Poorest fifth" });
  expect(await startOf(csv("Ratio"), "Deaths and their ratio")).toMatchObject({ measure: "Poorest fifth" });
});

test("and its chart has a title that fits on a line, cut between words where the figures are called by more", async () => {
  const rows = ["Kent,2018,120", "Essex,2018,130", "Kent,2019,125", "Essex,2019,140"];
  const long =
    "Compensation of all employees in wages and salaries and benefits in kind and what employers insure them for";
  const { axis } = await startOf(`Area,Year,${long}\n${rows.join("\n")}\n`, "Pay");
  expect(axis).toBe("Compensation of all employees in wages and salaries and…");
  expect((await startOf(`Area,Year,Employees\n${rows.join("\n")}\n`, "Pay")).axis).toBe("Employees");
});

test("and what its figures are told in, where their name does not say it", async () => {
  const rows = ["Kent", "Essex"].flatMap((area, at) =>
    [2018, 2019].map((year) => `${area},${year},${(812.4 + 97.3 * at + year / 100).toFixed(1)}`),
  );
  const axisOf = async (heading: string) =>
    (await startOf(`Area,Year,${heading}\n${rows.join("\n")}\n`, "Accounts")).axis;
  expect(await axisOf("GDP (£ million)")).toBe("GDP (million pounds)");
  expect(await axisOf("Households (thousands)")).toBe("Households (thousand)");
  expect(await axisOf("Waste collected (tonnes)")).toBe("Waste collected (tonnes)");
  expect(await axisOf("Tonnes of waste")).toBe("Tonnes of waste");
  expect(await axisOf("Score")).toBe("Score (points)");
});

test("and begins with the category that the title names, and not with the one whose figures are largest", async () => {
  const rows = ["Wheat", "Rye", "Other oil seeds", "Total factor productivity (11 divided by 25)", "All inputs"].map(
    (name, at) => `${name},${[158.4, 161.6, 153.8].map((value) => value + (at === 2 ? 6000 : at * 3)).join()}`,
  );
  const csv = `Item,2019,2020,2021\n${rows.join("\n")}\n`;
  const about = await startOf(csv, "Mean index of accounts: Total Factor Productivity");
  expect(about.text).toContain(`item: "Total factor productivity`);
  expect((await startOf(csv, "Mean index of accounts")).text).toContain(`item: "Other oil seeds"`);
});

test("and is about what is told of a total, and not about the total", async () => {
  const rows = [
    "Kent,2018,4877,779,16.0",
    "Essex,2018,720,94,13.1",
    "Kent,2019,4900,801,16.3",
    "Essex,2019,741,99,13.4",
  ];
  const { measure } = await startOf(`Area,Year,Total,Number,Percent\n${rows.join("\n")}\n`, "Poverty");
  expect(measure).toBe("Number");
});

test("nor about figures of the region that the areas are in, or of all of them", async () => {
  const rows = ["Kent", "Essex", "Surrey", "Dorset", "Devon", "Cornwall", "Somerset", "Norfolk"].map((area, at) =>
    [area, at % 2 === 0 ? "North,4210" : "South,3877", 8087, 700 + 31 * at, 2021].join(","),
  );
  const csv = `Area,Region,Children in region,Children in England,Children in area,Year\n${rows.join("\n")}\n`;
  expect((await startOf(csv, "Children")).measure).toBe("Children in area");
});

test("nor about figures that are the same in every row", async () => {
  const rows = ["Art", "Biology", "Drama", "French", "Music"].map(
    (subject, at) => `${subject},100.0,${31.5 - 2.3 * at},${58.1 + 1.7 * at}`,
  );
  const csv = `Subject,% entered,% A or above,% B or above\n${rows.join("\n")}\n`;
  expect((await startOf(csv, "Results by subject")).measure).toBe("% A or above");
});

test("nor about the days that figures cover, also where none of them is a count", async () => {
  const rows = ["Kent", "Essex", "Devon", "Dorset"].map(
    (area, at) => `${area},${251 - at}.5,${6297.5 + at * 913.4},${24.1 + at}`,
  );
  const { measure } = await startOf(`Area,Days covered,Fines,Fines per day\n${rows.join("\n")}\n`, "Fines");
  expect(measure).toBe("Fines");
});

test("nor about how many people there are, or days, nor of a category without a name, nor of several areas together", async () => {
  const rows = ["January", "February", "March"].map((month, at) => `${month} 2024,31,2800000,${1500 + 31 * at}`);
  const { measure } = await startOf(`Month,Days,Population,Deaths\n${rows.join("\n")}\n`, "Deaths");
  expect(measure).toBe("Deaths");
  const { spec, dataset } = await guessOf(
    "Area,Outcome,Crimes\nKent,(blank),900\nKent,Charged,300\nTotal 43 forces,(blank),4100\nTotal 43 forces,Charged,1500\nDevon,(blank),800\nDevon,Charged,200\n",
  );
  const start = dataset && chooseStart(dataset, spec);
  expect([start?.chosen, start?.area]).toEqual([{ outcome: "Charged" }, "kent"]);
});

test("nor of those whom a question was not put to, though they are most", async () => {
  const rows = ["Kent", "Devon", "Essex"].flatMap((area, at) => [
    `${area},Not in employment,Does not apply,${91000 + at * 731}`,
    `${area},Bus,Does not apply,0`,
    ...["Farming", "Trade", "Schools"].flatMap((industry, own) => [
      `${area},Bus,${industry},${1100 + at * 37 + own * 211}`,
      `${area},Not in employment,${industry},0`,
    ]),
  ]);
  const { spec, dataset, remarks } = await guessOf(`Area,Travel,Industry,People\n${rows.join("\n")}\n`);
  expect(dataset && chooseStart(dataset, spec).chosen).toEqual({ travel: "Bus", industry: "Schools" });
  expect(remarks.get("dimensions.industry")).toContain('"Does not apply": none of the others');
});

test("nor of the Union beside its countries; where all counts are hidden, of those that most rows have, whatever is in these", async () => {
  const rows = ["European Union - 27 countries,8120", "Belgium,310", "Sweden,275", "Poland,420"];
  const { spec, dataset } = await guessOf(`Country,Applicants\n${rows.join("\n")}\n`);
  expect(dataset && chooseStart(dataset, spec).area).toBe("poland");
  for (const [kent, devon] of [
    [1, 4],
    [4, 1],
  ]) {
    const small = ["Kent,Fall,2021,1", "Kent,Burn,2021,4", "Essex,Fall,2021,3", `Kent,Fall,2022,${kent}`];
    const hidden = await guessOf(`Area,Kind,Year,Children\n${small.join("\n")}\nDevon,Burn,2022,${devon}\n`);
    expect(hidden.spec.disclosure).toBeDefined();
    const start = hidden.dataset && chooseStart(hidden.dataset, hidden.spec);
    expect([start?.chosen, start?.area]).toEqual([{ kind: "Burn" }, "devon"]);
  }
});

test("names the encoding that the letters of the data tell, and no other", async () => {
  const csv = "Area,Deaths\nKent,120\nEssex,130\n";
  const file = 'new URL("./figures.csv", import.meta.url)';
  expect((await startOf(csv, "Deaths", "euc-kr")).data).toBe(`{ figures: { file: ${file}, encoding: "euc-kr" } }`);
  expect((await startOf(csv, "Deaths")).data).toBe(`{ figures: ${file} }`);
});

test("of percentages, no row is chosen that is told in another unit", async () => {
  const rows = [
    ["Smokers", 12, 14, 18, 11],
    ["Average units of alcohol", 597, 481, 512, 620],
    ["Active adults", 55, 61, 58, 49],
  ];
  const { spec, dataset } = await guessOf(
    `Lifestyle (%),Kent,Essex,Devon,Dorset\n${rows.map((row) => row.join(",")).join("\n")}\n`,
    { title: "Percentage of adults, by lifestyle" },
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["%"]);
  const chosen = Object.values((dataset && chooseStart(dataset, spec).chosen) ?? {});
  expect(chosen).toEqual(["Active adults"]);
});

test("and says on the page that no period is known, unless its title names the one year", async () => {
  const csv = "Area,Homes\nKent,1200\nEssex,1350\nDevon,1410\n";
  const noPeriod = ["This page does not tell the period of its figures."];
  expect((await startOf(csv, "Homes by area")).told).toEqual(noPeriod);
  expect((await startOf(csv, "Homes by area, 2011 to 2021")).told).toEqual(noPeriod);
  expect((await startOf(csv, "Homes by area, 2021")).told).toEqual([]);
  expect((await startOf(csv, "Homes by area, 2021-22")).told).toEqual([]);
  const weeks = ["15/10/20 - 21/10/20", "22/10/20 - 28/10/20"].map((week, at) => `${week},${1200 + at * 70}`);
  expect((await startOf(`Span,Tests\n${weeks.join("\n")}\n`, "Tests")).told).toEqual([]);
  expect((await startOf("Area,Year,Homes\nKent,2020,1200\nKent,2021,1350\n", "Homes")).told).toEqual([]);
});

test("and that money of several years is told as it stands, unless it says at which prices", async () => {
  const spent = (heading: string, years: readonly number[]) =>
    `Area,Year,${heading}\n${["Kent", "Essex"].flatMap((area, at) => years.map((year) => `${area},${year},${41.5 * (at + 1) + year / 7}`)).join("\n")}\n`;
  const told = async (heading: string, years: readonly number[]) =>
    (await startOf(spent(heading, years), "Spending by area")).told;
  const asTheyStand = [expect.stringContaining("Amounts are as they stand in the data")];
  expect(await told("Spending (£ million)", [2018, 2019, 2020])).toEqual(asTheyStand);
  expect(await told("Spending, real terms (£ million)", [2018, 2019, 2020])).toEqual([]);
  expect(await told("Spending (£ million)", [2018, 2019])).toEqual([]);
  expect(await told("Waste (tonnes)", [2018, 2019, 2020])).toEqual([]);
});

test("and says in briefing.ts which names are of another language than its sentences", async () => {
  const rows = "Kent,2018,1200\nEssex,2018,1340\nKent,2019,1260\nEssex,2019,1380\n";
  const mark = "The sentences of the page are English, its names as the data has them";
  expect((await startOf(`Area,Year,Haushalte\n${rows}`, "Haushalte nach Gebiet")).text).toContain(mark);
  expect((await startOf(`Area,Year,Households\n${rows}`, "Households by area")).text).not.toContain(mark);
});

test("and a chart of what the latest figure is made of says that it is of the latest period", async () => {
  const rows = ["Bus", "Rail", "Tram"].flatMap((mode, at) =>
    [2018, 2019].map((year) => `${mode},${year},${900 + at * 70 + year}`),
  );
  const { spec, dataset } = await guessOf(`Mode,Year,Trips\n${rows.join("\n")}\n`, { title: "Trips" });
  if (!dataset) throw new Error("The guess does not build.");
  const text = writeBriefing({
    ...chooseStart(dataset, spec),
    name: "figures",
    module: "./dataset.ts",
    spec,
    dataPath: "./figures.csv",
    periods: 2,
    until: undefined,
    areas: 0,
    ranked: { figured: 0, hidden: 0, absent: 0, areProtected: true },
    unstated: undefined,
    only: undefined,
    compared: { dimension: "mode", size: 3, wholes: [] },
    drawn: { label: true, names: true, times: true },
  });
  expect(text).toContain('valueTitle: "Trips (latest period)"');
});

const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;

test("and with a figure that says something: no row of all with 100% of itself, and none out of line with all others", async () => {
  const shares = lines(
    "Subject,Share of entries (%)",
    "Everything,100",
    "Maths,31.5",
    "Physics,22.5",
    "Biology,26.25",
    "Latin,19.75",
  );
  expect((await startOf(shares, "Entries")).title).toBe("Entries (subject: Maths)");
  const slip = lines("Item,Price index", "Bread,104.5", "Milk,101.2", "Eggs,99.4", "Rice,10120.7", "Salt,98.3");
  expect((await startOf(slip, "Prices")).title).toContain("Bread");
});

test("and with all of a kind where the file has them, not with what is left of them", async () => {
  const csv = lines(
    "Industry,Mean hours",
    "All other industries,44.5",
    "Mining,41.2",
    "All industries,37.4",
    "Shops,31.3",
    "Schools,33.5",
  );
  expect((await startOf(csv, "Working time")).text).not.toContain("All other industries");
});

test("and of figures on both sides of zero, with the first of the file, since a lost sign makes the highest of them", async () => {
  const csv = lines("Item,Balance", "Bread,-4.5", "Milk,-1.2", "Eggs,45.7", "Rice,-2.7", "Salt,-8.3");
  expect((await startOf(csv, "Prices")).title).toContain("Bread");
});

test("and with no measure that is zero nearly everywhere, where another has figures", async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `Stop ${at + 1},${at === 7 ? 3 : 0},${311 + at * 17}`);
  const { measure } = await startOf(lines("Stop,Exits 0200-0215,Exits 0800-0815", ...rows), "Exits");
  expect(measure).toContain("0800");
});

test("nor one of which most figures are the same, nor a part before what says that it is the number of all", async () => {
  const names = Array.from({ length: 24 }, (_, at) => `Land ${String.fromCharCode(65 + at)}`);
  const scores = names.map((name, at) => `${name},${at < 15 ? 10 : 9.5 - at / 10},${3.1 + ((at * 7) % 11) / 2}`);
  expect((await startOf(lines("Country,Disappearances,Score", ...scores), "Freedom")).measure).toBe("Score");
  const deaths = names.map((name, at) => `${name},${40 + at},${61 + at * 3},${1200 + at * 31}`);
  expect((await startOf(lines("State,Cocaine,Heroin,Number of deaths", ...deaths), "Overdoses")).measure).toBe(
    "Number of deaths",
  );
});

test("and tells no change in per cent of figures that may be percentages themselves", async () => {
  const rows = [2019, 2020, 2021].map((year, at) => `Kent,${year},${61.4 + at},${120 + at}`);
  const csv = lines("Area,Year,Take-up,Admissions", ...rows);
  const withUnit = (await startOf(csv.replaceAll(/,[\d.]+,(?=\d+$)/gmu, ",").replace("Take-up,", ""), "Admissions"))
    .text;
  expect(withUnit).toContain("rise: change(");
  const without = await startOf(csv.replaceAll(/,\d+$/gmu, "").replace(",Admissions", ""), "Take-up");
  expect(without.text).not.toContain("rise: change(");
  expect(without.text).not.toContain("trend: trend(");
});

test("and names a dimension in its title without how many categories it has, and as it is written where that is no plain word", async () => {
  const csv = lines("Method of travel (12 categories),People", "Car,120", "Bus,61", "Walk,44");
  expect((await startOf(csv, "Census")).title).toBe("Census (method of travel: Car)");
  const short = lines("GP practice type,People", "Large,120", "Small,61", "Single,44");
  expect((await startOf(short, "Census")).title).toContain("(GP practice type: ");
});

test("and compares months with the same ones of other years, unless they are adjusted for seasons", async () => {
  const months = Array.from(
    { length: 28 },
    (_, at) => `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
  );
  const csv = (own: readonly string[], heading: string) =>
    lines(`Month,${heading}`, ...own.map((month, at) => `${month},${400 + ((at * 37) % 90)}`));
  const plain = (await startOf(csv(months, "Sales"), "Shops")).text;
  expect(plain).toContain('rise: change(figures, { from: "April 2020", to: "latest" })');
  expect(plain).toContain('trend: trend(figures, { from: "April 2019", to: "latest" })');
  const adjusted = (await startOf(csv(months, "Sales"), "Shops, seasonally adjusted")).text;
  expect(adjusted).toContain('rise: change(figures, { from: "previous", to: "latest" })');
  const not = (await startOf(csv(months, "Sales"), "Shops, not seasonally adjusted")).text;
  expect(not).toContain('from: "April 2020"');
});

test("and tells no change of months of which none is of a year before", async () => {
  const csv = lines("Month,Sales", ...[1, 2, 3, 4, 5].map((month) => `2019-0${month},${400 + ((month * 37) % 90)}`));
  const { text } = await startOf(csv, "Shops");
  expect(text).not.toContain("change(");
  expect(text).toContain("trendSpec(");
});

test("and is chosen among more different figures than a call takes arguments", async () => {
  const spec = {
    title: "Prices",
    dimensions: { place: { role: "category", label: "Place" } },
    measures: { price: { label: "Price", unit: { one: "pound", other: "pounds" }, statType: "quantity" } },
    sources: { publisher: { title: "Prices", publisher: "Office", kind: "other" } },
  } as const;
  const rows = Array.from({ length: 150_000 }, (_, at) => ({ place: `Place ${at}`, price: at + 0.5 }));
  const dataset = await readDataset(defineDataset(spec), { rows }, { id: "prices" });
  expect(chooseStart(dataset, spec).measure).toBe("price");
});
