import type { SceneNode } from "../vega/vega-modules.ts";

/**
 * Sets the type of what a scene writes, in place: its texts and what is shown on hover. Returns whether any of it changed. Call it
 * when the scene has been read: what is audited is what the data and the spec say.
 * @param setLine how a line is set; it was measured so too.
 */
export function setSceneType(node: SceneNode, setLine: (line: string) => string): boolean {
  let changed = false;
  for (const item of node.items ?? []) {
    if (node.marktype === "text") {
      const text = setText(item.text, setLine);
      changed ||= text !== item.text;
      item.text = text;
    }
    if (item.tooltip !== undefined) {
      const tooltip = setText(item.tooltip, setLine);
      changed ||= tooltip !== item.tooltip;
      item.tooltip = tooltip;
    }
    if (item.items && setSceneType(item, setLine)) changed = true;
  }
  return changed;
}

/** The same list where none of its lines changes. */
function setText(value: unknown, setLine: (line: string) => string): unknown {
  if (typeof value === "string") return setLine(value);
  if (!Array.isArray(value)) return value;
  const lines = value.map((line: unknown, index) => {
    const next: unknown = value[index + 1];
    const isDivided = typeof line === "string" && typeof next === "string" && line.endsWith("-");
    return isDivided ? setBefore(next, line, setLine) : setText(line, setLine);
  });
  return lines.some((line, index) => line !== value[index]) ? lines : value;
}

/** A line that ends within `10-14`: what its hyphen is depends on the next one, which it is set with. */
function setBefore(next: string, line: string, setLine: (line: string) => string): string {
  const whole = setLine(line + next);
  const isAsLong = whole.length === line.length + next.length;
  return isAsLong ? whole.slice(0, line.length) : setLine(line);
}
