import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf as guess } from "./guess-of.ts";

describe("a careful person reads", () => {
  test("rows of the two ends of something by both", async () => {
    const { spec } = await guess("Start,Finish,Price\nA,X,120\nB,Y,70\nC,X,30\n");
    expect(Object.keys(spec.dimensions)).toEqual(["start", "finish"]);
  });

  test("numbers across the top as what the first heading says they are", async () => {
    const { spec, dataset } = await guess("Week number,1,2,3,4\nCancer,120,70,30,41\nOther,12,17,13,14\n");
    expect(spec.dimensions).toMatchObject({ category: { label: "Category" }, group: { label: "Week number" } });
    expect(dataset?.observations).toHaveLength(8);
  });

  test("dates below numbers of weeks as the periods", async () => {
    const { spec, dataset } = await guess(
      "Deaths,,\n\nWeek number,1,2,3\nWeek beginning,2019-12-30,2020-01-06,2020-01-13\nCancer,120,70,30\nOther,12,17,13\n",
    );
    expect(spec.layout).toMatchObject({ headerRow: 4, wide: { columns: "{period}" } });
    expect(dataset?.observations).toHaveLength(6);
  });

  test("two digits that end several headings as years", async () => {
    const { spec, dataset } = await guess(
      "State,deaths_15,deaths_16,rate_15,rate_16\nOhio,12,13,1.5,1.6\nUtah,15,18,2.5,2.6\n",
    );
    expect(spec.dimensions).toMatchObject({ state2: { role: "area" }, period: { role: "time", format: "{20yy}" } });
    expect(Object.keys(spec.measures)).toEqual(["deaths", "rate"]);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["15", "16"]);
  });

  test("names of areas, not what stands beside their codes", async () => {
    const { spec } = await guess(
      "Obligation,Area code,Area name,Measures\nX,E12000001,North East,120\nX,E12000002,North West,70\nY,E12000001,North East,30\nY,E12000002,North West,41\n",
    );
    expect(spec.dimensions).toMatchObject({ obligation: { role: "category" }, areaName: { role: "area" } });
  });

  test("the whole of several totals, and ranks none of the others", async () => {
    const { spec, remarks } = await guess(
      "Region,2018,2019\nNorth East,100,120\nNorth West,200,230\nEngland (Total),310,352\nWales,50,60\nScotland,70,80\nUK (Total),432,491\n",
    );
    expect(spec.dimensions.region).toMatchObject({ role: "area", total: "uk-total" });
    expect(spec.layout?.rows?.except).toEqual({ Region: ["England (Total)"] });
    expect(remarks.get("layout.rows")).toContain('"England (Total)": several of the others');
  });

  test("no rows without a period, nor texts below the figures", async () => {
    const { spec, dataset } = await guess(
      `State,As of date,Staff\nOhio,2020-03-31,120\nUtah,,\nOhio,2020-07-31,70\nUtah,2020-07-31,41\n,,${"A note on the figures of this table. ".repeat(3)}\n`,
    );
    expect(spec.layout?.rows).toEqual({ except: { "As of date": [""] } });
    expect(dataset?.observations).toHaveLength(3);
  });

  test("numbers with a zero before them as codes", async () => {
    const { spec } = await guess("Industry,Sector,Staff\nFarms,05,120\nMines,06,70\nShops,12,30\n");
    expect(Object.keys(spec.measures)).toEqual(["staff"]);
  });
});

