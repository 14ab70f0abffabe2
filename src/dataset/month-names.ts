import { englishMonthNames } from "./english-month-names.ts";

/** The months as labels of one language name them; English is read beside it. */
export interface MonthWords {
  /** Source of a pattern with one group: a month's name, or a beginning of it of three letters and more. */
  readonly source: string;
  /** 1 to 12. */
  numberOf(name: string): number;
}

/** @param lang BCP 47 language of the labels; one that nobody knows has the English names alone. */
export function monthWordsOf(lang: string | undefined): MonthWords {
  const own = lang === undefined ? "en" : knownLanguage(lang);
  if (own === "en" || own.startsWith("en-")) return englishMonths;
  const format = new Intl.DateTimeFormat(own, { month: "long", timeZone: "UTC" });
  const names = englishMonthNames.map((_, index) => format.format(Date.UTC(2000, index, 1)));
  return createMonthWords([names, englishMonthNames]);
}

/** The first list goes first: a name of two languages is read in the dataset's own. */
function createMonthWords(lists: readonly (readonly string[])[]): MonthWords {
  const stems = lists.flatMap((names) => names.map((name, index) => ({ name, stem: stemOf(name, names), index })));
  return {
    source: `(${stems.map(({ name, stem }) => beginningsOf(name, stem.length)).join("|")})`,
    numberOf(name) {
      const text = name.toLowerCase();
      const fits = (own: (typeof stems)[number]) =>
        own.name.toLowerCase().startsWith(text) && text.startsWith(own.stem);
      return (stems.find(fits)?.index ?? -1) + 1;
    },
  };
}

/** The shortest beginning, of three letters or more, that no other month of the language has. */
function stemOf(name: string, names: readonly string[]): string {
  const text = name.toLowerCase();
  for (let length = 3; length < text.length; length += 1) {
    const stem = text.slice(0, length);
    if (!names.some((other) => other !== name && other.toLowerCase().startsWith(stem))) return stem;
  }
  return text;
}

/** `Sep(?:t(?:ember…)?)?`: every beginning from a length on. */
const beginningsOf = (name: string, length: number): string =>
  `${escaped(name.slice(0, length))}${[...name.slice(length)].reduceRight((rest, letter) => `(?:${escaped(letter)}${rest})?`, "")}`;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function knownLanguage(lang: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang)[0] ?? "en";
  } catch (error) {
    if (error instanceof RangeError) return "en";
    throw error;
  }
}

export const englishMonths: MonthWords = createMonthWords([englishMonthNames]);
