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
