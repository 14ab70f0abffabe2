import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const towns = ["Ayr", "Bray", "Cobh", "Deal", "Eye", "Frome"];
const counts = (factor: number) => towns.map((town, at) => `${town},${120 + at * factor}`);

test("figures of one month are not called by it, where the table says what it counts", async () => {
  const { spec, dataset } = await guessOf(
    lines("Households on support (I),", "Counting: Households on support,", ",", "Town,May 2025 (p)", ...counts(31)),
    { title: "Households on support (I)" },
  );
  expect(dataset?.periods()).toMatchObject([{ start: "2025-05-01", format: "month" }]);
  expect(dataset?.observations[0]?.statuses).toEqual(["provisional"]);
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "Households on support", unit: { other: "households on support" }, statType: "count" },
  ]);
});

describe("what there is a number of", () => {
  test.each([
    ["Of those applications received, the number completed within 6 months", "applications"],
    ["Of these male patients, the number of deaths", "deaths"],
    ["Applications received", "applications received"],
    ["Households in the UK", "households"],
    ["People born in Scotland", "people (born in Scotland)"],
  ])("%s: %s", async (heading, unit) => {
    const { spec } = await guessOf(lines(`Town,"${heading}"`, ...counts(17)));
    expect(Object.values(spec.measures)[0]?.unit.other).toBe(unit);
  });

  test("is asked where two things stand beside each other", async () => {
    const isAsked = async (heading: string, id: string) =>
      (await guessOf(lines(`Town,${heading}`, ...counts(17)))).remarks.has(`measures.${id}.unit`);
    expect(await isAsked("Total households children", "totalHouseholdsChildren")).toBe(true);
    expect(await isAsked("Total households", "totalHouseholds")).toBe(false);
  });

  test("is people below a title of heads, and not of full-time equivalents as well", async () => {
    const unitBelow = async (title: string) => {
      const { spec } = await guessOf(lines(`"${title}",`, ",", "Town,Nurses on 30 June", ...counts(13)), { title });
      return Object.values(spec.measures)[0];
    };
    expect(await unitBelow("Staff by town, headcount")).toMatchObject({ unit: { other: "people" }, statType: "count" });
    expect((await unitBelow("Staff by town, headcount and FTE"))?.unit.other).not.toBe("people");
  });

  test("is told by no word that a heading quotes", async () => {
    const rows = towns.map((town, at) => `${town},${(at * 5) % 4},${(at * 7) % 3}`);
    const { spec } = await guessOf(lines("Town,Mentions 'flood',Mentions 'temperature'", ...rows));
    expect(Object.values(spec.measures)).toMatchObject([{ statType: "count" }, { statType: "count" }]);
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).not.toContain("degrees");
  });

  test.each([
    ["(unit: 1,000)", "thousand residents"],
    ["(単位:千人)", "thousand people"],
    ["Unit: thousand people", "thousand people"],
  ])("%s above the table", async (title, unit) => {
    const { spec } = await guessOf(lines(`"${title}",`, ",", "Town,Residents", ...counts(37)), { title: "Table" });
    expect(Object.values(spec.measures)[0]?.unit.other).toBe(unit);
  });
});

test("numbers, rates and changes below each other are measures, and areas across the top are areas", async () => {
  const years = [2019, 2020, 2021, 2022];
  const block = (name: string, values: (at: number) => readonly (number | string)[]) =>
    years.map((year, at) => [at === 0 ? name : "", year, ...values(at)].join());
  const { spec, dataset } = await guessOf(
    lines(
      "Thefts,Reference period,Canada,Quebec,Ontario,British Columbia 6",
      ...block("Number of thefts", (at) => [820 + at, 90 + at, 260 + at, 110 + at]),
      ...block('"Theft rates per 100,000 population"', (at) => [1.48, 0.88 + at / 10, 1.15, 1.89]),
      ...block("Percentage change in theft rates", (at) => [1.71, 2.36 + at, -7.87, 18.3]),
    ),
  );
  expect(
    Object.values(spec.measures)
      .map(({ statType }) => statType)
      .sort(),
  ).toEqual(["count", "quantity", "rate"]);
  expect(
    dataset
      ?.categories("area")
      .map(({ label }) => label)
      .toSorted(),
  ).toEqual(["British Columbia", "Canada", "Ontario", "Quebec"]);
});

