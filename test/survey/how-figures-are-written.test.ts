import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentinelsIn } from "../../src/survey/table/sentinels.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const two = (number: number) => String(number).padStart(2, "0");

describe("how long something takes", () => {
  test("is read as minutes, whatever it is", async () => {
    const minutes = fc.array(fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 3, maxLength: 3 }), {
      minLength: 4,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(minutes, async (rows) => {
        const write = (number: number) => `${Math.floor(number / 60)}:${two(number % 60)}`;
        const { spec, dataset } = await guessOf(
          lines(
            "Area,Sleep,Paid work,Travel",
            ...rows.map((own, at) => `Area ${"ABCDEFGH"[at]},${own.map(write).join(",")}`),
          ),
        );
        expect(spec.measures).toMatchObject({
          sleep: { durations: "h:mm", unit: { other: "minutes" }, statType: "quantity" },
        });
        const read = dataset?.observations.map(({ cell }) => (cell.state === "value" ? cell.value : undefined));
        const written = rows.flat().filter((_, at) => "sleep paidWork travel".split(" ")[at % 3]! in spec.measures);
        expect([...(read ?? [])].sort()).toEqual([...written].sort());
      }),
      { numRuns: 30 },
    );
  });

  test("is minutes and seconds where a heading has seconds, and both are remarked", async () => {
    const { spec, remarks } = await guessOf(
      lines("Area,Wait (mm:ss),Calls", "Kent,4:05,120", "Essex,3:50,99", "Devon,6:10,48", "Dorset,7:30,62"),
    );
    expect(spec.measures).toMatchObject({
      waitMmSs: { label: "Wait", durations: "m:ss", unit: { other: "seconds" } },
      calls: { statType: "count" },
    });
    expect(remarks.get("measures.waitMmSs.durations")).toContain('"h:mm"');
  });

  const stages = ["Entry to decision", "Decision to match", "Match to placement"];
  const ages = ["Total", "Under 1", "1", "2", "3", "4", "5", "6"];
  const span = (at: number) => `${two(at % 5)}:${two((at * 7) % 12)}`;
  const ofYears = [2021, 2022, 2023].flatMap((year, first) =>
    [...stages, "Children placed"].flatMap((stage, second) =>
      ages.map((age, third) => ({ year, stage, age, at: first * 31 + second * 11 + third })),
    ),
  );

  test("is months where nothing beyond the eleventh stands behind the colon, and other figures of the column are told and left out", async () => {
    const { spec, remarks, dataset } = await guessOf(
      lines(
        "Year,Country,Stage,Age,number",
        ...ofYears.map(
          ({ year, stage, age, at }) =>
            `${year},England,${stage},${age},${stage === "Children placed" ? `${(at + 3) * 10}` : at === 7 ? "k" : span(at)}`,
        ),
      ),
    );
    const [[id, measure] = []] = Object.entries(spec.measures);
    expect(measure).toMatchObject({ durations: "y:mm", unit: { other: "months" }, statType: "quantity" });
    expect(remarks.get(`measures.${id}.durations`)).toContain("years and months");
    expect(spec.layout).toMatchObject({ rows: { except: { Stage: ["Children placed"] } } });
    expect(remarks.get("layout.rows")).toContain("plain numbers");
    expect(remarks.get("layout.ignore")).toContain('"Country": always "England"');
    expect(dataset?.observations).toHaveLength(3 * stages.length * ages.length);
    const last = dataset?.observations.at(-1);
    const { at: written = 0 } = ofYears.filter(({ stage }) => stage !== "Children placed").at(-1) ?? {};
    expect(last?.cell).toMatchObject({ value: (written % 5) * 12 + ((written * 7) % 12) });
  });

  test("is hours where a heading says so, however few minutes there are", async () => {
    const { spec } = await guessOf(
      lines("Area,Hours", ...ages.map((age, at) => `Area ${age},${two(at)}:${two(at + 1)}`)),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ durations: "h:mm" }]);
  });

  test("is no time of the day", async () => {
    const { spec } = await guessOf(
      lines("Station,Opens,Passengers", "Kent,8:15,120", "Essex,9:30,99", "Devon,8:15,48", "Dorset,7:30,62"),
    );
    expect(Object.keys(spec.measures)).toEqual(["passengers"]);
  });
});

