import type { Attack } from "./attack.ts";
import { relationRows } from "./relation-rows.ts";
import { tolerance } from "./solver.ts";
import { type Change, createWitnesses } from "./witnesses.ts";

/** How much of each cell is hidden, from 0 to 1, by cell; cells that are hidden anyway are not in it. */
export type Shares = ReadonlyMap<number, number>;

/** What a count has to rise (1) or fall (-1) by. */
export interface Shift {
  readonly count: number;
  readonly sign: 1 | -1;
  readonly by: number;
}

/**
 * How far a count can go at most, whatever is hidden: not beyond `least` and, for each cell, so much more where it is hidden.
 * Infinite where nothing bounds what the cell adds.
 */
export interface Ceiling {
  readonly least: number;
  readonly adds: ReadonlyMap<number, number>;
}

/** The linear programme of a reader who looks for the least and the greatest value that a count can have. */
export interface Attacker {
  /** Undefined where the count can go as far as it has to. */
  ceiling(shares: Shares, shift: Shift): Ceiling | undefined;
  /** Those of some shifts that are seen to be possible by looking at many at once, where cells are hidden as a whole or not at all. */
  possible(shares: Shares, shifts: readonly Shift[]): ReadonlySet<Shift>;
  dispose(): void;
}

/** How far a change that is known may be beyond its bounds: no further than HiGHS lets it. */
const slack = tolerance / 10;

/** Part of the shifts that are looked at together that has to be possible, so that the others are looked at together once more. */
const leastReached = 0.2;

/**
 * Looks at some counts of a table, with no cell hidden but those that stay so.
 * @param remembers whether what attacks found answers others too. What is left to solve then differs by bounds more than by costs.
 */
export function createAttacker(attack: Attack, counts: readonly number[], remembers = false): Attacker {
  const { table, publication } = attack;
  const truths = counts.map((count) => table.values[count] as number);
  const fixed = counts.map((count, index) => {
    const truth = truths[index] as number;
    return [publication.low(count) - truth, publication.high(count) - truth] as const;
  });
  const program = attack.solver.open(
    {
      costs: counts.map(() => 0),
      lower: fixed.map(([down]) => down),
      upper: fixed.map(([, up]) => up),
      whole: [],
      rows: relationRows(attack, counts),
    },
    remembers ? "bounds" : "costs",
  );
  const columnOf = new Map(counts.map((count, index) => [count, index]));
  const lower = new Float64Array(counts.length);
  const upper = new Float64Array(counts.length);
  const widen = (shares: Shares, by: number) => {
    for (const [index, count] of counts.entries()) {
      const share = shares.get(table.cellOf[count] as number);
      const own = fixed[index] as readonly [number, number];
      const [down, up] = share === undefined ? own : widened(own, { truth: truths[index] as number, share, by });
      lower[index] = down;
      upper[index] = up;
    }
    program.setAllBounds(lower, upper);
  };
  /** Those of some shifts of one sign that one table makes, in which as many counts as can be go as far as they have to. */
  const reachTogether = (shifts: readonly Shift[]): readonly Shift[] => {
    for (const { count, sign, by } of shifts) {
      const own = columnOf.get(count) as number;
      program.setCost(own, -sign);
      program.setBounds(own, Math.max(lower[own] as number, -by), Math.min(upper[own] as number, by));
    }
    const solution = program.solve();
    const isReached = ({ count, sign, by }: Shift) =>
      solution !== undefined && sign * (solution[columnOf.get(count) as number] as number) >= by - tolerance;
    const reached = shifts.filter(isReached);
    for (const { count } of shifts) {
      const own = columnOf.get(count) as number;
      program.setCost(own, 0);
      program.setBounds(own, lower[own] as number, upper[own] as number);
    }
    return reached;
  };
  let last: { readonly shares: Shares; readonly by: number } | undefined;
  const witnesses = remembers ? createWitnesses() : undefined;
  const isAllowed = (change: Change) =>
    change.every(
      (value, index) => value >= (lower[index] as number) - slack && value <= (upper[index] as number) + slack,
    );
  return {
    ceiling(shares, { count, sign, by }) {
      if (last?.shares !== shares || last.by !== by) widen(shares, by);
      if (last?.shares !== shares) witnesses?.renew();
      last = { shares, by };
      const own = columnOf.get(count) as number;
      const asked = { column: own, sign, by };
      if (witnesses?.answer(asked, isAllowed)) return undefined;
      const [down, up] = fixed[own] as readonly [number, number];
      program.setCost(own, -sign);
      program.setBounds(own, Math.max(down, -by), Math.min(up, by));
      const solution = program.solve();
      const duals = solution && program.duals();
      program.setCost(own, 0);
      program.setBounds(own, down, up);
      if (!solution || !duals) return undefined;
      witnesses?.add(Float64Array.from(solution), asked);
      const reached = sign * (solution[own] as number);
      if (reached >= by - tolerance) return undefined;
      let least = reached;
      const adds = new Map<number, number>();
      for (const [index, other] of counts.entries()) {
        const cell = table.cellOf[other] as number;
        const share = shares.get(cell);
        const dual = duals[index] as number;
        if (share === undefined || Math.abs(dual) < tolerance) continue;
        const range = fixed[index] as readonly [number, number];
        const { room, more } = partOf(dual, range, { truth: truths[index] as number, share, by });
        least -= room;
        if (more > 0) adds.set(cell, (adds.get(cell) ?? 0) + more);
      }
      return { least, adds };
    },
    possible(shares, shifts) {
      widen(shares, 1);
      last = undefined;
      const found = new Set<Shift>();
      for (const sign of [1, -1]) {
        let left = shifts.filter((shift) => shift.sign === sign);
        while (left.length > 0) {
          const reached = reachTogether(left);
          for (const shift of reached) found.add(shift);
          if (reached.length < left.length * leastReached) break;
          left = left.filter((shift) => !found.has(shift));
        }
      }
      return found;
    },
    dispose: () => program.dispose(),
  };
}

interface Widening {
  readonly truth: number;
  readonly share: number;
  readonly by: number;
}

/**
 * What a count with a dual adds to how far the other can go: by the part of its cell that is hidden, and by all of it. A dual
 * below nothing says that it was held from rising, one above nothing that it was held from falling.
 */
function partOf(dual: number, range: readonly [number, number], widening: Widening) {
  const [down, up] = widened(range, widening);
  const room = dual < 0 ? up - range[1] : range[0] - down;
  return {
    room: room > 0 ? Math.abs(dual) * room : 0,
    more: dual < 0 ? Number.POSITIVE_INFINITY : dual * (widening.truth + range[0]),
  };
}

/** The bounds of a count's change where its cell is hidden in part: in part of what it has to go, or all the way. */
function widened([down, up]: readonly [number, number], { truth, share, by }: Widening): readonly [number, number] {
  if (share > 1 - tolerance) return [-truth, Number.POSITIVE_INFINITY];
  return [down - share * Math.min(by, truth + down), up + share * by];
}
