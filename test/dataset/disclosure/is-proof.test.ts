import { describe, expect, test } from "vitest";
import type { Attack } from "../../../src/dataset/disclosure/attack.ts";
import { isProof } from "../../../src/dataset/disclosure/is-proof.ts";
import { needOfHidden, needOfUnknown } from "../../../src/dataset/disclosure/need.ts";

/** Two hidden counts, 2 and 8, that make the published 10; and a third, 7, that is shown. */
const total = { kind: "equal", counts: [0, 1], signs: [1, 1] };
const attack = {
  table: { values: [2, 8, 7] },
  relations: { of: (count: number) => (count < 2 ? [{ relation: total, sign: 1 }] : []) },
  publication: { low: (count: number) => (count === 2 ? 7 : 0), high: (count: number) => (count === 2 ? 7 : 9) },
} as unknown as Pick<Attack, "table" | "relations" | "publication">;

const rule = { name: "own", from: 1, to: 4, width: 4, base: 1, together: false };
const otherwise = (first: number, second = 10 - first) =>
  new Map([
    [0, first],
    [1, second],
  ]);
const proves = (alternatives: readonly ReadonlyMap<number, number>[]) =>
  isProof(attack, { count: 0, need: needOfHidden(rule), alternatives });
const whole = [1, 3, 4, 5].map((value) => otherwise(value));

describe("the last attack on a hidden count", () => {
  test("lets a proof stand that has every value that the rule hides, and one that it does not", () => {
    expect(proves(whole)).toBe(true);
  });

  test.each([
    ["a value that the rule hides is lacking", whole.filter((each) => each.get(0) !== 3)],
    ["there is none that the rule does not hide", whole.filter((each) => each.get(0) !== 5)],
    ["the total would be another", [...whole.slice(1), otherwise(1, 8)]],
    ["a count that is shown would be another", [...whole.slice(1), new Map([...otherwise(1), [2, 8]])]],
    ["a count would be no whole number", [...whole.slice(1), otherwise(1, 9), otherwise(2.5)]],
    ["a count would be below what it can be", [...whole.slice(1), otherwise(1), otherwise(11)]],
    ["a count would be above what it can be", [...whole, otherwise(0)]],
    ["nothing was found at all", []],
  ])("does not, where %s", (_, alternatives) => {
    expect(proves(alternatives)).toBe(false);
  });

  test("of a count that came hidden asks for two values as far apart as those of the rule", () => {
    const need = needOfUnknown(rule, 2);
    expect(isProof(attack, { count: 0, need, alternatives: [otherwise(6)] })).toBe(true);
    expect(isProof(attack, { count: 0, need, alternatives: [otherwise(5)] })).toBe(false);
  });
});
