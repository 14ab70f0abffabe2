import fc from "fast-check";
import { describe, expect, test } from "vitest";
import article from "../../examples/thames-valley/claims.ts";
import {
  type ClaimSpec,
  type ConsistencyFinding,
  checkClaims,
  checkConsistency,
  type Hedge,
  type StatedSpec,
} from "../../src/claims/index.ts";
import { trials } from "../support/trials.ts";

/** Claims of one article held against each other; there is no data in this file but for the article's last test. */

const dataset = "article";
const of = (area: string, more: object = {}) => ({ at: { area, ...more } });
const count = (area: string, period: string, stated: StatedSpec): ClaimSpec => ({
  kind: "count",
  dataset,
  of: of(area, { period }),
  stated,
});
const change = (area: string, from: string, to: string, stated: StatedSpec): ClaimSpec => ({
  kind: "change",
  dataset,
  of: of(area),
  from,
  to,
  stated,
});
const share = (platform: string, period: string, stated: StatedSpec): ClaimSpec => ({
  kind: "share",
  dataset,
  part: of("uk", { platform, period }),
  whole: of("uk", { period }),
  stated,
});
const percent = (value: number, hedge: Hedge = "none"): StatedSpec => ({ value, unit: "percent", hedge });

const told = (findings: readonly ConsistencyFinding[]) =>
  findings.map(({ rule, claims, verdict, facet }) => [rule, claims.join(" "), verdict, facet]);
const check = (specs: Record<string, ClaimSpec>) => told(checkConsistency(specs));

const now = count("uk", "2018/19", { value: 4373 });
const before = count("uk", "2017/18", { value: 3217 });

describe("a change and its counts", () => {
  const with_ = (stated: StatedSpec) => check({ now, before, rise: change("uk", "2017/18", "2018/19", stated) });

  test.each<[string, StatedSpec, string]>([
    ["up 36%", percent(36), "consistent"],
    ["up 35.9%", percent(35.9), "consistent"],
    ["up by a third", { value: 1 / 3, unit: "fraction" }, "consistent"],
    ["up by more than a third", { value: 1 / 3, unit: "fraction", hedge: "more-than" }, "consistent"],
    ["1,156 more", { value: 1156, unit: "number" }, "consistent"],
    ["1.4 times", { value: 1.4, unit: "times" }, "consistent"],
    ["up 63%", percent(63), "inconsistent"],
    ["down 36%", percent(-36), "inconsistent"],
    ["doubled", { value: 2, unit: "times" }, "inconsistent"],
    ["up by half", { value: 0.5, unit: "fraction" }, "inconsistent"],
  ])("%s", (_, stated, verdict) => {
    expect(with_(stated)).toEqual([["change-of-counts", "before now rise", verdict, "value"]]);
  });

  test("percentage points are of shares, not of counts", () => {
    expect(with_({ value: 36, unit: "percentage-points" })).toEqual([
      ["change-of-counts", "before now rise", "inconsistent", "unit"],
    ]);
  });

  test("the year before need not be stated: what is left for it is said, and has to be whole", () => {
    const rise = change("tv", "previous", "2018/19", percent(140));
    const [finding] = checkConsistency({ now: count("tv", "2018/19", { value: 274 }), rise });
    expect(finding).toMatchObject({ verdict: "consistent", required: { of: "previous", first: 114, last: 114 } });
    expect(finding?.reason).toBe("274 (now) after a change of 140% (rise) leaves only 114 for 2017/18.");
    expect(check({ now: count("tv", "2018/19", { value: 7 }), rise })).toEqual([
      ["count-before", "now rise", "inconsistent", "value"],
    ]);
  });

  test("`previous` and the year's own name are one period", () => {
    expect(check({ now, before, rise: change("uk", "previous", "2018/19", percent(63)) })).toEqual([
      ["change-of-counts", "before now rise", "inconsistent", "value"],
    ]);
  });
});

describe("a share and its base", () => {
  const all = { all: count("uk", "2018/19", { value: 4373 }) };
  const part: ClaimSpec = {
    kind: "count",
    dataset,
    of: of("uk", { platform: "instagram", period: "2018/19" }),
    stated: { value: 929 },
  };

  test("34% of 4,373 is not 929; 21% is", () => {
    expect(check({ ...all, part, share: share("instagram", "2018/19", percent(34)) })).toEqual([
      ["share-of-counts", "part all share", "inconsistent", "denominator"],
    ]);
    expect(check({ ...all, part, share: share("instagram", "2018/19", percent(21)) })).toEqual([
      ["share-of-counts", "part all share", "consistent", "value"],
    ]);
  });

  test("without its base, which bases would do", () => {
    const [finding] = checkConsistency({ part, share: share("instagram", "2018/19", percent(34)) });
    expect(finding?.required).toEqual({ of: "base", first: 2693, last: 2773 });
    expect(finding?.reason).toBe("For 929 (part) to be 34% (share), the base has to be 2,693 to 2,773.");
  });

  test("more than all", () => {
    const three = {
      a: share("a", "2019", percent(50)),
      b: share("b", "2019", percent(40)),
      c: share("c", "2019", percent(30)),
    };
    expect(check(three)).toEqual([["shares-of-one-whole", "a b c", "doubtful", "denominator"]]);
    expect(check({ a: three.a, b: three.b })).toEqual([]);
  });
});

