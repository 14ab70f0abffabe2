import type { PropertyRecords } from "../property.ts";
import { integerProperty, keywordProperty, same } from "../property-kinds.ts";

/** Where lines may end (CSS Text 4, 4 to 6). */
export const wrappingProperties = {
  hyphens: keywordProperty({
    inherited: true,
    initial: "manual",
    keywords: same("none", "manual", "auto"),
  }),
  wordBreak: keywordProperty({
    inherited: true,
    initial: "normal",
    keywords: same("normal", "break-all", "keep-all", "break-word"),
  }),
  // Where there is no room beside the line, a word wider than it is broken whatever this says.
  overflowWrap: keywordProperty({
    inherited: true,
    initial: "normal",
    keywords: same("normal", "break-word", "anywhere"),
  }),
  textWrap: keywordProperty({
    inherited: true,
    initial: "wrap",
    keywords: { ...same("wrap", "nowrap", "balance", "pretty"), stable: "wrap" },
  }),
  tabSize: integerProperty<never>({ inherited: true, initial: 8, least: 0 }),
} satisfies PropertyRecords;
