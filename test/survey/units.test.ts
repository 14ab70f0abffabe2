import { describe, expect, test } from "vitest";
import { guessOf as guess } from "./guess-of.ts";

const measuresOf = async (csv: string) => Object.values((await guess(csv)).spec.measures);

describe("figures are", () => {
  test("of the unit that stands above the table, but for percentages and rates", async () => {
    const measures = await measuresOf(
      "Spending by area\n(In thousands)\nArea,Population,Percent in work\nKent,120,61.5\nEssex,70,58.5\nDevon,30,60.5\n",
    );
    expect(measures).toMatchObject([
      {
        label: "Population",
        statType: "quantity",
        additive: true,
        unit: { one: "thousand people", other: "thousand people" },
      },
      { statType: "share", unit: { one: "%" } },
    ]);
  });

  test("of money, also where they are whole, and where no currency is named", async () => {
    const { spec, remarks } = await guess(
      "Trust,Total paid,Cost (£m),Wage gross £,Staff\nKent,1200,12,30000,31\nEssex,700,13,29000,11\nDevon,900,14,31000,57\n",
    );
    expect(Object.values(spec.measures)).toMatchObject([
      { statType: "quantity", additive: true, unit: { other: "units of currency" } },
      { label: "Cost", additive: true, unit: { other: "million pounds" } },
      { label: "Wage gross", statType: "quantity", unit: { other: "pounds" } },
      { statType: "count", unit: { other: "staff" } },
    ]);
    expect(spec.measures.wageGross).not.toHaveProperty("additive");
    expect(remarks.get("measures.totalPaid.unit")).toContain("name the currency");
  });

  test("of litres by tens and hundreds, where the brackets of a heading say so", async () => {
    const measures = await measuresOf(
      "Brewery,Beer sold (hectolitres),Water kept (megalitres)\nKent,1200.5,12.5\nEssex,700.5,13.5\nDevon,900.5,14.5\n",
    );
    expect(measures).toMatchObject([
      { label: "Beer sold", unit: { one: "hectolitre", other: "hectolitres" } },
      { label: "Water kept", unit: { one: "megalitre", other: "megalitres" } },
    ]);
  });

  test("of people below the names of what they receive, and of money where that is told", async () => {
    const table = "State,Home Payment,Lone Parents\nOhio,13500,1250\nIowa,9500,1715\nUtah,4500,1030\n";
    const typesOf = async (title: string) =>
      Object.values((await guess(table, { title })).spec.measures).map(({ statType }) => statType);
    expect(await typesOf("Home Payment recipients by state")).toEqual(["count", "count"]);
    expect(await typesOf("Households by state (in payment)")).toEqual(["quantity", "count"]);
    expect((await typesOf("Payments to recipients by state"))[0]).toBe("quantity");
    expect((await typesOf("Change in payment by state"))[0]).toBe("quantity");
  });

  test.each([
    ["total_use_GWh,mean_use_kWh_per_meter", "GWh", "kWh per meter"],
    ["TotalUseGWh,MedianUseKWhPerMeter", "GWh", "kWh per meter"],
    ["total_use_MWh,median_use_KWH_per_household", "MWh", "kWh per household"],
    ["total_use_gwh,other_use_kWh", "GWh", "kWh"],
    ["totalUseMWh,otherUsekWh", "MWh", "kWh"],
    ["peak_load_MW,mean_load_kW", "MW", "kW"],
    ["road_length_KM,road_width_Cm", "km", "cm"],
    ["catchWeightKg,catchAreaKm2", "kg", "km2"],
  ])("of the unit that a heading without gaps ends with, whatever its capitals: %s", async (headings, ...units) => {
    const rows = ["Kent,1200.25,4210.5", "Essex,700.75,3900.25", "Devon,900.5,4100.75"];
    const { spec } = await guess([`Area,${headings}`, ...rows, ""].join("\n"));
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(units);
    expect(Object.values(spec.measures).map(({ label }) => label)).not.toContainEqual(
      expect.stringMatching(/\bk Wh|GWh|\b(?:km|cm|kg)\b/iu),
    );
  });

  test.each(["mean_consumption_kVAh", "mean_consumption_per_meter"])(
    "of no unit of another, where the heading is for each of something or has letters of its own: %s",
    async (heading) => {
      const { spec } = await guess(
        `Area,total_consumption_GWh,${heading}\nKent,1200.25,4210.5\nEssex,700.75,3900.25\nDevon,900.5,4100.75\n`,
      );
      expect(Object.values(spec.measures)[1]?.unit.other).not.toContain("GWh");
    },
  );

  test("of the unit that others of their name have", async () => {
    const measures = await measuresOf(
      "Country,Year,Total emissions (thousand metric tons of C),Emissions from coal,Cars\nKenya,2018,120.5,31,5\nKenya,2019,70.5,21,6\n",
    );
    const unit = { one: "thousand metric ton of C", other: "thousand metric tons of C" };
    expect(measures).toMatchObject([{ unit }, { statType: "quantity", unit }, { statType: "count" }]);
  });

  test("rates per 100k, no rates per mile, and no counts where they are a score, a bound or a percentile", async () => {
    const measures = await measuresOf(
      "Area,Deaths per 100k,Cost per mile £,Score,Upper limit,A_PCT10,Coverage\nKent,12.5,1.5,5,20,100,61\nEssex,7.5,2.5,2,30,200,50\nDevon,3.5,3.5,9,40,300,70\n",
    );
    expect(measures).toMatchObject([
      { statType: "rate", per: 100_000, unit: { other: "deaths" } },
      { statType: "quantity", unit: { other: "pounds per mile" } },
      { statType: "quantity", unit: { one: "point" } },
      { statType: "quantity" },
      { statType: "quantity" },
      { statType: "share", unit: { one: "%" } },
    ]);
  });

  test("counted by the head of their name", async () => {
    const measures = await measuresOf(
      "Area,Number of pupils absent due to illness,Deaths in Wales,CASE_COUNT,Children,COVID-19 cases,sum(staff)\nKent,120,20,30,40,50,60\nEssex,70,21,31,41,51,61\nDevon,80,22,32,42,52,62\n",
    );
    expect(measures.map(({ unit }) => [unit.one, unit.other])).toEqual([
      ["pupil absent due to illness", "pupils absent due to illness"],
      ["death in Wales", "deaths in Wales"],
      ["case", "cases"],
      ["child", "children"],
      ["COVID-19 case", "COVID-19 cases"],
      ["staff", "staff"],
    ]);
  });

  test("of one kind for each name in a column of measures, by the rows and the unit of each", async () => {
    const measures = await measuresOf(
      "Area,Year,Series,Unit,Value\nKent,2018,Share of homes,Percentage,61.5\nEssex,2018,Share of homes,Percentage,50.5\nKent,2018,Homes,Number,120\nEssex,2018,Homes,Number,70\nKent,2018,Waste,Tonnes,12\nEssex,2018,Waste,Tonnes,17\n",
    );
    expect(measures).toMatchObject([
      { label: "Homes", statType: "count" },
      { label: "Share of homes", statType: "share" },
      { label: "Waste", statType: "quantity", unit: { one: "tonne", other: "tonnes" } },
    ]);
  });
});

