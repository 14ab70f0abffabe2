import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkClaims, defineClaims } from "../../src/claims/index.ts";
import { type DatasetSpec, defineDataset, readDatasets } from "../../src/dataset/index.ts";
import { BriefingError, type Diagnostic } from "../../src/diagnostics/index.ts";
import { codesOf, diagnosticsOf, errorsIn } from "../support/diagnostics-of.ts";
import { trials } from "../support/trials.ts";

type Row = Readonly<Record<string, string | number>>;

const specOf = (title: string, dimension: string, disclosure?: DatasetSpec["disclosure"]): DatasetSpec => ({
  title,
  dimensions: {
    area: { role: "area", label: "Area" },
    [dimension]: { role: "category", label: dimension },
    year: { role: "time", label: "Year" },
  },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  ...(disclosure && { disclosure }),
});

const hide1to4 = { profile: { hide: { from: 1, to: 4 } } } as const;
const ages = ["Under 16", "16 to 64", "65 and over"];
const sexes = ["Female", "Male"];
const areas = ["Kent", "Essex", "Surrey", "Devon", "Dorset"];

/** Cases by area and age, and the same by area and sex; Surrey's sexes are all shown, and one of its ages is hidden. */
const [byAge, bySex] = areas.reduce<readonly [readonly Row[], readonly Row[]]>(
  ([first, second], area, index) => {
    const own = [31 + 7 * index, index === 2 ? 3 : 52 + index * index, 84 - 5 * index];
    const sum = own.reduce((total, n) => total + n, 0);
    const women = 20 + 11 * index;
    return [
      [...first, ...own.map((n, age) => ({ area, age: ages[age] as string, year: "2019", n }))],
      [...second, ...[women, sum - women].map((n, sex) => ({ area, sex: sexes[sex] as string, year: "2019", n }))],
    ];
  },
  [[], []],
);

const read = (
  first: DatasetSpec,
  second: DatasetSpec,
  rows: readonly [readonly Row[], readonly Row[]] = [byAge, bySex],
) =>
  readDatasets([
    { id: "ages", definition: defineDataset(first), input: { rows: rows[0] } },
    { id: "sexes", definition: defineDataset(second), input: { rows: rows[1] } },
  ]);

async function told(first: DatasetSpec, second: DatasetSpec): Promise<readonly Diagnostic[]> {
  try {
    return (await read(first, second)).flatMap(({ diagnostics }) => diagnostics);
  } catch (error) {
    return errorsIn(error);
  }
}

/** The line that a hint says to add to a dataset's disclosure, or to its definition. */
function pasted(hint: string, to: RegExp): Record<string, never> {
  const [, line = ""] = to.exec(hint) ?? [];
  return new Function(`return { ${line} }`)() as Record<string, never>;
}

const [secretAges, secretSexes] = [specOf("Ages", "age", hide1to4), specOf("Sexes", "sex", hide1to4)];

describe("two protected tables of the same cases", () => {
  test("are an error, which holds no figure of them", async () => {
    const [error, ...others] = await told(secretAges, secretSexes);
    expect(others).toEqual([]);
    expect(error).toMatchObject({ code: "common-margin", severity: "error" });
    expect(error?.message).toContain("n of ages and n of sexes are equal by area and year (5 figures)");
  });

  test("pasted, the lines that it says protect each as if readers knew the totals", async () => {
    const [{ hint = "" } = {}] = await told(secretAges, secretSexes);
    const first = { ...hide1to4, ...pasted(hint, /disclosure of ages: (.*?)\. (?:Add|Each)/) };
    const second = { ...hide1to4, ...pasted(hint, /disclosure of sexes: (.*?)\. (?:Add|Each)/) };
    const [one] = await read(specOf("Ages", "age", first), specOf("Sexes", "sex", second));
    const surrey = one?.observations.filter(({ at, cell }) => at.area === "surrey" && cell.state === "suppressed");
    expect(surrey).toHaveLength(2);
    expect(one?.observations).toHaveLength(byAge.length);
    expect(one?.disclosure?.measures.n).toMatchObject({ cells: byAge.length, primary: 1, secondary: 1 });
    expect(one?.categories("age").map(({ label }) => label)).toEqual(["16 to 64", "65 and over", "Under 16"]);
  });

  test("one of them declared is not enough; denied, it is a warning", async () => {
    const [{ hint = "" } = {}] = await told(secretAges, secretSexes);
    const first = { ...hide1to4, ...pasted(hint, /disclosure of ages: (.*?)\. (?:Add|Each)/) };
    const [left] = await told(specOf("Ages", "age", first), secretSexes);
    expect(left?.hint).not.toContain("disclosure of ages");
    const denied = { ...secretAges, ...pasted(hint, /(notSums: .*) in the definition/) };
    expect(await told(denied, secretSexes)).toMatchObject([{ code: "common-margin", severity: "warning" }]);
  });

  test("are seen wherever the datasets of claims or of a briefing are read", async () => {
    const set = defineClaims({
      title: "Cases",
      datasets: { ages: defineDataset(secretAges), sexes: defineDataset(secretSexes) },
      claims: {},
    } as never);
    const checked = checkClaims(set, { ages: { rows: byAge }, sexes: { rows: bySex } } as never);
    await expect(checked).rejects.toMatchObject({ diagnostics: [{ code: "common-margin" }] });
  });
});

