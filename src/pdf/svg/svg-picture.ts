import type { DrawingCanvas } from "../canvas/drawing-canvas.ts";
import type { PdfDrawing } from "../canvas/pdf-image.ts";
import type { Styled } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { identity } from "../geometry/matrix.ts";
import { createSvgBuilder } from "./build-scene.ts";
import { drawSvg } from "./draw-svg.ts";
import { drawsAnything, type HtmlArea, htmlAreas } from "./html-areas.ts";
import { naturalSize, usedSize } from "./natural-size.ts";
import type { SvgNode } from "./scene.ts";
import type { NaturalSize, Size, SvgSurroundings } from "./svg-context.ts";
import { cutsOff, inArea, userSpace } from "./viewport.ts";

/** An SVG that is ready to be laid out and drawn. All that is wrong with it has been reported. */
export interface SvgPicture {
  readonly natural: NaturalSize;
  /** What it shows in an area of this size. */
  scene(size: Size): readonly SvgNode[];
  readonly drawing: PdfDrawing;
  /** Where HTML stands in it in an area of this size, and whether it shows anything else. */
  html(size: Size): { readonly areas: readonly HtmlArea[]; readonly isAlone: boolean };
}

export interface SvgRoot {
  readonly element: DomElement;
  readonly styled: Styled;
  /** Of all of it, where nothing around it sees to that. */
  readonly opacity: number;
}

/** The picture of an `svg` element. Reports through `surroundings.report`, once, what cannot be drawn as it says. */
export function svgPicture({ element, styled, opacity }: SvgRoot, surroundings: SvgSurroundings): SvgPicture {
  const natural = naturalSize(element, styled, surroundings.report);
  /** By the size of the coordinates inside: with a `viewBox` they are always the same. */
  const known = new Map<string, readonly SvgNode[]>();

  function contents(viewport: Size): readonly SvgNode[] {
    const key = `${viewport.width} ${viewport.height}`;
    const context = { styled, viewport, referrers: [], use: "paint" } as const;
    const nodes = known.get(key) ?? createSvgBuilder(surroundings).children(element, context);
    known.set(key, nodes);
    return nodes;
  }

  function scene(size: Size): readonly SvgNode[] {
    const area = { x: 0, y: 0, ...size };
    const space = userSpace(element, area, surroundings.report);
    if (!space || styled.style.display === "none") return [];
    const children = inArea(contents(space.size), area, { matrix: space.matrix, isCut: cutsOff(styled.style) });
    return opacity === 1 ? children : [{ kind: "group", matrix: identity, opacity, clips: [], masks: [], children }];
  }

  function drawingOf(size: Size): PdfDrawing {
    const nodes = scene(size);
    return {
      kind: "drawing",
      widthPx: size.width,
      heightPx: size.height,
      draw: (canvas) => drawSvg(nodes, canvas as DrawingCanvas),
      resized: (widthPx, heightPx) => drawingOf({ width: widthPx, height: heightPx }),
    };
  }

  function html(size: Size): ReturnType<SvgPicture["html"]> {
    const nodes = scene(size);
    const areas = htmlAreas(nodes, identity);
    return { areas, isAlone: areas.length > 0 && !drawsAnything(nodes) };
  }

  return { natural, scene, html, drawing: drawingOf(usedSize(natural)) };
}
