import type { NamedFigure } from "../language/index.ts";
import type { FindNames } from "./audit-figures.ts";

/** Finds declared names, each as it is written and as a whole, and what `findNames` does. */
export function findDeclaredNames(declared: readonly string[], findNames: FindNames): FindNames {
  const names = declared.filter((name) => /\p{N}/u.test(name));
  if (names.length === 0) return findNames;
  const escaped = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?:${escaped.join("|")})(?![\\p{L}\\p{N}%‰]|[.,]\\p{N}|\\s?%)`,
    "gu",
  );
  return (text): readonly NamedFigure[] => [
    ...findNames(text),
    ...[...text.matchAll(pattern)].map(({ 0: found, index }) => ({ index, length: found.length })),
  ];
}