describe("figures without a name are called", () => {
  test("as the one series of the table, or by the beginning of its title", async () => {
    const [series] = await measuresOf(
      "Year,Series,Area,Value\n2018,Children in care,Kent,12\n2018,Children in care,Essex,13\n2019,Children in care,Kent,14\n2019,Children in care,Essex,15\n",
    );
    expect(series).toMatchObject({
      label: "Children in care",
      unit: { one: "child in care", other: "children in care" },
    });
    const { spec } = await guess(
      "Table 2.1: Pupils by area and year group\n\nArea,Year group 1,Year group 2\nKent,120,130\nEssex,70,80\n",
      { title: "Pupils by area and year group", called: "Export" },
    );
    expect(Object.values(spec.measures)).toMatchObject([{ label: "Pupils", unit: { one: "pupil", other: "pupils" } }]);
    expect(spec.dimensions.group).toMatchObject({ label: "Year group" });
  });

  test("of what their whole name says, of people where they are a population, and of what stands above them in no way", async () => {
    const measures = await measuresOf(
      "Area,travel_associated_cases,Not sequenced,Cultural and related services,Pop,Households 2015,2014-15 | Tonnes Recycled\nKent,120,30,17,1000,40,10.5\nEssex,70,20,18,2000,50,11.5\n",
    );
    expect(measures).toMatchObject([
      { unit: { one: "travel associated case", other: "travel associated cases" } },
      { unit: { one: "(unit not stated)", other: "(unit not stated)" } },
      { unit: { one: "cultural and related service", other: "cultural and related services" } },
      { unit: { one: "person", other: "people" } },
      { unit: { one: "household", other: "households" } },
      { label: "Tonnes Recycled", unit: { one: "tonne", other: "tonnes" } },
    ]);
  });

  test("marked where they may be no counts, or a running total, and of money where they are paid", async () => {
    const { spec, remarks } = await guess(
      "Area,Adult social care,Deaths to date,Avg hrly earnings,Demand ($30.00 etc.) paid,Total income (m)\nKent,90001,30,12.5,100,42512\nEssex,80002,32,13.5,200,95234\n",
    );
    expect(remarks.get("measures.adultSocialCare.statType")).toContain("taken for counts");
    expect(remarks.get("measures.deathsToDate.statType")).toContain("running total");
    expect(
      Object.values(spec.measures)
        .map(({ unit }) => unit.other)
        .slice(2),
    ).toEqual(["units of currency", "dollars", "million units of currency"]);
  });

  test("of people, where their number is told, of one unit a unit of another, and no counts where they are a change", async () => {
    const measures = await measuresOf(
      "Year,Vaccinations - Number of people who have had a dose,Efficiency (USD per cubic metre),change1519,Life expectancy,Exports per capita\n2018,120,10.5,4,70,3.5\n2019,130,11.5,5,71,4.5\n",
    );
    expect(measures).toMatchObject([
      { statType: "count", unit: { one: "person", other: "people" } },
      { label: "Efficiency", unit: { other: "USD per cubic metre" } },
      { statType: "quantity" },
      { statType: "mean" },
      { statType: "quantity" },
    ]);
    expect(measures.at(-1)).not.toHaveProperty("additive");
  });
});

