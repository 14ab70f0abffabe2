import { describe, expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { guessOf } from "./guess-of.ts";

const towns = ["Ayr", "Bray", "Cobh", "Deal", "Eye", "Frome"];
/** A row for each town, with a figure below each heading. */
const table = (
  headings: readonly string[],
  above: readonly string[] = [],
  figure = (at: number) => `${40 + at * 31}`,
) =>
  [
    ...above.map((text) => `"${text}"${",".repeat(headings.length)}`),
    ["Town", ...headings.map((text) => `"${text}"`)].join(","),
    ...towns.map((town, row) => [town, ...headings.map((_, at) => figure(row * headings.length + at))].join(",")),
    "",
  ].join("\n");
const measuresOf = async (csv: string, title?: string) =>
  Object.values((await guessOf(csv, title === undefined ? {} : { title })).spec.measures);
const unitOf = async (heading: string, figure?: (at: number) => string) =>
  (await measuresOf(table([heading], [], figure)))[0]?.unit.other;
const inTens = (at: number) => `${15_000.5 + at * 731}`;

describe("a line above a table that says what the unit is", () => {
  test.each([
    ["Unit: dwelling", "dwellings"],
    ["Unit: Number of dwellings", "dwellings"],
    ["Unidades: viviendas", "viviendas"],
    ["Unidad: miles de euros", "thousand euros"],
  ])("%s", async (line, unit) => {
    const [measure] = await measuresOf(table(["2019", "2020"], ["Stock by town", line]));
    expect(measure?.unit.other).toBe(unit);
  });

  test("in a column that says the same of all rows what they are of and in what", async () => {
    const rows = towns.map((town, at) => `${town},Expenditure (£ thousand),${400 + at * 31}`);
    const [measure] = await measuresOf(["Town,Units,Value", ...rows].join("\n"));
    expect(measure?.unit.other).toBe("thousand pounds");
  });

  test.each(["Unit: number", "Unidad: número", "Einheit: Anzahl"])("%s names nothing", async (line) => {
    const [measure] = await measuresOf(table(["2019", "2020"], ["Stock by town", line]));
    expect(measure?.unit.other).toBe("(unit not stated)");
  });
});

describe("a unit is what the file says of it", () => {
  test.each([
    ["Poverty threshold (in Php)", "Philippine pesos"],
    ["Доходы (тыс.рублей)", "thousand roubles"],
    ["Доходы (рублей в месяц)", "roubles per month"],
    ["Loyer (€ par mois)", "euros per month"],
  ])("in the heading: %s", async (heading, unit) => {
    expect(await unitOf(heading, inTens)).toBe(unit);
  });

  test("above the table, of all columns, also of the total of taxes in another language", async () => {
    const headings = ["Margem de comércio", "Imposto de importação", "Total de impostos líquidos"];
    const csv = table(headings, ["Oferta de bens (valores correntes em 1 000 000 R$)"]);
    expect((await measuresOf(csv)).map(({ unit }) => unit.other)).toEqual(headings.map(() => "million reais"));
  });

  test("above the table, of what is counted in thousands with decimals, and of no rate beside it", async () => {
    const csv = `"Residents by town (thousands)",,\nTown,Population,Birth rate\n${towns.map((town, at) => `${town},${131.25 + at * 17.1},${11.2 + at}`).join("\n")}\n`;
    expect(await measuresOf(csv)).toMatchObject([{ unit: { other: "thousand people" } }, { label: "Birth rate" }]);
  });

  test("in a column that says nothing else, whatever it is called", async () => {
    const csv = `Town,Detail,Value\n${towns.map((town, at) => `${town},Million hectares,${2.25 + at}`).join("\n")}\n`;
    expect(await measuresOf(csv)).toMatchObject([{ unit: { other: "million hectares" } }]);
  });
});

describe("what is counted is", () => {
  test.each([
    ["Number of working age people in receipt of a rebate", "working age people"],
    ["Total number of pensioners and other people on a rebate", "people"],
    ["Magnitude of poor families, Est", "poor families"],
    ["Population (>45 years)", "people"],
    ["Approx trees", "trees"],
  ])("by its noun: %s", async (heading, unit) => {
    expect(await unitOf(heading)).toBe(unit);
  });

  test("no place that rows are of, and nothing that is short for a rate", async () => {
    expect(await unitOf("Municipio")).toBe("(unit not stated)");
    expect(await unitOf("EASR per 100,000 population", (at) => `${11.25 + at}`)).toBe("(unit not stated)");
  });
});

describe("of a rate, what is counted is", () => {
  const rateOf = async (columns: readonly (readonly [heading: string, text: string])[], title: string) => {
    const [headings, texts] = [0, 1].map((at) => columns.map((column) => `"${column[at]}"`).join(","));
    const rows = towns.map((town, at) => `${town},${texts},${21.6 + at * 7}`);
    return (await guessOf(`Town,${headings},Value\n${rows.join("\n")}\n`, { title })).spec.measures;
  };
  const charging = "Publicly available charging devices at all speeds";

  test.each([
    [
      ["Measure", "Per 100,000 population"],
      ["Unit", "Devices"],
    ],
    [
      ["Unit", "Devices"],
      ["Measure", "Per 100,000 population"],
    ],
  ] as const)("what a column says, whichever comes first: %s", async (...columns) => {
    const [rate] = Object.values(await rateOf([["Indicator", charging], ...columns], charging));
    expect(rate).toMatchObject({
      statType: "rate",
      per: 100_000,
      unit: { one: "device", other: "devices" },
      population: "population",
    });
  });

  test.each([
    ["Newly available homes for rent per 1,000 people", "newly available homes for rent"],
    ["Publicly available charging devices per 1,000 people", "publicly available charging devices"],
    ["Locally (per 1,000 people)", "(unit not stated)"],
    ["Families per 1,000 people", "families"],
  ])("no word that says how something was done: %s", async (heading, unit) => {
    expect(await unitOf(heading, (at) => `${11.25 + at}`)).toBe(unit);
  });
});

test("what people are put into by their size is no percentage, whatever explains it", async () => {
  const csv = table(["Income decile (where 1 is the most deprived 10% of areas)"], [], (at) => `${((at * 7) % 4) + 1}`);
  const [decile] = await measuresOf(csv);
  expect(decile?.statType).toBe("quantity");
  expect(decile?.unit.other).not.toBe("%");
});

test("how far percentages may be off is in percent, and no share", async () => {
  const [share, spread] = await measuresOf(
    table(["Poverty incidence (%)", "Poverty incidence (%) CV"], [], (at) => `${2.5 + at}`),
  );
  expect(share).toMatchObject({ statType: "share" });
  expect(spread).toMatchObject({ statType: "quantity", unit: { other: "%" } });
});

test("money is no share of other money beside it, though one figure may be by chance", async () => {
  const rows = towns.map((town, at) => `${town},${200 * (at + 3)},${(at % 3) + 1},${2 * (at + 3) * ((at % 3) + 1)}`);
  const csv = `"Spending by town, £ thousand",,,\nTown,Roads,Levy,Parks\n${rows.join("\n")}\n`;
  for (const { unit } of await measuresOf(csv, "Spending by town, £ thousand"))
    expect(unit.other).toBe("thousand pounds");
});

test("a title stands below who published it, where, and in which series", () => {
  const titles = [
    "United Nations",
    "Population Division",
    "Department of Economic and Social Affairs",
    "World Population Prospects 2019",
    "File POP/1-1: Total population by country (thousands)",
  ];
  expect(titleOf("x.csv", { titles })).toBe("Total population by country (thousands)");
});

test.each([
  ["Secondary school teachers by gender 2008-2013(1)", "Secondary school teachers by gender 2008-2013"],
  ["Investasi langsung menurut negara asal 1)", "Investasi langsung menurut negara asal"],
  ["Deaths by place of occurrence, 2014-2015 1,2,3", "Deaths by place of occurrence, 2014-2015"],
  ["Pupils by town at key stages 1,2", "Pupils by town at key stages 1,2"],
  ["Daten zu den Stadtteilen, © Statistikamt", "Daten zu den Stadtteilen"],
])("a title has no marks of notes behind it, nor whose it is: %s", (line, title) => {
  expect(titleOf("x.csv", { titles: [line] })).toBe(title);
});

test.each([
  "Converted into petajoules using gross calorific values",
  "Measured in petajoules",
  "All figures are shown in petajoules",
])("what stands over names and says a unit is that of all figures, and names nothing: %s", async (line) => {
  const rows = ["Imports", "Stocks", "Farms", "Homes"].map((flow, at) =>
    [at < 2 ? "Supply" : "Demand", at % 2 === 0 ? "Foreign" : "Own", flow, `${10 + at}.5`, `${3 + at}.7`].join(),
  );
  const { spec } = await guessOf(`,${line},${line},Coal,Oil\n${rows.join("\n")}\n`);
  for (const { label } of Object.values(spec.dimensions)) expect(label).toBe("Category");
  expect(Object.values(spec.measures).map(({ label, unit }) => [label, unit.other])).toEqual([
    ["Coal", "petajoules"],
    ["Oil", "petajoules"],
  ]);
});

test("what stands over names and says how they were shown is their name", async () => {
  const { spec } = await guessOf("Shown in colour,Visits\nRed,1204\nBlue,2310\nGreen,1821\n");
  expect(spec.dimensions).toMatchObject({ shownInColour: { label: "Shown in colour" } });
});

test("a line below the title says that all figures are percentages of something", async () => {
  const above = ["Households by kind of account", "Percentage of households"];
  const measures = await measuresOf(table(["Savings", "Current"], above, (at) => `${(at * 17) % 96}`));
  expect(new Set(measures.map(({ unit }) => unit.other))).toEqual(new Set(["%"]));
});

test("a share by its name alone, nearly all of which lies below 1 with many decimals, is in no percent that a page would say", async () => {
  const rows = Array.from({ length: 120 }, (_, at) => `Town ${at + 1},${at === 4 ? "1.0318" : `0.${4137 + at * 31}`}`);
  const [measure] = await measuresOf(`Town,Labour income share\n${rows.join("\n")}\n`);
  expect(measure?.unit.other).toBe("(unit not stated)");
});

test("thousands above a table are those of its amounts, money or not, and of no prices", async () => {
  const unitsBelow = async (line: string) => {
    const measures = await measuresOf(
      table(["Output", "Cost", "Price", "Yield"], ["Crops by town", line], (at) => `${40.5 + at * 31}`),
    );
    return measures.map(({ unit }) => unit.other);
  };
  const [output, cost, ...others] = await unitsBelow("Thousand");
  expect([output, cost]).toEqual(["thousand (unit not stated)", "thousand units of currency"]);
  for (const unit of [...others, ...(await unitsBelow("By year"))]) expect(unit).not.toContain("thousand");
});

test("a line of money for each year, or at the prices of one, is the unit of all figures below it", async () => {
  const unitsBelow = async (line: string) => {
    const rows = [2018, 2019, 2020, 2021].map(
      (year, at) => `${year},${15_802 + 933 * at},${14_181 + 871 * at},${10_433 + 745 * at}`,
    );
    const table = [
      "Household income by group",
      line,
      ",All people,All people,Retired",
      "Year,Mean,Median,Mean",
      ...rows,
    ];
    const { spec } = await guessOf(`${table.join("\n")}\n`);
    return [...new Set(Object.values(spec.measures).map(({ unit }) => unit.other))];
  };
  expect(await unitsBelow("£ per year (2021/22 prices)")).toEqual(["pounds per year"]);
  expect(await unitsBelow("€ per month")).toEqual(["euros per month"]);
  expect(await unitsBelow("£ (2021/22 prices)")).toEqual(["pounds"]);
});

describe("the unit of a heading that spans several columns", () => {
  const spanned = (above: string, ...own: readonly string[]) =>
    [
      ["", ...own.map(() => above), "Others"].join(","),
      ["Town", ...own, "Distance (km)"].join(","),
      ...towns.map((town, row) => [town, ...own.map((_, at) => 1500.25 + row * 731 + at * 97), 3.5 + row].join(",")),
      "",
    ].join("\n");

  test.each([
    ["Ferry trips (in thousands)", "thousand ferry trips"],
    ["Waste sent away (tonnes)", "tonnes"],
    ["Spending (£m)", "million pounds"],
  ])("is that of each of them: %s", async (above, unit) => {
    const measures = await measuresOf(spanned(above, "Rail", "Bus", "Other", "Total"));
    expect(measures.map((own) => own.unit.other)).toEqual([unit, unit, unit, unit, "km"]);
  });

  test("is none of a mean, nor of what says its own", async () => {
    const measures = await measuresOf(spanned("Ferry trips (in thousands)", "Rail", "Average fare", "Staff (number)"));
    expect(measures.map((own) => own.unit.other).slice(1)).not.toContain("thousand ferry trips");
  });

  test("is no money where a file is called after spending, and its title after what is counted", async () => {
    const csv = spanned("By kind of transport", "Rail", "Bus", "Other");
    const { spec } = await guessOf(csv, { title: "Passenger trips by kind", called: "State spending" });
    expect(Object.values(spec.measures).map((own) => own.unit.other)).not.toContain("units of currency");
  });
});

test.each([
  ["Mean years of schooling, women", "years"],
  ["Average days from referral to decision", "days"],
  ["Median hours worked", "hours"],
])("what lasts so long on average is told in that: %s", async (heading, unit) => {
  expect(await unitOf(heading, (at) => `${3.25 + at}`)).toBe(unit);
});

test("whole numbers below zero have no decimals", async () => {
  const signed = (at: number) => `${at % 3 === 0 ? -410 - at : 520 + at * 37}`;
  const [measure] = await measuresOf(table(["Net spending (£ thousand)"], [], signed));
  expect(measure).toMatchObject({ decimals: 0 });
});

describe("what a column is called below another heading", () => {
  const labelsOf = async (above: readonly string[], own: readonly string[]) => {
    const rows = towns.map((town, row) => [town, ...own.map((_, at) => 1500.25 + row * 731 + at * 97)].join(","));
    const measures = await measuresOf([["", ...above].join(","), ["Town", ...own].join(","), ...rows, ""].join("\n"));
    return measures.map(({ label }) => label);
  };

  test("is both where the heading goes on in small letters", async () => {
    const labels = await labelsOf(["Drivers per 1000 adult", "Costs"], ["residents at the end of May", "Rent (£)"]);
    expect(labels).toEqual(["Drivers per 1000 adult residents at the end of May", "Rent"]);
  });

  test("has the day of the one above, which some figures have and others have not", async () => {
    const above = "Reserves at 1 April 2021";
    expect(await labelsOf([above, above, "Costs"], ["Schools", "Roads", "Rent (£)"])).toEqual([
      `${above}: Schools`,
      `${above}: Roads`,
      "Rent",
    ]);
  });
});

test("a column of years and spans of years that tells no rows apart is not called none", async () => {
  const names = ["Access", "Status", "Pay", "Time", "Care", "Power"];
  const rows = names.map((name, at) => `${name},${["2018", "2016-18", "2017/18"][at % 3]},${41.5 + at * 3}`);
  const { remarks } = await guessOf(["Indicator,Ref. Period,Score", ...rows, ""].join("\n"));
  expect(remarks.get("dimensions")).toContain('"Ref. Period" says of when each figure is');
});
