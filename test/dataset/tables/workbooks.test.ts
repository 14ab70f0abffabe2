import { describe, expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { writeXlsx } from "../../tables/write-workbooks.ts";

const base: DatasetSpec = {
  title: "Offences",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Offences", publisher: "Home Office", kind: "official-statistics" } },
};

const row = (cells: readonly (string | number)[]) =>
  `<row>${cells
    .map((cell) =>
      typeof cell === "number" ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join("")}</row>`;
const sheet = (name: string, ...rows: readonly (readonly (string | number)[])[]) => ({
  name,
  xml: `<sheetData>${rows.map(row).join("")}</sheetData>`,
});

/** A sheet a year, and one that is about something else. */
const bytes = writeXlsx([
  sheet("Offences 2018", ["Area", "Offences"], ["Kent", 120], ["Essex", 70]),
  sheet("Offences 2019", ["Area", "Offences"], ["Kent", 130], ["Essex", 90]),
  sheet("Staff", ["Grade", "People"], ["A", 7], ["B", 9]),
]);

const read = async (layout: NonNullable<DatasetSpec["layout"]>) => {
  const dataset = await readDataset(
    defineDataset({ ...base, layout }),
    { bytes, file: "offences.xlsx" },
    { id: "offences" },
  );
  return dataset.observations.map(({ at, cell }) => [at.area, at.year?.slice(0, 4), "value" in cell && cell.value]);
};

const byYear = { dimensions: { year: { sheetName: "Offences {}" } } } as const;

describe("a workbook with a sheet a year", () => {
  test("gives the year of each of its sheets, and leaves out the others", async () => {
    expect(await read({ ...byYear, sheets: "Offences *" })).toEqual([
      ["kent", "2018", 120],
      ["essex", "2018", 70],
      ["kent", "2019", 130],
      ["essex", "2019", 90],
    ]);
    expect(await read({ ...byYear, sheets: ["Offences 2019"] })).toHaveLength(2);
    expect(await read({ ...byYear, sheets: 1 })).toHaveLength(2);
    expect(await read({ ...byYear, sheets: [1, "* 2019"] })).toHaveLength(4);
  });

  test("says which sheets there are, where none is called so", async () => {
    await expect(read({ ...byYear, sheets: "Crimes *" })).rejects.toThrow(
      /No sheet is called "Crimes \*"\. There are "Offences 2018", "Offences 2019", "Staff"/u,
    );
  });

  test("says of a sheet that is read for no reason what is not in it", async () => {
    await expect(read(byYear)).rejects.toThrow(/sheet "Staff", row 1: error: There is no column "area"/u);
  });
});

test("an error of a workbook is what its marker says, and an error of the data without one", async () => {
  const broken = writeXlsx([
    {
      name: "Offences",
      xml: `<sheetData>${row(["Area", "Year", "Offences"])}${row(["Kent", "2018", 120])}<row><c t="inlineStr"><is><t>Essex</t></is></c><c t="inlineStr"><is><t>2018</t></is></c><c t="e"><v>#N/A</v></c></row></sheetData>`,
    },
  ]);
  const data = { bytes: broken, file: "offences.xlsx" };
  const marked = await readDataset(defineDataset({ ...base, markers: { "#N/A": "unavailable" } }), data, {
    id: "offences",
  });
  expect(marked.observations.map(({ cell }) => cell.state)).toEqual(["value", "missing"]);
  await expect(readDataset(defineDataset(base), data, { id: "offences" })).rejects.toThrow(/#N\/A/u);
});
