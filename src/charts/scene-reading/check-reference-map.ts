import { isObject } from "../json.ts";
import { referenceLayer } from "../shape/read-shape.ts";
import type { Misnamed } from "./check-names-drawn.ts";
import type { ReadMark, SortedMarks } from "./read-scene.ts";

/** Whether a mark is of a map that says where each area is: its numbers and short labels are no figures, but are looked up in its key. */
export const isOfReferenceMap = ({ name }: Pick<ReadMark, "name">): boolean => name.startsWith(referenceLayer);

/** Whether each text on such a map stands before the name of its own area in the key. */
export function checkReferenceMap({ labels, texts }: Pick<SortedMarks, "labels" | "texts">): readonly Misnamed[] {
  const own = labels.filter(isOfReferenceMap);
  if (own.length === 0) return [];
  const entryOf = (datum: unknown) => (isObject(datum) ? String(datum.value) : "");
  const entries = new Set(
    texts
      .filter(({ role }) => role === "legend-label")
      .flatMap(({ items }) => items.map(({ datum }) => entryOf(datum))),
  );
  return own.flatMap(({ items }) =>
    items.flatMap(({ text: drawn, datum }) => {
      const text = [drawn ?? ""].flat().join(" ");
      const tile = isObject(datum) && isObject(datum.areaTile) ? datum.areaTile : {};
      // The layer of the key itself writes nothing.
      const isInKey = text === "" || entries.has(text === tile.name ? text : `${text} ${tile.name}`);
      return isInKey ? [] : [{ text, of: `the place of ${JSON.stringify(tile.name ?? "")}` }];
    }),
  );
}
