import type { ClaimTableRow } from "../../claims/index.ts";
import type { Rendering } from "../rendering.ts";
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
  run({ rendering, hash }, { caption, rowHeader, columns, rows }) {
    const words = hash.caption ?? rendering.trace({ kind: "metadata" }, caption);
    return tableFrame({
      className: ["figures", hash.class].filter(Boolean).join(" "),
      caption: words,
      label: words,
      head: [
        columnHeading(rendering, rowHeader, false),
        ...columns.map(({ header }) => columnHeading(rendering, header, true)),
      ],
      rows: rows.map((row) => tableRow(rendering, row, hash.highlight ?? "this area")),
      texts: rows.flatMap(({ cells }) => cells.map(({ words }) => words.value)),
    });
  },
});

/** The highlighted row says so in words too: nobody has to see its colour. */
function tableRow(rendering: Rendering, { header, highlight, cells }: ClaimTableRow, highlightWords: string): string {
  const label = rendering.trace({ kind: "metadata" }, header);
  const suffix = highlight ? ` <span class="this-row">(${highlightWords})</span>` : "";
  const data = cells.map((claim) => `<td class="numeric">${claimWords(rendering, claim, "value")}</td>`);
  return `<tr${highlight ? ' class="highlight"' : ""}><th scope="row">${label}${suffix}</th>${data.join("")}</tr>`;
}
