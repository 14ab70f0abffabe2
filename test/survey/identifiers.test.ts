import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const twelve = Array.from({ length: 12 }, (_, at) => at);

describe("keys are known by their values", () => {
  test("numbers of one length before the names, whatever stands above them", async () => {
    const rows = twelve.map((at) => `${10_003_876 + at * 97},College ${"abcdefghijkl"[at]},${140 + at * 11}`);
    const { spec } = await guessOf(lines("Provider,Name,Learners", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["learners"]);
    expect(Object.keys(spec.dimensions)).toEqual(["name"]);
  });

  test("numbers that stand for a name each, in several rows", async () => {
    const rows = twelve.flatMap((at) =>
      [2019, 2020].map((year) => `College ${"abcdefghijkl"[at]},${year},${10_003_876 + at * 97},${140 + at * 11}`),
    );
    const { spec } = await guessOf(lines("Name,Year,Provider,Learners", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["learners"]);
  });

  test("counts of one length after the names stay counts", async () => {
    const rows = twelve.map((at) => `Ward ${"abcdefghijkl"[at]},${16_202 + at * 131}`);
    const { spec } = await guessOf(lines("Ward,People", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["people"]);
  });

  test("UUIDs", async () => {
    const rows = twelve.map(
      (at) => `6fa459ea-ee8a-3ca4-894e-db77e160${1000 + at},Town ${"abcdefghijkl"[at]},${at * 7}`,
    );
    const { spec } = await guessOf(lines("Thing,Town,Loans", ...rows));
    expect(Object.keys(spec.dimensions)).toEqual(["town"]);
  });

  test("zeros and ones that say whether something is so are no figures", async () => {
    const rows = twelve.map((at) => `Town ${"abcdefghijkl"[at]},${at % 2},${at * 7}`);
    const { spec } = await guessOf(lines("Town,is_coastal,Loans", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["loans"]);
    expect(spec.layout?.ignore).toEqual(["is_coastal"]);
  });

  test("official codes beside names make them areas, also where one row has none", async () => {
    const rows = twelve.map((at) => `E060000${10 + at},Town ${"abcdefghijkl"[at]},${40 + at}.5`);
    const { spec, remarks } = await guessOf(lines("CD,NM,Median age", ...rows, "#Average,Average,41.2"));
    expect(spec.dimensions.nm?.role).toBe("area");
    expect(spec.layout?.rows?.except).toEqual({ NM: ["Average"] });
    expect(remarks.get("layout.rows")).toContain("several of the others");
  });

  test("codes of areas alone name the rows, but for the few that have none", async () => {
    const rows = Array.from({ length: 198 }, (_, at) => `${10_001 + at * 2},${at}.5,${at}`);
    const { spec } = await guessOf(lines("fips,Cases a head,Change", ...rows, "NA,3.5,1", "NA,4.5,2"));
    expect(spec.dimensions.fips?.role).toBe("area");
  });
});

describe("areas of several levels, each in a column of its own", () => {
  const csv = lines(
    "time_period,geographic_level,country_name,region_name,la_name,pupils,percent_absent",
    "2023,National,England,,,9000,5.5",
    "2023,Regional,England,North East,,4000,5.1",
    "2023,Regional,England,London,,5000,5.9",
    "2023,Local authority,England,North East,Durham,2500,5.2",
    "2023,Local authority,England,North East,Hartlepool,1500,5.0",
    "2023,Local authority,England,London,Barnet,3000,5.7",
    "2023,Local authority,England,London,Brent,2000,6.1",
  );

  test("are one dimension, of the smallest that each row names", async () => {
    const { spec, dataset, remarks } = await guessOf(
      csv.replaceAll(/,(?:National|Regional|Local authority|geographic_level)(?=,)/gu, ""),
    );
    expect(spec.layout?.dimensions?.area).toEqual({ firstOf: ["la_name", "region_name", "country_name"] });
    expect(spec.dimensions.area?.role).toBe("area");
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual([
      "England",
      "North East",
      "London",
      "Durham",
      "Hartlepool",
      "Barnet",
      "Brent",
    ]);
    expect(remarks.get("layout.dimensions.area")).toContain("several levels");
  });

  test("without those that a column says to be of another level than most, but for their total", async () => {
    const { spec, dataset, remarks } = await guessOf(csv);
    expect(spec.layout?.rows?.except).toEqual({ geographic_level: ["Regional"] });
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual([
      "England",
      "Durham",
      "Hartlepool",
      "Barnet",
      "Brent",
    ]);
    expect(spec.dimensions.area).toMatchObject({ role: "area", total: "england" });
    expect(remarks.get("layout.rows")).toContain('several levels, by "geographic_level"');
  });

  test("a name in two levels is left as it is", async () => {
    const { spec } = await guessOf(
      lines("Region,District,Loans", "Luxembourg,,40", "Luxembourg,Luxembourg,20", "Luxembourg,Diekirch,20"),
    );
    expect(spec.layout?.dimensions?.area).toBeUndefined();
  });
});

describe("periods in headings with several measures", () => {
  test("in the midst", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Area,pop_2017,out_2017,out_2017_pct,pop_2010,out_2010,out_2010_pct,diff",
        "Kent,900,40,4.5,800,44,5.5,-1",
        "Essex,700,24,3.5,600,27,4.5,-1",
      ),
    );
    expect(spec.layout?.wide?.columns).toEqual(["{measure}_{period}_{measure}", "{measure}_{period}"]);
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Pop", "Out", "Out pct"]);
    const found = dataset?.observations.filter(({ measure, at }) => measure === "outPct" && at.area === "kent");
    expect(found?.map(({ cell }) => cell.state === "value" && cell.value).sort()).toEqual([4.5, 5.5]);
  });

  test("years of two digits", async () => {
    const { spec, dataset } = await guessOf(
      lines("Town,Pupils 13/14,Rate 13/14,Pupils 14/15,Rate 14/15", "Dover,40,5.5,50,6.5", "Deal,60,4.5,70,5.5"),
    );
    expect(spec.layout?.wide?.columns).toBe("{measure} {period}");
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2013/14", "2014/15"]);
  });

  test("ages are none", async () => {
    const { spec } = await guessOf(lines("Town,Aged 16/17,Aged 18/19", "Dover,40,55", "Deal,60,45"));
    expect(spec.layout?.wide?.columns ?? "").not.toContain("period");
  });
});

describe("figures say what they are", () => {
  test("a point stands between thousands where some numbers have three digits and no point", async () => {
    const { dataset, remarks } = await guessOf(
      lines("Region,People", "Abruzzo,349", "Lazio,83.036", "Molise,3.110", "Umbria,58", "Veneto,34.827"),
    );
    const values = dataset?.observations.map(({ cell }) => cell.state === "value" && cell.value);
    expect(values).toEqual(expect.arrayContaining([83_036, 3110, 349]));
    expect(remarks.get("layout.decimal")).toContain("thousands");
  });

  test.each([
    ["Receiving under 10 Mbps (%)", "share", "%"],
    ["nr_of_payments", "count", "payments"],
    ["Gas price (Dollars per Million Btu)", "quantity", "Dollars per Million Btu"],
    ["body_mass_g", "quantity", "g"],
    ["In person", "count", "in person"],
  ])("%s", async (heading, statType, unit) => {
    const isWhole = statType === "count" || heading === "body_mass_g";
    const rows = twelve.map((at) => `Town ${"abcdefghijkl"[at]},2019,${isWhole ? 40 + at * 300 : `${at + 3}.5`}`);
    const { spec } = await guessOf(lines(`Town,Year,"${heading}"`, ...rows));
    const [measure] = Object.values(spec.measures);
    expect([measure?.statType, measure?.unit.other]).toEqual([statType, unit]);
  });

  test("the unit of one heading is not that of another that counts", async () => {
    const rows = twelve.map((at) => `2020-${String(at + 1).padStart(2, "0")},${at * 40},${at * 3}.5`);
    const { spec } = await guessOf(lines("Month,volunteer_shifts,volunteer_hours", ...rows));
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["volunteer shifts", "hours"]);
  });

  test("two columns that add up to 100 are shares", async () => {
    const rows = twelve.map((at) => `Town ${"abcdefghijkl"[at]},${48 + at / 10},${52 - at / 10}`);
    const { spec } = await guessOf(lines("Town,Female,Male", ...rows));
    expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["share", "share"]);
  });

  test("a column of one indicator names its figures and their bounds", async () => {
    const rows = twelve.map(
      (at) => `Anaemia in women (%),Land ${"abcdefghijkl"[at]},${at + 10}.5,${at + 8}.5,${at + 12}.5`,
    );
    const { spec } = await guessOf(
      lines("Indicator,Country,FactValueNumeric,FactValueNumericLow,FactValueNumericHigh", ...rows),
    );
    expect(Object.values(spec.measures).map(({ label, unit }) => [label, unit.other])).toEqual([
      ["Anaemia in women (%)", "%"],
      ["Anaemia in women: low", "%"],
      ["Anaemia in women: high", "%"],
    ]);
  });

  test("a count that is the same in all categories is the number of all of them, and gives no small count away", async () => {
    const rows = ["Leeds", "Wales", "Moray", "Fife"].flatMap((place, at) =>
      ["low", "middle", "high"].map((band, index) => `${place},${band},${at + index + 1},${100 + at * 10}`),
    );
    const { spec, remarks } = await guessOf(lines("Partner,Band,Patients,All patients", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["patients"]);
    expect(remarks.get("layout.ignore")).toContain("number of all of them");
  });

  test("what lies below one heading is called by both where it says nothing alone", async () => {
    const { spec } = await guessOf(
      lines("Area,All residents,Aged 18 and over,", ",,Total,Percent", "Kent,900,700,77.5", "Essex,800,600,75.5"),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toContain("Aged 18 and over: Total");
  });
});

describe("what a second look at published tables showed", () => {
  const roles = async (csv: string) => {
    const { spec } = await guessOf(csv);
    return Object.fromEntries(Object.entries(spec.dimensions).map(([id, { role }]) => [id, role]));
  };

  test("settings below Location are no areas", async () => {
    const rows = [2019, 2020].flatMap((year) =>
      ["All", "Care home", "Hospital", "Other"].map((place, at) => `${year},${place},${at + 10}`),
    );
    expect(await roles(lines("Year,Location,Deaths", ...rows))).toMatchObject({ location: "category" });
  });

  test("of communes and provinces, communes are the areas", async () => {
    const rows = twelve.map((at) => `P${at % 3}a,Comune ${"abcdefghijkk"[at]},${at * 50 + 7}`);
    expect(await roles(lines("province,comune,population", ...rows, "P1b,Comune k,90"))).toMatchObject({
      comune: "area",
    });
  });

  test("a sum of something is not said to be counted", async () => {
    const rows = twelve.map((at) => `Town ${"abcdefghijkl"[at]},${at * 40},${at * 39_000}`);
    const { remarks } = await guessOf(lines("Town,count_total,sum_total", ...rows));
    expect(remarks.get("measures.sumTotal.statType")).toContain("amounts");
  });

  test("what a rate of exchange is against is not its unit", async () => {
    const rows = twelve.map((at) => `Land ${"abcdefghijkl"[at]},2013,${at + 1}.25`);
    const { spec } = await guessOf(lines("Country,Year,exchange_rates_to_uk_pound", ...rows));
    expect(Object.values(spec.measures)[0]?.unit.other).not.toBe("pounds");
  });

  test("headings above blank ones belong to the table, and 90% of an interval is no percentage", async () => {
    const rows = twelve.map((at) => `${at + 1},Land ${"abcdefghijkl"[at]},${90 - at},7,${88 - at},${93 - at}`);
    const { spec } = await guessOf(
      lines("Rank,Country,Score,Surveys,90% Confidence interval,", ",,,,Lower,Upper", ...rows),
    );
    const kinds = Object.values(spec.measures).map(({ label, statType }) => [label, statType]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ["Score", "quantity"],
        ["Score, lower bound", "quantity"],
      ]),
    );
  });

  test("several units in one column are those of as many measures", async () => {
    const rows = twelve.flatMap((at) =>
      ["CO2,Gg", "Sulphur,Tonnes"].map((gas) => `Land ${"abcdefghijkl"[at]},${gas},${at}.5,${at + 1}.5`),
    );
    const { spec, dataset } = await guessOf(lines("Party,Gas,Unit,1990,1991", ...rows));
    expect(spec.layout?.long).toEqual({ measure: "Gas" });
    expect(spec.measures).toMatchObject({ co2: { unit: { other: "Gg" } }, sulphur: { unit: { other: "tonnes" } } });
    expect(dataset?.observations).toHaveLength(48);
  });

  test("years of groups among many other headings are no periods", async () => {
    const groups = ["2000 to 2009", "1990 to 1999", "1980 to 1989"].map((years) => `Moved in ${years} - count`);
    const others = twelve.map((at) => `Group ${"abcdefghijkl"[at]} - count`);
    const row = (from: number) => [...groups, ...others].map((_, at) => from + at * 11).join(",");
    const { dataset } = await guessOf(
      lines(`Area,${[...groups, ...others].join(",")}`, `Kent,${row(100)}`, `Essex,${row(300)}`, `Devon,${row(500)}`),
    );
    expect(dataset?.observations).toHaveLength(45);
  });

  test("Hybrid is no id", async () => {
    const rows = twelve.map((at) => `2019-${String(at + 1).padStart(2, "0")},${5500 - at * 17},${900 + at}`);
    const { spec } = await guessOf(lines("Month,Hybrid,Bond", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["hybrid", "bond"]);
  });

  test("no indicator is the total of others", async () => {
    const rows = ["Kent", "Essex", "Surrey"].flatMap((area) =>
      ["Smoking", "Drinking", "Licences - Total"].map((name, at) => `${area},2019,${name},${at * 7}.5,${at * 30}`),
    );
    const { spec } = await guessOf(lines("Area,Year,Indicator,Measure,Numerator", ...rows));
    expect(spec.dimensions.indicator).not.toHaveProperty("total");
  });
});

