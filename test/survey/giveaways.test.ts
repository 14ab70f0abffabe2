import { describe, expect, it } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const areas = ["Ashford", "Canterbury", "Dartford", "Dover", "Gravesham", "Maidstone", "Sevenoaks", "Swale"];
const years = [2019, 2020, 2021];
const counts = [
  [64, 17, 85],
  [3, 45, 2],
  [110, 85, 72],
  [56, 2, 110],
  [93, 48, 1],
  [61, 4, 75],
  [3, 31, 40],
  [64, 1, 72],
];
const people = [131_000, 165_700, 112_600, 118_100, 106_900, 171_800, 120_900, 150_100];
const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);
const all = sumOf(counts.flat());
const ofYear = (at: number): number => sumOf(counts.map((own) => own[at] ?? 0));

interface Place {
  readonly area: number;
  readonly year: number;
  readonly count: number;
}

/** A table of referrals by area and year, with further columns. */
const tableOf = (headings: string, cellsOf: (place: Place) => readonly (number | string)[]): string =>
  [
    `Area,Year,Referrals,${headings}`,
    ...areas.flatMap((name, area) =>
      years.map((label, year) => {
        const count = counts[area]?.[year] ?? 0;
        return [name, label, count, ...cellsOf({ area, year, count })].join(",");
      }),
    ),
  ].join("\n");

/** What is kept of a table, and the measures that are shown somewhere where the referrals are hidden. */
async function keptOf(csv: string) {
  const { spec, remarks } = await guessOf(csv);
  const safe = await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "data" });
  const placeOf = (at: object) => JSON.stringify(at);
  const hidden = safe.observations.filter(
    ({ measure, cell }) => measure === "referrals" && cell.state === "suppressed",
  );
  const places = new Set(hidden.map(({ at }) => placeOf(at)));
  expect(places.size).toBeGreaterThanOrEqual(7);
  const beside = safe.observations.filter(
    ({ measure, at, cell }) => measure !== "referrals" && cell.state === "value" && places.has(placeOf(at)),
  );
  return {
    labels: Object.values(spec.measures).map(({ label }) => label),
    beside: [...new Set(beside.map(({ measure }) => spec.measures[measure]?.label))],
    remark: remarks.get("layout.ignore") ?? "",
  };
}

describe("beside small counts that are hidden", () => {
  const tables: Readonly<Record<string, readonly [string, (place: Place) => readonly (number | string)[]]>> = {
    "shares of all areas and years": ["Percentage of all", ({ count }) => [((100 * count) / all).toFixed(2)]],
    "shares of all years of an area": [
      "Share of district (%)",
      ({ area, count }) => [((100 * count) / sumOf(counts[area] ?? [])).toFixed(1)],
    ],
    "rates of people that the table does not have": [
      '"Rate per 100,000"',
      ({ area, year, count }) => [((1e5 * count) / ((people[area] ?? 0) + 300 * year)).toFixed(1)],
    ],
    "an index of a year that is not there": [
      "Index",
      ({ area, count }) => [((100 * count) / (40 + 7 * area)).toFixed(1)],
    ],
    "what is above the mean": ["Difference from average", ({ year, count }) => [(count - ofYear(year) / 8).toFixed(2)]],
    "what is above the mean, in a hundred": [
      "% above or below average",
      ({ year, count }) => [(100 * (count / (ofYear(year) / 8) - 1)).toFixed(1)],
    ],
    "changes since a year that is not there": ["Change since 2018", ({ area, count }) => [count - 40 - 7 * area]],
    "what each costs": ["Cost (£)", ({ count }) => [250 * count]],
    "figures a day": ["Referrals per day", ({ count }) => [(count / 365).toFixed(4)]],
    "the others": ["All other areas", ({ year, count }) => [ofYear(year) - count]],
    "rounded counts": ["Referrals (rounded to nearest 5)", ({ count }) => [5 * Math.round(count / 5)]],
  };
  it.each(Object.entries(tables))("%s are left out", async (_, [heading, cellsOf]) => {
    const { labels, beside, remark } = await keptOf(tableOf(heading, cellsOf));
    expect(beside).toEqual([]);
    expect(labels).toEqual(["Referrals"]);
    expect(remark).toContain("they would say small ones");
  });

  it("of a sum and its mean one is left out", async () => {
    const each = ({ area, year }: Place) => 120 + ((area * 131 + year * 317) % 400);
    const table = tableOf("Total paid (£),Average paid (£)", (place) => [place.count * each(place), each(place)]);
    expect((await keptOf(table)).labels).toEqual(["Referrals", "Total paid"]);
  });

  it("of children and in how many of them there is one the second is left out", async () => {
    const table = tableOf("Children,One in", ({ area, count }) => [
      people[area] ?? 0,
      Math.round((people[area] ?? 0) / count),
    ]);
    expect((await keptOf(table)).labels).toEqual(["Referrals", "Children"]);
  });

  it("counts that are mostly the same are kept, since they are no proof", async () => {
    const table = tableOf("Victims", ({ area, year, count }) => [(area + year) % 3 === 0 ? count + 1 : count]);
    expect((await guessOf(table)).spec.measures).toHaveProperty("victims");
  });

  it("figures that say nothing of them are kept", async () => {
    const table = tableOf("Average age,% satisfied,Spending (£)", ({ area, year, count }) => [
      (7 + ((area * 37 + year * 53) % 50) / 10).toFixed(1),
      (60 + ((area * 71 + year * 29) % 350) / 10).toFixed(1),
      count * (100 + ((area * 331 + year * 517) % 900)),
    ]);
    const { labels } = await keptOf(table);
    expect(labels).toEqual(["Referrals", "Average age", "% satisfied", "Spending"]);
  });
});

