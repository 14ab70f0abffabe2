import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const rows = Array.from({ length: 60 }, (_, at) => {
  const [doctors, nurses, others] = [
    7 + ((at * 37) % 90),
    at % 9 === 4 ? 3 : 11 + ((at * 53) % 200),
    20 + ((at * 71) % 300),
  ];
  // In every third hospital some are counted in two groups.
  const all = doctors + nurses + others - (at % 3 === 0 ? 1 + (at % 5) : 0);
  return `Hospital ${"ABCDEFGHIJ"[at % 10]}${at},${all},${doctors},${nurses},${others}`;
});

test("measures that come to another in many rows, and not in all, are protected wherever they do", async () => {
  const csv = `Hospital,All staff,Doctors,Nurses,Other staff\n${rows.join("\n")}\n`;
  const { spec, remarks, dataset } = await guessOf(csv);
  const shown = await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "figures" });
  expect(spec.possibleSums).toEqual([{ whole: "allStaff", parts: ["doctors", "nurses", "otherStaff"] }]);
  expect(remarks.get("possibleSums")).toContain("in others they do not");
  const hiddenAt = new Map<string, number>();
  for (const { at, cell } of shown.observations)
    if (cell.state === "suppressed") hiddenAt.set(at.hospital ?? "", (hiddenAt.get(at.hospital ?? "") ?? 0) + 1);
  const sums = (dataset?.observations ?? []).filter(
    ({ measure, cell }) => measure === "nurses" && cell.state === "value" && cell.value <= 4,
  );
  expect(sums.length).toBeGreaterThan(3);
  for (const { at } of sums) {
    const number = Number(/\d+$/u.exec(at.hospital ?? "")?.[0]);
    if (number % 3 !== 0) expect(hiddenAt.get(at.hospital ?? "")).toBeGreaterThan(1);
  }
});

test("columns of small counts that come to another by chance are no sums", async () => {
  const chance = Array.from({ length: 60 }, (_, at) => [at % 7, (at * 3) % 5, (at * 5) % 8, (at * 7) % 4].join());
  const { spec } = await guessOf(
    `Town,Fires,Floods,Storms,Quakes\n${chance.map((own, at) => `Town${"ABCDEFGHIJ"[at % 10]}${at},${own}`).join("\n")}\n`,
  );
  expect(spec.possibleSums).toBeUndefined();
});
