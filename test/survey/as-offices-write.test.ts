import { describe, expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

describe("headings that are a period", () => {
  test("are months behind their year, and no measures", async () => {
    const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const heads = [2019, 2020].flatMap((year) => months.map((month) => `${year} ${month}`));
    const { spec, dataset } = await guessOf(
      lines(
        ["Hospital", ...heads].join(","),
        ...["North", "South", "West"].map((name, at) =>
          [name, ...heads.map((_, index) => 300 + 7 * at + index)].join(","),
        ),
      ),
    );
    expect(spec.layout?.wide).toMatchObject({ columns: "{period}" });
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(
      dataset
        ?.periods()
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(["2019-01-01/2019-02-01", "2019-02-01/2019-03-01"]);
    // `Marriages` begins as a month does.
    const { spec: other } = await guessOf(
      lines(
        "Area,2019 Marriages,2020 Marriages,2019 Decrees,2020 Decrees",
        "Kent,120,130,20,30",
        "Essex,150,160,28,31",
        "Devon,90,80,12,14",
      ),
    );
    expect(Object.keys(other.measures)).toEqual(["marriages", "decrees"]);
  });

  test("keep those in which nothing happened, and name no measure by what says when", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Fatal shootings,,,,",
        "Authority,Financial year,,,",
        ",04/05,05/06,06/07,07/08",
        ...[
          "Kent",
          "Essex",
          "Devon",
          "Dorset",
          "Surrey",
          "Sussex",
          "Avon",
          "Cumbria",
          "Durham",
          "Gwent",
          "Humber",
          "Wilts",
        ].map((name, at) => `${name},${(7 * at) % 5},0,${(5 * at) % 7},${at === 4 ? "5*" : (3 * at) % 4}`),
      ),
      { title: "Fatal shootings" },
    );
    expect(spec.measures).toEqual({ fatalShootings: expect.objectContaining({ label: "Fatal shootings" }) });
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2004/05", "2005/06", "2006/07", "2007/08"]);
    expect(spec.layout).toMatchObject({ noteMarks: ["*"] });
    expect(dataset?.observations.map(({ cell }) => cell)).toContainEqual({ state: "value", value: 5 });
  });
});

test("single ages, all of them and those above the last are categories, below a title that is no heading", async () => {
  const ages = Array.from({ length: 8 }, (_, age) => age);
  const { spec } = await guessOf(
    lines(
      `"Estimates of the population: Persons by single year of age, for all local authorities of the country",,,please click,,,no need,,,,`,
      "",
      `Code,Name,All ages,${ages.join(",")},8+`,
      ...["Kent", "Essex", "Devon", "Dorset"].map((name, at) => {
        const own = [...ages, 8].map((age) => 1000 + 13 * age + at);
        return `E0${6000001 + at},${name},${own.reduce((sum, one) => sum + one)},${own.join(",")}`;
      }),
    ),
  );
  expect(spec.layout).toMatchObject({ headerRow: 3, wide: { columns: "{group}" } });
  expect(spec.dimensions).toMatchObject({ group: { label: "Age", total: "all-ages" } });
  expect(Object.keys(spec.measures)).toHaveLength(1);
});

test("what changed from one year to the next is in no year", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Area,Year,Offences",
      ...["Kent", "Essex", "Devon"].flatMap((name, at) => [
        `${name},2015,${120 + at}`,
        `${name},2016,${150 + at}`,
        `${name},Percent change,${25 + at}.5`,
      ]),
    ),
  );
  expect(spec.dimensions).toMatchObject({ year: { role: "time" } });
  expect(spec.layout?.rows).toEqual({ except: { Year: ["Percent change"] } });
  expect(spec.measures).toMatchObject({ offences: { statType: "count" } });
  expect(dataset?.observations).toHaveLength(6);
});

