import type { Pipeline } from "../briefing/index.ts";
import { tableCells } from "../claims/index.ts";

/** Claims and cells of tables of one briefing that have a figure, whose figure is hidden, and of which there is none. */
export interface Gaps {
  readonly figures: number;
  readonly hidden: number;
  readonly missing: number;
}

/** Counts what a briefing would print, before a page of it is made. */
export function tellGaps({
  claims,
  tables,
}: Pick<ReturnType<Pipeline["evaluateBriefing"]>, "claims" | "tables">): Gaps {
  const all = [...claims.values(), ...tableCells(tables)];
  const figures = all.filter(({ figure }) => figure !== null).length;
  const hidden = all.filter(({ absence }) => absence === "suppressed").length;
  const without = all.filter(({ absence }) => absence !== null).length;
  return { figures, hidden, missing: without - hidden };
}

/** Whether a briefing would print gaps, and no figure in a claim or table. */
export const isOnlyGaps = ({ figures, hidden, missing }: Gaps): boolean => figures === 0 && hidden + missing > 0;
