import type { Problems } from "../../diagnostics/index.ts";
import { bareName, cellAt, cellText, type Sheet } from "../../tables/index.ts";
import type { DatasetSpec } from "../definition.ts";
import { toldBy } from "./column-names.ts";
import { createHeadReader } from "./hole-pattern.ts";
import type { DimensionLayout } from "./layout-spec.ts";
import { columnIndex } from "./names.ts";

/** What a table as a whole tells of dimensions, and of the measure: the name of its sheet or file, a cell above it, the layout itself. */
export function givenCategories(sheet: Sheet, spec: DatasetSpec, problems: Problems): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  for (const [dimension, dimensionLayout] of toldBy(spec)) {
    const told = typeof dimensionLayout === "object" ? textGiven(sheet, dimensionLayout) : undefined;
    if (!told) continue;
    const text = createHeadReader(told.pattern)(told.text);
    if (text !== undefined && text !== "") given[dimension] = text;
    else {
      const { file, name } = sheet;
      problems.error(`given ${dimension}`, {
        code: "pattern-not-matched",
        message: `${told.what} is "${told.text}", which does not look like "${told.pattern ?? "{}"}".`,
        hint: `Correct layout.dimensions.${dimension}, or leave the ${name === undefined ? "file" : "sheet"} out.`,
        source: { file, sheet: name },
      });
    }
  }
  return given;
}

interface Told {
  readonly what: string;
  readonly text: string;
  readonly pattern?: string | undefined;
}

function textGiven(sheet: Sheet, dimensionLayout: Exclude<DimensionLayout, string>): Told | undefined {
  if ("value" in dimensionLayout) return { what: "The value", text: dimensionLayout.value };
  if ("sheetName" in dimensionLayout)
    return { what: "The name of the sheet", text: sheet.name ?? "", pattern: dimensionLayout.sheetName };
  if ("fileName" in dimensionLayout)
    return {
      what: "The name of the file",
      text: bareName(sheet.file),
      pattern: dimensionLayout.fileName,
    };
  if (!("cell" in dimensionLayout)) return undefined;
  const [, letters = "A", number = "1"] = /^([A-Za-z]{1,3})(\d+)$/u.exec(dimensionLayout.cell) ?? [];
  const row = sheet.rowNumbers.indexOf(Number(number));
  const column = sheet.columns.findIndex((own) => own.column === columnIndex(letters) + 1);
  const text = row < 0 || column < 0 ? "" : cellText(cellAt(sheet, row, column));
  return { what: `Cell ${dimensionLayout.cell}`, text, pattern: dimensionLayout.pattern };
}