test("lines that say what series are, above their first period, are no rows, and say units", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      ",Employed ; Persons ;,Unemployment ; Persons ;",
      "Unit,000,Percent",
      "Series Type,Trend,Trend",
      "Frequency,Month,Month",
      "Series ID,A84423127L,A84423134K",
      ...["Feb", "Mar", "Apr", "May", "Jun", "Jul"].map((month, at) => `${month}-1978,60${at}4.7,6.${at}`),
    ),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["thousand employed", "%"]);
  expect(dataset?.periods()).toHaveLength(6);
  expect(dataset?.observations).toHaveLength(12);
});

test("rows of a laid-out table that are called alike are not added up", async () => {
  const { spec } = await guessOf(
    lines(
      "Beds,2018,2019,2020",
      ...["Acute", "Community", "Psychiatric", "Nursing"].flatMap((name, at) => [
        `${name},${90 + at},${95 + at},${99 + at}`,
        `Public,${60 + at},${63 + at},${65 + at}`,
        `Private,30,32,34`,
      ]),
    ),
  );
  expect(spec.layout?.repeatedRows).toBeUndefined();
  const heads = ["Acute", "Community", "Psychiatric", "Nursing"];
  expect(spec.layout?.dimensions).toMatchObject({ section: { heading: "Beds", names: heads } });
});

test("a title is what is called so, and a workload is in full-time equivalents", async () => {
  const titles = ["Subject: Health", "Topic: Hospitals", "Title: M870041-Admissions to public hospitals"];
  expect(titleOf("t1.csv", { titles })).toBe("Admissions to public hospitals");
  const { spec } = await guessOf(lines("Force,Officers (FTE)", "Kent,1204.5", "Essex,1310.25", "Devon,990.75"));
  expect(Object.values(spec.measures)[0]?.unit.other).toBe("full-time equivalents");
});

describe("what figures are told in", () => {
  test("is percent for the rates that everybody tells so, also where the file or the title alone names one", async () => {
    const rates = lines(
      "Year,Overall,Male,Female",
      ...[1979, 1980, 1981].map((year, at) => `${year},6.${at},5.${at},8.${at}`),
    );
    const { spec } = await guessOf(rates, { title: "Unemployment rates", called: "Unemployment rates" });
    expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["share", "share", "share"]);
    const { spec: other } = await guessOf(rates, { title: "Rainfall", called: "Rainfall" });
    expect(Object.values(other.measures).map(({ statType }) => statType)).toEqual(["quantity", "quantity", "quantity"]);
    const { spec: one } = await guessOf(lines("Area,Literacy rate,Suicide rate", "Kent,91.5,10.2", "Essex,88.25,9.5"));
    expect(Object.values(one.measures).map(({ statType }) => statType)).toEqual(["share", "quantity"]);
    expect(titleOf("u.xlsx", { titles: ["Original Data", "Series title:", "(Seas) Unemployment Rate"] })).toBe(
      "Unemployment Rate",
    );
  });

  test("is stated where words behind a comma or glued to the heading say it", async () => {
    const { spec } = await guessOf(
      lines('Year,PCTPOVALL_2019,"Численность работников, тыс.человек"', "2018,12.1,11235.9", "2019,13.4,11953.5"),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["%", "thousand people"]);
  });

  test("is not made of what is short for something, of an area, or of an estimate", async () => {
    const { spec } = await guessOf(
      lines(
        "Site,INES,Arkansas,Homeless Estimates,People fully vaccinated",
        "Hill,4,1300,777,1200",
        "Lake,5,1400,164,1300",
      ),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
      "(unit not stated)",
      "(unit not stated)",
      "(unit not stated)",
      "people fully vaccinated",
    ]);
  });
});

test("months below a year that ends with them are of twelve months", async () => {
  const { dataset } = await guessOf(
    lines("Year ending,Immigration,Emigration", "Dec 18,604,363", "Mar 19p,612,385", "Jun 19p,609,397"),
  );
  expect(dataset?.periods().map(({ id }) => id)).toEqual([
    "2018-01-01/2019-01-01",
    "2018-04-01/2019-04-01",
    "2018-07-01/2019-07-01",
  ]);
});

