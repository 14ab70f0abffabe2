import { describe, expect, test } from "vitest";
import { englishMonthNames } from "../../src/dataset/english-month-names.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

describe("what headings say of their figures", () => {
  test("the months of several measures are periods, with the year that each row has", async () => {
    const headings = ["Fuel used", "Power made"].flatMap((name) =>
      englishMonthNames.map((month) => `${name} ${month}`),
    );
    const row = (plant: string, at: number) =>
      `${plant},2022,${headings.map((_, month) => 100 * at + month).join(",")}`;
    const { spec, dataset } = await guessOf(
      lines(`Plant,Year,${headings.join(",")}`, row("Mill Lane", 1), row("Dockside", 2), row("Old Quay", 3)),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Fuel used", "Power made"]);
    expect(dataset?.periods()).toHaveLength(12);
    expect(dataset?.observations).toHaveLength(72);
  });

  test.each(["7T Faelle", "7-day cases", "Cases in the last 14 days", "cases_7d", "Rolling count"])(
    "%s overlaps from one day to the next, and is told to",
    async (heading) => {
      const { remarks } = await guessOf(
        lines(`Date,${heading}`, ...[11, 25, 19, 44].map((count, at) => `2023-03-0${at + 1},${count}`)),
      );
      expect([...remarks.values()].join(" ")).toContain("never add it up over time");
    },
  );

  test.each(["Cases in 2019", "Class 7 pupils", "Cases"])("%s does not", async (heading) => {
    const { remarks } = await guessOf(
      lines(`Date,${heading}`, ...[11, 25, 19, 44].map((count, at) => `2023-03-0${at + 1},${count}`)),
    );
    expect([...remarks.values()].join(" ")).not.toContain("never add it up over time");
  });

  test("of a rate per 100,000 a short form behind it is not whom it is of", async () => {
    const { spec } = await guessOf(
      lines("Year,Rate per 100000 NL,Rate per 100000 children", "2019,9.1,3.4", "2020,8.7,3.9", "2021,8.2,4.4"),
    );
    expect(Object.values(spec.measures).map(({ population }) => population)).toEqual([undefined, "children"]);
  });

  test("the unit above areas beside a series is that of the series", async () => {
    const { spec } = await guessOf(
      lines("Men under 15 (%),1990,1995,2000", "France,10.5,10.7,10.1", "Spain,12.2,11.4,10.9", "Italy,9.5,9.9,9.1"),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ unit: { one: "%" } }]);
  });

  test("a unit that a column says of all rows is that of all figures", async () => {
    const { spec } = await guessOf(
      lines(
        "Year,Coal,Oil,Units",
        ...[1990, 1991, 1992].map((year, at) => `${year},${4500 + at * 7},${910 + at * 31},TJ`),
      ),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["TJ", "TJ"]);
  });

  test.each(["Gemnr", "BEZIRKSNUMMER", "Wahlkreisnr."])("%s counts nothing", async (heading) => {
    const { spec } = await guessOf(
      lines(
        `Gemeente,${heading},Personen`,
        ...["Delft", "Gouda", "Breda", "Sneek"].map((name, at) => `${name},${518 + at * 77},${9100 + at * 13}`),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Personen"]);
  });

  test("units that are none are no measures", async () => {
    const { spec } = await guessOf(
      lines(
        "Year,Group,Units,Value",
        ...["Women,Gender", "Men,Gender", "Under 40,Age group", "Over 40,Age group"].flatMap((own, at) =>
          [2019, 2020].map((year) => `${year},${own},${31.5 + at * 7}`),
        ),
      ),
    );
    expect(Object.keys(spec.measures)).toHaveLength(1);
  });
});

describe("names and codes", () => {
  test("an office goes by its name, wherever that stands, and not by its id", async () => {
    const offices = ["Mayor of Northtown", "Sheriff of Kent", "Clerk of the Court"];
    const { spec } = await guessOf(
      lines(
        "raceid,candidate,votes,status,place,officename",
        ...offices.flatMap((office, at) =>
          ["Ann Lee", "Bo Roe"].map(
            (who, on) => `${office.toLowerCase().replaceAll(" ", "-")},${who},${900 + 10 * at + on},,,${office}`,
          ),
        ),
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["officename", "candidate"]);
  });

  test("what each of a few things is described as, row after row, names it", async () => {
    const { spec } = await guessOf(
      lines(
        "Group,Description,Year,Value",
        ...["Taxes,Customs duty", "Taxes,Land tax", "Fees,Passports"].flatMap((name, at) =>
          [2020, 2021, 2022, 2023].map((year, on) => `${name},${year},${at * 811 + on * 7 + 100}`),
        ),
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["description", "year"]);
  });

  test("numbers in sequence of precincts are no percentages", async () => {
    const { spec } = await guessOf(
      lines(
        "Precinct,Pct_seq_nbr,Votes",
        ...["North", "South", "East", "West"].map((name, at) => `${name},${at * 9 + 1},${at * 311 + 77}`),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Votes"]);
  });
});

describe("shares that counts beside them make", () => {
  const towns = ["Ayton", "Beeton", "Seaton", "Upton", "Wexton", "Yarton", "Ilton"];
  const table = (share: (granted: number, refused: number) => string, least = 40) =>
    lines(
      "Town,Granted,Refused,Success",
      ...towns.map((town, at) => {
        const [granted, refused] = [least + ((at * 37) % 23), 90 + ((at * 53) % 31)];
        return `${town},${granted},${refused},${share(granted, refused)}`;
      }),
    );

  test("are shares, whether a whole is 1 or 100", async () => {
    const ofOne = await guessOf(table((granted, refused) => (granted / (granted + refused)).toFixed(4)));
    expect(ofOne.spec.measures.success).toMatchObject({ statType: "share", fractions: true, unit: { other: "%" } });
    expect(ofOne.remarks.get("measures.success.unit")).toContain('"Granted" of "Granted" and "Refused"');
    const of100 = await guessOf(table((granted, refused) => ((100 * granted) / refused).toFixed(1)));
    expect(of100.spec.measures.success).toMatchObject({
      statType: "share",
      numerator: "granted",
      denominator: "refused",
    });
    expect(of100.spec.measures.success).not.toHaveProperty("fractions");
  });

  test("are none where figures beside them make them by chance alone, in a row or two", async () => {
    const { spec } = await guessOf(table((granted) => (granted % 2 === 0 ? "0.5" : "0.25")));
    expect(spec.measures.success?.statType).toBe("quantity");
  });

  test("are left out where they would give away a small count that is hidden", async () => {
    const { spec, remarks } = await guessOf(table((granted, refused) => (granted / (granted + refused)).toFixed(4), 2));
    expect(spec.disclosure).toBeDefined();
    expect(spec.measures).not.toHaveProperty("success");
    expect(remarks.get("layout.ignore")).toContain('"Success"');
  });

  test("name no whole that is the same for each of several groups, and so no count", async () => {
    const groups = ["Yes", "No", "Not said"];
    const { spec, problems } = await guessOf(
      lines(
        "Town,Residents,Answer,People,Part",
        ...towns.flatMap((town, at) => {
          const counts = groups.map((_, on) => 500 + ((at * 37 + on * 211) % 390));
          const all = counts.reduce((sum, one) => sum + one, 0);
          return groups.map(
            (group, on) => `${town},${all},${group},${counts[on]},${((counts[on] ?? 0) / all).toFixed(6)}`,
          );
        }),
      ),
    );
    expect(problems).toBeUndefined();
    expect(spec.measures.part).toMatchObject({ statType: "share", fractions: true });
    expect(spec.measures.part).not.toHaveProperty("denominator");
  });

  test("with a percent sign are hidden with the counts that they are made of, too", async () => {
    const { spec } = await guessOf(table((granted, refused) => `${((100 * granted) / refused).toFixed(1)}%`, 2));
    expect(spec.measures.success).toMatchObject({ numerator: "granted", denominator: "refused" });
  });

  test("are those of more than there are, too, in a few of the towns", async () => {
    const made = await guessOf(
      table((granted, refused) => ((100 * granted) / refused).toFixed(2), 2).concat("Exton,130,120,108.33\n"),
    );
    expect(made.spec.measures.success).toMatchObject({ statType: "share", numerator: "granted" });
    const ratio = await guessOf(table((granted, refused) => ((100 * granted) / refused).toFixed(2), 90));
    expect(ratio.spec.measures.success?.statType).not.toBe("share");
  });

  test("are hidden where a code below zero stands for counts that are not there", async () => {
    const hidden = "Exton,*,*,-2\nOxton,*,*,-2\n";
    const { spec, shown } = await guessOf(
      table((granted, refused) => ((100 * granted) / refused).toFixed(5), 5).concat(hidden),
    );
    expect(spec.measures.success).toMatchObject({ statType: "share", numerator: "granted", denominator: "refused" });
    const written = shown?.observations.flatMap(({ cell }) => (cell.state === "value" ? cell.value : [])) ?? [];
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((value) => value < 0)).toEqual([]);
  });

  test("are hidden with the counts that they are made of", async () => {
    const { spec } = await guessOf(table((granted, refused) => (granted / refused).toFixed(5), 2));
    expect(spec.measures.success).toMatchObject({ numerator: "granted", denominator: "refused" });
    expect(spec.disclosure?.measures ?? {}).not.toHaveProperty("success");
  });
});

test("names that end with years, each with several of its own, are measures over time", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Town,pop2014,pop2005,shops2005,shops2015",
      "Ayton,1310,1213,53,56",
      "Beeton,1429,1259,45,50",
      "Upton,608,602,27,30",
    ),
  );
  expect(spec.layout?.wide?.columns).toBe("{measure}{period}");
  expect(Object.keys(spec.measures)).toEqual(["pop", "shops"]);
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2005", "2014", "2015"]);
});

test("what is measured may be said in a row above", async () => {
  const { spec } = await guessOf(
    lines(
      "Lifestyles by area,,,",
      "Measure: Percentage of adults,,,",
      ",,,",
      "Answer,Wales,Powys,Gwent",
      "Smoker,12.8,9.7,14.2",
      "Ex-smoker,29.5,35.3,28.1",
      "Never smoked,57.6,54.1,58.5",
    ),
  );
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "%" } }]);
});

