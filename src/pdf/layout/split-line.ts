import type { Fragment, LineFragment } from "./fragment.ts";

/**
 * A line in document order with the floats that are anchored between its words: parts of the line, each in the same place as
 * the whole, with the floats between them. What is drawn once for the whole line goes with the first part.
 */
export function withFloats(line: LineFragment, floats: readonly Fragment[]): readonly Fragment[] {
  const { anchors = [], ...whole } = line;
  const parts: Fragment[] = [];
  let from = { runs: 0, atoms: 0 };
  for (const [index, float] of floats.entries()) {
    const to = anchors[anchors.length - floats.length + index] ?? from;
    parts.push(partOf(whole, from, to), float);
    from = to;
  }
  return [...parts, partOf(whole, from, { runs: line.runs.length, atoms: line.atoms.length })];
}

type Position = NonNullable<LineFragment["anchors"]>[number];

function partOf(line: LineFragment, from: Position, to: Position): LineFragment {
  const isFirst = from.runs === 0 && from.atoms === 0;
  return {
    ...line,
    runs: line.runs.slice(from.runs, to.runs),
    atoms: line.atoms.slice(from.atoms, to.atoms),
    runsBefore: line.runsBefore.slice(from.atoms, to.atoms).map((count) => count - from.runs),
    ...(!isFirst && { backgrounds: [], links: [], marks: [] }),
  };
}