test("a corner that says that areas stand across the top makes areas of codes among groups of them", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "TIME/GEO,EU15,EA12,BE,DK,DE,IE,EL",
      ...["1983M01", "1983M02", "1983M03"].map((month, at) => `${month},2${at}00,1${at}00,392,220,${200 + at},180,95`),
    ),
  );
  expect(spec.layout?.wide).toMatchObject({ columns: "{area}" });
  expect(dataset?.categories("area")).toHaveLength(7);
});

test("the beginnings of days elsewhere, told in the time of Greenwich, are days; hours are none", async () => {
  const days = ["2023-01-01T05:00:00Z", "2023-01-02T05:00:00Z", "2023-03-15T04:00:00Z", "2023-03-16T04:00:00Z"];
  const { dataset } = await guessOf(
    lines(
      "date,county,cases",
      ...["Kent", "Essex"].flatMap((name, at) => days.map((day, row) => `${day},${name},1${at}${row}`)),
    ),
  );
  expect(dataset?.periods().map(({ id }) => id.slice(0, 10))).toEqual(days.map((day) => day.slice(0, 10)));
  const { spec } = await guessOf(
    lines(
      "date,cases",
      ...["04", "05", "06"].map((hour, at) => `2023-01-01T${hour}:00:00Z,12${at}`),
      "2023-01-02T04:00:00Z,131",
    ),
  );
  expect(spec.dimensions).toMatchObject({ date: { role: "category" } });
});

test("areas across the top, each once more with its margin, are areas and two measures", async () => {
  const names = ["Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Delaware", "Florida"];
  const { spec, dataset } = await guessOf(
    lines(
      ["Year", ...names.flatMap((name) => [name, `${name}_Moe`])].join(","),
      ...[2018, 2019, 2020].map((year, row) =>
        [year, ...names.flatMap((_, at) => [900 + 31 * at + row, 90 + 7 * at + row])].join(","),
      ),
    ),
  );
  expect(spec.layout?.wide).toMatchObject({ columns: ["{area}_{measure}", "{area}"] });
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count", "quantity"]);
  expect(dataset?.observations).toHaveLength(48);
  expect(
    dataset?.observations.find(
      ({ at, measure }) => at.area === "alaska" && measure === "moe" && at.year?.startsWith("2019"),
    )?.cell,
  ).toEqual({ state: "value", value: 98 });
});

const numbered = (count: number, write: (at: number) => string) => Array.from({ length: count }, (_, at) => write(at));

test("of several columns of periods, the one is taken that tells rows apart; days of birth are none of figures", async () => {
  const days = numbered(24, (at) => `2023-${String(1 + (at >> 1)).padStart(2, "0")}-${at % 2 === 0 ? "07" : "21"}`);
  const { dataset } = await guessOf(
    lines(
      "table_date,fiscal_year,total,adults",
      ...days.map((day, at) => `${day},${at < 18 ? 2023 : 2024},${900 + 7 * at},${800 + 5 * at}`),
    ),
  );
  expect(dataset?.periods()).toHaveLength(24);
  expect(dataset?.observations).toHaveLength(48);
  const born = await guessOf(
    lines(
      "Created,Birth range,Year covered,Group,Vaccinated",
      ...numbered(
        24,
        (at) =>
          `2/${1 + (at % 2)}/2026,${2019 - (at >> 2)},${2024 - (at >> 2)},Group ${"ABCD"[at % 4]},${120 + 3 * at}`,
      ),
    ),
  );
  expect(Object.values(born.spec.dimensions).map(({ role }) => role)).toEqual(["category", "time"]);
  expect(born.dataset?.periods().map(({ id }) => id.slice(0, 4))).toEqual([
    "2019",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
  ]);
});

