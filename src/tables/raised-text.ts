/** What refers to notes where it stands raised: `2`, `1, 3`, `a`, `*`, `(r)`. */
const reference = /^\s*[([]?(?:\d{1,2}|[a-dprPR*†‡§#^])(?:\s*[,;/&–-]?\s*(?:\d{1,2}|[a-d*†‡§#^]))*[)\]]?[,;\s]*$/u;

/** What a raised number is a power of: `km` before `2`, `10` before `6`. */
const beforePower = /(?:^|[^\p{L}])(?:[kcm]?m|ft|in|mi|s|h|10)$/iu;

/**
 * A text with what stands raised behind it: what refers to a note is left out, so that `Offences` and a raised `2` are no `Offences2`, and `12` and a
 * raised `3` are no 123. Powers stay, and so does a space or a new line that was typed with it.
 */
export const withRaised = (text: string, raised: string): string =>
  text.trim() !== "" && reference.test(raised) && !beforePower.test(text)
    ? text + (/\s$/u.exec(raised)?.[0] ?? "")
    : text + raised;
