import type { Fragment, LineFragment } from "../layout/fragment.ts";

/** Which lines of the flow the pages have shown. */
export interface Ledger {
  note(line: LineFragment): void;
  /** Whether each line of the tree was noted once. */
  agreesWith(root: Fragment): boolean;
}

/**
 * Boxes side by side are divided at one height, and what lies askew of it could be lost or shown twice. The ledger knows,
 * whatever the layout thought.
 */
export function createLedger(): Ledger {
  const noted = new Set<LineFragment>();
  let isTwice = false;
  return {
    note(line) {
      isTwice ||= noted.has(line);
      noted.add(line);
    },
    agreesWith: (root) => !isTwice && countLines(root) === noted.size,
  };
}

function countLines(fragment: Fragment): number {
  if (fragment.kind === "image") return 0;
  let count = fragment.kind === "line" ? 1 : 0;
  for (const child of fragment.kind === "line" ? fragment.atoms : fragment.children) count += countLines(child);
  return count;
}