test("numbers below a heading of groups are codes of these, where they come row after row", async () => {
  const { spec } = await guessOf(
    lines(
      "Borough,Vaccine group,Year,Percent vaccinated",
      ...numbered(24, (at) => `Borough ${"ABCDEF"[at % 6]},4313314,${2020 + Math.floor(at / 6)},${50 + at}`),
    ),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Percent vaccinated"]);
});

test("what is counted stands before the name of its part", async () => {
  const { spec } = await guessOf(
    lines(
      "Date,COVID-19 cases overall,COVID-19 cases Brooklyn,COVID-19 cases 5-17",
      "2023-09-09,9464,2311,877",
      "2023-09-16,8800,2100,811",
    ),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit)).toEqual([
    { one: "COVID-19 case", other: "COVID-19 cases" },
    { one: "COVID-19 case (Brooklyn)", other: "COVID-19 cases (Brooklyn)" },
    { one: "COVID-19 case (5-17)", other: "COVID-19 cases (5-17)" },
  ]);
});

test("a total of all of something counts it", async () => {
  const { spec } = await guessOf(
    lines("Area,Total: All households,Not deprived", "Kent,40930,17262", "Essex,60262,25407", "Devon,61638,27192"),
  );
  expect(Object.values(spec.measures)[0]?.unit).toEqual({ one: "household", other: "households" });
});

test("a file or a heading with a word for people among others is no unit of them", async () => {
  const { spec } = await guessOf(
    lines("Region,Observation", "North East,26000", "North West,74000", "South East,91000"),
    { title: "Ons ethnic population reg" },
  );
  expect(Object.values(spec.measures)[0]?.unit.other).toBe("(unit not stated)");
});

test("deaths per week are a rate of no people", async () => {
  const { spec } = await guessOf(
    lines("Month,Deaths,Deaths per 7 days,Deaths per 1000 people", "2020-01,1520,343.2,1.1", "2020-02,1490,359.7,1.2"),
  );
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count", "quantity", "rate"]);
});

test("percentages are shares beside others that are changes of them", async () => {
  const { spec } = await guessOf(
    lines(
      "Area,NEET percent,Known percent,Annual change percent,Other percent",
      ...numbered(
        12,
        (at) =>
          `Area ${at}x,${(at * 7) % 9}.4,${88 + (at % 9)}.1,${at % 2 === 0 ? "-" : ""}0.${1 + (at % 8)},${1 + (at % 5)}.9`,
      ),
    ),
  );
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["share", "share", "quantity", "share"]);
});

test("a point in most rows stands where there is no figure, and codes below zero are codes", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "County,Group Code,Group,Poor,Poor aged 0-4",
      ...numbered(
        80,
        (at) =>
          `County ${at}k,${at % 2 === 0 ? -8 : 1},${at % 2 === 0 ? "None" : "Some"},${5000 + 31 * at},${at % 3 === 0 ? 300 + at : "."}`,
      ),
    ),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Poor", "Poor aged 0-4"]);
  expect(spec.markers).toEqual({ ".": "unavailable" });
  expect(dataset?.observations.filter(({ cell }) => cell.state === "missing")).toHaveLength(53);
});

test("counties of one name in several states are told apart by these, and compared together", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "State,County,Deaths",
      ...["Ohio", "Texas", "Iowa"].flatMap((state, of) => [
        `${state},Washington,${100 + of}`,
        ...numbered(12, (at) => `${state},${state} Place ${"ABCDEFGHIJKL"[at]},${200 + 13 * of + at}`),
      ]),
    ),
  );
  expect(Object.values(spec.dimensions)).toHaveLength(1);
  const [area] = Object.keys(spec.dimensions);
  expect(dataset?.categories(area ?? "").map(({ label }) => label)).toEqual(
    expect.arrayContaining(["Washington (Ohio)", "Washington (Texas)", "Washington (Iowa)"]),
  );
});

