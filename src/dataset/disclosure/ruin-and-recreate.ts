import { isPossible } from "./alternative.ts";
import { type Alternative, type Attack, limitFor } from "./attack.ts";
import { chooseSecondaries } from "./choose-secondaries.ts";
import type { Need } from "./need.ts";
import { prove } from "./prove.ts";
import { secondariesOf } from "./publication.ts";

type Proofs = Map<number, readonly Alternative[]>;

/** Secondary cells shown at once. */
const ruined = [2, 3, 5, 8];
/** Trials for each secondary cell; corners of boxes that all of them may look at, and programmes that they may solve, where no box is found. */
const trialsPerCell = 40;
const cornerLimit = 2_000_000;
const programLimit = 60;
/** Corners looked at since a choice was last made cheaper, after which no more is expected: in a long row each count has its own way. */
const cornersInVain = 400_000;
/** How much dearer chance makes a cell at most, so that each trial prefers others. */
const whim = 0.5;

/**
 * Shows some secondary cells that hang together, protects what rested on them anew, in another order and with other
 * preferences, and keeps what is not dearer (ruin and recreate; Schrimpf and others 2000): cells that serve several counts
 * at once are found so, which one count after another does not look for.
 */
export function ruinAndRecreate(attack: Attack, proofs: Proofs, needOf: (count: number) => Need): void {
  const { publication, work, solver } = attack;
  const secondariesNow = () => secondariesOf(publication);
  const random = createRandom(1);
  const size = secondariesNow().length;
  const trials = size * trialsPerCell;
  const limit = work.corners + limitFor(attack, cornerLimit);
  const lastProgram = solver.programs + programLimit;
  const inVain = limitFor(attack, cornersInVain);
  let lastGain = work.corners;
  const isLeft = () => work.corners < Math.min(limit, lastGain + inVain) && solver.programs < lastProgram;
  const users = usersOf(attack, proofs);
  let secondaries = secondariesNow();
  for (let trial = 0; trial < trials && isLeft() && secondaries.length > 1; trial += 1) {
    const start = secondaries[Math.floor(random() * secondaries.length)] as number;
    const cells = aroundCell({ attack, proofs, users }, start, ruined[trial % ruined.length] as number);
    const input: Trial = { attack, proofs, needOf, users, cells, random };
    const saved = recreate(input);
    if (saved === undefined) continue;
    secondaries = secondariesNow();
    if (saved > 0) lastGain = work.corners;
  }
}

type Users = Map<number, Set<number>>;

function usersOf(attack: Attack, proofs: Proofs): Users {
  const users: Users = new Map();
  for (const [count, alternatives] of proofs) note(attack, users, count, alternatives);
  return users;
}

const cellsOf = ({ table }: Attack, alternatives: readonly Alternative[]): readonly number[] => [
  ...new Set(alternatives.flatMap((alternative) => [...alternative.keys()].map((c) => table.cellOf[c] as number))),
];

function note(attack: Attack, users: Users, count: number, alternatives: readonly Alternative[]): void {
  for (const cell of cellsOf(attack, alternatives)) {
    if (cell < 0) continue;
    const known = users.get(cell);
    if (known) known.add(count);
    else users.set(cell, new Set([count]));
  }
}

interface Around {
  readonly attack: Attack;
  readonly proofs: Proofs;
  readonly users: Users;
}

/** A secondary cell with those that the same proofs rest on, and so on outwards. */
function aroundCell({ attack, proofs, users }: Around, start: number, most: number): readonly number[] {
  const found = new Set([start]);
  for (const cell of found) {
    for (const count of users.get(cell) ?? []) {
      for (const other of cellsOf(attack, proofs.get(count) ?? [])) {
        if (found.size >= most) return [...found];
        if (other >= 0 && attack.publication.statusOf(other) === "secondary") found.add(other);
      }
    }
  }
  return [...found];
}

interface Trial extends Around {
  readonly needOf: (count: number) => Need;
  readonly cells: readonly number[];
  readonly random: () => number;
}

/** What another choice than some cells costs less, if it is kept. */
function recreate({ attack, proofs, needOf, users, cells, random }: Trial): number | undefined {
  const { publication, costOf } = attack;
  const affected = new Set(cells.flatMap((cell) => [...(users.get(cell) ?? [])]));
  for (const cell of cells) publication.setStatus(cell, "shown");
  const broken = [...affected].filter(
    (count) => !(proofs.get(count) ?? []).every((alternative) => isPossible(attack, alternative)),
  );
  let left = cells.reduce((sum, cell) => sum + costOf(cell), 0);
  const whims = new Map<number, number>();
  const whimOf = (cell: number): number => {
    const known = whims.get(cell) ?? 1 + whim * random();
    whims.set(cell, known);
    return known;
  };
  const whimsical: Attack = { ...attack, costOf: (cell) => costOf(cell) * whimOf(cell) };
  const hidden: number[] = [];
  const renewed: Proofs = new Map();
  for (const count of shuffled(broken, random)) {
    const need = needOf(count);
    let proof = prove(attack, { count, need, effort: "boxes" });
    if ("lacking" in proof) {
      const choice = chooseSecondaries(whimsical, {
        count,
        need,
        lacking: proof.lacking,
        attempt: 1,
      });
      for (const cell of choice?.cells ?? []) {
        publication.setStatus(cell, "secondary");
        hidden.push(cell);
        left -= costOf(cell);
      }
      if (left >= 0) proof = prove(attack, { count, need, effort: "boxes" });
    }
    if ("lacking" in proof || left < 0) {
      for (const cell of hidden) publication.setStatus(cell, "shown");
      for (const cell of cells) publication.setStatus(cell, "secondary");
      return undefined;
    }
    renewed.set(count, proof.alternatives);
  }
  for (const [count, alternatives] of renewed) {
    proofs.set(count, alternatives);
    note(attack, users, count, alternatives);
  }
  return left;
}

function shuffled(counts: readonly number[], random: () => number): readonly number[] {
  const keyed = counts.map((count) => ({ count, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ count }) => count);
}

/** The same numbers on every machine (Lehmer; Park and Miller 1988). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
