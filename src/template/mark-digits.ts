import { markEnd, positionStart } from "./traced-text.ts";

/** The mark that says where the digits after it were typed. */
export const positionMark = (index: number): string => `${positionStart}${index}${markEnd}`;

/** Digits of any script, and the number signs that read as figures: ½, ², Ⅷ. */
const digitRun = /\p{N}+/gu;

/** Puts a position mark before every run of digits. `positionAt` gets the offset of the run and gives a position's index. */
export function markDigits(text: string, positionAt: (offset: number) => number): string {
  return text.replaceAll(digitRun, (digits, offset: number) => `${positionMark(positionAt(offset))}${digits}`);
}
