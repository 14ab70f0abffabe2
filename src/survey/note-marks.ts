/** What refers to a note behind a name: `Wallis 3)`, `Hospitals *`, `Kent [note 2]`, `Wales (1)`, `Essex²`. */
const noteMark =
  /\s*(?:(?<!\([^()]*)\s\d{1,2}\)|\*+|[†‡]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[(?:notes? ?)?\d{1,2}(?:, ?\d{1,2})*\]|\(\d(?:, ?\d)*\))$/u;

/** A name without what refers to notes behind it, of which there may be several. */
export function withoutNoteMark(name: string): string {
  let own = name.trim();
  for (
    let plain = own.replace(noteMark, "").trim();
    plain !== own && plain !== "";
    plain = own.replace(noteMark, "").trim()
  )
    own = plain;
  return own;
}
