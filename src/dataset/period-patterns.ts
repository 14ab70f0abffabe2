import { englishMonths, monthWordsOf } from "./month-names.ts";
import { dayLooks } from "./period-looks/day-looks.ts";
import type { LookWords, PeriodLook } from "./period-looks/look.ts";
import { monthLooks } from "./period-looks/month-looks.ts";
import { partLooks } from "./period-looks/part-looks.ts";
import { quarterWordsOf } from "./period-looks/quarter-words.ts";
import { yearLooks } from "./period-looks/year-looks.ts";

/**
 * Every look of a label with the names of one language. What most labels and all ids have goes first: an expression is compiled when it is
 * first tried.
 */
function looksWith(words: LookWords): readonly PeriodLook[] {
  const [day, ...days] = dayLooks(words);
  const [year, ...years] = yearLooks;
  const often = [year, day].flatMap((look) => look ?? []);
  return [...often, ...years, ...monthLooks(words), ...partLooks(words), ...days];
}

export const englishLooks: readonly PeriodLook[] = looksWith({ months: englishMonths, quarter: undefined });

/** @param lang BCP 47 language of the labels. English is read in all of them. */
export function periodLooks(lang: string | undefined): readonly PeriodLook[] {
  const months = monthWordsOf(lang);
  if (months === englishMonths) return englishLooks;
  return looksWith({ months, quarter: lang === undefined ? undefined : quarterWordsOf(lang) });
}
