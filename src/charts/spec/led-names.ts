/** How the names of marks begin whose texts stand behind the last period where they are of an earlier one: they say it in brackets, and a line leads to its point. */
export const ledNames = "ledNames";

/** Whether such a text says a name of its row in brackets, or how it ends where all begin alike. */
export function saysItsPeriod(text: string, names: Iterable<string>): boolean {
  const [, said] = /\(([^()]+)\)$/.exec(text.replaceAll("\n", " ")) ?? [];
  if (said === undefined) return false;
  for (const name of names) if (name === said || name.endsWith(` ${said}`)) return true;
  return false;
}
