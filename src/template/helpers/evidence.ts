import { eachCellOnce } from "../../claims/index.ts";
import { leftOut } from "../traced-text.ts";
import { capital } from "./capital.ts";
import { cellText, mostCells, sourceText } from "./cell-texts.ts";
import { coordinatesOf } from "./coordinates-of.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{evidence "c4"}}`: the cells of the data that a claim was judged by, with their sources, after what it holds; nothing where there
 * are none.
 */
export const evidence = defineHelper({
  name: "evidence",
  makes: "elements",
  block: "optional",
  parameters: ["claim"],
  run({ rendering, content }, claim) {
    const { input, trace } = rendering;
    rendering.cite(claim);
    const cells = eachCellOnce(claim.evidence);
    const data = (text: string) => trace({ kind: "metadata" }, text);
    const items = cells.slice(0, mostCells).map((item) => {
      const cell = capital(input.words.names.cell(coordinatesOf(item, input.datasets.get(item.dataset))), input.lang);
      return `<li>${data(`${cell}:`)} <strong>${data(cellText(rendering, item))}</strong> <span class="evidence-source">${data(sourceText(input, item.observation))}</span></li>`;
    });
    const more = cells.length - mostCells;
    const rest = more > 0 ? `<li>${data(input.words.notes.moreCells(more))}</li>` : "";
    return items.length === 0
      ? leftOut
      : `<div class="claim-evidence">${content?.() ?? ""}<ul class="evidence">${items.join("")}${rest}</ul></div>`;
  },
});
