import type { ComputedStyle } from "../../css/computed-style.ts";
import type { Styled } from "../../css/style-engine.ts";
import type { DomElement } from "../../dom/dom-node.ts";
import { lengthsOf, parseNumbers } from "../lengths.ts";
import type { Building, SvgBuilder, SvgContext } from "../svg-context.ts";
import { baselineShift } from "./baseline.ts";

/** A character of a `text` element, with what its elements say of its position (SVG 2, 11.4). */
export interface SvgCharacter {
  /** With the marks that combine with it. */
  text: string;
  readonly element: DomElement;
  readonly styled: Styled;
  /** By `baseline-shift` of all elements around, px upwards. */
  readonly shift: number;
  /** Of all elements around: a line goes on through what is inside. */
  readonly lines: ComputedStyle["textDecorationLine"];
  /** Absolute: a chunk begins here. */
  x?: number;
  y?: number;
  dx: number;
  dy: number;
  /** Degrees. */
  rotate: number;
}

/** The characters of a `text` element in order, white space collapsed; `context` is its own. */
export function collectCharacters(element: DomElement, { context, builder }: Building): readonly SvgCharacter[] {
  const characters: SvgCharacter[] = [];
  const positioned: {
    readonly element: DomElement;
    readonly context: SvgContext;
    readonly start: number;
    end: number;
  }[] = [];

  function visit(current: DomElement, own: SvgContext, { shift, lines }: Pick<SvgCharacter, "shift" | "lines">): void {
    const span = { element: current, context: own, start: characters.length, end: 0 };
    positioned.push(span);
    for (const child of current.children) {
      if (child.kind === "text") addText(child.text, { element: current, styled: own.styled, shift, lines });
      else visitChild(child, own, { shift, lines });
    }
    span.end = characters.length;
  }

  function visitChild(child: DomElement, parent: SvgContext, around: Pick<SvgCharacter, "shift" | "lines">): void {
    if (!["tspan", "a", "textpath"].includes(child.name)) {
      // What says something of the text, or is no text.
      if (!["title", "desc", "style"].includes(child.name)) builder.build(child, parent);
      return;
    }
    if (child.name === "textpath") reportTextPath(child, builder);
    const styled = builder.styleOf(child, parent.styled);
    if (styled.style.display === "none") return;
    const shift = around.shift + baselineShift(styled, builder.shaper);
    visit(child, { ...parent, styled }, { shift, lines: [...around.lines, ...styled.style.textDecorationLine] });
  }

  function addText(text: string, own: Pick<SvgCharacter, "element" | "styled" | "shift" | "lines">): void {
    const isKept = keepsSpace(own.element, own.styled);
    const plain = text.replaceAll(/[\t\n\f\r]/g, " ");
    for (const [character] of plain.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
      const isDouble = character === " " && (characters.at(-1)?.text ?? " ") === " ";
      if (isDouble && !isKept) continue;
      characters.push({ text: character, ...own, dx: 0, dy: 0, rotate: 0 });
    }
  }

  visit(element, context, { shift: 0, lines: context.styled.style.textDecorationLine });
  const last = characters.at(-1);
  if (last?.text === " " && !keepsSpace(last.element, last.styled)) {
    characters.pop();
    for (const span of positioned) span.end = Math.min(span.end, characters.length);
  }
  for (const span of positioned) position(characters, span, builder);
  return characters;
}

/** Lists of an inner element count before those of the ones around it: it comes after them. */
function position(
  characters: readonly SvgCharacter[],
  {
    element,
    context,
    start,
    end,
  }: { readonly element: DomElement; readonly context: SvgContext; readonly start: number; readonly end: number },
  { report }: SvgBuilder,
): void {
  const lengths = lengthsOf(element, context, report);
  const own = characters.slice(start, end);
  const set = (attribute: "x" | "y" | "dx" | "dy", axis: "x" | "y") => {
    for (const [index, value] of lengths.list(attribute, axis).entries()) {
      const character = own[index];
      if (character) character[attribute] = value;
    }
  };
  set("x", "x");
  set("y", "y");
  set("dx", "x");
  set("dy", "y");
  const { rotate } = element.attributes;
  if (rotate === undefined) return;
  const angles = parseNumbers(rotate);
  if (!angles) report.badValue(element, "rotate");
  // The last angle is that of all that follow.
  for (const [index, character] of own.entries()) character.rotate = angles?.[index] ?? angles?.at(-1) ?? 0;
}

function keepsSpace(element: DomElement, { style }: Styled): boolean {
  if (["pre", "pre-wrap", "break-spaces"].includes(style.whiteSpace)) return true;
  for (let current: DomElement | undefined = element; current; current = current.parent) {
    const own = current.attributes["xml:space"];
    if (own !== undefined) return own === "preserve";
  }
  return false;
}

function reportTextPath(element: DomElement, { report }: SvgBuilder): void {
  report.warn(
    {
      code: "svg-element",
      message: "Text along a path (<textPath>) is not supported in PDF.",
      hint: "It is set straight, where the text begins.",
    },
    element,
  );
}
