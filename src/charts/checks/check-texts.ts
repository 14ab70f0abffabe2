import type { Diagnostics } from "../../diagnostics/index.ts";
import { type FontSet, missingGlyphHint } from "../../fonts/index.ts";
import { fontQuery } from "../vega/text-metrics.ts";

export interface CheckTextsOptions {
  readonly texts: readonly string[];
  readonly fonts: FontSet;
  readonly fontFamily: string;
  readonly diagnostics: Diagnostics;
}

/** Reports characters that no font has (an error), and texts that had no room (a warning). */
export function checkTexts({ texts, fonts, fontFamily, diagnostics }: CheckTextsOptions): void {
  const query = fontQuery({ font: fontFamily });
  for (const character of new Set(texts.join(""))) {
    if (fonts.faceFor(character.codePointAt(0) as number, query) || /\s/u.test(character)) continue;
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
    const text = texts.find((candidate) => candidate.includes(character));
    diagnostics.error({
      code: "missing-glyph",
      message: `No font has the character "${character}" (U+${code}), which the chart draws in "${text}".`,
      hint: missingGlyphHint(character),
    });
  }
  for (const text of texts.filter((candidate) => candidate.endsWith("…") || candidate.startsWith("…"))) {
    diagnostics.warn({
      code: "chart-text-cut",
      message: `The chart had no room for a text and cut it to "${text}".`,
      hint: "Shorten the label, widen the chart, or raise the label limit in the spec.",
    });
  }
}
