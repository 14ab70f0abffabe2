import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

interface Area {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly figures: readonly number[];
}

/** A land of two regions: each with towns that lie in no county, and counties of villages; one village of each is called as those of the others are. */
function landOf(villages: number, towns: number, counties: number): readonly Area[] {
  const sumOf = (areas: readonly Area[]) =>
    [0, 1].map((at) => areas.reduce((sum, own) => sum + (own.figures[at] ?? 0), 0));
  const leaf = (code: string, name: string, depth: number): Area => ({
    code,
    name,
    depth,
    figures: [400 + ((Number(code) * 7919) % 5003), 300 + ((Number(code) * 104_729) % 3001)],
  });
  const regions = [1, 2].map((region) => {
    const own = Array.from({ length: towns }, (_, at) => leaf(`07${region}6${at}`, `Town ${region}${at}x`, 2));
    const parts = Array.from({ length: counties }, (_, county) => {
      const code = `07${region}7${county}`;
      const all = Array.from({ length: villages }, (__, at) =>
        leaf(`${code}${111 + at}`, at === 0 ? "Neuhof" : `Village ${region}${county}${at}x`, 3),
      );
      return [{ code, name: `County ${region}${county}x`, depth: 2, figures: sumOf(all) }, ...all];
    });
    const inside = [...own, ...parts.flatMap(([county]) => county ?? [])];
    return [
      { code: `07${region}`, name: `Region ${region}x`, depth: 1, figures: sumOf(inside) },
      ...own,
      ...parts.flat(),
    ];
  });
  const heads = regions.flatMap(([region]) => region ?? []);
  return [{ code: "07", name: "Westland", depth: 0, figures: sumOf(heads) }, ...regions.flat()];
}

const guessOfLand = (areas: readonly Area[], unit = "ha") =>
  guessOf(
    [
      "Land use by municipality;;;",
      `;;Woods (${unit});Fields (${unit})`,
      ...areas.map(({ code, name, depth, figures }) => [code, `${"  ".repeat(depth)}${name}`, ...figures].join(";")),
      "",
    ].join("\n"),
  );

describe("a tree of areas that their codes and figures tell, with names that stand to the right", () => {
  test("leaves out no row: villages and the towns beside counties are ranked, and what holds them is not", async () => {
    const { spec, dataset, problems } = await guessOfLand(landOf(9, 2, 2));
    expect(problems).toBeUndefined();
    expect(spec.layout?.rows).toBeUndefined();
    const own = Object.values(spec.dimensions)[0];
    expect(own).toMatchObject({ role: "area", total: "westland-07" });
    expect(Object.keys((own as { holds?: object }).holds ?? {})).toEqual([
      "region-1x-071",
      "county-10x-07170",
      "county-11x-07171",
      "region-2x-072",
      "county-20x-07270",
      "county-21x-07271",
    ]);
    expect(dataset?.observations).toHaveLength(2 * (1 + 2 * (1 + 2 + 2 * 10)));
  });

  test("holds nothing that is not in the data, whatever is left out", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: 9 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        async (villages, towns, counties, isWrong) => {
          const areas = landOf(villages, towns, counties).map((own) =>
            isWrong && own.depth < 3 ? { ...own, figures: own.figures.map((figure) => figure + own.depth + 5) } : own,
          );
          const { spec, dataset, problems } = await guessOfLand(areas);
          expect(problems).toBeUndefined();
          const [[id, own] = ["", undefined]] = Object.entries(spec.dimensions);
          const known = new Set(dataset?.categories(id).map((category) => category.id));
          if (!own || own.role === "time") throw new Error("There are no areas.");
          const named = [...(own.total === undefined ? [] : [own.total]), ...Object.entries(own.holds ?? {}).flat(2)];
          expect(named.filter((category) => !known.has(category))).toEqual([]);
        },
      ),
      { numRuns: trials(60, 6) },
    );
  });
});
