import Handlebars from "handlebars";
import { markDigits } from "./mark-digits.ts";
import type { Rendering } from "./rendering.ts";
import { positionStart } from "./traced-text.ts";
import { TracedValue } from "./traced-value.ts";

/**
 * A value of the context, or of another helper, as HTML text. Data prints as metadata; words and numbers that are not
 * data get position marks, so that the figure audit can say where they came in. Undefined once an error is reported.
 */
export function printValue(rendering: Rendering, value: unknown, position: number): string | undefined {
  if (value instanceof Handlebars.SafeString) return value.toString();
  if (value instanceof TracedValue) return rendering.trace(value.run, value.text);
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value);
    // Marked before it is escaped: a character reference (&#x27;) holds digits that nobody typed.
    return Handlebars.escapeExpression(text.includes(positionStart) ? text : markDigits(text, () => position));
  }
  if (value !== null && typeof value === "object" && "label" in value) {
    return printValue(rendering, value.label, position);
  }
  const what = value === undefined || value === null ? "nothing" : `a ${Array.isArray(value) ? "list" : typeof value}`;
  rendering.error(
    {
      code: "unprintable-value",
      message: `This is ${what}, which cannot be printed.`,
      hint: "Print a label, words or a claim.",
    },
    position,
  );
  return undefined;
}