describe("two shares", () => {
  const shares = {
    now: share("instagram", "2018/19", percent(34)),
    before: share("instagram", "2017/18", { value: 0.2, unit: "fraction" }),
  };
  const rise = (stated: StatedSpec): ClaimSpec => ({
    kind: "change",
    dataset,
    of: of("uk", { platform: "instagram" }),
    whole: of("uk"),
    from: "2017/18",
    to: "2018/19",
    stated,
  });

  test.each<[string, StatedSpec, string, string]>([
    ["14 points", { value: 14, unit: "percentage-points" }, "consistent", "value"],
    ["1.7 times", { value: 1.7, unit: "times" }, "consistent", "value"],
    ["rose by 14%", percent(14), "inconsistent", "unit"],
    ["70 points", { value: 70, unit: "percentage-points" }, "inconsistent", "unit"],
    ["doubled and more", { value: 3, unit: "times" }, "inconsistent", "value"],
  ])("%s", (_, stated, verdict, facet) => {
    expect(check({ ...shares, rise: rise(stated) })).toEqual([["change-of-shares", "before now rise", verdict, facet]]);
  });
});

describe("two claims about one thing", () => {
  test("two numbers that no rounding brings together", () => {
    expect(check({ a: now, b: count("uk", "2018/19", { value: 4337 }) })).toEqual([
      ["same-thing", "a b", "inconsistent", "value"],
    ]);
    expect(check({ a: now, b: count("uk", "2018/19", { value: 4000, hedge: "more-than" }) })).toEqual([]);
    expect(check({ a: now, b: count("uk", "2018/19", { value: 4400, step: 100 }) })).toEqual([]);
  });

  test("one number for two areas: the headline's and the body's", () => {
    const headline = change("milton-keynes", "2017/18", "2018/19", percent(140));
    const body = change("thames-valley", "previous", "2018/19", percent(140));
    const [finding] = checkConsistency({ headline, body });
    expect(told([finding as ConsistencyFinding])).toEqual([["same-number", "headline body", "doubtful", "area"]]);
    expect(finding?.reason).toContain("said of milton keynes (headline) and of thames valley (body)");
    expect(check({ headline, body: change("thames-valley", "2016/17", "2017/18", percent(140)) })).toEqual([]);
  });

  test("small counts and doublings are alike in many an area", () => {
    const same = (stated: StatedSpec) => check({ a: count("a", "2019", stated), b: count("b", "2019", stated) });
    expect(same({ value: 274 })).toHaveLength(1);
    expect(same({ value: 7 })).toEqual([]);
    const doubled: StatedSpec = { value: 2, unit: "times" };
    expect(check({ a: change("a", "2018", "2019", doubled), b: change("b", "2018", "2019", doubled) })).toEqual([]);
  });

  test("a direction against a change or against two counts; a record that is beaten; more than elsewhere", () => {
    const down: ClaimSpec = {
      kind: "direction",
      dataset,
      of: of("uk"),
      from: "2017/18",
      to: "2018/19",
      direction: "down",
      stated: {},
    };
    expect(check({ down, rise: change("uk", "2017/18", "2018/19", percent(36)) })).toEqual([
      ["direction", "down rise", "inconsistent", "direction"],
    ]);
    expect(check({ down, now, before })).toEqual([["direction", "down before now", "inconsistent", "direction"]]);
    const high: ClaimSpec = {
      kind: "record",
      dataset,
      of: of("uk", { period: "2017/18" }),
      extreme: "highest",
      stated: {},
    };
    expect(check({ high, before, now: count("uk", "2016/17", { value: 4373 }) })).toEqual([
      ["record", "high before now", "inconsistent", "value"],
    ]);
    const twice = (relation: "times" | "lower", stated: StatedSpec): ClaimSpec => ({
      kind: "comparison",
      dataset,
      left: of("uk", { period: "2018/19" }),
      right: of("wales", { period: "2018/19" }),
      relation,
      stated,
    });
    const wales = count("wales", "2018/19", { value: 2100 });
    expect(check({ now, wales, twice: twice("times", { value: 2, unit: "times" }) })[0]?.[2]).toBe("consistent");
    expect(check({ now, wales, twice: twice("times", { value: 4, unit: "times" }) })[0]?.[2]).toBe("inconsistent");
    expect(check({ now, wales, twice: twice("lower", {}) })[0]?.[3]).toBe("direction");
  });
});