test("what is told of both sexes, by its letters, is no measure, and a code says for how many a rate is", async () => {
  const rows = ["AUS", "AUT", "BEL", "CAN"].flatMap((area, own) =>
    ["TOT", "MEN", "WOMEN"].flatMap((of, at) =>
      [2018, 2019].map((year) => `${area},FALLS,${of},100000PER,A,${year},${11.5 + own + at * 3.2}`),
    ),
  );
  const { spec } = await guessOf(lines("LOCATION,INDICATOR,SUBJECT,MEASURE,FREQUENCY,TIME,Value", ...rows));
  expect(Object.values(spec.measures)).toMatchObject([{ statType: "rate", per: 100_000 }]);
  expect(Object.keys(spec.dimensions)).toContain("subject");
});

test.each([
  ["TCO2e", "tonnes of CO2e"],
  ["Urban areas HPI", "index points"],
])("%s is told in %s", async (heading, unit) => {
  const rows = towns.map((town, at) => `${town},${1200.45 + at * 31.7}`);
  const { spec } = await guessOf(lines(`Town,${heading}`, ...rows));
  expect(Object.values(spec.measures)[0]?.unit.other).toBe(unit);
});

test.each([
  ["Median age", "Mean age"],
  ["평균연령", "연령중위수"],
  ["平均年齢", "中位数年齢"],
])("%s among counts of people is none of them, and leaves small counts to be hidden", async (first, second) => {
  const ages = ["0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70+"];
  const rows = ["Ayr", "Bray", "Cobh"].flatMap((town, own) => [
    ...ages.map((age, at) => `${town},${age},${(own + 2) * (at + 1) * 7 - 12}`),
    `${town},${first},${38.4 + own}`,
    `${town},${second},${41.5 + own}`,
  ]);
  const { spec, remarks } = await guessOf(lines("Town,Age,Residents", ...rows));
  expect(Object.values(spec.measures)).toMatchObject([{ statType: "count" }]);
  expect(spec.layout?.rows?.except).toMatchObject({ Age: [first, second] });
  expect(remarks.get("layout.rows")).toContain("averages");
});

test("places across count what the title says, and where it says nothing else, themselves", async () => {
  const content = `Area,Home,Care home,Hospital\n${"Kent,Essex,Devon,Dorset,Surrey,Norfolk"
    .split(",")
    .map((name, at) => `${name},${31 + at * 7},${112 - at * 5},${204 + at * 11}`)
    .join("\n")}\n`;
  const unitsOf = async (title: string) =>
    Object.values((await guessOf(content, { title, called: "Table" })).spec.measures).map(({ unit }) => unit.other);
  expect(await unitsOf("Number of deaths by area and place of occurrence, 2015")).toEqual([
    "deaths",
    "deaths",
    "deaths",
  ]);
  expect(await unitsOf("Hospitals by area")).toContain("hospitals");
});

test("groups across are of what the title says, also beside the regions of its places, and no area is counted", async () => {
  const rows = ["Leinster,Carlow", "Leinster,Dublin", "Leinster,Kildare", "Munster,Clare", "Munster,Cork"];
  const table = lines(
    "Thefts by type and county,,,,",
    "Province,County,Urban,Rural,Mixed areas",
    ...rows.map((names, at) => `${names},${618 + ((at * 385) % 771)},${512 + ((at * 843) % 844)},${583 + at * 131}`),
  );
  const { spec } = await guessOf(table, { title: "Thefts by type and county" });
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["County", "Type"]);
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Thefts", unit: { other: "thefts" } }]);
  const mixed = await guessOf(lines("Town,Mixed areas", ...counts(17)));
  expect(Object.values(mixed.spec.measures)).toMatchObject([{ unit: { other: "(unit not stated)" } }]);
});

