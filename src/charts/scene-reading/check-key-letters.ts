import { isObject } from "../json.ts";
import { afterLetter, keyLetters, namesBeside } from "../spec/key-letters.ts";
import type { Misnamed } from "./check-names-drawn.ts";
import type { ReadMark, SceneItem, SortedMarks } from "./read-scene.ts";
import type { DatumTracer } from "./traced-datum.ts";

export const isOfKeyLetters = ({ name }: Pick<ReadMark, "name">): boolean => name.startsWith(keyLetters);

/**
 * Whether each letter on the map is that of its own area in the key, and each entry of the key is on the map: its
 * name is what readers look up. A line from a letter or a name beside the map has to begin on its area and end at its text.
 */
export function checkKeyLetters(
  { labels, texts, shapes }: Pick<SortedMarks, "labels" | "texts" | "shapes">,
  tracer: DatumTracer,
): readonly Misnamed[] {
  const own = labels.filter(isOfKeyLetters);
  if (own.length === 0) return [];
  const isNames = ({ name }: ReadMark) => name.startsWith(namesBeside);
  const itemsOf = (marks: readonly ReadMark[]) => marks.flatMap(({ items }) => items);
  const letters = itemsOf(own.filter((mark) => !isNames(mark)));
  const beside = itemsOf(own.filter(isNames));
  const rowOf = ({ datum }: SceneItem) => tracer.trace(datum)?.rows[0];
  const entries = keyEntries(texts);
  const found: Misnamed[] = [];
  const onMap = new Set<string>();
  for (const item of letters) {
    const letter = String(item.text);
    onMap.add(letter);
    const said = entries.filter((entry) => entry.letter === letter);
    const names = tracer.trace(item.datum)?.names;
    if (said.length !== 1 || !said.every(({ name }) => names?.has(name)))
      found.push({ text: letter, of: `the letter of ${JSON.stringify([...(names ?? [])][0])}` });
  }
  for (const { letter, name } of entries)
    if (!onMap.has(letter)) found.push({ text: `${letter} ${name}`, of: "an entry of the key without a letter" });
  for (const item of beside) {
    const name = withoutMarker(String(item.text));
    if (!tracer.trace(item.datum)?.names.has(name)) found.push({ text: name, of: "the name of another area" });
  }
  for (const line of itemsOf(shapes.filter((mark) => mark.type === "rule" && isOfKeyLetters(mark)))) {
    const row = rowOf(line);
    const text = [...beside, ...letters].find((item) => rowOf(item) === row);
    const area = shapes.flatMap(({ type, items }) =>
      type === "shape" ? items.filter((each) => rowOf(each) === row) : [],
    )[0];
    if (!text || !area || !leadsTo(line, text, area))
      found.push({ text: String(text?.text ?? ""), of: "a text whose line leads elsewhere" });
  }
  return found;
}

const withoutMarker = (text: string): string => text.replace(/ \[[a-z]\]$/, "");

/** A letter, or a few. */
const entryPattern = new RegExp(`^([a-z]{1,3})${afterLetter}(.+)$`, "s");

/** The entries of keys that begin with a letter, without the marker of a gap. */
function keyEntries(texts: readonly ReadMark[]): readonly { readonly letter: string; readonly name: string }[] {
  return texts
    .filter(({ role }) => role === "legend-label")
    .flatMap(({ items }) =>
      items.flatMap(({ datum }) => {
        const [, letter = "", said = ""] = entryPattern.exec(isObject(datum) ? String(datum.value) : "") ?? [];
        return letter === "" ? [] : [{ letter, name: withoutMarker(said) }];
      }),
    );
}

const nearPx = 9;

function leadsTo({ x = 0, y = 0, x2 = 0, y2 = 0 }: SceneItem, text: SceneItem, area: SceneItem): boolean {
  const isAtText = Math.abs((text.y ?? 0) - y2) < 1 && Math.abs((text.x ?? 0) - x2) < nearPx;
  return isAtText && isInside([x, y], ringsOf(area));
}

type Point = readonly [x: number, y: number];

/** What is closer to an edge than this, px, is on it: an island may be smaller than a pixel. */
const onEdgePx = 1;

function isInside([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let isIn = false;
  for (const ring of rings) {
    let [x0, y0] = ring.at(-1) ?? [0, 0];
    for (const [x1, y1] of ring) {
      if (fromLine([x, y], [x0, y0], [x1, y1]) <= onEdgePx) return true;
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) isIn = !isIn;
      [x0, y0] = [x1, y1];
    }
  }
  return isIn;
}

function fromLine([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [across, down] = [x1 - x0, y1 - y0];
  const length = across * across + down * down;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * across + (y - y0) * down) / length));
  return Math.hypot(x - x0 - share * across, y - y0 - share * down);
}

/** The outline of an area as it is drawn, of which Vega gives the path: `M0,0L10,0L10,8Z`. */
function ringsOf(area: SceneItem): readonly (readonly Point[])[] {
  const { shape } = area as { readonly shape?: GeoPath };
  const path = shape?.context(null)(area) ?? "";
  return path
    .split("M")
    .slice(1)
    .map((ring) =>
      [...ring.matchAll(/(-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)/g)].map(([, x, y]) => [Number(x), Number(y)]),
    );
}

interface GeoPath {
  /** What it draws on; a text of the path where there is none. */
  context(context: null): (item: SceneItem) => string | null;
}
