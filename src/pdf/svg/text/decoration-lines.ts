import { decorationMetrics } from "../../text/decoration-metrics.ts";
import { rectangle } from "../outline.ts";
import type { Ink, SvgNode } from "../scene.ts";
import type { PlacedPiece } from "./place-pieces.ts";

/** Underlines and the like of a piece of text, in the colour of its letters. */
export function decorationLines(
  { first, x, y, width, rotation, size }: PlacedPiece,
  ink: Ink | undefined,
): { readonly under: readonly SvgNode[]; readonly over: readonly SvgNode[] } {
  const kinds = ink && rotation === 0 ? first.lines : [];
  const lines = (isUnder: boolean) =>
    kinds
      .filter((kind) => (kind === "line-through") !== isUnder)
      .map((kind): SvgNode => {
        const { offset, thickness } = decorationMetrics(kind, size);
        const outline = rectangle({ x, y: y + offset, width, height: thickness });
        return { kind: "shape", outline, paints: [{ kind: "fill", ink: ink as Ink, rule: "nonzero" }] };
      });
  return { under: lines(true), over: lines(false) };
}
