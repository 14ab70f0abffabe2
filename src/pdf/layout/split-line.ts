import type { BlockLevelBox } from "../box/box.ts";
import type { Fragment, LineFragment } from "./fragment.ts";

interface Position {
  readonly runs: number;
  readonly atoms: number;
}

/**
 * A line in document order with the floats that are anchored among its words: parts of the line, each in the same position as
 * the whole, with the floats between them; last come those whose word went to the next line. What is drawn once for the
 * whole line goes with the first part.
 */
export function withFloats(
  line: LineFragment,
  floats: readonly BlockLevelBox[],
  fragmentOf: (float: BlockLevelBox) => Fragment,
): readonly Fragment[] {
  const { anchors = [], ...whole } = line;
  const end = { runs: line.runs.length, atoms: line.atoms.length };
  const parts: Fragment[] = [];
  let from: Position = { runs: 0, atoms: 0 };
  for (const float of floats) {
    const to = anchors.find((anchor) => anchor.float === float) ?? end;
    if (from !== end) parts.push(partOf(whole, from, to));
    parts.push(fragmentOf(float));
    from = to;
  }
  return from === end ? parts : [...parts, partOf(whole, from, end)];
}

function partOf(line: LineFragment, from: Position, to: Position): LineFragment {
  const isFirst = from.runs === 0 && from.atoms === 0;
  const part = {
    ...line,
    runs: line.runs.slice(from.runs, to.runs),
    atoms: line.atoms.slice(from.atoms, to.atoms),
    runsBefore: line.runsBefore.slice(from.atoms, to.atoms).map((count) => count - from.runs),
  };
  return isFirst ? part : { ...part, backgrounds: [], links: [], marks: [] };
}
