import { hasNumeral } from "../../language/index.ts";

/** A figure with the separators inside it, and the sign or unit that touches it. */
const figure = /\p{Sc}?\p{N}+(?:[.,:/–-]?\p{N}+)*[%‰]?/gu;

/** From the first character to the one behind the last. */
export interface FigureSpan {
  readonly start: number;
  readonly end: number;
}

/** Where the figures of a text stand. */
export const figureSpans = (text: string): readonly FigureSpan[] =>
  [...text.matchAll(figure)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

/** Areas and volumes: the power of a unit is no figure. */
const powersOfUnits = /(?<![\p{L}\p{N}])([kcdm]?m|mi|yd|ft)[²³23](?![\p{L}\p{N}])/gu;

/** The figures in a text that no literal covers. A literal covers itself, and no part of a longer figure. */
export function typedFigures(text: string, literals: readonly string[]): readonly string[] {
  if (!hasNumeral(text)) return [];
  const said = literals.filter((literal) => literal !== "" && text.includes(literal));
  const longestFirst = said.length < 2 ? said : said.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, literal) => withoutLiteral(left, literal), text);
  return rest.replaceAll(powersOfUnits, "$1").match(figure) ?? [];
}

const continues = /^(?:\p{N}|[.,]\p{N})/u;
const isContinued = /\p{N}[.,]?$/u;

/** With a space for each place where a literal stands and is no part of a longer figure. */
function withoutLiteral(text: string, literal: string): string {
  let rest = "";
  let from = 0;
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, from)) {
    const end = at + literal.length;
    const isPart = isContinued.test(text.slice(0, at)) || continues.test(text.slice(end));
    rest += isPart ? text.slice(from, at + 1) : `${text.slice(from, at)} `;
    from = isPart ? at + 1 : end;
  }
  return rest + text.slice(from);
}
