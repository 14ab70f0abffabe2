/** A figure with the separators inside it, and the sign or unit that touches it. */
const figure = /\p{Sc}?\p{N}+(?:[.,:/–-]?\p{N}+)*[%‰]?/gu;

/** The figures in a text that no literal covers. A literal covers itself, and no part of a longer figure. */
export function typedFigures(text: string, literals: readonly string[]): readonly string[] {
  if (!/\p{N}/u.test(text)) return [];
  const longestFirst = literals.filter(Boolean).toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, literal) => {
    if (!left.includes(literal)) return left;
    const escaped = literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
    return left.replaceAll(new RegExp(String.raw`(?<!\p{N}|\p{N}[.,])${escaped}(?!\p{N}|[.,]\p{N})`, "gu"), " ");
  }, text);
  return [...rest.matchAll(figure)].map(([found]) => found);
}
