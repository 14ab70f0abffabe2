import type { ClaimSpec } from "../claims/index.ts";
import type { ClaimProposal, TextSpan } from "../extract/index.ts";

/** A claim, and the words of the text that make it. */
export interface FoundClaim {
  readonly id: string;
  readonly spec: ClaimSpec;
  readonly span: TextSpan;
}

/**
 * Where a text makes claims whose words are known: each where its `text` first stands, whatever the case of its first letter, the
 * spaces between its words, quotation marks and a stop at its end. Those that it does not make have no span.
 */
export function findConfirmed(
  text: string,
  claims: Readonly<Record<string, ClaimSpec>>,
): { readonly found: readonly FoundClaim[]; readonly absent: readonly string[] } {
  const entries = Object.entries(claims);
  const found = entries.flatMap(([id, spec]) => {
    const span = spec.text === undefined ? undefined : spanOf(text, spec.text);
    return span ? [{ id, spec, span }] : [];
  });
  const known = new Set(found.map(({ id }) => id));
  return { found, absent: entries.flatMap(([id]) => (known.has(id) ? [] : [id])) };
}

const written = /\d[\d,]*(?:\.\d+)?/g;
const scales = [1, 100, 0.01, 1e3, 1e6, 1e9] as const;

/** Whether the words of a claim say a number in digits, and none that is the one it is judged by. Numbers in words are not read. */
export function statesAnother({ text = "", stated }: ClaimSpec, saysInWords: (text: string) => boolean): boolean {
  const value = stated?.value;
  if (value === undefined || saysInWords(text)) return false;
  const numbers = (text.match(written) ?? []).map((each) => Number(each.replaceAll(",", "")));
  const ratios = numbers.flatMap((one) => numbers.map((other) => one / other));
  const times = numbers.map((each) => (each - 1) * 100);
  const isIt = (each: number) => Math.abs(each - Math.abs(value)) <= Math.abs(value) * 0.02;
  return numbers.length > 0 && ![...numbers, ...ratios, ...times].some((each) => scales.some((by) => isIt(each * by)));
}

function spanOf(text: string, words: string): TextSpan | undefined {
  const parts = words
    .trim()
    .replace(/[.!?]$/u, "")
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&").replaceAll(/["“”„«»'‘’]/gu, "[\"“”„«»'‘’]"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("\\s+")}(?![\\p{L}\\p{N}])`, "iu");
  const match = pattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** Proposals of what no confirmed claim says already. */
export const unclaimed = (
  proposals: readonly ClaimProposal[],
  found: readonly FoundClaim[],
): readonly ClaimProposal[] =>
  proposals.filter(({ span }) => !found.some((claim) => span.start < claim.span.end && claim.span.start < span.end));