test("a count of which a few have decimals is one, and these are not available", async () => {
  const rows = Array.from({ length: 400 }, (_, at) => `Town ${at},${at === 77 ? 96.5 : 12 + ((at * 31) % 97)}`);
  const { spec, dataset, remarks } = await guessOf(lines("Town,Number of offences", ...rows));
  expect(spec.measures.numberOfOffences).toMatchObject({ statType: "count", unit: { other: "offences" } });
  expect(remarks.get("layout.unreadableCells")).toContain("have decimals");
  expect(dataset?.observations.filter(({ cell }) => cell.state === "missing")).toHaveLength(1);
  const scores = await guessOf(lines("Town,Score", ...rows));
  expect(Object.values(scores.spec.measures)).toMatchObject([{ statType: "quantity" }]);
});

test("what is no plural of anything, nor a place, names nothing that is counted", async () => {
  const unitOf = async (heading: string) =>
    Object.values((await guessOf(lines(`Town,${heading}`, ...counts(17)))).spec.measures)[0]?.unit.other;
  expect(await unitOf("Offender given absolute discharge")).toBe("(unit not stated)");
  expect(await unitOf("Nationality citizen")).toBe("(unit not stated)");
  expect(await unitOf("Confirmed case count")).toBe("confirmed cases");
  expect(await unitOf("Number of times tactics were used")).toBe("times");
  expect(await unitOf("Approximate number of trees")).toBe("trees");
});

test("a rate that is called by how it was worked out is of what the title counts", async () => {
  const rows = towns.map((town, at) => `${town},${120 + ((at * 31) % 47)},${20.5 + at}`);
  const { spec, remarks } = await guessOf(
    lines('"Drug deaths in 2024",,', "Town,Number,Age-standardised rate (per 100 000 population)", ...rows),
    { title: "Drug deaths in 2024", called: "table-1" },
  );
  const [, rate] = Object.entries(spec.measures)[1] ?? [];
  expect(rate).toMatchObject({ statType: "rate", unit: { other: "drug deaths" } });
  expect([...remarks].some(([field, text]) => field.endsWith(".unit") && text.includes("the title"))).toBe(true);
});

describe("years and titles say what is counted", () => {
  test.each([
    ["2010 volunteers", "volunteers"],
    ["Libraries closed since 2010", "libraries closed"],
    ["Number of police personnel", "police personnel"],
    ["Todesfälle gesamt", "Todesfälle"],
  ])("%s: %s", async (heading, unit) => {
    const { spec } = await guessOf(lines(`Town,${heading}`, ...counts(17)));
    expect(Object.values(spec.measures)[0]?.unit.other).toBe(unit);
  });

  test("rates of tax below a title of numbers are numbers of those who pay them, and no averages are", async () => {
    const rows = towns.map((town, at) => `${town},${1200 + at * 31},${900 + ((at * 37) % 29)},${310 + at * 3}`);
    const table = lines("Town,Basic rate,Higher rate,Average income", ...rows);
    const { spec } = await guessOf(table, { title: "Number of taxpayers by rate and town" });
    expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count", "count", "mean"]);
    const { spec: other } = await guessOf(table, { title: "Taxes by town" });
    expect(Object.values(other.measures).map(({ statType }) => statType)).not.toContain("count");
  });

  test("a table of deaths in a country has no dangling words, and a difference of lives is in years", async () => {
    const { spec } = await guessOf(
      lines(
        "Town,Life expectancy (a long source),Women minus men life expectancy (a long source),Men minus women life expectancy (a long source)",
        ...towns.map((town, at) => `${town},${70.5 + at},${4.5 - at},${at - 4.5}`),
      ),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["years", "years", "years"]);
  });

  test("percentages are parts of one where their heading says so, and their figures have many decimals", async () => {
    const rows = towns.map((town, at) => `${town},${0.4365504446 + at / 10.3}`);
    const { spec, remarks } = await guessOf(lines("Town,Percent of adults", ...rows));
    expect(Object.values(spec.measures)).toMatchObject([{ statType: "share", fractions: true, unit: { other: "%" } }]);
    expect([...remarks.values()].join(" ")).toContain("read as parts of 1");
  });

  test("thousands of persons are told by a part of a heading", async () => {
    const rows = towns.map((town, at) => `${town},${529 + at * 7}`);
    const { spec } = await guessOf(
      lines("Employment by town", "(In thousands)", 'Town,"Employed total, Persons, Trend"', ...rows),
    );
    expect(Object.values(spec.measures)[0]?.unit.other).toBe("thousand persons");
  });
});

