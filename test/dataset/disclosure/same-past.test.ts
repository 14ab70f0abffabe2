import { expect, test } from "vitest";
import { completeHidden } from "../../../src/dataset/disclosure/complete-hidden.ts";
import type { CountTable } from "../../../src/dataset/disclosure/count-table.ts";
import { nestingsOf } from "../../../src/dataset/disclosure/nesting.ts";
import { createPastCells } from "../../../src/dataset/disclosure/past-cells.ts";
import { createPastFamilies } from "../../../src/dataset/disclosure/past-families.ts";
import { withPastRelations } from "../../../src/dataset/disclosure/past-relations.ts";
import type { Relation } from "../../../src/dataset/disclosure/relation.ts";
import { createRelations } from "../../../src/dataset/disclosure/relations.ts";
import { loadSolver } from "../../../src/dataset/disclosure/solver.ts";
import { addVanishedTotals } from "../../../src/dataset/disclosure/vanished-totals.ts";
import type { ReleaseStructure, Shown } from "../../../src/dataset/editions/edition.ts";
import { rule } from "./attack-on.ts";
import { hierarchy, type Measure, tableOf, time } from "./made-table.ts";
import { pastEdition, type Runs } from "./past-edition.ts";
import { randomFrom } from "./year-of-editions.ts";

/*
 * What readers of earlier releases know of the counts of a table: which they take for what they were, and what holds between
 * them. More would hide what may be shown, less would give a hidden count away; expected/ is reviewed as such.
 */

const solver = await loadSolver();
const ids = ["a", "b", "c", "d", "e", "f"];
const spans = { year: [0, 12], half: [0, 6], q1: [0, 3], q2: [3, 6], rest: [6, 12] } as const;
// Few, so that what is new often comes to what is gone.
const figures = [0, 2, 3, 5, 8, 8, 10, 11, 13, 18, 20, 31];

/** A table, and what some releases showed of its cells and of others, all from a seed. */
function pastWorld(seed: number) {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const isOf = (share: number) => random() < share;
  const hasRegions = seed % 3 === 1;
  const second = seed % 4 === 2 ? "sex" : seed % 4 === 3 ? "period" : undefined;
  const hasParts = seed % 5 === 4;
  const here = ids.filter(() => isOf(0.65));
  const regionOf = new Map(ids.map((id) => [id, pick(["north", "south"])]));
  const holders = Object.fromEntries([
    ["all", undefined],
    ...(hasRegions ? [["north", "all"] as const, ["south", "all"] as const] : []),
    ...here.map((id) => [id, hasRegions ? regionOf.get(id) : "all"] as const),
  ]) as Record<string, string | undefined>;
  const axes = [
    hierarchy("area", holders),
    ...(second === "sex" ? [hierarchy("sex", { both: undefined, f: "both", m: "both" })] : []),
    ...(second === "period" ? [time(spans)] : []),
  ];
  const others = second === "sex" ? ["both", "f", "m"] : second === "period" ? Object.keys(spans) : [];
  const placesOf = (areas: readonly string[]) =>
    others.length === 0 ? areas : areas.flatMap((area) => others.map((other) => `${area} ${other}`));
  const worth = new Map<string, number>();
  const worthOf = (place: string): number => {
    const known = worth.get(place) ?? pick(figures);
    worth.set(place, known);
    return known;
  };
  /** What a total comes to, more often than not. */
  const sumAt = (place: string): number => {
    const [area = "", ...rest] = place.split(" ");
    const held = Object.keys(holders).filter((id) => holders[id] === area);
    if (held.length === 0) return worthOf(place);
    return held.reduce((sum, id) => sum + sumAt([id, ...rest].join(" ")), isOf(0.1) ? 1 : 0);
  };
  const cellsOf = (): Record<string, number | Record<string, number>> =>
    Object.fromEntries(
      placesOf(Object.keys(holders)).flatMap((place) => {
        const value = sumAt(place);
        if (isOf(0.08)) return [];
        if (isOf(0.12)) return [[place, Number.NaN]];
        return [[place, isOf(0.08) ? { first: value, later: value + 3 } : value]];
      }),
    );
  const names = hasParts ? ["n", "girls", "boys"] : ["n"];
  const measures: Measure[] = names.map((name) => ({ name, axes, cells: cellsOf() }));
  const shownOf = (place: string): Shown => {
    const now = sumAt(place);
    const dice = random();
    if (dice < 0.3 || (now > 0 && now < 5 && isOf(0.5))) return "hidden";
    if (dice < 0.35) return null;
    if (dice < 0.4) return "known";
    if (dice < 0.5) return [now, pick(figures)].sort((a, b) => a - b);
    return dice < 0.8 ? now : pick(figures);
  };
  const runsOf = (place: string): Runs => [
    isOf(0.2) ? null : shownOf(place),
    isOf(0.65) ? undefined : shownOf(place),
    isOf(0.65) ? undefined : shownOf(place),
  ];
  const before = placesOf(["all", "north", "south", ...ids].filter(() => isOf(0.85)));
  const dimensions = axes.map(({ dimension }) => dimension);
  const structureOf = (): ReleaseStructure => {
    const hadRegions = isOf(0.5);
    const held = ids.filter(() => isOf(0.85));
    return {
      holders: {
        area: {
          ...(hadRegions && { north: "all", south: "all" }),
          ...Object.fromEntries(held.map((id) => [id, hadRegions ? pick(["north", "south"]) : "all"])),
        },
        ...(second === "sex" && { sex: { f: "both", m: "both" } }),
      },
      sums: hasParts && isOf(0.7) ? [{ whole: "n", parts: ["girls", "boys"] }] : [],
    };
  };
  const base = pick([1, 1, 3]);
  const edition = pastEdition({
    cells: names.map((measure) => ({
      measure,
      dimensions,
      shown: Object.fromEntries(before.map((place) => [place, runsOf(place)])),
    })),
    structures: [structureOf(), structureOf()],
    releases: [{ roundTo: base }, { roundTo: isOf(0.7) ? base : 5 }, { roundTo: isOf(0.7) ? base : 1, structure: 1 }],
  });
  const sums = hasParts && isOf(0.5) ? [{ whole: "n", parts: ["girls", "boys"] }] : [];
  return { measures, edition, spec: { sums }, released: new Set(ids.filter(() => isOf(0.15))) };
}