describe("numbers of things among what is not known of them", () => {
  test("telephone numbers, codes with a few letters, and numbers that nearly grow before the names", async () => {
    const phones = twelve.map(
      (at) => `Town ${"abcdefghijkl"[at]},${at === 5 ? "NA" : `0161749${2000 + at}`},${at * 7}`,
    );
    expect(Object.keys((await guessOf(lines("Town,Telephone,Loans", ...phones))).spec.measures)).toEqual(["loans"]);
    const codes = twelve.map((at) => `${at === 11 ? "U" : String(at + 1).padStart(2, "0")},Trade ${at},${at * 7}`);
    expect(Object.keys((await guessOf(lines("Notation,Label,Loans", ...codes))).spec.measures)).toEqual(["loans"]);
    const classes = twelve.map((at) => `${at === 11 ? 90 : 101 + at},Aim ${"abcdefghijkl"[at]},${at * 7}`);
    expect(Object.keys((await guessOf(lines("class no,Aim,Loans", ...classes))).spec.measures)).toEqual(["loans"]);
  });

  test("a longitude that has no latitude, and the reference area of SDMX, which may be blank", async () => {
    const places = twelve.map((at) => `Town ${"abcdefghijkl"[at]},${at === 3 ? "NA" : `-${at}.48913`},${at * 7}`);
    expect(Object.keys((await guessOf(lines("Town,Longitude,Loans", ...places))).spec.measures)).toEqual(["loans"]);
    const rows = [2019, 2020].flatMap((year) => ["", "KZALM", "KZATY"].map((area, at) => `${year},${area},${at}0.7`));
    const { spec } = await guessOf(lines("Year,REF_AREA,Value", ...rows));
    expect(spec.dimensions).toMatchObject({ refArea: { role: "area" } });
    expect(spec.dimensions).not.toHaveProperty("case");
  });

  test("entities of which none is a place are no areas", async () => {
    const kinds = [
      "All disasters",
      "Drought",
      "Earthquake",
      "Epidemic",
      "Flood",
      "Fog",
      "Landslide",
      "Storm",
      "Wildfire",
    ];
    const rows = kinds.flatMap((kind, at) => [1990, 1991].map((year) => `${kind},${year},${at * 70 + 7}`));
    expect((await guessOf(lines("Entity,Year,Deaths", ...rows))).spec.dimensions.entity).toMatchObject({
      role: "category",
    });
  });

  test("a heading over numbers and their names is that of the names", async () => {
    const rows = twelve.map((at) => `${at + 1},House ${"abcdefghijkl"[at]},${at * 7}`);
    const { spec } = await guessOf(lines("Pollster,,Polls", ...rows));
    expect(spec.dimensions).toMatchObject({ pollster: { label: "Pollster" } });
  });

  test("the unique reference number of a school is none of a case: two schools of one name are told apart by it", async () => {
    const rows = twelve.map((at) => `Holy ${"abcdefghijkk"[at]},${106_167 + at * 97},M16 0${at},${140 + at * 11}`);
    const { spec } = await guessOf(lines("name,unique_reference_number,postcode,pupils", ...rows));
    expect(Object.keys(spec.dimensions)).not.toContain("uniqueReferenceNumber");
  });

  test("numbers of an inventory and codes in other words are none, and a state's code beside its name makes no codes of its figures", async () => {
    const rows = twelve.map(
      (at) => `2009.1${at + 10},${537_000 + at * (at % 2 ? 3 : -2)},Cloth ${"abcdefghijkl"[at]},${at * 7}`,
    );
    expect(Object.keys((await guessOf(lines("inventar_nummer,codOrgao,name,lent", ...rows))).spec.measures)).toEqual([
      "lent",
    ]);
    const states = twelve.map((at) => `${2004 + at},${14 + at},${27 + at * 2}`);
    const { dataset } = await guessOf(lines(",Idaho [us-id],Ohio [us-oh]", "Values are an index of 100,,", ...states));
    expect(dataset?.periods()).toHaveLength(12);
    expect(dataset?.observations.filter(({ cell }) => cell.state === "value")).toHaveLength(24);
  });

  test("figures with a decimal below a heading that is elsewhere the name of a code are none", async () => {
    const rows = twelve.map((at) => `${2004 + at},${378 + at}.${at % 10},${31 + at}.${(at * 3) % 10}`);
    const { spec } = await guessOf(lines("Year,& Soc A,& Recr", ...rows));
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["& Soc A", "& Recr"]);
  });

  test("a vocabulary is named by its number, and counts nothing", async () => {
    const rows = twelve.map((at) => `X-${at},${[1, 2, 99][at % 3]},${60 - at}.5`);
    const { spec } = await guessOf(lines("activity,sector_vocabulary,share_pct", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["sharePct"]);
  });
});