describe("units are whole", () => {
  test("of millions in the words of a heading, and of counts that say of which weeks they are", async () => {
    const { spec } = await guess(
      "Function,Year,expenses_in_million_chf,COVID_CASE_COUNT_WEEK4,COVID_DEATH_COUNT_4WEEK,(# STAFF KILLED) -subset,# of Polls\nRoads,2018,120,13,10,7,8\nSchools,2018,1030,15,11,8,9\n",
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
      "million Swiss francs",
      "covid cases",
      "covid deaths",
      "staff killed",
      "polls",
    ]);
    expect(spec.measures.expensesInMillionChf).toMatchObject({ label: "Expenses" });
  });

  test("percentages with numbers far above 100 among them are told of", async () => {
    const rows = ["Unweighted n,3227,1632", "Right direction,33%,36%", "Wrong direction,60%,57%", "No answer,7%,7%"];
    const { remarks } = await guess(`Answer,Total,Male\n${rows.join("\n")}\n`);
    expect([...remarks.values()].join(" ")).toContain("far above 100");
  });

  test("of time that one of something takes are never added up, and hours worked are", async () => {
    const rows = [2018, 2019].flatMap((year) =>
      ["Bremen", "Berlin"].map((land, at) => `${year},${land},minutes,${20 + at}.49`),
    );
    const [measure] = await measuresOf(`Year,Land,Units,Value\n${rows.join("\n")}\n`);
    expect(measure).toMatchObject({ unit: { other: "minutes" }, statType: "quantity" });
    expect(measure).not.toHaveProperty("additive");
    const [worked] = await measuresOf("Area,Time worked (hours)\nKent,12.5\nEssex,13.5\n");
    expect(worked).toMatchObject({ additive: true });
  });

  test("in thousands and millions where a code of their unit says so", async () => {
    const scales = [
      ["k", "thousand"],
      ["000s", "thousand"],
      ["m", "million"],
      ["bn", "billion"],
    ] as const;
    for (const [code, scale] of scales) {
      const rows = ["cars", "homes"].map((name) => `${name},person-${code},1.4,1.5`);
      const paid = ["fines", "loans"].map((name) => `${name},gbp-${code},2.5,${2.6}`);
      const measures = await measuresOf(`name,unit,2018,2019\n${[...rows, ...paid].join("\n")}\n`);
      const units = measures.map(({ unit, statType }) => [unit.other, statType]);
      expect(units.sort()).toEqual(
        [
          [`${scale} people`, "quantity"],
          [`${scale} pounds`, "quantity"],
        ].sort(),
      );
    }
    const [named] = await measuresOf("Area,Journeys (million journeys)\nKent,12.5\nEssex,13.5\n");
    expect(named).toMatchObject({ label: "Journeys", unit: { other: "million journeys" }, additive: true });
  });

  test("of the currency that a column names, and told of where it names several", async () => {
    const budget = (currencies: readonly string[]) =>
      `org,budget_currency,budget_value\n${["A", "B", "C", "D"].map((org, at) => `${org},${currencies[at % currencies.length]},${1200 + at}.5`).join("\n")}\n`;
    expect(await measuresOf(budget(["USD"]))).toMatchObject([{ unit: { other: "dollars" }, additive: true }]);
    expect(await measuresOf(budget(["KES"]))).toMatchObject([{ unit: { other: "Kenyan shillings" } }]);
    expect(await measuresOf(budget(["XOF"]))).toMatchObject([{ unit: { other: "XOF" } }]);
    const { remarks } = await guess(budget(["USD", "EUR"]));
    expect([...remarks.values()].join(" ")).toContain("of several currencies");
  });

  test("no person where nothing was divided: the mark of it is no sign of protection", async () => {
    const { spec } = await guess(
      `Area,Cases,Ratio\n${["a", "b", "c", "d", "e", "f"].map((area, at) => `${area},${20 + at},${at === 3 ? "inf" : `1.${at}5`}`).join("\n")}\n`,
    );
    expect(spec.markers).toEqual({ inf: "unavailable" });
  });

  test("told to be in millions, perhaps, where a letter at the end of a heading says so, and no sex", async () => {
    const { spec, remarks } = await guess(
      "Year,K12_M,socChg,TOTAL_M,TOTAL_F\n2018,6179.5,-36,16.8,13.2\n2019,6210.5,-189,17.1,13.4\n2020,6301.5,12,17.5,13.9\n",
    );
    expect(remarks.get("measures.k12M.unit")).toContain("in millions");
    expect(remarks.get("measures.totalM.unit") ?? "").not.toContain("in millions");
    expect(spec.measures).toHaveProperty("socchg");
  });

  test("people, where they are of an age at which something is done", async () => {
    const measures = await measuresOf(
      "Year,Voting age pop,Median age\n1900,229895,31\n1910,297551,32\n1920,366227,34\n",
    );
    expect(measures).toMatchObject([
      { statType: "count", unit: { other: "people (voting age)" } },
      { statType: "mean" },
    ]);
  });
});