test("a measure made of staff in full-time equivalents is read, and names no parts", async () => {
  const { spec, problems } = await guessOf(
    lines(
      "Area,social_worker_fte,leaver_fte,social_worker_headcount,leaver_headcount,turnover_rate_headcount_%",
      ...numbered(
        12,
        (at) =>
          `Area ${at}x,${200 + 10 * at}.5,${19 + at}.5,${200 + 10 * at},${20 + ((7 * at) % 13)},${(((20 + ((7 * at) % 13)) / (200 + 10 * at)) * 100).toFixed(1)}`,
      ),
    ),
  );
  expect(problems).toBeUndefined();
  expect(Object.values(spec.measures).at(-1)).not.toHaveProperty("denominator");
});

test("years across the top are headings, below lines that say what a table is of", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      ",TITRE,,Population (habitant) selon Zone géographique,,",
      ",SOURCE,,Haut-Commissariat au Plan,,",
      ",VENTILATION(s),,LIGNE(S) :,,_row_fields",
      ",VENTILATION(S),,LIGNE(S),,Zone géographique",
      ",Zone géographique,Milieu de résidence,2004,2014,2015",
      ...["National", "Souss-Massa", "Agadir", "Tata"].flatMap((zone, at) => [
        `,${zone},Rural,${12905 + at},${13325 + at},${13373 + at}`,
        `,${zone},Urbain,${16986 + at},${20284 + at},${20751 + at}`,
        `,${zone},Total,${29891 + 2 * at},${33609 + 2 * at},${34124 + 2 * at}`,
      ]),
    ),
    { title: "Population (habitant) selon Zone géographique" },
  );
  expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["area", "category", "time"]);
  expect(Object.values(spec.measures)[0]).toMatchObject({ label: "Population (habitant)", statType: "count" });
  expect(dataset?.observations).toHaveLength(36);
});

test("a few years across the top beside many more figures are measures with these", async () => {
  const fuels = ["coal", "gas", "oil", "hydro", "wind", "solar", "waste", "wave", "peat"];
  const { spec } = await guessOf(
    lines(
      [
        "country",
        ...fuels.map((fuel) => `plants_${fuel}`),
        "generation_gwh_2017",
        "generation_gwh_2018",
        "generation_gwh_2019",
      ].join(","),
      ...["Albania", "Algeria", "Angola", "Austria", "Belgium"].map((country, at) =>
        [country, ...fuels.map((_, fuel) => 20 + 3 * at + fuel), 900 + at, 950 + 2 * at, 940 + at].join(","),
      ),
    ),
  );
  expect(spec.layout?.wide).toBeUndefined();
  expect(Object.values(spec.measures)).toHaveLength(12);
});

test("ranks by a proportion, dollars, ages and days in French are no counts and no percentages", async () => {
  const { spec } = await guessOf(
    lines(
      "Area,Rank of proportion of areas in most deprived 10%,Dollars,Âge moyen,Durée (jours),Beds icu",
      ...numbered(
        12,
        (at) =>
          `Area ${at}x,${1 + ((at * 5) % 9)},${50000 + 731 * ((at * 7) % 12)},${20 + 5 * at},${2 + at},${30 + 7 * at}`,
      ),
    ),
  );
  expect(Object.values(spec.measures).map(({ statType, unit }) => [statType, unit.other])).toEqual([
    ["quantity", "(rank)"],
    ["quantity", "dollars"],
    ["mean", "years"],
    ["quantity", "days"],
    ["count", "beds (icu)"],
  ]);
});

test("what is said of each row is no dimension where a code and the others tell rows apart; codes may be places", async () => {
  const rows = numbered(40, (at) => {
    const [well, month] = [`0${10 + (at >> 2)}`, ["Jan", "Feb", "Mar", "Apr"][at % 4]];
    return `${well},${["West Coast", "Cariboo"][(at >> 2) % 2]},${["Stable", "Falling", "Rising"][(at * 7) % 3]},${month},${((at * 37) % 50) / 1000 + 0.0013}`;
  });
  const { spec } = await guessOf(lines("Well_Num,region_name,state of trend,month of year,slope", ...rows));
  expect(Object.values(spec.dimensions).map(({ label }) => label)).not.toContain("State of trend");
  const { remarks } = await guessOf(
    lines(
      "HOOD_158,Assault,Robbery",
      ...numbered(30, (at) => `${String(at + 1).padStart(3, "0")},${90 + at * 3},${40 + at}`),
    ),
  );
  expect([...remarks].filter(([field]) => field.endsWith(".role")).map(([, text]) => text)).toEqual([
    'If these are places or authorities, say "area".',
  ]);
});

