import { englishSigns, isEnglish, type Words } from "../language/index.ts";

/** Signs of a language's numbers. */
export interface NumberSigns {
  readonly decimal: string;
  readonly thousands: string;
}

/** How a language writes numbers. */
export interface NumberWriting extends NumberSigns {
  /** Words that multiply a number, with what they are worth. */
  readonly magnitudes: Readonly<Record<string, number>>;
}

const known = new WeakMap<Words, NumberWriting>();

/** Asked of Intl once for the words of a briefing: it is slow to answer. */
export function numberWriting(words: Words): NumberWriting {
  const writing = known.get(words) ?? { ...signsOf(words.lang), magnitudes: words.figureAffixes.magnitudes };
  known.set(words, writing);
  return writing;
}

function signsOf(lang: string): NumberSigns {
  if (isEnglish(lang)) return englishSigns;
  const parts = new Intl.NumberFormat(lang, { minimumFractionDigits: 1, useGrouping: true }).formatToParts(1_234_567.8);
  const signOf = (type: "decimal" | "group", otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: signOf("decimal", "."), thousands: signOf("group", ",") };
}
