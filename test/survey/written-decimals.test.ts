import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const of = async (heading: string, figures: readonly string[]) => {
  const rows = figures.map((figure, at) => `${2015 + at},${figure}`);
  const { spec } = await guessOf([`Year,${heading}`, ...rows, ""].join("\n"));
  return Object.values(spec.measures)[0];
};

test.each([
  ["Rate per 1000", ["1.25", "1.50", "1.75", "2.00", "2.25"], 2],
  ["Index", ["100.00", "101.25", "102.50", "103.10", "104.07"], 2],
  ["Percentage of pupils", ["12.25", "12.50", "13.75", "14.00", "15.10"], 2],
  ["Average score", ["0.512", "0.530", "0.541", "0.600", "0.655"], 3],
  ["Percentage of pupils", ["8", "12", "13", "9", "11"], 0],
  ["Local price", ["4.70", "6.5", "18", "35000", "130000"], 2],
  ["Average score", ["1.5", "1.7", "1.9", "2.0", "2.4"], 1],
])("%s is told with the decimals that it is written with: %j", async (heading, figures, decimals) => {
  const measure = await of(heading, figures);
  expect(measure?.decimals ?? 1).toBe(decimals);
});

test.each([
  ["Rate per 1000", ["1.2537482", "1.5829174", "1.7738291", "2.0918273", "2.2518273"]],
  ["Rate per 1000", ["1", "1.25", "1.5", "2", "2.1"]],
])(
  "what is written with decimals of a division, or with as many as it takes, says nothing: %s %j",
  async (heading, figures) => {
    expect((await of(heading, figures))?.decimals).toBeUndefined();
  },
);
