/** The bytes of a file while it is written, in pieces of a few sizes however small what comes is. */
export class CollectedBytes {
  readonly #pieces: Buffer[] = [];
  #open = Buffer.allocUnsafe(firstPiece);
  #used = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Text stands for bytes: a letter for one, of a code below 256. */
  write(data: string | Uint8Array): void {
    this.#length += data.length;
    if (data.length > this.#open.length - this.#used) this.#next(data.length);
    if (typeof data === "string") this.#open.write(data, this.#used, "latin1");
    else this.#open.set(data, this.#used);
    this.#used += data.length;
  }

  /** A copy of all that is written so far. */
  whole(): Uint8Array {
    return Buffer.concat([...this.#pieces, this.#open.subarray(0, this.#used)], this.#length);
  }

  #next(least: number): void {
    this.#pieces.push(this.#open.subarray(0, this.#used));
    this.#open = Buffer.allocUnsafe(Math.max(least, Math.min(2 * this.#open.length, largestPiece)));
    this.#used = 0;
  }
}

const firstPiece = 1 << 16;
const largestPiece = 1 << 22;
