import type { Diagnostics } from "../diagnostics/index.ts";
import { cellAt, cellText, rowCells, type Sheet, type SheetCell } from "../tables/index.ts";
import type { RawTable } from "./raw-table.ts";

/** The table of a sheet: the first row that is not blank has the headings. Blank rows are left out. */
export function toRawTable(sheet: Sheet, diagnostics: Diagnostics): RawTable {
  const { file, rowNumbers, fieldCounts } = sheet;
  const isBlank = (row: number) => sheet.columns.every(({ values, codes }) => values[codes[row] ?? 0] === null);
  let header = 0;
  while (header < rowNumbers.length && isBlank(header)) header += 1;
  const width = fieldCounts?.[header] ?? sheet.columns.length;
  const columns = Array.from({ length: width }, (_, index) => cellText(cellAt(sheet, header, index)).trim());
  for (const name of new Set(columns.filter((column, index) => column !== "" && columns.indexOf(column) !== index))) {
    diagnostics.error({
      code: "duplicate-column",
      message: `Two columns are called "${name}".`,
      hint: "Rename one of them.",
      source: { file, row: rowNumbers[header] ?? 1, field: name },
    });
  }
  const rows: RawTable["rows"][number][] = [];
  for (let index = header + 1; index < rowNumbers.length; index += 1) {
    if (isBlank(index)) continue;
    const row = rowNumbers[index] as number;
    const count = fieldCounts?.[index] ?? width;
    const values = rowCells(sheet, index);
    const tooMany = values.slice(width).some((value) => value !== null);
    if (count < width || tooMany) {
      diagnostics.error({
        code: "ragged-row",
        message: `The row has ${count} fields, the header ${width}.`,
        hint: tooMany
          ? "Look for a comma in a field that is not in quotation marks."
          : "Add the missing fields, empty if need be.",
        source: { file, row },
      });
      continue;
    }
    rows.push({ row, values: values.slice(0, width).map(rawValue) });
  }
  return { columns, rows };
}

/** Dates by what says most, numbers as they are stored, errors by their text. */
function rawValue(cell: SheetCell): unknown {
  if (cell === null || typeof cell !== "object") return cell;
  return cell.kind === "date" ? cell.date : cell.kind === "number" ? cell.value : cell.error;
}
