import { describe, expect, test } from "vitest";
import { type Ceiling, createAttacker, type Shares, type Shift } from "../../../src/dataset/disclosure/attacker.ts";
import { attackOn, withMargins } from "./attack-on.ts";
import { hierarchy } from "./made-table.ts";

const axes = [
  hierarchy("area", { all: undefined, a: "all", b: "all" }),
  hierarchy("age", { all: undefined, x: "all", y: "all" }),
];

/** How far the counts of two rows and columns are asked to go; no way there needs another count to go further. */
const furthest = 3;
const steps = Array.from({ length: 2 * furthest + 1 }, (_, index) => index - furthest);

/** Every way in which the counts change, with the sums, in the order of `withMargins`. */
const changes: readonly (readonly number[])[] = steps.flatMap((ax) =>
  steps.flatMap((ay) =>
    steps.flatMap((bx) =>
      steps.map((by) => [ax + ay + bx + by, ax + bx, ay + by, ax + ay, ax, ay, bx + by, bx, by] as const),
    ),
  ),
);

interface Question {
  readonly place: string;
  readonly sign: 1 | -1;
  readonly by: number;
}

interface Setting {
  readonly rows: Readonly<Record<string, readonly number[]>>;
  readonly primaries: readonly string[];
  readonly base?: number;
}

/** Two rows and columns with their sums, each choice of cells to hide there, and how far a count can go then, by trying all tables. */
function everyChoice({ rows, primaries, base = 1 }: Setting) {
  const cells = withMargins(rows, ["x", "y"]);
  const statuses = Object.fromEntries(primaries.map((place) => [place, "primary" as const]));
  const { attack, countAt, cellAt } = attackOn({ axes, cells, statuses, rule: { base } });
  const { table, publication } = attack;
  const places = Object.keys(cells);
  const others = places.filter((place) => !primaries.includes(place));
  const choices = Array.from({ length: 2 ** others.length }, (_, bits) => {
    const chosen = new Set(others.filter((_place, at) => bits & (1 << at)));
    const limits = places.map((place) => {
      const count = countAt(place);
      const truth = table.values[count] as number;
      const isFree = primaries.includes(place) || chosen.has(place);
      return isFree ? [-truth, furthest] : [publication.low(count) - truth, publication.high(count) - truth];
    });
    const isPossible = (own: readonly number[]) =>
      own.every((change, at) => {
        const [low, high] = limits[at] as [number, number];
        return change >= low && (change <= high || high >= furthest);
      });
    const possible = changes.filter(isPossible);
    const ends = new Map(
      places.map((place, at) => {
        const own = possible.map((each) => each[at] as number);
        return [place, { up: Math.max(...own), down: Math.min(...own) }];
      }),
    );
    const reach = ({ place, sign, by }: Question) => {
      const { up, down } = ends.get(place) as { up: number; down: number };
      return Math.min(by, sign > 0 ? up : -down);
    };
    return { chosen, reach };
  });
  const another = (remembers: boolean) => createAttacker(attack, [...table.values.keys()], remembers);
  return {
    choices,
    attacker: another(true),
    another,
    questions: primaries.flatMap((place) =>
      ([1, -1] as const).flatMap((sign) => [1, furthest].map((by): Question => ({ place, sign, by }))),
    ),
    sharesOf: (share: (place: string) => number): Shares =>
      new Map(others.map((place) => [cellAt(place), share(place)])),
    shiftOf: ({ place, sign, by }: Question): Shift => ({ count: countAt(place), sign, by }),
    /** How far a ceiling lets a count go with some cells hidden. */
    limitOf: ({ least, adds }: Ceiling, chosen: Iterable<string>): number =>
      [...chosen].reduce((sum, place) => sum + (adds.get(cellAt(place)) ?? 0), least),
  };
}

