import { isNotStated, type MeasureSpec } from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import { countedBy, isMoney } from "./guess-unit.ts";
import { whatIsCounted } from "./one-measure.ts";
import { mayBeThings } from "./things-of-titles.ts";

/** Where units may be said that are those of no heading. */
export interface SaidElsewhere {
  /** What stands above the table, its title among it. */
  readonly titles: readonly string[];
  /** What stands beside the table in short texts. */
  readonly notes: readonly string[];
  readonly sheet: string | undefined;
}

/**
 * Tells measures whose headings say no unit in what the title says that they are kinds of: `Available` and `Occupied` below `Number of available and
 * occupied beds`. Where they stay without one, says which words of a unit, or of how many at a time, stand in the title, the notes or the name of the sheet
 * and were given to no measure.
 */
export function withUnitsElsewhere(
  specs: Readonly<Record<string, MeasureSpec>>,
  said: SaidElsewhere,
  remarks: Remarks,
): Readonly<Record<string, MeasureSpec>> {
  const named = withThingsOfKinds(specs, said, remarks);
  remarkOnPayments(named, said, remarks);
  const without = Object.entries(named).filter(([, { unit }]) => hasOpenUnit(unit));
  if (without.length === 0) return named;
  const given = Object.values(named)
    .map(({ label, unit }) => `${label} ${unit.other}`.toLowerCase())
    .join(" | ");
  const all = [
    ...phrasesIn("The title", said.titles),
    ...phrasesIn("A note", said.notes.filter(isShort)),
    ...phrasesIn("The name of the sheet", [said.sheet ?? ""]),
  ];
  const seen = new Set<string>();
  const open = all.filter(({ phrase }) => {
    const own = phrase.toLowerCase();
    const isNew = !seen.has(own) && !given.includes(own);
    seen.add(own);
    return isNew;
  });
  if (open.length === 0) return named;
  const text = open.slice(0, mostPhrases).map(({ where, phrase }) => `${where} says "${phrase}".`);
  for (const [id] of without) remarks.also(`measures.${id}.unit`, text.join(" "));
  return named;
}
const mostPhrases = 2;

/** Asks of wages, rents and pensions for how long they are paid, where neither their heading nor their unit says it; of an income a year is understood. */
function remarkOnPayments(
  specs: Readonly<Record<string, MeasureSpec>>,
  { titles, notes, sheet = "" }: SaidElsewhere,
  remarks: Remarks,
): void {
  const places = [
    { where: "the title", texts: titles },
    { where: "the name of the sheet", texts: [sheet] },
    { where: "a note", texts: notes.filter(isShort) },
  ];
  const [said] = places.flatMap(({ where, texts }) =>
    texts.flatMap((text) => {
      const [time] = ofTime.exec(text) ?? [];
      return time === undefined ? [] : [`${where} says "${time}"`];
    }),
  );
  for (const [id, { label, unit }] of Object.entries(specs))
    if (isMoney(unit) && ofPayment.test(meaningOf(label)) && !ofTime.test(`${label} ${unit.other}`))
      remarks.also(
        `measures.${id}.unit`,
        `For how long, an hour, a week, a month or a year, its heading does not say${said === undefined ? "" : `; ${said}`}.`,
      );
}
const ofPayment = /\b(?:wages?|salar(?:y|ies)|pay|earnings|rents?|pensions?)\b(?! (?:tax|burden|gap)\b)/iu;
const ofTime =
  /\b(?:(?:per|an?|each) (?:hour|day|week|month|year|annum)|hourly|daily|weekly|monthly|yearly|annual(?:ly)?|pcm|p\.a\.)(?!\p{L})/iu;

/** Whether nobody has said what figures are told in, or what so many thousands are of. */
const hasOpenUnit = (unit: MeasureSpec["unit"]): boolean =>
  isNotStated(unit) || unit.other.includes("(unit not stated)");

/** Longer notes speak of many things. */
const isShort = (text: string): boolean => text.length <= longestNote;
const longestNote = 160;

