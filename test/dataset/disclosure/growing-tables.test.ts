import { describe, expect, test } from "vitest";
import { defineDataset, type Edition, readDataset } from "../../../src/dataset/index.ts";
import { laterDiagnosticsOf } from "../../support/diagnostics-of.ts";
import { trials } from "../../support/trials.ts";
import { type PrintedCell, type PrintedEdition, readEditions } from "./reader-of-editions.ts";
import { shownOf, tableOfCases } from "./table-of-cases.ts";
import { randomFrom } from "./year-of-editions.ts";

/*
 * One table of few cases, by area and sex, that grows from edition to edition while some cases turn out to be none: in the small counts of
 * such a table nearly every figure is another one each time, and nearly every edition hides what an earlier one showed.
 */

const hide = { from: 1, to: 4 };
const rates: Readonly<Record<string, number>> = { ash: 0.2, birch: 0.6, cedar: 1.2, dell: 0.3, elm: 0.9, fern: 2 };
const regionOf = (area: string) => (area < "d" ? "north" : "south");
const sexes = ["girls", "boys"];
const names = Object.keys(rates);

const within = (id: string, all: readonly string[]): readonly string[] =>
  all.filter((each) => id === each || id === "all" || id === "both" || id === regionOf(each));

function poisson(rate: number, random: () => number): number {
  let count = 0;
  for (let product = random(); product > Math.exp(-rate); product *= random()) count += 1;
  return count;
}

/** What the publisher holds, edition by edition: each cell with the numbers that it adds up, and how often these were revised. */
function* growing(
  random: () => number,
): Generator<readonly (PrintedCell & { readonly area: string; readonly sex: string })[]> {
  const leaves = new Map<string, { value: number; version: number }>();
  for (;;) {
    for (const area of names)
      for (const sex of sexes) {
        const key = `${area} ${sex}`;
        const leaf = leaves.get(key) ?? { value: 0, version: 0 };
        const rate = (rates[area] as number) * (sex === "boys" ? 1 : 0.5);
        const more = poisson(leaves.has(key) ? rate : 4 * rate, random);
        const change = more - Math.min(leaf.value, poisson(0.3, random));
        leaves.set(key, { value: leaf.value + change, version: leaf.version + Math.abs(Math.sign(change)) });
      }
    yield ["all", "north", "south", ...names].flatMap((area) =>
      ["both", ...sexes].map((sex) => {
        const keys = within(area, names).flatMap((own) => within(sex, sexes).map((each) => `${own} ${each}`));
        return {
          area,
          sex,
          name: `${area} ${sex}`,
          parts: keys.map((key) => `${key} ${leaves.get(key)?.version}`),
          truth: keys.reduce((sum, key) => sum + (leaves.get(key)?.value ?? 0), 0),
          shown: null,
        };
      }),
    );
  }
}

const definition = defineDataset({
  ...tableOfCases({
    areas: [
      { id: "all", isPart: false },
      { id: "north", isPart: false },
      { id: "south", isPart: false },
      ...names.map((id) => ({ id, isPart: true, parent: regionOf(id) })),
    ],
    dimensions: { sex: { role: "category", label: "Sex", total: "both", notSums: sexes } },
    disclosure: { profile: { hide } },
  }),
});

describe("editions of a growing table in two ways", () => {
  test("are refused seldom, and give no small count away together", async () => {
    const months = 12;
    // How many of one series are refused is chance.
    const seeds = Math.max(2, trials(20, 3));
    let published = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const tables = growing(randomFrom(seed));
      const editions: PrintedEdition[] = [];
      let previous: readonly Edition[] = [];
      for (let month = 0; month < months; month += 1) {
        const table = tables.next().value;
        const rows = table.map(({ area, sex, truth }: (typeof table)[number]) => ({ area, sex, cases: truth }));
        const reading = readDataset(definition, { rows }, { id: "cases", previous });
        const result = await reading.catch(() => undefined);
        if (!result) {
          const said = (await laterDiagnosticsOf(() => reading)).map(({ code }) => code);
          expect(said).toContain("edition-not-protected");
          continue;
        }
        published += 1;
        previous = [{ datasets: { cases: JSON.parse(JSON.stringify(result.edition)) } }];
        editions.push(
          table.map((cell: (typeof table)[number]) => ({
            ...cell,
            shown: shownOf(result.lookup("cases", { area: cell.area, sex: cell.sex })[0]?.cell),
          })),
        );
      }
      expect(await readEditions(editions, hide), `seed ${seed}`).toEqual([]);
    }
    expect(published).toBeGreaterThan(0.8 * months * seeds);
  });
});
