import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const wards = ["Ashby", "Brook", "Colne", "Deane", "Elton", "Forde", "Grove", "Heath", "Irwell", "Jarrow"];
const healthOf = (at: number) => [700 + ((at * 137) % 411), 500 + ((at * 71) % 233), 90 + ((at * 29) % 67)] as const;

test("counts that add up to one of residents are of residents, with a doubt, where their headings say nothing", async () => {
  const rows = wards.map((ward, at) => {
    const parts = healthOf(at);
    return `${ward},${parts.reduce((sum, part) => sum + part, 0)},${parts.join(",")}`;
  });
  const { spec, remarks } = await guessOf(
    ["Ward,All usual residents,Health: good,Health: fair,Health: bad", ...rows, ""].join("\n"),
  );
  expect(spec.sums).toHaveLength(1);
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(
    wards.slice(0, 4).map(() => "usual residents"),
  );
  expect([...remarks.values()].join(" ")).toContain('These add up to "All usual residents"');
});

test("counts that add up to no other keep an open unit", async () => {
  const rows = wards.map((ward, at) => `${ward},${3000 + ((at * 331) % 1009)},${healthOf(at).join(",")}`);
  const { spec } = await guessOf(
    ["Ward,All usual residents,Health: good,Health: fair,Health: bad", ...rows, ""].join("\n"),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
    "usual residents",
    "(unit not stated)",
    "(unit not stated)",
    "(unit not stated)",
  ]);
});

test("a sign in brackets is explained by a line that has it without them", async () => {
  const { remarks, spec } = await guessOf(
    [
      '"Shorthand is used in this table; c = confidential information, low = a figure less than half the level of rounding.",,',
      ",,",
      "Industry,Turnover (£ million),Costs (£ million)",
      ...wards.map((ward, at) => `${ward},${at === 3 ? "[low]" : 400 + at * 37},${210 + at * 19}`),
      "",
    ].join("\n"),
  );
  expect(spec.markers).toMatchObject({ "[low]": "unavailable" });
  expect([...remarks.values()].join(" ")).not.toContain("Nothing says what");
});