test("figures that are all 100 in one row are index numbers", async () => {
  const rows = (wales: string) => ["Powys,85,83,81", "Conwy,123,127,141", "Cardiff,95,92,90", `Wales,${wales}`];
  const indices = await guessOf(lines("Area,All learners,Male learners,Female learners", ...rows("100,100,100")));
  expect(Object.values(indices.spec.measures).map(({ statType }) => statType)).toEqual([
    "quantity",
    "quantity",
    "quantity",
  ]);
  const counts = await guessOf(lines("Area,All learners,Male learners,Female learners", ...rows("100,100,101")));
  expect(Object.values(counts.spec.measures).map(({ statType }) => statType)).toEqual(["count", "count", "count"]);
});

test("what took so long is counted, and no hours", async () => {
  const { spec } = await guessOf(
    lines(
      "Trust,Under 4 Hours,Between 4 - 12 Hours,Over 12 Hours,Total",
      "North,1204,1533,711,3448",
      "South,951,3234,2000,6185",
      "West,2353,1805,96,4254",
      "East,2298,3687,2118,8103",
    ),
  );
  expect(Object.values(spec.measures)).toMatchObject([{ statType: "count" }]);
  expect(spec.dimensions.group).toMatchObject({ total: "total" });
});

test("a letter that stands for what is secret makes no names of decimals", async () => {
  const { spec } = await guessOf(
    lines("Code,People,Rate", "01004,6855,17.0", "01005,800,s", "01006,511,s", "01007,1184,s", "01008,2310,11.5"),
  );
  expect(Object.keys(spec.measures)).toContain("rate");
});

