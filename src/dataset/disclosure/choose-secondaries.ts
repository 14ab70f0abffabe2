import type { Attack } from "./attack.ts";
import { cellsToHide, isCandidate } from "./changes.ts";
import type { Need } from "./need.ts";
import { boxFor, cornerLimits } from "./prove.ts";
import { reach } from "./reach.ts";
import { relationRows } from "./relation-rows.ts";
import type { ProgramRow } from "./solver.ts";

/** Cells to hide beside those that the rule hides, and what readers lose by it (`cost-of-hiding.ts`). */
export interface Choice {
  readonly cells: readonly number[];
  readonly cost: number;
}

interface ChooseInput {
  readonly count: number;
  readonly need: Need;
  /** Values that the count cannot take as yet: of each choice that would do, one. */
  readonly lacking: readonly number[];
  /** From the second on, the value that lacks is looked for, in whole numbers. */
  readonly attempt: number;
}

/** Counts and cells that the solver chooses among. */
const neighbourhoods = [80, 400];
/** Cells of one relation that are candidates: all of a small one, the cheapest of a large one. */
const perRelation = 24;

/** The cheapest cells to hide so that a count can take all values that it has to; undefined where there are none. */
export function chooseSecondaries(attack: Attack, input: ChooseInput): Choice | undefined {
  const { count, need, lacking, attempt } = input;
  const bySolver = (whole: boolean) => chooseForAny(attack, lacking, (value) => ({ count, value, whole }));
  if (attempt > 1) return bySolver(true);
  const boxes = chooseBoxes(attack, { count, need, below: Number.POSITIVE_INFINITY });
  if (boxes) return boxes;
  const changes = attempt === 0 ? chooseChanges(attack, count, need) : undefined;
  return changes ?? bySolver(false);
}

/** The first of several goals that cells can be hidden for: what readers know from elsewhere may leave one of them out of reach. */
function chooseForAny(attack: Attack, values: readonly number[], goalOf: (value: number) => Goal): Choice | undefined {
  for (const value of values) {
    const found = chooseBySolver(attack, goalOf(value));
    if (found) return found;
  }
  return undefined;
}

/** The cells that the cheapest changes need hidden, whole numbers or not. */
function chooseChanges(attack: Attack, count: number, { choices }: Need): Choice | undefined {
  const truth = attack.table.values[count] as number;
  let best: Choice | undefined;
  for (const values of choices) {
    const ends = [Math.max(...values), Math.min(...values)].filter((value) => value !== truth);
    const cells = attack.blocks.cellsFor(count, ends);
    if (!cells || cells.length === 0) continue;
    const cost = cells.reduce((sum, cell) => sum + attack.costOf(cell), 0);
    if (!best || cost < best.cost) best = { cells, cost };
  }
  return best;
}

/** As good a choice, if there is one that costs less than so much. */
export function chooseCheaper(attack: Attack, input: BoxesInput): Choice | undefined {
  return chooseBoxes(attack, input);
}

interface BoxesInput {
  readonly count: number;
  readonly need: Need;
  readonly below: number;
  /** A cell that is not to be hidden. */
  readonly except?: number;
}

/** The cheapest cells that make one box, or a few one after another, lead to all values. */
function chooseBoxes(attack: Attack, { count, need, below, except }: BoxesInput): Choice | undefined {
  const allowed: Attack =
    except === undefined
      ? attack
      : { ...attack, costOf: (cell) => (cell === except ? Number.POSITIVE_INFINITY : attack.costOf(cell)) };
  let best: Choice | undefined;
  let bound = below;
  for (const values of need.choices) {
    const found = boxFor(allowed, { count, values, hide: true, limit: cornerLimits.choice, below: bound });
    if (found) {
      bound = found.price;
      const truth = attack.table.values[count] as number;
      const reachOfBox = {
        forwards: Math.max(0, ...values.map((v) => v - truth)),
        backwards: Math.max(0, ...values.map((v) => truth - v)),
      };
      best = { cells: cellsToHide(allowed, new Map(), found.move, reachOfBox), cost: bound };
    }
    const ways = chooseWays(allowed, { count, values, below: bound });
    if (ways) {
      bound = ways.cost;
      best = ways;
    }
  }
  return best;
}

