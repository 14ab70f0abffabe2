import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { InputError } from "../../src/cli/input-error.ts";
import { readSurvey } from "../../src/cli/read-survey.ts";

test("of a table whose figures are all hidden is said that they are, and in which columns", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "hidden-")), "figures.csv");
  await writeFile(
    file,
    ["Town,Cases,Deaths", ...["Alder", "Birch", "Cedar", "Dean"].map((name) => `${name},c,*`)].join("\n"),
  );
  const error = await readSurvey(file, {}).catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw new Error("The table was read.");
  expect(error.diagnostics[0]?.message).toContain('"Cases", "Deaths", all are hidden or missing');
});

const [years, stages, ages] = [
  [2021, 2022, 2023],
  ["Entry", "Decision", "Match"],
  ["Total", "Under 1", "1 to 4", "5 and over"],
];
const grid = years.flatMap((year, first) =>
  stages.flatMap((stage, second) =>
    ages.map((age, third) => ({ year, stage, age, at: first * 17 + second * 7 + third })),
  ),
);
const surveyOf = async (heading: string, cell: (row: (typeof grid)[number]) => string) => {
  const file = join(await mkdtemp(join(tmpdir(), "grid-")), "figures.csv");
  const rows = grid.map((row) => `${row.year},${row.stage},${row.age},${cell(row)}`);
  await writeFile(file, [`Year,Stage,Age,${heading}`, ...rows].join("\n"));
  return readSurvey(file, {}).catch((thrown: unknown) => thrown);
};

test("rows of a full grid are not counted where its figures cannot be read", async () => {
  const error = await surveyOf("number", ({ at }) => `${at % 9}:${String((at * 23) % 60).padStart(2, "0")}`);
  if (!(error instanceof InputError)) throw new Error("The rows were counted.");
  expect(error.diagnostics[0]?.message).toContain('those of "number", "0:00" say, cannot be read');
});

test("and are where a name stands in their place, with a number or without", async () => {
  for (const grade of ["Good", "Grade "])
    expect(
      await surveyOf("Grade", ({ at }) => (at % 3 === 0 ? "Poor" : `${grade}${grade === "Good" ? "" : at % 4}`)),
    ).not.toBeInstanceOf(InputError);
});