test("what is called cumulative and falls time and again is no running total", async () => {
  const { spec } = await guessOf(
    lines(
      "Date,day_cum_num,deaths",
      ...Array.from(
        { length: 20 },
        (_, at) => `2022-05-${String(at + 1).padStart(2, "0")},${9000 + ((at * 7919) % 4000)},${1 + (at % 5)}`,
      ),
    ),
  );
  expect(Object.keys(spec.measures)).toContain("dayCumNum");
});

test("columns at the end that nobody named make no row too long", async () => {
  const rows = ["North,101,TRUE,", "South,127,FALSE,x", "West,574,TRUE,", "East,658,TRUE,"];
  const { spec, dataset } = await guessOf(lines("Operator,Delays,,", ...rows));
  expect(Object.keys(spec.measures)).toContain("delays");
  expect(dataset?.diagnostics).toEqual([]);
  expect(dataset?.observations).toHaveLength(4);
  // One field more than the header has is one too many, as before.
  const long = await guessOf(
    lines("Operator,Delays", ...rows.map((row) => row.replace(/,(?:TRUE|FALSE),.*/u, "")), "Mid,1,202"),
  );
  expect(long.spec.layout).toHaveProperty("raggedRows");
});

test("changes since two periods are figures beside what changed, and no series", async () => {
  const { spec } = await guessOf(
    lines(
      "Town,Cases 2023,Change since 2022,Change since 2018",
      "Ayton,310,-4,12",
      "Beeton,429,11,-9",
      "Upton,608,-6,21",
    ),
  );
  expect(Object.values(spec.measures)).toHaveLength(3);
});

test("whole figures below groups that they are called by count what has each", async () => {
  const { spec } = await guessOf(
    lines(",Energy rating,,", "Year,A,B,C", "2019,47,958,1784", "2020,10,991,2528", "2021,4,1200,4163"),
    { title: "All ratings" },
  );
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Number of energy ratings", statType: "count" }]);
});