/** What has to be hidden for a way up and a way down. Leaves nothing hidden. */
function chooseWays(
  attack: Attack,
  { count, values, below }: { readonly count: number; readonly values: readonly number[]; readonly below: number },
): Choice | undefined {
  const truth = attack.table.values[count] as number;
  const cells: number[] = [];
  let cost = 0;
  let reached = true;
  for (const value of [Math.max(truth, ...values), Math.min(truth, ...values)]) {
    if (!reached) break;
    const way = reach(attack, { count, value, hide: true, limit: cornerLimits.choice, below: below - cost });
    cells.push(...way.hidden);
    cost += way.cost;
    reached = way.reached;
  }
  for (const cell of cells) attack.publication.setStatus(cell, "shown");
  return reached && cost < below ? { cells, cost } : undefined;
}

function isCandidateCount(attack: Attack, count: number): boolean {
  const cell = attack.table.cellOf[count] as number;
  return cell >= 0 && !attack.publication.isHidden(count) && isCandidate(attack, cell);
}

/** A value that a count is to take. */
interface Goal {
  readonly count: number;
  readonly value: number;
  /** In whole numbers. */
  readonly whole: boolean;
}

/** The cheapest cells to hide so that a count can take a value (Kelly, Golden and Assad; Fischetti and Salazar). */
function chooseBySolver(attack: Attack, goal: Goal): Choice | undefined {
  let before = 0;
  for (const limit of neighbourhoods) {
    const counts = neighbourhood(attack, goal.count, limit);
    if (counts.length === before) break;
    before = counts.length;
    const found = cheapestCells(attack, counts, goal);
    if (found) return found;
  }
  return undefined;
}

/** The counts around one that can differ from the truth, or could if they were hidden, nearest first. */
function neighbourhood(attack: Attack, start: number, limit: number): readonly number[] {
  const { table, relations, publication } = attack;
  const found = new Set([start]);
  for (const count of found) {
    if (found.size >= limit) break;
    for (const { relation } of relations.of(count)) {
      const others = relation.counts.filter((other) => !found.has(other));
      const free = others.filter((other) => publication.isHidden(other));
      const rest = others
        .filter((other) => !publication.isHidden(other))
        .filter((other) => isCandidateCount(attack, other) || publication.low(other) < publication.high(other));
      const cheapest =
        rest.length <= perRelation
          ? rest
          : rest
              .map((other) => ({ other, cost: attack.costOf(table.cellOf[other] as number) }))
              .sort((a, b) => a.cost - b.cost || a.other - b.other)
              .slice(0, perRelation)
              .map(({ other }) => other);
      for (const other of [...free, ...cheapest]) found.add(other);
    }
  }
  return [...found];
}

/**
 * A programme with a yes or no for each cell that may be hidden, and a set of changes that leads to the goal: only hidden
 * cells may change by more than their rounding.
 */
function cheapestCells(attack: Attack, counts: readonly number[], { count, value, whole }: Goal): Choice | undefined {
  const { table, publication, solver } = attack;
  const cells = [
    ...new Set(counts.filter((other) => isCandidateCount(attack, other)).map((c) => table.cellOf[c] as number)),
  ];
  const choiceOf = new Map(cells.map((cell, index) => [cell, index]));
  const costs = cells.map((cell) => attack.costOf(cell));
  const lower = cells.map(() => 0);
  const upper = cells.map(() => 1);
  const isWhole = cells.map(() => true);
  const first = cells.length;
  const rows: ProgramRow[] = [...relationRows(attack, counts, { first })];
  const shift = value - (table.values[count] as number);
  const reach = 2 * Math.abs(shift) + publication.rule.base;
  for (const [index, other] of counts.entries()) {
    const truth = table.values[other] as number;
    const [down, up] = [publication.low(other) - truth, publication.high(other) - truth];
    const choice = choiceOf.get(table.cellOf[other] as number);
    costs.push(0);
    isWhole.push(whole);
    if (other === count) {
      lower.push(shift);
      upper.push(shift);
    } else if (choice === undefined) {
      lower.push(Math.max(down, -reach));
      upper.push(Math.min(up, reach));
    } else {
      lower.push(Math.max(-truth, -reach));
      upper.push(reach);
      const columns = [first + index, choice];
      rows.push(
        { columns, factors: [1, -reach], lower: Number.NEGATIVE_INFINITY, upper: Math.min(up, reach) },
        { columns, factors: [1, reach], lower: Math.max(down, -reach), upper: Number.POSITIVE_INFINITY },
      );
    }
  }
  const solution = solver.solve({ costs, lower, upper, whole: isWhole, rows });
  if (!solution) return undefined;
  const chosen = cells.filter((_, index) => (solution[index] as number) > 0.5);
  return { cells: chosen, cost: chosen.reduce((sum, cell) => sum + attack.costOf(cell), 0) };
}
