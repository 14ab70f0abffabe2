import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const towns = ["Ayton", "Beeton", "Seaton", "Upton", "Wexton", "Yarton", "Ilton", "Oxton"];
const parts = towns.map((_, at) => [301 + ((at * 37) % 83), 411 + ((at * 53) % 91), 2 + ((at * 3) % 11)] as const);
const table = (heading: string, of: (sum: number, at: number) => number | string, isBehind = false) => {
  const rows = towns.map((town, at) => {
    const whole = of(
      (parts[at] ?? []).reduce((sum, part) => sum + part, 0),
      at,
    );
    return [town, ...(isBehind ? [...(parts[at] ?? []), whole] : [whole, ...(parts[at] ?? [])])].join();
  });
  const names = "Never married,Married,Widowed";
  return `Town,${isBehind ? `${names},${heading}` : `${heading},${names}`}\n${rows.join("\n")}\n`;
};

test.each([
  ["before its parts", false],
  ["behind its parts", true],
])("the sum of counts is a count, whatever its heading seems to say, %s", async (_, isBehind) => {
  const { spec, remarks, shown } = await guessOf(table("Marital of age", (sum) => sum, isBehind));
  expect(spec.measures.maritalOfAge?.statType).toBe("count");
  expect(remarks.get("measures.maritalOfAge.statType")).toContain('the sum of "');
  expect(spec.sums).toMatchObject([{ whole: "maritalOfAge" }]);
  expect(spec.disclosure?.measures ?? {}).not.toHaveProperty("maritalOfAge");
  // What is hidden of one is not what the others leave of the whole.
  for (const town of new Set(shown?.observations.map(({ at }) => at.town))) {
    const hidden = shown?.observations.filter(({ at, cell }) => at.town === town && cell.state === "suppressed") ?? [];
    expect(hidden.length).not.toBe(1);
  }
});

test("measures that are no sums are not added up", async () => {
  const { spec } = await guessOf(table("Mean of age", (_, at) => 31 + ((at * 7) % 19)));
  expect(spec.measures.meanOfAge?.statType).toBe("mean");
  const { spec: but } = await guessOf(table("Marital of age", (sum, at) => sum + (at === 3 ? 1 : 0)));
  expect(but.measures.maritalOfAge?.statType).toBe("quantity");
});