describe("headings and labels", () => {
  test("are days with points, and no day and month of years", async () => {
    const { spec, dataset } = await guessOf(
      lines("Kreis,31.12.2019,31.12.2020,31.12.2021", "Coburg,41,45,44", "Hof,39,38,37", "Kulmbach,61,60,66"),
      { title: "Einwohner" },
    );
    expect(spec.layout?.wide?.columns).toBe("{period}");
    expect(dataset?.periods().map(({ start }) => start)).toEqual(["2019-12-31", "2020-12-31", "2021-12-31"]);
  });

  test("of one column of numbers beside names are figures, whatever maps call so", async () => {
    const { spec } = await guessOf(
      lines(
        '"","x"',
        ...["Tate", "Louvre", "Prado", "Uffizi", "Mauritshuis"].map((name, at) => `"${name}",${4869 - at * 531}`),
      ),
    );
    expect(Object.keys(spec.measures)).toEqual(["x"]);
  });

  test("with a code hold each other by their codes, up to the one that holds all", async () => {
    const { spec } = await guessOf(
      lines(
        "Code,Name,2020,2021",
        "09,Bayern,1030,1083",
        "091,Nord,480,510",
        "09101,Hof,200,210",
        "09102,Lauf,280,300",
        "092,Süd,550,573",
        "09201,Hof,150,160",
        "09202,Ulm,400,413",
      ),
    );
    expect(Object.values(spec.dimensions)[0]).toMatchObject({
      total: "bayern-09",
      holds: { "nord-091": ["hof-09101", "lauf-09102"], "sud-092": ["hof-09201", "ulm-09202"] },
    });
  });

  test.each([
    ["No. Complaints", "complaints"],
    ["Population (mid 2022)", "people"],
    ["All households", "households"],
    ["wind_gwh", "GWh"],
    ["Household is not deprived in any way", "(unit not stated)"],
  ])("%s counts %s", async (heading, unit) => {
    const { spec } = await guessOf(lines(`Council,${heading}`, "Ayton,8021", "Beeton,5203", "Upton,4711"));
    expect(Object.values(spec.measures).map(({ unit: { other } }) => other)).toEqual([unit]);
  });
});

describe("empty cells", () => {
  const table = (blank: (sum: number) => number) =>
    lines(
      "Town,Sex,Party,Votes",
      ...["Ayton", "Beeton", "Seaton", "Upton"].flatMap((town, at) =>
        ["Women", "Men", ""].flatMap((sex, of) => {
          const times = of === 2 ? 2 : 1;
          const own = ["Red", "Blue", "Green"].map((_, on) => (500 + at * 70 + on * on * 110) * times);
          const sum = own.reduce((all, one) => all + one, 0);
          return ["Red", "Blue", "Green", ""].map((name, on) => `${town},${sex},${name},${own[on] ?? blank(sum)}`);
        }),
      ),
    );

  test("that are the sum of the others are their total", async () => {
    const { spec } = await guessOf(table((sum) => sum));
    expect(spec.dimensions.party).toMatchObject({ total: "all" });
  });

  test("that are not are what is not stated", async () => {
    const { spec, dataset } = await guessOf(table((sum) => Math.round(sum * 0.61)));
    expect(spec.dimensions.party).not.toHaveProperty("total");
    expect(dataset?.categories("party").map(({ label }) => label)).toContain("Not stated");
  });
});

describe("periods", () => {
  test("midnight is the beginning of a day, also of several rows on one", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Date,Question,Yes",
        ...["2024-6-9 00:00", "2024-11-24 00:00"].flatMap((day, at) =>
          ["Roads", "Schools"].map((of, on) => `${day},${of},${4100 + at * 33 + on}`),
        ),
      ),
    );
    expect(Object.values(spec.dimensions).map(({ role }) => role)).toContain("time");
    expect(dataset?.periods()).toHaveLength(2);
  });

  test("moments are told to be some", async () => {
    const { remarks } = await guessOf(
      lines("When,Size", ...["03:58:51", "17:02:12", "21:40:00"].map((time, at) => `2005-12-18 ${time},2.${at}`)),
    );
    expect([...remarks.values()].join(" ")).toContain("Moments");
  });

  test("that are still to come are told to be projections", async () => {
    const table = (last: number) =>
      lines(
        "Country,Year,People",
        ...["Peru", "Chile"].flatMap((name) => [1980, 1990, last].map((year) => `${name},${year},${year * 971}`)),
      );
    const said = async (last: number, choices: { readonly date?: string; readonly title?: string } = {}) =>
      [...(await guessOf(table(last), choices)).remarks.values()].join(" ");
    expect(await said(2040, { date: "2030-01-01" })).toContain('From "2040" on, periods come after 2030-01-01');
    expect(await said(2020, { date: "2030-01-01" })).not.toContain("projections");
    expect(await said(2020, { title: "Bevölkerungsvorausberechnung" })).toContain("projections");
    // Nobody has said which day it is, and tomorrow the same file says the same.
    expect(await said(2190)).not.toContain("projections");
  });
});