test.each([
  ["Age disputes", "count", "age disputes"],
  ["Weight referrals", "count", "weight referrals"],
  ["Price complaints", "count", "price complaints"],
  ["Rent levels", "quantity", "units of currency"],
  ["Rates of deaths", "quantity", "(unit not stated)"],
  ["House price index", "quantity", "index points"],
  ["CPI (2015 = 100)", "quantity", "index points"],
  ["Beds / 1000", "rate", "beds"],
  ["Deaths/100,000", "rate", "deaths"],
])(
  "things that are called by what they are about are counted, and small ones hidden: %s",
  async (heading, statType, unit) => {
    const rows = ["Kent,3", "Essex,17", "Devon,44", "Dorset,21", "Surrey,12"];
    const { spec } = await guess(`Area,"${heading}"\n${rows.join("\n")}\n`);
    expect(Object.values(spec.measures)).toEqual([
      expect.objectContaining({ statType, unit: expect.objectContaining({ other: unit }) }),
    ]);
    expect(spec.disclosure !== undefined).toBe(statType === "count");
  },
);

test("low income is no money, and a column says of all rows that they are years", async () => {
  const areas = Array.from({ length: 6 }, (_, at) => `Area ${at}x`);
  const { spec } = await guess(
    `Area,Low income children,Income deprivation\n${areas.map((name, at) => `${name},${16.2 + at},${9.4 + at}`).join("\n")}\n`,
  );
  expect(Object.values(spec.measures).map(({ unit, additive }) => [unit.other, additive])).toEqual([
    ["(unit not stated)", undefined],
    ["(unit not stated)", undefined],
  ]);
  const life = await guess(
    `Area,Unit,Value\n${areas.map((name, at) => `${name},Year,${78.4 + at / 2}`).join("\n")}\n`,
    { title: "Life" },
  );
  expect(Object.values(life.spec.measures)[0]?.unit).toEqual({ one: "year", other: "years" });
});

