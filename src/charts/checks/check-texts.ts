import type { Diagnostics } from "../../diagnostics/index.ts";
import { type FontSet, missingGlyphHint } from "../../fonts/index.ts";
import { fontQuery } from "../vega/text-metrics.ts";

export interface CheckTextsOptions {
  readonly texts: readonly string[];
  readonly fonts: FontSet;
  readonly fontFamily: string;
  /** Characters that need no font, or have one of these: grows, so that they are not looked for again in the next chart. */
  readonly drawable: Set<number>;
  readonly diagnostics: Diagnostics;
}

/** Reports characters that no font has (an error), and texts that had no room (a warning). */
export function checkTexts({ texts, fonts, fontFamily, drawable, diagnostics }: CheckTextsOptions): void {
  const query = fontQuery({ font: fontFamily });
  // By numbers: all texts in one, and a text for each character, would be made for nothing.
  const missing = new Set<number>();
  for (const text of texts) {
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) as number;
      at += code > 0xffff ? 2 : 1;
      if (drawable.has(code) || missing.has(code)) continue;
      if (fonts.faceFor(code, query) || /\s/u.test(String.fromCodePoint(code))) drawable.add(code);
      else {
        missing.add(code);
        reportMissing(code, text, diagnostics);
      }
    }
  }
  for (const text of texts.filter((candidate) => candidate.endsWith("…") || candidate.startsWith("…"))) {
    diagnostics.warn({
      code: "chart-text-cut",
      message: `The chart had no room for a text and cut it to "${text}".`,
      hint: "Shorten the label, widen the chart, or raise the label limit in the spec.",
    });
  }
}

function reportMissing(codePoint: number, text: string, diagnostics: Diagnostics): void {
  const character = String.fromCodePoint(codePoint);
  const code = codePoint.toString(16).toUpperCase().padStart(4, "0");
  diagnostics.error({
    code: "missing-glyph",
    message: `No font has the character "${character}" (U+${code}), which the chart draws in "${text}".`,
    hint: missingGlyphHint(character),
  });
}
