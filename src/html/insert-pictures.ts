import type { Element, ElementContent, Root } from "hast";
import type { RenderedChart } from "../charts/index.ts";
import { BriefingError, type Diagnostic, didYouMean } from "../diagnostics/index.ts";
import type { ChartColors, ColorPair } from "./chart-colors.ts";
import { inlineChart } from "./inline-chart.ts";
import type { Raw } from "./raw-node.d.ts";

const chartScheme = "chart:";
const imageScheme = "image:";

export interface InsertPicturesOptions {
  readonly charts: ReadonlyMap<string, RenderedChart>;
  readonly colors: ChartColors;
  /** Told of the colours of charts that are none of the theme's. */
  readonly addPairs: (pairs: readonly ColorPair[]) => void;
  /** `data:` addresses, by id. */
  readonly images: ReadonlyMap<string, string>;
}

/**
 * A tree with each `<img src="chart:ID">` replaced by the chart's SVG, as a `raw` node, and each `<img src="image:ID">` holding its
 * image. The tree given stays as it is; what holds no picture is shared. Throws a `BriefingError` that names every one that is not there.
 */
export function insertPictures(tree: Root, { charts, colors, addPairs, images }: InsertPicturesOptions): Root {
  const uses = new Map<string, number>();
  const missing: Diagnostic[] = [];

  const pictureOf = (element: Element): ElementContent => {
    const { src } = element.properties;
    if (typeof src !== "string") return element;
    if (src.startsWith(chartScheme)) return drawn(element, src.slice(chartScheme.length));
    if (src.startsWith(imageScheme)) return shown(element, src.slice(imageScheme.length));
    return element;
  };
  const drawn = (element: Element, id: string): ElementContent => {
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
    return raw(inlineChart(chart, element.properties, { colors, addPairs, use }));
  };
  const shown = (element: Element, id: string): ElementContent => {
    const src = images.get(id);
    if (src !== undefined) return { ...element, properties: { ...element.properties, src } };
    missing.push({
      code: "unknown-image",
      severity: "error",
      message: `The document shows an image "${id}" that the briefing does not have.`,
      hint: didYouMean(id, images.keys()),
      source: { id },
    });
    return element;
  };

  const result = withPictures(tree, pictureOf);
  if (missing.length > 0) throw new BriefingError(missing);
  return result;
}

function withPictures<Parent extends Root | Element>(
  parent: Parent,
  pictureOf: (element: Element) => ElementContent,
): Parent {
  const given = parent.children as readonly ElementContent[];
  let children: ElementContent[] | undefined;
  for (let index = 0; index < given.length; index += 1) {
    const child = given[index] as ElementContent;
    if (child.type !== "element") continue;
    const replacement = child.tagName === "img" ? pictureOf(child) : withPictures(child, pictureOf);
    if (replacement === child) continue;
    children ??= [...given];
    children[index] = replacement;
  }
  return children ? { ...parent, children } : parent;
}

const raw = (value: string): Raw => ({ type: "raw", value });
