import { stringify } from "csv-stringify/sync";
import { groupRows, sortByGroup } from "./columns/group-rows.ts";
import { allRows, observationAt } from "./columns/observation-columns.ts";
import type { Dataset } from "./dataset.ts";
import { markerOfCell } from "./gap-marker.ts";
import type { Observation } from "./observation.ts";
import { spreadSuppression } from "./spread-suppression.ts";

/**
 * Writes a dataset as CSV (RFC 4180, UTF-8): a column for each dimension and each measure, named by their ids, so that
 * the definition reads it back; then the id and title of the source, the day of publication and the statuses. In place of
 * a number that is not there stands `[c]` (suppressed), `[z]` (not applicable) or `[x]` (not available). A cell that any
 * vintage suppresses is `[c]` in all of them: what has been withdrawn is not printed again. Remarks are left out. A text that a
 * spreadsheet would take for a formula has an apostrophe before it, as spreadsheets write such texts.
 */
export function writeCsv(dataset: Dataset): string {
  const { definition, sources } = dataset;
  const dimensions = Object.keys(definition.spec.dimensions);
  const measures = Object.keys(definition.spec.measures);
  const columns = spreadSuppression(dataset.columns);
  const { categoryColumns, source: sourceColumn, vintage: vintageColumn } = columns;
  const { groups, groupOf } = groupRows(
    [...categoryColumns, sourceColumn, vintageColumn].map(({ codes }) => codes),
    allRows(columns),
  );
  const { positions, starts } = sortByGroup(groupOf, groups.count);
  const records = Array.from({ length: groups.count }, (_, group) => {
    const rows = positions.subarray(starts[group], starts[group + 1]);
    const observations = Array.from(rows, (row) => observationAt(columns, row));
    const [{ at, source, vintage }] = observations as [Observation];
    const statuses = new Set(observations.flatMap((observation) => observation.statuses));
    const cells = measures.map((id) => observations.find(({ measure }) => measure === id));
    return [
      ...dimensions.map((id) => plainText(dataset.category(id, at[id] ?? "")?.label ?? "")),
      ...cells.map((observation) => (observation ? cellText(observation) : "")),
      plainText(source),
      plainText(sources.get(source)?.title ?? ""),
      vintage,
      [...statuses].join(" "),
    ];
  });
  return stringify([[...dimensions, ...measures, "source", "source_title", "published", "status"], ...records], format);
}

/** Quoted where a spreadsheet of another country would take a sign within a text for the end of its cell. */
const format = { record_delimiter: "windows", quoted_match: /[;\t|]/u } as const;

/** Writes a table as CSV, its texts guarded as those of a dataset are; what is null has been replaced by a marker. */
export const writeCsvTable = (records: readonly (readonly (string | number | boolean)[])[]): string =>
  stringify(
    records.map((record) => record.map((cell) => (typeof cell === "string" ? plainText(cell) : String(cell)))),
    format,
  );

/** The signs that begin a formula, the wide ones too, with whatever blanks before them. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/u;

/** A text that no spreadsheet works out. A negative number is one only where it is a figure. */
const plainText = (text: string): string => (formula.test(text) ? `'${text}` : text);

const cellText = ({ cell }: Observation): string => ("value" in cell ? String(cell.value) : markerOfCell(cell));