const phrasesIn = (where: string, texts: readonly string[]) =>
  texts.flatMap((text) => [...text.matchAll(ofUnits)].map(([phrase]) => ({ where, phrase: phrase.trim() })));

/** Words of a unit, of a currency, or of how many at a time. */
const ofUnits = new RegExp(
  [
    // `per 100,000 population`, `per 1 000 live births`; a day or a head is for each of what.
    String.raw`\b(?:per|for every) (?:10{0,2}[ ,.]?0{3}|100(?![ ,.]?\d)|thousand|million|capita|head)\b(?: (?:of )?(?:the )?\p{Ll}{3,}(?: \p{Ll}{4,})?)?`,
    // `£ million`, `€m`, `in thousands of dollars`, `(000s)`
    String.raw`(?:£|€|\$|US\$)\s?(?:m|mn|bn|million|billion|thousand|0{3}s?)\b`,
    String.raw`(?<![\d.,]\s?)\b(?:thousands|millions|billions)\b(?: of \p{L}{3,}(?: \p{Ll}{3,})?)?`,
    `(?<=[('’ ])0{3}s?(?=[)'’ ]|$)`,
    // `number of available beds`, up to what says more of them
    String.raw`\bnumbers? of (?:\p{L}[\p{L}’-]* ){0,4}?\p{L}[\p{L}’-]*s\b`,
    String.raw`\b(?:percentages?|per ?cent|proportions?)\b(?: of (?:\p{Ll}+ ){0,2}\p{Ll}+)?`,
    String.raw`(?<=\bin |\()(?:(?:current|constant|real) )?(?:tonnes|kilograms|kg|hectares|acres|km2|km²|kilomet(?:re|er)s|miles|litres|hours|minutes|days|weeks|months|years|[kmgt]wh|dollars|pounds|euros|pence|cents)\b`,
  ].join("|"),
  "giu",
);

/** What a label says that there is a number of, whatever stands before it: `Monthly number of deaths`. */
function numberedIn(label: string): string | undefined {
  const { things } = numberWithin.exec(label.toLowerCase())?.groups ?? {};
  return things !== undefined && mayBeThings(things) ? things : undefined;
}
const numberWithin =
  /^(?:\p{Ll}[\p{Ll}-]* ){1,3}(?:number|count)s? of (?<things>(?:\p{Ll}[\p{Ll}-]* )?\p{Ll}{3,}s)(?=$|,| (?:by|in|with|of|from|who|per|at)\b)/u;

/** Tells measures that the title lists as kinds of one thing in that thing, and those whose label says after other words what there is a number of. */
function withThingsOfKinds(
  specs: Readonly<Record<string, MeasureSpec>>,
  { titles }: SaidElsewhere,
  remarks: Remarks,
): Readonly<Record<string, MeasureSpec>> {
  const all = Object.entries(specs);
  const lists = titles.flatMap((title) => [...title.toLowerCase().matchAll(kindsOfThings)].map(({ groups }) => groups));
  const told = all.map(([id, own]) => {
    const kind = own.label.toLowerCase();
    const found = lists.find((list) => list?.kinds?.split(/, | and |, and | or | & /u).includes(kind))?.things;
    const things = found ?? numberedIn(own.label) ?? "";
    const areOpen = isNotStated(own.unit) && own.statType !== "share" && own.statType !== "rate";
    if (!areOpen || !mayBeThings(things)) return [id, own] as const;
    remarks.replace(`measures.${id}.unit`, guessedFrom(found === undefined ? "its name" : "the title", whatIsCounted));
    return [id, { ...own, unit: countedBy(things) }] as const;
  });
  return Object.fromEntries(told);
}
const kindsOfThings =
  /\b(?:number|count|total) of (?<kinds>\p{Ll}[\p{Ll}-]*(?:(?:, | and |, and | or | & )\p{Ll}[\p{Ll}-]*)+) (?<things>\p{Ll}{3,}s)\b/gu;
