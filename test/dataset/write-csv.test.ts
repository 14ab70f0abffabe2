import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { defineDataset, readDataset, writeCsv } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

const definition = defineDataset({
  title: "Change",
  dimensions: { area: { role: "area", label: "Area" } },
  measures: { change: { label: "Change", unit: { one: "point", other: "points" }, statType: "mean" } },
  sources: { home: { title: "=HYPERLINK(1)", publisher: "Home Office", kind: "official-statistics" } },
});

const written = async (areas: readonly string[]) =>
  writeCsv(await readDataset(definition, { rows: areas.map((area, at) => ({ area, change: at - 3.5 })) }, { id: "c" }));

test("no name in a CSV that is written is a formula, whatever it begins with; figures stay figures", async () => {
  const sign = fc.constantFrom("=", "+", "-", "@", "\t=", "＝", " =", "|", ";=", "x;=", "'");
  const name = fc.tuple(sign, fc.stringMatching(/^[a-z]{3,8}$/u)).map(([first, rest]) => first + rest);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { minLength: 1, selector: (text) => text.replace(/\W/gu, "") }),
      async (names) => {
        const csv = await written(names);
        for (const delimiter of [",", ";", "\t", "|"]) {
          const cells = (parse(csv, { delimiter, relax_column_count: true, relax_quotes: true }) as string[][]).flat();
          const dangerous = cells.filter((cell) => /^\s*[=+@＝]|^\s*-(?!\d)/u.test(cell));
          expect([delimiter, dangerous]).toEqual([delimiter, []]);
        }
        expect(csv).toContain(",-3.5,");
      },
    ),
    { numRuns: trials(60, 60) },
  );
});
