import { markerOfRow } from "../../dataset/index.ts";
import type { Diagnostics } from "../../diagnostics/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import { isObject, type JsonObject, mapObjects } from "../json.ts";
import { plainFieldName } from "../spec/encoded-field.ts";
import type { SceneNode } from "../vega/vega-modules.ts";
import type { ChartScene } from "./draw-scene.ts";

/** One line of a tooltip. */
export interface TooltipField {
  readonly field: string;
  /** As the spec titles it, where it does. */
  readonly title: string | undefined;
}

export interface MarkedTooltips {
  /** The spec with a mark in place of each tooltip: Vega writes figures as it likes, and a gap as 0. */
  readonly spec: JsonObject;
  /** The fields of each tooltip, by its mark. */
  readonly fields: ReadonlyMap<string, readonly TooltipField[]>;
}

export interface MarkTooltipsOptions {
  readonly kind: "vega" | "vega-lite";
  readonly diagnostics: Diagnostics;
}

/** Takes the tooltips out of a Vega-Lite spec's encodings. Warns (`chart-tooltip`) of what cannot be shown in one. */
export function markTooltips(spec: JsonObject, { kind, diagnostics }: MarkTooltipsOptions): MarkedTooltips {
  const fields = new Map<string, readonly TooltipField[]>();
  const warn = (message: string, hint: string) => diagnostics.warn({ code: "chart-tooltip", message, hint });
  const hint = 'Write "encoding": {"tooltip": [{"field": "…"}]} into the Vega-Lite spec.';
  if (kind === "vega") {
    warn("Tooltips are asked for, and a Vega spec has none that a page can show.", hint);
    return { spec, fields };
  }
  const marked = mapObjects(spec, (object) => {
    const { encoding } = object;
    if (!isObject(encoding) || (encoding.tooltip ?? null) === null) return object;
    const shown = [encoding.tooltip].flat().flatMap((definition) => {
      if (!isObject(definition) || typeof definition.field !== "string") return [];
      if (!("aggregate" in definition) && !("bin" in definition) && !("timeUnit" in definition))
        return [{ field: plainFieldName(definition.field), title: titleOf(definition) }];
      warn(
        `The tooltip's "${definition.field}" is computed by the chart, and left out.`,
        "Compute it with figure() and give it as a field of the rows.",
      );
      return [];
    });
    const mark = `tooltip ${fields.size + 1}`;
    fields.set(mark, shown);
    return { ...object, encoding: { ...encoding, tooltip: { value: mark } } };
  }) as JsonObject;
  if (fields.size === 0) warn("Tooltips are asked for, and the spec has none.", hint);
  return { spec: marked, fields };
}

const titleOf = ({ title }: JsonObject) => (typeof title === "string" ? title : undefined);

/** Lines and areas are one shape for many rows; a text says already what it is. */
const withoutTooltip = ["line", "area", "trail", "text"];

export interface WriteTooltipsOptions {
  /** The fields of each tooltip, by its mark. */
  readonly fields: ReadonlyMap<string, readonly TooltipField[]>;
  readonly formatFigure: (value: number, field: string) => string;
  readonly fieldLabels: Readonly<Record<string, string>>;
  readonly diagnostics: Diagnostics;
}

/**
 * Gives each shape that stands for one row its tooltip, in place of what the spec would say of it to scripts: a line a
 * field, a gap as [c] or [x], never a zero. Warns (`chart-tooltip`) of fields that the rows drawn do not have.
 */
export function writeTooltips(root: object, options: WriteTooltipsOptions): void {
  const { fields, diagnostics } = options;
  const shapes = shapesOf(root);
  const known = new Set(shapes.flatMap(({ row }) => Object.keys(row)));
  const missing = new Set<string>();
  for (const { item, mark, row } of shapes) {
    const shown = (fields.get(mark) ?? []).filter(({ field }) => {
      if (!known.has(field)) missing.add(field);
      return known.has(field);
    });
    item.description = shown.length > 0 ? tooltipText(shown, row, options) : undefined;
  }
  for (const field of missing) {
    const message = `The tooltip's "${field}" is in none of the rows that the chart draws, and left out.`;
    const hint = "A chart that takes rows together (an aggregate) has only what it groups them by.";
    diagnostics.warn({ code: "chart-tooltip", message, hint, source: { field } });
  }
}

interface Shape {
  readonly item: SceneNode;
  readonly mark: string;
  readonly row: JsonObject;
}

function shapesOf(node: SceneNode): readonly Shape[] {
  return (node.items ?? []).flatMap((item) => {
    item.description = undefined;
    const { tooltip, datum } = item;
    const isShape = node.marktype !== undefined && !withoutTooltip.includes(node.marktype);
    const own = isShape && typeof tooltip === "string" && isObject(datum) ? [{ item, mark: tooltip, row: datum }] : [];
    return [...own, ...shapesOf(item)];
  });
}

function tooltipText(
  fields: readonly TooltipField[],
  row: JsonObject,
  { formatFigure, fieldLabels }: WriteTooltipsOptions,
): string {
  const gap = markerOfRow(row);
  return fields
    .map(({ field, title = fieldLabels[field] ?? field }) => {
      const cell = (row[field] ?? null) as ChartRow[string];
      return `${title}: ${isFigure(cell) ? formatFigure(cell, field) : cell === null ? gap : String(cell)}`;
    })
    .join("\n");
}

/** What a shape says on hover, a line a field, and where it stands, px from the top left of the picture. */
export interface TooltipArea {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The shapes of a scene that say something on hover, in the order drawn. Call it when they have been written. */
export function tooltipAreas({ root, origin: [left, top] }: ChartScene, zoom: number): readonly TooltipArea[] {
  const areas: TooltipArea[] = [];
  const whole = (px: number) => Math.round(px * zoom);
  const visit = ({ items = [] }: SceneNode, dx: number, dy: number): void => {
    for (const item of items) {
      for (const mark of item.items ?? []) visit(mark, dx + (item.x ?? 0), dy + (item.y ?? 0));
      const { description, bounds } = item;
      if (typeof description !== "string" || !bounds) continue;
      const { x1, y1, x2, y2 } = bounds;
      areas.push({
        text: description,
        x: whole(x1 + dx),
        y: whole(y1 + dy),
        width: whole(x2 - x1),
        height: whole(y2 - y1),
      });
    }
  };
  visit(root as SceneNode, left, top);
  return areas;
}

/** What a page writes of a shape: on one line. */
export const writtenTooltip = ({ text }: TooltipArea): string => text.replaceAll("\n", " · ");

/** The id of what shows the tooltips of an image in a page, by that of the image. */
export const tooltipsId = (imageId: string): string => `${imageId}-points`;