test.each(["apn", "Parcel Number", "parcel_id", "Lot no", "Contact number", "Patient number"])(
  "numbers of things are no figures: %s",
  async (heading) => {
    const rows = twelve.map((at) => `Town ${"abcdefghijkl"[at]},${510_700 + at * 37},${at * 7}`);
    const { spec } = await guessOf(lines(`Town,${heading},Loans`, ...rows));
    expect(Object.keys(spec.measures)).toEqual(["loans"]);
  },
);

test("where each figure was taken from is no dimension", async () => {
  const rows = twelve.map(
    (at) => `${2010 + at},${400 + at * 7},County${["", " - all-time high", " (as of Dec 30)"][at % 3]}`,
  );
  const { spec } = await guessOf(lines("year,deaths,source", ...rows));
  expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["time"]);
  // Where each of several says something else of one year, it is one.
  const both = twelve.flatMap((at) =>
    ["Police", "Hospitals"].map((own, of) => `${2010 + at},${400 + at * 7 + of},${own}`),
  );
  expect(Object.keys((await guessOf(lines("year,deaths,source", ...both))).spec.dimensions)).toHaveLength(2);
});

test("sexes as numbers are no figures, also of a few rows", async () => {
  const rows = ["Kent", "Essex"].flatMap((area) =>
    [2019, 2020].flatMap((year) => [1, 2].map((sex, at) => `${area},${year},${sex},${44 + year - 2010 + at * 3}`)),
  );
  const { spec, remarks } = await guessOf(lines("area,year,sex,deaths", ...rows));
  expect(Object.keys(spec.measures)).toEqual(["deaths"]);
  expect(spec.layout).not.toHaveProperty("repeatedRows");
  expect(remarks.get("dimensions.sex")).toContain("Codes in place of names");
});