test("headings that say their year twice are of a year, also where it has no figure yet", async () => {
  const series = "Poverty headcount ratio (% of total population)";
  const { spec, dataset } = await guessOf(
    lines(
      "Country Name,Series Name,2019 [YR2019],2020 [YR2020],2021 [YR2021]",
      ...["Albania", "Algeria", "Angola", "Austria"].map(
        (country, at) => `${country},${series},${40 + at}.2,${41 + at}.4,..`,
      ),
    ),
  );
  expect(spec.layout?.wide).toMatchObject({ columns: "{period} [YR*]" });
  expect(Object.values(spec.measures)).toMatchObject([{ label: series, statType: "share", unit: { other: "%" } }]);
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2019", "2020", "2021"]);
});

test("measures are called as they are named, and not as their units", async () => {
  const { spec } = await guessOf(
    lines(
      "GEO,Year,Characteristics,UOM,VALUE",
      ...["Kent", "Essex", "Devon"].flatMap((area, at) =>
        [2019, 2020].flatMap((year) => [
          `${area},${year},Number of live births,Number,${1200 + 31 * at + year}`,
          `${area},${year},Percentage of live births,Percentage,${30 + at}.5`,
        ]),
      ),
    ),
  );
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "Number of live births", statType: "count", unit: { other: "live births" } },
    { label: "Percentage of live births", statType: "share" },
  ]);
});

test("a first row that says what names are is none of them", async () => {
  const { dataset } = await guessOf(
    lines(
      "KRAJE,2019,2020,2021",
      "GEO (Labels),\u00a0,\u00a0,\u00a0",
      ...["Belgium", "Bulgaria", "Czechia", "Denmark"].map(
        (country, at) => `${country},${24 + at}.5,${25 + at}.1,${23 + at}.9`,
      ),
    ),
  );
  const [area] = Object.keys(dataset?.definition.spec.dimensions ?? {});
  expect(dataset?.categories(area ?? "").map(({ label }) => label)).toEqual([
    "Belgium",
    "Bulgaria",
    "Czechia",
    "Denmark",
  ]);
});

test("shares of a total are left out where they would say a small count that is hidden, and kept where none is", async () => {
  const births = (smallest: number) =>
    lines(
      "Area,Year,Month,Characteristics,UOM,VALUE",
      ...["Kent", "Essex"].flatMap((area, at) =>
        [2019, 2020].flatMap((year, on) => {
          const months = [31 + at, 47 + 2 * on, 62 + at, smallest, 55 + at + on];
          const total = months.reduce((sum, own) => sum + own, 0);
          return ["Total", "January", "February", "March", "April", "May"].flatMap((month, index) => {
            const own = index === 0 ? total : (months[index - 1] ?? 0);
            return [
              `${area},${year},${month},Number of births,Number,${own}`,
              `${area},${year},${month},Share of births,Percentage,${((100 * own) / total).toFixed(1)}`,
            ];
          });
        }),
      ),
    );
  const hidden = await guessOf(births(3));
  expect(hidden.spec.disclosure).toBeDefined();
  expect(Object.values(hidden.spec.measures).map(({ label }) => label)).toEqual(["Number of births"]);
  expect(hidden.remarks.get("layout.long")).toContain(
    '"Share of births": what the counts beside them are of their total',
  );
  expect(hidden.spec.layout?.rows).toEqual({ except: { Characteristics: ["Share of births"] } });
  const open = await guessOf(births(30));
  expect(Object.values(open.spec.measures).map(({ label }) => label)).toEqual(["Number of births", "Share of births"]);
});
