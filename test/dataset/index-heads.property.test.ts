import fc from "fast-check";
import { expect, test } from "vitest";
import { indexHeads } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

test("columns are found by whole names first, then by a part that one column alone has, or by letters", () => {
  const head = fc.constantFrom("", "Area", "area", "2019", "2019 | Cases", "2020 | Cases", "Deaths [note 2]", "Deaths");
  fc.assert(
    fc.property(
      fc.array(head, { minLength: 1, maxLength: 8 }),
      fc.constantFrom("Area", "Cases", "deaths", "2020", "#B"),
      (heads, name) => {
        const plain = heads.map((own) => own.replace(/ \[note 2\]$/u, "").toLowerCase());
        const wanted = name.toLowerCase();
        const whole = plain.flatMap((own, index) => (own === wanted ? [index] : []));
        const parts = plain.flatMap((own, index) =>
          own.includes(" | ") && own.split(" | ").includes(wanted) ? [index] : [],
        );
        const byLetter = wanted === "#b" && heads.length > 1 ? 1 : undefined;
        const found = byLetter ?? whole[0] ?? (parts.length === 1 ? parts[0] : undefined);
        expect(indexHeads(heads).find([name])).toBe(found);
        expect(indexHeads(heads).named([name])).toEqual(whole);
      },
    ),
    { numRuns: trials(500, 200) },
  );
});

test("a name with * finds the one column that it fits, and none where several do", () => {
  const heads = ["Area*", "Area code", "Trees planted, thousands | (Note 2)", "Trees per hectare | (Note 3)"];
  const find = (name: string) => indexHeads(heads).find([name]);
  expect(find("Area*")).toBe(0);
  expect(find("area c*")).toBe(1);
  expect(find("Trees planted*")).toBe(2);
  expect(find("*(note 3)")).toBe(3);
  expect(find("Trees*")).toBe(undefined);
  expect(indexHeads(heads.slice(0, 1)).find(["*"])).toBe(undefined);
});
