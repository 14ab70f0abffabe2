import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { filesOf } from "../../src/cli/starter-files.ts";
import type { StarterTemplate } from "../../src/cli/starter-templates.ts";
import { guessOf } from "../survey/guess-of.ts";

/** The files of a first briefing of a table, as `init` writes them. */
async function filesFor(
  csv: string,
  { isShown = true, template }: { readonly isShown?: boolean; readonly template?: StarterTemplate | undefined } = {},
) {
  const { spec, dataset, comparability } = await guessOf(csv);
  if (!dataset) throw new Error("The table was not read.");
  return filesOf({
    file: "figures.csv",
    folder: "figures-briefing",
    definition: { module: "./dataset.ts", name: "figures" },
    spec,
    comparabilityOf: (dimension) => comparability.get(dimension),
    dataset,
    shown: isShown ? dataset : undefined,
    start: chooseStart(dataset, spec),
    template,
    encoding: undefined,
  });
}

const briefingOf = async (csv: string): Promise<string> => (await filesFor(csv))["briefing.ts"];

test("no areas are ranked by figures on both sides of zero of which nothing says what they are", async () => {
  const names = ["Ayr", "Bute", "Crail", "Dunoon", "Elgin", "Fife", "Govan", "Huntly"];
  const tableOf = (heading: string, lowest: number) =>
    [
      `code,district,${heading}`,
      ...names.map((name, at) => `E060000${10 + at},${name},${(lowest + at * 4.3).toFixed(1)}`),
    ].join("\n");
  expect(await briefingOf(tableOf("total", 2.1))).toContain("rankingSpec");
  expect(await briefingOf(tableOf("balance (%)", -9.7))).toContain("rankingSpec");
  expect(await briefingOf(tableOf("total", -9.7))).not.toContain("rankingSpec");
});

test("a first chart of many categories is of all of them, so that it says how many of how many it shows", async () => {
  const rows = Array.from(
    { length: 180 },
    (_, at) => `${["North", "South", "East"][at % 3]},BU${1000 + at * 7},${310.5 + at * 7}`,
  );
  const briefing = await briefingOf(["region,permit,Capacity (tonnes)", ...rows].join("\n"));
  expect(briefing).toContain("rankingSpec(");
  expect(briefing).not.toMatch(/index < \d|highest 20/u);
});

