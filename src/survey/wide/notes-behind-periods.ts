import type { WideGuess } from "./wide-guess.ts";

/** What headings of periods look like that have the number of a note behind them, as most others have none: `2011 2)` beside `2010`, and no other `2011`. */
export function notesBehindPeriods(
  read: readonly { readonly found: string; readonly rest: string }[],
): readonly string[] {
  const noted = read.filter(({ rest }) => noteBehind.test(rest));
  const told = read.filter(({ rest }) => rest === "{}").concat(noted);
  const isOnce = new Set(told.map(({ found }) => found)).size === told.length;
  return isOnce && noted.length < told.length / 2 ? [...new Set(noted.map(({ rest }) => rest))] : [];
}
const noteBehind = /^\{\} ?(?:\d{1,2}\)|\(\d{1,2}\)|\[\d{1,2}\])$/u;

/** A series of periods some of whose headings have the number of a note behind them: what says more is tried first. */
export const withNotesBehind = (wide: WideGuess, notes: readonly string[], dimension: string): WideGuess =>
  notes.length === 0
    ? wide
    : {
        ...wide,
        columns: [...notes.map((rest) => rest.replace("{}", `{${dimension}}`)), ...[wide.columns].flat()],
      };

/**
 * Periods whose headings have a sign behind them, as others have none: `2012 January**` beside `2011 December`. It refers to a note, also behind
 * the period of a measure: `Thefts 2016*` beside `Thefts 2015`. Or the status of their figures, where no two are of one period: `2019p`, `2019 | provisional`.
 * For each, what is left without it.
 */
export function marksBehindPeriods(
  read: readonly { readonly found: string; readonly rest: string }[],
): ReadonlyMap<string, string> {
  const rests = new Set(read.map(({ rest }) => rest));
  const ofStatus = read.filter(({ rest }) => statusBehind.test(rest));
  const told = read.filter(({ rest }) => rest === "{}").concat(ofStatus);
  const isOnce = new Set(told.map(({ found }) => found)).size === told.length;
  return new Map(
    [...rests].flatMap((rest) => {
      const plain = isOnce && statusBehind.test(rest) ? "{}" : rest.replace(signBehind, "{}");
      return plain !== rest && rests.has(plain) ? [[rest, plain] as const] : [];
    }),
  );
}
const signBehind = /\{\}\s?[*†‡#]{1,3}$/u;
/** As a period with the status of its figures is read. */
const statusBehind =
  /^\{\}(?: ?[pref]| ?[([](?:p|r|e|f|prov|prelim|rev|est|proj|provisional|preliminary|revised|estimated?|forecast|projection|projected)[)\]]|(?: \|)? (?:provisional|preliminary|revised|estimated?|forecast|projection|projected))$/iu;
