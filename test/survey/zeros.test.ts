import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** Claims of weeks, some of which are not there. */
const weeks = (least: number, zerosAt: readonly number[]) =>
  Array.from({ length: 40 }, (_, at) => {
    const week = new Date(Date.UTC(2022, 0, 1 + 7 * at)).toISOString().slice(0, 10);
    return `${week},${least + ((at * 37) % 211)},${zerosAt.includes(at) ? 0 : least + ((at * 53) % 117)}`;
  });
const tableOf = (...given: Parameters<typeof weeks>) =>
  `Week ending,Initial claims,Claims paid\n${weeks(...given).join("\n")}\n`;
const saidOf = (remarks: ReadonlyMap<string, string>) =>
  [...remarks].flatMap(([field, text]) => (/0 stands (?:in|among)/u.test(text) ? [field] : []));

test("zeros among counts that are all large are asked about, with where the first one stands", async () => {
  const { remarks } = await guessOf(
    `Area,Vehicles\n${Array.from({ length: 30 }, (_, at) => `Town${"ABCDEFGHIJ"[at % 10]}${at},${at === 12 ? 0 : 1400 + ((at * 377) % 911)}`).join("\n")}\n`,
  );
  expect(remarks.get("measures.vehicles.statType")).toContain('0 stands in 1 place, first at "TownC12"');
});

test("what is 0 in the first weeks, and never less than many after, is asked about", async () => {
  const { remarks } = await guessOf(tableOf(21_000, [0, 1, 2]));
  expect(saidOf(remarks)).toHaveLength(1);
});

test.each([
  ["of what is often none", 3, [4, 9, 12, 20, 21, 30]],
  ["of small counts", 12, [3]],
] as const)("zeros %s are asked nothing", async (_what, least, zerosAt) => {
  const { remarks } = await guessOf(tableOf(least, zerosAt));
  expect(saidOf(remarks)).toEqual([]);
});
