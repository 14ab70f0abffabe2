import type { DisclosureRule } from "../../../src/dataset/disclosure/disclosure-spec.ts";
import type { CellStatus } from "../../../src/dataset/disclosure/publication.ts";
import { attackOn, rule } from "./attack-on.ts";
import { hierarchy, time } from "./made-table.ts";
import { randomFrom } from "./year-of-editions.ts";

const areas = hierarchy("area", {
  all: undefined,
  north: "all",
  south: "all",
  a: "north",
  b: "north",
  c: "north",
  d: "south",
  e: "south",
});
const flat = (dimension: string, ...ids: readonly string[]) =>
  hierarchy(dimension, { all: undefined, ...Object.fromEntries(ids.map((id) => [id, "all"])) });
const kinds = hierarchy("kind", { all: undefined, p: "all", q: "all", r: "all" }, true);
const spans = time({ year: [0, 12], q1: [0, 3], q2: [3, 6], half: [0, 6], rest: [6, 12] });

const shapes = [
  [areas, flat("age", "x", "y", "z")],
  [flat("area", "a", "b", "c", "d", "e"), flat("age", "x", "y", "z")],
  [flat("area", "a", "b", "c"), flat("age", "x", "y"), flat("sex", "m", "w")],
  [flat("area", "a", "b", "c", "d"), kinds],
  [flat("area", "a", "b", "c"), spans],
];

const rules: readonly Partial<DisclosureRule>[] = [
  {},
  { base: 5 },
  { from: 0, to: 9, width: 10 },
  { width: 6 },
  { base: 3 },
  { from: 2, to: 3, width: 2 },
];

/** A table of some shape, with some cells left out, some known and some hidden already, under some rule: all from a seed. */
export function variedTable(seed: number) {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const axes = shapes[seed % shapes.length] as (typeof shapes)[number];
  const own: DisclosureRule = { ...rule, ...rules[seed % rules.length] };
  const leafOf = axes.map((axis) =>
    axis.ids.map((id, index) => {
      const { periods } = axis;
      if (periods) return ["q1", "q2", "rest"].filter((part) => part === id || covers(id, part));
      return axis.ids.filter((_, leaf) => axis.children[leaf]?.length === 0 && isWithin(axis.parents, leaf, index));
    }),
  );
  const combine = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
    lists.reduce<readonly (readonly T[])[]>(
      (all, list) => all.flatMap((one) => list.map((item) => [...one, item])),
      [[]],
    );
  const worth = new Map<string, number>();
  const worthOf = (leaf: string): number => {
    const dice = random();
    const value =
      worth.get(leaf) ??
      (dice < 0.1 ? 0 : dice < 0.35 ? own.from + below(own.to - own.from + 1) : own.to + 1 + below(60));
    worth.set(leaf, value);
    return value;
  };
  const cells: Record<string, number> = {};
  const hasGaps = seed % 3 === 0;
  for (const numbers of combine(axes.map(({ ids }) => [...ids.keys()]))) {
    const leaves = combine(numbers.map((number, axis) => leafOf[axis]?.[number] ?? [])).map((ids) => ids.join(" "));
    const value = leaves.reduce((sum, leaf) => sum + worthOf(leaf), 0);
    const place = numbers.map((number, axis) => axes[axis]?.ids[number]).join(" ");
    if (hasGaps && random() < 0.12) continue;
    // Of kinds, one case may be of several.
    cells[place] = place.endsWith(" all") && axes.includes(kinds) ? Math.ceil(value * 0.8) : value;
  }
  const statuses: Record<string, CellStatus> = {};
  for (const [place, value] of Object.entries(cells)) {
    const dice = random();
    if (value >= own.from && value <= own.to) statuses[place] = "primary";
    else if (seed % 4 === 1 && dice < 0.1) statuses[place] = "known";
    else if (seed % 2 === 1 && dice > 0.8) statuses[place] = "secondary";
  }
  const costs = Object.fromEntries(Object.keys(cells).map((place) => [place, 1 + below(6)]));
  const setting = { axes, cells, statuses, rule: own, ...(seed % 5 < 3 && { costs }) };
  return { own, open: () => attackOn(setting) };
}

const covers = (id: string, part: string): boolean => id === "year" || (id === "half" && part !== "rest");

const isWithin = (parents: readonly number[], leaf: number, holder: number): boolean => {
  for (let at = leaf; at >= 0; at = parents[at] ?? -1) if (at === holder) return true;
  return false;
};
