/** A note that says which counts its publisher hides, and the greatest of them. */
export interface HiddenBelow {
  readonly to: number;
  readonly note: string;
}

/**
 * The greatest count that notes say is hidden: 9 by `Figures below 10 are suppressed`. Of several notes, the greatest of all.
 * @param others notes that do not stand beside the table.
 */
export function hiddenBelow(notes: readonly string[], others: readonly string[] = []): HiddenBelow | undefined {
  const found = [...notes, ...others]
    .flatMap((text) => text.split(/(?<=[.;])\s+|\n/u))
    .flatMap((note) => {
      const to = saysHiding.test(note) && !isOfOthers.test(note) ? greatestIn(note) : undefined;
      return to === undefined || to < 1 || to > mostHidden ? [] : [{ to, note: note.trim() }];
    });
  return found.toSorted((a, b) => b.to - a.to)[0];
}

/** Publishers hide no larger counts. */
const mostHidden = 30;

const saysHiding =
  /sup+ress|surpress|withh[eo]ld|redact|mask|hidden|not (?:shown|published|disclosed|displayed|reported)|confidential|disclos|to protect|replaced|shown as|denoted|represented|identif/iu;
/** What percentages and means are of may be too few for these, and their counts are shown; what is rounded is no more than that. */
const isOfOthers =
  /per ?cent|%|\b(?:rates?|ratios?|averages?|means?|medians?|bases?|based on|sample|respondents?|responses?|denominators?|populations?|weighted|rounded|rounding|minutes|hours|days|years old|aged?)\b/iu;

const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const numberOf = (text: string): number => {
  const at = words.indexOf(text.toLowerCase());
  return at === -1 ? Number(text) : at + 1;
};
const number = `(?<number>\\d{1,2}|${words.join("|")})(?![\\d.,]\\d|\\d| ?%|\\p{L})`;
const looks: readonly { readonly look: RegExp; readonly isWithin: boolean }[] = [
  { look: new RegExp(`(?:fewer|less|lower|smaller) than or equal to ${number}`, "iu"), isWithin: true },
  { look: new RegExp(`(?:(?:fewer|less|lower|smaller) than|under|below|<) ?${number}`, "iu"), isWithin: false },
  { look: new RegExp(`${number} or (?:fewer|less|under|below)`, "iu"), isWithin: true },
  { look: new RegExp(`\\b(?:0|1|one|zero) ?(?:to|and|[-–]) ?${number}`, "iu"), isWithin: true },
];

function greatestIn(note: string): number | undefined {
  for (const { look, isWithin } of looks) {
    const text = look.exec(note)?.groups?.number;
    if (text !== undefined) return numberOf(text) - (isWithin ? 0 : 1);
  }
  return undefined;
}
