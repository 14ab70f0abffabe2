import type { Typography } from "../contract/typography.ts";

/** Double quotation marks outside, as GOV.UK and most charities print them; what an author typed single stays single. */
export const typography: Typography = {
  quotes: { double: ["“", "”"], single: ["‘", "’"] },
  apartMarks: "",
  elisions: new Set(["tis", "twas", "twere", "twould", "twill", "em", "un", "n", "til"]),
  afterNumbers: ["per cent", "percentage points", "thousand", "million", "billion", "trillion", "am", "pm"],
  beforeNumbers: [
    ...["Table", "Figure", "Chart", "Chapter", "Section", "Part", "Annex", "Appendix", "Article", "Regulation"],
    ...["Schedule", "Note", "Page", "page", "p.", "pp.", "No.", "no.", "nos.", "vol.", "s.", "ss.", "para.", "c."],
  ],
  beforeNames: ["Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Sir", "St"],
  months: [
    ...["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"],
    ...["November", "December"],
  ],
};