describe("what a table does not tell is remarked", () => {
  test("of each column that is left out, why", async () => {
    const { remarks } = await guess(
      "Code,Area,Country,Opened,Comment,Unused,Offences\nE10,Kent,England,2018-01-02,new,,120\nE11,Essex,England,2018-02-03,,,70\n",
    );
    for (const reason of [
      '"Code": names or numbers',
      '"Country": always "England"',
      '"Opened": ',
      '"Comment": ',
      '"Unused": empty',
    ])
      expect(remarks.get("layout.ignore")).toContain(reason);
  });

  test("that no column tells a period, or that the title does", async () => {
    const rows = "Area,Offences\nKent,120\nEssex,70\nDevon,41\n";
    const named = await guess(rows, { called: "Offences 2018/19" });
    expect(named.spec.layout?.dimensions?.period).toMatchObject({ value: "2018/19" });
    expect(named.remarks.get("layout.dimensions.period")).toContain("file");
    const { remarks, spec } = await guess(`Offences by area 2018/19\n\n${rows}`);
    expect(spec.layout?.dimensions?.period).toMatchObject({ cell: "A1" });
    expect(remarks.get("layout.dimensions.period")).toContain("above the table");
  });

  test("that ranges of ages, and areas of several levels, count the same people again", async () => {
    const ages = await guess(
      "Age,Year,People\n16 to 64,2018,120\n16 to 24,2018,70\n16 to 64,2019,120\n16 to 24,2019,70\n",
    );
    expect(ages.remarks.get("dimensions.age")).toContain("lie within others");
    const levels = await guess("Name,Type,Births\nWorld,World,120\nAfrica,Region,70\nKenya,Country,41\n");
    expect(levels.remarks.get("dimensions.name")).toContain('of several kinds, by "Type"');
  });
});

describe("a guess can be read, and leaves out with a remark,", () => {
  test("a running total of counts that have to be hidden", async () => {
    const { spec, remarks, problems } = await guess(
      "Area,Date,newDeaths,cumDeaths\nKent,2020-03-01,3,3\nKent,2020-03-02,12,15\nEssex,2020-03-01,4,4\nEssex,2020-03-02,20,24\n",
    );
    expect(problems).toBeUndefined();
    expect(Object.keys(spec.measures)).toEqual(["newdeaths"]);
    expect(remarks.get("layout.ignore")).toContain('"cumDeaths": a running total');
  });

  test("one cell of a series that is no number, and no period", async () => {
    const { spec, dataset, remarks, problems } = await guess(
      "Series,Jan 2016,Feb 2016,Mar 2016\nCES1,25.4,25.5,25.6\nCES2,26.4,42.27\\\\,26.6\nCES3,27.4,27.5,27.6\nCES4,28.4,28.5,28.6\nCES5,29.4,29.5,29.6\nCES6,30.4,30.5,30.6\n",
    );
    expect(problems).toBeUndefined();
    expect(spec.layout?.ignore).toBeUndefined();
    expect(remarks.get("layout.unreadableCells")).toContain("Feb 2016");
    expect(dataset?.periods()).toHaveLength(3);
  });

  test("numbers that stand for labels one for one", async () => {
    const { spec } = await guess(
      "District,Group,Line number,People\nA,Total,1,120\nA,Asian,2,70\nA,White,3,50\nB,Total,1,130\nB,Asian,2,60\nB,White,3,70\n",
    );
    expect(Object.keys(spec.measures)).toEqual(["people"]);
  });

  test("no total of which the others are no parts, though most of them make it", async () => {
    const { spec, remarks } = await guess(
      "Area,2018,2019\nKent,100,120\nEssex,200,230\nDevon,50,61\nAll authorities,350,411\nScotland,1000,1100\n",
    );
    expect(spec.dimensions.area).not.toHaveProperty("total");
    expect(remarks.get("dimensions.area")).toContain("holds");
  });
});

describe("headings are categories", () => {
  test("of race, of income, and areas with their unit", async () => {
    const race = await guess(
      "Week ending,All_race_ethnicity,Asian,Black_African_American,White\n2020-03-07,1.5,2.5,3.5,4.5\n2020-03-14,2.5,3.5,4.5,5.5\n",
    );
    expect(race.spec.layout?.wide).toMatchObject({ columns: "{group}" });
    const income = await guess(
      'Item,"Less than $5,000","$5,000 to $9,999","$10,000 and more"\nFood,120,130,140\nRent,70,80,90\n',
    );
    expect(income.dataset?.observations).toHaveLength(6);
    const areas = await guess(
      "Year,England (million ha),Wales (million ha),Scotland (million ha),UK (million ha)\n2018,1.5,0.5,1.25,3.25\n2019,1.5,0.75,1.5,3.75\n",
    );
    expect(areas.spec.dimensions.area).toMatchObject({ role: "area", total: "uk" });
    expect(Object.values(areas.spec.measures)).toMatchObject([{ unit: { other: "million ha" }, additive: true }]);
  });
});

