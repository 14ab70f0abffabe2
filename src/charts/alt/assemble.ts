import type { Words } from "../../language/index.ts";
import type { Told } from "./reading.ts";

/** A chart in words. */
export interface Description {
  /** What comes first, in about so many characters as a screen reader says in half a minute. */
  readonly alt: string;
  /** All of it, in paragraphs, a line each: what it shows, every line or panel, gaps. Empty where the alt text says it. */
  readonly longDescription: string;
  /** All that there is to say, also where the alt text says it. */
  readonly inFull: string;
}

/** What an alt text is kept to: Acrobat and screen readers give it in one breath, without a way to go back. */
const longestAlt = 400;
/** What a long description is kept to: past it, the data table tells it better. */
const longestText = 2000;
/** Items past which an alt text is a list. */
const mostItems = 4;

/** One plot of a chart: how it opens, what it says, and what closes it in any case. */
export interface PlotText {
  readonly opening: string;
  readonly told: Told;
  readonly closing: readonly string[];
  /** Where the items that are needed leave no room for that; the same where absent. */
  readonly closingInShort?: readonly string[];
  /** In the long description; as in the alt text where absent. */
  readonly closingInFull?: readonly string[];
  /** So many other plots say the same; none where absent. */
  readonly alike?: number;
}

/**
 * Puts the texts of a chart's plots together, each as far as there is room.
 * @param plotCount how many plots there are; more than the texts where some have none, or several have one.
 */
export function assemble(
  title: string,
  all: readonly PlotText[],
  plotCount: number,
  { more, alikeCharts }: Pick<Words["charts"], "more" | "alikeCharts">,
): Description {
  const others = (told: number) => {
    const alike = all.slice(0, told).reduce((sum, plot) => sum + (plot.alike ?? 0), 0);
    const left = plotCount - told - alike;
    return joined([alike > 0 ? alikeCharts(alike) : "", left > 0 ? more(left) : ""]);
  };
  const room = (longestText - others(all.length).length - 1) / all.length;
  const inFull = [...all.map((plot) => wholeText(plot, room)), others(all.length)].filter(Boolean).join("\n");
  const shorter = (
    count: number,
    opening: string,
    { plots, step }: InShort = { plots: all, step: 0 },
  ): Pick<Description, "alt" | "longDescription"> => {
    const inNames = assembleAlt(opening, plots, count, { others, more });
    const { alt, isWhole } =
      inNames.wanting === 0 ? inNames : withoutNames(inNames, opening, plots, count, { others, more });
    if (alt.length <= longestAlt) return { alt, longDescription: isWhole && step === 0 ? "" : inFull };
    if (count > 1) return shorter(count - 1, opening);
    const [first] = plots;
    const lead = all[0]?.told.leadInShort?.[step];
    if (first && lead)
      return shorter(1, opening, { plots: [{ ...first, told: { ...first.told, lead } }], step: step + 1 });
    // What is written of the data is worth more than what its author says of it.
    if (opening !== "")
      return shorter(1, shortened(opening, opening.length - (alt.length - longestAlt)), { plots, step });
    return { alt: capped(alt, joined([...(first?.closing ?? []), others(1)])), longDescription: inFull };
  };
  return { ...shorter(fitting(title, all), title), inFull };
}

/** Of the plots, those whose leads are shorter than they were, and how many times they were shortened. */
interface InShort {
  readonly plots: readonly PlotText[];
  readonly step: number;
}

/** The first sentences of an alt text that is too long, and what closes it: the long description has the rest. */
function capped(alt: string, closing: string): string {
  const ending = alt.endsWith(closing) ? closing : "";
  return joined([shortened(alt.slice(0, alt.length - ending.length).trim(), longestAlt - ending.length - 1), ending]);
}

/** Whole sentences of a text that have so many characters at most; words of the first where that is longer, and none where there is no room. */
function shortened(text: string, most: number): string {
  const sentences = text.split(/(?<=[.!?)])\s+(?=\p{Lu})/u);
  const whole = sentences.reduce((sum, each) => (joined([sum, each]).length <= most ? joined([sum, each]) : sum), "");
  if (whole !== "" || most < 40) return whole;
  return `${text.slice(0, most - 1).replace(/\s+\S*$/u, "")}…`;
}

interface Rest {
  /** Says how many plots are left, of which so many are told: those that say the same as one of them, and others. */
  readonly others: (told: number) => string;
  /** Says how many are left out of what was told last. */
  readonly more: (count: number) => string;
}

