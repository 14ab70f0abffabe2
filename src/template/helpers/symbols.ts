/** What markers in a table mean, after the UK Analysis Function's guidance on symbols in tables. */
export const symbolMeaning = {
  "[c]": "not shown, to protect the people counted",
  "[x]": "not available",
  "[z]": "not applicable",
  "[p]": "provisional",
  "[r]": "revised",
  "[e]": "estimated",
  "[b]": "break in the series",
} as const;

type Marker = keyof typeof symbolMeaning;

/** The markers that texts hold, each once, in the order of their meanings. */
export function markersIn(texts: readonly string[]): readonly Marker[] {
  const markers = Object.keys(symbolMeaning) as Marker[];
  return markers.filter((marker) => texts.some((text) => text.includes(marker)));
}
