import type { PseudoElement } from "../css/compile-selector.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { GeneratedPiece } from "./generated-text.ts";

/** A pseudo-element with its text, as a child of the element that it belongs to; a leader in it is an element of its own. */
export function generatedElement(
  pseudo: PseudoElement,
  content: string | readonly GeneratedPiece[],
  of: DomElement,
): DomElement {
  const element = emptyElement(`::${pseudo}`, of);
  const pieces: readonly GeneratedPiece[] = typeof content === "string" ? [{ kind: "text", text: content }] : content;
  return {
    ...element,
    children: pieces.map((piece) => {
      if (piece.kind === "image") return pictureOf(piece, element);
      const parent = piece.kind === "leader" ? emptyElement(leaderName, element) : element;
      const node = { kind: "text", text: piece.text, parent, location: of.location } as const;
      return parent === element ? node : { ...parent, children: [node] };
    }),
  };
}

const imageName = "::image";

export const isGeneratedImage = ({ name }: DomElement) => name === imageName;

/** The attribute that says which stylesheet names a picture; no HTML can have it. */
export const namedIn = "::from";

/** Decoration, unless the style says what it shows. */
function pictureOf({ url, alt, from }: Extract<GeneratedPiece, { kind: "image" }>, parent: DomElement): DomElement {
  return {
    ...emptyElement(imageName, parent),
    attributes: { src: url, alt, ...(from !== undefined && { [namedIn]: from }) },
  };
}

function emptyElement(name: string, parent: DomElement): DomElement {
  return {
    kind: "element",
    space: "html",
    name,
    attributes: {},
    classes: [],
    parent,
    children: [],
    location: parent.location,
  };
}

const leaderName = "::leader";

export const isLeader = ({ name }: DomElement) => name === leaderName;

export const isGenerated = ({ name }: DomElement) => name.startsWith("::");
