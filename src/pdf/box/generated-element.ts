import type { BackgroundAddress } from "../css/background-layers.ts";
import type { PseudoElement } from "../css/compile-selector.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { ContentPart } from "../css/content.ts";
import { type DomElement, textOf } from "../dom/dom-node.ts";
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

/** Whether there is a picture that an element, or a style of it, names. */
export type IsPictureThere = (element: DomElement, address: Pick<BackgroundAddress, "url" | "from">) => boolean;

/**
 * The picture that a style puts in the place of an element and all that is in it (CSS Content 3, 1.1); undefined: none, or one that
 * is not there.
 */
export function replacingPicture(
  element: DomElement,
  { content, display }: ComputedStyle,
  isThere: IsPictureThere,
): DomElement | undefined {
  // Without a box there is nothing to put it in.
  if (!Array.isArray(content) || display === "contents" || isGenerated(element)) return undefined;
  const [part, ...others]: readonly ContentPart[] = content;
  if (part?.kind !== "image" || others.length > 0 || !isThere(element, part)) return undefined;
  const { width: _, height: __, ...attributes } = element.attributes;
  // Its words say what it shows, as with any text that gives way to a picture.
  const alt = part.alt || (element.attributes.alt ?? textOf(element).trim());
  const source = { src: part.url, alt, ...(part.from !== undefined && { [namedIn]: part.from }) };
  const sizes = element.name === "img" ? element.attributes : attributes;
  return { ...element, name: imageName, attributes: { ...sizes, ...source }, children: [] };
}

/** What an `object`, `embed` or `iframe` shows instead of a player, by its kind or the end of its address. */
const pictureKind = /^\s*image\//i;
const pictureAddress = /^data:image\/|^[^?#]*\.(?:svg|png|jpe?g|gif|webp|avif|bmp)(?:[?#]|$)/i;

const sourced: ReadonlySet<string> = new Set(["embed", "iframe"]);

/**
 * The picture that an `object`, `embed` or `iframe` is; undefined: it is none, or one that is not there, so that what is in it stands for it
 * (HTML 4.8.7). Its words say what it shows.
 */
export function embeddedPicture(element: DomElement, isThere: IsPictureThere): DomElement | undefined {
  const { attributes, name, space } = element;
  const address = name === "object" ? attributes.data : sourced.has(name) ? attributes.src : undefined;
  if (space !== "html" || !address) return undefined;
  const { type } = attributes;
  const isPicture = type && name !== "iframe" ? pictureKind.test(type) : pictureAddress.test(address);
  if (!isPicture || !isThere(element, { url: address, from: undefined })) return undefined;
  // What an `iframe` holds is for programs of before it was known.
  const inside = name === "iframe" ? undefined : textOf(element);
  const said = [attributes["aria-label"], attributes.title, inside].map((text) => text?.trim());
  const alt = said.find((text) => text);
  const named = alt === undefined ? attributes : { ...attributes, alt };
  return { ...element, name: imageName, attributes: { ...named, src: address }, children: [] };
}

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