test("whole numbers before names that each stand for one are their numbers, whatever they are called", async () => {
  const stations = [
    "Acton Town",
    "Angel",
    "Balham",
    "Bank",
    "Barbican",
    "Barking",
    "Bow Road",
    "Brixton",
    "Camden Town",
  ];
  const rows = stations.flatMap((name, at) =>
    ["Early", "Midday", "Late"].map(
      (time, on) => `${500 + at * 3},${name},${time},${40 + at * 7 + on},${90 + at * on}`,
    ),
  );
  const { spec } = await guessOf(lines("NLC,Station,Time of day,Bus,Walked", ...rows));
  expect(JSON.stringify(spec.layout)).toContain('"ignore":["NLC"]');
  expect(JSON.stringify(spec.dimensions)).not.toContain("NLC");
});

test("short names of parties above votes are neither codes nor percentages", async () => {
  const rows = Array.from({ length: 24 }, (_, at) => {
    const votes = (size: number) => 7 + ((at * 7919 + size * 131) % size);
    return `${"ABCDEFGHIJKLMNOPQRSTUVWX"[at]}shire,${votes(21_000)},${at % 3 === 0 ? votes(9000) : ""},${at % 4 === 0 ? votes(1200) : ""}`;
  });
  const { spec } = await guessOf(`Constituency,Lab,PC,Soc Lab\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures).map(({ label, statType }) => [label, statType])).toEqual([
    ["Lab", "count"],
    ["PC", "count"],
    ["Soc Lab", "count"],
  ]);
  // Occupations have codes.
  const jobs = rows.map((row, at) => `${1111 + at},${row.split(",").slice(0, 2).join()}`);
  const { spec: other } = await guessOf(`SOC code,Occupation,Jobs\n${jobs.join("\n")}\n`);
  expect(Object.keys(other.measures)).toEqual(["jobs"]);
});

test("homes in `Ein- und Zweifamilienhäuser`, and few votes of `Soc`, are no codes", async () => {
  const rows = twelve.map((at) => `Stadtteil ${"ABCDEFGHIJKL"[at]},${17 + ((at * 71) % 640)},${at === 3 ? 143 : ""}`);
  const { spec } = await guessOf(`Stadtteil,Wohnungen in Ein- und Zweifamilienhäusern,Soc\n${rows.join("\n")}\n`);
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "Wohnungen in Ein- und Zweifamilienhäusern",
    "Soc",
  ]);
});

describe("whole numbers that count nothing", () => {
  const cases = Array.from({ length: 60 }, (_, at) => at);

  test("codes of communes, and numbers of their constituencies", async () => {
    const rows = cases.map((at) => `${1 + Math.floor(at / 6)},${20_101 + at * 7_013},Gmina ${at}a,${812 + at * 3}`);
    const { spec } = await guessOf(lines("Nr okr.,TERYT,Gmina,Karty", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["karty"]);
  });

  test("numbers of something, minutes and conditions of people are counts", async () => {
    const rows = twelve.map((at) => `Town ${"abcdefghijkl"[at]},${1 + (at % 5)},${75 + at * 3},${at * 2}`);
    for (const heading of ["Nr of fires", "Nr fires", "Nr children injured"]) {
      const { spec } = await guessOf(lines(`Town,${heading},Waiting time,Health conditions`, ...rows));
      expect(Object.keys(spec.measures), heading).toHaveLength(3);
    }
  });
});

describe("numbers of names are no figures", () => {
  const names = Array.from({ length: 40 }, (_, at) => `${"ABCDE"[at % 5]}${"aeiou"[Math.floor(at / 5) % 5]}l${at}`);

  test("`LA` beside `LA Name`, each of which stands in several rows", async () => {
    const rows = names.flatMap((name, at) =>
      ["First", "Second"].map(
        (school) => `${831 + (at % 20)},Town ${"abcdefghijklmnopqrst"[at % 20]},${school} ${name},${140 + at * 11}`,
      ),
    );
    const { spec } = await guessOf(lines("LA,LA Name,School,Pupils", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["pupils"]);
  });

  test("numbers of one length, one for each name, whatever they are called", async () => {
    const rows = names.flatMap((name, at) =>
      [2019, 2020].map((year) => `${name},${year},${1023 + at * 97},${40 + at * 11 + (year % 7)}`),
    );
    const { spec } = await guessOf(lines("Site,Year,Estabcode7,Learners", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["learners"]);
  });

  test("a priority of 1, 2 or 5, and who was elected first", async () => {
    const rows = names.map((name, at) => `${name},${[1, 2, 5][at % 3]},${1 + (at % 3)},${4000 + at * 31}`);
    const { spec } = await guessOf(lines("Name,EU priority,Elected ordinal,Grant amount", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["grantAmount"]);
  });

  test.each(["geog_c", "", "Old"])(
    "numbers of councils, with letters for their regions, below `%s`",
    async (heading) => {
      const rows = names.map(
        (name, at) => `${name},${at < 9 ? "ABCDEFGHI"[at] : 207 + ((at * 311) % 730)},${140 + at * 11}`,
      );
      const { spec } = await guessOf(lines(`geog_n,${heading},Pupils`, ...rows));
      expect(Object.keys(spec.measures)).toEqual(["pupils"]);
      expect(spec.markers ?? {}).toEqual({});
    },
  );

  test("neither a number nor a letter of the whole country", async () => {
    const rows = names.map(
      (name, at) => `${["", ..."ABCDEFGH"][at] ?? 207 + ((at * 311) % 730)},${name},${140 + at * 11}`,
    );
    const { spec } = await guessOf(lines(",Area,Pupils", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["pupils"]);
  });

  test("numbers of areas by their heading, without any letter", async () => {
    const rows = names.map((name, at) => `${name},${207 + ((at * 311) % 730)},${140 + at * 11}`);
    const { spec } = await guessOf(lines("geog_n,geog_c,Pupils", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["pupils"]);
  });

  test("letters that mark hidden counts are none of names", async () => {
    const rows = names.map((name, at) => `${name},${at % 8 === 0 ? "CDS"[at % 3] : 207 + ((at * 311) % 730)}`);
    const { spec } = await guessOf(lines("Site,Pupils", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["pupils"]);
  });

  test("counts that differ from row to row of a name stay", async () => {
    const rows = names.flatMap((name, at) =>
      [2019, 2020].map((year) => `${name},${year},${1023 + at * 97 + (year % 2)}`),
    );
    const { spec } = await guessOf(lines("Site,Year,Learners", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["learners"]);
  });

  test("answers that were counted below `No`, beside those below `Yes`, are no numbers of rows", async () => {
    const rows = twelve.map((at) => {
      const [yes, no] = [30_112 + ((at * 7919) % 5000), 9877 + ((at * 6151) % 4000)];
      return `Ward ${"abcdefghijkl"[at]},${yes},${((yes * 100) / (yes + no)).toFixed(1)},${no},${((no * 100) / (yes + no)).toFixed(1)}`;
    });
    const { spec, dataset } = await guessOf(lines("Answers,Yes,,No,", "Ward,no.,%,no.,%", ...rows));
    expect(spec.layout?.ignore).toBeUndefined();
    expect(dataset?.observations).toHaveLength(12 * 4);
  });
});

test("numbers of sites are called by their heading, and no areas by those that the sites lie in", async () => {
  const rows = Array.from({ length: 20 }, (_, at) => {
    const name = at === 19 ? "Quarry A" : `Quarry ${"ABCDEFGHIJKLMNOPQRS"[at]}`;
    return `${10_264 + at * at * 37},${name},District ${at % 5},Region ${at % 5 > 2 ? "A" : "B"},${1000 + at * 731}`;
  });
  const { spec } = await guessOf(
    lines("Permit Reference,Facility Name,Local Authority,Planning Region,Remaining Capacity (cubic metres)", ...rows),
  );
  expect(spec.dimensions).toEqual({
    permitReference: { role: "category", label: "Permit Reference", plural: "permit references" },
  });
});

describe("numbers of weeks count nothing", () => {
  const visits = (at: number) => 900 + ((at * 7919) % 613);

  test("beside the day of each row", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => {
      const day = new Date(Date.UTC(2019, 0, 1 + at)).toISOString().slice(0, 10);
      return `2019,${1 + Math.floor(at / 7)},${day},${visits(at)}`;
    });
    const { spec } = await guessOf(lines("BRCYear,BRCWeekNum,Date,Visits", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["visits"]);
    expect(spec.disclosure).toBeUndefined();
  });

  test("where nothing else says when, and they tell rows apart", async () => {
    const rows = ["Ayr", "Bray", "Cobh"].flatMap((town) =>
      Array.from({ length: 30 }, (_, at) => `${town},${at + 1},${visits(at)}`),
    );
    const { spec, dataset } = await guessOf(lines("Library,Week No,Visits", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["visits"]);
    expect(dataset?.observations).toHaveLength(rows.length);
  });
});
