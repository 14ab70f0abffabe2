import type { OutputStream } from "./terminal.ts";

/** How far a run is. */
export interface ProgressState {
  readonly finished: number;
  readonly failed: number;
  readonly total: number;
  /** Of what was finished last. */
  readonly name: string;
}

/** One line that is written over as work goes on; nothing at all in a pipe. */
export interface Progress {
  show(state: ProgressState): void;
  /** Takes the line away, to make room for another or at the end. */
  clear(): void;
}

/** @param done how much was finished before the run. */
export function createProgress({ isTerminal, columns, paint, write }: OutputStream, done = 0): Progress {
  if (!isTerminal) return { show() {}, clear() {} };
  // Carriage return, then ECMA-48 EL: erase to the end of the line.
  const erase = "\r\x1B[K";
  const start = performance.now();
  return {
    show(state) {
      const msEach = (performance.now() - start) / Math.max(1, state.finished - done);
      write(`${erase}${paint("dim", progressLine(state, msEach).slice(0, columns - 1))}`);
    },
    clear: () => write(erase),
  };
}

const barWidth = 20;

/** `███████░░░░░░░░░░░░░ 15/43, 2 failed, 40 s left: kent` */
export function progressLine({ finished, failed, total, name }: ProgressState, msEach: number): string {
  const full = Math.round((barWidth * finished) / Math.max(1, total));
  const parts = [
    `${finished}/${total}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(finished < total ? [`${durationOf((total - finished) * msEach)} left`] : []),
  ];
  return `${"█".repeat(full)}${"░".repeat(barWidth - full)} ${parts.join(", ")}: ${name}`;
}

/** In the largest unit of which there are two or more. */
function durationOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
