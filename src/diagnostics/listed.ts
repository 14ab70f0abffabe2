/** Things in words: `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[], conjunction: "and" | "or"): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
