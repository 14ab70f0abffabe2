/** Whether texts are times of a day at any minute. What is measured, or leaves, every five minutes is told apart by them. */
export function areOfAnyMinute(texts: readonly string[]): boolean {
  const minutes = texts.map(
    (text) => /^\d{1,2}[:.h](?<minute>[0-5]\d)(?::[0-5]\d)?(?: ?[ap]m)?$/iu.exec(text.trim())?.groups?.minute,
  );
  return minutes.every((minute) => minute !== undefined) && new Set(minutes).size > mostRegularMinutes;
}
const mostRegularMinutes = 12;

/** A quarter of an hour, or more: `0815-0830`, the last after midnight say. */
const spanOfDay = /^[0-2]\d[0-5]\d ?[-–] ?[0-2]\d[0-5]\d$/u;
/** So many headings that follow one another are no chance. */
const fewestSpans = 4;

/**
 * Of headings such as `0645-0700`, `1845-1900`, those that are spans of a day and of no years: most begin where another ends, and some are no years
 * at all. Empty of others.
 */
export function spansOfDayIn(headings: readonly string[]): ReadonlySet<string> {
  const spans = headings.filter((name) => spanOfDay.test(name.trim()));
  const endsOf = (name: string) => name.trim().split(/ ?[-–] ?/u);
  const ends = new Set(spans.map((name) => endsOf(name)[1]));
  const following = spans.filter((name) => ends.has(endsOf(name)[0]));
  const areTimes = spans.some((name) => /^0|[-–] ?0/u.test(name.trim()));
  return new Set(spans.length >= fewestSpans && areTimes && following.length > spans.length / 2 ? spans : []);
}
