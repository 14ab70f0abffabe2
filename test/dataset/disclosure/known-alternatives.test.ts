import { describe, expect, test } from "vitest";
import { createKnownAlternatives } from "../../../src/dataset/disclosure/known-alternatives.ts";
import { needOfHidden } from "../../../src/dataset/disclosure/need.ts";
import { protectCount } from "../../../src/dataset/disclosure/protect-count.ts";
import { secondariesOf } from "../../../src/dataset/disclosure/publication.ts";
import { attackOn, rule } from "./attack-on.ts";
import { madeTable } from "./random-table.ts";

/** A protected count with its alternatives, which are known. */
function protectedCount() {
  const made = madeTable([4, 3], 3);
  const { attack, countAt } = attackOn(made);
  const [count] = Object.keys(made.statuses).map((place) => countAt(place)) as [number];
  const alternatives = protectCount(attack, count, needOfHidden(rule)) ?? [];
  expect(alternatives.length).toBeGreaterThan(0);
  const known = createKnownAlternatives(attack, new Set([count]));
  for (const alternative of alternatives) known.add(alternative);
  return { attack, count, alternatives, known };
}

describe("alternatives that are known", () => {
  test("are found by what they make of a count, as long as they can be told by nobody", () => {
    const { attack, count, alternatives, known } = protectedCount();
    const values = alternatives.map((alternative) => alternative.get(count) as number);
    for (const value of values) expect(known.find(count, value)?.get(count)).toBe(value);
    expect(known.find(count, 1000)).toBeUndefined();
    const { publication } = attack;
    for (const cell of secondariesOf(publication)) publication.setStatus(cell, "shown");
    for (const value of values) expect(known.find(count, value)).toBeUndefined();
  });
  test("are known the other way round as well, where no count falls below nothing", () => {
    const { attack, count, known } = protectedCount();
    const truth = attack.table.values[count] as number;
    const one = new Map([[count, truth + 1]]);
    const free = { ...attack, relations: { ...attack.relations, of: () => [] } };
    const alone = createKnownAlternatives(free, new Set([count]));
    alone.add(one);
    expect(alone.find(count, truth + 1)).toBe(one);
    expect(alone.find(count, truth - 1)?.get(count)).toBe(truth - 1);
    alone.add(new Map([[count, 2 * truth]]));
    expect(alone.find(count, 0)?.get(count)).toBe(0);
    alone.add(new Map([[count, 2 * truth + 1]]));
    expect(alone.find(count, -1)).toBeUndefined();
    expect(known.find(count + 1, truth)).toBeUndefined();
  });
});
