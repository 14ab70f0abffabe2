import { distance } from "fastest-levenshtein";

/** The candidate nearest to a mistyped name, or undefined if none is near enough to be what was meant. */
function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const candidateDistance = distance(name.toLowerCase(), candidate.toLowerCase());
    if (candidateDistance < bestDistance) {
      best = candidate;
      bestDistance = candidateDistance;
    }
  }
  return best;
}

/** The hint for an unknown name: `Did you mean "rise"?`, or the list of what there is. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const known = [...candidates];
  const match = nearest(name, known);
  if (match !== undefined) return `Did you mean "${match}"?`;
  if (known.length === 0) return "There are none.";
  const shown = known.slice(0, 12).map((candidate) => `"${candidate}"`);
  return `Known: ${shown.join(", ")}${known.length > shown.length ? ` and ${known.length - shown.length} more` : ""}.`;
}
