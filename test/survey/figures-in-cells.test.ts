import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const areas = ["Kent", "Essex", "Devon", "Dorset", "Surrey", "Norfolk"];

/** Ways to write a figure with its bounds. */
const looks = [
  (value: string, lower: string, upper: string) => `${value} [${lower}-${upper}]`,
  (value: string, lower: string, upper: string) => `${value} (${lower}–${upper})`,
  (value: string, lower: string, upper: string) => `${value}% (${lower}% - ${upper}%)`,
  (value: string, lower: string, upper: string) => `${value} (${lower} to ${upper})`,
  (value: string, lower: string, upper: string) => `${value} [${lower}; ${upper}]`,
  (value: string, lower: string, upper: string) => `${value}(${lower}, ${upper})`,
];

test("a figure and its bounds in one cell are three measures, whichever way they are written", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...looks),
      fc.boolean(),
      fc.array(fc.record({ value: fc.integer({ min: -500, max: 999 }), margin: fc.integer({ min: 1, max: 90 }) }), {
        minLength: 12,
        maxLength: 12,
      }),
      async (look, isWide, figures) => {
        const write = (at: number) => {
          const { value: random = 0, margin = 0 } = figures[at] ?? {};
          // Of two cells at least: one that is the same in all rows may be a note.
          const value = random + at;
          return [value, value - margin, value + margin].map((number) => (number / 10).toFixed(1));
        };
        const cell = (at: number) => {
          const [value = "", lower = "", upper = ""] = write(at);
          return look(value, lower, upper);
        };
        const csv = isWide
          ? lines("Area|2018|2019", ...areas.map((area, at) => `${area}|${cell(2 * at)}|${cell(2 * at + 1)}`))
          : lines(
              "Area|Year|Change in price",
              ...areas.flatMap((area, at) => [`${area}|2018|${cell(2 * at)}`, `${area}|2019|${cell(2 * at + 1)}`]),
            );
        const { dataset, spec } = await guessOf(csv);
        expect(Object.keys(spec.measures)).toHaveLength(3);
        for (const [index, measure] of Object.keys(spec.measures).entries()) {
          const found = dataset?.observations
            .filter((one) => one.measure === measure)
            .map(({ at, cell: own }) => [
              at.area,
              Object.values(at)
                .find((one) => one !== at.area)
                ?.slice(0, 4),
              own.state === "value" ? own.value : own.state,
            ]);
          const expected = areas.flatMap((area, at) =>
            [0, 1].map((year) => [area.toLowerCase(), `${2018 + year}`, Number(write(2 * at + year)[index])]),
          );
          expect(found?.sort()).toEqual(expected.sort());
        }
      },
    ),
    { numRuns: trials(40, 15) },
  );
});

test("estimates of counts are no counts", async () => {
  const { spec, remarks, dataset } = await guessOf(
    lines("Area,Deaths,Margin", ...areas.map((area, at) => `${area},"1,${200 + 17 * at} ± ${20 + at}",${at % 3}${at}`)),
  );
  expect(spec.measures.deaths).toMatchObject({ statType: "quantity" });
  expect(spec.measures.deathsMargin).toMatchObject({ label: "Deaths, margin of error", unit: { other: "deaths" } });
  expect(remarks.get("measures.deaths.statType")).toContain("Estimates");
  expect(dataset?.observations.find(({ measure }) => measure === "deathsMargin")?.cell).toEqual({
    state: "value",
    value: 20,
  });
});

test("a share behind a count is made of it, and is left out with it", async () => {
  const csv = (first: number) =>
    lines("Site,Patients", ...areas.map((area, at) => `${area},"${first + 17 * at} (${5 + 3 * at}.5%)"`));
  const { spec } = await guessOf(csv(120));
  expect(spec.measures).toMatchObject({
    patients: { statType: "count" },
    patientsShare: { statType: "share", numerator: "patients" },
  });
  expect(spec.layout?.cells).toEqual({ patients: "{patients} ({patientsShare})" });
});

test("what stands in parentheses behind a name or a note is no figure", async () => {
  const { spec } = await guessOf(
    lines("Area,Group,Deaths", ...areas.map((area, at) => `${area},Aged 16 (${at}-${at + 4}),${120 + 31 * at}`)),
  );
  expect(spec.layout?.cells).toBeUndefined();
});
