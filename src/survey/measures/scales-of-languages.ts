import type { MeasureSpec } from "../../dataset/index.ts";

/**
 * How many at a time figures are told in, and of what, in the languages of offices other than English: `miles de personas`, `valores correntes em 1 000 000 R$`,
 * `Juta Rupiah`. Matched in small letters, without accents.
 */

const scales: Readonly<Record<string, string>> = {
  billion:
    "miles de millones|mil millones|bilhoes|milliards?|miliardi|milliarden|mrd\\.?|mld\\.?|miljarder|milliarder|miljard|miliar|milyar|1[ .]000[ .]000[ .]000",
  million:
    "millones|milhoes|millions?|milioni|millionen|mio\\.?|mill?\\.|mln\\.?|miljoner|millioner|miljoen|miljoonaa|juta|milyon|mil\\.|1[ .]000[ .]000|10\\^6",
  thousand:
    "miles|mil|milhares|milliers|mille|migliaia|tausend|tsd\\.?|tys\\.?|tis\\.?|tusen|tusind|duizend|ribu|bin|tuhatta|1[ .]?000|10\\^3",
  crore: "crores?|cr\\.?",
  lakh: "lakhs?",
};

const things: Readonly<Record<string, string>> = {
  people:
    "personas|pessoas|personnes|persone|personen|personer|osoby?|orang|jiwa|kisi|habitantes|habitants|abitanti|einwohner|inwoners|innbyggere|invanare|obyvatel|henkiloa|asukasta|mieszkancow",
  households:
    "hogares|domicilios|menages|famiglie|haushalte|hushall|huishoudens|gospodarstw(?: domowych)?|rumah tangga",
  dwellings: "viviendas|logements|wohnungen|abitazioni|woningen|bostader",
  workers: "trabajadores|trabalhadores|ocupados|salaries|lavoratori|arbeitnehmer|beschaftigte|erwerbstatige",
};

const currencies: Readonly<Record<string, string>> = {
  reais: "r\\$|reais",
  pesos: "pesos(?: \\p{L}+)?|clp|mxn|ars|cop|php",
  euros: "euros?|eur|€",
  "US dollars":
    "us\\$|usd|u\\$s|dolares(?: (?:estadounidenses|americanos|de los? ee\\.? ?uu\\.?))?|dolar as|abd dolari",
  rupiah: "rupiah|rp\\.?",
  rupees: "rupees|rs\\.?|₹|inr",
  lira: "(?:turk )?lirasi?|tl|₺",
  rand: "rands?|zar",
  soles: "soles|nuevos soles|s/\\.?",
  "Swiss francs": "schweizer franken|franken|francs suisses|chf",
};

const anyOf = (words: Readonly<Record<string, string>>): string => Object.values(words).join("|");
const nameIn = (words: Readonly<Record<string, string>>, text: string): string | undefined =>
  Object.keys(words).find((name) => new RegExp(`^(?:${words[name]})$`, "u").test(text));

/** What may stand before it: what the figures are, and in what they are told. */
const before = "(?:.*(?:[,;:]|\\b(?:em|en|in|dalam|i|w|v|a))\\s*)?";
const scaledThings = new RegExp(
  `^${before}(?<scale>${anyOf(scales)}) ?(?:d[eio]s? |d['’]|van |von )?(?<things>${anyOf(things)}|${anyOf(currencies)})$`,
  "u",
);
const moneyFirst = new RegExp(
  `^${before}(?<things>${anyOf(currencies)}) (?:in |en |em )?(?<scale>${anyOf(scales)})$`,
  "u",
);

const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[øØ]/gu, "o")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .toLowerCase();

/** The unit that a text is at its end, in English; undefined where it is none of another language. */
export function scaledUnitElsewhere(
  text: string,
): { readonly kind: "money" | "quantity"; readonly unit: MeasureSpec["unit"] } | undefined {
  const said = plain(text);
  const found = scaledThings.exec(said) ?? moneyFirst.exec(said);
  if (!found) return undefined;
  const { scale = "", things: of = "" } = found.groups ?? {};
  const [times, money] = [nameIn(scales, scale), nameIn(currencies, of)];
  const name = money ?? nameIn(things, of);
  if (times === undefined || name === undefined) return undefined;
  const unit = `${times} ${name}`;
  return { kind: money === undefined ? "quantity" : "money", unit: { one: unit, other: unit } };
}