describe("days that are each the end of a month", () => {
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  test("stand for it, whatever they are written with", async () => {
    const writing = fc.record({
      sign: fc.constantFrom("-", "/", ".", " "),
      isLong: fc.boolean(),
      isFirst: fc.boolean(),
      from: fc.integer({ min: 0, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(writing, async ({ sign, isLong, isFirst, from }) => {
        const days = Array.from({ length: 7 }, (_, at) => {
          const [year, month] = [2023 + Math.floor((from + at) / 12), (from + at) % 12];
          const day = isFirst ? 1 : new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
          return [day, months[month], isLong ? year : year % 100].join(sign);
        });
        const { dataset } = await guessOf(
          lines("Date,Index of prices", ...days.map((day, at) => `${day},${98.5 + at}`)),
        );
        expect(dataset?.periods().map(({ format }) => format)).toEqual(days.map(() => "month"));
      }),
      { numRuns: 40 },
    );
  });

  test("are days where one is another", async () => {
    const { dataset } = await guessOf(
      lines("Date,Price", "31-Jul-25,9.8", "30-Jun-25,9.5", "30-May-25,9.7", "30-Apr-25,9.1", "31-Mar-25,9.4"),
    );
    expect(dataset?.periods()[0]?.format).toBe("day");
  });
});

describe("the year of a title", () => {
  const table = (title: string) =>
    lines(`"${title}",,`, ",,", "Area,Households,Tenants", "Kent,120,42", "Essex,99,31", "Devon,48,20");

  test.each([
    "Census 2011: households by tenure",
    "Table 3: Households by tenure, England, 2021",
    "Households 2019/20",
  ])("is that of all its figures: %s", async (title) => {
    const { dataset, remarks } = await guessOf(table(title), { title });
    expect(dataset?.periods()).toHaveLength(1);
    expect(remarks.get("layout.dimensions.period")).toContain("above the table");
  });

  test("is that of several together, and not of an edition that another line tells", async () => {
    const { dataset } = await guessOf(table("Life table 2014/2016, by area"), { title: "Life table" });
    expect(dataset?.periods()).toMatchObject([{ start: "2014-01-01", endExclusive: "2017-01-01" }]);
  });

  test.each([
    "Households by tenure, published 2024",
    "Households, 2011 boundaries",
    "Spending at 2015 prices",
    "Households from 2011 to 2021",
    "Households since 2011",
    "Prices, 2015=100",
  ])("is none of another thing: %s", async (title) => {
    expect((await guessOf(table(title), { title })).dataset?.periods()).toHaveLength(0);
  });

  test("is none of headings that have years", async () => {
    const { spec } = await guessOf(
      lines(
        '"Households in 2011",,',
        ",,",
        "Area,Tenants 2001,Rooms 2011",
        "Kent,120,42",
        "Essex,99,31",
        "Devon,48,20",
      ),
    );
    expect(spec.dimensions).not.toHaveProperty("period");
  });
});

describe("rows", () => {
  const profile = [
    "Population",
    "Households",
    "Aged 65 or over (%)",
    "Unemployed (%)",
    "Without a car (%)",
    "Average age",
  ];

  test("that are each of a kind of their own are measures", async () => {
    const { spec } = await guessOf(
      lines(
        "Ward profile,Central,North,South",
        ...profile.map((name, at) => `${name},${at + 40}.5,${at + 30},${at + 20}`),
      ),
    );
    expect(
      Object.values(spec.measures)
        .map(({ label }) => label)
        .sort(),
    ).toEqual([
      "Aged 65 or over (%)",
      "Average age",
      "Households",
      "Population",
      "Unemployed (%)",
      "Without a car (%)",
    ]);
  });

  test("that are all percentages are answers to one question", async () => {
    const { spec } = await guessOf(
      lines(
        "Answer,Kent,Essex,Devon",
        ...["Yes (%)", "No (%)", "Perhaps (%)", "Never (%)"].map(
          (name, at) => `${name},${at + 20},${at + 22},${at + 24}`,
        ),
      ),
    );
    expect(Object.keys(spec.measures)).not.toContain("yes");
  });

  test("have their names again at the end, and headings between them are headings", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Households,Towns,Villages,Haushalte",
        "Persons:,,,Personen:",
        "adults,1.9,2.1,Erwachsene",
        "children,0.4,0.6,Kinder",
        "Rooms:,,,Zimmer:",
        "bedrooms,2.2,3.0,Schlafzimmer",
        "kitchens,1.0,1.1,Küchen",
      ),
    );
    expect(dataset?.categories("section").map(({ label }) => label)).toEqual(["Persons:", "Rooms:"]);
    expect(spec.layout?.ignore).toContain("Haushalte");
  });
});

