import { didYouMean } from "../../diagnostics/index.ts";
import type { Styled } from "../css/style-engine.ts";
import { decodeFragment } from "../dom/decode-fragment.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { identity, multiply } from "../geometry/matrix.ts";
import { clipOf } from "./clip.ts";
import { elementBuilders, notDrawn, unsupported } from "./elements/index.ts";
import { passesConditions } from "./elements/switch.ts";
import { maskOf } from "./mask.ts";
import type { GroupNode, SvgNode } from "./scene.ts";
import type { Referred, SvgBuilder, SvgContext, SvgSurroundings } from "./svg-context.ts";
import { transformationIn } from "./transformation.ts";

/**
 * Work that an SVG may ask for: an element costs `elementCost`, a segment of a path and a letter 1. A picture of a
 * hundred thousand elements is within it; one that refers to itself in ever more copies is not.
 */
const budget = 1_000_000;
const elementCost = 10;

/** Groups in groups that the page's state is saved for: 28 are allowed, some of which shapes and the page need. */
const deepestGroup = 20;

/** References within references; more than any drawing program makes. */
const deepestReference = 32;

/** What builds the scene of one SVG. */
export function createSvgBuilder(surroundings: SvgSurroundings): SvgBuilder {
  const { report } = surroundings;
  let left = budget;
  const depths = new WeakMap<GroupNode, number>();

  function spend(cost: number, element: DomElement): boolean {
    left -= cost;
    if (left >= 0) return true;
    report.error(
      {
        code: "svg-too-large",
        message: "An SVG draws more than a million elements, letters and lines, counting every copy.",
        hint: "Look for elements that refer to each other in ever more copies, or give the picture as PNG.",
      },
      element,
    );
    return false;
  }

  function build(element: DomElement, context: SvgContext): readonly SvgNode[] {
    const drawn = elementBuilders[element.name];
    if (!drawn) {
      reportUnknown(element);
      return [];
    }
    if (!passesConditions(element, surroundings.lang)) return [];
    const styled = surroundings.styleOf(element, context.styled);
    if (styled.style.display === "none" || !spend(elementCost, element)) return [];
    reportGeometry(element, styled);
    const own = { ...context, styled };
    return grouped(drawn(element, own, builder), element, { own, parent: context });
  }

  function grouped(
    children: readonly SvgNode[],
    element: DomElement,
    { own, parent }: { readonly own: SvgContext; readonly parent: SvgContext },
  ): readonly SvgNode[] {
    if (children.length === 0) return [];
    const { style } = own.styled;
    const clip = clipOf(element, children, { context: own, builder });
    const mask = maskOf(element, children, { context: own, builder });
    // The style's opacity is of all around it together; what is around has its own group.
    const around = parent.styled.style.opacity;
    const opacity = around > 0 ? style.opacity / around : 0;
    const matrix = transformationIn(own);
    const isPlain = opacity === 1 && !clip && !mask;
    if (!matrix && isPlain) return children;
    const [only] = children;
    if (children.length === 1 && only?.kind === "group" && isPlain && matrix)
      return [{ ...only, matrix: multiply(matrix, only.matrix) }];
    checkDepth(children, element);
    return [
      {
        kind: "group",
        matrix: matrix ?? identity,
        opacity,
        clips: clip?.shapes ?? [],
        masks: [...(clip?.masks ?? []), ...(mask ? [mask] : [])],
        children,
      },
    ];
  }

  /** The groups that hold these, one in another, each as a saved state of the page (ISO 19005-3, 6.1.13). */
  function checkDepth(nodes: readonly SvgNode[], element: DomElement): void {
    if (deepest(nodes) < deepestGroup) return;
    report.error(
      {
        code: "svg-too-deep",
        message: `Groups with a transformation, opacity or clip are nested more than ${deepestGroup} deep.`,
        hint: "Look for groups that a drawing program put around others.",
      },
      element,
    );
  }

  function deepest(nodes: readonly SvgNode[]): number {
    return nodes.reduce((most, node) => (node.kind === "group" ? Math.max(most, depthOf(node)) : most), 0);
  }

  function depthOf(group: GroupNode): number {
    const depth = depths.get(group) ?? 1 + deepest(group.children);
    depths.set(group, depth);
    return depth;
  }

  function children(element: DomElement, context: SvgContext): readonly SvgNode[] {
    const nodes: SvgNode[] = [];
    for (const child of element.children) {
      if (child.kind === "element") for (const node of build(child, context)) nodes.push(node);
    }
    return nodes;
  }

  function refer(href: string, from: DomElement, context: SvgContext): Referred | undefined {
    const element = href.startsWith("#") ? surroundings.byId(decodeFragment(href.slice(1))) : undefined;
    if (!element) {
      report.warn(
        {
          code: "svg-reference",
          message: `"${href.slice(0, 60)}", which <${from.name}> refers to, is not there.`,
          hint: href.startsWith("#") ? "No element has that id." : "Only elements of the same SVG can be referred to.",
        },
        from,
      );
      return undefined;
    }
    if (context.referrers.includes(from) || context.referrers.length >= deepestReference) {
      report.warn(
        {
          code: "svg-reference",
          message: `"${href.slice(0, 60)}" refers to itself, or to others that refer to others without end.`,
          hint: "It is left out.",
        },
        from,
      );
      return undefined;
    }
    return { element, context: { ...context, referrers: [...context.referrers, from] } };
  }

  /** SVG 2 lets CSS say the geometry of shapes; the other properties of that kind are unknown to CSS here, and say so. */
  function reportGeometry(element: DomElement, { style }: Styled): void {
    if (element.name === "foreignobject") return;
    for (const name of ["width", "height"] as const) {
      if (style[name] === "auto") continue;
      report.warn(
        {
          code: "unsupported-css-property",
          message: `The CSS property "${name}" of <${element.name}> is not supported in PDF.`,
          hint: "Say it in an attribute.",
        },
        element,
      );
    }
  }

  function reportUnknown(element: DomElement): void {
    const { name } = element;
    if (notDrawn.has(name) || name.includes(":")) return;
    const reason = unsupported[name];
    report.warn(
      {
        code: "svg-element",
        message: `The SVG element <${name}> is not drawn in PDF.`,
        hint: reason ?? didYouMean(name, Object.keys(elementBuilders)),
      },
      element,
    );
  }

  const builder: SvgBuilder = { ...surroundings, build, children, refer, spend };
  return builder;
}
