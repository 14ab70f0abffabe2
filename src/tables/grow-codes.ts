/** A list of small numbers that grows; what was never set is 0. */
export interface Codes {
  set(index: number, code: number): void;
  /** So many of them, from the first. */
  take(length: number): Uint32Array;
}

export function createCodes(): Codes {
  let codes = new Uint32Array(8);
  return {
    set(index, code) {
      if (index >= codes.length) {
        const grown = new Uint32Array(Math.max(index + 1, codes.length * 2));
        grown.set(codes);
        codes = grown;
      }
      codes[index] = code;
    },
    take(length) {
      if (codes.length >= length) return codes.slice(0, length);
      const whole = new Uint32Array(length);
      whole.set(codes);
      return whole;
    },
  };
}
