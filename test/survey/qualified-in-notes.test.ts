import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const rows = ["Northside", "Southside", "Eastside", "Westside"].map(
  (name, at) => `${name},${31 + at * 9},${44 + at * 7}`,
);
const table = (...notes: readonly string[]) =>
  ["Harbour drug deaths by division,,", "Division,2019,2020", ...rows, "", ...notes.map((note) => `"${note}",,`)].join(
    "\n",
  );
const remarkOf = async (...notes: readonly string[]) =>
  [...(await guessOf(table(...notes), { title: "Harbour drug deaths by division" })).remarks.values()].join(" ");
const suspected = [
  "(1) Classification as a suspected drug death is based on what an officer observes.",
  "(2) All deaths that were classed as a ‘suspected drug death’ are included.",
];

test("a word that notes have before a thing wherever they name it is asked to be said", async () => {
  expect(await remarkOf(...suspected)).toContain('Notes call these "suspected drug deaths"');
});

test("a word that stands there once, or not always, or doubts nothing, is not", async () => {
  for (const notes of [
    suspected.slice(0, 1),
    [...suspected, "(3) Numbers of drug deaths are published in June."],
    ["(1) Registered drug deaths are counted.", "(2) A registered drug death has a certificate."],
  ])
    expect(await remarkOf(...notes)).not.toContain("Notes call these");
});