describe("a name counts nothing", () => {
  const years = (columns: number) =>
    [2017, 2018, 2019, 2020, 2021].map((year, at) =>
      [year, ...Array.from({ length: columns }, (_, own) => 1200 + at * 37 + own * 211)].join(),
    );
  const unitsOf = (spec: Awaited<ReturnType<typeof guessOf>>["spec"]) =>
    Object.values(spec.measures).map(({ unit }) => unit.other);

  test("of a place that stands before what is counted there, with its source", async () => {
    const { spec } = await guessOf(
      lines(
        ",England and Wales (register),,Wales (inspectors),",
        "Year,Deaths from falls,All deaths,Deaths from falls,All deaths",
        ...years(4),
      ),
    );
    expect(unitsOf(spec)).toEqual(["deaths from falls", "deaths"]);
  });

  test("of a place, with a total behind it", async () => {
    const { spec } = await guessOf(lines("Year,Wales total,England total", ...years(2)));
    expect(unitsOf(spec).join()).not.toMatch(/wales|england/iu);
  });

  test("that only looks like a plural, among others that do not", async () => {
    const { spec } = await guessOf(
      lines("Year,Oldtown,Paradies,Egghill,Kingsbury,Staad,Bridgefoot,Wallham", ...years(7)),
    );
    expect(new Set(unitsOf(spec))).toEqual(new Set(["(unit not stated)"]));
  });

  test("unless it is one of things that are counted", async () => {
    const { spec } = await guessOf(
      lines("Year,Oldtown,Deaths,Egghill,Kingsbury,Staad,Bridgefoot,Wallham", ...years(7)),
    );
    expect(unitsOf(spec)[1]).toBe("deaths");
  });

  test("of years that stand twice in each heading", async () => {
    const rows = towns.map((town, at) => `${town},${120 + at}.5,${140 + at}.25,${150 + at}.75`);
    const { spec } = await guessOf(lines("Town,(2018) 2018,(2019) 2019,(2020) 2020", ...rows), {
      title: "Use of water",
    });
    expect(JSON.stringify(spec.measures)).not.toContain("*");
  });
});

test("a name of several parts counts what comes last, and estimates of a population are people", async () => {
  const { spec } = await guessOf(
    `Area,Black Bags - Household Incidents,"Chemical Drums, Oil, Fuel Incidents",Mid population estimates\n${["Ayr", "Bray", "Cobh", "Deal", "Eye"].map((area, at) => `${area},${31 + at * 7},${12 + at * 3},${41_870 + at * 911}`).join("\n")}\n`,
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["incidents", "incidents", "people"]);
});

test("a share of a number is not called by the number alone", async () => {
  const rows = towns.map((town, at) => `${town},${1210 + at * 31},${12.5 + at},${3.4 + at}`);
  const { spec } = await guessOf(lines(",Number,% of Total,Grades", "Subject,Sat,No. Sat,A*", ...rows));
  const shares = Object.values(spec.measures).filter(({ unit }) => unit.other === "%");
  expect(shares.map(({ label }) => label)).toEqual(["% of Total: No. Sat"]);
});

test("births and deaths that a column names below a population are measures of their own, and groups of people are none", async () => {
  const of = async (names: readonly string[]) => {
    const rows = [2019, 2020, 2021].flatMap((year, more) =>
      names.map((name, at) => `${name},${year},${20_450 + at * 3100 + more * 170}`),
    );
    const { spec } = await guessOf(["Components,Year,Population", ...rows].join("\n"), { title: "Estimates" });
    return Object.values(spec.measures).map(({ label, unit }) => [label, unit.other]);
  };
  expect(await of(["births", "deaths"])).toEqual([
    ["Births", "births"],
    ["Deaths", "deaths"],
  ]);
  expect(await of(["Live births", "Deaths", "Net migration"])).toHaveLength(3);
  expect(await of(["Urban", "Rural"])).toEqual([["Population", "people"]]);
});
