import { describe, test } from "vitest";
import type { Alternative, Attack } from "../../../src/dataset/disclosure/attack.ts";
import { chooseParts } from "../../../src/dataset/disclosure/choose-parts.ts";
import { chooseCheaper, chooseSecondaries } from "../../../src/dataset/disclosure/choose-secondaries.ts";
import { chooseTogether } from "../../../src/dataset/disclosure/choose-together.ts";
import { needOfHidden, needOfUnknown } from "../../../src/dataset/disclosure/need.ts";
import { protectCount } from "../../../src/dataset/disclosure/protect-count.ts";
import { protectCounts } from "../../../src/dataset/disclosure/protect-counts.ts";
import { type Effort, type Proof, prove } from "../../../src/dataset/disclosure/prove.ts";
import { ruinAndRecreate } from "../../../src/dataset/disclosure/ruin-and-recreate.ts";
import { showAgain } from "../../../src/dataset/disclosure/show-again.ts";
import { solveAlternative } from "../../../src/dataset/disclosure/solve-alternative.ts";
import type { OpenProgram, Solver } from "../../../src/dataset/disclosure/solver.ts";
import { expectFirst } from "../../support/expect-first.ts";
import { inPart } from "../../support/trials.ts";
import { variedTable } from "./varied-table.ts";

/*
 * Which cells are hidden is part of what is published: a later edition keeps them hidden. So another choice is a change that
 * users see, and so is a choice that takes more work. What stands in expected/ is reviewed as such.
 */

const seeds = Array.from({ length: inPart(30, 6) }, (_, index) => index + 1);

const primariesOf = ({ table, publication }: Attack): readonly number[] =>
  [...table.gridOf.keys()]
    .filter((cell) => publication.statusOf(cell) === "primary")
    .map((cell) => table.countsOf[cell]?.[0] as number);

/** The work that something takes: corners of boxes, pivots and programmes. */
function workOf<T>({ work, blocks, solver }: Attack, act: () => T): readonly [T, string] {
  const before = [work.corners, blocks.pivots, solver.programs] as const;
  const found = act();
  const after = [work.corners, blocks.pivots, solver.programs] as const;
  return [found, after.map((now, index) => now - (before[index] as number)).join("/")];
}

/** An attack that counts how often the programmes are asked that are kept open, and their pivots. */
function counting(attack: Attack): { readonly attack: Attack; readonly asked: () => string } {
  const opened: OpenProgram[] = [];
  let times = 0;
  const open: Solver["open"] = (...asked): OpenProgram => {
    const own = attack.solver.open(...asked);
    const solve = () => {
      times += 1;
      return own.solve();
    };
    const counted = Object.assign(Object.create(own) as OpenProgram, { solve });
    opened.push(counted);
    return counted;
  };
  const solver: Solver = { ...attack.solver, open };
  return {
    attack: { ...attack, solver },
    asked: () =>
      `${opened.length} opened, ${times} asked, ${opened.reduce((sum, { pivots }) => sum + pivots, 0)} pivots`,
  };
}

const cellsText = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replaceAll(" ", "-")).join(" ") || "none";

const proofText = (proof: Proof, say: (alternative: Alternative) => unknown): string =>
  "lacking" in proof
    ? `lacks ${proof.lacking[0]}`
    : proof.alternatives.map((each) => JSON.stringify(say(each)).replaceAll('"', "")).join(" ");

describe("the same table has the same cells hidden, by the same work", () => {
  test("for one count after another", async () => {
    const lines = seeds.flatMap((seed) => {
      const { own, open } = variedTable(seed);
      const { attack, sayCells, say } = open();
      const need = needOfHidden(own);
      return primariesOf(attack)
        .slice(0, 3)
        .flatMap((count) => {
          const name = `${seed} ${cellsText(sayCells([attack.table.cellOf[count] as number]))}`;
          const proofs = (["boxes", "programmes", "all", "as-chosen"] as const).map((effort: Effort) => {
            const [proof, work] = workOf(attack, () => prove(attack, { count, need, effort }));
            return { effort, found: `${proofText(proof, say)} (${work})` };
          });
          // One that finds nothing new is not written again.
          const others = proofs.filter(({ found }, index) => found !== proofs[index - 1]?.found);
          const width = workOf(attack, () =>
            prove(attack, { count, need: needOfUnknown(own, attack.table.values[count] as number), effort: "all" }),
          );
          const ends = (["up", "down"] as const).map(
            (kind) => JSON.stringify(say(solveAlternative(attack, count, { kind, by: 3 }))) ?? "none",
          );
          const choices = [0, 1, 2].map((attempt) => {
            const lacking = [own.to + 1];
            const [choice, work] = workOf(attack, () => chooseSecondaries(attack, { count, need, lacking, attempt }));
            return `${name} choice ${attempt}: ${choice ? `${cellsText(sayCells(choice.cells))} for ${choice.cost}` : "nothing"} (${work})`;
          });
          const cheaper = [4, 12, 40].map((below) => {
            const [choice, work] = workOf(attack, () => chooseCheaper(attack, { count, need, below }));
            return `${name} below ${below}: ${choice ? `${cellsText(sayCells(choice.cells))} for ${choice.cost}` : "nothing"} (${work})`;
          });
          return [
            ...others.map(({ effort, found }) => `${name} proof by ${effort}: ${found}`),
            `${name} open: ${proofText(width[0], say)} (${width[1]})`,
            `${name} up and down: ${ends.join(" ")}`,
            ...choices,
            ...cheaper,
          ];
        });
    });
    await expectFirst(`${lines.join("\n")}\n`, new URL("expected/choices-of-one.txt", import.meta.url));
  });

  test("for all counts of a table", async () => {
    const lines = seeds.map((seed) => {
      const { attack, secondaries, sayCells } = variedTable(seed).open();
      const primaries = primariesOf(attack);
      const [{ exposed, proofs }, work] = workOf(attack, () =>
        protectCounts({ attack, primaries, unknown: new Set(primaries.filter((count) => count % 5 === 0)) }),
      );
      const open = sayCells(exposed.map((count) => attack.table.cellOf[count] as number));
      const size = [...proofs.values()].flat().reduce((sum, each) => sum + each.size, 0);
      return `${seed}: ${cellsText(secondaries())}; exposed ${cellsText(open)}; ${proofs.size} proofs of ${size} changes (${work})`;
    });
    await expectFirst(`${lines.join("\n")}\n`, new URL("expected/choices-of-all.txt", import.meta.url));
  });

  test.each([
    ["shown-again", showAgain, seeds],
    ["torn-down", ruinAndRecreate, [3, 5, 12].slice(0, inPart(3, 1))],
    ["as-a-whole", chooseTogether, seeds],
    ["in-parts", chooseParts, seeds],
  ])("when a choice is looked at again: %s", async (name, improve, some) => {
    const lines = some.flatMap((seed) => {
      const { own, open } = variedTable(seed);
      const { attack: given, secondaries } = open();
      const { attack, asked } = counting(given);
      const need = needOfHidden(own);
      const proofs = new Map<number, readonly Alternative[]>();
      for (const count of primariesOf(attack)) {
        const found = protectCount(attack, count, need);
        if (found) proofs.set(count, found);
      }
      const before = cellsText(secondaries());
      const [, work] = workOf(attack, () => improve(attack, proofs, () => need));
      return [`${seed} from ${before}`, `${seed} to   ${cellsText(secondaries())} (${work}; ${asked()})`];
    });
    await expectFirst(`${lines.join("\n")}\n`, new URL(`expected/choices-${name}.txt`, import.meta.url));
  });
});
