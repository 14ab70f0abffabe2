/** So few codes have letters alone, beside so many others with numbers. */
const [mostOdd, fewestNumbered] = [1 / 4, 4];

/**
 * The codes without a number among others that all have one: `NSA` beside `D11`, `D12`. They may be what lies in no area that is known, or all of them; nothing
 * says which. None where others are called otherwise.
 */
export function codesOfAnotherLook(names: readonly string[]): readonly string[] {
  const numbered = names.filter((name) => /^\p{Lu}{0,4}[ -]?\d/u.test(name.trim()) && !/\p{Ll}/u.test(name));
  const odd = names.filter((name) => /^\p{Lu}{2,4}$|^N\/A$/u.test(name.trim()));
  const areAll = numbered.length + odd.length === names.length;
  return areAll && numbered.length >= fewestNumbered && odd.length <= numbered.length * mostOdd ? odd : [];
}