test("what only looks like a measure is none, and what only looks like a unit is none", async () => {
  const { spec } = await guess(
    "1981-2021 population by sex\n\nRegion number,Link,Country,Label,190: Schools,GDP over pop,Turnover rate\n3,https://a.example/1,Kenya,A,120,1500.5,3.5\n1,https://a.example/2,Ghana,B,70,2500.5,4.5\n2,https://a.example/3,Chad,C,80,3500.5,5.5\n7,https://a.example/4,Mali,D,90,4500.5,6.5\n9,https://a.example/5,Togo,E,95,5500.5,7.5\n",
  );
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "190: Schools", unit: { one: "school", other: "schools" } },
    { statType: "quantity", unit: { other: "units of currency" } },
    { statType: "quantity", unit: { other: "(unit not stated)" } },
  ]);
  expect(spec.measures.gdpOverPop).not.toHaveProperty("additive");
});

test("a title of money makes amounts of whole figures", async () => {
  const { spec, remarks } = await guess("Supplier,Core,Broad\nA,252280,1788220\nB,633220,451301\nC,39067,40775\n", {
    title: "Total expenditure",
  });
  expect(spec.measures.core).toMatchObject({
    statType: "quantity",
    additive: true,
    unit: { other: "units of currency" },
  });
  expect(remarks.get("measures.core.unit")).toContain("name the currency");
});

test("days with the name of their month across the top are the periods", async () => {
  const { spec } = await guess("Area,3-Jan-20,10-Jan-20,17-Jan-20\nKent,120,130,140\nEssex,70,80,90\n");
  expect(spec.layout?.wide).toMatchObject({ columns: "{period}" });
});

test("years in which something was closed, hours and codes of countries are no counts; noise of arithmetic makes none", async () => {
  const { spec, dataset } = await guess(
    "iso3c,Closed,Hour,Cars\nSWE,2007,12,130586.00000000001\nDNK,2008,13,130502\nNOR,2008,14,120400\nFIN,2009,12,110300\nISL,2010,11,100200\n",
  );
  expect(spec.dimensions.iso3c).toMatchObject({ role: "area" });
  expect(Object.keys(spec.measures)).toEqual(["cars"]);
  expect(dataset?.observations).toHaveLength(5);
});

test("quarters across the top are periods, and a unit in a column that names its scale last is known", async () => {
  const { spec } = await guess(
    'Area,Units,1927-Q1,1927-Q2,1927-Q3\nKent,"US dollar, Millions, 2023 constant prices",1.5,2.5,3.5\nEssex,"US dollar, Millions, 2023 constant prices",4.5,5.5,6.5\n',
  );
  expect(spec.layout?.wide).toMatchObject({ columns: "{period}" });
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "million dollars" }, additive: true }]);
});

describe("a list of cases", () => {
  test("is told apart by its numbers, and no row that totals others is one of them", async () => {
    const { spec, remarks, dataset } = await guess(
      "Claim Number,Department,Type,Demand,Paid,Date of Loss\n16L06,Parks,Vehicle,9732.75,9732.75,2016-06-23\n17L80,Parks,Vehicle,12000,8800,2017-01-25\n,,Sub-total,21732.75,18532.75,\n16L10,Works,Fall,3310.09,3310.09,2016-06-16\n15L08,Works,Fall,30000,1750,2015-07-20\n16L07,Works,Vehicle,617.04,617.04,2016-10-15\n,,GRAND TOTAL,55659.88,24209.88,\n",
    );
    expect(Object.keys(spec.dimensions)).toEqual(["claimNumber"]);
    expect(spec.layout?.rows).toEqual({ except: { "Claim Number": [""] } });
    expect(remarks.get("layout.rows")).toContain("total the others");
    expect(dataset?.observations).toHaveLength(10);
  });

  test("ends before a row that has the sums and no name", async () => {
    const { dataset } = await guess(
      "Case,Court,Outcome,Demand\nSmith v. City,State,Settled,100.5\nJones v. City,State,Settled,200.25\nBrown v. City,Federal,Settled,300.25\nGreen v. City,Federal,Dismissed,50\n,,4 cases,651\n",
    );
    expect(dataset?.observations).toHaveLength(4);
  });
});

