import type { HelperSignature } from "./helpers/helper.ts";
import type { Walk } from "./walk.ts";

type Output = Pick<HelperSignature, "name" | "makes">;

/** Refuses output where HTML would not hold it: it would end an attribute, or start an element within one. */
export function checkContext({ name, makes }: Output, { html, compilation }: Walk, position: number): void {
  const { mode } = html.context;
  const quoted = mode === "double-quoted" || mode === "single-quoted";
  const isOfWords = quoted || mode === "plain";
  if (mode === "text" || mode === "comment" || (isOfWords && makes !== "elements")) return;
  const [where, hint] = isOfWords
    ? [quoted ? "an attribute" : "a title or description", "It makes elements; print words here."]
    : mode === "raw" || mode === "declaration"
      ? ["a style sheet, a script or a declaration", "Print it in the text."]
      : ["a tag outside quotation marks", 'Write it as name="{{…}}".'];
  compilation.error({ code: "misplaced-output", message: `{{${name}}} stands in ${where}.`, hint }, position);
}
