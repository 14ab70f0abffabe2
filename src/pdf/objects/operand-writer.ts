import { fine, num } from "./number.ts";

/** Past it a text is copied by Node, below it sign by sign: to call Node takes as long as so many signs. */
const shortText = 16;

/** More than a number takes, with its space. */
const numberLength = 32;

const [space, lineEnd, minus, point, zero] = [32, 10, 45, 46, 48] as const;

/**
 * Operators of a content stream, as the bytes that they are in the file. Texts of them would be made to be copied: three of a number,
 * and one more for each operand of a line.
 */
export class OperandWriter {
  #bytes = Buffer.allocUnsafeSlow(1 << 14);
  #length = 0;

  /** How many bytes are written. */
  get length(): number {
    return this.#length;
  }

  /** A number of three decimals at most, as `num` has it, and a space. */
  num(value: number): this {
    return this.#decimal(value, 1000, num);
  }

  /** The same without the space: the last one of a list. */
  lastNum(value: number): this {
    this.num(value);
    this.#length -= 1;
    return this;
  }

  /** A number of five decimals at most, as `fine` has it, and a space. */
  fine(value: number): this {
    return this.#decimal(value, 100_000, fine);
  }

  /** A point. */
  pair([x, y]: readonly [x: number, y: number]): this {
    return this.num(x).num(y);
  }

  /** As it is, in Latin-1. */
  text(text: string): this {
    this.#reserve(text.length);
    if (text.length > shortText) this.#length += this.#bytes.write(text, this.#length, "latin1");
    else for (let index = 0; index < text.length; index += 1) this.#add(text.charCodeAt(index));
    return this;
  }

  /** As it is, at the end of its line. */
  operator(text: string): this {
    this.text(text).#reserve(1);
    this.#add(lineEnd);
    return this;
  }

  /** What is written from there on is not. */
  backTo(length: number): void {
    this.#length = length;
  }

  /** All that is written, or from there on. What is written later may stand in the same bytes. */
  bytes(from = 0): Uint8Array {
    return this.#bytes.subarray(from, this.#length);
  }

  /** The same as a text. */
  toString(): string {
    return this.#bytes.toString("latin1", 0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#length + count));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  #add(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** @param one 1, in the last of its decimals. */
  #decimal(value: number, one: number, asText: (value: number) => string): this {
    const scaled = Math.round(value * one);
    // Below it all digits are those of the nearest number that JavaScript has.
    if (!(Math.abs(scaled) < 1e9 * one)) return this.text(asText(value)).text(" ");
    this.#reserve(numberLength);
    if (scaled < 0) this.#add(minus);
    const digits = Math.abs(scaled);
    const whole = Math.floor(digits / one);
    let highest = 1;
    while (highest * 10 <= whole) highest *= 10;
    this.#digits(whole, highest, 1);
    const part = digits - whole * one;
    if (part > 0) {
      this.#add(point);
      this.#digits(part, one / 10, 0);
    }
    this.#add(space);
    return this;
  }

  /** From the digit of that place on: down to the last one, or until nothing is left. */
  #digits(value: number, highest: number, lowest: number): void {
    let rest = value;
    for (let place = highest; place >= lowest && (lowest > 0 || rest > 0); place /= 10) {
      const digit = Math.floor(rest / place);
      this.#add(zero + digit);
      rest -= digit * place;
    }
  }
}
