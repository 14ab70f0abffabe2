/** A service that a reader can turn to. */
export interface Helpline {
  readonly name: string;
  /** Whom it is for, by language (the first part of a BCP 47 tag): `children and young people, free, day and night`. */
  readonly audience: Readonly<Record<string, string>>;
  /** As people write it: `0800 1111`. */
  readonly phone?: string;
  readonly url?: string;
  /** Where it helps: ISO 3166 codes of countries, and of their parts: `GB`, `GB-WLS`. */
  readonly regions: readonly string[];
  /** The month in which the number and the address were last looked up: `2026-11`. */
  readonly checked?: string;
}

/** Words that a guideline advises against. */
export interface Advice {
  /** The words, in any case, as they stand in running text; `child porn*` takes any ending. */
  readonly words: readonly string[];
  /** The language of the words: the first part of a BCP 47 tag. */
  readonly lang: string;
  /** What to say in their place. */
  readonly say: string;
  /** Why, in a sentence. */
  readonly why: string;
}

/** A sensitive topic, of the author's own or one that ships. */
export interface TopicSpec {
  readonly id: string;
  readonly helplines: readonly Helpline[];
  readonly advice: readonly Advice[];
  /**
   * How records of it are to be read, by language, in whole sentences: that many cases are never reported. Printed by
   * `{{method}}`, but not of surveys.
   */
  readonly reading?: Readonly<Record<string, string>>;
  /** Whose advice it is: named in each warning. */
  readonly guideline?: { readonly title: string; readonly url?: string };
}