test("a protected table beside one that is not: the protected one has to reckon with it", async () => {
  const [error] = await told(secretAges, specOf("Sexes", "sex"));
  expect(error).toMatchObject({ code: "common-margin", severity: "error" });
  expect(error?.hint).not.toContain("disclosure of sexes");
});

test("where a publisher hides, a warning; where nobody hides anything, nothing", async () => {
  const open = [specOf("Ages", "age"), specOf("Sexes", "sex")] as const;
  expect(await told(...open)).toEqual([]);
  const hidden = byAge.map((row, index) => (index === 1 ? { ...row, n: "[c]" } : row));
  const [one] = await read(...open, [hidden, bySex]);
  expect(one?.diagnostics).toMatchObject([{ code: "common-margin", severity: "warning" }]);
});

test("small totals that readers are said to know are refused, since nothing protects them", async () => {
  const disclosure = { ...hide1to4, knownTotals: [{ measure: "n", by: ["area", "year"] }] };
  const rows = [...byAge.slice(3), { area: "Kent", age: "Under 16", year: "2019", n: 3 }];
  const reading = readDatasets([
    { id: "ages", definition: defineDataset(specOf("Ages", "age", disclosure)), input: { rows } },
  ]);
  await expect(reading).rejects.toMatchObject({
    diagnostics: [{ message: expect.stringContaining("Kent, all, 2019") }, { code: "disclosure-not-protected" }],
  });
});

test.each([
  ["a measure that does not exist", { measure: "m", by: ["area"] }, "unknown-name"],
  ["a dimension that does not exist", { measure: "n", by: ["year", "sex"] }, "unknown-name"],
  ["several periods", { measure: "n", by: ["area"] }, "wrong-kind"],
])("known totals of %s are an error", (_, known, code) => {
  const define = () => defineDataset(specOf("Ages", "age", { ...hide1to4, knownTotals: [known] }));
  expect(codesOf(diagnosticsOf(define))).toEqual([code]);
});

/** Hidden cells of one area, and what it comes to: whoever knows the total may subtract, and must not be left with one. */
test("with a total that readers know, no area hides one count by itself", async () => {
  const disclosure = { ...hide1to4, knownTotals: [{ measure: "n", by: ["area", "year"] }] };
  const counts = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 4,
  });
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(counts, async (table) => {
      const rows = table.flatMap((own, area) =>
        own.map((n, age) => ({ area: areas[area] as string, age: ages[age] as string, year: "2019", n })),
      );
      const definition = defineDataset(specOf("Ages", "age", disclosure));
      const [dataset] = await readDatasets([{ id: "ages", definition, input: { rows } }]).catch((error: unknown) => {
        if (!(error instanceof BriefingError)) throw error;
        return [];
      });
      for (const { id } of dataset?.categories("area") ?? []) {
        const own = dataset?.observations.filter(({ at, cell }) => at.area === id && cell.state === "suppressed") ?? [];
        seen += own.length;
        expect(own).not.toHaveLength(1);
      }
    }),
    { numRuns: trials(20, 10) },
  );
  expect(seen).toBeGreaterThan(0);
});
