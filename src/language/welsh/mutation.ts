/** Changes of the first consonant of a Welsh word. `afterUn` is the soft mutation without ll and rh, of feminine nouns after one. */
export type Mutation = "soft" | "afterUn" | "nasal" | "aspirate";

const soft = { p: "b", t: "d", c: "g", b: "f", d: "dd", g: "", m: "f", ll: "l", rh: "r" };
const { ll: _ll, rh: _rh, ...afterUn } = soft;

/** The standard tables (Welsh Government, Arddulliadur; Peter Wynn Thomas, Gramadeg y Gymraeg). */
const tables: Readonly<Record<Mutation, Readonly<Record<string, string>>>> = {
  soft,
  afterUn,
  nasal: { p: "mh", t: "nh", c: "ngh", b: "m", d: "n", g: "ng" },
  aspirate: { p: "ph", t: "th", c: "ch" },
};

/** Letters of two signs, so that `ch` is not taken for a `c`; `ts` and `j` are of borrowed words, which keep them. */
const firstLetter = /^(?:ch|dd|ff|ng|ll|ph|rh|th|ts|\p{L})/iu;

/** Short borrowed words in g keep it, also in compounds (`grŵp`, `gêm`, `gôl`). */
const keepsG =
  /^g(?:r[wŵ]p|êm|em(?:au)?(?!\p{L})|[oô]l(?:iau)?(?!\p{L})|olff|arej|raff|rant|ram(?:au)?(?!\p{L})|iga)/iu;

/**
 * Mutates the first word of a text. What a mutation does not touch stays as it is: vowels, figures, acronyms, foreign
 * letters. It knows Welsh words only: never give it a word of another language.
 */
export function mutate(text: string, mutation: Mutation): string {
  const [letter] = firstLetter.exec(text) ?? [""];
  const lower = letter.toLowerCase();
  const changed = tables[mutation][lower];
  if (changed === undefined || isAcronym(text) || (lower === "g" && keepsG.test(text))) return text;
  const rest = text.slice(letter.length);
  const isCapital = letter.charAt(0) !== lower.charAt(0);
  return isCapital ? capital(`${changed}${rest}`) : `${changed}${rest}`;
}

const isAcronym = (text: string): boolean => /^\p{Lu}{2}/u.test(text) && !/^(?:LL|RH)\p{Ll}/u.test(text);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `yng Nghaerdydd`, `ym Mangor`, `yn Nolgellau`, `yn Abertawe`, `ym Merthyr Tudful`. */
export function locative(name: string): string {
  const mutated = mutate(name, "nasal");
  const form = /^ng/i.test(mutated) ? "yng" : /^m/i.test(mutated) ? "ym" : "yn";
  return `${form} ${mutated}`;
}

/** What a word may be in running text besides itself: `Nghaint`, `Gaint` and `Chaint` of Caint. */
export const mutatedForms = (word: string): readonly string[] =>
  (["soft", "nasal", "aspirate"] as const).map((each) => mutate(word, each)).filter((each) => each !== word);

/** Whether a name is Welsh, and so mutates: names say their language where it is not the one that was asked for. */
export const isWelsh = ({ lang = "cy" }: { readonly lang?: string | undefined }): boolean => /^cy(-|$)/i.test(lang);
