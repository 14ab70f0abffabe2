import { expect, test } from "vitest";
import type { Category } from "../../src/dataset/index.ts";
import { unheldOf } from "../../src/dataset/structure/margin-of.ts";

const parents: Readonly<Record<string, string | undefined>> = {
  wales: undefined,
  gwent: "wales",
  newport: "gwent",
  caerphilly: "gwent",
  kent: undefined,
};
const categories = {
  find: (_: string, id: string) => ({ id, label: id, parent: parents[id] }) as Category,
};
const unheld = (...held: readonly string[]) => [...unheldOf({ categories, held: new Set(held) }, "area")].sort();

test("what another category holds is left out, whichever levels between them have no rows", () => {
  expect(unheld("wales", "gwent", "newport", "kent")).toEqual(["kent", "wales"]);
  expect(unheld("wales", "newport", "caerphilly", "kent")).toEqual(["kent", "wales"]);
  expect(unheld("newport", "caerphilly", "kent")).toEqual(["caerphilly", "kent", "newport"]);
});
