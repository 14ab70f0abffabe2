import type { Evidence } from "../../claims/index.ts";
import { markerOfCell } from "../../dataset/index.ts";
import { decimalsOf, exact } from "../../language/index.ts";
import type { Rendering, TemplateInput } from "../rendering.ts";

/** A figure of more cells than this names the first ones, and says how many there are besides. */
export const mostCells = 4;

/** The number as the data has it, or the marker in its place. */
export function cellText({ input }: Rendering, { observation: { cell } }: Evidence): string {
  return "value" in cell ? input.words.numbers.decimal(exact(cell.value), decimalsOf(cell.value)) : markerOfCell(cell);
}

/** The publisher, and when: the list of sources says more. */
export function sourceText({ sources, words }: TemplateInput, { source, vintage }: Evidence["observation"]): string {
  const publisher = sources.get(source)?.publisher ?? source;
  const when = vintage === "" ? "" : (words.numbers.date(vintage) ?? vintage);
  return [publisher, when].filter(Boolean).join(", ");
}
