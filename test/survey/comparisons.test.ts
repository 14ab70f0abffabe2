import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { writeBriefing } from "../../src/cli/write-briefing.ts";
import { mayBeCompared } from "../../src/survey/index.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const table = "Trust,Falls\nKent,120\nEssex,130\nDevon,140\nDorset,150\n";

/** Whether a note below a table keeps a first briefing from ranking its areas. */
const isUnranked = async (note: string) => {
  const { comparability } = await guessOf(`${table}\n"${note}"\n`);
  return !mayBeCompared(comparability.get("trust"));
};

describe("areas that a note on the table says are not to be compared are ranked by no first briefing", () => {
  test.each([
    "Due to low response, comparisons should not be made between trusts or regions.",
    "Notes: rounded to 10. Figures of trusts should not be compared with each other.",
    "Boards record falls in other ways and are not directly comparable across the country.",
    "These figures must not be used to rank trusts.",
    "The sample is not statistical; these data should not be compared across time periods or between trusts.",
  ])("%s", async (note) => expect(await isUnranked(note)).toBe(true));

  test.each([
    "Comparisons should not be made between years.",
    "Figures before 2019 are not comparable between trusts.",
    "Figures can be compared between trusts.",
    "Not comparable with earlier publications.",
  ])("but others are: %s", async (note) => expect(await isUnranked(note)).toBe(false));

  test("in a table of any size, with or without years", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 10, max: 9999 }), { minLength: 3, maxLength: 20 }),
        fc.boolean(),
        fc.boolean(),
        async (figures, isTimed, isForbidden) => {
          const head = isTimed ? "Trust,2021,2022" : "Trust,Falls";
          const rows = figures.map(
            (own, at) => `Place ${"ABCDEFGHIJKLMNOPQRST"[at]},${own}${isTimed ? `,${own}` : ""}`,
          );
          const note = isForbidden ? "\nComparisons should not be made between trusts.\n" : "";
          const { spec, dataset, comparability } = await guessOf(`${head}\n${rows.join("\n")}\n${note}`);
          if (!dataset) throw new Error("The guess does not build.");
          const text = writeBriefing({
            ...chooseStart(dataset, spec),
            name: "figures",
            module: "./dataset.ts",
            spec,
            dataPath: "./figures.csv",
            encoding: undefined,
            periods: dataset.periods().length,
            until: undefined,
            areas: figures.length,
            ranked: { figured: figures.length, hidden: 0, absent: 0, areProtected: true },
            unstated: undefined,
            areRanked: mayBeCompared(comparability.get("trust")),
            only: undefined,
            drawn: { label: true, names: true, times: true },
          });
          const code = text.replaceAll(/^ *\/\/.*$/gmu, "");
          expect(/\b(?:rank|standing|rankingSpec|among|table)\b/u.test(code)).toBe(!isForbidden);
        },
      ),
      { numRuns: trials(120, 20) },
    ));
});

describe("regions as headings between rows", () => {
  test("are called so, and not the other headings", async () => {
    const below = (head: string, [one, other]: readonly [string, string]) => [`${head},`, `${one},20`, `${other},30`];
    const of = (...heads: readonly [string, string, string]) =>
      guessOf(
        [
          "Trust,Falls",
          ...below(heads[0], ["Zeta Trust", "Acre Trust"]),
          ...below(heads[1], ["Mill Trust", "Bourne Trust"]),
          ...below(heads[2], ["Vale Trust", "Down Trust"]),
        ].join("\n"),
      );
    const regions = await of("East Midlands", "London", "North West");
    expect(regions.spec.dimensions).toMatchObject({ region: { label: "Region" } });
    expect((await of("Acute", "Community", "Mental health")).spec.dimensions).toHaveProperty("section");
  });
});

test("a country beside a few of its provinces, and nothing else, is the whole of them", async () => {
  const totalOf = async (...areas: readonly string[]) => {
    const { spec } = await guessOf(`Year,${areas.join(",")}\n2020,500,70,90\n2021,510,75,95\n2022,530,80,91\n`);
    const area = Object.values(spec.dimensions).find(({ role }) => role === "area");
    return area && "total" in area ? area.total : undefined;
  };
  expect(await totalOf("Canada", "Quebec", "Ontario")).toBe("canada");
  expect(await totalOf("Scotland", "North East", "North West")).toBeUndefined();
});

test("headings between rows that say of each measure what its name says are no dimension", async () => {
  const rows = (name: string, of: readonly number[]) =>
    of.map((own, at) => `${at === 0 ? name : ""},${2020 + at},${own},${own / 2},${own / 4}`);
  const { spec, dataset, remarks } = await guessOf(
    [
      ",Geography,Canada,Quebec,Ontario",
      "Homicides,Reference period,,,",
      ",,Number,,",
      ...rows("Number of victims", [520, 620, 640]),
      ",,Rate per 100 people,,",
      ...rows("Victims per 100 people", [1.48, 1.72, 1.8]),
    ].join("\n"),
  );
  expect(spec.dimensions).not.toHaveProperty("section");
  expect(remarks.get("layout.rows")).toContain("what its name says");
  expect(Object.keys(spec.measures)).toHaveLength(2);
  expect(dataset?.observations).toHaveLength(18);
});
