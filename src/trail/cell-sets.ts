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
  /** From 1, in the order in which figures refer to them. */
  readonly number: number;
  readonly evidence: readonly Evidence[];
}

/** The cells that stand beside a figure, each once, and those that it refers to. */
export interface DividedCells {
  readonly own: readonly Evidence[];
  readonly shared: CellSet | undefined;
}

export interface CellSets {
  divide(evidence: readonly Evidence[]): DividedCells;
  /** What a figure calls the set that it rests on: no link, because a table may have hundreds of such figures. */
  name(set: CellSet): ElementContent;
  /** The one link from an entry to the sets of its figures: to the set, or to where all sets begin. */
  link(sets: readonly CellSet[]): readonly ElementContent[];
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
    const set = sets.get(key) ?? { id: tools.newId("trail-cells"), number: sets.size + 1, evidence };
    sets.set(key, set);
    return set;
  };
  const metadata = (text: string): ElementContent => tools.trace({ kind: "metadata" }, text);
  const title = ({ number, evidence }: CellSet): ElementContent =>
    metadata(`${words.document.trail.set(number, evidence.length)}: ${cells.subject(evidence)}`);
  let headingId: string | undefined;

  return {
    divide(evidence) {
      const compared = eachCellOnce(evidence.filter(isCompared));
      const isLong = compared.length > mostCompared;
      const own = eachCellOnce(isLong ? evidence.filter((item) => !isCompared(item)) : evidence);
      if (own.length > mostOwn) return { own: [], shared: setOf(eachCellOnce(evidence)) };
      return { own, shared: isLong ? setOf(compared) : undefined };
    },
    name: ({ number }) => metadata(words.document.trail.inSet(number)),
    link(found) {
      const [first, ...others] = new Set(found);
      if (!first) return [];
      if (others.length === 0) return [h("a", { href: `#${first.id}` }, [title(first)])];
      headingId ??= tools.newId("trail-sets");
      return [h("a", { href: `#${headingId}` }, words.document.trail.sets)];
    },
    written(remarks) {
      const heading = headingId === undefined ? [] : [h("h3", { id: headingId }, words.document.trail.sets)];
      const level = headingId === undefined ? "h3" : "h4";
      const sections = [...sets.values()].map((set) => {
        const isOfOneSource = new Set(set.evidence.map(sourceKey)).size === 1;
        return h("section", { className: ["trail-entry"] }, [
          h(level, { id: set.id }, [title(set)]),
          ...cells.lines(set.evidence, { isOfOneSource }).map((line) => h("p", [metadata(line)])),
          ...remarks(set.evidence),
        ]);
      });
      return [...heading, ...sections];
    },
  };
}
