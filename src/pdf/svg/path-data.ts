import { type SVGCommand, SVGPathData, SVGPathDataParser, SVGPathDataTransformer } from "svg-pathdata";
import type { Outline, Segment } from "./outline.ts";

/** A path as `d` says, with where its vertices are: an arc is several curves, and one vertex. */
export interface PathData {
  readonly outline: Outline;
  /** The last segment of each command. */
  readonly vertices: readonly number[];
  /** Something in it is no path data: it ends before that (SVG 2, 9.5.4). */
  readonly isBroken: boolean;
}

/** Reads the `d` of a path: all commands, relative and absolute. */
export function readPathData(text: string): PathData {
  const commands: SVGCommand[] = [];
  let isBroken = false;
  try {
    const parser = new SVGPathDataParser();
    parser.parse(text, commands);
    parser.finish(commands);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    isBroken = true;
  }
  if (commands.length > 0 && commands[0]?.type !== SVGPathData.MOVE_TO) {
    return { outline: [], vertices: [], isBroken: true };
  }
  const outline: Segment[] = [];
  const vertices: number[] = [];
  const { TO_ABS, NORMALIZE_HVZ, NORMALIZE_ST, QT_TO_C, A_TO_C } = SVGPathDataTransformer;
  const steps = [TO_ABS(), NORMALIZE_HVZ(false, true, true, false), NORMALIZE_ST(), QT_TO_C(), A_TO_C()];
  for (const command of commands) {
    const simple = steps.reduce<SVGCommand[]>((list, step) => list.flatMap((each) => step(each)), [command]);
    for (const each of simple) outline.push(segmentOf(each));
    vertices.push(outline.length - 1);
  }
  const isSound = outline.every((segment) =>
    Object.values(segment).every((value) => typeof value === "string" || Number.isFinite(value)),
  );
  return isSound ? { outline, vertices, isBroken } : { outline: [], vertices: [], isBroken: true };
}

/** One of the four kinds that are left. */
function segmentOf(command: SVGCommand): Segment {
  if (command.type === SVGPathData.CURVE_TO) {
    const { x1, y1, x2, y2, x, y } = command;
    return { kind: "curve", x1, y1, x2, y2, x, y };
  }
  if (command.type === SVGPathData.MOVE_TO) return { kind: "move", x: command.x, y: command.y };
  if (command.type === SVGPathData.LINE_TO) return { kind: "line", x: command.x, y: command.y };
  return { kind: "close" };
}
