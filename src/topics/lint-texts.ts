import type { Diagnostic, SourceLocation } from "../diagnostics/index.ts";

/** Words to look for, and what to say of them. */
export interface HarmfulWords {
  /** In any case; an asterisk at the end takes any ending. */
  readonly words: readonly string[];
  readonly say: string;
  readonly why: string;
  /** Title of the guideline whose advice it is. */
  readonly guideline: string | undefined;
}

/** A text that readers meet, and where it stands. */
export interface LintedText {
  readonly text: string;
  /** What it is, in a sentence's middle: `the template`, `a caveat of the dataset`. */
  readonly what: string;
  readonly source: SourceLocation;
}

/** Reports words that a guideline advises against: one warning for each occurrence, in the order of the texts. */
export function lintTexts(texts: readonly LintedText[], words: readonly HarmfulWords[]): readonly Diagnostic[] {
  const patterns = words.map((each) => ({ ...each, pattern: patternOf(each.words) }));
  return texts.flatMap(({ text, what, source }) =>
    patterns.flatMap(({ pattern, say, why, guideline }) =>
      [...text.matchAll(pattern)].map(
        ({ 0: found, index }): Diagnostic => ({
          code: "harmful-words",
          severity: "warning",
          message: `"${found.replaceAll(/\s+/g, " ")}" in ${what}: ${why}`,
          hint: `Say "${say}"${guideline === undefined ? "" : ` (${guideline})`}, unless you quote somebody.`,
          source: locationIn(source, text, index),
        }),
      ),
    ),
  );
}

/** Whole words, whatever white space parts them, with straight and curly apostrophes alike. */
function patternOf(words: readonly string[]): RegExp {
  const alternatives = words.map((each) => {
    const open = each.endsWith("*");
    const escaped = each
      .replace(/\*$/, "")
      .replaceAll(/[\\^$.|?+()[\]{}/]/g, "\\$&")
      .replaceAll(/['’]/g, "['’]")
      .replaceAll(/[\s-]+/g, "[\\s\\u00A0-]+");
    return `${escaped}${open ? "\\p{L}*" : ""}`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** Line and column where the text has them; the text begins at its source's location. */
function locationIn(source: SourceLocation, text: string, index: number): SourceLocation {
  if (source.line === undefined) return source;
  const lines = text.slice(0, index).split("\n");
  const last = lines.at(-1)?.length ?? 0;
  return {
    ...source,
    line: source.line + lines.length - 1,
    column: lines.length === 1 ? (source.column ?? 1) + last : last + 1,
  };
}
