import { isPossible } from "./alternative.ts";
import { type Alternative, type Attack, limitFor, sizeOf } from "./attack.ts";
import { createAttacker } from "./attacker.ts";
import { isCandidate } from "./changes.ts";
import { createCuts } from "./cuts.ts";
import { dive, relax } from "./dive.ts";
import { createMasterProgram, goalOf } from "./master-program.ts";
import type { Need } from "./need.ts";
import { prove } from "./prove.ts";
import { secondariesOf } from "./publication.ts";
import type { Relation } from "./relation.ts";

type Proofs = Map<number, readonly Alternative[]>;

/** Secondary cells that are chosen anew at once; larger parts only in a table of up to so many counts. */
const opened = [12, 24];
const largerUpTo = 1_500;
/** Of a part so many are not looked at again as the first of another. */
const covered = 10;
/** Counts that the attacks on a part may change. */
const largestAttack = 300;
/** Relations with the part that make a cell one that may be hidden in its place. */
const leastNear = 2;
/** Attacks that succeed, at a time. */
const attacksAtOnce = 20;
/** Relaxed programmes that the search for whole cells of one part may take. */
const programLimit = 150;
/** Pivots that a choice may take: so many, and more for each count, up to a limit; in a table with larger attacks (`largerUpTo`) fewer. */
const pivotLimit = { all: 15_000, each: 25, most: 42_000, inLarge: 42_000 };
/** Pivots in such a table since a choice was last made cheaper, after which no more is expected. */
const pivotsInVain = 25_000;

interface Choosing {
  readonly attack: Attack;
  readonly proofs: Proofs;
  readonly needOf: (count: number) => Need;
  readonly bases: Bases;
}

/**
 * Chooses parts of the secondary cells anew, each by cutting planes as `chooseTogether` does a whole table: cells that hang together by
 * what rests on them are shown, and the cheapest are looked for, among those near by, that protect the same counts while all
 * others stay. A part has few attacks, and each looks at what is near or hidden alone, so that this takes a fraction of the time.
 * Keeps what costs less and has every count proven.
 * @param limit pivots of the solver after which no part is looked at.
 */
export function chooseParts(
  attack: Attack,
  proofs: Proofs,
  needOf: (count: number) => Need,
  limit: number = lastPivot(attack),
): void {
  const { publication, costOf } = attack;
  const budget = createBudget(attack, limit);
  const bases = createBases(attack, proofs);
  const isNew = createNovelty();
  for (let improved = true; improved && budget.isLeft(); ) {
    improved = false;
    for (const size of opened.filter((_, index) => index === 0 || sizeOf(attack) <= largerUpTo)) {
      const begun = new Set<number>();
      const starts = [...secondariesOf(publication)].sort((a, b) => costOf(b) - costOf(a) || a - b);
      for (const start of starts) {
        if (!budget.isLeft()) return;
        if (begun.has(start) || publication.statusOf(start) !== "secondary") continue;
        const part = around(attack, bases, start, size);
        for (const cell of part.slice(0, covered)) begun.add(cell);
        if (!isNew(part) || !choosePart({ attack, proofs, needOf, bases }, part, budget.isLeft)) continue;
        improved = true;
        budget.gained();
      }
    }
  }
}

/** Tells whether cells are asked about together for the first time. */
function createNovelty(): (cells: readonly number[]) => boolean {
  const known = new Set<string>();
  return (cells) => {
    const before = known.size;
    return known.add([...cells].sort((a, b) => a - b).join()).size > before;
  };
}

/** What pivots are left of a limit; in a large table, as long as choices get cheaper. */
function createBudget(attack: Attack, limit: number) {
  const { solver } = attack;
  const inVain = sizeOf(attack) > largerUpTo ? limitFor(attack, pivotsInVain) : Number.POSITIVE_INFINITY;
  let last = solver.pivots + inVain;
  return {
    isLeft: () => solver.pivots < Math.min(limit, last),
    gained: () => {
      last = solver.pivots + inVain;
    },
  };
}

/** The pivots of the solver when a choice that begins now has to be made. */
export function lastPivot(attack: Pick<Attack, "solver" | "table" | "part">): number {
  const size = sizeOf(attack);
  const most = size > largerUpTo ? pivotLimit.inLarge : pivotLimit.most;
  return attack.solver.pivots + limitFor(attack, Math.min(most, pivotLimit.all + pivotLimit.each * size));
}

/** Which proofs rest on which cells: a part concerns a few, of thousands. */
interface Bases {
  /** The counts whose proof rests on any of some cells, in the order of the proofs. */
  usersOf(cells: Iterable<number>): readonly number[];
  /** The cells that a count's proof rests on. */
  of(count: number): ReadonlySet<number>;
  /** A count has another proof. */
  renew(count: number): void;
}

function createBases({ table }: Attack, proofs: Proofs): Bases {
  const places = new Map([...proofs.keys()].map((count, place) => [count, place]));
  const bases = new Map<number, ReadonlySet<number>>();
  const users = new Map<number, Set<number>>();
  const renew = (count: number): void => {
    for (const cell of bases.get(count) ?? []) users.get(cell)?.delete(count);
    const counts = (proofs.get(count) ?? []).flatMap((alternative) => [...alternative.keys()]);
    const cells = new Set(counts.map((other) => table.cellOf[other] as number).filter((cell) => cell >= 0));
    bases.set(count, cells);
    for (const cell of cells) {
      const own = users.get(cell);
      if (own) own.add(count);
      else users.set(cell, new Set([count]));
    }
  };
  for (const count of proofs.keys()) renew(count);
  return {
    usersOf: (cells) =>
      [...new Set([...cells].flatMap((cell) => [...(users.get(cell) ?? [])]))].sort(
        (a, b) => (places.get(a) as number) - (places.get(b) as number),
      ),
    of: (count) => bases.get(count) ?? new Set(),
    renew,
  };
}

