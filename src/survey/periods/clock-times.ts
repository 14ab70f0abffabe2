/** Whether texts are times of a day at any minute. What is measured, or leaves, every five minutes is told apart by them. */
export function areOfAnyMinute(texts: readonly string[]): boolean {
  const minutes = texts.map(
    (text) => /^\d{1,2}[:.h](?<minute>[0-5]\d)(?::[0-5]\d)?(?: ?[ap]m)?$/iu.exec(text.trim())?.groups?.minute,
  );
  return minutes.every((minute) => minute !== undefined) && new Set(minutes).size > mostRegularMinutes;
}
const mostRegularMinutes = 12;
