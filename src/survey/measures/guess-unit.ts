import type { MeasureSpec } from "../../dataset/index.ts";
import { isNameOfCountry } from "../areas/area-names.ts";
import { isForeign, meaningOf } from "../meaning-of.ts";
import { wordsOf } from "../words.ts";
import { scaledUnitElsewhere } from "./scales-of-languages.ts";
import { thingsElsewhere } from "./things-of-languages.ts";

/** What a heading says of the unit of its figures. */
export interface UnitGuess {
  /** The heading without it. */
  readonly words: string;
  /** `money` and `quantity` are measured, and a whole number of them is no count. `other` is said in parentheses, but not known. */
  readonly kind: "money" | "quantity" | "none";
  readonly unit: MeasureSpec["unit"] | undefined;
  /** As the heading has it. */
  readonly said?: string | undefined;
}

const scale = "m|mn|mill?|millions?|bn|billions?|k|thousands?|['’]?000['’]?s?";
/** Currencies by their codes, signs and names, as far as these are no other words. */
const furtherCurrencies: readonly (readonly [look: string, one: string, other: string])[] = [
  ["php|₱|philippine pesos?", "Philippine peso", "Philippine pesos"],
  ["inr|₹|rs\\.|(?:indian )?rupees?", "rupee", "rupees"],
  ["zar|rands?", "rand", "rand"],
  ["brl|reais", "real", "reais"],
  ["kes|kshs?\\.?", "Kenyan shilling", "Kenyan shillings"],
  ["ngn|₦|naira", "naira", "naira"],
  ["thb|฿|baht", "baht", "baht"],
  ["krw|₩", "won", "won"],
  ["cny|rmb|yuan", "yuan", "yuan"],
  ["idr|rupiah", "rupiah", "rupiah"],
  ["myr|ringgit", "ringgit", "ringgit"],
  ["₽|r[ou]{1,2}bles?|руб(?:\\.|лей|ля|ль)?", "rouble", "roubles"],
  ["₺|turkish liras?", "Turkish lira", "Turkish lira"],
  ["mxn|mexican pesos?", "Mexican peso", "Mexican pesos"],
  ["nzd", "New Zealand dollar", "New Zealand dollars"],
  ["sgd", "Singapore dollar", "Singapore dollars"],
  ["hkd", "Hong Kong dollar", "Hong Kong dollars"],
  ["bdt|taka", "taka", "taka"],
  ["pkr", "Pakistani rupee", "Pakistani rupees"],
  ["lkr", "Sri Lankan rupee", "Sri Lankan rupees"],
  ["egp", "Egyptian pound", "Egyptian pounds"],
  ["yen", "yen", "yen"],
];
const furtherMoney = furtherCurrencies.map(([look]) => look).join("|");
const money = new RegExp(
  `^(?:in )?(?:(?<before>1[ ,.'’]?000|mio\\.?|mln\\.?|mrd\\.?|mld\\.?|tsd\\.?|tys\\.?|тыс\\.?|млн\\.?|млрд\\.?|thousands?|millions?|billions?) (?:of )?)?(?<sign>£|€|\\$|gbp|usd|us\\$|(?:r|au?|ca?|nz|hk|s|nt|mx)\\$|us dollars?|eur|cad|aud|chf|sek|nok|dkk|zł|pln|kč|czk|huf|uah|грн\\.?|jpy|pounds?(?: sterling)?|dollars?|euros?|pence|${furtherMoney})(?<scale>\\s?(?:${scale}))?(?: (?:at |in )?(?:current|constant|real|nominal|\\d{4}).*)?$`,
  "iu",
);
const quantity =
  /^(?:in )?(?:(?:thousand|million|billion|['’]?000)s?(?: of)? )?(?:(?:metric |k)?ton(?:ne)?s?|kt|mt|[kmg]?t ?co2e?|k?g ?co2e?|kg|kilograms?|g|grams?|lbs?|ounces?|barrels?|kms?|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|mm|millimet(?:re|er)s?|cm|ha|hectares?|hektare?|ar|ares|acres?|(?:sq(?:uare)?\.? ?(?:km|miles?|met(?:re|er)s?)|km2|km²|m2|m²)|(?:hecto|deca|deci|centi|milli|mega)?lit(?:re|er)s?|pints?|gallons?|(?:cubic met(?:re|er)s?|m3|m³)|[kmgt]wh|[kmgt]w|(?:kilo|mega|giga|tera|peta|exa)?joules?|(?:kilo|mega|giga|tera)watt(?:[- ]?hour)?s?|[kmgtp]j|k?toe|mtoe|°[cf]|celsius|fahrenheit|degrees? c(?:elsius)?|degrees? f(?:ahrenheit)?|hours|hrs|minutes|mins|seconds|secs|[µμu]g\/m[3³]|ppm|kbps|mbps|kcal|calories)$/iu;
const scaleOnly = /^(?:in )?(?<scale>thousands?|millions?|billions?|['’]?000['’]?s?|1[ ,.]000)$/iu;
/** `thousand people`, `million journeys`, `000s jobs`: not tonnes or dollars, which have words of their own. */
const scaledThings =
  /^(?:in )?(?<times>thousands?|millions?|billions?|['’]?000s?)(?: of)? (?<things>(?!(?:metric|of|us|usd|euros?|pounds?|dollars?|tonn?e?s|litres?|lit|cubic|square|sq|hectares|acres|miles|barrels|gallons|hours|kilomet)\b)\p{L}{3,}(?: \p{L}{3,})?)$/iu;
/** Words that stand in parentheses and say nothing of a unit: a note, a year, a status. */
const noUnit =
  /^(?:\d{1,2}|[^\p{L}\p{N}]|[a-z]|(?:19|20)\d{2}.*|.*(?:19|20)\d{2}\)?|p|r|revised|provisional|estimated?|net|gross|total|all|notes?.*|no\.?|nos\.?|number|numbers|n|count|see .*|excluding .*|including .*|incl\.? .*|excl\.? .*|forecast)$/iu;

const chainedMoney =
  /\b(?<scale>thousands?|millions?|billions?) of (?:chained|constant|current|real|nominal)(?: \(?\d{4}\)?)? (?=(?:us )?(?:dollars|euros|pounds)\b)/iu;

/** Whether a text is the unit of shares and nothing else, which reads like a title: `Per cent of GDP`. */
export const isShareAlone = (text: string): boolean =>
  /^(?:in )?(?:(?:per ?cent|%) of [\p{L} ]{2,24}|per ?cent(?:age)?s?|percentages? of (?:gdp|gnp|gni|gva|(?:the )?total))\d?$/iu.test(
    text.trim(),
  );

/** On which side of a chart a column has its axis: `Total (£bn, left axis)`. */
const sideOfChart =
  /\s*\((?:(?:left|right|primary|secondary)[- ](?:hand )?(?:axis|scale)|[lr]hs)\)|, ?(?:(?:left|right|primary|secondary)[- ](?:hand )?(?:axis|scale)|[lr]hs)(?=\))/giu;

/** Whether the name of a column begins with that it is a number of what follows: `count_generation_gwh` counts what has a figure in GWh, `n_plants_mw` plants. */
export const isNumberOfColumn = (heading: string): boolean =>
  /^(?:n|nr|num|number|count|cnt)_\p{L}|^(?:n|num|count)(?=\p{Lu}\p{Ll})/u.test(lastHeading(heading)) ||
  /^(?:N|NR|NUM|NUMBER|COUNT|CNT)_\p{L}/u.test(lastHeading(heading));
const lastHeading = (heading: string): string => heading.split(" | ").at(-1)?.trim() ?? heading;

/** Takes the unit from the end of a heading (`Price (£)`, `Price | £`, `Wage £`, `Waste, tonnes`) or from its midst (`Tonnes of waste`). */
export function unitInHeading(heading: string): UnitGuess {
  if (isNumberOfColumn(heading)) return { words: heading, kind: "none", unit: undefined };
  // `Thousands of chained (2017) dollars` are thousands of dollars, whatever prices they are told at.
  const name = asInLatin(heading)
    .trim()
    // A unit in brackets below a heading is of it: `Jobs | (thousand)`.
    .replace(/ \| (?=\([^()]+\)$)/u, " ")
    .replace(/ \| (?<said>(?:thousands?|millions?|billions?) of \p{L}[^()|]*)$/iu, " ($<said>)")
    .replace(chainedMoney, "$<scale> of ")
    .replaceAll(sideOfChart, "");
  const each = amountEach(name);
  if (each) return each;
  // Of `Gigawatt hours` and `Million cubic metres` the last word alone is no unit.
  const whole = /^[^()]+\s[^()]+$/u.test(name) ? unitOfText(name, "not") : undefined;
  if (whole?.unit) return { words: name, said: name, ...whole };
  const people = countsPeople.exec(name)?.groups?.words;
  if (people !== undefined) return { words: people, kind: "none", unit: { one: "person", other: "people" } };
  // `Receiving under 10 Mbps (%)` is in percent, whatever it is of.
  if (/[([](?:%|per ?cent|pct)[)\]]$/iu.test(name)) return { words: name, kind: "none", unit: undefined };
  // An age or a year below a heading, `Age | 15`, is of no unit.
  if (/ \| \d{1,4}$/u.test(name)) return { words: name, kind: "none", unit: undefined };
  // `Passenger-kilometres` are no kilometres.
  if (/\p{L}-(?:kilomet|tonn|miles?\b|hours?\b)/iu.test(name)) return ofHyphens(name);
  // `Supply gap (pounds) 2018`, `Density (persons per hectare) (2011)`
  const { plain, year } =
    /^(?<plain>.+[)\]])[\s_]+(?<year>(?:19|20)\d{2}(?:[/–-]\d{2,4})?|\((?:19|20)\d{2}(?:[/–-]\d{2,4})?\))$/u.exec(name)
      ?.groups ?? {};
  const before = plain === undefined ? undefined : unitInBrackets(plain);
  if (before?.unit) return { ...before, words: `${before.words} ${year}` };
  return (
    unitInBrackets(name) ??
    unitBeforeColon(name) ??
    unitAtEnd(name) ??
    unitAmongWords(name) ??
    unitWithin(name) ??
    moneyAmongWords(name) ?? { words: name, kind: "none", unit: undefined }
  );
}

/** `Grant funding £ per pupil`, `£ spent on roads`: money, by a sign that stands alone, and for each of what, where that follows it. */
function moneyAmongWords(name: string): UnitGuess | undefined {
  // `Rent_£PWA`: pounds per something, in a short form.
  const apart = wordsOf(name).replace(/(?<=(?:^|\s)£)(?=P\p{Lu}{2,3}$)/u, " per ");
  const { before = "", sign = "", each, after = "" } = signAlone.exec(apart)?.groups ?? {};
  const known = unitOfText(sign.replaceAll(/\s/gu, ""), "not");
  // `Claims over £ limit` are counted, and so is what a heading calls a number.
  if (!known?.unit || reach.test(before.trim()) || /^(?:numbers?|counts?|no\.?) of\b/iu.test(before)) return undefined;
  if (each === undefined) return { words: name, said: sign, ...known };
  const noun = /^\p{Lu}+$/u.test(each) && apart !== wordsOf(name) ? each : each.toLowerCase();
  const unit = { one: `${known.unit.one} per ${noun}`, other: `${known.unit.other} per ${noun}` };
  const words = after === "" && apart === wordsOf(name) ? before.trim() : name;
  return { words: words === "" ? name : words, said: `${sign} per ${noun}`, kind: "money", unit };
}
const signAlone =
  /^(?<before>(?:.*[\s(,:–-])?)(?<sign>[£€$](?:\s?(?:m|mn|bn|k|000s?|thousands?|millions?|billions?))?)(?![\p{L}\d])(?! ?\d)[)\s]*(?:(?:per|each|\/) ?(?<each>\p{L}{3,})\)?)?(?<after>.*)$/iu;

