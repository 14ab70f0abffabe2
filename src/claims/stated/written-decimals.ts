import { decimalsOf } from "../../language/index.ts";
import type { StatedSpec } from "../spec/claim-spec.ts";

/** How many decimals the number was written with: 0 of 46, 1 of 46.5, and of 17.0, which its step of 0.1 tells from 17. */
export function writtenDecimals({ value = 0, step }: StatedSpec): number {
  return Math.max(decimalsOf(value), step === undefined || !isDecimal(step) ? 0 : decimalsOf(step));
}

/** 0.1 and 0.01 are decimals that were written; 0.5 is how freely people say "doubled". */
const isDecimal = (step: number): boolean => /^0\.0*1$/.test(String(step));
