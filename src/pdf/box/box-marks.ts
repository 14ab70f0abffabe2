import type { ComputedStyle } from "../css/computed-style.ts";
import type { Styled } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { BoxMarks } from "./box.ts";
import type { Counters } from "./counters.ts";
import { generatedText } from "./generated-text.ts";
import { plainText } from "./plain-text.ts";
import type { References } from "./references.ts";

export interface BoxMarker {
  /** Anchors, named strings and the bookmark of an element; undefined if it has none of them. */
  marksOf(element: DomElement, styled: Styled): BoxMarks | undefined;
  /** Counters at each element with an id so far, for `target-counter()`. */
  readonly targetCounters: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface BoxMarkerOptions {
  readonly counters: Counters;
  readonly references: References;
  /** Whether somebody will ask whose box it is. Absent: of no element. */
  readonly isAskedFor?: ((element: DomElement, style: ComputedStyle) => boolean) | undefined;
}

export function createBoxMarker({ counters, references, isAskedFor }: BoxMarkerOptions): BoxMarker {
  const targetCounters = new Map<string, ReadonlyMap<string, number>>();

  function marksOf(element: DomElement, { style }: Styled): BoxMarks | undefined {
    const anchors = [element.attributes.id, element.name === "a" ? element.attributes.name : undefined].filter(
      (id): id is string => id !== undefined && id !== "",
    );
    for (const id of anchors) if (!targetCounters.has(id)) targetCounters.set(id, counters.snapshot());
    const strings = style.stringSet.map(({ name, parts }) => ({
      name,
      value: generatedText(parts, { element, quotes: style.quotes, counters, references }),
    }));
    const heading = /^h[1-6]$/.test(element.name) ? Number(element.name[1]) : undefined;
    const level = style.bookmarkLevel === "auto" ? heading : style.bookmarkLevel;
    const title = typeof level === "number" ? plainText(element) : "";
    const isAsked = isAskedFor?.(element, style) === true;
    if (anchors.length === 0 && strings.length === 0 && title === "" && !isAsked) return undefined;
    return {
      anchors,
      strings,
      bookmark: typeof level === "number" && title !== "" ? { level, title } : undefined,
      element: isAsked ? element : undefined,
    };
  }

  return { marksOf, targetCounters };
}
