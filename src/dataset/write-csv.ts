import { stringify } from "csv-stringify/sync";
import type { Dataset } from "./dataset.ts";
import { gapMarkers, markerOfCell } from "./gap-marker.ts";
import type { Observation } from "./observation.ts";

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
  const rows = new Map<string, Observation[]>();
  for (const observation of dataset.observations) {
    const { at, source, vintage } = observation;
    const key = JSON.stringify([dimensions.map((id) => at[id]), source, vintage]);
    const row = rows.get(key);
    if (row) row.push(observation);
    else rows.set(key, [observation]);
  }
  const records = [...rows.values()].map((observations) => {
    const [{ at, source, vintage }] = observations as [Observation];
    const statuses = new Set(observations.flatMap((observation) => observation.statuses));
    const cells = measures.map((id) => observations.find(({ measure }) => measure === id));
    return [
      ...dimensions.map((id) => plainText(dataset.category(id, at[id] ?? "")?.label ?? "")),
      ...cells.map((observation) => (observation ? cellText(observation, dataset) : "")),
      plainText(source),
      plainText(sources.get(source)?.title ?? ""),
      vintage,
      [...statuses].join(" "),
    ];
  });
  const columns = [...dimensions, ...measures, "source", "source_title", "published", "status"];
  // Quoted where a spreadsheet of another country would take a sign within a text for the end of its cell.
  return stringify([columns, ...records], { record_delimiter: "windows", quoted_match: /[;\t|]/u });
}

/** The signs that begin a formula, the wide ones too, with whatever blanks before them. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/u;

/** A text that no spreadsheet works out. A negative number is one only where it is a figure. */
const plainText = (text: string): string => (formula.test(text) ? `'${text}` : text);

function cellText({ measure, at, cell }: Observation, dataset: Dataset): string {
  const isSuppressed = dataset.lookup(measure, at).some((vintage) => vintage.cell.state === "suppressed");
  if (isSuppressed) return gapMarkers.suppressed;
  return "value" in cell ? String(cell.value) : markerOfCell(cell);
}
