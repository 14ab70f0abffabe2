import { isPossible } from "./alternative.ts";
import { type Alternative, type Attack, limitFor, sizeOf } from "./attack.ts";
import { chooseCheaper } from "./choose-secondaries.ts";
import type { Need } from "./need.ts";
import { type Effort, prove } from "./prove.ts";
import { secondariesOf } from "./publication.ts";

type Proofs = Map<number, readonly Alternative[]>;

/** Times that all secondary cells are looked at. */
const rounds = 3;
/** Pivots that the solver may take to show cells again, and so many more for each count: then boxes have to do. */
const pivotLimit = { all: 40_000, each: 3 };

/**
 * Shows again each secondary cell that others make up for, the dearest first; or that cheaper ones can, which are hidden
 * in its place.
 */
export function showAgain(attack: Attack, proofs: Proofs, needOf: (count: number) => Need): void {
  const { publication, costOf } = attack;
  const users = usersOf(attack, proofs);
  const limit = attack.blocks.pivots + limitFor(attack, pivotLimit.all + pivotLimit.each * sizeOf(attack));
  for (let round = 0; round < rounds; round += 1) {
    const secondaries = [...secondariesOf(publication)];
    // Block by block, since a programme is kept for a block.
    const blocks = new Map(secondaries.map((cell) => [cell, attack.blocks.blockOf(cell)]));
    const blockOf = (cell: number) => blocks.get(cell) as number;
    secondaries.sort((a, b) => blockOf(a) - blockOf(b) || costOf(b) - costOf(a) || a - b);
    let changed = false;
    for (const cell of secondaries) {
      const renewed = withoutCell(
        { attack, proofs, needOf, users, effort: attack.blocks.pivots < limit ? "programmes" : "boxes" },
        cell,
      );
      if (!renewed) continue;
      changed = true;
      for (const [count, alternatives] of renewed) {
        proofs.set(count, alternatives);
        users.note(count, alternatives);
      }
    }
    if (!changed || attack.blocks.pivots >= limit) return;
  }
}

interface Users {
  /** The counts whose proof rests on a secondary cell, or once did. */
  of(cell: number): readonly number[];
  /** Asks for a count first from now on: without the cell, it had no other proof. */
  putFirst(cell: number, count: number): void;
  note(count: number, alternatives: readonly Alternative[]): void;
}

function usersOf({ table, publication }: Attack, proofs: Proofs): Users {
  const byCell = new Map<number, Set<number>>();
  const users: Users = {
    of: (cell) => [...(byCell.get(cell) ?? [])],
    putFirst: (cell, count) => void byCell.set(cell, new Set([count, ...(byCell.get(cell) ?? [])])),
    note(count, alternatives) {
      for (const alternative of alternatives) {
        for (const other of alternative.keys()) {
          const cell = table.cellOf[other] as number;
          if (cell < 0 || publication.statusOf(cell) !== "secondary") continue;
          const known = byCell.get(cell);
          if (known) known.add(count);
          else byCell.set(cell, new Set([count]));
        }
      }
    },
  };
  for (const [count, alternatives] of proofs) users.note(count, alternatives);
  return users;
}

interface Showing {
  readonly attack: Attack;
  readonly proofs: Proofs;
  readonly needOf: (count: number) => Need;
  readonly users: Users;
  readonly effort: Effort;
}

/** The proofs that change when a cell is shown; undefined where it has to stay hidden. */
function withoutCell({ attack, proofs, needOf, users, effort }: Showing, cell: number): Proofs | undefined {
  const { publication, costOf } = attack;
  publication.setStatus(cell, "shown");
  const renewed: Proofs = new Map();
  const hidden: number[] = [];
  let left = costOf(cell);
  for (const count of users.of(cell)) {
    const alternatives = proofs.get(count) ?? [];
    if (alternatives.every((alternative) => isPossible(attack, alternative))) continue;
    const need = needOf(count);
    let proof = prove(attack, { count, need, effort });
    if ("lacking" in proof) {
      // Nothing costs less than 1.
      const choice = left > 1 ? chooseCheaper(attack, { count, need, below: left, except: cell }) : undefined;
      if (choice) {
        for (const other of choice.cells) publication.setStatus(other, "secondary");
        hidden.push(...choice.cells);
        left -= choice.cost;
        proof = prove(attack, { count, need, effort });
      }
    }
    if ("lacking" in proof) {
      for (const other of hidden) publication.setStatus(other, "shown");
      publication.setStatus(cell, "secondary");
      users.putFirst(cell, count);
      return undefined;
    }
    renewed.set(count, proof.alternatives);
  }
  return renewed;
}
