import { expect, test } from "vitest";
import { compileChart, slopeSpec } from "../../src/charts/index.ts";
import { isObject, type JsonObject } from "../../src/charts/json.ts";
import { readRecipeNotes } from "../../src/charts/recipes/recipe-notes.ts";
import { fonts } from "./chart-fonts.ts";

/** Lines from one figure to another, by their names. */
const rowsOf = (ends: Readonly<Record<string, readonly [number, number]>>) =>
  Object.entries(ends).flatMap(([town, figures]) =>
    ["1980", "2020"].map((year, at) => ({ town, year, n: figures[at] as number })),
  );

const slope = () => slopeSpec({ x: "year", y: "n", series: "town" });

/** The ways to draw the spec but the first that were made: 1 is the first of `otherwise`. */
const madeOf = ({ usermeta }: { readonly usermeta?: unknown }): readonly number[] => {
  const notes = isObject(usermeta) && isObject(usermeta.briefwright) ? usermeta.briefwright : {};
  const ways = Array.isArray(notes.otherwise) ? notes.otherwise : [];
  return Array.from(ways.keys(), (index) => index + 1).filter(
    (way) => Object.getOwnPropertyDescriptor(ways, way - 1)?.get === undefined,
  );
};

const waysMade = async (rows: readonly object[], widthPx: number): Promise<readonly number[]> => {
  const spec = slope();
  await (await compileChart({ id: "slope", spec, fonts, widthPx })).render(rows as never);
  return madeOf(spec);
};

const letters = Array.from("ABCDEFGHIJKLMNOPQR");

test("slopes with room for their names are drawn in no other way", async () => {
  expect(await waysMade(rowsOf({ Arden: [1, 40], Brook: [20, 20], Cole: [40, 1] }), 860)).toEqual([]);
});

test("a crowd of names gets more room next", async () => {
  const crowd = Object.fromEntries(letters.map((each, at) => [`Town ${each}`, [30 + 4 * at, 70 + at] as const]));
  expect(await waysMade(rowsOf(crowd), 860)).toEqual([1]);
});

test("a crowd that more room does not help is not drawn without the figures of its starts first", async () => {
  // One far off keeps all others in a bundle.
  const bundle = Object.fromEntries(letters.map((each, at) => [`Town ${each}`, [at, 50 + (at % 3)] as const]));
  expect(await waysMade(rowsOf({ ...bundle, Far: [900, 1000] }), 340)).toEqual([2, 3, 7]);
});

test("ways that a changed spec no longer has are waited for by none", () => {
  const spec: JsonObject = { ...slope() };
  const own = Array.isArray(spec.transform) ? spec.transform : [];
  const changed = { ...spec, transform: [...own, { filter: "datum.n > 0" }] };
  expect(readRecipeNotes(spec)?.triedAfter.slice(0, 6)).toEqual([
    undefined,
    { way: 0, isCut: true },
    undefined,
    { way: 2, isCut: true },
    { way: 2, isCut: false },
    { way: 3, isCut: false },
  ]);
  // Ways with the figures of starts have transforms of their own, which would undo what was added.
  expect(readRecipeNotes(changed)?.triedAfter.slice(0, 4)).toEqual([
    undefined,
    { way: 0, isCut: true },
    undefined,
    undefined,
  ]);
});