describe("what a heading or a number stands for", () => {
  const rows = ["Kent,1.02,0.8,1.24", "Essex,0.81,0.62,1.01", "Devon,0.94,0.84,1.03", "Dorset,0.95,0.76,1.14"];

  test("is a lower bound, and no pounds", async () => {
    const { spec } = await guessOf(lines("County,learning_rate,learning_rate_lb,learning_rate_ub", ...rows));
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).not.toContain("lb");
    const weighed = await guessOf(lines("County,birth_weight_lb", "Kent,7.2", "Essex,6.9", "Devon,7.4", "Dorset,7.1"));
    expect(Object.values(weighed.spec.measures)[0]?.unit.other).toBe("lb");
  });

  test("is a gap, where it is far below all others, in texts and as a number", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("-999", "-9999", "-999.9", "-9999.0", "-1111.1", "-2222"),
        fc.array(fc.option(fc.integer({ min: -80, max: 400 })), { minLength: 6, maxLength: 12 }),
        async (sentinel, values) => {
          const gaps = values.filter((value) => value === null).length;
          fc.pre(gaps > (sentinel.startsWith("-9") ? 0 : 1) && values.length - gaps > 1);
          const { dataset } = await guessOf(
            lines(
              "Year,Temperature (°C)",
              ...values.map((value, at) => `${2001 + at},${value === null ? sentinel : value / 10}`),
            ),
          );
          expect(dataset?.observations.map(({ cell }) => (cell.state === "value" ? cell.value : null))).toEqual(
            values.map((value) => (value === null ? null : value / 10)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test.each(["-9", "-99"])(
    "is a gap, where %s comes again and is all that is below zero among counts",
    async (text) => {
      const { spec, dataset } = await guessOf(
        lines(
          "County,M2018,M2019",
          ...[212, 3, 87, 140, 61, 305].map(
            (count, at) => `${"ABCDEF"[at]}ton,${count},${at % 3 === 1 ? text : count + 9}`,
          ),
        ),
      );
      expect(spec.markers).toEqual({ [text]: "unavailable" });
      expect(dataset?.observations.some(({ cell }) => cell.state === "value" && cell.value < 0)).toBe(false);
      expect(spec.disclosure).toBeDefined();
    },
  );

  test.each([
    ["once", "212,3,87,140,61,-9"],
    ["beside others below zero", "212,-9,87,140,-9,-3"],
    ["among decimals", "21.2,-9,8.7,1.4,-9,6.1"],
  ])("is a figure, where -9 stands %s", async (_, figures) => {
    const { spec } = await guessOf(
      lines("County,Moves", ...figures.split(",").map((figure, at) => `${"ABCDEF"[at]}ton,${figure}`)),
    );
    expect(spec.markers).toBeUndefined();
  });

  test("is a figure of what may be below zero by its heading", async () => {
    const figures = [12, -9, 3, 15, -9, 7];
    const rows = figures.map((figure, at) => `${"ABCDEF"[at]}ton,${figure}`);
    const { spec } = await guessOf(lines("County,Change in children", ...rows));
    expect(spec.markers).toBeUndefined();
  });

  const coded = (heading: string, notes: readonly string[] = []) => {
    const rates = Array.from({ length: 24 }, (_, at) => `County ${at + 1},${12 + at * 3}`);
    const hidden = Array.from({ length: 12 }, (_, at) => `County ${at + 30},${at < 9 ? -1 : -4}`);
    return lines(`County,${heading}`, ...rates, ...hidden, ...notes);
  };

  test("is a code below zero that comes more often than any figure, as the notes say or with a doubt", async () => {
    const { spec, remarks } = await guessOf(coded("New cases"));
    expect(spec.markers).toMatchObject({ "-1": "unavailable", "-4": "unavailable" });
    expect(remarks.get("markers")).toContain("-1, -4: the only numbers below zero");
    const said = await guessOf(coded("New cases", ["", "-1: Data are not shown to protect privacy"]));
    expect(said.spec.markers).toMatchObject({ "-1": "suppressed", "-4": "unavailable" });
    expect((await guessOf(coded("Change in cases"))).spec.markers).toBeUndefined();
  });

  test("is a code of two digits among parts of one, also where counts stand in some rows", async () => {
    const place = (at: number) => `${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at]}shire`;
    const rows = Array.from({ length: 26 }, (_, at) => [
      `Share,${place(at)},${(0.1 + at * 0.0173).toFixed(4)},${at < 8 ? -98 : (0.2 + at * 0.0191).toFixed(4)}`,
      `Number,${place(at)},${4000 + at * 971},${5000 + at * 883}`,
    ]).flat();
    const { dataset, spec, remarks } = await guessOf(lines("Statistic,County,y2018,y2019", ...rows));
    expect(spec.markers).toEqual({ "-98": "unavailable" });
    expect(remarks.get("markers")).toContain("-98: the only numbers below zero");
    expect(dataset?.observations.some(({ cell }) => cell.state === "value" && cell.value < 0)).toBe(false);
  });

  test("is found in columns of any length", () => {
    const values = ["Flow", "-999", ...Array.from({ length: 200_000 }, (_, at) => String(at % 900))];
    expect(sentinelsIn([{ values }])).toEqual(new Map([["-999", "gap"]]));
  });

  test("is a figure, where others are as far below", async () => {
    const { spec } = await guessOf(
      lines("Year,Balance", "2001,-999", "2002,-1200", "2003,-870", "2004,310", "2005,-420"),
    );
    expect(spec.markers).toBeUndefined();
  });

  test("is the year of all figures, where all headings say it", async () => {
    const { dataset } = await guessOf(
      lines(
        "Country,HDI_2021,Population_2021",
        "Kenya,0.58,5301",
        "Chad,0.39,1718",
        "Togo,0.54,864",
        "Ghana,0.63,3283",
      ),
    );
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2021"]);
    const { spec } = await guessOf(
      lines("Country,in_Q3_2021,out_Q3_2021", "Kenya,58,5301", "Chad,39,1718", "Togo,54,864", "Ghana,63,3283"),
    );
    expect(spec.dimensions).not.toHaveProperty("period");
  });

  test("is a mark for each of several things, or the long number of a thing", async () => {
    const names = ["North", "South", "North", "West", "East", "Hill", "Lake", "Wood", "Moor", "Bay"];
    const { spec } = await guessOf(
      lines(
        "station,elems,name,rain",
        ...names.map((name, at) => `${11001 + at * 15},1111${at % 2}012,${name},${at}.5`),
      ),
    );
    expect(Object.keys(spec.measures)).toEqual(["rain"]);
  });

  test("is a quarter before its year", async () => {
    const rows = ["Kent", "Essex"].flatMap((area) =>
      ["Q42010", "Q12011", "Q22011"].map((quarter, at) => `${area},${quarter},0.${area.length + at}5`),
    );
    const { dataset } = await guessOf(lines("County,Quarter,Rate", ...rows));
    expect(dataset?.periods().map(({ start }) => start)).toEqual(["2010-10-01", "2011-01-01", "2011-04-01"]);
  });

  test("is the month that a title says before its year", async () => {
    const title = "Distribution of hourly earnings, April 2015 final";
    const { dataset } = await guessOf(
      lines(`"${title}",,`, ",,", "Decile,Public,Private", "1,6.5,5.2", "2,7.1,6.2", "3,8.5,7.2", "4,9.9,8.5"),
      { title },
    );
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["April 2015"]);
  });
});