test("of two tables side by side without a gap one is read, and the other named", async () => {
  const { spec, remarks, dataset } = await guess(
    "Code,Area,Schools,Pupils,Code,Area,Libraries\nE1,Kent,12,340,E3,Devon,7\nE2,Essex,15,350,E1,Kent,5\nE3,Devon,11,310,E2,Essex,9\n",
  );
  expect(Object.keys(spec.measures)).toEqual(["schools", "pupils"]);
  expect(remarks.get("layout.ignore")).toContain("of a table beside this one");
  expect(dataset?.observations).toHaveLength(6);
});

test("names, and no codes beside them, are the areas; the key of a series is none of its dimensions", async () => {
  const { spec } = await guess(
    "region,region_name,year,pop\naf,Africa,2018,1200\naf,Africa,2019,1210\nas,East Asia,2018,1300\nas,East Asia,2019,1320\n",
  );
  expect(Object.keys(spec.dimensions)).toEqual(["regionName", "year"]);
  const { spec: series } = await guess(
    "Area,Price basis,Series,2018,2019\nFrance,Nominal,Q:FR:N:628,1.5,2.5\nFrance,Real,Q:FR:R:628,3.5,4.5\nKenya,Nominal,Q:KE:N:628,5.5,6.5\nKenya,Real,Q:KE:R:628,7.5,8.5\n",
  );
  expect(Object.keys(series.dimensions)).toEqual(["area", "priceBasis", "period"]);
});

test("windows of years across the top are periods, and a row may be of the time from one day to another", async () => {
  const { spec, dataset } = await guess(
    "Area,good_12_16,bad_12_16,good_13_17,bad_13_17\nKent,120,30,130,31\nEssex,70,20,80,21\n",
  );
  expect(spec.layout?.wide).toEqual({ columns: "{measure}_{period}" });
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["12_16", "13_17"]);
  const { remarks } = await guess(
    "period_start_date,period_end_date,cases\n2025-01-26,2025-02-22,746\n2025-02-23,2025-03-22,834\n",
  );
  expect(remarks.get("dimensions.period")).toContain('from "period_start_date" to "period_end_date"');
});

test("the country is the total of its states, and classes of one kind are no kinds of areas", async () => {
  const states = [
    "Alabama",
    "Alaska",
    "Arizona",
    "Arkansas",
    "Colorado",
    "Delaware",
    "Florida",
    "Georgia",
    "Hawaii",
    "Idaho",
    "Iowa",
  ];
  const rows = states.map((state, at) => `${state},${at % 2 === 0 ? "Low income" : "High income"},${100 + at}.5`);
  const { spec, remarks } = await guess(`State,Income group,Rate\nUS,Middle income,107.5\n${rows.join("\n")}\n`);
  expect(spec.dimensions).toMatchObject({ state2: { role: "area", total: "us" } });
  expect(remarks.get("dimensions.state2")).toBeUndefined();
});

