const small = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ordinalWords = [
  "",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** 0 to 999 in British words: `two hundred and seventy-four`. */
export function cardinal(value: number): string {
  if (value < 20) return small[value] ?? "";
  if (value < 100)
    return [tens[Math.floor(value / 10)], small[value % 10]].filter((_, i) => i === 0 || value % 10 > 0).join("-");
  const rest = value % 100;
  return `${small[Math.floor(value / 100)]} hundred${rest > 0 ? ` and ${cardinal(rest)}` : ""}`;
}

/** `first` to `tenth`. */
export const ordinalWord = (rank: number): string | undefined => ordinalWords[rank] || undefined;

/** `1st`, `2nd`, `11th`, `42nd`. */
export function ordinal(rank: number): string {
  const lastTwo = rank % 100;
  const suffix = lastTwo >= 11 && lastTwo <= 13 ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th");
  return `${rank}${suffix}`;
}

/**
 * `an` before what is spoken with a vowel first: eight, eleven, eighteen, and what is counted in eights, elevens and
 * eighteens of thousands (8, 11, 18, 80, 800, 11,000, 18,000,000), and their words; `a` before the rest.
 */
export function article(numeral: string): string {
  if (/^(?:one|uni|use)/i.test(numeral)) return "a";
  if (/^[aeiou]/i.test(numeral)) return "an";
  return /^(?:8|1[18](?!\d)|1[18],)/.test(numeral) ? "an" : "a";
}