describe.each<Setting>([
  { rows: { a: [2, 1], b: [9, 6] }, primaries: ["a x", "a y"] },
  { rows: { a: [3, 0], b: [5, 2] }, primaries: ["a x", "b y"] },
  { rows: { a: [2, 7], b: [11, 4] }, primaries: ["a x", "b y"], base: 3 },
])("what a reader could work out of %j", (setting) => {
  const { choices, attacker, another, questions, sharesOf, shiftOf, limitOf } = everyChoice(setting);
  const wholly = ({ chosen }: (typeof choices)[number]) => sharesOf((place) => (chosen.has(place) ? 1 : 0));
  /** The choices in which a count goes further than a ceiling says that it can. */
  const beyond = (ceiling: Ceiling, question: Question, some = choices) =>
    some
      .filter(({ chosen, reach }) => limitOf(ceiling, chosen) < reach(question) - 1e-5)
      .map(({ chosen }) => ({ question, chosen: [...chosen] }));

  test("is what trying all tables gives; where a count cannot go so far, the ceiling holds for every other choice too", () => {
    const wrong: unknown[] = [];
    let ceilings = 0;
    for (const [index, choice] of choices.entries()) {
      if (index % 2 !== 0) continue;
      const shares = wholly(choice);
      const others = choices.filter((_, other) => other % 11 === index % 11);
      for (const question of questions) {
        const far = choice.reach(question);
        const ceiling = attacker.ceiling(shares, shiftOf(question));
        const said = ceiling ? limitOf(ceiling, choice.chosen) : question.by;
        // Exact where it was found, so that it rules that choice out.
        if (!(Math.abs(said - far) < 1e-5)) wrong.push({ question, chosen: [...choice.chosen], far, said });
        if (!ceiling) continue;
        ceilings += 1;
        wrong.push(...beyond(ceiling, question, others));
      }
    }
    expect(wrong).toEqual([]);
    expect(ceilings).toBeGreaterThan(9);
  });

  test("is asked of parts of cells, and holds for every whole choice", () => {
    const wrong: unknown[] = [];
    let ceilings = 0;
    for (const [index, { chosen }] of choices.entries()) {
      if (index % 9 !== 0) continue;
      const part = 0.2 + (index % 7) / 10;
      const shares = sharesOf((place) => (chosen.has(place) ? part : 0));
      for (const question of questions) {
        const ceiling = attacker.ceiling(shares, shiftOf(question));
        if (!ceiling) continue;
        ceilings += 1;
        wrong.push(...beyond(ceiling, question));
      }
    }
    expect(wrong).toEqual([]);
    expect(ceilings).toBeGreaterThan(9);
  });

  test("is the same whatever was asked before", () => {
    const wrong: unknown[] = [];
    const said = { possible: 0, not: 0 };
    const byAmount = [...questions].sort((a, b) => b.by - a.by);
    for (const [index, { chosen }] of choices.entries()) {
      const shares = sharesOf((place) => (chosen.has(place) ? 0.15 + ((index + place.length) % 9) / 10 : 0));
      for (const question of index % 2 === 0 ? byAmount : byAmount.toReversed()) {
        const fresh = another(false);
        const isPossible = fresh.ceiling(shares, shiftOf(question)) === undefined;
        fresh.dispose();
        if ((attacker.ceiling(shares, shiftOf(question)) === undefined) !== isPossible)
          wrong.push({ question, chosen: [...chosen], isPossible });
        said[isPossible ? "possible" : "not"] += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(Math.min(said.possible, said.not)).toBeGreaterThan(9);
  });

  test("is seen of many counts at once: of none that cannot go so far, and of most that can", () => {
    let [seen, able] = [0, 0];
    for (const by of [1, furthest]) {
      const asked = questions.filter((question) => question.by === by);
      const shifts = asked.map(shiftOf);
      for (const choice of choices.filter((_, index) => index % 3 === 0)) {
        const found = attacker.possible(wholly(choice), shifts);
        const isAble = asked.map((question) => choice.reach(question) >= by);
        expect(shifts.filter((shift, at) => found.has(shift) && !isAble[at])).toEqual([]);
        seen += found.size;
        able += isAble.filter(Boolean).length;
      }
    }
    expect(seen).toBeGreaterThan(0.9 * able);
  });
});
