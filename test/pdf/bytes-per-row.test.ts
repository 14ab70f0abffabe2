import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { layOut } from "./lay-out.ts";

setFlagsFromString("--expose-gc");
// A function that V8 is optimising in a thread holds what it was called with: the boxes of a whole table, 0.8 KB a row.
setFlagsFromString("--no-concurrent-recompilation");
const collect = runInNewContext("gc") as () => void;

function usedBytes(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

const row = (index: number) => `<tr><td>Area ${index % 10}</td><td>${index % 10}</td></tr>`;
const tableOf = (rows: number) => `<table>${Array.from({ length: rows }, (_, index) => row(index)).join("")}</table>`;

/** What the layout of a table holds, with the words, texts and tags in it and without the boxes. */
function bytesOf(rows: number, tellsLinesApart: boolean): number {
  const before = usedBytes();
  const { fragment } = layOut(tableOf(rows), { tellsLinesApart }).laidOut;
  const bytes = usedBytes() - before;
  expect(fragment.height).toBeGreaterThan(rows);
  return bytes;
}

/** Of each further row, so that what is made once does not count; the median of three, since what else is kept or collected meanwhile counts too. */
function bytesPerRow(tellsLinesApart: boolean): number {
  bytesOf(500, tellsLinesApart);
  const [few, many] = [500, 4_500];
  const measure = () => (bytesOf(many, tellsLinesApart) - bytesOf(few, tellsLinesApart)) / (many - few);
  return Array.from({ length: 3 }, measure).sort((a, b) => a - b)[1] as number;
}

test("a row of two cells with words takes less as numbers than as fragments", () => {
  const asNumbers = bytesPerRow(false);
  expect(asNumbers).toBeLessThan(1_700);
  expect(asNumbers).toBeLessThan(bytesPerRow(true) * 0.62);
});
