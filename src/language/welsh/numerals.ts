const masculine = [
  "",
  "cyntaf",
  "ail",
  "trydydd",
  "pedwerydd",
  "pumed",
  "chweched",
  "seithfed",
  "wythfed",
  "nawfed",
  "degfed",
];
const firstTwenty = [
  "",
  "af",
  "il",
  "ydd",
  "ydd",
  "ed",
  "ed",
  "fed",
  "fed",
  "fed",
  "fed",
  "eg",
  "fed",
  "eg",
  "eg",
  "fed",
  "eg",
  "eg",
  "fed",
  "eg",
  "fed",
];

/** `ail`, `trydydd`: second to tenth, as they stand before a masculine noun. */
export const ordinalWord = (place: number): string | undefined => (place > 1 ? masculine[place] : undefined);

/** `1af`, `2il`, `3ydd`, `21ain`, `40fed`; the numeral alone past 100. */
export function ordinal(place: number): string {
  if (place > 100) return String(place);
  if (place <= 20) return `${place}${firstTwenty[place] ?? ""}`;
  return `${place}${place % 20 === 0 ? "fed" : "ain"}`;
}
