import type { SceneNode } from "../vega/vega-modules.ts";

/**
 * Sets the type of what a scene writes, in place: its texts and what is shown on hover. Returns whether any of it changed. Call it
 * when the scene has been read: what is audited is what the data and the spec say.
 * @param setLine how a line is set; it was measured so too.
 */
export function setSceneType(root: object, setLine: (line: string) => string): boolean {
  let changed = false;
  const set = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(set);
    if (typeof value !== "string") return value;
    const line = setLine(value);
    changed ||= line !== value;
    return line;
  };
  const visit = (node: SceneNode): void => {
    for (const item of node.items ?? []) {
      if (node.marktype === "text") item.text = set(item.text);
      if (item.tooltip !== undefined) item.tooltip = set(item.tooltip);
      if (item.items) visit(item);
    }
  };
  visit(root);
  return changed;
}