/** A heading with the parentheses and the sign for percent that Latin letters have: `割合（％）`. */
export const asInLatin = (heading: string): string =>
  heading.replaceAll("（", "(").replaceAll("）", ")").replaceAll("％", "%");

/** Whom a heading of East Asia says in parentheses that it counts: `남자 (명)`, `人口（人）`. */
const countsPeople = /^(?<words>.+?)\s*\([人名명]\)$/u;

/** `Passenger-kilometres (million)`: what two words count together, and how many at a time. */
function ofHyphens(name: string): UnitGuess {
  const { words = "", said = "" } = /^(?<words>[^()]+?)\s*\((?<said>[^()]+)\)$/u.exec(name)?.groups ?? {};
  const scaled = scaleOnly.exec(said.trim())?.groups?.scale;
  if (scaled === undefined) return { words: name, kind: "none", unit: undefined };
  const other = `${scaleName(scaled)} ${inSentence(words)}`;
  return { words, said, kind: "quantity", unit: { one: other, other } };
}

/** `Mean use (kWh per meter): All meters`, `人口（1,000人） | 男`: what stands in parentheses before a colon, or above, is the unit, whatever follows it is of. */
function unitBeforeColon(name: string): UnitGuess | undefined {
  const { words, said, rest } =
    /^(?<words>[^():|]+?)\s*\((?<said>[^():|]+)\)\s*[:|]\s*(?<rest>\S.*)$/u.exec(name)?.groups ?? {};
  if (words === undefined || said === undefined || /\bper$/iu.test(words)) return undefined;
  const known = unitOfText(said, "not") ?? ratioOf(said);
  return known && { words: `${words}: ${rest}`, said, ...known };
}

/** `Fuel poverty gap (£m): real terms`, `Children aged 1 (thousands) (=100%)`: money, or how many at a time, in parentheses in the midst. */
function unitAmongWords(name: string): UnitGuess | undefined {
  // `pop_thousands_2018`
  const { first, said, rest } =
    /^(?<first>.*\p{L})_(?<said>thousands|millions|billions)_(?<rest>(?:19|20)\d{2}(?:_(?:total|all))?)$/iu.exec(name)
      ?.groups ?? {};
  const scaled = said === undefined ? undefined : unitOfText(said, "not");
  if (scaled) return { words: `${first}_${rest}`, said, ...scaled };
  for (const { 0: all, index, groups } of name.matchAll(/\s*\((?<inside>[^()]+)\)/gu)) {
    const said = groups?.inside?.trim() ?? "";
    const before = name.slice(0, index);
    const known = isScale(said) || /[£€$]/u.test(said) ? unitOfText(said, "not") : undefined;
    if (!known || before === "" || /\bper$/iu.test(before)) continue;
    return { words: `${before}${name.slice(index + all.length)}`.replace(/\s*\(= ?100 ?%\)/u, ""), said, ...known };
  }
  return undefined;
}

/** `£ million | National Statistics`: money that stands above what it is of. */
function moneyAbove(name: string): UnitGuess | undefined {
  const said = /^(?<said>[^|]+?) \| [^|]/u.exec(name)?.groups?.said ?? "";
  const known = unitOfText(said, "not");
  return known?.kind === "money" ? { words: name, said, ...known } : undefined;
}

