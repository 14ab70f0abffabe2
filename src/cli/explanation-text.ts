import type { ElementArea, ExplainedElement } from "../pdf/index.ts";

/** What `briefwright pdf --explain` says of one element, in lines. */
export function explanationText({ name, location, style, areas, breaks }: ExplainedElement, file: string): string {
  const at = location ? `  ${file}:${location.line}:${location.column}` : "";
  const lines = [
    `${name}${at}`,
    ...(areas.length === 0 ? ["  It has no box."] : areas.map(areaText)),
    ...breaks.map(({ page, why }) => `  page ${page} ends: ${why}`),
    ...Array.from(style, ([property, value]) => `  ${property}: ${value}`),
  ];
  return lines.join("\n");
}

const areaText = ({ page, x, y, width, height }: ElementArea) =>
  `  page ${page}: ${pt(width)} × ${pt(height)} pt, ${pt(x)} from the left and ${pt(y)} from the top`;

const pt = (length: number) => String(Math.round(length * 10) / 10);
