import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Attack } from "../../../src/dataset/disclosure/attack.ts";
import type { Cube } from "./margins.ts";

/**
 * The last attack stands between a mistake in the choice of cells and a reader: here the choice shows all that it had
 * hidden beside the small counts. The table must not be published then.
 */
const chooser = "../../../src/dataset/disclosure/choose-together.ts";

beforeAll(() => {
  vi.resetModules();
  vi.doMock(chooser, () => ({
    isChosenTogether: () => true,
    isSmallTable: () => true,
    chooseTogether({ table, publication }: Attack) {
      for (const cell of table.gridOf.keys())
        if (publication.statusOf(cell) === "secondary") publication.setStatus(cell, "shown");
    },
  }));
});

afterAll(() => {
  vi.doUnmock(chooser);
  vi.resetModules();
});

test.each<[string, Cube]>([
  ["a row that adds up", { sides: [{ leaves: 4 }], values: [2, 30, 40, 50] }],
  ["areas in regions", { sides: [{ leaves: 4, regions: [0, 0, 1, 1] }], values: [2, 30, 40, 50] }],
  ["two sides", { sides: [{ leaves: 3 }, { leaves: 2 }], values: [3, 30, 40, 50, 60, 70] }],
])("of %s, nothing is published where the choice of cells leaks", async (_, cube) => {
  const { readCube } = await import("./margins.ts");
  await expect(readCube(cube, { profile: { hide: { from: 1, to: 4 } } })).rejects.toMatchObject({
    diagnostics: [{ severity: "error", code: "disclosure-not-protected" }],
  });
});
