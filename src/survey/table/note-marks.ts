/** What refers to a note behind a name: `Wallis 3)`, `Hospitals *`, `Kent [note 2]`, `Wales (1)`, `Essex²`, `Kent (*)`. */
const noteMark =
  /\s*(?:(?<!\([^()]*)\s\d{1,2}\)|\*+|[†‡]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[(?:notes? ?)?\d{1,2}(?:, ?\d{1,2})*\]|\(\d(?:, ?\d)*\)|\([*†‡]+\))$/u;

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

/**
 * Headings of figures without the numbers of notes that are glued to them, by the heading: `Clean fuel3` after `Electricity` and `Water1`, or several, before a
 * unit as well: `Assessments1,2`, `Households4 (000s)`.
 * Notes are numbered from 1, in the order of the headings; the numbers of one thing after another, `week1` and `week2`, are names.
 */
export function withoutGluedNotes(headings: readonly string[]): ReadonlyMap<string, string> {
  const read = headings.flatMap((heading) => {
    const {
      before,
      mark,
      unit = "",
    } = /^(?<before>.*\p{Ll}{3})(?<mark>[1-9](?:, ?[1-9])*)(?<unit> \([^()]*\))?$/u.exec(heading.trim())?.groups ?? {};
    if (before === undefined || mark === undefined) return [];
    const marks = mark.split(",").map(Number);
    return [{ heading, words: `${before}${unit}`, mark: Number(marks[0]), last: Number(marks.at(-1)) }];
  });
  const [first] = read;
  const areInOrder = read.every(
    ({ mark }, at) => at === 0 || (mark - (read[at - 1]?.last ?? 0) <= 1 && mark >= (read[at - 1]?.mark ?? 0)),
  );
  const areApart =
    new Set([...headings.map((one) => one.trim()), ...read.map(({ words }) => words)]).size ===
    headings.length + read.length;
  const ofWords = read.every(({ words }) => /\s/u.test(words));
  return first?.mark === 1 && read.length > 1 && areInOrder && areApart && ofWords
    ? new Map(read.map(({ heading, words }) => [heading, words]))
    : new Map();
}

/** Headings of figures without the numbers of notes behind their parts, `FDP 1) | Women`, by the heading, where all stay apart without them. */
export function withoutNumberedNotes(headings: readonly string[]): ReadonlyMap<string, string> {
  const plain = headings.map((heading) => heading.replaceAll(numberedNote, ""));
  const areApart = new Set(plain).size === new Set(headings).size;
  const read = headings.map((heading, at) => [heading, plain[at] ?? heading] as const);
  return new Map(areApart ? read.filter(([heading, own]) => own !== heading) : []);
}
const numberedNote = /(?<=\p{L}[^|]*)(?<!\([^()]*)\s\d{1,2}\)(?=$| \| )/gu;
