import type { ElementContent } from "hast";
import { h } from "hastscript";
import { type Evidence, eachCellOnce } from "../claims/index.ts";
import type { Observation } from "../dataset/index.ts";
import type { TrailTools } from "../document/index.ts";
import type { CellWriter } from "./cell-writer.ts";
import type { TrailInput } from "./trail-input.ts";
import { sourceKey } from "./trail-sources.ts";

/** Cells that several figures rest on, and that are written once. */
export interface CellSet {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

export interface CellSets {
  /** The cells that stand beside a figure, each once, and those that it refers to. */
  divide(evidence: readonly Evidence[]): { readonly own: readonly Evidence[]; readonly shared: CellSet | undefined };
  link(set: CellSet): ElementContent;
  /** All sets that figures refer to. */
  written(remarks: (evidence: readonly Evidence[]) => readonly ElementContent[]): readonly ElementContent[];
}

/** A figure names so many cells itself, and so many that it is compared with. */
const mostOwn = 12;
const mostCompared = 6;

const isCompared = ({ role }: Evidence): boolean => role.startsWith("among");

export function createCellSets({ words }: Pick<TrailInput, "words">, tools: TrailTools, cells: CellWriter): CellSets {
  const numbers = new Map<Observation, number>();
  const sets = new Map<string, CellSet>();
  const numberOf = (observation: Observation): number => {
    const number = numbers.get(observation) ?? numbers.size;
    numbers.set(observation, number);
    return number;
  };
  const setOf = (evidence: readonly Evidence[]): CellSet => {
    const key = evidence
      .map(({ observation }) => numberOf(observation))
      .sort((a, b) => a - b)
      .join();
    const set = sets.get(key) ?? { id: tools.newId("trail-cells"), evidence };
    sets.set(key, set);
    return set;
  };
  const title = ({ evidence }: CellSet): ElementContent =>
    tools.trace({ kind: "metadata" }, `${words.document.trail.cells(evidence.length)}: ${cells.subject(evidence)}`);

  return {
    divide(evidence) {
      const compared = eachCellOnce(evidence.filter(isCompared));
      const isLong = compared.length > mostCompared;
      const own = eachCellOnce(isLong ? evidence.filter((item) => !isCompared(item)) : evidence);
      if (own.length > mostOwn) return { own: [], shared: setOf(eachCellOnce(evidence)) };
      return { own, shared: isLong ? setOf(compared) : undefined };
    },
    link: (set) => h("a", { href: `#${set.id}` }, [title(set)]),
    written: (remarks) =>
      [...sets.values()].map((set) => {
        const isOfOneSource = new Set(set.evidence.map(sourceKey)).size === 1;
        return h("section", { className: ["trail-entry"], ariaLabelledBy: [set.id] }, [
          h("h3", { id: set.id }, [title(set)]),
          ...cells
            .lines(set.evidence, { isOfOneSource })
            .map((line) => h("p", [tools.trace({ kind: "metadata" }, line)])),
          ...remarks(set.evidence),
        ]);
      }),
  };
}
