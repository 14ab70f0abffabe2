import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { greatest, smallest } from "../../src/pdf/geometry/extremes.ts";
import { repairTags } from "../../src/pdf/tags/repair-tags.ts";
import type { StructureElement } from "../../src/pdf/tags/structure-element.ts";
import type { Role } from "../../src/pdf/tags/tag-node.ts";
import { visualOrder } from "../../src/pdf/text/bidi.ts";

/** More than a call takes arguments. */
const many = 200_000;

it("finds extremes of any number of values, and of none", () => {
  const values = Array.from({ length: many }, (_, index) => index - 7);
  expect([greatest(values), smallest(values)]).toEqual([many - 8, -7]);
  expect([greatest(values, many), smallest(values, -8)]).toEqual([many, -8]);
  expect([greatest([], 0), smallest([])]).toEqual([0, Number.POSITIVE_INFINITY]);
});

it("turns round a line with any number of words", () => {
  const order = visualOrder(new Array(many).fill(1));
  expect([order.length, order[0], order.at(-1)]).toEqual([many, many - 1, 0]);
});

it("keeps a table with any number of rows", () => {
  const make = (role: Role, parent: StructureElement | undefined): StructureElement => ({
    kind: "element",
    id: 0,
    node: { role, parent: parent?.node },
    role,
    parent,
    kids: [],
  });
  const table = make("Table", undefined);
  const body = make("TBody", table);
  table.kids.push(body);
  for (let index = 0; index < many; index += 1) {
    const row = make("TR", body);
    row.kids.push(make("TD", row));
    body.kids.push(row);
  }
  repairTags(table, { make, move: () => undefined });
  expect(body.kids).toHaveLength(many);
});

it("leaves no list of any length to the arguments of Math.max and Math.min", () => {
  const files = ["box", "layout", "tags", "text"].flatMap((room) =>
    readdirSync(`src/pdf/${room}`).map((name) => `src/pdf/${room}/${name}`),
  );
  const found = files.filter((file) =>
    /Math\.(?:max|min)\((?:[^()]|\([^()]*\))*?\.\.\.(?!\[)/.test(readFileSync(file, "utf8")),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