it("running shares, and sums of twelve months, are left out beside small counts", async () => {
  const reasons = [140, 96, 51, 3, 37, 12, 2].map((count, at, every) => {
    const share = (100 * sumOf(every.slice(0, at + 1))) / sumOf(every);
    return `${"ABCDEFG"[at]} reasons,${count},${share.toFixed(1)}`;
  });
  const running = await guessOf(`Reason,Number,Running %\n${reasons.join("\n")}`);
  expect(Object.values(running.spec.measures).map(({ label }) => label)).toEqual(["Number"]);
  const months = Array.from({ length: 36 }, (_, at) => [31, 3, 47, 52, 2, 66, 38, 41, 4, 29, 33, 60][at % 12] ?? 0);
  const monthly = months.map((count, at, every) => {
    const month = `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return `${month},${count + Math.floor(at / 12)},${sumOf(every.slice(Math.max(0, at - 11), at + 1)) + at}`;
  });
  const sums = await guessOf(`Month,Incidents,Rolling 12 months total\n${monthly.join("\n")}`);
  expect(Object.values(sums.spec.measures).map(({ label }) => label)).toEqual(["Incidents"]);
});

describe("counts that stand beside others in a cell", () => {
  const rowsOf = (cellOf: (count: number) => string) =>
    areas.flatMap((name, area) => years.map((year, at) => `${name},${year},${cellOf(counts[area]?.[at] ?? 0)}`));

  it.each(["Children (%)", "Boys n (%)", '"Children, number (per cent)"'])(
    "%s are counts, which are hidden, and their shares are left out or hidden with them",
    async (heading) => {
      const cells = rowsOf((count) => `${count} (${((100 * count) / all).toFixed(2)}%)`);
      const csv = `Area,Year,${heading}\n${cells.join("\n")}`;
      const { spec } = await guessOf(csv);
      expect(Object.values(spec.measures).map(({ statType }) => statType)).toContain("count");
      const safe = await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "data" });
      const shown = safe.observations.flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : []));
      expect(shown).toContain(110);
      expect(shown.filter((value) => value > 0 && value < 5)).toEqual([]);
    },
  );

  it.each([
    ["Seen in time", (count: number, all: number) => `${count} of ${all}`],
    ["Ratio", (count: number, all: number) => `${count}:${all - count}`],
  ])("%s are no names", async (heading, cellOf) => {
    const rows = areas.flatMap((name, area) =>
      years.map((year, at) => {
        const referrals = 120 + area * 3 + at;
        return `${name},${year},${referrals},${cellOf(counts[area]?.[at] ?? 0, referrals)}`;
      }),
    );
    const { spec } = await guessOf(`Area,Year,Referrals,${heading}\n${rows.join("\n")}`);
    expect(Object.keys(spec.dimensions)).toEqual(["area", "year"]);
  });
});

it.each(["Average", "Kent average", "Mean of all areas"])(
  "a row of means, %s, is left out below counts",
  async (name) => {
    const long = areas.flatMap((area, at) => years.map((year, on) => `${area},${year},${counts[at]?.[on]}`));
    const means = years.map((year, on) => `${name},${year},${(ofYear(on) / 8 + 0.1).toFixed(1)}`);
    const wide = areas.map((area, at) => `${area},${counts[at]?.join(",")}`);
    const meansAcross = `${name},${years.map((_, on) => (ofYear(on) / 8 + 0.1).toFixed(1)).join(",")}`;
    const tables = [
      ["Area,Year,Referrals", ...long, ...means],
      [`Area,${years.join(",")}`, ...wide, meansAcross],
    ];
    for (const table of tables) {
      const csv = table.join("\n");
      const { spec, remarks } = await guessOf(csv);
      expect(spec.layout?.rows).toEqual({ except: { Area: [name] } });
      expect(remarks.get("layout.rows")).toBe("These rows are means of the others.");
      const safe = await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "data" });
      const shown = safe.observations.flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : []));
      expect(shown).toHaveLength(24 - 7);
      expect(shown.filter((value) => value < 5)).toEqual([]);
    }
  },
);

it("a row of means in whole numbers is left out, and a category that is called average is not", async () => {
  const few =
    "Area,2019,2020,2021\nAshford,64,17,85\nCanterbury,3,45,2\nDover,31,40,63\nDartford,110,85,72\nAverage,52,47,56";
  expect((await guessOf(few)).spec.layout?.rows).toEqual({ except: { Area: ["Average"] } });
  const rated = "Rating,2019,2020,2021\nGood,64,17,85\nAverage,3,45,2\nPoor,31,40,63\nVery poor,110,85,72";
  expect((await guessOf(rated)).spec.layout?.rows).toBeUndefined();
});

it.each(["73 average row", "Averages by area", "Mean", "Median referrals"])(
  "a file that is called %s makes no means of whole numbers",
  async (title) => {
    const wide = `Area,${years.join(",")}\n${areas.map((area, at) => `${area},${counts[at]?.join(",")}`).join("\n")}`;
    const { spec } = await guessOf(wide, { title });
    expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count"]);
    expect(spec.disclosure).toBeDefined();
  },
);

describe("shares that make small counts which no cell has", () => {
  const referrals = [45, 60, 112, 98, 77, 81, 140, 52];
  const parts = [3, 6, 16, 12, 4, 13, 35, 5];
  const rowsOf = (digits: number, partsOf: readonly number[] = parts) =>
    areas.map((name, at) => {
      const [part = 0, of = 1] = [partsOf[at], referrals[at]];
      return [name, of, ((100 * part) / of).toFixed(digits)] as const;
    });
  const labelsOf = async (csv: string, sheets: Parameters<typeof guessOf>[1] = {}) => {
    const { spec, remarks } = await guessOf(csv, sheets);
    return { labels: Object.values(spec.measures).map(({ label }) => label), remarks };
  };

  it.each([
    ["% re-referred", 1],
    ["% re-referred", 0],
    ["Percentage re-referred", 2],
    ["Re-referral rate (%)", 1],
  ])("%s, to %i decimals, is left out beside counts that are all large", async (heading, digits) => {
    const csv = [`Area,Referrals,${heading}`, ...rowsOf(digits)].join("\n");
    const { labels, remarks } = await labelsOf(csv);
    expect(labels).toEqual(["Referrals"]);
    expect(remarks.get("layout.ignore")).toContain("make counts from 1 to 4 that are in no cell");
  });

  it("fractions of one are found too, whatever they are called", async () => {
    const rows = areas.map(
      (name, at) => `${name},${referrals[at]},${((parts[at] ?? 0) / (referrals[at] ?? 1)).toFixed(4)}`,
    );
    expect((await labelsOf(["Area,Referrals,Seen again", ...rows].join("\n"))).labels).toEqual(["Referrals"]);
  });

  it("one row is enough where the heading says percent", async () => {
    expect((await labelsOf("Area,Referrals,% re-referred\nAshford,45,6.7")).labels).toEqual(["Referrals"]);
  });

  it("of several shares of one count the count is left out, and the shares are told of", async () => {
    const rows = areas.map((name, at) => {
      const of = referrals[at] ?? 1;
      const [yes, no] = [(100 * (parts[at] ?? 0)) / of, (100 * (2 + at)) / of];
      return `${name},${of},${yes.toFixed(1)},${no.toFixed(1)},${(100 - yes - no).toFixed(1)}`;
    });
    const { labels } = await labelsOf(["Area,Respondents,% no,% don't know,% yes", ...rows].join("\n"));
    expect(labels).not.toContain("Respondents");
    expect(labels).toHaveLength(3);
  });

  it("shares that make no small count are kept, and those of something else", async () => {
    const many = rowsOf(1, [13, 26, 36, 22, 41, 33, 35, 15]);
    expect((await labelsOf(["Area,Referrals,% re-referred", ...many].join("\n"))).labels).toHaveLength(2);
    const others = [6.1, 7.3, 3.4, 5.2, 4.9, 3.8, 2.7, 6.9];
    const elsewhere = areas.map((name, at) => `${name},${referrals[at]},${others[at]}`);
    expect((await labelsOf(["Area,Referrals,% unemployed", ...elsewhere].join("\n"))).labels).toHaveLength(2);
  });
});

it("shares that leave few of a count are left out: 93.3% of 45 are all but 3", async () => {
  const rows = ["Ashford,45,93.3", "Dartford,112,85.7", "Dover,98,87.8", "Swale,52,90.4", "Sevenoaks,140,75.0"];
  const { spec, remarks } = await guessOf(`Area,Referrals,% seen in time\n${rows.join("\n")}\n`);
  expect(Object.keys(spec.measures)).toEqual(["referrals"]);
  expect(remarks.get("layout.ignore")).toContain("in no cell");
  // Where none leaves few, it is read.
  const { spec: all } = await guessOf(`Area,Referrals,% seen in time\n${rows.slice(1).join("\n")}\n`);
  expect(Object.keys(all.measures)).toEqual(["referrals", "seenInTime"]);
});

it("hides counts that stand beside differences, whatever their headings have in common", async () => {
  const rows = [
    "Kent,41,24,35,-19",
    "Essex,65,-3,16,26",
    "Devon,19,12,61,4",
    "Dorset,25,-16,3,18",
    "Surrey,40,8,24,-11",
  ];
  const { spec } = await guessOf(`County,exposed-white,white-diff,exposed-black,black-diff\n${rows.join("\n")}\n`);
  expect(Object.keys(spec.measures)).toHaveLength(4);
  expect(spec.disclosure).toBeDefined();
});

it.each([
  ["rounded", (share: number) => Math.round(share * 1e4) / 1e4],
  ["cut off", (share: number) => Math.floor(share * 1e4) / 1e4],
])(
  "each of many shares is made of the count before it, %s, whatever arithmetic left behind its last place",
  async (_, written) => {
    const parties = Array.from({ length: 14 }, (_, at) => `Party ${"ABCDEFGHIJKLMN"[at]}`);
    const rows = Array.from({ length: 24 }, (_, at) => {
      const votes = parties.map((_, party) => 1 + ((at * 31 + party * 17) % 83));
      const all = votes.reduce((sum, own) => sum + own, 0);
      return [
        `Town${"ABCDEFGH"[at % 8]}${at}`,
        all,
        ...votes.map((own) => `${own},${written(own / all) * 100}`),
      ].join();
    });
    const heads = parties.map((party) => `${party},${party} %`).join();
    const { spec } = await guessOf(`Town,Valid votes,${heads}\n${rows.join("\n")}\n`);
    const shares = Object.entries(spec.measures).filter(([, { statType }]) => statType !== "count");
    expect(shares.length).toBeGreaterThan(8);
    // None is published as it is: each is hidden with the count that it is made of.
    for (const [, { numerator, denominator }] of shares)
      expect([numerator, denominator]).toEqual([expect.any(String), "validVotes"]);
    expect(spec.disclosure?.measures).toBeUndefined();
  },
);

it.each([
  ["what counts are of those of another category, beside these", (low: number, all: number) => low / all, true],
  ["what is of neither", (low: number, all: number) => ((low * 37 + all * 11) % 91) / 700, false],
])("leaves out %s where rows tell measures apart", async (_, ratioOf, isLeftOut) => {
  const rows = Array.from({ length: 30 }, (_, at) => {
    const [zone, all, low] = [`Zone ${"ABCDEFGHIJ"[at % 10]}${at}`, 17 + ((at * 29) % 71), (at * 5) % 13];
    return [
      `${zone},Live births,Count,${all}`,
      `${zone},Low weight births,Count,${low}`,
      `${zone},Low weight births,Ratio,${(ratioOf(low, all) * 100).toFixed(2)}`,
    ];
  });
  const { spec, remarks } = await guessOf(`zone,weight,measure,value\n${rows.flat().join("\n")}\n`);
  expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
  expect(Object.keys(spec.measures)).toEqual(isLeftOut ? ["count"] : ["count", "ratio"]);
  expect(remarks.get("disclosure")?.includes('"Ratio"')).toBe(!isLeftOut);
});
