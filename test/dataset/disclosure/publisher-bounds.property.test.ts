import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellMarker, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { codesOf, errorsIn } from "../../support/diagnostics-of.ts";
import { trials } from "../../support/trials.ts";

const definition = (markers: Readonly<Record<string, CellMarker>> = {}) =>
  defineDataset({
    title: "Referrals",
    dimensions: { area: { role: "area", label: "Area", total: "all" } },
    measures: { referrals: { label: "Referrals", unit: { one: "referral", other: "referrals" }, statType: "count" } },
    sources: { council: { title: "Referrals", publisher: "Council", kind: "official-statistics" } },
    markers,
    disclosure: { profile: { hide: { from: 1, to: 4 } } },
  });

/** What is published of some parts and their total: a number, or null where it is hidden. */
async function publish(cells: readonly (number | string)[], markers?: Readonly<Record<string, CellMarker>>) {
  const rows = cells.map((referrals, index) => ({ area: index === 0 ? "All" : `Area ${index}`, referrals }));
  const { observations } = await readDataset(definition(markers), { rows }, { id: "referrals" });
  return observations
    .toSorted((a, b) => String(a.at.area).localeCompare(String(b.at.area), "en", { numeric: true }))
    .map(({ cell }) => (cell.state === "value" ? cell.value : null));
}

/** The values that a reader holds possible for a part, who knows the publication and the publisher's bounds. */
function possible(
  published: readonly (number | null)[],
  bounds: ReadonlyMap<number, number>,
  part: number,
): ReadonlySet<number> {
  const [total, ...parts] = published;
  const highest = 40;
  const rest = parts.map((value, index) => ({ value, most: bounds.get(index) ?? highest }));
  const sums = (members: typeof rest): ReadonlySet<number> => {
    let known: ReadonlySet<number> = new Set([0]);
    for (const { value, most } of members) {
      const own = value === null ? range(most) : [value];
      known = new Set([...known].flatMap((sum) => own.map((one) => sum + one)));
    }
    return known;
  };
  const others = sums(rest.filter((_, index) => index !== part));
  const own = rest[part];
  if (own?.value != null) return new Set([own.value]);
  return new Set(
    range(own?.most ?? highest).filter((value) => total === null || (total !== undefined && others.has(total - value))),
  );
}

const range = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, index) => index);

describe("counts that the publisher hides, and says how small they are", () => {
  test("leave less open, so that more is hidden than without their bounds", async () => {
    // 3 and a hidden count make 7: with at most 4 for the other, 3 is the least that it can be.
    expect(await publish([20, 3, "*", 13])).toEqual([20, null, null, 13]);
    expect((await publish([20, 3, "<5", 13])).filter((value) => value === null)).toHaveLength(3);
    expect((await publish([20, 3, "s", 13], { s: { from: 1, to: 4 } })).filter((value) => value === null)).toHaveLength(
      3,
    );
  });

  test("never let a reader work out a count that the rule hides", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { minLength: 2, maxLength: 5 }),
        async (parts) => {
          const total = parts.reduce((sum, [value]) => sum + value, 0);
          const cells = parts.map(([value, isHidden]) => (isHidden && value < 5 ? "<5" : value));
          const bounds = new Map(cells.flatMap((cell, index) => (cell === "<5" ? [[index, 4] as const] : [])));
          let published: readonly (number | null)[];
          try {
            published = await publish([total, ...cells]);
          } catch (error) {
            // What the publisher's own figures give away is refused.
            expect(codesOf(errorsIn(error))).not.toEqual([]);
            return;
          }
          for (const [index, cell] of cells.entries()) {
            if (cell === "<5" || (cell as number) < 1 || (cell as number) > 4) continue;
            expect([...possible(published, bounds, index)]).toEqual(expect.arrayContaining([1, 2, 3, 4]));
          }
        },
      ),
      { numRuns: trials(40, 13) },
    );
  });
});
