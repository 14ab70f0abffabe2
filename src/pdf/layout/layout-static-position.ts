import type { StaticPositionBox } from "../box/box.ts";
import { type BoxFragment, emptyBox } from "./fragment.ts";
import { type LaidOut, noMargin, onPage } from "./laid-out.ts";

/** The point where a box out of the flow would stand: nothing that the flow sees. `place-boxes.ts` puts the box somewhere. */
export function layoutStaticPosition(box: StaticPositionBox): LaidOut {
  return {
    fragment: staticPoint(box),
    marginTop: noMargin,
    marginBottom: noMargin,
    marginLeft: 0,
    marginRight: 0,
    isEmpty: true,
    slack: 0,
    breaks: [],
    breakBefore: "auto",
    breakAfter: "auto",
    pages: onPage(box.style.page),
    firstBaseline: undefined,
    baseline: undefined,
  };
}

/** It holds the place of the box in the structure tree, too. */
export function staticPoint(box: StaticPositionBox, x = 0, y = 0): BoxFragment {
  return { ...pointAt(x, y), tag: box.tag, outOfFlow: box.box };
}

/** Where something is read that is painted elsewhere. */
export const pointAt = (x: number, y: number): BoxFragment => ({ ...emptyBox, x, y, isPoint: true });
