import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockBox, TextItem } from "../box/box.ts";
import { createInlineCollector } from "../box/inline-collector.ts";
import { marginText, type PageFacts } from "../box/margin-text.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { MarginBoxName } from "../css/page-rule.ts";
import type { PageStyle } from "../css/page-style.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { widthOf } from "./box-geometry.ts";
import { type BoxFragment, moveFragment } from "./fragment.ts";
import type { LayoutContext } from "./layout-context.ts";

interface FilledBox {
  readonly name: MarginBoxName;
  readonly box: BlockBox;
  readonly style: ComputedStyle;
}

export interface MarginBoxOptions {
  readonly page: PageStyle;
  readonly facts: PageFacts;
  readonly context: LayoutContext;
}

/** Running heads and feet of one page (CSS Paged Media 3, 4), as fragments placed on it. */
export function layoutMarginBoxes(options: MarginBoxOptions): BoxFragment[] {
  const filled = new Map<MarginBoxName, FilledBox>();
  for (const [name, style] of options.page.marginBoxes) {
    const box = fillBox(name, style, options.facts);
    if (box) filled.set(name, box);
  }
  if (filled.size === 0) return [];
  const { width, height, margin } = options.page;
  const rows: readonly (readonly [side: "top" | "bottom", y: number, height: number])[] = [
    ["top", 0, margin.top],
    ["bottom", height - margin.bottom, margin.bottom],
  ];
  const contentWidth = width - margin.left - margin.right;
  const contentHeight = height - margin.top - margin.bottom;
  const fragments: BoxFragment[] = [];
  const place = (name: MarginBoxName, area: Rectangle) => {
    const box = filled.get(name);
    if (box) fragments.push(placeBox(box, area, options.context));
  };
  for (const [side, y, rowHeight] of rows) {
    place(`${side}-left-corner`, { x: 0, y, width: margin.left, height: rowHeight });
    const row = (["left", "center", "right"] as const).map((position) => filled.get(`${side}-${position}`));
    for (const [index, area] of shareRow(row, contentWidth, options.context).entries()) {
      const box = row[index];
      if (box)
        fragments.push(
          placeBox(box, { x: margin.left + area.x, y, width: area.width, height: rowHeight }, options.context),
        );
    }
    place(`${side}-right-corner`, { x: width - margin.right, y, width: margin.right, height: rowHeight });
  }
  for (const [side, x, sideWidth] of [
    ["left", 0, margin.left],
    ["right", width - margin.right, margin.right],
  ] as const) {
    for (const [index, position] of (["top", "middle", "bottom"] as const).entries()) {
      const third = contentHeight / 3;
      place(`${side}-${position}`, { x, y: margin.top + index * third, width: sideWidth, height: third });
    }
  }
  return fragments;
}

function fillBox(name: MarginBoxName, style: ComputedStyle, facts: PageFacts): FilledBox | undefined {
  if (!Array.isArray(style.content)) return undefined;
  const collector = createInlineCollector();
  const item: Omit<TextItem, "kind" | "text"> = {
    style,
    tag: "artifact",
    link: undefined,
    decoration: undefined,
    lines: [],
    rise: 0,
    location: undefined,
    lang: facts.lang,
  };
  collector.text(marginText(style.content, facts), item);
  const box: BlockBox = {
    kind: "block",
    style,
    tag: undefined,
    marks: undefined,
    marker: undefined,
    content: { kind: "inline", items: collector.items, hasFloats: false },
  };
  return { name, box, style };
}

/** Widths of the three boxes of a row (CSS Paged Media 3, 5.3.2): the middle one stays in the middle. */
function shareRow(
  row: readonly (FilledBox | undefined)[],
  room: number,
  context: LayoutContext,
): { readonly x: number; readonly width: number }[] {
  const wishes = row.map((box) => (box ? (widthOf(box.style, room) ?? context.intrinsic(box.box).max) : 0));
  const [left = 0, center = 0, right = 0] = wishes;
  if (row[1]) {
    const middle = row[0] || row[2] ? Math.min(center, room) : room;
    const side = (room - middle) / 2;
    return [
      { x: 0, width: side },
      { x: side, width: middle },
      { x: side + middle, width: side },
    ];
  }
  if (!row[0] || !row[2])
    return [
      { x: 0, width: room },
      { x: 0, width: 0 },
      { x: 0, width: room },
    ];
  const total = left + right;
  const used = total > room ? (room * left) / total : left + (room - total) / 2;
  return [
    { x: 0, width: used },
    { x: used, width: 0 },
    { x: used, width: room - used },
  ];
}

function placeBox({ box, style }: FilledBox, area: Rectangle, context: LayoutContext): BoxFragment {
  const part = (value: ComputedStyle["marginLeft"]) => (value === "auto" ? 0 : resolveLength(value, area.width));
  const width = Math.max(0, area.width - part(style.marginLeft) - part(style.marginRight));
  const fragment = context.layout(box, { width, exactWidth: width }).fragment as BoxFragment;
  const height = Math.max(fragment.height, area.height - part(style.marginTop) - part(style.marginBottom));
  const share = style.verticalAlign === "bottom" ? 1 : style.verticalAlign === "top" ? 0 : 0.5;
  const children = fragment.children.map((child) => moveFragment(child, 0, (height - fragment.height) * share));
  return moveFragment(
    { ...fragment, height, children },
    area.x + part(style.marginLeft),
    area.y + part(style.marginTop),
  );
}