test("digits with what nobody sees between them are a number", async () => {
  const rows = Array.from({ length: 8 }, (_, at) => `${2010 + at},6${at}.\u200C1${at},${30_000 + at * 37}`);
  const { spec, dataset } = await guess(`Year,Turnout,Votes\n${rows.join("\n")}\n`);
  expect(Object.keys(spec.measures)).toEqual(["turnout", "votes"]);
  const first = dataset?.observations.find(({ measure }) => measure === "turnout");
  expect(first?.cell).toEqual({ state: "value", value: 60.1 });
});

test("what is told from an age on is no age", async () => {
  const rows = Array.from({ length: 8 }, (_, at) => `Area ${at}x,${33 + at}.5,${41 + at}.5,${20 + at}.5`);
  const { spec } = await guess(
    `Area,Violence since the age of 15,Mean age at birth,Einwohner je km²\n${rows.join("\n")}\n`,
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
    "(unit not stated)",
    "years",
    "(unit not stated)",
  ]);
});

describe("how many at a time", () => {
  const rows = Array.from({ length: 8 }, (_, at) => `Area ${at}x,${27 + at * 13},${31 + at * 17}`).join("\n");
  const unitsOf = async (headings: string) =>
    Object.values((await guess(`Area,${headings}\n${rows}\n`)).spec.measures).map(({ unit }) => unit.other);

  test("is said of two words that count together, and of no other column that has one of them", async () => {
    expect(await unitsOf("Passenger-kilometres (million),Tonne-kilometres")).toEqual([
      "million passenger-kilometres",
      "tonne-kilometres",
    ]);
  });

  test("of joules and watts by their whole words; and staff that are paid are no money", async () => {
    expect(await unitsOf('"Energy, petajoules",Wind (gigawatt hours)')).toEqual(["petajoules", "gigawatt hours"]);
    expect(await unitsOf("Paid staff,Paid in grants")).toEqual(["paid staff", "units of currency"]);
  });

  test("in the parentheses of a title, for so many people", async () => {
    const { spec } = await guess(
      `"Persons recorded (per 100,000)"\nArea,2019,2020\n${rows.replaceAll(/(\d)$/gmu, "$1.5")}\n`,
      { title: "Persons recorded (per 100,000)" },
    );
    expect(Object.values(spec.measures)).toMatchObject([{ statType: "rate", per: 100_000 }]);
  });

  test("in the heading of a block of rows", async () => {
    const own = (names: readonly string[], from: number) =>
      names.map((name, at) => `  ${name},${from + at * 1.5},${from + at * 2.5}`);
    const { spec } = await guess(
      [
        "Trade",
        ",2019,2020",
        "In millions of dollars:,,",
        ...own(["Exports", "Imports", "Balance of payments"], 1200.5),
        "As a percentage of GDP:,,",
        ...own(["Exports of goods", "Imports of goods"], 12.5),
      ].join("\n"),
    );
    const units = Object.fromEntries(Object.values(spec.measures).map(({ label, unit }) => [label, unit.other]));
    expect(units).toMatchObject({ Exports: "million dollars", Imports: "million dollars", "Exports of goods": "%" });
  });
});

