import type { Element, ElementContent, Root } from "hast";
import type { RenderedChart } from "../charts/index.ts";
import { BriefingError, type Diagnostic, didYouMean } from "../diagnostics/index.ts";
import type { ChartColors } from "./chart-colors.ts";
import { inlineChart } from "./inline-chart.ts";
import type { Raw } from "./raw-node.d.ts";

const scheme = "chart:";

/**
 * A tree with each `<img src="chart:ID">` replaced by the chart's SVG, as a `raw` node. The tree given stays as it is;
 * what holds no chart is shared. Throws a `BriefingError` that names every chart that is not there.
 */
export function insertCharts(tree: Root, charts: ReadonlyMap<string, RenderedChart>, colors: ChartColors): Root {
  const uses = new Map<string, number>();
  const missing: Diagnostic[] = [];

  const inserted = <Parent extends Root | Element>(parent: Parent): Parent => {
    let changed = false;
    const children = (parent.children as ElementContent[]).map((child) => {
      const replacement = child.type === "element" ? replace(child) : child;
      changed ||= replacement !== child;
      return replacement;
    });
    return changed ? { ...parent, children } : parent;
  };
  const replace = (element: Element): ElementContent => {
    const { src } = element.properties;
    if (element.tagName !== "img" || typeof src !== "string" || !src.startsWith(scheme)) return inserted(element);
    const id = src.slice(scheme.length);
    const chart = charts.get(id);
    if (!chart) {
      missing.push({
        code: "unknown-chart",
        severity: "error",
        message: `The document shows a chart "${id}" that was not drawn.`,
        hint: didYouMean(id, charts.keys()),
        source: { id },
      });
      return element;
    }
    const use = (uses.get(id) ?? 0) + 1;
    uses.set(id, use);
    return raw(inlineChart(chart, element.properties, { colors, use }));
  };

  const result = inserted(tree);
  if (missing.length > 0) throw new BriefingError(missing);
  return result;
}

const raw = (value: string): Raw => ({ type: "raw", value });
