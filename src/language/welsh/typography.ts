import type { Typography } from "../contract/typography.ts";

/** As in English; short forms of the article and of pronouns begin with an apostrophe. */
export const typography: Typography = {
  quotes: { double: ["“", "”"], single: ["‘", "’"] },
  apartMarks: "",
  elisions: new Set(["r", "n", "u", "w", "m", "th", "ch"]),
  afterNumbers: ["y cant", "pwynt canran", "mil", "miliwn", "biliwn", "triliwn"],
  beforeNumbers: [
    ...["Tabl", "Ffigur", "Siart", "Pennod", "Adran", "Rhan", "Atodiad", "Erthygl", "Rheoliad", "Atodlen", "Nodyn"],
    ...["Tudalen", "tudalen", "t.", "tt.", "Rhif", "rhif", "rh.", "cyf.", "a.", "para."],
  ],
  beforeNames: ["Mr", "Mrs", "Ms", "Mx", "Dr", "Yr Athro", "Syr"],
  months: [
    ...["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref"],
    ...["Tachwedd", "Rhagfyr"],
  ],
};
