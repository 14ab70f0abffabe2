import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

test("rows that head others, with markers in place of figures, are no categories", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(".", "..", "-", "[z]"),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 6 }),
      async (marker, isRepeated, sizes) => {
        const groups = sizes.map((size, at) => ({
          name: `Group ${"ABCDEF"[at]}`,
          labels: Array.from({ length: size + 1 }, (_, own) => `${"abcdef"[at]}${own} answers`),
        }));
        const rows = groups.flatMap(({ name, labels }, at) => [
          `${name},,${marker},${marker},${marker}`,
          ...labels.map(
            (label, own) =>
              `${own === 0 && isRepeated ? name : ""},${label},${10 + at}.${own},${20 + own}.5,${30 + at}.25`,
          ),
        ]);
        const { dataset, spec } = await guessOf(lines(",,Kent,Essex,Devon", ...rows));
        const labels = groups.flatMap((own) => own.labels).sort();
        const [, own] =
          Object.entries(spec.layout?.dimensions ?? {}).find(([, read]) => JSON.stringify(read).includes("#B")) ?? [];
        expect(own).toBeDefined();
        const found = Object.keys(spec.dimensions).map((id) =>
          dataset
            ?.categories(id)
            .map(({ label }) => label)
            .sort(),
        );
        expect(found).toContainEqual(labels);
        expect(dataset?.observations).toHaveLength(labels.length * 3);
      },
    ),
    { numRuns: trials(30, 12) },
  );
});

test("the number of a note below a table is no figure", async () => {
  const { dataset } = await guessOf(
    lines(
      "Area,2018,2019",
      ...["Kent", "Essex", "Devon", "Dorset"].map((area, at) => `${area},${120 + at},${300 + at}`),
      "Footnotes:,,",
      "1,estimates,",
      ".,not applicable to the areas that were changed since the last of these reports was published,",
    ),
  );
  expect(dataset?.observations).toHaveLength(8);
});

test("two periods of one measure are a series beside what changed between them", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Company,Minutes 2011-12,Minutes 2017-18,change,pct change,change a year,Note share",
      ...["Arriva", "Grand", "Hull", "Virgin"].map(
        (name, at) => `${name},${1200 + at},${1500 + 10 * at},${300 + 9 * at},${25 + at}.5,${50 + at}.25,${at}.5`,
      ),
    ),
  );
  expect(Object.keys(spec.measures)).toHaveLength(1);
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2011-12", "2017-18"]);
});

test("a row above headings is of them where it names what they leave blank, over figures, and stands over several of the others", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Population by tract,,,,,,",
      "Area,,Population,,Change,,Acres",
      "Borough,Tract,2000,2010,Number,Percent,",
      ...["Bronx", "Kings", "Queens", "Richmond"].map(
        (name, at) => `${name},T${at},${1200 + at},${1500 + 10 * at},${300 + 9 * at},${20 + at}.5,${390 + at}.25`,
      ),
    ),
  );
  expect(spec.layout).toMatchObject({ headerRow: [2, 3], wide: { columns: "Population | {period}" } });
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2000", "2010"]);
});

test("lines of comments above a table are none of its rows, whatever commas they have", async () => {
  const comments = Array.from({ length: 30 }, (_, at) => `# From the census, by sex, of ${1900 + at}, and others`);
  const { spec, dataset } = await guessOf(
    lines(
      ...comments,
      "#",
      "year,population,kind",
      ...[1900, 1910, 1920, 1930].map((year, at) => `${year},${342_782 + at},census`),
    ),
  );
  expect(spec.layout).toMatchObject({ headerRow: 32 });
  expect(Object.keys(spec.measures)).toEqual(["population"]);
  expect(dataset?.periods()).toHaveLength(4);
  const { spec: one } = await guessOf(lines("# of cases,Area", "120,Kent", "130,Essex", "90,Devon"));
  expect(Object.values(one.measures)).toHaveLength(1);
});
