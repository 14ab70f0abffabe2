/** Numbers for combinations of numbers: one of each position, each below the position's size. */
export interface Combinations {
  numberOf(combination: ArrayLike<number>): number;
  /** What a combination has in one position. */
  at(number: number, position: number): number;
  /** The combination that differs in one position. */
  with(number: number, position: number, value: number): number;
  /** Orders by the last position first, whatever the numbers are. */
  compare(a: number, b: number): number;
}

/**
 * Mixed radix, where a number holds it exactly. Columns of names make more combinations than that (nine thousand firms, with
 * street, town and postcode: 10^15), of which a table has few: there each is numbered when it is first asked for.
 */
export function createCombinations(sizes: readonly number[]): Combinations {
  const all = sizes.reduce((product, size) => product * Math.max(1, size), 1);
  return all <= Number.MAX_SAFE_INTEGER ? mixedRadix(sizes) : numberedOnDemand();
}

function mixedRadix(sizes: readonly number[]): Combinations {
  const strides: number[] = [];
  let next = 1;
  for (const size of sizes) {
    strides.push(next);
    next *= Math.max(1, size);
  }
  const at = (number: number, position: number): number =>
    Math.floor(number / (strides[position] as number)) % Math.max(1, sizes[position] as number);
  return {
    numberOf(combination) {
      let number = 0;
      for (let position = 0; position < strides.length; position += 1)
        number += (combination[position] as number) * (strides[position] as number);
      return number;
    },
    at,
    with: (number, position, value) => number + (value - at(number, position)) * (strides[position] as number),
    compare: (a, b) => a - b,
  };
}

function numberedOnDemand(): Combinations {
  const numbers = new Map<string, number>();
  const combinations: (readonly number[])[] = [];
  function numberOf(combination: ArrayLike<number>): number {
    const values = Array.from(combination);
    const key = values.join();
    const known = numbers.get(key) ?? combinations.push(values) - 1;
    numbers.set(key, known);
    return known;
  }
  const combinationOf = (number: number) => combinations[number] as readonly number[];
  return {
    numberOf,
    at: (number, position) => combinationOf(number)[position] as number,
    with: (number, position, value) => numberOf(combinationOf(number).with(position, value)),
    compare(a, b) {
      const right = combinationOf(b);
      return combinationOf(a).reduceRight((order, own, position) => order || own - (right[position] as number), 0);
    },
  };
}
