import type { MarginBoxName } from "./page-rule.ts";
import type { Declaration } from "./parse-declarations.ts";

/** CSS Paged Media 3, 4.3: where text stands in each box, unless its style says otherwise. */
export function marginBoxDefaults(name: MarginBoxName): Declaration[] {
  const isCorner = name.endsWith("corner");
  const isEnd = isCorner ? name.includes("left") : /^(?:top|bottom)-right$/.test(name);
  const isStart = isCorner ? name.includes("right") : /^(?:top|bottom)-left$/.test(name);
  const align = isEnd ? "right" : isStart ? "left" : "center";
  const vertical = /-(?:top|bottom)$/.exec(name)?.[0].slice(1) ?? "middle";
  return [
    { kind: "longhand", field: "textAlign", value: () => align, important: false },
    { kind: "longhand", field: "verticalAlign", value: () => vertical, important: false },
  ];
}