function assembleAlt(title: string, all: readonly PlotText[], count: number, { others: othersThan, more }: Rest) {
  const plots = all.slice(0, count);
  const left = othersThan(plots.length);
  const fixed = [title, ...plots.flatMap(({ opening, told, closing }) => [opening, ...told.lead, ...closing]), left];
  let room = longestAlt - joined(fixed).length;
  let isWhole = plots.length === all.length;
  let wanting = 0;
  const fits = (sentence: string, reserved = 0) => {
    const isFit = sentence.length + 1 + reserved <= room;
    if (isFit) room -= sentence.length + 1;
    return isFit;
  };
  const said = plots.map(({ opening, told, closing, closingInFull = closing }) => {
    const { lead, second = [], items = [], marked = 0, needed = 0, most = mostItems, extra = [] } = told;
    // Something has to be said of each plot, and of what is highlighted.
    const isForced = marked > 0 || lead.length === 0;
    if (items.length > most || joined([...second, ...items]).length > room)
      room -= (told.more?.(items.length).length ?? 0) + 1;
    const [first = ""] = items;
    const reserved = isForced && first ? first.length + 1 : 0;
    const added = second.filter((sentence) => fits(sentence, reserved));
    let itemCount = 0;
    for (const item of items.slice(0, most)) {
      if (!fits(item) && !(isForced && itemCount === 0)) break;
      itemCount += 1;
    }
    const leftOut = items.length - itemCount;
    wanting += Math.max(0, needed - itemCount);
    isWhole &&= leftOut === 0 && added.length === second.length && extra.length === 0;
    isWhole &&= joined(closingInFull) === joined(closing);
    const rest = leftOut > 0 && itemCount > 0 ? (told.more?.(leftOut) ?? "") : "";
    return [opening, ...inTurn(told, { itemCount, added, rest, more }), ...closing];
  });
  const alt = joined([title, ...said.flat(), left]);
  return { alt, isWhole, wanting };
}

/** The same with figures that are not shown by their number, if that makes room for more of what is needed. */
function withoutNames(
  inNames: ReturnType<typeof assembleAlt>,
  title: string,
  all: readonly PlotText[],
  count: number,
  rest: Rest,
): ReturnType<typeof assembleAlt> {
  const short = all.map((plot) => ({ ...plot, closing: plot.closingInShort ?? plot.closing }));
  const inNumbers = assembleAlt(title, short, count, rest);
  return inNumbers.wanting < inNames.wanting ? inNumbers : inNames;
}

interface InTurnOptions {
  /** Of the items, so many have room; and what is said between those that are highlighted and the others. */
  readonly itemCount: number;
  readonly added: readonly string[];
  /** Says what is left out. */
  readonly rest: string;
  readonly more: (count: number) => string;
}

/** Whom the chart is about comes first; what is left out is said behind the last of its kind, and not behind another thing. */
function inTurn(told: Told, { itemCount, added, rest, more }: InTurnOptions): readonly string[] {
  const { lead, items = [], marked = 0 } = told;
  const front = items.slice(0, Math.min(itemCount, marked));
  const others = items.slice(front.length, itemCount);
  if (marked > itemCount) return [...front, rest, ...lead, ...added, ...others];
  const isToldApart = others.length > 0 || front.length === 0 || told.more !== more;
  return [...front, ...lead, ...added, ...others, isToldApart ? rest : ""];
}

/** How many plots there is room for, of each what is said in any case; one at least. */
function fitting(title: string, plots: readonly PlotText[]): number {
  let length = title.length;
  const tooMuch = plots.findIndex((plot) => {
    length += joined(fixedPart(plot)).length + 1;
    return length > longestAlt;
  });
  return tooMuch < 0 ? plots.length : Math.max(1, tooMuch);
}

/** What is said of a plot in any case. */
function fixedPart({ opening, told: { lead, items = [], marked = 0 }, closing }: PlotText): readonly string[] {
  return [opening, ...lead, ...closing, ...(marked > 0 || lead.length === 0 ? items.slice(0, 1) : [])];
}

function wholeText({ opening, told, closing, closingInFull = closing }: PlotText, most: number): string {
  const { lead, second = [], items = [], marked = 0, extra = [] } = told;
  const endings = [told.more?.(items.length), told.moreExtra?.(extra.length)].map((text = "") => text.length);
  let room = most - joined([opening, ...lead, ...second, ...closingInFull]).length - Math.max(...endings) - 2;
  const some = [...items, ...extra].filter((sentence, index) => {
    room -= sentence.length + 1;
    return room >= 0 || (index === 0 && sentence.length <= most / 2);
  });
  const left = Math.max(0, items.length - some.length);
  const leftExtra = items.length + extra.length - some.length;
  const ending = left > 0 ? told.more?.(left) : leftExtra > 0 ? told.moreExtra?.(leftExtra) : undefined;
  const front = some.slice(0, marked);
  return [[opening, ...front, ...lead, ...second], [...some.slice(front.length), ending ?? ""], closingInFull]
    .map(joined)
    .filter(Boolean)
    .join("\n");
}

const joined = (sentences: readonly string[]) => sentences.filter(Boolean).join(" ");
