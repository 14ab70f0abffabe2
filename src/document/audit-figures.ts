import type { Diagnostics, SourceLocation } from "../diagnostics/index.ts";
import type { TemplatePosition } from "../template/index.ts";
import type { AuthoredText } from "./resolve-traced-text.ts";

/**
 * A figure: digits of any script, superscripts, fractions and Roman numerals too (Unicode categories Nd, No, Nl), with
 * the separators inside it, and the sign or unit that touches it.
 */
export const figurePattern = /\p{Sc}?\p{N}+(?:[.,:/\u00A0\u202F'’]\p{N}+)*[%‰]?/gu;

/** Characters of the text shown on either side of a figure. */
const contextLength = 30;

/**
 * The figure audit: reports every figure that the author typed, or that came from a parameter, instead of printing it
 * from a claim, a table or the dataset. A figure that a loop repeats is reported once.
 */
export function auditFigures(authored: readonly AuthoredText[], report: Diagnostics["error"]): void {
  const reported = new Map<TemplatePosition, Set<string>>();
  for (const { text, marks, place, source = {} } of authored) {
    for (const { 0: found, index } of text.matchAll(figurePattern)) {
      const position = marks.findLast(({ offset }) => offset <= index + leading(found))?.position;
      if (position) {
        const here = reported.get(position) ?? new Set();
        if (here.has(found)) continue;
        reported.set(position, here.add(found));
      }
      report({
        code: "untraced-figure",
        message: `The figure "${found}" in ${place} cannot be traced: "${contextOf(text, index, found)}".`,
        hint: isTemplate(source)
          ? `Print it with {{claim}} or {{value}}, or write {{literal "${found}"}} if it is not a figure of the data.`
          : "Leave it out, or write it in words: this text is no template.",
        ...(position || source.file ? { source: { ...source, ...position } } : {}),
      });
    }
  }
}

const isTemplate = ({ file }: SourceLocation) => file === undefined;

/** The mark stands before the first digit, which a currency sign may precede. */
const leading = (found: string) => (/^\p{N}/u.test(found) ? 0 : 1);

/** What stands around a figure, to be shown with it. */
export function contextOf(text: string, index: number, found: string): string {
  const from = Math.max(0, index - contextLength);
  const to = Math.min(text.length, index + found.length + contextLength);
  const context = text
    .slice(from, to)
    .replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return `${from > 0 ? "…" : ""}${context}${to < text.length ? "…" : ""}`;
}
