import { isObject } from "../json.ts";
import { keyNumbers } from "../spec/key-numbers.ts";
import type { Misnamed } from "./check-names-drawn.ts";
import type { ReadMark, SceneItem, SortedMarks } from "./read-scene.ts";
import type { DatumTracer } from "./traced-datum.ts";

export const isOfKeyNumbers = ({ name }: Pick<ReadMark, "name">): boolean => name.startsWith(keyNumbers);

/**
 * Whether each number on the map is that of its own area in the key, and each entry of the key is on the map: a number is no figure, and its
 * name is what readers look up. A line from a number beside the map has to begin on its area and end at its number.
 */
export function checkKeyNumbers(
  { labels, texts, shapes }: Pick<SortedMarks, "labels" | "texts" | "shapes">,
  tracer: DatumTracer,
): readonly Misnamed[] {
  const numbers = labels.filter(isOfKeyNumbers).flatMap(({ items }) => items);
  if (numbers.length === 0) return [];
  const rowOf = ({ datum }: SceneItem) => tracer.trace(datum)?.rows[0];
  const entries = keyEntries(texts);
  const found: Misnamed[] = [];
  const onMap = new Set<string>();
  for (const item of numbers) {
    const number = String(item.text);
    onMap.add(number);
    const said = entries.filter((entry) => entry.number === number);
    const names = tracer.trace(item.datum)?.names;
    if (said.length !== 1 || !said.every(({ name }) => names?.has(name)))
      found.push({ text: number, of: `the number of ${JSON.stringify([...(names ?? [])][0])}` });
  }
  for (const { number, name } of entries)
    if (!onMap.has(number)) found.push({ text: `${number} ${name}`, of: "an entry of the key without a number" });
  for (const line of shapes
    .filter((mark) => mark.type === "rule" && isOfKeyNumbers(mark))
    .flatMap(({ items }) => items)) {
    const row = rowOf(line);
    const own = numbers.find((item) => rowOf(item) === row);
    const area = shapes.flatMap(({ type, items }) =>
      type === "shape" ? items.filter((each) => rowOf(each) === row) : [],
    )[0];
    if (!own || !area || !leadsTo(line, own, area))
      found.push({ text: String(own?.text ?? ""), of: "a number whose line leads elsewhere" });
  }
  return found;
}

/** The entries of keys that begin with a number, without the marker of a gap. */
function keyEntries(texts: readonly ReadMark[]): readonly { readonly number: string; readonly name: string }[] {
  return texts
    .filter(({ role }) => role === "legend-label")
    .flatMap(({ items }) =>
      items.flatMap(({ datum }) => {
        const [, number = "", said = ""] = /^(\d+) (.+)$/s.exec(isObject(datum) ? String(datum.value) : "") ?? [];
        return number === "" ? [] : [{ number, name: said.replace(/ \[[a-z]\]$/, "") }];
      }),
    );
}

const nearPx = 9;

function leadsTo({ x = 0, y = 0, x2 = 0, y2 = 0 }: SceneItem, number: SceneItem, { bounds }: SceneItem): boolean {
  const isAtNumber = Math.abs((number.y ?? 0) - y2) < 1 && Math.abs((number.x ?? 0) - x2) < nearPx;
  return isAtNumber && bounds !== undefined && bounds.x1 <= x && x <= bounds.x2 && bounds.y1 <= y && y <= bounds.y2;
}