/** `£ per year (2017/18 prices)2`: money in each of so many, with the prices that it is told at, and the mark of a note behind. */
function amountEach(name: string): UnitGuess | undefined {
  const above = moneyAbove(name);
  if (above) return above;
  const {
    sign = "",
    each,
    prices,
  } = /^(?<sign>£|€|\$) (?:per|a|each) (?<each>year|month|week|day|hour|person|head|household|pupil|dwelling)(?: \((?<prices>[^()]*\bprices)\))? ?(?:\d|\[\d\])?$/iu.exec(
    name,
  )?.groups ?? {};
  const known = unitOfText(sign)?.unit;
  if (!known || each === undefined) return undefined;
  const [one, other] = [`${known.one} per ${each}`, `${known.other} per ${each}`];
  return {
    words: prices === undefined ? "" : `In ${prices}`,
    said: `${sign} per ${each}`,
    kind: "money",
    unit: { one, other },
  };
}

/** The unit of money that a text alone says for each of so many: `£ per year (2017/18 prices)`. */
export const moneyEach = (text: string): MeasureSpec["unit"] | undefined => amountEach(text.trim())?.unit;

function unitInBrackets(name: string): UnitGuess | undefined {
  const { words, inside, square, last } =
    /^(?<words>.+?)\s*(?:\((?<inside>[^()]+)\)|\[(?<square>[^[\]]+)\]|\| (?<last>[^|]+))$/u.exec(name)?.groups ?? {};
  const said = (inside ?? square ?? last)?.trim();
  // What figures are told for is no unit of them: `Households per (000s)`.
  if (said === undefined || !words || /\bper$/iu.test(words)) return undefined;
  // Of a heading below another, what is measured is its name: `2019 | Tonnes recycled`.
  const known =
    (/^m$/iu.test(said) && ofLength.test(meaningOf(words)) ? metres : undefined) ??
    (inside !== undefined && /^(?:m|mn)$/iu.test(said) ? millionsOf(words) : undefined) ??
    unitOfText(said, last === undefined ? "too" : "not") ??
    durationOf(said) ??
    (last === undefined ? ratioOf(said) : undefined);
  if (known) return { words, said, ...known };
  if (noUnit.test(said)) {
    const rest = unitInHeading(words);
    return {
      ...rest,
      words: /^(?:\d{1,2}|[^\p{L}\p{N}]|no\.?|nos\.?|numbers?|n|count)$/iu.test(said) ? rest.words : name,
    };
  }
  // A word or two that are no unit are part of the name.
  const isName = inside !== undefined && /^[\p{L}’' -]{2,24}$/u.test(said) && !/^\p{Lu}+$/u.test(said);
  return isName ? { words: name, kind: "none", unit: undefined } : undefined;
}

/** What is told in metres where a heading says `(m)`; other things in millions. */
const ofLength =
  /\b(?:heights?|depths?|lengths?|widths?|distances?|elevations?|altitudes?|levels?|radius|diameters?)\b/iu;
const metres = { kind: "quantity", unit: { one: "metre", other: "metres" } } as const;

/** `Bus journeys (m)` are in millions of journeys, and no metres. */
function millionsOf(words: string): Pick<UnitGuess, "kind" | "unit"> | undefined {
  const { things } = countedInMillions.exec(wordsOf(words))?.groups ?? {};
  if (things === undefined) return undefined;
  const other = `million ${inSentence(things)}`;
  return { kind: "quantity", unit: { one: other, other } };
}
const countedInMillions =
  /^(?<things>(?:[\p{L}&-]+ ){0,3}(?:journeys|trips|passengers|boardings|rides|visits|visitors|users|customers|tourists|people|persons|residents|jobs|cases|doses|calls|items|parcels|letters|appointments|prescriptions|tests|transactions))$/iu;

/** Whether a heading is of a lower bound, `learning_rate_lb`: what weighs is in pounds. */
const isLowerBound = (name: string): boolean => /_lb$/u.test(name) && !ofWeight.test(wordsOf(name));
const ofWeight = /\b(?:weights?|mass|loads?|payload|catch|landings|harvest|yield|waste|prices?|costs?|production)\b/iu;

/**
 * What says how far something may be, `Population within 5 miles`, how much of it each of them has, `Employed and working zero hours`, or what figures are
 * told for, `Deaths per 100 000`, and not in what they are told.
 */
const isOfSomethingElse = (text: string, before: string): boolean =>
  reach.test(before) ||
  (hasEach.test(text) && soMany.test(before)) ||
  (/^0{3}s?$/u.test(text) && /\d$/u.test(before)) ||
  // Of what a change in `FTE` is, work or those who learn all day, the letters do not say.
  (fullTime.test(text) && /\bchanges?\b/iu.test(before));

function unitAtEnd(name: string): UnitGuess | undefined {
  if (isLowerBound(name)) return undefined;
  const isSnakeUnit = /\p{L}{3}_(?:g|mt)$/u.test(name);
  // `Deaths/100,000` ends with no unit.
  const unit = /^.+?(?:[\s,_:-]+(?<!\d,)|,(?!\d))(?<unit>\S+(?: \S+)?)$/u.exec(wordsOf(name))?.groups?.unit;
  const last = unit?.split(" ").at(-1) ?? "";
  const ends = unit === undefined ? [] : [`${/(?:^| )1 ?000 \S+$/u.exec(wordsOf(name))?.[0] ?? unit}`.trim(), last];
  for (const text of ends) {
    const known = text.length < 2 && !isSnakeUnit ? signOf(text) : unitAlone(text);
    const before = wordsOf(name).slice(0, -text.length).trim();
    // What figures are told for is no unit of them, `Exchange rates per US dollar`, unless it is a part of it: `price_eur_per_mwh`.
    if (known && /(?<!\p{L})(?:per|to|against|je|pro|par|por|pr\.?)(?: (?:the|uk|us|one|an?))*$/iu.test(before))
      return ratioAtEnd(name, text, known);
    if (known && isOfSomethingElse(text, before)) return undefined;
    // `Expenses in million CHF`, `expenses_in_million_chf`: nothing less than all of it is the unit.
    const isScaled = scaledUnit.test(text);
    const isPart = !isScaled && /\b(?:thousands?|millions?|billions?|mio|mrd|tsd)\.?$/iu.test(before);
    const isIn = isScaled && / in$/iu.test(before);
    if (
      known &&
      !isPart &&
      (!/^(?:m|k|g|mt)$/iu.test(text) || isSnakeUnit) &&
      // `ort_neuhausen_ar` ends with the letters of a canton.
      !/^ar$/iu.test(text) &&
      (isIn || !/\b(?:for|of|by|in|per|to)$/iu.test(before))
    )
      return {
        words:
          name
            .slice(0, name.length - text.length)
            .replace(/[\s,_:-]+$/u, "")
            .replace(isIn ? /[\s_]in$/iu : /[\s_]en$/iu, "") || name,
        said: text,
        ...known,
      };
  }
  return undefined;
}

const unitAlone = (text: string) => unitOfText(text, "not") ?? moneyForEach(text);

/** Money for each of what is measured: `in EUR/m²`. */
function moneyForEach(text: string): Pick<UnitGuess, "kind" | "unit"> | undefined {
  const { amount = "", each = "" } = /^(?:in )?(?<amount>[^/\s]+)\/(?<each>[^/\s]+)$/iu.exec(text)?.groups ?? {};
  const [paid, of] = [unitOfText(amount, "not"), unitOfText(each, "not")];
  if (paid?.kind !== "money" || !paid.unit || of?.kind !== "quantity" || !of.unit) return undefined;
  return {
    kind: "money",
    unit: { one: `${paid.unit.one} per ${of.unit.one}`, other: `${paid.unit.other} per ${of.unit.one}` },
  };
}

/** `price_eur_per_mwh`, `Price, £ per tonne`: euros for each megawatt hour, and no hours. */
function ratioAtEnd(name: string, text: string, { unit }: Pick<UnitGuess, "unit">): UnitGuess | undefined {
  const before = / (?<first>\S+) per$/iu.exec(wordsOf(name).slice(0, -text.length).trim())?.groups?.first ?? "";
  const first = unitOfText(before, "not");
  if (!first?.unit || !unit) return undefined;
  const said = `${before} per ${text}`;
  // Words without a gap between them are parted: `meanUseKWhPerMeter`.
  const whole = name.toLowerCase().replaceAll("_", " ").endsWith(said.toLowerCase()) ? name : wordsOf(name);
  const words = whole.slice(0, whole.length - said.length).replace(/[\s,_:-]+$/u, "");
  const [one, other] = [`${first.unit.one} per ${unit.one}`, `${first.unit.other} per ${unit.one}`];
  return { words: words || name, said, kind: first.kind, unit: { one, other } };
}

const hasEach = /^(?:hours?|hrs|minutes|mins|miles|kms?)$/iu;
const soMany = /(?:^|[\s(])(?:zero|no|one|two|three|four|five|ten|\d{1,2}\+?)$/iu;

const scaledUnit = /^(?:thousands?|millions?|billions?|mio\.?|mrd\.?|tsd\.?) \S/iu;
const reach =
  /\b(?:within|under|over|above|below|than|beyond|between|up to|at least|at most)(?: (?:a|an|\d[\d.,]*(?: ?(?:-|–|to|and) ?\d[\d.,]*)?))?$/iu;

/** `Total tonnes collected`, `Million litres of milk`. */
function unitWithin(name: string): UnitGuess | undefined {
  const { said, each } =
    /(?<!\bper )\b(?<said>(?:(?:thousand|million|billion|1[ ,.]?000) )?(?:(?:metric )?ton(?:ne)?s|kilomet(?:re|er)s|hectares|acres|lit(?:re|er)s|cubic met(?:re|er)s|[kmgt]wh|kg))\b(?<each> (?:per|a) (?:person|head|capita|household|inhabitant|hectare|ha|acre|km2?|day|week|year|animal))?/iu.exec(
      wordsOf(name),
    )?.groups ?? {};
  // `Miles covered each year`, and no `Miles per hour`.
  if (said === undefined && milesMade.test(wordsOf(name)))
    return { words: name, said: "miles", kind: "quantity", unit: countedBy("miles") };
  const known = said === undefined ? undefined : unitOfText(said, "not");
  if (!known?.unit || each === undefined) return known && { words: name, said, ...known };
  const small = each.toLowerCase();
  const unit = { one: `${known.unit.one}${small}`, other: `${known.unit.other}${small}` };
  return { words: name, said: unit.other, kind: known.kind, unit };
}

const milesMade =
  /^(?:total |average |mean |median )?miles (?:covered|travelled|traveled|driven|flown|walked|cycled|ridden|run|sailed)\b/iu;

/** One unit a unit of something else: `USD per cubic metre`, `kg/ha`. */
const ratioOf = (text: string): Pick<UnitGuess, "kind" | "unit" | "said"> | undefined => {
  const { things, land } = density.exec(text)?.groups ?? {};
  if (things !== undefined) {
    const { one, other } = countedBy(things.toLowerCase());
    return { kind: "quantity", unit: { one: `${one} ${land}`, other: `${other} ${land}` } };
  }
  const { amount, time } = eachElsewhere.exec(text.trim())?.groups ?? {};
  const paid = unitOfText(amount ?? "", "not")?.unit;
  const each = eachTime.find(([look]) => look.test(time ?? ""))?.[1];
  if (paid && each !== undefined) {
    const said = `${paid.other} per ${each}`;
    return { kind: "money", said, unit: { one: `${paid.one} per ${each}`, other: said } };
  }
  const { first } = /^(?<first>\S+)(?: per |\/)\S+(?: \S+)?$/u.exec(text)?.groups ?? {};
  return first !== undefined && unitOfText(first) ? { kind: "quantity", unit: { one: text, other: text } } : undefined;
};

/** So much money in each month or year, in another language: `рублей в месяц`, `€ par mois`. */
const eachElsewhere =
  /^(?<amount>.+?)(?: (?:в|par|al|por|pro|im|je|al|per|na|i|om)(?: (?:la|el|den))? |\/ ?)(?<time>\p{L}+)$/iu;
const eachTime: readonly (readonly [RegExp, string])[] = [
  [/^(?:месяц|mois|mes|m[êe]s|monat|mese|maand|m[åa]ned(?:en)?|m[åa]nad(?:en)?|miesi[ąa]c)$/iu, "month"],
  [/^(?:год|ann?[ée]e?|an|año|ano|jahr|anno|jaar|år(?:et)?|rok)$/iu, "year"],
];

/** `number of persons per hectare` */
const density =
  /^(?:number of )?(?<things>(?:usual )?(?:people|persons|inhabitants|residents|dwellings|households)) (?<land>per (?:hectare|acre|sq(?:uare|\.)? ?(?:km|kilomet(?:re|er)|mile)|km[²2]))$/iu;

/** `Wait (days)`; without parentheses, days are what is counted. */
const daysElsewhere: readonly (readonly [RegExp, string])[] = [
  [/^(?:en |in )?(?:jours?|d[ií]as?|tagen?|giorni|dagen|dagar|dager|dage)$/iu, "days"],
  [/^(?:en |in )?(?:semaines|semanas|wochen|settimane|weken|veckor|uker|uger)$/iu, "weeks"],
  [/^(?:en |in )?(?:mois|meses|monaten?|mesi|maanden|m[åa]nader|m[åa]neder)$/iu, "months"],
  [/^(?:en |in )?(?:ann[ée]es|ans|años|anos|jahren?|anni|jaren|år)$/iu, "years"],
];

/** What a column says of the unit: `Year`, `Days`, or nothing that is known. */
export const unitOfDuration = (said: string): MeasureSpec["unit"] | undefined => durationOf(said.trim())?.unit;

const durationOf = (said: string): Pick<UnitGuess, "kind" | "unit"> | undefined =>
  durationIn(daysElsewhere.find(([look]) => look.test(said))?.[1] ?? said);

const durationIn = (text: string): Pick<UnitGuess, "kind" | "unit"> | undefined =>
  /^(?:in )?(?:days?|weeks?|months?|years?|yrs?)$/iu.test(text)
    ? { kind: "quantity", unit: countedBy(text.toLowerCase().replace(/^in /u, "").replace(/^yr/u, "year")) }
    : undefined;

const signOf = (text: string) => (/^[£$€]$/u.test(text) ? unitOfText(text) : undefined);

/** What the codes of units stand for that SDMX and Eurostat use. */
const unitsByCode: readonly (readonly [RegExp, string])[] = [
  [/^(?:PC|PT|PCT|PERCENT)(?:_[A-Z0-9_]+)?$/u, "%"],
  [/^(?:NR|NUM|NUMBER)$/u, "Number"],
  [/^(?:PS|PERS?|PERSONS)$/u, "Persons"],
  [/^THS(?:_(?:PER|PS|P|NR))?$/u, "thousand"],
  [/^MIO_?(?:PER|PS)?$/u, "million"],
  [/^(?:MIO_EUR|CP_MEUR|MEUR)$/u, "€ million"],
  [/^THS_EUR$/u, "€ thousand"],
  [/^(?:EUR|EUR_HAB)$/u, "€"],
  [/^(?:USD|USD_PPP)$/u, "US$"],
  // As the OECD has rates of its indicators.
  [/^1000PER$/u, "per 1,000"],
  [/^10000PER$/u, "per 10,000"],
  [/^100000PER$/u, "per 100,000"],
  [/^1000000PER$/u, "per 1,000,000"],
  [/^THS_T$/u, "thousand tonnes"],
  [/^T$/u, "tonnes"],
];

/** `person-k`, `benefit-unit-m`, `GBP_bn`: what is counted or paid, and in how many at a time. */
const scaledCode =
  /^(?<noun>\p{L}{3,}(?:[-_ ]\p{L}+)*)[-_ ](?<times>k|m|mn|mio|bn|000s?|thousands?|millions?|billions?)$/iu;

/** A unit as words, where a table has it by its code. */
export function unitOfCode(text: string): string {
  const known = unitsByCode.find(([look]) => look.test(text.trim()))?.[1];
  const { noun, times } = scaledCode.exec(text.trim())?.groups ?? {};
  if (known !== undefined || noun === undefined || times === undefined) return known ?? text;
  const isKnown = unitOfText(noun, "not") !== undefined;
  return isKnown
    ? `${scaleName(times)} ${noun}`
    : `${scaleName(times)} ${pluralOf(wordsOf(noun.replaceAll("-", " ")))}`;
}

/** The unit that a heading above some rows is: `In millions of dollars:`, `As a percentage of GDP`. */
export function unitOfBlock(heading: string): string | undefined {
  const said = heading.replace(/\s*:$/u, "").trim();
  if (/^(?:as |in )?(?:a |an )?(?:percent(?:age)?|per ?cent|%|share)(?: of .+)?$/iu.test(said)) return "%";
  return unitOfText(said, "not") && said;
}

/** Whether a text says how many at a time, and not of what: `In thousands`. */
export const isScale = (text: string): boolean => scaleOnly.test(text.trim());

/** Money, as a text that says nothing else has it: `£m`, `2021 PPP $`. */
function moneyIn(said: string): Pick<UnitGuess, "kind" | "unit"> | undefined {
  const { power } = /^(?:(?:constant|current) )?(?<power>(?:\d{4} )?ppp) ?\$$/iu.exec(said)?.groups ?? {};
  if (power !== undefined) {
    const dollar = `${power.toUpperCase()} dollar`;
    return { kind: "money", unit: { one: dollar, other: `${dollar}s` } };
  }
  const amount = money.exec(said)?.groups;
  return amount && { kind: "money", unit: moneyUnit(amount.sign ?? "", (amount.scale ?? amount.before)?.trim()) };
}

/** `ktonnes`, `Mt`. */
const tonnesByShortName = (said: string): string | undefined =>
  /^k ?ton(?:ne)?s?$/iu.test(said) ? "thousand tonnes" : /^mt$/iu.test(said) ? "million tonnes" : undefined;

/**
 * The unit that a text is, and nothing else: `£m`, `Tonnes`, `thousands`.
 * @param ofWhat whether it may say of what: `tonnes of waste`.
 */
export function unitOfText(text: string, ofWhat: "too" | "not" = "too"): Pick<UnitGuess, "kind" | "unit"> | undefined {
  // "US dollar, Millions, 2023 constant prices" is in millions of dollars.
  const said = text
    .trim()
    .replaceAll(/,?\s+/gu, " ")
    .replace(/^1[ ,.]?000 (?=\p{L})/u, "thousand ")
    .replace(/^(?<times>тыс|млн|млрд)\.?\s*(?=руб)/iu, "$<times>. ")
    // "Miles (million)" are millions of miles.
    .replace(/^(?<unit>\p{L}+) \((?<scale>thousand|million|billion)s?\)$/iu, "$<scale> $<unit>")
    // "Millions of hectares" are told as "2.9 million hectares".
    .replace(/^(?<scale>thousand|million|billion)s of (?=\p{L})/iu, "$<scale> ");
  if (/^(?:тыс\.? ?чел(?:\.|овек)?|(?:千|1[ ,.]?000|thousand) ?[人名명])$/iu.test(said))
    return { kind: "quantity", unit: thousandPeople };
  const gas = /^t ?(?<gas>co2e?)$/iu.exec(said)?.groups?.gas;
  if (gas !== undefined)
    return { kind: "quantity", unit: countedBy(`tonnes of ${gas.toUpperCase().replace("E", "e")}`) };
  if (fullTime.test(said)) return { kind: "quantity", unit: countedBy("full-time equivalents") };
  const amount = moneyIn(said);
  if (amount) return amount;
  const scaled = scaleOnly.exec(said)?.groups?.scale;
  if (scaled !== undefined)
    return { kind: "quantity", unit: { one: scaleName(scaled), other: `${scaleName(scaled)}s` } };
  const { times, things } = scaledThings.exec(said)?.groups ?? {};
  if (times !== undefined && things !== undefined && (isPluralNoun(things) || things === "people")) {
    const name = `${scaleName(times)} ${things.toLowerCase()}`;
    return { kind: "quantity", unit: { one: name, other: name } };
  }
  const elsewhere = scaledUnitElsewhere(text);
  if (elsewhere) return elsewhere;
  const noun = said.replace(/ (?:of )?[\p{L}\d]+(?: [\p{L}\d]+)?$/u, "");
  if (
    !quantity.test(said) &&
    !(ofWhat === "too" && (quantity.test(noun) || quantity.test(said.replace(/ of .+$/u, ""))))
  )
    return undefined;
  const scale = degreesOf.exec(said)?.groups?.scale;
  if (scale !== undefined) {
    const name = /^f/iu.test(scale) ? "Fahrenheit" : "Celsius";
    return { kind: "quantity", unit: { one: `degree ${name}`, other: `degrees ${name}` } };
  }
  const { mass, gas: carbon } = /^(?<mass>[kM]?t|[km]?g) ?(?<gas>co2e?)$/iu.exec(said)?.groups ?? {};
  if (mass !== undefined && carbon !== undefined) {
    const each = `${mass.toLowerCase().replace(/^mt$/u, "Mt")} ${carbon.toUpperCase().replace("E", "e")}`;
    return { kind: "quantity", unit: { one: each, other: each } };
  }
  const tonnes = tonnesByShortName(said);
  if (tonnes !== undefined) return { kind: "quantity", unit: { one: tonnes, other: tonnes } };
  const plain = said
    .replace(/^in /iu, "")
    .replace(/^KMS?$/u, "km")
    .replace(symbolOfUnit, (symbol: string) => asSymbol(symbol));
  // `kWh per meter` has no plural, and its letters stay as they are.
  if (/^\p{L}{1,3} per |^\p{Ll}\p{Lu}\p{L}* per /u.test(plain))
    return { kind: "quantity", unit: { one: plain, other: plain } };
  const name = /^(?:\p{L}\p{Ll}{2,} ?)+$/u.test(plain) ? plain.toLowerCase() : plain;
  // Abbreviations have no plural.
  const isWord = /^(?:.*\s)?\p{Ll}{4,}(?: of\b.*)?$/u.test(name);
  return { kind: "quantity", unit: isWord ? countedBy(name) : { one: name, other: name } };
}

/** `Degrees Fahrenheit`, `deg. C`. */
const degreesOf = /^(?:in )?deg(?:\.|rees?)? (?<scale>f|c|fahrenheit|celsius|centigrade)$/iu;

/** Units by their letters, which headings write in any capitals: `total_gwh`, `use_KWh`, `weightKg`. */
const symbolOfUnit = /^(?:[kmgt]wh?|[kmgtp]j|[km]toe|kg|km[2²]?|cm|ha)(?=$| per )/iu;

/** A unit of letters as it is written: `kWh`, `MW`, `PJ`, `Mtoe`, `kg`. */
const asSymbol = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[mgtp](?=wh?$|j$|toe$)/u, (prefix) => prefix.toUpperCase())
    .replace(/(?<=^.)[wj]/u, (own) => own.toUpperCase());

const thousandPeople = { one: "thousand people", other: "thousand people" };
/** Work, as those who do all of it. */
const fullTime = /^(?:in )?(?:ftes?|wtes?|(?:full|whole)[- ]time[- ]equivalents?(?: \((?:ftes?|wtes?)\))?)$/iu;

const moneyWords: readonly (readonly [RegExp, one: string, other: string])[] = [
  [/^(?:£|gbp|pounds?)/iu, "pound", "pounds"],
  [/^(?:€|eur|euros?)/iu, "euro", "euros"],
  [/^pence$/iu, "penny", "pence"],
  [/^(?:cad|ca?\$)$/iu, "Canadian dollar", "Canadian dollars"],
  [/^r\$$/iu, "real", "reais"],
  [/^nz\$$/iu, "New Zealand dollar", "New Zealand dollars"],
  [/^hk\$$/iu, "Hong Kong dollar", "Hong Kong dollars"],
  [/^s\$$/iu, "Singapore dollar", "Singapore dollars"],
  [/^nt\$$/iu, "Taiwan dollar", "Taiwan dollars"],
  [/^mx\$$/iu, "Mexican peso", "Mexican pesos"],
  [/^chf$/iu, "Swiss franc", "Swiss francs"],
  [/^sek$/iu, "Swedish krona", "Swedish kronor"],
  [/^nok$/iu, "Norwegian krone", "Norwegian kroner"],
  [/^dkk$/iu, "Danish krone", "Danish kroner"],
  [/^(?:aud|au?\$)$/iu, "Australian dollar", "Australian dollars"],
  [/^(?:zł|pln)$/iu, "złoty", "złoty"],
  [/^(?:kč|czk)$/iu, "Czech koruna", "Czech korunas"],
  [/^huf$/iu, "forint", "forints"],
  [/^(?:uah|грн\.?)$/iu, "hryvnia", "hryvnias"],
  [/^jpy$/iu, "yen", "yen"],
  ...furtherCurrencies.map(([look, one, other]) => [new RegExp(`^(?:${look})$`, "iu"), one, other] as const),
  [/./u, "dollar", "dollars"],
];

/** Whether a unit is money, in whatever numbers it is told: `pounds`, `thousand pounds`. */
export const isMoney = ({ other }: MeasureSpec["unit"]): boolean =>
  isCurrencyName(other.replace(/^(?:thousand|million|billion) /u, ""));

/** Whether words are the name of a currency, as it is written here: `Swiss francs`. */
export const isCurrencyName = (text: string): boolean =>
  moneyWords.some(([, one, other]) => text === one || text === other);

function moneyUnit(sign: string, times: string | undefined): MeasureSpec["unit"] {
  const [, one = "", other = ""] = moneyWords.find(([look]) => look.test(sign)) ?? [];
  return times === undefined || times === ""
    ? { one, other }
    : { one: `${scaleName(times)} ${other}`, other: `${scaleName(times)} ${other}` };
}

const scaleName = (text: string): string =>
  /^(?:k|th|tsd|tys|тыс|1\D?0|['’]?0)/iu.test(text)
    ? "thousand"
    : /^(?:b|mrd|mld|млрд)/iu.test(text)
      ? "billion"
      : "million";

/** A heading without words that it quotes, `Mentions 'temperature'`: what they say is not what is measured. */
export const withoutQuoted = (heading: string): string =>
  withoutScaleOfClass(heading)
    .replace(/(?<=\p{L}\s)(?:['‘]\p{L}[\p{L} -]*['’]|["“]\p{L}[\p{L} -]*["”])(?!\p{L})/gu, " ")
    .trim() || heading;

/** Without what its classes are of, where a heading is one of these, `Occupancy rating: +2 or more`: so many have the rating, which is no figure here. */
const withoutScaleOfClass = (heading: string): string =>
  heading
    .trim()
    .replace(
      /^(?!.*\b(?:average|mean|median)\b).*\b(?:rating|score|points?|grade|band)s?\b[^:]*:\s*(?=[-+−–]?\d{1,2}(?:\+| ?(?:[-–]|to) ?\d{1,3}| (?:or|and) \p{L}+)?$)/iu,
      "",
    );

/** `Of those male applications received, the number completed within 6 months`: what there is a number of. */
const ofThose =
  /^of (?:those|these) (?<things>\p{L}[^,]*?)(?: (?:received|made|recorded|submitted))?, (?:the )?(?:number|count)(?: of (?<named>\p{L}.*)| .*)?$/iu;

/** What a name of figures counts, in the singular and the plural: the head of its words is the best guess that there is. */
export function countedBy(given: string): MeasureSpec["unit"] {
  // `Number of FATALITIES`
  const whole = given.replaceAll(/(?<![\p{L}\d])\p{Lu}{5,}S(?![\p{L}\d])/gu, (word) => word.toLowerCase());
  // `Schools - Number of pupils absent`: the part that says what is counted.
  const { things, named } = ofThose.exec(whole)?.groups ?? {};
  if (things !== undefined) return countedBy(named ?? things);
  const label = /(?:^| )[-–:] (?<said>(?:total )?(?:number|count|no\.) of .+)$/iu.exec(whole)?.groups?.said ?? whole;
  const text = inSentence(
    label
      .replace(/^\d+\s*[:.)]\s*(?=\p{L})/u, "")
      // `(# Staff killed) - part of the total`
      .replace(/^\((?:#\s*)?(?<inside>\p{L}[^()]*)\)(?!\s*\p{L}).*$/u, "$<inside>")
      .replace(/^#\s*of\s+/iu, "number of ")
      .replace(/^(?:sum|count|avg|mean|max|min)\((?<name>[^()]*\p{L}[^()]*)\)$/iu, "$<name>"),
  )
    .replace(
      /^(?:the )?(?:(?:total|estimated|approx\.?|approximate|average) )*(?:(?:number|no\.?|nr\.?|num|count|nos\.?|sum) of|total of|total|n of|#|(?:no|nr|nos)\.)\s+(?=\p{L}{2})/iu,
      "",
    )
    // `NB_COLLEGIENS`
    .replace(/^(?:nb|nbre)[\s_.]+(?:de |d['’])?(?=\p{L}{3})/iu, "")
    // `Number influenza`, `count cases known race`
    .replace(/^(?:number|count|n)\s+(?=\p{L}{3})/iu, "")
    // `ballots at the count` are none "at the" anything.
    .replace(
      /^(?<noun>\p{L}.*?)(?<!(?:^|[\s_-])(?:at|the|of|in|for|by|on|to|per))[\s_-]+(?:counts?|numbers?|totals?|n)$/iu,
      "$<noun>",
    )
    // `Case count week4`, `death_count_4week`
    .replace(/^(?<noun>\p{L}.*?)[\s_-]+(?:counts?|numbers?)[\s_-]+(?=\S*\p{L})(?=\S*\d)\S+$/iu, "$<noun>")
    // `Demandes d'asile en 2014` are none "en" anything.
    .replace(
      /^(?<noun>\p{L}.*?)(?:[\s,]+(?:in|en|im|em|nel|año|anno|jahr))?[\s,]+(?:19|20)\d{2}(?:[/–-]\d{2,4})?$/iu,
      "$<noun>",
    )
    // `2010 volunteers`, `Libraries closed since 2010`, of which the year is gone.
    .replace(/^(?:19|20)\d{2}(?:[/–-]\d{2,4})?[\s_]+(?=\p{L}{3})/iu, "")
    // `Deaths registered in week (2015 to 2019P)`: whenever that was, deaths are counted.
    .replace(/(?<=\p{L}{3})\s*\([^()]*(?:19|20)\d{2}\p{L}{0,2}\)$/iu, "")
    .replace(/(?<=\p{L}{3}) (?:in|per|during) (?:the )?(?:week|month|quarter|year)$/iu, "")
    .replace(/[\s,]+(?:since|from|until|before|after|between|as (?:at|of))$/iu, "")
    .replace(/^(?<noun>\p{L}.*?)[\s_-]+(?:averages?|avg|mean)$/iu, "$<noun>")
    .replace(/^(?<noun>\p{L}.*?s) new$/iu, "new $<noun>")
    .replace(/^(?:totale|totali|totaal|total (?:de|des|dos|das)) (?=\p{L}{3})/iu, "")
    .replace(/(?<=\p{L}{3}) (?:(?:ins)?gesamt|totaal|totale|totalt)$/iu, "")
    .replace(/^approx(?:imate|\.)? (?=\p{L}{3})/iu, "")
    // `Magnitude of poor families, Est`: how many are estimated.
    .replace(/^magnitude of (?=\p{L}{3})/iu, "")
    .replace(/(?<=\p{L}{3})[\s,_-]+est\.?$/iu, "")
    // `Total: All households` is about households.
    .replace(/^total: (?=all )/iu, "")
    // `All usual residents`
    .replace(/^all (?=(?:\p{L}+ ){0,2}\p{L}+s$)/iu, "");
  const known =
    peopleNumbered(label) ??
    thingsElsewhere(label) ??
    thingsOfName(label, text) ??
    ofPopulation(text) ??
    lastOfSeveral(text);
  if (known) return known;
  const found = new RegExp(
    `^(?<head>(?:${adverbs} (?:available|\\p{L}{3,}ed) (?!(?:${afterHead}|to)\\b)(?=\\p{L}))?.+?)(?<rest>\\s(?:${afterHead})\\b.*|${whatTheyDo}|\\s*[(,:;–].*|\\s-\\s.*)?$`,
    "iu",
  ).exec(text)?.groups;
  const isWhole = found !== undefined && isPartOfName(found.head ?? "", found.rest ?? "");
  const head = ((isWhole ? undefined : found?.head) ?? text).trim();
  // `People fully vaccinated`
  const adverb = isWhole ? "" : (/ \p{L}{2,}ly$/iu.exec(head)?.[0] ?? "");
  const name = head.slice(0, head.length - adverb.length);
  const rest = isWhole ? "" : `${adverb}${(found?.rest ?? "").trimEnd()}`;
  const tail = rest.length > longestTail || /^\s*[(,:;–]|^\s-\s/u.test(rest) ? "" : rest;
  // English plurals are not for the words of other languages, nor for what is no noun: `in person`.
  // `Under 4 hours` are neither hours nor under anything: what took so long is counted.
  if (/^(?:under|over|between|within|less than|more than|up to|above|below|at least) \d/iu.test(text))
    return { one: text, other: text };
  if (/^times(?= |$)/iu.test(text)) return { one: "time", other: "times" };
  const isSentence = /\p{L} (?:is|are|was|were|has|have|does|do|not)\b/iu.test(text);
  if (isSentence || isForeign(text) || /^(?:in|at|by|on|with|without|not|via)\b/iu.test(text))
    return { one: text, other: text };
  const [one, other] = isPluralNoun(name) ? [singularOf(name), name] : [name, pluralOf(name)];
  return { one: `${one}${tail}`, other: `${other}${tail}` };
}

/** Whom a name says that there is a number of, `Total number of working age people in receipt of a benefit`; of several together, `pensioners and other people`, the last. */
function peopleNumbered(label: string): MeasureSpec["unit"] | undefined {
  const { which = "", who = "" } = numberOfPeople.exec(label)?.groups ?? {};
  if (who === "") return undefined;
  const people = who.toLowerCase() === "persons" ? "people" : who.toLowerCase();
  const kind = /\b(?:and|or)\b/iu.test(which) ? "" : which.toLowerCase();
  return { one: `${kind}${singularOf(people)}`, other: `${kind}${people}` };
}
const numberOfPeople =
  /\bnumber of (?<which>(?:(?!(?:of|for|with|in|by|to|from|per|among|where|who|whose|the|all)\b)\p{L}[\p{L}-]* ){0,4}?)(?<who>people|persons|children|adults|women|men)\b/iu;

/** What comes last in a name of several parts: `Black bags – household incidents`, `Chemical drums, oil and fuel incidents` are incidents. */
function lastOfSeveral(text: string): MeasureSpec["unit"] | undefined {
  const last = /^\p{L}[\p{L} ]*(?:, | [-–] )[\p{L}, –-]*?(?<last>\p{L}+)$/u.exec(text)?.groups?.last;
  return last !== undefined && /s$/u.test(last) && thingsCounted.test(last)
    ? { one: singularOf(last), other: last }
    : undefined;
}

/** People, where a name is one of populations. */
function ofPopulation(text: string): MeasureSpec["unit"] | undefined {
  const { who, aged } = partOfPopulation.exec(text)?.groups ?? {};
  if (who !== undefined) return countedBy(isPluralNoun(who) ? who : pluralOf(who));
  if (aged !== undefined) return { one: `person ${aged}`, other: `people ${aged}` };
  const part = groupOfPopulation.exec(text)?.groups?.part;
  if (part !== undefined) return { one: `person (${part})`, other: `people (${part})` };
  const isAll =
    /\b(?:pop|population|headcount)(?: ?est(?:imates?|s)?)?[ _]?\d{0,4}\+?(?:\s*\((?:[^()]*\d{4}|mid\W*|(?:both|all) [^()]*|(?:aged |[<>≥≤] ?)\d[^()]*)\))?$/iu.test(
      text,
    );
  // `Subnational population projections for England`: people, and no projections.
  const isProjected = /\bpopulation (?:projections?|estimates?|forecasts?)(?= (?:for|of|by|in)\b|$)/iu.test(text);
  const isFirst =
    /^(?:(?:total|resident|estimated|usual|mid[- ]year) )*population (?!(?:density|growth|change|rate|ratio|share|index|pyramid|below|over|under|weighted|affected|served)\b)(?:\p{L}+ ?)+$/iu.test(
      text,
    );
  return isAll || isFirst || isProjected ? { one: "person", other: "people" } : undefined;
}

/** `Working age population`: its people are some of all, and a sentence of them says which. */
const groupOfPopulation =
  /^(?:(?:total|resident|estimated) )*(?<part>(?:working|school|pension(?:able)?|retirement|voting|old|college)[- ]age|foreign[- ]born|working|child|youth|elderly|adult|male|female|rural|urban|indigenous|prison|homeless|disabled|immigrant|refugee|civilian|economically (?:in)?active) pop(?:ulation)?$/iu;

/** What is counted, before the name of a part of it: `COVID-19 cases Brooklyn`, `COVID-19 cases 0-4`, `Tests overall`. */
function thingsOfName(label: string, text: string): MeasureSpec["unit"] | undefined {
  const { things, part } =
    /^(?<things>.*?\p{L}{3,}s|.*?\bpeople|.*?\bchildren)\s+(?<part>[\p{L}\d].*)$/u.exec(text)?.groups ?? {};
  if (things === undefined || part === undefined || !thingsCounted.test(things) || ofThings.test(part))
    return undefined;
  const isAll = part === "overall";
  if (!isAll && !/\s/u.test(label.trim())) return undefined;
  const tail = isAll ? "" : ` (${part})`;
  return { one: `${singularOf(things)}${tail}`, other: `${things}${tail}` };
}
const afterHead =
  "of|where|when|while|in|per|for|by|with|against|who|whose|that|which|from|due|to|on|at|aged|age(?= \\d)|under|over|without|as|during|between|since|paid|awarded|spent|received|incurred|recorded|reported|registered|admitted|affected|impacted|involved|involving|tested|living|resulting|absent|available|\\p{L}{3,}ed";

/** How something is done, before it: `newly`, `publicly`. */
const adverbs = "(?!(?:elder|fami|assemb|supp|month|week|year|dai|quarter)ly\\b)\\p{L}{2,}ly";

/** What several do that a name counts: `attending primary schools` of pupils, and not `housing` of `council housing starts`. */
const whatTheyDo = "(?<=[^s]s|people|children|men)\\s\\p{L}{3,}ing\\b.*";

/** What stands behind a noun and makes a longer name, or a sentence, of it: `of`, `registered`, `fully vaccinated`, `is`. */
const ofThings = new RegExp(
  `^(?:(?:${afterHead})\\b|\\p{L}+(?:ly|ing)\\b|(?:is|are|was|were|has|have|had|not|and|or|but|eligible|looked|under|over|within|above|below|more|less|near|nearest)\\b|[^\\p{L}\\d])`,
  "iu",
);
const thingsCounted =
  /\b(?:cases|deaths|births|tests|doses|admissions|hospitali[sz]ations|vaccinations|businesses|companies|pupils|patients|people|children|visits|offences|crimes|arrests|incidents|beds|households|homes|dwellings|claims|applications|jobs|workers)$/iu;

/** `population_male`, `Population of women`, `Population aged 65 and over`: people, and no populations. */
const partOfPopulation =
  /^population (?:(?:of )?(?<who>males?|females?|men|women|boys|girls|children|adults)|(?<aged>aged? \d.*))$/iu;

/** Whether a word in `-ed` says of what follows, and not of what stands before: `travel associated cases`, `not sequenced`. */
const isPartOfName = (head: string, rest: string): boolean =>
  /^(?:not|non|un)$/iu.test(head) ||
  (/^\s\p{L}{3,}ed(?:\s[\p{L}\d-]+)+$/iu.test(rest) &&
    !isPluralNoun(head) &&
    !/\s(?:aged|in|by|of|for|to|at|on|from|with)\b/iu.test(rest));

/** What follows the head of a name is left out of its unit where it is longer. */
const longestTail = 40;

const irregular: Readonly<Record<string, string>> = {
  child: "children",
  person: "people",
  sex: "sexes",
  man: "men",
  woman: "women",
  penny: "pence",
};

const isPluralNoun = (name: string): boolean =>
  (/[^sui]s$/iu.test(name) && !/(?:\bbi|\bg|\batl|\bcanv)as$/iu.test(name)) ||
  Object.values(irregular).some((own) => new RegExp(`(?:^|[^\\p{L}])${own}$`, "iu").test(name));

function singularOf(name: string): string {
  for (const [one, other] of Object.entries(irregular)) {
    const end = new RegExp(`(?<=^|[^\\p{L}])${other}$`, "iu");
    if (end.test(name)) return name.replace(end, one);
  }
  if (/[^aeiou]ies$/iu.test(name)) return `${name.slice(0, -3)}y`;
  return /(?:sses|shes|ches|xes)$/iu.test(name) ? name.slice(0, -2) : name.slice(0, -1);
}

/** The plural of a name, which may be one already. */
export function pluralOf(name: string): string {
  const { head, rest } = /^(?<head>\p{L}{3,}(?: \p{L}{3,})?) (?<rest>of \p{L}.*)$/u.exec(name)?.groups ?? {};
  if (head !== undefined && !isForeign(name)) return `${pluralOf(head)} ${rest}`;
  // `Country / territory`: either.
  const either = /^(?<first>\p{L}[^/]*?)(?<sign> ?\/ ?)(?<second>\p{L}[^/]*)$/u.exec(name)?.groups;
  if (either && !isForeign(name))
    return `${pluralOf(either["first"] ?? "")}${either["sign"]}${pluralOf(either["second"] ?? "")}`;
  for (const [one, other] of Object.entries(irregular)) {
    const end = new RegExp(`(?<=^|[^\\p{L}])${one}$`, "iu");
    if (end.test(name)) return name.replace(end, other);
  }
  if (
    !/\p{L}$/u.test(name) ||
    isForeign(name) ||
    /^(?:not|non) /iu.test(name) ||
    /(?:[^e]ed|\b(?:paid|spent|staff|traffic|personnel|care|spending|waste|housing|employment|information))$/iu.test(
      name,
    )
  )
    return name;
  if (/[^aeiou]y$/iu.test(name)) return `${name.slice(0, -1)}ies`;
  if (/(?:\bbus|ss)$/iu.test(name)) return `${name}es`;
  return /(?:s|x|ch|sh)$/iu.test(name) ? name : `${name}s`;
}

/** A label within a sentence: `Deaths in Wales` is `deaths in Wales`, `Total Deaths` is `total deaths`, `COVID-19 cases` stays. */
export function inSentence(label: string): string {
  if (isForeign(label)) return label;
  const words = label.split(" ");
  const letters = words.filter((word) => /^\p{L}/u.test(word));
  // `GDP` and `GVA` are said letter by letter.
  if (/^[^AEIOUY\P{Lu}]{2,4}[AEIOU]?$/u.test(label)) return label;
  const isLoud = letters.length > 0 && letters.every((word) => word === word.toUpperCase());
  const later = letters.slice(1).filter((word) => word.length > 3);
  const isTitled = later.length > 0 && later.every((word) => /^\p{Lu}/u.test(word));
  const small = words
    .map((word, index) => {
      if (isLoud) return word.toLowerCase();
      if (index === 0 && !isTitled && beginsName(words)) return word;
      const isName = /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\p{N}/u.test(word) || (isTitled && isNameOfCountry(word));
      const isAfterPreposition = /^(?:in|at|from|within)$/iu.test(words[index - 1] ?? "");
      return isName || isAfterPreposition || (index > 0 && !isTitled) ? word : word.toLowerCase();
    })
    .join(" ");
  return isLoud ? small : withNamesOf(label, small);
}

/** Whether a label in small letters begins with a name of two words: `Police Scotland drug deaths`, and not `Total Deaths in hospital`. */
const beginsName = ([first = "", second = ""]: readonly string[]): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(first) && /^\p{Lu}\p{Ll}+$/u.test(second) && !isPluralNoun(second);

/** A payment by its name, which has capitals in any sentence: `on Universal Credit`, `receiving Child Benefit`. */
const paymentByName =
  /(?<=\s(?:on|of|for|receiving|claiming|getting|without) )(?:\p{Lu}\p{Ll}+ )+(?:Credit|Payment|Benefit|Allowance)(?!\p{L})/gu;

function withNamesOf(label: string, small: string): string {
  let text = small;
  for (const { 0: name, index } of label.matchAll(paymentByName))
    text = `${text.slice(0, index)}${name}${text.slice(index + name.length)}`;
  return text;
}
