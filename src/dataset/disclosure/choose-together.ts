import { type Alternative, type Attack, extentOf, limitFor, sizeOf } from "./attack.ts";
import { createAttacker } from "./attacker.ts";
import { isApart } from "./blocks.ts";
import { searchLeast } from "./branch-and-cut.ts";
import { chooseParts, lastPivot } from "./choose-parts.ts";
import { createCuts } from "./cuts.ts";
import { dive, relax } from "./dive.ts";
import { createKnownAlternatives, type KnownAlternatives } from "./known-alternatives.ts";
import { createMasterProgram, goalOf } from "./master-program.ts";
import type { Need } from "./need.ts";
import { protectCount } from "./protect-count.ts";
import { prove } from "./prove.ts";
import { secondariesOf } from "./publication.ts";
import { searchWhole } from "./search-whole.ts";
import { showAgain } from "./show-again.ts";

type Proofs = Map<number, readonly Alternative[]>;

/** Counts of a table whose cells are chosen by one programme: in three ways each attack takes some three times as long. */
const largestTable = { inTwoWays: 1_200, inMore: 1_500 };
/** Of those in three ways, the largest in which the whole table is dived into: in larger ones, that ends nowhere. */
const largestDived = 700;
/** Attacks that succeed, at a time, on the way to a choice. */
const attacksAtOnce = 20;
/** Pivots of the relaxed choice of a whole table, and of the dive from there to one of whole cells. */
const pivotLimit = { relaxed: 8_000, dive: 12_000 };
/** Counts of a table in three ways whose least choice is looked for; in two ways, where fewer cells do in each attack, of all that are chosen together. */
const largestSearched = 320;
/** Programmes of whole cells that a first search solves, among those that are wanted; nodes of each, and attacks on its choice; pivots of all, times the counts. */
const wholeLimits = { programmes: 16, nodes: 20, most: 60, pivotsTimesCounts: 1_500_000 };
/** Pivots of that search, times the counts of the table: each pivot takes longer in a large one. */
const searchedPivotsTimesCounts = 12_000_000;

/**
 * Chooses the secondary cells of a table anew, by cutting planes (Fischetti and Salazar 2001): a programme with a share from
 * nothing to all of each cell, to which each attack that succeeds adds that one of the cells that would have defeated it has
 * to be hidden. Whole cells are looked for among those that it wants; then what it wants most is hidden for good, cell after cell, and
 * parts of that are chosen anew; and in a small table branch and cut goes on until nothing cheaper is left. Keeps what costs less and has every count proven.
 */
export function chooseTogether(attack: Attack, proofs: Proofs, needOf: (count: number) => Need): void {
  const { publication, costOf, solver } = attack;
  const size = sizeOf(attack);
  let limit = lastPivot(attack);
  const given = secondariesOf(publication);
  if (sumOf(given, costOf) <= 1) return;
  const goals = [...proofs].map(([count, alternatives]) =>
    goalOf(attack, { count, alternatives, need: needOf(count) }),
  );
  const setAll = (cells: readonly number[], status: "shown" | "secondary") => {
    for (const cell of cells) publication.setStatus(cell, status);
  };
  setAll(given, "shown");
  const attacker = createAttacker(attack, extentOf(attack));
  try {
    const master = createMasterProgram(attack, goals);
    const cuts = createCuts(attack, master, attacker);
    let best = given;
    const known = createKnownAlternatives(attack, new Set(proofs.keys()));
    for (const alternatives of proofs.values()) for (const alternative of alternatives) known.add(alternative);
    const cost = () => sumOf(best, costOf);
    let lastWhole = solver.wholePivots + limitFor(attack, wholeLimits.pivotsTimesCounts / size);
    const consider = (cells: readonly number[] | undefined) => {
      const before = solver.wholePivots;
      best = (cells && adopt({ attack, proofs, needOf, known }, { cells, below: cost() })) ?? best;
      // Proofs in whole numbers are no part of the search.
      lastWhole += solver.wholePivots - before;
    };
    const within = (pivots: number) => {
      const end = solver.pivots + limitFor(attack, pivots);
      return () => solver.pivots < end;
    };
    const wanted = new Set<number>();
    const least = relax(master, cuts, { most: attacksAtOnce, isLeft: within(pivotLimit.relaxed), wanted });
    let isEnded = false;
    const isSmall = isSmallTable(attack);
    if (wanted.size > 0) {
      let programmes = 0;
      const isLeft = () => {
        programmes += 1;
        return cost() > least && programmes <= wholeLimits.programmes && solver.wholePivots < lastWhole;
      };
      const { nodes, most } = wholeLimits;
      const among = new Set([...wanted, ...best]);
      isEnded = searchWhole({ master, cuts }, { among, below: cost, found: consider, isLeft, nodes, most }) && !isSmall;
    }
    if (best === given && cost() > least && !isSmall) {
      setAll(best, "secondary");
      const before = solver.pivots;
      showAgain(attack, proofs, needOf);
      limit += solver.pivots - before;
      best = secondariesOf(publication);
      setAll(best, "shown");
    }
    const isDived = !isEnded && (waysOf(attack) <= 2 || size <= largestDived);
    if (isDived) {
      const isLeft = within(pivotLimit.dive);
      consider(dive({ attack, master, cuts }, { below: cost(), most: attacksAtOnce, isLeft }));
    }
    if (cost() > least && !isEnded) {
      setAll(best, "secondary");
      chooseParts(attack, proofs, needOf, isDived ? limit : lastPivot(attack));
      best = secondariesOf(publication);
      setAll(best, "shown");
    }
    if (cost() > least && isSearched(attack)) {
      const isLeft = within(searchedPivotsTimesCounts / size);
      searchLeast({ master, cuts }, { below: cost, found: consider, isLeft });
    }
    setAll(best, "secondary");
  } finally {
    attacker.dispose();
  }
}

