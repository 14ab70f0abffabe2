import type { Terminal } from "./terminal.ts";

/** Set for a process that another one watches over while it reads. */
export const supervisedVariable = "BRIEFWRIGHT_SUPERVISED";

export const isSupervised = ({ env }: Pick<Terminal, "env">): boolean =>
  env[supervisedVariable] === "1" && process.send !== undefined;

/** Says that the data is read and the plan is made: what comes after is done by workers, which have limits of their own. */
export function tellPlanned(terminal: Pick<Terminal, "env">): void {
  if (isSupervised(terminal)) process.send?.("planned");
}
