import { meaningOf } from "../meaning-of.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";

/** Whether a column names places in which a few people live each, by what its codes or its texts are: what comes to so much there may be of one of them. */
export const isOfPlacesOfFew = (column: ColumnSurvey): boolean =>
  column.kind !== "period" &&
  column.texts.length > 1 &&
  (arePostcodes(column.texts) || areSmallestAreas(column) || areDoors(column));

/** Whether a column names streets, in which more people live than behind one door, and one case of a kind is still known to those who live there. */
export const isOfStreets = ({ kind, name, texts }: ColumnSurvey): boolean =>
  kind === "label" && texts.length > 1 && (ofStreets.test(wordsOf(name)) || areMostly(texts, asStreetName));

/** Whether most are full postcodes of Britain, Ireland or the Netherlands, each of a few houses: `M17 8RH`, `D02 AF30`, `1012 AB`. */
export const arePostcodes = (texts: readonly string[]): boolean => areMostly(texts, asPostcode);

/** Where in a street something is. */
export const isOfAddresses = ({ name, texts }: ColumnSurvey): boolean =>
  ofAddresses.test(wordsOf(name)) && texts.some(isAddress);

/** Codes of the smallest areas of censuses, of some hundred people. */
const areSmallestAreas = ({ name, texts }: ColumnSurvey): boolean =>
  areMostly(texts, asOutputArea) ||
  (ofSmallestAreas.test(meaningOf(name).trim()) && texts.every((text) => /\d/u.test(text)));

/** Addresses with the number of a house, whatever stands above them, and positions. */
const areDoors = (column: ColumnSurvey): boolean =>
  (column.kind === "label" || column.kind === "note") &&
  (areMostly(column.texts, asDoor) || (isOfAddresses(column) && areMostly(column.texts, /\d/u)));

const isAddress = (text: string): boolean => /\d/u.test(text) && /\p{L}{2}/u.test(text);

const areMostly = (texts: readonly string[], form: RegExp): boolean =>
  texts.filter((text) => form.test(text.trim())).length > texts.length * mostly;
const mostly = 0.6;

/** The letters that British postcodes begin with: codes of other things have digits in the same places, `BE01FX`. */
const postcodeAreas =
  "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE";
const asPostcode = new RegExp(
  `^(?:(?:${postcodeAreas})\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|[A-Z]\\d[\\dW]\\s?[A-Z\\d]{4}|[1-9]\\d{3}\\s[A-Z]{2})$`,
  "iu",
);
const asOutputArea = /^[EWSN]00\d{6}$/u;
const ofSmallestAreas =
  /^(?:oa ?\d{0,2} ?(?:cd|codes?)?|output areas?(?: ?\d{4})?(?: codes?)?|mesh ?blocks?(?: ?\d{4})?(?: codes?| ids?)?|census blocks?(?: codes?| ids?)?)$/iu;
const ofAddresses =
  /^(?:street(?: ?(?:address|name))?|(?:street|postal|mailing|full|home|residential) ?address|address(?: ?(?:line)? ?\d)?|adresse|anschrift|direcci[oó]n|indirizzo|endere[cç]o|stra(?:ß|ss)e|adres|ulica|adresa|cyfeiriad)$/iu;
const ofStreets =
  /^(?:streets?(?: ?names?)?|roads? ?names?|stra(?:ß|ss)e(?:nnamen?)?|stra(?:ß|ss)en(?:namen?)?|calle|rue|via|rua|ulica|straat(?:naam)?|gata|heol|stryd)$/iu;
const streetWords =
  "(?:street|road|lane|avenue|close|crescent|drive|terrace|boulevard|way|gardens|court|st|rd|ave|blvd|ln|dr)";
const asStreetName = new RegExp(
  `^(?:on or near )?(?:\\p{L}[\\p{L}'’.-]* ){1,3}${streetWords}$|^(?:rue|calle|via|viale|rua|avenida|heol|stryd|ffordd) \\p{L}|\\p{L}(?:stra(?:ß|ss)e|straat|gasse|weg)$`,
  "iu",
);
const asDoor = new RegExp(
  `^(?:flat \\d+\\w?,? )?\\d+\\w?,? \\p{L}[\\p{L}'’. -]*\\b${streetWords}\\b|\\p{L}(?:stra(?:ß|ss)e|straat|gasse|weg) \\d+\\w?$`,
  "iu",
);