describe("how far two figures are apart", () => {
  const apart = (stated: StatedSpec, relation?: "higher" | "lower" | "times"): ClaimSpec => ({
    kind: "comparison",
    dataset,
    left: of("uk", { platform: "a", period: "2018/19" }),
    right: of("uk", { platform: "b", period: "2018/19" }),
    ...(relation && { relation }),
    stated,
  });
  const points = (value: number): StatedSpec => ({ value, unit: "percentage-points" });
  const shares = (a: number, b: number) => ({
    a: share("a", "2018/19", percent(a)),
    b: share("b", "2018/19", percent(b)),
  });
  const verdictOf = (specs: Record<string, ClaimSpec>) =>
    check(specs)
      .filter(([rule]) => rule === "comparison")
      .map(([, , verdict, facet]) => `${verdict} ${facet}`);

  test("in points of two shares, with a relation and as a gap", () => {
    expect(verdictOf({ ...shares(34, 20), gap: apart(points(14), "higher") })).toEqual(["consistent value"]);
    expect(verdictOf({ ...shares(20, 34), gap: apart(points(14), "lower") })).toEqual(["consistent value"]);
    expect(verdictOf({ ...shares(20, 34), gap: apart(points(14), "higher") })).toEqual(["inconsistent value"]);
    expect(verdictOf({ ...shares(20, 34), gap: apart(points(14)) })).toEqual(["consistent value"]);
    expect(verdictOf({ ...shares(20, 34), gap: apart(points(9)) })).toEqual(["inconsistent value"]);
  });

  test("per cent and points that are taken for each other", () => {
    expect(verdictOf({ ...shares(34, 20), gap: apart(points(70), "higher") })).toEqual(["inconsistent unit"]);
    expect(verdictOf({ ...shares(34, 20), gap: apart(percent(14), "higher") })).toEqual(["inconsistent unit"]);
    expect(verdictOf({ ...shares(34, 20), gap: apart(percent(70), "higher") })).toEqual(["consistent value"]);
  });

  test("in numbers of two counts; points of counts are none, and so many times is no distance", () => {
    const counted = (area: string, value: number) => count(area, "2018/19", { value, unit: "number" });
    const counts = { x: counted("uk", 400), y: counted("wales", 150) };
    const between = (stated: StatedSpec, relation?: "higher" | "lower" | "times"): ClaimSpec => ({
      ...(apart(stated, relation) as Extract<ClaimSpec, { kind: "comparison" }>),
      left: of("uk", { period: "2018/19" }),
      right: of("wales", { period: "2018/19" }),
    });
    const number = (value: number): StatedSpec => ({ value, unit: "number" });
    expect(verdictOf({ ...counts, d: between(number(250), "higher") })).toEqual(["consistent value"]);
    expect(verdictOf({ ...counts, d: between(number(250), "lower") })).toEqual(["inconsistent value"]);
    expect(verdictOf({ ...counts, d: between(number(90)) })).toEqual(["inconsistent value"]);
    expect(verdictOf({ ...counts, d: between(points(7.6)) })).toEqual(["inconsistent unit"]);
    expect(verdictOf({ ...counts, d: between(number(3), "times") })).toEqual([]);
  });

  test("what truthful rounding says of two shares is never inconsistent", () => {
    const tenths = fc.integer({ min: 10, max: 990 });
    fc.assert(
      fc.property(tenths, tenths, fc.boolean(), (a, b, isGap) => {
        const said = shares(Math.round(a / 10), Math.round(b / 10));
        const gap = apart(points(Math.round(Math.abs(a - b) / 10)), isGap ? undefined : a < b ? "lower" : "higher");
        expect(verdictOf({ ...said, gap })).not.toContain("inconsistent value");
        const far = apart(points(Math.round(Math.abs(a - b) / 10) + 3));
        expect(verdictOf({ ...said, far })[0]).toMatch(/^inconsistent/);
      }),
    );
  });
});

test("what truthful rounding says of two counts is never inconsistent", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 2 }),
      (from, to, places) => {
        const step = 10 ** places;
        const rounded = (value: number) => Math.round(value / step) * step;
        const relative = (100 * (to - from)) / from;
        // Half up in magnitude, as figures are printed.
        const said = Math.sign(relative) * Math.round(Math.abs(relative));
        const findings = checkConsistency({
          from: count("a", "2018", { value: rounded(from), step }),
          to: count("a", "2019", { value: rounded(to), step }),
          rise: change("a", "2018", "2019", percent(said)),
        });
        expect(findings.filter(({ verdict }) => verdict === "inconsistent")).toEqual([]);
      },
    ),
    { numRuns: trials(500, 166) },
  );
});

test("the claims of the article, among themselves", async () => {
  const folder = new URL("../../examples/thames-valley/", import.meta.url);
  const { consistency } = await checkClaims(article, {
    offences: new URL("offences.csv", folder),
    platforms: new URL("platforms.csv", folder),
  });
  expect(told(consistency)).toEqual([
    ["same-number", "c1 c5", "doubtful", "area"],
    ["count-before", "c4 c5", "consistent", "value"],
    ["direction", "c2 c5", "consistent", "direction"],
  ]);
  expect(consistency[0]?.reason).toBe(
    "140% is said of Milton Keynes (c1) and of the Thames Valley (c5): it is probably the figure of one of them only.",
  );
});
