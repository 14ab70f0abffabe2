import type { Claim, ClaimTable, ClaimTableRow } from "../../claims/index.ts";
import type { Rendering } from "../rendering.ts";
import type { SharedRow } from "../traced-text.ts";
import { type BarScale, barHtml, barScale } from "./bars.ts";
import { claimWords } from "./claim-words.ts";
import { defineHelper } from "./helper.ts";
import { columnHeading, tableFrame } from "./table-parts.ts";

/**
 * `{{table "by-year"}}`: a table of claims. `caption` replaces its own, `highlight` the words beside the row that the
 * briefing is about ("this area"), `class` is added to the table's.
 */
export const table = defineHelper({
  name: "table",
  makes: "elements",
  parameters: ["table"],
  hash: { caption: "text", class: "name", highlight: "text" },
  run({ rendering, hash, position }, table) {
    const caption = hash.caption ?? rendering.caption(table.caption, `caption of table "${table.id}"`);
    // Headings are the dataset's labels, or words that the author wrote and the audit is to see.
    const heading = (text: string, fromData: boolean) =>
      fromData ? rendering.trace({ kind: "metadata" }, text) : rendering.authored(text, position);
    const scales = table.columns.map(({ bars }, index) =>
      bars ? barScale(table.rows.map(({ cells }) => barValue(cells[index]))) : undefined,
    );
    return tableFrame(rendering, {
      className: rendering.attribute(["figures", hash.class].filter(Boolean).join(" ")),
      caption,
      head: [
        columnHeading(heading(table.rowHeader, false), false),
        ...table.columns.map(({ header, fromData, show, bars }) =>
          columnHeading(heading(header, fromData), isFigure(show), bars),
        ),
      ],
      rows: table.rows.map((row) =>
        tableRow(rendering, table, {
          row,
          heading,
          beside: hash.highlight,
          scales,
        }),
      ),
      texts: table.rows.flatMap(({ cells }) => cells.map(({ words }) => words.value)),
      remarks: roundingRemarks(rendering, table),
      bars: table.columns.filter(({ bars }) => bars).length,
      holdsText: table.columns.some(({ show }) => !isFigure(show)),
    });
  },
});

/** `this area`, of the one that the briefing is about; any other row is highlighted, and no more can be said of it. */
function highlightWords({ input: { parameters, datasets }, phrase }: Rendering, { id }: ClaimTableRow): string {
  const isArea = Object.values(parameters).some(
    (value) =>
      typeof value === "object" &&
      value.id === id &&
      [...datasets.values()].some(({ definition }) => definition.spec.dimensions[value.dimension]?.role === "area"),
  );
  return phrase(isArea ? "this-area" : "highlighted");
}

/** That figures are rounded has to be said where they stand. */
function roundingRemarks(rendering: Rendering, { rows }: ClaimTable): readonly string[] {
  const bases = new Set<number>();
  for (const row of rows)
    for (const { evidence } of row.cells)
      for (const { observation } of evidence)
        if (observation.cell.state === "rounded") bases.add(observation.cell.base);
  const { notes } = rendering.input.words;
  return [...bases].map((base) => rendering.trace({ kind: "metadata" }, notes.rounded({ base })));
}

/** A range has no length, nor has what is hidden. */
const barValue = (claim: Claim | undefined): number | null => claim?.figure?.value ?? null;

const showOf = ({ columns }: ClaimTable, index: number): ClaimTable["columns"][number]["show"] =>
  columns[index]?.show ?? "value";

const isFigure = (show: ClaimTable["columns"][number]["show"]): boolean => show === "value" || show === "signed";

interface RowParts {
  readonly row: ClaimTableRow;
  readonly heading: (text: string, fromData: boolean) => string;
  /** Words beside the highlighted row, where the author has some. */
  readonly beside: string | undefined;
  /** Of the bars of each column that has some. */
  readonly scales: readonly (BarScale | undefined)[];
}

/** A row that other documents have too is written once for all. */
function tableRow(rendering: Rendering, table: ClaimTable, parts: RowParts): string | SharedRow {
  const { cells } = parts.row;
  const known = rendering.sharedRows.find(parts.row, table.columns);
  if (!known) return writtenRow(rendering, table, parts);
  for (let index = 0; index < cells.length; index += 1) {
    const claim = cells[index] as Claim;
    rendering.cite(claim);
    rendering.noteMarkers(claim.words[showOf(table, index)]);
  }
  known.shared ??= sharedRow(rendering, table, parts);
  return known.shared;
}

const sharedRow = (rendering: Rendering, table: ClaimTable, parts: RowParts): SharedRow =>
  rendering.writeRow(() => writtenRow(rendering, table, parts));

/** The highlighted row says so in words too: nobody has to see its colour. */
function writtenRow(rendering: Rendering, table: ClaimTable, { row, heading, beside, scales }: RowParts): string {
  const label = heading(row.header, row.fromData);
  const suffix = row.highlight ? ` <span class="this-row">(${beside ?? highlightWords(rendering, row)})</span>` : "";
  const cells = row.cells.map((claim, index) => {
    const show = showOf(table, index);
    const scale = scales[index];
    const names = [...(isFigure(show) ? ["numeric"] : []), ...(scale ? ["with-bar"] : [])].join(" ");
    const bar = scale ? barHtml(barValue(claim), scale) : "";
    return `<td${names && ` class="${names}"`}>${claimWords(rendering, claim, claim.words[show])}${bar}</td>`;
  });
  return `<tr${row.highlight ? ' class="highlight"' : ""}><th scope="row">${label}${suffix}</th>${cells.join("")}</tr>`;
}
