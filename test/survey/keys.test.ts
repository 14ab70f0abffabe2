import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;
/** Numbers that look like chance, and are the same each time. */
const figure = (seed: number): number => 100 + ((seed * 7919 + 13) % 9973);

describe("numbers that tell rows apart are names", () => {
  test("articles of a law, with decimals, between labels and a count", async () => {
    const rows = ["In", "Out"].flatMap((way, at) =>
      ["8.1", "8.2", "10", "18.1"].flatMap((article, step) =>
        ["Austria", "Malta", "Spain", "Italy"].map(
          (state, place) => `${state},${way},${article},${figure(at * 50 + step * 7 + place)}`,
        ),
      ),
    );
    const { spec, remarks } = await guessOf(lines("State,In / Out,Article,Count", ...rows));
    expect(Object.keys(spec.dimensions)).toEqual(["state2", "inOut", "article"]);
    expect(Object.keys(spec.measures)).toEqual(["count"]);
    expect(remarks.get("dimensions.article")).toContain("make a measure of them");
  });

  test("quantiles beside codes of places, and the date that a forecast is for is its period", async () => {
    const rows = ["01", "02", "04", "05", "06", "08"].flatMap((place, at) =>
      [0, 1, 2].flatMap((horizon) =>
        ["0.05", "0.25", "0.5", "0.75", "0.95"].map(
          (level, step) =>
            `2025-03-29,${horizon},2025-04-${["05", "12", "19"][horizon]},${place},${level},${figure(at * 31 + horizon * 11 + step)}.25`,
        ),
      ),
    );
    const { spec } = await guessOf(
      lines("reference_date,horizon,target_end_date,location,output_type_id,value", ...rows),
    );
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(Object.keys(spec.dimensions)).toEqual(["location", "outputTypeId", "period"]);
    expect(spec.layout?.dimensions?.period).toBe("target_end_date");
  });

  test("numbers that only grow, before figures and nothing else", async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at === 0 ? 812 : 812 + at * 3},${figure(at)}.5`);
    const { spec } = await guessOf(lines("year,temp_c", ...rows));
    expect(Object.keys(spec.dimensions)).toEqual(["year"]);
    expect(Object.keys(spec.measures)).toEqual(["tempC"]);
  });

  test("and figures are none, where they tell rows apart by chance", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `${at % 2 === 0 ? "red" : "blue"},${(at * 7) % 13},${(at * 5) % 11},${figure(at)}`,
    );
    const { spec } = await guessOf(lines("team,visits to a,visits to b,steps", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["visitsToA", "visitsToB", "steps"]);
  });

  test("also in any order, each once; and a column of names has no figures", async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `Seat ${"abcdefghijkl"[at]},${figure(at)},${((at * 5) % 12) + 1}`,
    );
    const { spec } = await guessOf(lines("constituency,margin,const. no.", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["margin"]);
    const wards = Array.from({ length: 12 }, (_, at) => `X${at},${(at % 4) * 100 + 101},${figure(at)}`);
    const { spec: named } = await guessOf(lines("place,precinct_name,votes", ...wards));
    expect(Object.keys(named.measures)).toEqual(["votes"]);
  });

  test("rounds, some of which are words, are no figures with gaps", async () => {
    const rows = Array.from(
      { length: 240 },
      (_, at) => `Club ${at},${["1", "2", "3", "4", "5", "semi", "final"][at % 7]},${figure(at)}`,
    );
    const { spec } = await guessOf(lines("club,round,attendance", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["attendance"]);
    expect(spec.markers).toBeUndefined();
  });
});

describe("a file that holds figures is read", () => {
  test("without headings: by the letters of its columns", async () => {
    const { spec, dataset, remarks } = await guessOf(
      lines("E;Kent;3024;68,2", "E;Essex;1317;61,5", "E;Devon;2217;70,1", "E;Avon;917;59,9"),
    );
    expect(spec.layout?.headerRow).toBe("none");
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Column C", "Column D"]);
    expect(dataset?.observations).toHaveLength(8);
    expect(remarks.get("layout.headerRow")).toContain("headerRow: 1");
  });

  test("names right above figures are the headings, below notes and a unit", async () => {
    const [sheet] = await readSheets(
      lines(
        "Earnings,,",
        "UK,,",
        "Notes,Final,",
        "Unit,Mean hourly pay (£),",
        ",,",
        ",Public,Private",
        "1,6.71,5.13",
        "2,6.99,5.91",
        "3,7.12,6.2",
      ),
      { file: "earnings.csv", diagnostics: createDiagnostics() },
    );
    const found = sheet && surveyTable(sheet);
    expect(found?.columns.map(({ name }) => name)).toEqual(["", "Public", "Private"]);
  });

  test("means by what stands above are never added up", async () => {
    const { spec } = await guessOf(
      lines("Mean pay (£),,", ",,", "Sector,Public,Private", "A,16.71,5.13", "B,6.99,15.91", "C,7.12,6.2"),
    );
    expect(Object.values(spec.measures).some(({ additive }) => additive === true)).toBe(false);
  });
});

describe("told of in comments", () => {
  test("numbers and percentages in one column", async () => {
    const rows = [..."abcdef"].flatMap((place, at) => [
      `${place}${place}x,Some,${figure(at) * 40}`,
      `${place}${place}x,Other,${at + 1}.25`,
    ]);
    const { remarks } = await guessOf(lines("Place,Kind,Value", ...rows));
    expect([...remarks.values()].join(" ")).toContain("Figures of several kinds");
  });

  test("single ages beside groups that hold them", async () => {
    const rows = ["0-4", "0", "1", "2", "3", "4", "5-9", "5", "6", "7"].map((age, at) => `${age},${figure(at)}`);
    const { remarks } = await guessOf(lines("Age,People", ...rows));
    expect(remarks.get("dimensions.age")).toContain("lie within others");
  });
});

test("rows are told by their codes, where one of very many stands there twice by mistake", async () => {
  const rows = Array.from({ length: 1200 }, (_, at) => {
    const code = at === 700 ? "10699" : String(10_000 + at);
    return `${code},${"ABCDEFGHIJ"[at % 10]}ville ${"lmnopqrst"[at % 9]}e,${20_000 + ((at * 37) % 911)}.25`;
  });
  const { spec, dataset } = await guessOf(`Code Commune,Nom Commune,Niveau de vie\n${rows.join("\n")}\n`);
  const labels = dataset?.categories(Object.keys(spec.dimensions)[0] as string).map(({ label }) => label) ?? [];
  expect(labels.length).toBeGreaterThan(1100);
  expect(labels.filter((label) => /\(row \d+\)/u.test(label))).toEqual([]);
});

test("labels that tell rows apart are dimensions, one with gaps among them, and numbers of rows are none", async () => {
  const groups = ["All children", "In hardship", "Not in hardship"];
  const answers = ["Yes", "No", "Unknown"];
  const questions = ["Has a garden", "Has a phone", "Walks to school", "Has a library card", "Eats breakfast"];
  const rows = groups.flatMap((group, of) =>
    questions.flatMap((question, at) =>
      [...answers, ...(at === 4 ? [""] : [])].map((answer, by) => [
        411_000 + of * 9100 + at * 1300 + by * 170 + of * at * 7,
        group,
        question,
        answer,
      ]),
    ),
  );
  const { spec } = await guessOf(
    `Index,Children,Index2,Group,Question,Answer\n${rows.map(([count, ...row], at) => [at + 1, count, at + 1, ...row].join()).join("\n")}\n`,
  );
  expect(spec.layout?.dimensions).toMatchObject({
    group: "Group",
    question: "Question",
    answer: expect.objectContaining({ column: "Answer" }),
  });
});
