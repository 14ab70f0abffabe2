import type { ComputedStyle } from "../css/computed-style.ts";
import type { Styled } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { headingLevelOf } from "../dom/heading-level.ts";
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

export const createBoxMarker = (options: BoxMarkerOptions): BoxMarker => new Marker(options);

class Marker implements BoxMarker {
  readonly targetCounters = new Map<string, ReadonlyMap<string, number>>();
  readonly #options: BoxMarkerOptions;

  constructor(options: BoxMarkerOptions) {
    this.#options = options;
  }

  marksOf(element: DomElement, { style }: Styled): BoxMarks | undefined {
    const { counters, references, isAskedFor } = this.#options;
    const anchors = anchorsOf(element);
    for (const id of anchors) if (!this.targetCounters.has(id)) this.targetCounters.set(id, counters.snapshot());
    const level = style.bookmarkLevel === "auto" ? headingLevelOf(element) : style.bookmarkLevel;
    const title = typeof level === "number" ? plainText(element) : "";
    const isAsked = isAskedFor?.(element, style) === true;
    if (anchors.length === 0 && style.stringSet.length === 0 && title === "" && !isAsked) return undefined;
    return {
      anchors,
      strings: style.stringSet.map((string) => ({
        name: string.name,
        value: generatedText(string.parts, { element, quotes: style.quotes, counters, references }),
      })),
      bookmark: typeof level === "number" && title !== "" ? { level, title } : undefined,
      element: isAsked ? element : undefined,
    };
  }
}

const noAnchors: readonly string[] = [];

/** Most elements have none. */
function anchorsOf({ name, attributes }: DomElement): readonly string[] {
  const named = name === "a" && attributes.name ? [attributes.name] : noAnchors;
  return attributes.id ? [attributes.id, ...named] : named;
}
