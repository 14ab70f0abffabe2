import type { MeasureSpec } from "../../dataset/index.ts";

/** How a language says that there is a number of something, and how it makes one of several. */
interface Language {
  readonly number: RegExp;
  /** The ends of several, and those of one, first match first; none where nobody could tell it by the end. */
  readonly ends: readonly (readonly [RegExp, string])[];
  /** What a population is made of. */
  readonly population: RegExp;
  readonly people: MeasureSpec["unit"];
}

const languages: readonly Language[] = [
  {
    number: /^(?:n[úu]mero|n[.º°]+|cantidad|quantidade|total)(?: total)? d[eoa]s? /iu,
    ends: [
      [/iones$/u, "ión"],
      [/ões$/u, "ão"],
      [/(?<=[lrdnz])es$/u, ""],
      [/s$/u, ""],
    ],
    population: /^(?:total )?poblaci[óo]n(?: total)?$/iu,
    people: { one: "persona", other: "personas" },
  },
  {
    number: /^(?:nombre|effectif|total)(?: total)? (?:de |des |d['’])/iu,
    // `un cas`, `deux cas`
    ends: [[/(?<!(?:^|\P{L})(?:ca|décè|accè|procè|moi|poid|pay|repa))s$/iu, ""]],
    population: /^population (?:totale|municipale|l[ée]gale)$/iu,
    people: { one: "personne", other: "personnes" },
  },
  {
    number: /^(?:numero|totale)(?: totale)? (?:di |dei |delle |degli |d['’])/iu,
    ends: [],
    population: /^popolazione(?: (?:totale|residente))?$/iu,
    people: { one: "persona", other: "persone" },
  },
  {
    number: /^(?:an)?zahl (?:der )?/iu,
    ends: [
      [/(?<=ung)en$/u, ""],
      [/personen$/iu, "person"],
    ],
    population: /^(?:gesamt|wohn)?bev[öo]lkerung(?: insgesamt)?$/iu,
    people: { one: "Person", other: "Personen" },
  },
  {
    number: /^n[úu]mero d[eoa]s? (?=pessoas)/iu,
    ends: [[/s$/u, ""]],
    population: /^popula[çc][ãa]o(?: (?:total|residente))?$/iu,
    people: { one: "pessoa", other: "pessoas" },
  },
  {
    number: /^(?:aantal|antal|antall|liczba|po[čc]et) /iu,
    ends: [],
    population: /^bevolking$/iu,
    people: { one: "persoon", other: "personen" },
  },
];

/** Where a name goes on to say which of them: `personas en situación de pobreza`. */
const whichOfThem =
  /[\s,]+(?:en|em|in|im|i|con|com|sin|sem|seg[úu]n|segundo|selon|secondo|nach|por|par|per|que|qui|che|die|ayant|dans|mit|ohne|med|met|para|pour|a|al|aux?|entre|y|e|et|und|\d.*|\(.*)(?=\s|$).*$/iu;
/** So many words are a name of things. */
const mostWords = 4;

/** What a heading in another language counts, in that language: `persona`, `personas` of `Número de personas en situación de pobreza`. */
export function thingsElsewhere(label: string): MeasureSpec["unit"] | undefined {
  const text = label.trim();
  const whole = languages.find(({ population }) => population.test(text.replace(/[\s,]*\(?(?:19|20)\d{2}\)?$/u, "")));
  if (whole) return whole.people;
  const language = languages.find(({ number }) => number.test(text));
  const said = language === undefined ? "" : text.replace(language.number, "").replace(whichOfThem, "");
  const words = said.split(/\s+/u);
  const other = (words.length > mostWords ? said.replace(/ d[eio]s? .*$/iu, "") : said).trim();
  if (!language || !/^\p{L}[\p{L}'’ -]{2,}$/u.test(other) || other.split(" ").length > mostWords) return undefined;
  const [head = "", rest = ""] = other.split(/(?= d(?:e|i|o|a|os|as|es|u) | d['’])/u);
  const one = head
    .split(" ")
    .map((word) => {
      const end = language.ends.find(([look]) => look.test(word));
      return end === undefined ? word : word.replace(end[0], (found) => inCaseOf(found, end[1]));
    })
    .join(" ");
  return { one: `${one}${rest}`, other };
}

/** Whether a heading in another language says that it is a number of something. A total may be one of money, `Total de impostos`. */
export const saysNumberElsewhere = (label: string): boolean =>
  !/^total/iu.test(label.trim()) && thingsElsewhere(label) !== undefined;

/** `Personen` are one `Person`, and `Mietpersonen` one `Mietperson`. */
const inCaseOf = (found: string, end: string): string =>
  /^\p{Lu}/u.test(found) ? `${end.slice(0, 1).toUpperCase()}${end.slice(1)}` : end;
