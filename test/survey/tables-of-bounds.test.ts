import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const causes = ["Cancer", "Accidents", "Drowning"];
const ends = ["rate", "lower 95% CI", "upper 95% CI"];
/** Years down the side, and for each of several causes a rate and the ends of its interval. */
const block = (name: string, { of, from }: { readonly of: string; readonly from: number }) => [
  `"Death rates (per 100,000 population) - ${of}",,,,,,,,,`,
  ",,,,,,,,,",
  `,${causes.map((cause) => `${cause},,`).join()}`,
  `${name},${causes.map(() => ends.join()).join()}`,
  ...[2019, 2020, 2021, 2022].map(
    (year, at) =>
      `${year},${causes.map((_, cause) => [0, -2, 3].map((by) => `${from + at * 7 + cause * 11 + by}.${at + 1}`).join()).join()}`,
  ),
  "% change - 2019 to 2022,0.1,,,0.2,,,-0.3,,",
  ",,,,,,,,,",
];

test("of several tables of the same headings the first is read, also where the later ones leave out the name of the rows", async () => {
  const { spec, remarks, dataset } = await guessOf(
    [...block("Registration Year", { of: "All persons", from: 300 }), ...block("", { of: "Males", from: 500 })].join(
      "\n",
    ),
    { title: "Death rates by cause" },
  );
  expect(spec.layout?.lastRow).toBe(9);
  expect(remarks.get("layout.lastRow")).toContain("another table");
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2019", "2020", "2021", "2022"]);
  expect(dataset?.observations.every(({ cell }) => cell.state !== "value" || cell.value < 400)).toBe(true);
});

test("a figure and both ends of its interval below each of several groups are three measures of these", async () => {
  const { spec, dataset } = await guessOf(block("Year", { of: "All persons", from: 300 }).join("\n"), {
    title: "Death rates by cause",
  });
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "Death rates",
    "Death rates, lower bound",
    "Death rates, upper bound",
  ]);
  expect(dataset?.categories("group").map(({ label }) => label)).toEqual(causes);
});

test("also below one heading over all of them, and below titles over both halves of a wide table", async () => {
  const [title = "", , ...rows] = block("Year", { of: "All persons", from: 300 });
  const of = /^"[^"]+"/u.exec(title)?.[0] ?? "";
  const wide = [`${of},,,,,${of},,,,`, ",,,,,,,,,", ",Cause,,,,Cause,,,,", ...rows];
  const { spec, dataset } = await guessOf(wide.join("\n"), { title: "Death rates by cause" });
  expect(Object.keys(spec.measures)).toHaveLength(3);
  expect(dataset?.categories("group").map(({ label }) => label)).toEqual(causes);
  expect(dataset?.periods()).toHaveLength(4);
});
