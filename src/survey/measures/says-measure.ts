import { unitInHeading } from "./guess-unit.ts";
import { isOfChange, isOfCounts, isOfMoney, saysPercent, saysRate } from "./measure-kind.ts";

/** Whether a name says how something is measured, and is that of no group: `Per cent of homes`, `Number of homes`, `Rent (£)`. */
export const saysMeasure = (name: string): boolean =>
  saysPercent(name, []) ||
  saysRate(name) ||
  isOfMoney(name) ||
  isOfChange(name) ||
  isOfCounts(name) ||
  unitInHeading(name).unit !== undefined;
