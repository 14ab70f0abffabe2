import type { Told } from "./reading.ts";

/** A chart in words. */
export interface Description {
  /** What comes first, in about so many characters as a screen reader says in half a minute. */
  readonly alt: string;
  /** All of it, a line for each line or panel; empty where the alt text says it. */
  readonly longDescription: string;
  /** All that there is to say, also where the alt text says it. */
  readonly inFull: string;
}

/** What an alt text is kept to: Acrobat and screen readers give it in one breath, without a way to go back. */
const longestAlt = 400;
/** Items past which an alt text is a list. */
const mostItems = 4;

/** One plot of a chart: how it opens, what it says, and what closes it in any case. */
export interface PlotText {
  readonly opening: string;
  readonly told: Told;
  readonly closing: readonly string[];
}

/** Puts the texts of a chart's plots together: the alt text as far as there is room, the long description whole. */
export function assemble(title: string, plots: readonly PlotText[]): Description {
  const fixed = [title, ...plots.flatMap(({ opening, told, closing }) => [opening, ...told.lead, ...closing])];
  let room = longestAlt - lengthOf(fixed);
  let isWhole = true;
  const said = plots.map(({ opening, told, closing }) => {
    const { items = [], most = mostItems, more, extra = [] } = told;
    const isEmpty = told.lead.length === 0;
    let count = 0;
    for (const item of items.slice(0, most)) {
      // Something has to be said of each plot.
      if (item.length + 1 > room && !(isEmpty && count === 0)) break;
      room -= item.length + 1;
      count += 1;
    }
    const left = items.length - count;
    isWhole &&= left === 0 && extra.length === 0;
    return [opening, ...told.lead, ...items.slice(0, count), left > 0 ? (more?.(left) ?? "") : "", ...closing];
  });
  const alt = joined([title, ...said.flat()]);
  const inFull = plots.map(wholeText).join("\n");
  return { alt, longDescription: isWhole ? "" : inFull, inFull };
}

function wholeText({ opening, told, closing }: PlotText): string {
  const { lead, items = [], extra = [] } = told;
  return [joined([opening, ...lead]), ...items, ...extra, joined(closing)].filter(Boolean).join("\n");
}

const joined = (sentences: readonly string[]) => sentences.filter(Boolean).join(" ");
const lengthOf = (sentences: readonly string[]) => joined(sentences).length;
