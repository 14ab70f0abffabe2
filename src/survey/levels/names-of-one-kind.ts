import { isNameOfCountry, isNameOfDivision } from "../areas/area-names.ts";
import { isAreaName } from "../areas/find-area.ts";
import { wordsOf } from "../words.ts";

/** Whether names are all of one kind that is known, none of which holds another: countries, months, sexes, ages that do not overlap. */
export function areOfOneKind(names: readonly string[], isOfAreas: boolean): boolean {
  const plain = names.map((name) => wordsOf(name).trim());
  if (isOfAreas) return areAll(plain, isNameOfCountry) || areAll(plain, isNameOfDivision) || areCalledAlike(plain);
  return kinds.some((kind) => areAll(plain, (name) => kind.test(name))) || areAgesApart(plain);
}

const areAll = (names: readonly string[], is: (name: string) => boolean): boolean => names.every(is);

const kinds: readonly RegExp[] = [
  /^(?:(?:fe)?males?|(?:wo)?men|boys|girls|[mf]|other|unknown|not (?:known|stated)|non-binary|männer|frauen|männlich|weiblich|hommes?|femmes?|hombres?|mujeres|masculins?|f[ée]minins?|masculino|femenino|feminino|maschi|femmine|gwrywod?|benywod?|mężczyźni|kobiety|män|kvinnor|menn|kvinner|mænd|kvinder)$/iu,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/iu,
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$/iu,
  /^(?:yes|no|ja|nein|oui|non|s[ií]|tak|nie|don['’]?t know|not (?:known|stated)|unknown)$/iu,
  /^(?:(?:urban|rural)(?: areas?)?|urbaine?|rurale?|urbano|urbana|rural)$/iu,
];

/** What all names of areas begin or end with, and what an area is called by: `Kent County`, `Ward 1`. */
function areCalledAlike(names: readonly string[]): boolean {
  const [first = ""] = names;
  const ends = [/\S+$/u, /^\S+/u].map((part) => ({ part, word: part.exec(first)?.[0].toLowerCase() ?? "" }));
  return (
    names.length > 2 &&
    ends.some(
      ({ part, word }) => isAreaName(word) && names.every((name) => part.exec(name)?.[0].toLowerCase() === word),
    )
  );
}

const ageRange =
  /^(?:aged? )?(?:(?<from>\d{1,3})(?: ?(?:-|–|to|and|bis|à|a) ?(?<to>\d{1,3})|(?<over> ?\+| (?:and|or|years and) (?:over|above|older|more)))?|(?:under|below|less than) (?<under>\d{1,3}))(?: years?(?: old)?)?$/iu;

/** Whether names are ages, or the like, none of which lies within another. */
function areAgesApart(names: readonly string[]): boolean {
  const ranges = names.map((name) => {
    const { from, to, over, under } = ageRange.exec(name)?.groups ?? {};
    if (under !== undefined) return { first: 0, last: Number(under) };
    if (from === undefined) return undefined;
    return { first: Number(from), last: over === undefined ? Number(to ?? from) : Number.POSITIVE_INFINITY };
  });
  const sorted = ranges.flatMap((range) => range ?? []).toSorted((a, b) => a.first - b.first || a.last - b.last);
  return (
    names.length > 1 &&
    sorted.length === names.length &&
    sorted.every(({ first }, at) => at === 0 || first >= (sorted[at - 1]?.last ?? 0))
  );
}
