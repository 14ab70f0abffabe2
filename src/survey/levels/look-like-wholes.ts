import { isNameOfAverage } from "../areas/average-names.ts";
import { britishWholes } from "../areas/british-wholes.ts";
import { coarserByNames } from "../areas/coarser-areas.ts";
import { isAreaName } from "../areas/find-area.ts";
import { codesWithin, dottedWithin } from "../dimensions/names-as-codes.ts";
import { nameOfOthers } from "../dimensions/remark-on-categories.ts";
import { partByName } from "../sums/parts-by-name.ts";
import { isTotal } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";

/** The names that look as if they held others of a list, by what they are called alone. */
export function lookLikeWholes(names: readonly string[], isOfAreas: boolean): readonly string[] {
  const found = new Set([
    ...names.filter((name) => isTotal(name) || saysAll.test(name) || isNameOfAverage(name)),
    ...(isOfAreas
      ? [...coarserByNames(names), ...britishWholes(names), ...calledUnlikeAll(names)]
      : wholesOfSections(names)),
    ...wholesByCodes(names),
    ...wholesByRanges(names),
    ...fewInCapitals(names),
    ...[nameOfOthers(names), partByName(names)[0]].filter((name) => name !== undefined),
  ]);
  return names.filter((name) => found.has(name));
}

/** So many others show that an area at one end of a list is called otherwise because it is of another kind. */
const fewestCalledAlike = 5;

/** The one area, at an end of a list, whose name does not say what it is where all others do: `Maryland` above `Howard County` and `Baltimore City`. */
function calledUnlikeAll(names: readonly string[]): readonly string[] {
  const saysKind = (name: string) => isAreaName(/\S+$/u.exec(wordsOf(name).trim())?.[0] ?? "");
  const [only, other] = names.filter((name) => !saysKind(name));
  const isAtEnd = only !== undefined && (names[0] === only || names.at(-1) === only);
  return isAtEnd && other === undefined && names.length > fewestCalledAlike ? [only] : [];
}

/** What says anywhere in a name that it is of all, or of several others, in the languages of a few offices. */
const saysAll =
  /(?<![\p{L}-])(?:(?:sub-?)?totals?|overall|combined|altogether|aggregate|of which|thereof|insgesamt|gesamt|zusammen|darunter|davon|ensemble|dont|totale|complessivo|suma|razem|ogółem|celkem|i alt|totalt|sammanlagt|yhteensä|kaikki|összesen|всего|итого|усього|разом|toplam|jumlah|cyfanswm)(?![\p{L}])|^(?:both|all) |^(?:総数|総計|合計|合计|总计|總計|계|합계)$/iu;

/** The part of a name that says that it is a chapter or a section of what others are single ones of. */
const sectionName =
  /^(?:chapter|section|part|division|group|kapitel|abschnitt|titel|chapitre|cap[ií]tulo|title)\b.*\d|§§/iu;

/** Names of chapters and the like, beside what has no such name. */
function wholesOfSections(names: readonly string[]): readonly string[] {
  const found = names.filter((name) => sectionName.test(name));
  return found.length < names.length ? found : [];
}

/** The numbers that names begin with, `1` and `1.2`, of which one holds another; and codes that begin with the whole of another. */
function wholesByCodes(names: readonly string[]): readonly string[] {
  const numberOf = (name: string) =>
    /^(?<number>\d{1,3}(?:\.\d{1,3})*)\.?(?=[\s:)–-])/u.exec(name.trim())?.groups?.number;
  const numbers = new Set(names.flatMap((name) => numberOf(name) ?? []));
  const holds = (number: string) => [...numbers].some((other) => other.startsWith(`${number}.`));
  const byNumber = names.filter((name) => {
    const number = numberOf(name);
    return number !== undefined && holds(number);
  });
  const [outer] = [...codesWithin(names), ...dottedWithin(names)];
  return outer === undefined ? byNumber : [...byNumber, outer];
}

/** `Bands A-C` and `Levels 1 to 3` without what they are ranges of, and from where to where they go. */
const rangeName = /^(?<of>\p{L}[\p{L} ]*?)s? (?<from>\p{Lu}|\d{1,2}) ?(?:-|–|to) ?(?<to>\p{Lu}|\d{1,2})$/u;
const singleName = /^(?<of>\p{L}[\p{L} ]*?)s? (?<from>\p{Lu}|\d{1,2})$/u;

/** Names of ranges, `Bands A-C`, beside single ones in them, `Band A`. */
export function wholesByRanges(names: readonly string[]): readonly string[] {
  const placeOf = (text: string) => (/\d/u.test(text) ? Number(text) : text.codePointAt(0)) ?? 0;
  const singles = names.flatMap((name) => {
    const { of, from } = singleName.exec(name.trim())?.groups ?? {};
    return of === undefined || from === undefined ? [] : [{ of: of.toLowerCase(), at: placeOf(from) }];
  });
  return names.filter((name) => {
    const { of = "", from = "", to = "" } = rangeName.exec(name.trim())?.groups ?? {};
    return singles.some(
      (own) => own.of === of.toLowerCase() && own.at >= placeOf(from) && own.at <= placeOf(to) && from !== to,
    );
  });
}

/** So few names among others are written in capitals where these are of another level. */
const fewCapitals = 1 / 3;
const fewestOthers = 4;

/** The few names that are written in capitals, `NORTH WEST` above `Bolton`; short ones are short forms, as one that is numbered as the others are, `19 FISIM`. */
function fewInCapitals(names: readonly string[]): readonly string[] {
  const found = names.filter((name) => /\p{Lu}{4}/u.test(name) && !/\p{Ll}/u.test(name));
  const others = names.filter((name) => /\p{Ll}/u.test(name));
  const isNumbered = (name: string) => /^\d{1,3}\.? \p{L}/u.test(name.trim());
  const areNumbered = found.every(isNumbered) && others.some(isNumbered);
  return !areNumbered && found.length <= names.length * fewCapitals && others.length >= fewestOthers ? found : [];
}