describe("headings between rows", () => {
  test("right below each other are one, and rows above the first are of none", async () => {
    const { spec, remarks, dataset } = await guess(
      "Week ended,2020-01-03,2020-01-10\nAll deaths,500,510\nPersons 6,,\nDeaths by age,,\nUnder 65,100,110\n65+,400,400\nMales 6,,\nDeaths by age,,\nUnder 65,60,61\n65+,210,211\n",
    );
    expect(spec.layout?.dimensions).toMatchObject({ section: { heading: "Week ended", blank: "Without a heading" } });
    expect(remarks.get("layout.dimensions.section")).toContain("above the first heading");
    expect(dataset?.categories("section").map(({ label }) => label)).toEqual([
      "Without a heading",
      "Persons 6: Deaths by age",
      "Males 6: Deaths by age",
    ]);
    expect(dataset?.observations).toHaveLength(10);
  });

  test("of one column: rows that say nothing there are left out", async () => {
    const { spec, dataset } = await guess(
      "Week ended,,2020-01-03,2020-01-10\nAll deaths,,500,510\n,Persons,,\n,Under 65,100,110\n,65+,400,400\n,Males,,\n,Under 65,60,61\n,65+,210,211\n",
    );
    expect(spec.layout?.rows).toEqual({ except: { "#B": [""] } });
    expect(dataset?.observations).toHaveLength(8);
  });
});

test("a row that describes the columns of figures is part of the headings", async () => {
  const { spec, dataset } = await guess(
    "GEO_CODE,GEO_LABEL,F6988\n,,Tenure : Total - Unit : Households\nE06000001,Hartlepool,40434\nE06000002,Middlesbrough,57203\n",
  );
  expect(spec.layout?.headerRow).toEqual([1, 2]);
  expect(dataset?.observations).toHaveLength(2);
});

test("what is called a period and is none is marked, and so are categories that add up to more than their total", async () => {
  const { remarks } = await guess(
    "Area,Period,Share\nKent,2021/22 Q1 - 2021/22 Q2,1.5\nKent,2021/22 Q1 - 2021/22 Q3,2.5\nEssex,2021/22 Q1 - 2021/22 Q2,1.75\nEssex,2021/22 Q1 - 2021/22 Q3,2.25\n",
  );
  expect(remarks.get("dimensions.period2")).toContain("Called a period");
  const { remarks: sums } = await guess(
    "State,Group,People\nAlabama,Total,1000\nAlabama,Not Hispanic,800\nAlabama,Hispanic,201\nAlabama,Asian,300\nAlaska,Total,500\nAlaska,Not Hispanic,450\nAlaska,Hispanic,52\nAlaska,Asian,100\n",
  );
  expect(sums.get("dimensions.group")).toContain('add up to more than "Total"');
});

test("in a list of cases nearly each of which has a name, what else some have tells no rows apart", async () => {
  const rows = Array.from(
    { length: 30 },
    (_, at) => `${at === 29 ? "Name 1" : `Name ${at}`},${at % 3 === 0 ? "Dock" : ""},${100 + at}.5`,
  );
  const { spec } = await guess(`Plaintiff,Location,Paid\n${rows.join("\n")}\n`);
  expect(spec.layout?.dimensions).toEqual({ plaintiff: { rowNumber: "{Plaintiff} (row {})" } });
});

test("figures as programs write very small ones are read, and functions are no part of a name", async () => {
  const { spec, dataset } = await guess(
    "Area,SUM(`2011-12`),SUM(`2017-18`)\nKent,-2.5e-05,1301.5\nEssex,3.5,4643.25\n",
    { title: "Delays", called: "Delays" },
  );
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Delays" }]);
  expect(dataset?.observations.map(({ cell }) => (cell.state === "value" ? cell.value : cell.state))).toContain(
    -0.000025,
  );
});

test("days in three columns are the periods, in other languages too, and months are no figures", async () => {
  const { spec, dataset } = await guess(
    "AÑO,MES,DIA,COMUNA,TOTAL\n2015,1,1,Recoleta,12\n2015,1,2,Recoleta,13\n2015,1,1,Santiago,14\n2015,1,2,Santiago,15\n",
  );
  expect(spec.dimensions).toMatchObject({ comuna: { role: "area" }, period: { format: "{yyyy}-{mm}-{dd}" } });
  expect(Object.keys(spec.measures)).toEqual(["figures"]);
  expect(dataset?.periods().map(({ id }) => id.slice(0, 10))).toEqual(["2015-01-01", "2015-01-02"]);
});