/** A secondary cell with those that the same proofs rest on, and so on outwards. */
function around({ publication }: Attack, bases: Bases, start: number, most: number): readonly number[] {
  const found = new Set([start]);
  for (const cell of found) {
    if (found.size >= most) break;
    for (const count of bases.usersOf([cell]))
      for (const other of bases.of(count))
        if (found.size < most && publication.statusOf(other) === "secondary") found.add(other);
  }
  return [...found];
}

/** Whether a cheaper choice than some cells is found, and kept. */
function choosePart(
  { attack, proofs, needOf, bases }: Choosing,
  part: readonly number[],
  isLeft: () => boolean,
): boolean {
  const { publication, costOf } = attack;
  const setAll = (cells: readonly number[], status: "shown" | "secondary") => {
    for (const cell of cells) publication.setStatus(cell, status);
  };
  const below = part.reduce((sum, cell) => sum + costOf(cell), 0);
  setAll(part, "shown");
  const broken = bases
    .usersOf(part)
    .map((count) => [count, proofs.get(count) ?? []] as const)
    .filter(([, alternatives]) => !alternatives.every((each) => isPossible(attack, each)));
  const cells = cheaperCells({ attack, needOf }, { part, broken, below, isLeft });
  setAll(cells ?? part, "secondary");
  if (!cells) return false;
  const renewed: Proofs = new Map();
  for (const [count] of broken) {
    const proof = prove(attack, { count, need: needOf(count), effort: "all" });
    if ("lacking" in proof) {
      setAll(cells, "shown");
      setAll(part, "secondary");
      return false;
    }
    renewed.set(count, proof.alternatives);
  }
  for (const [count, alternatives] of renewed) {
    proofs.set(count, alternatives);
    bases.renew(count);
  }
  return true;
}

interface Part {
  /** Cells that were hidden and are shown. */
  readonly part: readonly number[];
  /** The counts whose proofs rested on them. */
  readonly broken: readonly (readonly [number, readonly Alternative[]])[];
  readonly below: number;
  readonly isLeft: () => boolean;
}

function cheaperCells(
  { attack, needOf }: Pick<Choosing, "attack" | "needOf">,
  { part, broken, below, isLeft }: Part,
): readonly number[] | undefined {
  const { counts, candidates } = neighbourhood(attack, { part, broken, below });
  const attacker = createAttacker(attack, counts, true);
  try {
    const goals = broken.map(([count, alternatives]) => goalOf(attack, { count, alternatives, need: needOf(count) }));
    const master = createMasterProgram(attack, goals, candidates);
    const cuts = createCuts(attack, master, attacker);
    relax(master, cuts, { below, most: attacksAtOnce, isLeft });
    return dive(
      { attack, master, cuts },
      { below, most: attacksAtOnce, isLeft: (programs) => programs < programLimit && isLeft() },
    );
  } finally {
    attacker.dispose();
  }
}

/** The cells that may be hidden in place of a part, and the counts that attacks on it may change: those near it, and what is hidden, nearest first. */
function neighbourhood(
  { table, relations, publication, costOf }: Attack,
  { part, broken, below }: Omit<Part, "isLeft">,
) {
  const countsOf = (cell: number) => table.countsOf[cell] as readonly number[];
  const own = [...part.flatMap(countsOf), ...broken.map(([count]) => count)];
  const counts = new Set(own);
  const near = new Map<number, number>();
  const seen = new Set<Relation>();
  for (const { relation } of own.flatMap((count) => relations.of(count))) {
    if (seen.has(relation)) continue;
    seen.add(relation);
    for (const other of relation.counts) {
      const cell = table.cellOf[other] as number;
      if (cell < 0) counts.add(other);
      else near.set(cell, (near.get(cell) ?? 0) + 1);
    }
  }
  const isOwn = new Set(part);
  const candidates = [...near]
    .filter(([cell, relationsNear]) => isOwn.has(cell) || (relationsNear >= leastNear && costOf(cell) < below))
    .map(([cell]) => cell)
    .filter((cell) => isCandidate({ table, publication }, cell))
    .sort((a, b) => a - b);
  for (const cell of [...near.keys(), ...candidates])
    for (const count of countsOf(cell)) if (publication.low(count) < publication.high(count)) counts.add(count);
  addHidden({ relations, publication }, counts);
  for (const count of candidates.flatMap(countsOf)) counts.add(count);
  return { candidates, counts: [...counts].sort((a, b) => a - b) };
}

/** Adds the hidden counts that hang together with some, nearest first, up to the largest attack. */
function addHidden({ relations, publication }: Pick<Attack, "relations" | "publication">, counts: Set<number>): void {
  for (const count of counts) {
    for (const { relation } of relations.of(count)) {
      for (const other of relation.counts) {
        if (counts.size >= largestAttack) return;
        if (publication.isHidden(other)) counts.add(other);
      }
    }
  }
}
