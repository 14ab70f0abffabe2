import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRank } from "../../src/survey/index.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const towns = Array.from(
  { length: 24 },
  (_, at) => `${"ABCDEFGHIJKL"[at % 12]}${"ae"[at % 2]}${"bdfh"[at % 4]}ton ${at}x`,
);

describe("ranks", () => {
  const scores = towns.map((_, at) => 40 + ((at * 37) % 101) / 2);
  const placeOf = (score: number) => 1 + scores.filter((other) => other > score).length;

  test("of one country alone are measures: nothing else tells them", async () => {
    const rows = Array.from({ length: 10 }, (_, at) => `Freedonia,${2012 + at},${30 + (at % 7)},${51.5 + at / 4}`);
    const { spec, remarks } = await guessOf(lines("Country,Year,Tax Rank,Tax Score", ...rows));
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Tax Rank", "Tax Score"]);
    expect(Object.values(spec.measures).filter(isRank)).toHaveLength(1);
    expect(remarks.get("layout.ignore") ?? "").not.toContain("Rank");
  });

  test("that figures beside them come to are said to be by these", async () => {
    const rows = towns.map((name, at) => `${name},${placeOf(scores[at] as number)},${scores[at]}`);
    const { spec, remarks } = await guessOf(lines("Town,Rank,Score", ...rows));
    expect(Object.values(spec.measures).some(isRank)).toBe(false);
    expect(remarks.get("layout.ignore")).toContain('"Rank": a rank by "Score", which is worked out anew from it');
  });

  test("of each year are said to be by figures of that year", async () => {
    const rows = [2020, 2021].flatMap((year) =>
      towns.slice(0, 8).map((name, at) => {
        const place = 1 + ((at * 3 + year) % 8);
        return `${name},${year},${place},${(year === 2020 ? 900 : 500) - place * 11}.5`;
      }),
    );
    const { remarks } = await guessOf(lines("Town,Year,Rank,Score", ...rows));
    expect(remarks.get("layout.ignore")).toContain('a rank by "Score"');
  });
});

describe("what stands once beside each name", () => {
  test("is not said to be told by it, where it is a flag", async () => {
    const rows = towns.map((name, at) => `${name},${120 + at * 7},${at % 3 === 0 ? "TRUE" : "FALSE"}`);
    const { remarks } = await guessOf(lines("Town,Output index,estimated", ...rows));
    expect(remarks.get("layout.ignore")).toContain('"TRUE" in 8 and "FALSE" in 16 of 24 rows');
    expect(remarks.get("layout.ignore")).not.toContain("told by");
  });

  test("is a measure where decimals stand among the marks of the figures beside it", async () => {
    const rows = towns.map(
      (name, at) => `${name},${at === 3 ? "NR" : 0.31 + at / 100},${at < 4 ? `0.0${at + 1}` : at % 2 ? "NR" : "<.01"}`,
    );
    const { spec, remarks } = await guessOf(lines("Town,Share of men,Share of others", ...rows));
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Share of men", "Share of others"]);
    expect(spec.markers).toEqual({ NR: "unavailable", "<.01": "unavailable" });
    expect(remarks.get("markers")).toContain('"<.01": below or above a bound');
  });
});

test("numbers of people beside what they paid are measures, also where some come again", async () => {
  const rows = towns.map(
    (name, at) => `${name},${400 + at * 13},${30 + (at % 9)},${900_000 + at * 7919},${at % 4},${5000 + at * 311}`,
  );
  const { spec } = await guessOf(lines("Industry,People,Gross tax no.,Gross tax $,Levy no.,Levy $", ...rows));
  expect(spec.layout?.ignore).toBeUndefined();
  expect(Object.keys(spec.measures)).toHaveLength(5);
});

test("a count of each country is not said to be that of its region, since a few countries stand in two rows", async () => {
  const rows = towns.flatMap((name, at) =>
    [2020, 2021, 2022].flatMap((year) => {
      const row = (region: string) => `${name},${region},${year},${(at + 3) * 1000},${7 + ((at * 31 + year) % 211)}`;
      return at < 2 ? [row("North"), row("South")] : [row(["North", "South"][at % 2] as string)];
    }),
  );
  const { remarks } = await guessOf(lines("Country,Region,Year,Population,Deaths", ...rows));
  expect([...remarks.values()].join(" ")).not.toContain("so the number of all of them");
});