test("of dates that can be read in two ways the likelier is taken, and the others are named", async () => {
  const { dataset, remarks } = await guess(
    "period,London,Wales\n01/01/1960,1.5,2.5\n01/02/1960,3.5,4.5\n01/03/1960,5.5,6.5\n",
  );
  expect(dataset?.periods().map(({ id }) => id.slice(0, 10))).toEqual(["1960-01-01", "1960-02-01", "1960-03-01"]);
  expect(remarks.get("dimensions.period.format")).toContain("mm/dd/yyyy");
});

test("headings that say nothing of what is measured are marked as what they may be", async () => {
  const { remarks } = await guess(
    "Fecha,Alfa,Bravo,Coca,Delta\n2020-02-13,120,10,11,12\n2020-02-14,130,20,21,22\n2020-02-15,140,30,31,32\n",
  );
  expect(remarks.get("measures")).toContain("may be categories of one measure");
  const { remarks: named } = await guess(
    "Area,Deaths,Births,Marriages,Schools\nKent,120,10,11,12\nEssex,130,20,21,22\n",
  );
  expect(named.get("measures")).toBeUndefined();
});

test("rows without a name and figures are left out, and a unit that the measure tells is no dimension", async () => {
  const { spec, dataset } = await guess(
    "Year,Series,Units,Value\n2015,Air freight,Tonnes,1172780.5\n2015,Air passengers,Number,46349535\n2016,Air freight,Tonnes,1223213.5\n2016,Air passengers,Number,46280911\n2017,,Tonnes,\n",
  );
  expect(Object.keys(spec.dimensions)).toEqual(["year"]);
  expect(spec.layout?.rows).toEqual({ except: { Series: [""] } });
  expect(dataset?.observations).toHaveLength(4);
});

test("what is about the sum of all others is their total, and empty cells stand for all where they are it", async () => {
  const { spec, remarks } = await guess(
    "District,Year,Businesses\nAntrim,2018,3850\nArmagh,2018,7870\nBelfast,2018,9620\nNorthern Ireland,2018,21345\n",
  );
  expect(spec.dimensions).toMatchObject({ district: { total: "northern-ireland" } });
  expect(remarks.get("dimensions.district.total")).toContain("about the sum of all others");
  const { spec: blank } = await guess(
    "Year,Sector,Homes\n2018,,1200\n2018,Wind,300\n2018,Sun,400\n2018,Water,500\n2019,,1500\n2019,Wind,400\n2019,Sun,500\n2019,Water,600\n",
  );
  expect(blank.layout?.dimensions).toMatchObject({ sector: { column: "Sector", blank: "All" } });
  expect(blank.dimensions).toMatchObject({ sector: { total: "all" } });
});

test("a column that is called amount is money, and days below a title of money are none", async () => {
  const { spec } = await guess("Case,Amount\nA,2424.5\nB,1048.25\nC,3719.75\n", { title: "Claim settlements" });
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Amount", unit: { other: "units of currency" } }]);
  const { spec: days } = await guess("Case,Days to decision,Paid\nA,1400,90\nB,1500,80\nC,1600,70\n", {
    title: "Claim settlements",
  });
  expect(days.measures.daysToDecision?.unit.other).not.toContain("currency");
});

test("lower-case codes of areas are codes, and days that each row is long are no days of a month", async () => {
  const { spec } = await guess(
    "LGD2014,District,Year,VALUE\nn09000001,Antrim,2018,3850\nn09000002,Armagh,2018,7870\nn09000001,Antrim,2019,3950\nn09000002,Armagh,2019,7970\n",
  );
  expect(Object.keys(spec.dimensions)).toEqual(["district", "year"]);
  const { spec: days } = await guess("year,month,days,deaths\n2020,1,31,9920\n2020,2,29,9134\n2020,3,31,10022\n");
  expect(days.layout?.dimensions).toMatchObject({ period: { joined: "{year}-{month}" } });
});

