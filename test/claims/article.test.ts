import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import article from "../../examples/thames-valley/claims.ts";
import { type CheckedClaims, checkClaims, formatClaims, parseClaims } from "../../src/claims/index.ts";

const folder = new URL("../../examples/thames-valley/", import.meta.url);
const data = { offences: new URL("offences.csv", folder), platforms: new URL("platforms.csv", folder) };
const deciding = (checked: CheckedClaims, id: string) => {
  const claim = checked.claims.get(id);
  return claim?.facets.filter((facet) => facet.verdict === claim.verdict).map((facet) => facet.id);
};

describe("the claims of the article", () => {
  let checked: CheckedClaims;
  beforeEach(async () => {
    checked = await checkClaims(article, data);
  });

  test.each([
    ["c1", "not-enough-evidence", ["value", "area"]],
    ["c2", "supported", ["direction"]],
    ["c3", "not-enough-evidence", ["unit"]],
    ["c4", "supported", ["value"]],
    ["c5", "supported", ["value"]],
    ["c6", "not-enough-evidence", ["unit"]],
    ["c7", "not-checkable", ["value"]],
    ["c8", "not-enough-evidence", ["value"]],
    ["c9", "not-enough-evidence", ["direction"]],
    ["c10", "not-enough-evidence", ["value", "area"]],
    ["c11", "not-enough-evidence", ["value", "area"]],
    ["c12", "refuted", ["denominator"]],
    ["c13", "refuted", ["denominator"]],
    ["c14", "not-enough-evidence", ["unit"]],
    ["c15", "not-checkable", ["value"]],
  ])("%s is %s, on %j", (id, verdict, facets) => {
    expect(checked.claims.get(id)?.verdict).toBe(verdict);
    expect(deciding(checked, id)).toEqual(facets);
  });

  const reasons = (id: string) =>
    checked.claims
      .get(id)
      ?.facets.map(({ reason }) => reason)
      .join(" ") ?? "";
  const issues = (id: string) => checked.claims.get(id)?.issues.map(({ code }) => code) ?? [];

  test("c1 gives the rise of the whole force for a part of it", () => {
    expect(issues("c1")).toContain("area-mismatch");
    expect(reasons("c1")).toContain("the figure for the Thames Valley (140%), of which Milton Keynes is only a part");
  });

  test("c5: 114 is the only previous count that the statement allows", () => {
    expect(reasons("c5")).toContain("140.4%");
    expect(reasons("c5")).toContain("114 alone gives 274");
  });

  test("c8: the share alone rules out next to nothing", () => {
    expect(issues("c8")).toEqual(expect.arrayContaining(["overlapping-categories", "base-omitted"]));
    const omitted = checked.claims.get("c8")?.issues.find(({ code }) => code === "base-omitted");
    expect(omitted?.message).toContain("it could be almost any number from 13 to 388, so the share cannot be checked");
  });

  test("c10: the figure is for 43 forces in England and Wales, and lost its hedge", () => {
    expect(reasons("c10")).toContain("England and Wales (at least 4,373), which is only a part of the UK");
    expect(issues("c10")).toContain("hedge-dropped");
  });

  test("c11: the two publications of the year before disagree", () => {
    expect(issues("c11")).toContain("vintage-conflict");
    expect(reasons("c11")).toContain("the figure for England and Wales (3,171 or 3,217)");
  });

  test("c12: 34% needs another base", () => {
    expect(reasons("c12")).toContain("929 of 4,373: the figures give 21.2%, not 34%");
    expect(reasons("c12")).toContain("2,693 to 2,773");
  });

  test("c13: a fifth is the share of the offences where the method is known", () => {
    expect(reasons("c13")).toContain("of 2,097 offences where the method is known, 418 are 19.9%");
  });

  test("every figure says which cells it rests on", () => {
    const evidence = checked.claims.get("c5")?.evidence.map(({ role, observation }) => [role, observation.cell]);
    expect(evidence).toEqual([
      ["from", { state: "value", value: 114 }],
      ["to", { state: "value", value: 274 }],
    ]);
  });

  test("claims.json is the same set", async () => {
    const text = await readFile(new URL("claims.json", folder), "utf8");
    expect(text).toBe(formatClaims(article, checked.datasets));
    const fromFile = await checkClaims(parseClaims(text, "claims.json"), data);
    expect([...fromFile.claims.values()]).toEqual([...checked.claims.values()]);
  });
});
