import { markersIn } from "../markers-in.ts";
import type { Rendering } from "../rendering.ts";
import type { SharedRow } from "../traced-text.ts";
import { longestWords, type PaperFit, paperFit, tableWidth } from "./table-width.ts";
import { wordsOf } from "./words-of.ts";

interface TableFrame {
  readonly className: string;
  /** Of its region, for links. */
  readonly id?: string | undefined;
  /** Its words name the region too. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (string | SharedRow)[];
  /** Every cell's text, to explain the markers that they hold. */
  readonly texts: readonly string[];
  /** Sentences that go below the table, as HTML. */
  readonly remarks?: readonly string[];
  /** How many of its columns have bars. Default 0. */
  readonly bars?: number;
  /** Its cells hold sentences. Default false. */
  readonly holdsText?: boolean;
}

/** Up to so many rows a table is kept on one page. */
const shortRows = 12;

/** Whether a table has so many rows that a narrow one is set closer, and stands apart from a chart of the same. */
export const isLong = (rows: number): boolean => rows >= 24;

/** What a page has for a table, in px: on a phone of 320, and from 40rem on. */
const phonePx = 288;
const pagePx = 600;
/** What each of two columns on a page has for one. */
const halfPx = 290;

/** What a bar needs beside the figure where it is shortest. */
const barPx = 60;

/** What is too wide in any setting is set as small as can be, too. */
const paperClasses: Readonly<Record<PaperFit, string>> = {
  well: "",
  close: " close",
  small: " close small",
  not: " close small",
};

/** A table, in a region that scrolls sideways on a screen that is too narrow for it, with its markers explained below it. */
export function tableFrame(rendering: Rendering, frame: TableFrame): string {
  const { className, id = "", caption, head, rows, texts, remarks = [], bars = 0, holdsText = false } = frame;
  const lines = [head.join(""), ...rows.map((row) => (typeof row === "string" ? row : row.html))];
  const widthPx = tableWidth(lines) + bars * barPx;
  const { markers } = rendering.input.words.template;
  const meanings = markersIn(texts).map((marker) => `${marker} ${rendering.attribute(markers[marker])}`);
  const sentences = [...(meanings.length === 0 ? [] : [`${meanings.join("; ")}.`]), ...remarks];
  const note = sentences.length === 0 ? "" : `<p class="table-note">${sentences.join(" ")}</p>`;
  const isClose = isLong(rows.length) && widthPx <= pagePx && !holdsText;
  // A long ranking by one figure is read down one half of the page and then down the other.
  const inHalves = isClose && bars > 0 && widthPx <= halfPx;
  const setting = paperClasses[paperFit(longestWords(lines))];
  const region = `table-region${setting}${inHalves ? " halves" : ""}${rows.length <= shortRows ? " short" : isClose ? " long" : ""}${widthPx <= pagePx ? " narrow" : ""}`;
  // What never scrolls is no stop for the keyboard.
  const scrolls = widthPx <= phonePx ? "" : ` role="region" aria-label="${wordsOf(caption)}" tabindex="0"`;
  const printed = rows.map((row) => (typeof row === "string" ? row : rendering.placeRow(row)));
  return (
    `<div class="${region}"${id && ` id="${id}"`}${scrolls}><table class="${className}">` +
    `<caption>${caption}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${printed.join("")}</tbody></table></div>${note}`
  );
}

export function columnHeading(html: string, numeric: boolean, bars = false): string {
  const names = [...(numeric ? ["numeric"] : []), ...(bars ? ["with-bar"] : [])].join(" ");
  return `<th scope="col"${names && ` class="${names}"`}>${html}</th>`;
}
