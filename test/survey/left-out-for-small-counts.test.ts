import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

/** Places with numbers of people: of those born far away there are few, and of the others none is. */
const placesOfBirth = (count: number): string => {
  const rows = Array.from({ length: count }, (_, at) => {
    const [here, near] = [60 + ((at * 104_729) % 53), 50 + ((at * 31) % 41)];
    return `Place ${at}k,${here + near},${here},${near},${at % 7}`;
  });
  return `${["Place,All residents,Born here,Born near,Born far", ...rows].join("\n")}\n`;
};

test("what is left out for its small counts is protected once it is taken off the list", async () => {
  const csv = placesOfBirth(10_200);
  const { spec, remarks } = await guessOf(csv);
  expect(spec.layout?.ignore).toEqual(["Born far"]);
  expect(remarks.get("layout.ignore")).toContain("with small counts among them");
  const unit = { one: "resident", other: "residents" };
  const followed = defineDataset({
    ...spec,
    measures: { ...spec.measures, bornFar: { label: "Born far", unit, statType: "count" } },
    layout: { ...spec.layout, measures: { ...spec.layout?.measures, bornFar: "Born far" }, ignore: [] },
  });
  const { observations } = await readDataset(followed, { csv, file: "figures.csv" }, { id: "figures" });
  const shown = observations.flatMap(({ measure, cell }) =>
    measure === "bornFar" && cell.state === "value" ? [cell.value] : [],
  );
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((count) => count >= 1 && count <= 4)).toEqual([]);
});
