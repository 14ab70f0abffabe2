import { longestName, nameAndAsides, withAsides, withoutBrackets } from "../asides.ts";
import type { NamedMeasure } from "../contract/claims.ts";
import { numberWords } from "./number-words.ts";

type Measure = NamedMeasure["measure"];

/** Says nothing of what it measures: what running text calls a measure, where no more is known of it. */
const isEmpty =
  /^(?:rate|share|average|mean|figure|value|number|count|total|percentage|per ?cent|amount|data|result)s?$/iu;
/** What is said of a figure by its name; `Suicides` are counted, and their rate is another thing. */
const isRatio =
  /^(?:rates?|shares?|percentages?|proportions?|ratios?|turnout|coverage|prevalence|incidence|density|level|index|odds|risk|probability|likelihood)$/iu;
const isCounted = /^(?:total|number|count|sum|volume)(?!\p{L})/iu;
const inPercent = /(?:,\s*|\s+|\s*\()(?:%|per ?cent)\)?$/iu;
/** What a rate is per, which stands below a headline. */
const perMany = /,? per [\d,]+(?: [\p{L}\p{M} -]+)?$/iu;
/** Words alone: no figures. */
const isPlain = /^\p{L}[\p{L}\p{M},'’&/ -]{2,58}$/u;
/** Says which, and lists nothing. */
const isQualifier =
  /^(?:all|aged?|by|per|of|in|at|under|over|who|not|with|without|other than|[\p{L}-]+(?:ed|ing))(?!\p{L})/iu;
const isList = /(?:,| and| or| &) /u;
/** What is in units, in which a figure below the headline is told. */
const isUnit = /^(?:(?:in )?(?:thousand|million|billion)s?|per .*|'?000s?|[^\p{L}\d]*\p{L}?[^\p{L}\d]*)$/iu;
/** Has a capital in any sentence. */
const isOfPeople =
  /^(?:English|Welsh|Scottish|Irish|British|Gaelic|Cornish|French|German|Spanish|European|American|\p{Lu}\p{Ll}+ese)$/u;
const prepositions = / (?:of|in|per|for|from|on|at|to|by|with(?:out)?|who|that|which|aged|before|after|under|over) /iu;

/** What agrees with the name of a measure: `deaths` of `deaths in prison`. Of `number of people`, what it is a number of decides nothing. */
export function isPluralName(name: string): boolean {
  const [head = ""] = withoutBrackets(name).split(prepositions);
  const words = head.split(" ");
  const last = words.at(-1) ?? "";
  return isPluralNoun(last) || (isSaidAfterNouns.test(last) && words.some((word) => isPluralNoun(word.toLowerCase())));
}

const isPluralNoun = (word: string): boolean => numberWords.plural.test(word) && !/(?:is|us|ics)$/u.test(word);
/** `pupils absent`, `offences recorded` */
const isSaidAfterNouns =
  /(?:[^e]ed|absent|alone|homeless|available|eligible|open|born|(?:liv|wait|sleep|attend|receiv|claim|miss|work)ing)$/u;

/**
 * A measure as headlines call it, which stand by themselves: `unemployment rate`, `number of offences`, `share of pupils absent`, `rate of deaths (all causes)`. By its
 * short name where that says of what it is, else by its label where that can stand in a sentence; otherwise as running text does.
 */
export function inHeadlines(measure: Measure): Measure {
  const { label, short, statType, unit } = measure;
  if ((short !== undefined && !isEmpty.test(short)) || unit.lang !== undefined) return measure;
  const bare = label.replace(inPercent, "");
  const withoutBase = (text: string) => (statType === "rate" ? text.replace(perMany, "") : text);
  const isListed = (aside: string) => isList.test(aside) && !isQualifier.test(aside);
  const { name, asides } = nameAndAsides(withoutBase(bare), { isListed });
  const words = uncapitalised(withoutBase(name));
  // `Before housing costs` says when, and not what.
  if (!isPlain.test(words) || isEmpty.test(words) || ` ${words}`.search(prepositions) === 0) return measure;
  const own = nameOf(words, statType);
  // A list that nothing stands before may not be one thing.
  if (own === words && words.includes(",")) return measure;
  const which = asides.filter((aside) => !isUnit.test(aside) && !isEmpty.test(aside)).map(uncapitalised);
  const called = withAsides(own, which);
  if (called.length > longestName) return measure;
  const { shortDefinite: _, ...rest } = measure;
  return { ...rest, short: called };
}

const wholes: Partial<Record<Measure["statType"], string>> = { rate: "rate", share: "share", count: "number" };

function nameOf(words: string, statType: Measure["statType"]): string {
  const noun = words.split(prepositions)[0]?.split(" ").at(-1) ?? "";
  if (isRatio.test(noun) || isCounted.test(words) || / per /u.test(words)) return words;
  const whole = statType === "rate" || isPluralName(words) ? wholes[statType] : undefined;
  return whole ? `${whole} of ${words}` : words;
}

/** `Unemployment rate` and `Unemployment Rate` in small letters; `GDP`, `Welsh speakers` and `Universal Credit claimants` as they are. */
function uncapitalised(label: string): string {
  const words = label.split(" ");
  const [first = "", second = ""] = words;
  if (!/^\p{Lu}\p{Ll}+(?:[-/]\p{Ll}+)*,?$/u.test(first) || isOfPeople.test(first)) return label;
  const isTitled =
    words.every((word) => /^(?:\p{Lu}\p{Ll}+|\p{Ll}{1,4})$/u.test(word)) && isRatio.test(words.at(-1) ?? "");
  if (isTitled) return label.toLowerCase();
  return /^\p{Lu}\p{Ll}/u.test(second) ? label : `${first.toLowerCase()}${label.slice(first.length)}`;
}
