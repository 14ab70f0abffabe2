import { hasNumeral } from "../../language/index.ts";

/** A figure with the separators inside it, and the sign or unit that touches it. */
const figure = /\p{Sc}?\p{N}+(?:[.,:/–-]?\p{N}+)*[%‰]?/gu;

/** The figures in a text that no literal covers. A literal covers itself, and no part of a longer figure. */
export function typedFigures(text: string, literals: readonly string[]): readonly string[] {
  if (!hasNumeral(text)) return [];
  const said = literals.filter((literal) => literal !== "" && text.includes(literal));
  const longestFirst = said.length < 2 ? said : said.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, literal) => {
    const escaped = literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
    return left.replaceAll(new RegExp(String.raw`(?<!\p{N}|\p{N}[.,])${escaped}(?!\p{N}|[.,]\p{N})`, "gu"), " ");
  }, text);
  return rest.match(figure) ?? [];
}