function nameCounts(table: CountTable) {
  return (count: number): string => {
    const cell = table.cellOf[count] as number;
    const grid = table.gridOf[cell];
    if (!grid || grid.measure === "") return `(${table.values[count]})`;
    const key = table.keyOf[cell] as number;
    const place = grid.axes.map((axis, index) => axis.ids[grid.keys.at(key, index)]).join("-");
    const variant = table.countsOf[cell]?.indexOf(count) === 0 ? "" : "'";
    return `${grid.measure === "n" ? "" : `${grid.measure}:`}${place}${variant}${table.latent.has(count) ? "*" : ""}`;
  };
}

function sayPast(seed: number): readonly string[] {
  const { measures, edition, spec, released } = pastWorld(seed);
  const { table } = tableOf(measures);
  const name = nameCounts(table);
  addVanishedTotals(table, edition, (_, id) => seed % 2 === 0 && id === "q2");
  const unknown = [...table.values.keys()].filter((count) => Number.isNaN(table.values[count]));
  const past = createPastCells(table, rule, edition);
  const taken = unknown.map((count) => `${name(count)} ${table.values[count]}`);
  const isReleased = ({ area }: Readonly<Record<string, string>>) => released.has(area ?? "");
  const families = createPastFamilies({ spec, rule, table, past, edition, isReleased });
  const told = [...past.told].map(([count, { from, to }]) => `${name(count)} ${from}–${to}`);
  const expected = [...past.expected].map(([count, { from, to }]) => `${name(count)} ${from}–${to}`);
  const supposed = [...past.supposed].map(([count, supposition]) => `${name(count)} ${supposition}`);
  const known = [...families.gone.keys()].map(name);
  const base = createRelations(table, { ...spec, nestings: nestingsOf(table) });
  const unsolved = completeHidden({ table, relations: base, solver, expected: past.expected });
  past.settle();
  const relations = withPastRelations(table, { base, past, families });
  const say = ({ kind, counts, signs, known: rest }: Relation) =>
    `${counts.map((count, index) => `${signs[index] === 1 ? "+" : "-"}${name(count)}`).join("")}${rest ? `+${rest}` : ""}${kind === "equal" ? "=" : "≤"}0`;
  const before = new Set<string>();
  const now = new Set<string>();
  for (let count = 0; count < table.values.length; count += 1) {
    if (Number.isNaN(table.values[count])) continue;
    for (const { relation } of relations.of(count)) (relations.isPast(relation) ? before : now).add(say(relation));
  }
  const reckoned = edition.cells.filter((cell) => !families.isReckonedWith(cell)).length;
  const unheard = edition.cells.filter((cell) => families.isGone(cell)).length;
  const sure = [...table.values.keys()].filter((count) => relations.wasTold(count)).length;
  return [
    `${seed} told: ${told.join(", ")}`,
    `  taken for: ${taken.join(", ")}; expected: ${expected.join(", ")}; settled ${past.told.size}, ${sure} sure; unsolved: ${unsolved.map(name).join(" ")}`,
    `  hidden ${past.hidden.size}, printed ${past.printed.size}; gone ${unheard}, hidden then: ${known.join(" ")}; not reckoned with: ${reckoned}`,
    ...(supposed.length > 0 ? [`  supposed: ${supposed.join(", ")}`] : []),
    `  now: ${[...now].join(" ")}`,
    `  before: ${[...before].join(" ")}`,
  ].map((line) => line.trimEnd());
}

test("the same releases tell the same of a table", async () => {
  const lines = Array.from({ length: 100 }, (_, index) => sayPast(index + 1)).flat();
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("expected/past.txt");
});
