import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileChart, stripSpec } from "../../src/charts/index.ts";
import { listedRows } from "../../src/charts/recipes/figure-label.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { inPart, someAtTurn, trials } from "../support/trials.ts";
import { type AwkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { fonts } from "./chart-fonts.ts";

/** Names that have digits, by what the digits are. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  "numbers of things": ["No. 475", "No. 4", "No. 1", "Ward 3 of 12", "4th district", "Beat 20"],
  "days of the calendar": ["2000-02-02", "2012-01-04", "1958-05-01", "2009-06-18", "2013-07-27"],
  "days in words": ["Mar 1 2000", "Jan 1 2000", "1 April 2018", "Week 4, 2019"],
  "hours of days": ["2001/01/03 18:40", "2001/01/21 10:35", "2010-01-01T01:00:00", "2015/01/01 04:00:00"],
  codes: ["H0AZ01325", "H4AL03061", "E06000001", "E0600001a", "A4-20"],
  "numbers alone": ["4103027", "1", "2", "12", "20", "298"],
  classes: ["16-24", "Under 5", "65+", "Top 1%", "£20 to £40", "1,000 to 1,999"],
  "spaces around them": ["300 ", " 300", "Ward 7\r", "-0.09\r"],
  "a number within words": [
    "buick skylark 320",
    "volkswagen 1131 deluxe sedan",
    "mercedes 240d",
    "audi 5000s (diesel)",
  ],
  "names of several lines": [
    "The second list of 1958, part 3 of 4, in the northern division of 2 parts",
    "The first of 12",
  ],
};
const cases = [
  ...Object.entries(kinds).map(
    ([name, names]): AwkwardData => ({
      name,
      names,
      // Places, days and parts of names are among their digits.
      figure: (index, period) => ((index * 7919 + period * 37) % 1311) + 4 + (index % 2 ? 0.58 : 0),
      format: ",.2~f",
    }),
  ),
  // 4,000 is no 4 with something behind it.
  {
    name: "years of age",
    names: Array.from({ length: 12 }, (_, age) => String(age)),
    figure: (index: number, period: number) => 4000 + ((index * 1137 + period * 37) % 7900),
    format: ",",
  } satisfies AwkwardData,
];
const widthsPx = [640, 340];

/** A tile has a code of its author's, here the first characters of a name: of a date they are no name. */
const recipes = awkwardRecipes.filter(({ name }) => !["tile-map", "tile-maps"].includes(name));

/** Of the names, so many for each recipe, others for the next one. */
const triedOf = (recipe: number) => someAtTurn(cases, inPart(cases.length, 4), recipe);

describe.each(recipes.map((recipe, index) => ({ ...recipe, index })))("$name", ({ spec, rows, index }) => {
  test("takes no digit of a name for a figure, and no figure beside a name for a part of it", async () => {
    for (const data of triedOf(index)) {
      const widthPx = widthsPx[cases.indexOf(data) % widthsPx.length] as number;
      try {
        const chart = await compileChart({ id: "chart", spec: spec(data, widthPx), fonts, widthPx });
        const { untraced } = await chart.render(rows(data));
        expect([data.name, ...untraced.map(({ message }) => message)]).toEqual([data.name]);
      } catch (error) {
        if (!(error instanceof BriefingError)) throw error;
        expect(error.diagnostics.map(({ code }) => code)).toEqual(["chart-crowded"]);
      }
    }
  });
});

test.each(Object.entries(kinds))("a strip names two that are printed alike at an end: %s", async (_, names) => {
  const [first = "", second = "Ward 12"] = names;
  const others = Array.from({ length: 12 }, (_, index) => ({ area: `Ward ${100 + index}`, n: 64 + index * 5.5 }));
  const rows = [{ area: first, n: 20 }, { area: second, n: 20.03 }, ...others];
  const spec = stripSpec({ category: "area", value: "n", format: ".1f" });
  for (const widthPx of widthsPx) {
    const { untraced } = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
    expect(untraced).toEqual([]);
  }
});

test("a row that a label lists accounts for the digits of its name, and for no figure", async () => {
  const spec = (said: string) => ({
    mark: "text",
    transform: [
      { joinaggregate: [{ op: "values", field: "area", as: listedRows }] },
      { calculate: `join(pluck(datum.${listedRows}, 'area'), ', ') + ': ${said}'`, as: "label" },
    ],
    encoding: { text: { field: "label" } },
  });
  const rows = ["Ward 124", "Ward 184"].map((area) => ({ area, n: 20 }));
  const untracedOf = async (said: string) =>
    (await (await compileChart({ id: "chart", spec: spec(said), fonts })).render(rows)).untraced.map(
      ({ message }) => /^The figure "(.+?)" in /.exec(message)?.[1],
    );
  expect(await untracedOf("20")).toEqual([]);
  expect(await untracedOf("184")).toEqual(["184"]);
});

const labels: Readonly<Record<string, string>> = {
  "before the name": "datum.said + '  ' + datum.area",
  "behind the name": "datum.area + ' ' + datum.said",
  "below the name": "datum.area + '\\n' + datum.said",
  "in parentheses": "datum.area + ' (' + datum.said + ')'",
};

test("a name accounts for its own digits, and for no figure beside it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(kinds).flat()),
      fc.constantFrom(...Object.values(labels)),
      fc.integer({ min: 1, max: 3000 }),
      fc.boolean(),
      fc.nat({ max: 7 }),
      async (area, label, typed, isToken, at) => {
        // A number of the name's own, or any.
        const tokens = area.match(/\d+/g) ?? [];
        const said = isToken ? Number(tokens[at % tokens.length]) : typed;
        const draw = async (n: number) => {
          const spec = {
            mark: { type: "text", lineBreak: "\n" },
            transform: [
              { calculate: String(said), as: "said" },
              { calculate: label, as: "label" },
            ],
            encoding: { text: { field: "label" } },
          };
          const { untraced } = await (await compileChart({ id: "chart", spec, fonts })).render([{ area, n }]);
          return untraced.map(({ message }) => /^The figure "(.+?)" in /.exec(message)?.[1]);
        };
        expect(await draw(said)).toEqual([]);
        expect(await draw(said + 4001)).toEqual([String(said)]);
      },
    ),
    { numRuns: trials(2000, inPart(60, 20)) },
  );
});
