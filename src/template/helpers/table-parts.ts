import { markersIn } from "../markers-in.ts";
import type { Rendering } from "../rendering.ts";
import { wordsOf } from "./words-of.ts";

interface TableFrame {
  readonly className: string;
  /** Of its region, for links. */
  readonly id?: string | undefined;
  /** Its words name the region too. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly string[];
  /** Every cell's text, to explain the markers that they hold. */
  readonly texts: readonly string[];
  /** Sentences that go below the table, as HTML. */
  readonly remarks?: readonly string[];
}

/** Up to so many rows a table is kept on one page. */
const shortRows = 12;

/** A table in a region that scrolls sideways on a narrow screen, with its markers explained below it. */
export function tableFrame(rendering: Rendering, frame: TableFrame): string {
  const { className, id = "", caption, head, rows, texts, remarks = [] } = frame;
  const { markers } = rendering.input.words.template;
  const meanings = markersIn(texts).map((marker) => `${marker} ${rendering.attribute(markers[marker])}`);
  const sentences = [...(meanings.length === 0 ? [] : [`${meanings.join("; ")}.`]), ...remarks];
  const note = sentences.length === 0 ? "" : `<p class="table-note">${sentences.join(" ")}</p>`;
  const region = rows.length > shortRows ? "table-region" : "table-region short";
  return (
    `<div class="${region}"${id && ` id="${id}"`} role="region" aria-label="${wordsOf(caption)}" tabindex="0"><table class="${className}">` +
    `<caption>${caption}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>${note}`
  );
}

export const columnHeading = (html: string, numeric: boolean): string =>
  `<th scope="col"${numeric ? ' class="numeric"' : ""}>${html}</th>`;
