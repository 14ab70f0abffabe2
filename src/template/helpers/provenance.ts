import { type Claim, eachCellOnce } from "../../claims/index.ts";
import type { Rendering } from "../rendering.ts";
import { leftOut } from "../traced-text.ts";
import { cellText, mostCells, sourceText } from "./cell-texts.ts";
import { claimWords } from "./claim-words.ts";
import { coordinatesOf } from "./coordinates-of.ts";
import { defineHelper } from "./helper.ts";
import { columnHeading, tableFrame } from "./table-parts.ts";

/** Stands for the table until everything is printed, when it is known which figures are. */
export const provenancePlaceholder = "\uFDD5";

/** `{{provenance}}`: a table of every claim that the briefing prints, with the cells that its figure was computed from. */
export const provenance = defineHelper({
  name: "provenance",
  makes: "elements",
  parameters: [],
  run: () => provenancePlaceholder,
});

/** The table that the placeholder stands for; nothing where no figure is printed. */
export function provenanceTable(rendering: Rendering): string {
  const { claims } = rendering.input;
  const printed = [...claims.values()].filter(
    ({ id, evidence }) => rendering.printed.figures.has(id) && evidence.length > 0,
  );
  if (printed.length === 0) return leftOut;
  const head = (["figure", "computed-from", "provenance-value", "source"] as const).map((name) =>
    columnHeading(rendering.phrase(name), name === "provenance-value"),
  );
  return tableFrame(rendering, {
    className: "figures provenance",
    caption: rendering.phrase("provenance-table"),
    holdsText: true,
    head,
    rows: printed.flatMap((claim) => claimRows(rendering, claim)),
    texts: printed.flatMap(({ evidence }) => evidence.map((item) => cellText(rendering, item))),
  });
}

/** A row a cell; the figure stands beside all of its own, and so does a source that they share. */
function claimRows(rendering: Rendering, claim: Claim): readonly string[] {
  const { trace, input } = rendering;
  const { spec, words } = claim;
  const evidence = eachCellOnce(claim.evidence);
  const said =
    spec.text === undefined
      ? claimWords(rendering, claim, words.phrase)
      : trace({ kind: "literal", about: claim.id }, spec.text);
  const about = [words.area, words.period].filter(Boolean).join(", ");
  const figure = `${said}${about === "" ? "" : `<br>${trace({ kind: "metadata" }, about)}`}`;
  const more = evidence.length - mostCells;
  const shown = more > 0 ? evidence.slice(0, mostCells) : evidence;
  const others =
    more > 0 ? [`<td colspan="2">${trace({ kind: "metadata" }, input.words.notes.moreCells(more))}</td>`] : [];
  const cells = [
    ...shown.map((item) => {
      const coordinates = coordinatesOf(item, input.datasets.get(item.dataset));
      const cell = trace({ kind: "metadata" }, input.words.names.cell(coordinates));
      return `<td>${cell}</td><td class="numeric">${trace({ kind: "metadata" }, cellText(rendering, item))}</td>`;
    }),
    ...others,
  ];
  const span = cells.length > 1 ? ` rowspan="${cells.length}"` : "";
  const names = [...new Set(evidence.map(({ observation }) => sourceText(input, observation)))];
  const sources = `<td${span}>${names.map((text) => trace({ kind: "metadata" }, text)).join("<br>")}</td>`;
  return cells.map((cell, index) =>
    index === 0 ? `<tr><th scope="row"${span}>${figure}</th>${cell}${sources}</tr>` : `<tr>${cell}</tr>`,
  );
}
