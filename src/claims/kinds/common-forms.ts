/** What is said of more than one in so many says nothing of any of them. */
export const commonPart = 3;

/** Of more than this, some tell how common a form is: what is said of one area would else cost the courses of all. */
const mostAsked = 300;

/** All of a group, or of a large one, some at even distances: they tell what is common, which no sentence says. */
export function askedOf<T>(all: Iterable<T>): readonly T[] {
  const list = [...all];
  const step = Math.ceil(list.length / mostAsked);
  return step > 1 ? list.filter((_, index) => index % step === 0) : list;
}

/**
 * The forms of sentences that more than a third of a group would have. What stands in their place may be common in turn, so that it is asked
 * until nothing new is found.
 * @param choose the form that each would have, where some forms are not said; undefined: none.
 */
export function commonForms(
  choose: (unsaid: ReadonlySet<string>) => readonly (string | undefined)[],
): ReadonlySet<string> {
  const unsaid = new Set<string>();
  for (;;) {
    const found = [...commonOf(choose(unsaid))].filter((form) => !unsaid.has(form));
    if (found.length === 0) return unsaid;
    for (const form of found) unsaid.add(form);
  }
}

/** Those of more than a third, none included. */
export function commonOf(forms: readonly (string | undefined)[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const form of forms) if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * commonPart > forms.length).map(([form]) => form));
}
