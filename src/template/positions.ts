import type { TemplatePosition } from "./traced-text.ts";

/** Positions by index, as marks and helper calls refer to them. */
export interface Positions {
  readonly all: readonly TemplatePosition[];
  /** Remembers a position; gives its index. */
  add(position: TemplatePosition): number;
}

export function createPositions(): Positions {
  const all: TemplatePosition[] = [];
  return { all, add: (position) => all.push(position) - 1 };
}
