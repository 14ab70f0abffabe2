import { type Direction, endsOf, isDrawn, type NamedScale, pxOf, tolerancePx } from "./px.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";
import { type DatumTracer, firstOfFields, type TracedDatum } from "./traced-datum.ts";

/** What stands on one another, of the marks of one name in one small chart. */
export interface Stack {
  /** How many pieces end at a position. */
  readonly ends: ReadonlyMap<string, number>;
  /** What the figures of a field add up to, over the pieces that stand at one position. */
  readonly totals: ReadonlyMap<string, number>;
}

/** Where the pieces of one stack stand, across the direction in which they are stacked: their middle, as they may be of several breadths. */
export const positionAcross = ({ x = 0, y = 0, width = 0, height = 0 }: SceneItem, direction: Direction): string =>
  `${direction} ${Math.round((direction === "x" ? y + height / 2 : x + width / 2) * 4)}`;

/** Reads each stack once: marks are asked for it by those who check them, and by those who look for the fields of a scale. */
export function createStacks(tracer: DatumTracer): (marks: readonly ReadMark[]) => Stack {
  const known = new Map<readonly ReadMark[], Stack>();
  return (marks) => {
    const stack = known.get(marks) ?? readStack(marks, tracer);
    known.set(marks, stack);
    return stack;
  };
}

function readStack(marks: readonly ReadMark[], tracer: DatumTracer): Stack {
  const ends = new Map<string, number>();
  const totals = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, value: number) => map.set(key, (map.get(key) ?? 0) + value);
  for (const { items } of marks) {
    for (const item of items.filter(isDrawn)) {
      const traced = tracer.trace(item.datum);
      const own = traced ? firstOfFields(traced) : [];
      for (const direction of ["x", "y"] as const) {
        const position = positionAcross(item, direction);
        for (const end of endsOf(item, direction, "area")) add(ends, `${position} ${Math.round(end)}`, 1);
        for (const [field, value] of own) add(totals, `${position} ${field}`, Math.abs(value));
      }
    }
  }
  return { ends, totals };
}

/** Whether another piece begins where this one ends. */
export const isChained = ({ ends }: Stack, item: SceneItem, direction: Direction): boolean => {
  const position = positionAcross(item, direction);
  return endsOf(item, direction, "area").some((end) =>
    [-1, 0, 1].some((off) => (ends.get(`${position} ${Math.round(end) + off}`) ?? 0) > (off === 0 ? 1 : 0)),
  );
};

/** A figure that a piece is as long as. */
export interface PieceFigure {
  readonly field: string;
  readonly value: number;
  /** It is its share of the whole that is drawn. */
  readonly isShare: boolean;
  /** What the figures of the field add up to where the piece stands. */
  readonly total: number;
}

export interface PieceFiguresOptions {
  readonly item: SceneItem;
  readonly direction: Direction;
  readonly scale: NamedScale;
  /** In px. */
  readonly length: number;
  readonly traced: TracedDatum | undefined;
}

/** The figures of its row that a piece of a stack is as long as, or as long as their share of the whole. */
export function pieceFigures(
  { totals }: Stack,
  { item, direction, scale, length, traced }: PieceFiguresOptions,
): readonly PieceFigure[] {
  const zero = pxOf(scale, 0);
  const whole = Math.abs(pxOf(scale, 1) - zero);
  const position = positionAcross(item, direction);
  const found: PieceFigure[] = [];
  for (const [value, fields] of traced?.figures ?? []) {
    const isLength = Math.abs(Math.abs(pxOf(scale, value) - zero) - length) <= tolerancePx;
    for (const field of fields) {
      const total = totals.get(`${position} ${field}`) ?? 0;
      const isShare = Math.abs((Math.abs(value) / total) * whole - length) <= tolerancePx;
      if (isLength || isShare) found.push({ field, value, isShare: !isLength, total });
    }
  }
  return found;
}
