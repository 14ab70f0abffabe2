import type { Diagnostics } from "../../diagnostics/index.ts";
import type { TimeAxis } from "../recipes/time-axis.ts";
import type { PeriodTimes } from "../recipes/time-steps.ts";

interface CheckPeriodsOptions extends Pick<TimeAxis, "holds">, Pick<PeriodTimes, "unlike"> {
  readonly recipe: string;
  readonly diagnostics: Diagnostics;
}

/** Refuses a line from a month to a year, whose counts are of other lengths of time; columns of both are warned of, and cells are read one by one. */
export function checkPeriods({ holds, unlike, recipe, diagnostics }: CheckPeriodsOptions): void {
  if (!unlike || holds === "cells") return;
  const [short, long] = unlike;
  const isOfLines = holds === "lines";
  (isOfLines ? diagnostics.error : diagnostics.warn)({
    code: "chart-mixed-periods",
    message: `${recipe} is given periods of unlike lengths: ${short} is shorter than ${long}.`,
    hint: isOfLines
      ? "Give it those of one length: a line between them would show a rise or a fall that is one of the calendar."
      : "Give it those of one length, or say beside the chart that they are not: what is counted in a longer time is more.",
  });
}
