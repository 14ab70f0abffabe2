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
export const ordinalWord = (rank: number): string | undefined => (rank > 1 ? masculine[rank] : undefined);

/** `1af`, `2il`, `3ydd`, `21ain`, `40fed`; the numeral alone past 100. */
export function ordinal(rank: number): string {
  if (rank > 100) return String(rank);
  if (rank <= 20) return `${rank}${firstTwenty[rank] ?? ""}`;
  return `${rank}${rank % 20 === 0 ? "fed" : "ain"}`;
}
