import { keywordOf, keywordsOf, type ValueNodes } from "../../../stylesheet/index.ts";
import type { GridFlow, GridLine, TrackList, TrackSize } from "../computed-style.ts";
import { parseGridLine } from "../grid-line.ts";
import type { PropertyRecord, PropertyRecords } from "../property.ts";
import { fixed } from "../property-kinds.ts";
import { mostTracks, parseTrackList, parseTracks } from "../track-list.ts";

const trackValues = "length, percentage, fr, auto, min-content, max-content, minmax(), fit-content()";

const template: PropertyRecord<TrackList> = {
  initial: [],
  values: `none \\| tracks (${trackValues}), \\[names\\], repeat(n \\| auto-fill \\| auto-fit, …)`,
  parse: parseTrackList,
};

const automatic: PropertyRecord<readonly TrackSize[]> = {
  initial: [{ min: "auto", max: "auto" }],
  values: `tracks (${trackValues})`,
  parse: parseTracks,
};

const line: PropertyRecord<GridLine> = {
  initial: "auto",
  values: "auto \\| name \\| number name? \\| span number? name?",
  parse: fixed(parseGridLine),
};

/** Rows of names that are rectangles (CSS Grid 2, 7.3); undefined if they are not. */
function readAreas(nodes: ValueNodes): readonly (readonly string[])[] | undefined {
  if (keywordOf(nodes) === "none") return [];
  const rows = nodes.map((node) => (node.type === "String" ? namesIn(node.value) : []));
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width) || Math.max(rows.length, width) > mostTracks)
    return undefined;
  return areRectangles(rows) ? rows : undefined;
}

const namesIn = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => (/^\.+$/.test(word) ? "" : word));

function areRectangles(rows: readonly (readonly string[])[]): boolean {
  const extents = new Map<string, { top: number; bottom: number; left: number; right: number; count: number }>();
  for (const [y, row] of rows.entries()) {
    for (const [x, name] of row.entries()) {
      const known = extents.get(name) ?? { top: y, bottom: y, left: x, right: x, count: 0 };
      extents.set(name, {
        top: known.top,
        bottom: y,
        left: Math.min(known.left, x),
        right: Math.max(known.right, x),
        count: known.count + 1,
      });
    }
  }
  return [...extents].every(
    ([name, { top, bottom, left, right, count }]) => name === "" || count === (bottom - top + 1) * (right - left + 1),
  );
}

function readFlow(nodes: ValueNodes): GridFlow | undefined {
  const words = keywordsOf(nodes);
  if (!words || words.length === 0 || words.length > 2 || new Set(words).size < words.length) return undefined;
  if (words.some((word) => !["row", "column", "dense"].includes(word))) return undefined;
  if (words.length === 2 && !words.includes("dense")) return undefined;
  return { axis: words.includes("column") ? "column" : "row", isDense: words.includes("dense") };
}

export const gridProperties = {
  gridTemplateColumns: template,
  gridTemplateRows: template,
  gridTemplateAreas: {
    initial: [],
    values: "none \\| strings",
    parse: fixed(readAreas),
  },
  gridAutoColumns: automatic,
  gridAutoRows: automatic,
  gridAutoFlow: {
    initial: { axis: "row", isDense: false },
    values: "row \\| column \\| dense",
    parse: fixed(readFlow),
  },
  gridColumnStart: line,
  gridColumnEnd: line,
  gridRowStart: line,
  gridRowEnd: line,
} satisfies PropertyRecords;
