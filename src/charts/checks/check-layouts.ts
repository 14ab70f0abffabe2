import type { Diagnostics } from "../../diagnostics/index.ts";
import { type JsonObject, visitObjects } from "../json.ts";

/** Transforms that put marks where there is room: from where a mark stands, nobody reads a figure. */
const layouts: readonly string[] = ["force", "wordcloud"];

/** Warns of a chart whose marks cannot be traced back: in a briefing they are errors, when they are drawn. */
export function checkLayouts(spec: JsonObject, diagnostics: Diagnostics): void {
  const found = new Set<string>();
  visitObjects(spec, ({ type, transform }) => {
    if (transform === undefined && typeof type === "string" && layouts.includes(type)) found.add(type);
  });
  for (const layout of found) {
    diagnostics.warn({
      code: "untraced-mark",
      message: `The chart's marks stand where "${layout}" puts them: no figure can be read from their places.`,
      hint: "Use a chart whose positions are on scales, if readers are to compare figures.",
    });
  }
}