test.each(["Amounts: £ million", "All figures are in £ million"])(
  "stand above any column, of all: %s",
  async (said) => {
    const rows = ["2019,20531,9001,301", "2020,20631,9101,302", "2021,20731,9201,303"];
    const measures = await measuresOf(
      [`Receipts of duties,,,${said}`, ",,,", "Year,Fuel duties,Tobacco duties,Cider duties", ...rows].join("\n"),
    );
    expect(new Set(measures.map(({ unit }) => unit.other))).toEqual(new Set(["million pounds"]));
  },
);

test.each([
  ["[zł]", "złoty"],
  ["(tys. zł)", "thousand złoty"],
  ["mld Kč", "billion Czech korunas"],
  ["грн.", "hryvnias"],
])("what stands below each year, %s, is the unit of its figures", async (said, unit) => {
  const names = ["Alder", "Birch", "Cedar", "Elder"];
  const rows = names.map((name, at) => `${name},${2100.5 + at * 37},${2240.5 + at * 41},${2390.25 + at * 43}`);
  const { spec } = await guess(`District,2019,2020,2021\n,${said},${said},${said}\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: unit }, statType: "quantity" }]);
});

describe("money is known by a sign", () => {
  const towns = "Ayr Bray Cobh Deal Eye Frome Glin Hove Ilam Jura".split(" ");
  const table = (heading: string, row: (at: number) => readonly (string | number)[]) =>
    `${heading}\n${towns.map((name, at) => [name, ...row(at)].join(",")).join("\n")}\n`;

  test("within a heading, for each of what follows it", async () => {
    const [funding, staff, spent, claims] = await measuresOf(
      table("School,Funding £ Per Pupil,Teaching staff £/pupil,£ spent on roads,Claims over £ cap", (at) => [
        4000 + at * 31,
        2000 + at * 17,
        91_000 + at * 113,
        90 + at,
      ]),
    );
    const unit = { one: "pound per pupil", other: "pounds per pupil" };
    expect(funding).toMatchObject({ label: "Funding", unit, statType: "quantity" });
    expect(staff).toMatchObject({ label: "Teaching staff", unit, statType: "quantity" });
    expect([funding?.additive, staff?.additive]).toEqual([undefined, undefined]);
    expect(spent).toMatchObject({ label: "£ spent on roads", unit: { other: "pounds" }, statType: "quantity" });
    expect(claims?.statType).toBe("count");
  });

  test("in its cells, also where one of many has none, and where all are whole; what has none is asked", async () => {
    const [paid, other, plain] = await measuresOf(
      table("Town,EMFF,SG,Other", (at) => [`£${4000 + at * 31}`, at === 3 ? 512 : `£${310 + at * 17}`, 90 + at]),
    );
    expect([paid, other]).toMatchObject([
      { statType: "quantity", unit: { other: "pounds" } },
      { statType: "quantity", unit: { other: "pounds" } },
    ]);
    expect(plain?.statType).toBe("count");
  });

  test("of which a dollar's may be that of a peso, where the table is in another language", async () => {
    const [paid] = await measuresOf(table("Municipio,Inversión pública", (at) => [`$${4000 + at * 31}`]));
    expect(paid?.unit.other).toBe("units of currency");
    const [real] = await measuresOf(table("Town,Grant (R$)", (at) => [4000 + at * 31]));
    expect(real?.unit.other).toBe("reais");
  });

  test("that other columns of money have, whose headings say none", async () => {
    const [, grant] = await measuresOf(
      table("Town,Loan (£),Grant amount,Staff", (at) => [4000 + at * 31, 2000 + at * 7, 30 + at]),
    );
    expect(grant).toMatchObject({ unit: { other: "pounds" }, additive: true });
  });

  test("medians below a title of rents are money, however small", async () => {
    const { spec } = await guess(
      table("Area,Number of rents,Median,Upper quartile", (at) => [60 + at, 400 + at, 500 + at]),
      { title: "Monthly rents by area" },
    );
    expect(Object.values(spec.measures).map(({ statType, unit }) => [statType, unit.other])).toEqual([
      ["count", "rents"],
      ["mean", "units of currency"],
      ["quantity", "units of currency"],
    ]);
  });
});

test("a column that is called `%` is called after what it is the share of", async () => {
  const rows = Array.from({ length: 12 }, (_, at) => {
    const [red, blue] = [310 + at * 17, 270 + ((at * 41) % 97)];
    const shares = [red, blue].map((votes) => ((votes / (red + blue)) * 100).toFixed(2));
    return `Ward ${"abcdefghijkl"[at]},${red + blue},${red},${shares[0]},${blue},${shares[1]}`;
  });
  const { spec } = await guess(`Ward,Votes,Red,%,Blue,%\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    ...["Votes", "Red", "Red, in %", "Blue", "Blue, in %"],
  ]);
});