/** Whether all is tried that makes a choice cheaper: in a larger table, what a programme of the whole table makes needless is not. */
export const isSmallTable = (attack: Pick<Attack, "table" | "part">): boolean => sizeOf(attack) <= largestSearched;

const isSearched = (attack: Attack): boolean => waysOf(attack) <= 2 || isSmallTable(attack);

/** How many dimensions a table has that hang together, other measures and editions beside the first as one each. */
export function waysOf({ table, part }: Pick<Attack, "table" | "part">): number {
  const grids = part
    ? [...new Set(part.counts.flatMap((count) => table.gridOf[table.cellOf[count] as number] ?? []))]
    : table.grids;
  return Math.max(0, ...grids.map(({ axes }) => axes.filter((axis) => !isApart(axis)).length)) + grids.length - 1;
}

/** Whether a table is small enough, with what its relations bring along: totals that no row has. */
export function isChosenTogether(attack: Attack): boolean {
  const { table, relations, part } = attack;
  const { values } = table;
  const largest = waysOf(attack) > 2 ? largestTable.inMore : largestTable.inTwoWays;
  if (part) return part.counts.length <= largest;
  for (let count = 0; count < values.length && values.length <= largest; count += 1) relations.of(count);
  return values.length <= largest;
}

interface Choosing {
  readonly attack: Attack;
  readonly proofs: Proofs;
  readonly needOf: (count: number) => Need;
  /** Alternatives that were found with other cells hidden. */
  readonly known: KnownAlternatives;
}

/**
 * Proves all counts with some cells hidden, further ones where it takes them, and fewer where it does not. Leaves none hidden.
 * @returns the cells, if they cost less than so much.
 */
function adopt(
  { attack, proofs, needOf, known }: Choosing,
  { cells, below }: { readonly cells: readonly number[]; readonly below: number },
): readonly number[] | undefined {
  const { publication, costOf } = attack;
  for (const cell of cells) publication.setStatus(cell, "secondary");
  const renewed: Proofs = new Map();
  for (const count of proofs.keys()) {
    const need = needOf(count);
    const proof = prove(attack, { count, need, effort: "all", known });
    const alternatives = "lacking" in proof ? protectCount(attack, count, need) : proof.alternatives;
    if (!alternatives) break;
    for (const alternative of alternatives) known.add(alternative);
    renewed.set(count, alternatives);
  }
  const isWhole = renewed.size === proofs.size;
  // What a programme chose has hardly any to spare, unless others were added to it.
  if (isWhole && (isSmallTable(attack) || secondariesOf(publication).length > cells.length))
    showAgain(attack, renewed, needOf);
  const all = secondariesOf(publication);
  for (const cell of all) publication.setStatus(cell, "shown");
  if (!isWhole || sumOf(all, costOf) >= below) return undefined;
  for (const [count, alternatives] of renewed) proofs.set(count, alternatives);
  return all;
}

const sumOf = (cells: readonly number[], costOf: (cell: number) => number): number =>
  cells.reduce((sum, cell) => sum + costOf(cell), 0);
