import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Dataset, type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import type { Diagnostic } from "../../../src/diagnostics/index.ts";
import { errorsIn } from "../../support/diagnostics-of.ts";
import { caseFiles, casesFolder, type TableCase, writeCases } from "./read-cases.ts";

const shared: DatasetSpec = {
  title: "Offences",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Offences", publisher: "Home Office", kind: "official-statistics" } },
};

/** A line a diagnostic: what is wrong, where, and what to do. */
const problemLine = ({ severity, code, message, hint, source }: Diagnostic): string =>
  [`${severity} ${code}${source?.row === undefined ? "" : ` (row ${source.row})`}: ${message}`, hint]
    .filter(Boolean)
    .join(" » ");

/** A line a category that another one holds, where the rows say so. */
const heldLines = (dataset: Dataset): readonly string[] =>
  Object.keys(dataset.definition.spec.layout?.parents ?? {}).flatMap((dimension) =>
    dataset.categories(dimension).flatMap(({ label, parent }) => {
      const holder = parent === undefined ? undefined : dataset.category(dimension, parent);
      return holder ? [`${label} < ${holder.label}`] : [];
    }),
  );

/** A line an observation: measure, place, cell, statuses. Sorted, since order is another test's. */
function linesOf(dataset: Dataset): readonly string[] {
  const { dimensions } = dataset.definition.spec;
  const lines = dataset.observations.map(({ measure, at, cell, statuses, note }) => {
    const place = Object.keys(dimensions).map((dimension) =>
      at[dimension] === undefined ? "–" : (dataset.category(dimension, at[dimension])?.label ?? at[dimension]),
    );
    const value = cell.state === "value" ? String(cell.value) : cell.state === "missing" ? cell.reason : cell.state;
    return [measure, ...place, value, ...statuses, ...(note === "" ? [] : [`“${note}”`])].join(" | ");
  });
  return [...lines.sort(), ...heldLines(dataset).toSorted(), ...dataset.diagnostics.map(problemLine)];
}

async function textOf({ spec, table }: TableCase): Promise<string> {
  try {
    const definition = defineDataset({ ...shared, ...spec });
    const dataset = await readDataset(definition, { csv: table, file: "offences-2019.csv" }, { id: "offences" });
    return linesOf(dataset).join("\n");
  } catch (error) {
    return errorsIn(error).map(problemLine).join("\n");
  }
}

// ACCEPT=1 writes what is read into the cases: read it before you keep it.
describe.each(caseFiles())("tables in $file", ({ file, cases }) => {
  test.each(cases)("$title", async (one) => {
    expect(await textOf(one)).toBe(one.expected);
  });
  if (process.env.ACCEPT)
    test("are written anew", async () => {
      const accepted = await Promise.all(cases.map(async (one) => ({ ...one, expected: await textOf(one) })));
      writeFileSync(new URL(file, casesFolder), writeCases(accepted));
    });
});