describe("letters that stand for what does not apply", () => {
  test("are not taken for counts that are hidden, whatever stands beside them", async () => {
    const rows = towns.flatMap((name, at) =>
      [2020, 2021, 2022].map(
        (year) => `${name},${year},${at === 2 ? "z" : at === 5 ? "c" : 6 + ((at * 17 + year) % 90)}`,
      ),
    );
    const { spec, remarks } = await guessOf(lines("Town,Year,Children in care", ...rows));
    expect(spec.markers).toEqual({ c: "suppressed", z: "unavailable" });
    expect(remarks.get("markers")).toContain(
      'Nothing says what "z" stands for. Many offices write z for what does not apply',
    );
  });
});

test("each column with figures is kept, or left out by its name with a reason", async () => {
  const heads = [
    "Rank",
    "Score",
    "Budget $",
    "Share %",
    "is_open",
    "Last change",
    "Region no.",
    "Rate per 1,000",
    "Type",
  ];
  const cellOf: Readonly<Record<string, (at: number, year: number) => string>> = {
    Rank: (at) => String(1 + ((at * 5) % 24)),
    Score: (at, year) => `${30 + ((at * 7 + year) % 60)}.5`,
    "Budget $": (at, year) => String(9000 + at * 311 + (year % 7)),
    "Share %": (at) => (at % 3 === 0 ? "<1" : `${at}.5`),
    is_open: (at) => String(at % 2),
    "Last change": (at) => String(1990 + (at % 20)),
    "Region no.": (at) => String(1 + (at % 4)),
    "Rate per 1,000": (at, year) => (at % 5 === 0 ? "NR" : `${(at * 3 + year) % 40}.25`),
    Type: (at) => ["Town", "City"][at % 2] as string,
  };
  const subset = fc.subarray(heads, { minLength: 2 });
  await fc.assert(
    fc.asyncProperty(subset, fc.boolean(), async (own, isTimed) => {
      const years = isTimed ? [2020, 2021] : [2021];
      const rows = towns.flatMap((name, at) =>
        years.map((year) =>
          [
            name,
            ...(isTimed ? [year] : []),
            140 + ((at * 11 + year) % 97),
            ...own.map((head) => cellOf[head]?.(at, year)),
          ].join(),
        ),
      );
      const all = ["Town", ...(isTimed ? ["Year"] : []), "Visits", ...own.map((head) => `"${head}"`)].join();
      const { spec, remarks } = await guessOf(lines(all, ...rows));
      const written =
        JSON.stringify(spec.layout ?? {}) +
        JSON.stringify(Object.keys(spec.dimensions)) +
        JSON.stringify(spec.measures);
      const said = [...remarks.values()].join(" ");
      const ignored = [spec.layout?.ignore ?? []].flat();
      for (const head of own) {
        const isRead = !ignored.includes(head);
        if (isRead)
          expect(written.toLowerCase(), head).toContain((head.split(" ")[0] as string).toLowerCase().replace("_", ""));
        else expect(said, head).toContain(`"${head}"`);
      }
    }),
    { numRuns: trials(60, 12) },
  );
});

describe("totals below years", () => {
  const csvOf = (total: number) =>
    lines(
      "Year,Incidents,Lateness",
      "2017/18,7118,131924",
      "2018/19,7842,156689",
      "2019/20,8561,174512",
      `Total,23521,${total}`,
    );

  test("show that a measure adds up, over time too", async () => {
    const { spec, remarks } = await guessOf(csvOf(463_125), { title: "Alarms" });
    const [, lateness] = Object.entries(spec.measures);
    expect(remarks.get(`measures.${lateness?.[0]}.statType`)).toContain("It adds up, over time too");
    expect([...remarks.values()].join(" ")).not.toMatch(/Not added up|Nothing in the file shows/u);
  });

  test("of other figures show nothing", async () => {
    const { remarks } = await guessOf(csvOf(154_375), { title: "Alarms" });
    const said = [...remarks].filter(([, text]) => text.includes("It adds up, over time too"));
    expect(said.map(([field]) => field)).toEqual(["measures.incidents.statType"]);
  });
});

test("dates beside rows are named where the figures were taken for none of them", async () => {
  const rows = towns.map((name, at) => `${name},${2000 + (at % 20)}-05-1${at % 10},${1400 + at * 37}`);
  const { remarks } = await guessOf(lines("Town,Last grant,Visits", ...rows));
  expect(remarks.get("dimensions") ?? "").not.toContain("No column tells");
});

test("a name of a row is nobody who published the table", async () => {
  const rows = ["Heritage Recovery Fund", "Sports Trust", "Others"].map((name, at) => `${name},${1200 + at * 391}`);
  const { spec } = await guessOf(lines("Heritage Recovery Fund,", ",", "Fund,Visits", ...rows));
  expect(spec.sources.publisher?.publisher).toBe("(publisher not stated)");
});
