/** A figure as a description prints it, and how far what it stands for may lie from it. */
export interface Printed {
  readonly text: string;
  readonly value: number;
  /** Half of its last digit. */
  readonly within: number;
  readonly decimals: number;
  readonly isShare: boolean;
}

/** Digits with separators, a minus, a per cent sign. */
export const figurePattern = "[−-]?\\d[\\d,]*(?:\\.\\d+)?%?";

export function readPrinted(text: string | undefined): Printed | undefined {
  const [found, minus, whole = "", part = "", sign] =
    /^([−-]?)([\d,]+)(?:\.(\d+))?(%?)$/.exec(text?.trim() ?? "") ?? [];
  if (found === undefined) return undefined;
  const value = Number(`${minus ? "-" : ""}${whole.replaceAll(",", "")}${part ? `.${part}` : ""}`);
  const unit = sign ? 0.01 : 1;
  return {
    text: found,
    value: value * unit,
    within: 0.5 * 10 ** -part.length * unit,
    decimals: part.length,
    isShare: sign !== "",
  };
}

/** Whether a figure may be printed so. */
export const isPrintedAs = (value: number, printed: Printed | undefined): boolean =>
  printed !== undefined && Math.abs(value - printed.value) <= printed.within * (1 + 1e-6) + Math.abs(value) * 1e-9;

/** As figures are written where nothing says otherwise: three decimals, or three digits below 1. */
export function writeFigure(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  const most = Number.isInteger(size) ? 0 : Math.min(12, Math.max(3, 2 - Math.floor(Math.log10(size))));
  // What is computed has last bits that nobody prints: half goes up, also where it is a bit less.
  const shown = Math.round(Number(size.toPrecision(15)) * 10 ** most * (1 + 1e-15)) / 10 ** most;
  const text = shown.toLocaleString("en-GB", { maximumFractionDigits: most });
  return value < 0 && shown !== 0 ? `−${text}` : text;
}

/** How two figures of one chart are told apart: as written by themselves, or with as many decimals as the chart prints. */
export function areWrittenAlike(a: number, b: number, printed: Printed): boolean {
  if (!isPrintedAs(a, printed) || !isPrintedAs(b, printed)) return false;
  return writeFigure(a) === writeFigure(b) || printed.isShare || printed.decimals > 0;
}