test("a rate is per people, and not per what stands behind them", async () => {
  const { spec } = await guess(
    "Year,Series,Units,Value\n2018,Mortality rate per 100 000 population,Rate per 100 000 population,1.5\n2019,Mortality rate per 100 000 population,Rate per 100 000 population,2.5\n2018,Deaths,Number,12\n2019,Deaths,Number,17\n",
  );
  expect(Object.values(spec.measures)).toMatchObject([
    { statType: "count" },
    { statType: "rate", population: "population" },
  ]);
});

test("rows that are alike are added up by all columns, where hardly any are, and years stay their periods", async () => {
  const rows = ["2020", "2021"].flatMap((year) =>
    ["Kent", "Essex", "Devon"].flatMap((area) =>
      ["A", "B"].flatMap((rating) => [
        `${year},${rating},${area},owner,${100 + area.length}`,
        `${year},${rating},${area},rent,20`,
      ]),
    ),
  );
  const { spec } = await guess(`insp_yr,Rating,Area,Tenure,Certs\n${[...rows, "2020,A,Kent,owner,7"].join("\n")}\n`);
  expect(Object.keys(spec.dimensions)).toEqual(["rating", "area", "tenure", "period"]);
  expect(spec.layout?.repeatedRows).toBe("sum");
});

test("how sure a figure is, is no dimension of it, and what other gifts are is no total", async () => {
  const { spec } = await guess(
    "Year,Purpose,Observation status,Value\n2018,Gifts,Normal value,30.5\n2018,All other gifts,Missing data,40.5\n2019,Gifts,Missing data,31.5\n2019,All other gifts,Normal value,42.5\n",
  );
  expect(Object.keys(spec.dimensions)).toEqual(["purpose", "year"]);
  expect(spec.dimensions.purpose).not.toHaveProperty("total");
});

test("headings that are merged with the row below them reach into it", async () => {
  const [sheet] = await readSheets("Week,Deaths,Range,\n,,Least,Most\n1,373,309,364\n2,454,287,376\n", {
    file: "deaths.csv",
    diagnostics: createDiagnostics(),
  });
  const merges = [0, 1].map((column) => ({ top: 0, bottom: 1, left: column, right: column }));
  expect(sheet && surveyTable({ ...sheet, merges })?.headerRow).toEqual([1, 2]);
});

test("what a column of units names is counted, and amounts of cases that happen to be sums hold nothing", async () => {
  const { spec } = await guess(
    "area,religion,measure,unit,value\nBolton,Christian,Count,Persons,139144\nBolton,Hindu,Count,Persons,5887\nBury,Christian,Count,Persons,94000\nBury,Hindu,Count,Persons,900\n",
  );
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { one: "person" } }]);
  const { spec: cases } = await guess("Case,Paid\nA v. City,30000\nB v. City,10000\nC v. City,20000\nD v. City,7000\n");
  expect(cases.dimensions.case).not.toHaveProperty("holds");
});

test("several columns without a heading are called by their values, or said to have no name", async () => {
  const rows = ["Falls", "Burns", "Drowning"].flatMap((cause, at) =>
    ["Male", "Female"].flatMap((sex, on) =>
      ["Indoors", "Outdoors"].map(
        (where, by) => `${cause},${sex},${where},${31 + at * 17 + on * 5 + by},${49 + at + by * 9}`,
      ),
    ),
  );
  const table = (headings: string) =>
    guess(`Deaths by cause and sex,,,,\n,,,,\n${headings},2019,2020\n${rows.join("\n")}\n`);
  const { spec, remarks } = await table(",,");
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Category", "Sex", "Category", "Period"]);
  expect(remarks.get("dimensions.category.label")).toContain('the title has "cause", "sex"');
  const { remarks: named } = await table("Cause,Sex,");
  // One column without a heading is asked about, and not by names that the title has for others.
  expect(named.get("dimensions.category.label")).not.toContain("the title has");
});