test("minutes of delay are added up, minutes to the next station are not", async () => {
  const rows = ["Avanti", "Lumo", "Merseyrail", "Northern", "Southern"].map(
    (name, at) => `${name},${900 + at * 31.5},${9 + at}`,
  );
  const { spec } = await guess(`Operator,Delay minutes,Minutes to the next station\n${rows.join("\n")}\n`, {
    title: "Delay minutes by operator",
  });
  expect(Object.values(spec.measures).map(({ additive }) => additive)).toEqual([true, undefined]);
});

const towns = Array.from({ length: 12 }, (_, at) => `Town ${"abcdefghijkl"[at]}`);

test("numbers per 10,000 in a short form are rates, and pounds per something are no sums", async () => {
  const rows = towns.map((town, at) => `${town},${1500 + at * 70},${240 + at * 10},${12 + at}.417`);
  const { spec } = await guess(`Town,Aid_NO_HH,Aid_NO_P10000HH,Aid_£PWA\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures)).toMatchObject([
    { statType: "count" },
    { statType: "rate", per: 10_000, population: "households", unit: { other: "(unit not stated)" } },
    { label: "Aid £PWA", statType: "quantity", unit: { other: "pounds per PWA" } },
  ]);
  expect(Object.values(spec.measures).at(-1)).not.toHaveProperty("additive");
});

test("money in the heading above others is the unit of all below it but shares", async () => {
  const rows = towns.map((_, at) => `${2008 + at},${800 + at * 7}.25,${480 + at}.5,${at}.5%,${310 + at}`);
  const { spec } = await guess(
    `Year,Yield by sector (£m),,,\n,Overall total,Arcades,% change,Number of shops\n${rows.join("\n")}\n`,
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
    ...["million pounds", "million pounds", "%", "shops"],
  ]);
});

test("a heading that says thousands, and not of what, names nothing", async () => {
  const rows = towns.map((town, at) => `${town},${153 + at}.8,${17 + at}.2`);
  const { spec, remarks } = await guess(`Town,thousands,Males\n${rows.join("\n")}\n`);
  expect(spec.measures.thousands?.unit.other).toBe("thousand (unit not stated)");
  expect(remarks.get("measures.thousands.label")).toContain("give it its name");
});

test("thousands of tonnes by their short name", async () => {
  const rows = towns.map((town, at) => `${town},${153 + at}.8`);
  const { spec } = await guess(`Town,Waste to landfill (Ktonnes)\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "thousand tonnes" } }]);
});

test("a unit that is the same in all rows is said behind a word for it, whatever the column is called", async () => {
  const rows = towns.map((_, at) => `Land ${"abcdefghijkl"[at]},Currency: 2021 PPP $,${836 + at}.263`);
  const { spec } = await guess(`area,classif2,Average monthly earnings\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "2021 PPP dollars" }, statType: "mean" }]);
});
