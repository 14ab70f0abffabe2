import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const regions = ["East", "East Midlands", "London", "North West"];
const names = [
  "Ashby",
  "Birwick",
  "Caston",
  "Dale",
  "Elmham",
  "Farrow",
  "Gale",
  "Hurst",
  "Irby",
  "Jarrow",
  "Kelby",
  "Ley",
];
const trusts = regions.flatMap((region, at) => [
  `${region},,,,`,
  ...names
    .slice(at * 3, at * 3 + 3)
    .map((name, own) => `${name} Hospitals NHS Trust,${20 + at * 7 + own * 3},${300 + own * 41 + at},,`),
]);
const notes = [
  "NOTE: Incidents that relate to shortages of staff were left out of the results.",
  "NOTE: Few trusts replied, so that these figures are no picture of all of them.",
];
/** The first two rows below the headings have a note each, beside the table. */
const withNotes = trusts.map((row, at) => (at < notes.length ? `${row}"${notes[at]}"` : row));

test("regions between the rows hold the areas below each, and are not crossed with them", async () => {
  const { spec, remarks, dataset } = await guessOf(["Trust,Incidents,Patients,,", ...trusts].join("\n"), {
    title: "Incidents",
  });
  expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["area"]);
  expect(spec.layout?.parents).toEqual({ trust: { heading: "Trust" } });
  expect(remarks.get("layout.parents")).toContain("what holds the areas below each");
  expect(dataset?.diagnostics.map(({ code }) => code)).not.toContain("sparse-counts");
  expect(dataset?.categories("trust").find(({ label }) => label.startsWith("Dale"))?.parent).toBe("east-midlands");
});

test("what is below each of several headings stays told apart by them", async () => {
  const again = regions.flatMap((region, at) => [
    `${region},,`,
    `Men,${40 + at * 7},${30 + at}`,
    `Women,${50 + at * 9},${20 + at}`,
  ]);
  const { spec } = await guessOf(["Who,Incidents,Patients", ...again].join("\n"), { title: "Incidents" });
  expect(spec.layout?.parents).toBeUndefined();
  expect(Object.keys(spec.dimensions).length).toBeGreaterThan(1);
});

test("long texts beside a table are notes on it, in the words that they have", async () => {
  const { remarks } = await guessOf(["Trust,Incidents,Patients,,", ...withNotes].join("\n"), { title: "Incidents" });
  for (const note of notes) expect(remarks.get("layout")).toContain(note);
  expect(remarks.get("layout.ignore") ?? "").not.toContain("of a table beside this one");
});
