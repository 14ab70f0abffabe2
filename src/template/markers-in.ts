import { gapMarkers } from "../dataset/index.ts";
import type { Marker } from "../language/index.ts";

/** In the order in which a table explains them. */
const markers: readonly Marker[] = [...Object.values(gapMarkers), "[p]", "[r]", "[e]", "[f]", "[b]"];

/** The markers that texts hold, each once (the UK Analysis Function's guidance on symbols in tables). */
export function markersIn(texts: readonly string[]): readonly Marker[] {
  return texts.some(mayHoldMarker) ? markers.filter((marker) => texts.some((text) => text.includes(marker))) : none;
}

const none: readonly Marker[] = [];

/** Asked first, of each figure that is printed: all markers are letters in brackets. */
const mayHoldMarker = (text: string): boolean => text.includes("[");
