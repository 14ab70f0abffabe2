/** Past it a text is copied by Node, below it sign by sign: to call Node takes as long as so many signs. */
const shortText = 16;

const lastAscii = 0x7f;

/** A text that grows, as UTF-8: each `+=` of a string makes an object larger than most of what is added, and the whole is copied in the end. */
export class SvgBytes {
  #bytes = Buffer.allocUnsafeSlow(1 << 15);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a text, or a part of it. */
  add(text: string, from = 0, to = text.length): void {
    // A sign of JavaScript's takes three bytes at most.
    this.#reserve(3 * (to - from));
    if (to - from > shortText) {
      this.#addByNode(text, from, to);
      return;
    }
    for (let index = from; index < to; index += 1) {
      const code = text.charCodeAt(index);
      if (code > lastAscii) {
        this.#addByNode(text, index, to);
        return;
      }
      this.#bytes[this.#length] = code;
      this.#length += 1;
    }
  }

  /** Adds what stands there already. */
  addAgain(from: number, to: number): void {
    this.#reserve(to - from);
    this.#bytes.copyWithin(this.#length, from, to);
    this.#length += to - from;
  }

  /** What was added from there on is not. */
  backTo(length: number): void {
    this.#length = length;
  }

  toString(): string {
    return this.#bytes.toString("utf8", 0, this.#length);
  }

  #addByNode(text: string, from: number, to: number): void {
    const part = to - from === text.length ? text : text.slice(from, to);
    this.#length += this.#bytes.write(part, this.#length, "utf8");
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#length + count));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
