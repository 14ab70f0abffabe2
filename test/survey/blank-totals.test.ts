import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const places = ["Harlon", "Mestia", "Voruna", "Pelk", "Tarsel"];
const tableWith = (last: readonly [number, number]) => {
  const rows = places.flatMap((place, at) =>
    ["Male", "Female"].map(
      (sex, of) => `${place},${sex},${1037.5 + at * 75 + of * 37.5},${1141.5 + at * 83 + of * 41.5}`,
    ),
  );
  return ["Name,Sex,2019,2020", ...rows, "From places,,12062.5,13282.5", `,,${last.join(",")}`].join("\n");
};

test("a row without names that has zeros alone checks a sum, and is the total of nothing", async () => {
  const { spec, dataset } = await guessOf(tableWith([0, 0]));
  expect(Object.values(spec.dimensions).filter((own) => own.role !== "time" && own.total !== undefined)).toEqual([]);
  expect(dataset?.categories("name").map(({ label }) => label)).not.toContain("All");
});
