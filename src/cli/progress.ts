import type { OutputStream } from "./terminal.ts";

/** One line that is written over as work goes on; nothing at all in a pipe. */
export interface Progress {
  show(text: string): void;
  /** Takes the line away, to make room for another or at the end. */
  clear(): void;
}

export function createProgress({ isTerminal, columns, paint, write }: OutputStream): Progress {
  if (!isTerminal) return { show() {}, clear() {} };
  // Carriage return, then ECMA-48 EL: erase to the end of the line.
  const erase = "\r\x1B[K";
  return {
    show: (text) => write(`${erase}${paint("dim", text.slice(0, columns - 1))}`),
    clear: () => write(erase),
  };
}