test("a measure that the latest period alone has is told without a change, beside others that are older", async () => {
  const rows = ["Kent", "Essex", "Devon"].flatMap((area, at) => [
    `${area},2016-2018,,${(18.5 + at).toFixed(1)}`,
    `${area},2017-2019,${(4.5 + at).toFixed(1)},${(19.5 + at).toFixed(1)}`,
  ]);
  const briefing = await briefingOf(`Area,Years,Cold homes (%),Damp homes (%)\n${rows.join("\n")}\n`);
  expect(briefing).toContain('measure: "coldHomes"');
  expect(briefing).not.toMatch(/change\(|trend\(/u);
});

test("a running total is told as one, without a change since the day before, and only where nothing is of the days", async () => {
  const days = Array.from({ length: 40 }, (_, at) => new Date(Date.UTC(2021, 2, 1 + at)).toISOString().slice(0, 10));
  const rows = (last: (at: number) => string) =>
    days.map((day, at) => `${day},${120 + at * 9 - (at === 20 ? 14 : 0)}${last(at)}`).join("\n");
  const only = await filesFor(`Date,Deaths\n${rows(() => "")}\n`);
  expect(only["briefing.ts"]).not.toMatch(/change\(|trend\(/u);
  expect(only["introduction.hbs"]).toContain("running total");
  const both = await filesFor(`Date,Deaths,New deaths\n${rows((at) => `,${9 + ((at * 7) % 5)}`)}\n`);
  expect(both["briefing.ts"]).toContain('measure: "newDeaths"');
  expect(both["briefing.ts"]).toMatch(/change\(/u);
  expect(both["introduction.hbs"]).not.toContain("running total");
});

test("what grows from year to year is no running total", async () => {
  const rows = Array.from({ length: 45 }, (_, at) => `${1975 + at},${52_000 + at * 310}`).join("\n");
  const files = await filesFor(`Year,Homes\n${rows}\n`);
  expect(files["briefing.ts"]).toMatch(/change\(/u);
  expect(files["introduction.hbs"]).not.toContain("running total");
});

test("temperatures differ by degrees, and are told in no per cent or times", async () => {
  const rows = Array.from({ length: 24 }, (_, at) => `${2000 + at},${(11.5 + (at % 5) * 1.3).toFixed(1)}`);
  const briefing = await briefingOf(`Year,Mean temperature (degrees Celsius)\n${rows.join("\n")}\n`);
  expect(briefing).toContain('{ mode: "absolute" }');
  expect(briefing).not.toMatch(/\btrend\(|standing/u);
  const other = await briefingOf(`Year,Waste (tonnes)\n${rows.join("\n")}\n`);
  expect(other).not.toContain("absolute");
  expect(other).toContain("trend(");
});

test("the highest of a period are those of so many areas as have a figure in it, and not of those that are no more", async () => {
  const rows = [2019, 2020, 2021].flatMap((year) =>
    Array.from({ length: 160 }, (_, at) =>
      at === 7 && year > 2019
        ? []
        : `District ${"abcdefghij"[at % 10]}${at},${year},${(12.5 + at * 1.7 + (year % 7)).toFixed(1)}`,
    ).flat(),
  );
  const briefing = await briefingOf(`District,Year,Rate per 1000\n${rows.join("\n")}\n`);
  expect(briefing).toMatch(/of the \{\{literal \\"159\\"\}\} with a figure/u);
  expect(briefing).toContain("Of 159 areas");
  expect(briefing).toMatch(/\{\{literal \\"1\\"\}\} has no figure/u);
});

test("areas that are hidden are ranked nowhere, and a chart of the highest says how many they are", async () => {
  const rows = Array.from(
    { length: 180 },
    (_, at) => `District ${"abcdefghij"[at % 10]}${at},${at % 9 === 0 ? "[c]" : at === 4 ? "[x]" : 125 + at * 7}`,
  );
  const csv = `District,Visits\n${rows.join("\n")}\n`;
  const briefing = await briefingOf(csv);
  expect(briefing).toContain(
    JSON.stringify(
      'The highest {{literal "20"}} of the {{literal "159"}} with a figure that is shown, and this one wherever it ranks. {{literal "20"}} are hidden, and have no rank here, high or low. {{literal "1"}} has no figure',
    ),
  );
  expect(briefing).toContain("(highest 20 of those shown)");
  const { "briefing.ts": uncounted } = await filesFor(csv, { isShown: false });
  expect(uncounted).toContain("Any that are hidden have no rank here, high or low");
  expect(uncounted).not.toContain('literal \\"159');
});

test("and nothing is said of how high they are, since what is hidden as few is not among the highest", async () => {
  const rows = Array.from(
    { length: 180 },
    (_, at) => `District ${"abcdefghij"[at % 10]}${at},${at % 9 === 0 ? "<5" : 125 + at}`,
  );
  const briefing = await briefingOf(`District,Visits\n${rows.join("\n")}\n`);
  expect(briefing).toContain("are hidden, and have no rank here, high or low");
  expect(briefing).not.toContain("among the highest");
});

test("the rows of a chart of the highest are those of a plain sort of what has a figure, and the area's own", async () => {
  const rows = Array.from({ length: 160 }, (_, at) => `District ${"abcdefghij"[at % 10]}${at},${125 + at * 7}`);
  const briefing = await briefingOf(`District,Visits\n${rows.join("\n")}\n`);
  const code = /\.where\(\{[^\n]*\}\)(?<steps>[\s\S]+?)\n\s*\.map/u.exec(briefing)?.groups?.["steps"] ?? "";
  const drawn = new Function("rows", "area", `return rows${code.replaceAll(/^\s*\/\/.*$/gmu, "")}`) as (
    rows: readonly Row[],
    area: { label: string },
  ) => Row[];
  interface Row {
    district: string;
    visits: number | null;
  }
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: 25, maxLength: 60 }),
      fc.nat(),
      (figures, own) => {
        const all = figures.map((visits, at) => ({ district: `District ${at}`, visits }));
        const label = `District ${own % all.length}`;
        const highest = figures.filter((value) => value !== null).sort((a, b) => b - a);
        const found = drawn([...all], { label });
        expect(found.map(({ district }) => district)).toContain(label);
        const others = found.filter((row, at) => at < 20 || row.district !== label);
        expect(others.flatMap(({ visits }) => visits ?? [])).toEqual(highest.slice(0, 20));
      },
    ),
  );
});

test("an area without a figure of the last period is told of by its own last one, and no claim is of that where all have one", async () => {
  const rowsOf = (isGone: boolean) =>
    [2019, 2020, 2021].flatMap((year) =>
      ["Ayr", "Bute", "Crail"].flatMap((area, at) =>
        isGone && at === 1 && year > 2019 ? [] : [`${area},${year},${1250 + at * 97 + (year % 7)}`],
      ),
    );
  const csvOf = (isGone: boolean) => `Area,Year,Visits\n${rowsOf(isGone).join("\n")}\n`;
  expect(await briefingOf(csvOf(true))).toContain('last: count(figures, { area, year: "latest-available" })');
  expect(await briefingOf(csvOf(false))).not.toContain("latest-available");
});

test("areas stay those of a briefing of each where one alone has a figure of the last period", async () => {
  const rows = [2019, 2020].flatMap((year) =>
    Array.from({ length: 12 }, (_, at) => `District ${"abcdefghijkl"[at]},${year},${12 + at * 17 + (year % 7)}`),
  );
  const { "briefing.ts": briefing, "package.json": package_ } = await filesFor(
    `District,Year,Libraries\n${rows.join("\n")}\nDistrict c,2021,45\n`,
  );
  expect(package_).toContain("--each area");
  expect(briefing).toContain("parameters: { area:");
});

interface ChartedRow {
  readonly area: string;
  readonly sex: string;
  readonly year: number;
}

/** What each chart of a briefing selects, the categories by their labels, and the field along which its marks stand. */
const chartsIn = (briefing: string) =>
  [...briefing.matchAll(/\b(?:x|category): "(?<along>\w+)"[\s\S]*?\.where\(\{(?<of>[^}]*)\}\)/gu)].map(
    ({ groups }) => ({
      along: groups?.along as keyof ChartedRow,
      selected: new Function("area", `return {${groups?.of ?? ""}}`)("Ayr") as Partial<ChartedRow>,
    }),
  );

test("each chart of a first briefing is of one row at each of its marks, whatever the table has a total of", async () => {
  const places = ["Ayr", "Bute", "Crail", "Dunoon"];
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        areas: fc.integer({ min: 1, max: 4 }),
        hasWhole: fc.boolean(),
        sexes: fc.constantFrom([], ["Men", "Women"], ["Men", "Women", "Total"]),
        years: fc.integer({ min: 1, max: 4 }),
        isWholeLater: fc.boolean(),
        template: fc.constantFrom(undefined, "national" as const, "summary" as const),
      }),
      async ({ areas, hasWhole, sexes, years, isWholeLater, template }) => {
        const named = [...places.slice(0, areas), ...(hasWhole ? ["Total"] : [])];
        const rows = named.flatMap((area, at) =>
          (sexes.length > 0 ? sexes : [""]).flatMap((sex, on) =>
            Array.from({ length: years + (isWholeLater && area === "Total" ? 2 : 0) }, (_, year) => ({
              area,
              sex,
              year: 2018 + year,
              figure:
                area === "Total" || sex === "Total" ? 9000 + at * 70 + on * 9 + year : 110 + at * 70 + on * 9 + year,
            })),
          ),
        );
        const csv = [
          `Area,${sexes.length > 0 ? "Sex," : ""}Year,Homes`,
          ...rows.map(({ area, sex, year, figure }) => `${area},${sexes.length > 0 ? `${sex},` : ""}${year},${figure}`),
        ].join("\n");
        const { "briefing.ts": briefing } = await filesFor(`${csv}\n`, { template: hasWhole ? template : undefined });
        for (const { along, selected } of chartsIn(briefing)) {
          const isOf = (own: string | undefined, name: string) => own === undefined || own === name;
          const isLatest = ({ year }: ChartedRow) => selected.year === undefined || year === 2018;
          const drawn = rows.filter(
            (row) => isOf(selected.sex, row.sex) && isOf(selected.area, row.area) && isLatest(row),
          );
          expect(drawn.length).toBeGreaterThan(0);
          expect(new Set(drawn.map((row) => row[along])).size).toBe(drawn.length);
        }
      },
    ),
    { numRuns: 40 },
  );
});
