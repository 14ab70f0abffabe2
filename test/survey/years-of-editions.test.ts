import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const countries = ["Arland", "Borland", "Corland", "Dorland", "Erland"];
const editions = [2019, 2020, 2021, 2022];
const score = (at: number, edition: number) => `${60 + at * 7 - (edition - 2018) * 2}.5`;

test.each(["Edition", "Report version", "Publication year"])(
  "years of %s in which each area comes again are periods where nothing else tells any",
  async (heading) => {
    const rows = editions.flatMap((edition) =>
      countries.map((country, at) => `${country},${edition},${score(at, edition)}`),
    );
    // One country is in the first edition alone.
    const { spec, dataset, remarks } = await guessOf(
      `Country,${heading},Score\n${[...rows, "Farland,2019,12.5"].join("\n")}\n`,
    );
    expect(spec.layout?.vintage).toBeUndefined();
    expect(dataset?.periods().map(({ label }) => label)).toEqual(editions.map(String));
    const [[id] = []] = Object.entries(spec.dimensions).filter(([, { role }]) => role === "time");
    expect(remarks.get(`dimensions.${id}`)).toContain(`No column but "${heading}" tells a period`);
    expect(dataset?.observations).toHaveLength(21);
  },
);

test("years of editions are releases beside the years of the figures, and where each row is of one edition alone", async () => {
  const both = editions.flatMap((edition) =>
    countries.map((country, at) => `${country},${edition - 1},${edition},${score(at, edition)}`),
  );
  const { spec } = await guessOf(`Country,Year,Edition,Score\n${both.join("\n")}\n`);
  expect(spec.layout?.vintage).toEqual({ column: "Edition" });
  const once = countries.map((country, at) => `${country},${editions[at % 2]},${score(at, 2019)}`);
  const own = await guessOf(`Country,Edition,Score\n${once.join("\n")}\n`);
  expect(own.spec.layout?.vintage).toEqual({ column: "Edition" });
});
