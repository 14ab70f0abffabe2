import type { CssNode } from "css-tree";
import type { ValueNodes } from "../../../stylesheet/index.ts";
import { parseGridLine } from "../grid-line.ts";
import { namedLonghands, type Shorthand } from "../property.ts";

const identifier = (name: string): CssNode => ({ type: "Identifier", name });

function splitAtSlashes(nodes: ValueNodes): ValueNodes[] {
  const groups: CssNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === "Operator" && node.value.trim() === "/") groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups;
}

/** What an edge that is not given is: the same name, if the one before it is a name alone, else `auto`. */
function omitted(before: ValueNodes | undefined): ValueNodes {
  const line = before && parseGridLine(before);
  return before && typeof line === "object" && line.kind === "area" ? before : [identifier("auto")];
}

const edges = (name: string, longhands: readonly [string, string]): Shorthand => ({
  name,
  longhands,
  values: "one or two, with /",
  expand(nodes) {
    const [start, end, ...rest] = splitAtSlashes(nodes);
    if (!start || rest.length > 0) return undefined;
    return { [longhands[0]]: start, [longhands[1]]: end ?? omitted(start) };
  },
});

const gridArea: Shorthand = {
  name: "grid-area",
  longhands: ["grid-row-start", "grid-column-start", "grid-row-end", "grid-column-end"],
  values: "one to four, with /",
  expand(nodes) {
    const [rowStart, columnStart, rowEnd, columnEnd, ...rest] = splitAtSlashes(nodes);
    if (!rowStart || rest.length > 0) return undefined;
    const column = columnStart ?? omitted(rowStart);
    return {
      "grid-row-start": rowStart,
      "grid-column-start": column,
      "grid-row-end": rowEnd ?? omitted(rowStart),
      "grid-column-end": columnEnd ?? omitted(column),
    };
  },
};

const templates = ["grid-template-rows", "grid-template-columns", "grid-template-areas"] as const;

/** CSS Grid 2, 7.4: rows and columns, or areas with the sizes of their rows. */
function expandTemplate(nodes: ValueNodes): Record<string, ValueNodes> | undefined {
  const [rows = [], columns, ...rest] = splitAtSlashes(nodes);
  if (rest.length > 0) return undefined;
  if (!rows.some(({ type }) => type === "String")) {
    if (columns) return { "grid-template-rows": rows, "grid-template-columns": columns };
    const isNone = rows.length === 1 && rows[0]?.type === "Identifier" && rows[0].name === "none";
    return isNone ? {} : undefined;
  }
  const sizes: CssNode[] = [];
  let needsSize = false;
  for (const node of rows) {
    if (node.type === "String") {
      if (needsSize) sizes.push(identifier("auto"));
      needsSize = true;
      continue;
    }
    if (node.type !== "Brackets") needsSize = false;
    else if (needsSize) {
      sizes.push(identifier("auto"));
      needsSize = false;
    }
    sizes.push(node);
  }
  if (needsSize) sizes.push(identifier("auto"));
  return namedLonghands({
    "grid-template-areas": rows.filter(({ type }) => type === "String"),
    "grid-template-rows": sizes,
    "grid-template-columns": columns ?? [],
  });
}

const gridTemplate: Shorthand = {
  name: "grid-template",
  longhands: templates,
  values: "none \\| rows / columns \\| strings with rows / columns",
  expand: expandTemplate,
};

/** CSS Grid 2, 7.8: a template, or `auto-flow` on one side of the slash and a template on the other. */
const grid: Shorthand = {
  name: "grid",
  longhands: [...templates, "grid-auto-rows", "grid-auto-columns", "grid-auto-flow"],
  values: "as `grid-template` \\| rows / auto-flow dense? columns \\| auto-flow dense? rows / columns",
  expand(nodes) {
    const sides = splitAtSlashes(nodes);
    const isFlow = (node: CssNode) => node.type === "Identifier" && /^(?:auto-flow|dense)$/i.test(node.name);
    const flowing = sides.findIndex((side) => side.some(isFlow));
    if (flowing < 0) return expandTemplate(nodes);
    const [rows, columns, ...rest] = sides;
    if (!rows || !columns || rest.length > 0) return undefined;
    const side = flowing === 0 ? rows : columns;
    const tracks = side.filter((node) => !isFlow(node));
    const isDense = side.some((node) => node.type === "Identifier" && node.name.toLowerCase() === "dense");
    const axis = identifier(flowing === 0 ? "row" : "column");
    return namedLonghands({
      "grid-auto-flow": isDense ? [axis, identifier("dense")] : [axis],
      "grid-template-rows": flowing === 0 ? [] : rows,
      "grid-template-columns": flowing === 0 ? columns : [],
      "grid-auto-rows": flowing === 0 ? tracks : [],
      "grid-auto-columns": flowing === 0 ? [] : tracks,
    });
  },
};

/** One value for both axes, or one for each (CSS Box Alignment 3, 5.4, 6.3 and 6.5). */
const place = (what: "content" | "items" | "self"): Shorthand => ({
  name: `place-${what}`,
  longhands: [`align-${what}`, `justify-${what}`],
  values: "one or two",
  expand(nodes) {
    const isPrefix = (node: CssNode | undefined) =>
      node?.type === "Identifier" && /^(?:safe|unsafe|first|last)$/i.test(node.name);
    const length = isPrefix(nodes[0]) ? 2 : 1;
    const align = nodes.slice(0, length);
    const justify = nodes.slice(length);
    const isBaseline = align.some((node) => node.type === "Identifier" && node.name === "baseline");
    const alone = what === "content" && isBaseline ? [identifier("start")] : align;
    return { [`align-${what}`]: align, [`justify-${what}`]: justify.length > 0 ? justify : alone };
  },
});

export const gridShorthands: readonly Shorthand[] = [
  edges("grid-row", ["grid-row-start", "grid-row-end"]),
  edges("grid-column", ["grid-column-start", "grid-column-end"]),
  gridArea,
  gridTemplate,
  grid,
  place("content"),
  place("items"),
  place("self"),
];
