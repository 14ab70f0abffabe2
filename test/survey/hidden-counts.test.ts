import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { legendOfSheet } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const table = (heading: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${heading}\n${rows.map((row, at) => [`Town ${at}x`, ...row].join(",")).join("\n")}\n`;

describe("what stands where small counts never do", () => {
  /** Absent pupils, of which up to so many are hidden by a sign, beside a rate. */
  const hidden = (sign: string, to: number, counts: readonly number[]) =>
    guessOf(
      table(
        "Town,Pupils,Absent pupils,Absence rate",
        counts.map((count, at) => [
          640 + at * 7,
          count > 0 && count <= to ? sign : count,
          count > 0 && count <= to ? sign : (count / (640 + at * 7)).toFixed(4),
        ]),
      ),
    );
  const spread = Array.from({ length: 90 }, (_, at) => (at * 7) % 29);

  it.each([
    ["x", 5],
    ["..", 4],
    ["", 4],
    ["NA", 9],
  ])("%j stands for counts up to %i", async (sign, to) => {
    const { spec, remarks } = await hidden(sign, to, spread);
    expect(spec.markers).toEqual({ [sign]: "suppressed" });
    expect(remarks.get("markers")).toContain(`no count from 1 to ${to} stands`);
    expect(spec.disclosure).toBeDefined();
  });

  it("is missing where small counts stand beside it", async () => {
    const rows = spread.map((count, at) => [640 + at, at % 9 === 0 ? "" : count, 3.5]);
    const { spec } = await guessOf(table("Town,Pupils,Absent pupils,Absence rate", rows));
    expect(spec.markers?.[""]).toBeUndefined();
  });

  it("is missing where another sign hides them", async () => {
    const rows = spread.map((count, at) => [640 + at, at % 9 === 0 ? "" : count > 0 && count < 5 ? "*" : count, 3.5]);
    const { spec } = await guessOf(table("Town,Pupils,Absent pupils,Absence rate", rows));
    expect(spec.markers?.[""]).toBeUndefined();
  });

  it("is missing where counts are rounded, or none is near to none", async () => {
    const rounded = spread.map((count, at) => [640 + at, at % 9 === 0 ? "" : Math.round(count / 5) * 5, 3.5]);
    const large = spread.map((count, at) => [640 + at, at % 9 === 0 ? "" : 40 + count, 3.5]);
    for (const rows of [rounded, large]) {
      const { spec } = await guessOf(table("Town,Pupils,Absent pupils,Absence rate", rows));
      expect(spec.markers?.[""]).toBeUndefined();
    }
  });

  it("is missing where whole rows are blank, with larger figures too, and hardly any small ones stand beside it", async () => {
    // Doses of girls by country: the more the larger, and nothing told of most countries.
    const told = Array.from({ length: 60 }, (_, at) => Math.round(12 * 1.11 ** at));
    const rows = [
      ...told.map((doses) => [doses * 4 + 30, doses, 61]),
      ...Array.from({ length: 260 }, () => ["", "", 58]),
    ];
    const { spec } = await guessOf(table("Town,Girls,Doses,Coverage", rows));
    expect(spec.markers?.[""]).toBeUndefined();
    // Where the larger figures are there, what is blank may be few.
    const apart = [
      ...told.map((doses) => [doses * 4 + 30, doses, 61]),
      ...Array.from({ length: 260 }, () => [910, "", 58]),
    ];
    const protectedToo = await guessOf(table("Town,Girls,Doses,Coverage", apart));
    expect(protectedToo.spec.markers?.[""]).toBe("suppressed");
  });

  it("is all of one row that is blank, and hides nothing", async () => {
    const rows = spread.map((count, at) => (at === 11 ? ["", "", "", ""] : [40 + at, count + 6, count + 7, count + 9]));
    const { spec } = await guessOf(table("Town,Pupils,Boys absent,Girls absent,Absent", rows));
    expect(spec.markers?.[""]).toBeUndefined();
  });

  it("is told of whichever counts are hidden, and never of counts that are not", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("x", "..", "", "-"),
        fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 80, maxLength: 120 }),
        fc.boolean(),
        async (sign, counts, isHidden) => {
          const all = [...counts, ...Array.from({ length: 30 }, (_, at) => at % 15)];
          const rows = all.map((count, at) => [
            900 + at,
            (isHidden ? count > 0 && count < 5 : at % 8 === 0) ? sign : count,
            all.length + at,
          ]);
          const { spec } = await guessOf(table("Town,Pupils,Absent pupils,Present pupils", rows));
          if (isHidden) expect(spec.markers?.[sign]).toBe("suppressed");
          else expect(spec.markers?.[sign]).not.toBe("suppressed");
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe("signs that are words", () => {
  it("say nothing of figures", async () => {
    const lines = ["Totals include", "a small number of admissions without an area", "is less than 5 in some"];
    const [sheet] = await readSheets(`Notes,\n${lines.join(",\n")},\n`, {
      file: "notes.csv",
      diagnostics: createDiagnostics(),
    });
    expect(sheet && [...legendOfSheet(sheet)]).toEqual([]);
  });

  it("are signs where something stands between", async () => {
    const [sheet] = await readSheets(
      "Notes,\n* = value between 1 and 5 that has been supressed,\na = not available,\n",
      {
        file: "notes.csv",
        diagnostics: createDiagnostics(),
      },
    );
    expect(sheet && Object.fromEntries(legendOfSheet(sheet))).toEqual({
      "*": "suppressed",
      a: "unavailable",
      "[a]": "unavailable",
    });
  });
});
