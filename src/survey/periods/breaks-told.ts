import { type MeasureSpec, periodReadings } from "../../dataset/index.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import { labelsOfPeriods } from "./period-statuses.ts";

type Measures = Readonly<Record<string, MeasureSpec>>;
type Break = NonNullable<MeasureSpec["breaks"]>[number];

/** Whether a column says by its heading what figures are from, or how they were worked out. */
export const isOfOrigin = ({ name }: Pick<ColumnSurvey, "name">): boolean =>
  /^(?:data )?(?:sources?|methods?|methodolog(?:y|ies)|series|basis)$/iu.test(wordsOf(name));

/**
 * Measures with the periods from which on their figures are not like those before, as a note beside the table says, or a column that says where
 * the figures of each period are from. A note that names no period is asked about.
 */
export function withBreaks(
  measures: Measures,
  { survey, roles, remarks }: { readonly survey: TableSurvey; readonly roles: Roles; readonly remarks: Remarks },
): Measures {
  const labels = labelsOfPeriods(survey, roles).toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  if (labels.length < 2) return measures;
  const numbered = notesBehind(labels, survey.notes);
  const byNumbers = numbered.flatMap(breaksByNumber);
  for (const own of numbered.filter((one) => one.note !== undefined && breaksByNumber(one).length === 0))
    remarks.also("dimensions", isNoted(own.labels, own.note));
  const unfound = numbered.flatMap(({ labels: own, note }) => (note === undefined ? own : []));
  if (unfound.length > 0) remarks.also("dimensions", isNoted(unfound, undefined));
  const sentences = survey.notes.flatMap(sentencesIn);
  const notes = sentences.filter((text) => saysBreak.test(text));
  const ofChanges = sentences
    .filter((text) => (saysChange.test(text) || saysOnwards.test(text)) && !saysBreak.test(text))
    .map((text) => numberBefore.exec(text)?.groups?.said ?? text);
  const plain = numbered.length > 0 ? labels.map(withoutNumber) : labels;
  const byNotes = [...breaksByNotes(notes, plain), ...breaksByNotes(ofChanges, plain)];
  const byOrigin = breaksByOrigin(survey, roles);
  const told = [...byNumbers, ...byNotes, ...byOrigin];
  const breaks = told.filter(({ at }, index) => told.findIndex((own) => own.at === at) === index);
  if (notes.length > 0 && byNotes.length + byNumbers.length === 0) remarks.also("measures", asked(notes));
  if (breaks.length === 0) return measures;
  const reason = byNotes.length + byNumbers.length > 0 ? guessedFrom("a note", breaksAreTold) : breaksAreTold;
  for (const id of Object.keys(measures)) remarks.add(`measures.${id}.breaks`, reason);
  return Object.fromEntries(Object.entries(measures).map(([id, own]) => [id, { ...own, breaks }]));
}

/** Periods with the number of a note behind them, as they are written, and what this says, where it is in the file. */
interface NotedPeriods {
  readonly labels: readonly string[];
  /** The same without the number. */
  readonly plain: readonly string[];
  readonly note: string | undefined;
  /** The period behind the last of them, where there is one. */
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** The numbers of notes behind periods, `2018(2)`, and their notes: `(2) Schools without pupils have been left out …`. What is no other period with it, as a half of a year is, is a note. */
function notesBehind(labels: readonly string[], notes: readonly string[]): readonly NotedPeriods[] {
  const read = labels.map((label) => ({ label, ...numberBehind.exec(label.trim())?.groups }) as NumberedLabel);
  const plain = read.map(({ label, period }) => period?.trim() ?? label.trim());
  if (new Set(plain).size < plain.length) return [];
  const numbers = new Set(read.flatMap(({ number }) => number ?? []));
  return [...numbers].map((number) => {
    const own = read.flatMap((one, at) => (one.number === number ? [at] : []));
    const last = own.at(-1) ?? 0;
    return {
      labels: own.map((at) => labels[at] ?? ""),
      plain: own.map((at) => plain[at] ?? ""),
      note: notes.flatMap((text) => {
        const { of, said } = numberBefore.exec(text.trim())?.groups ?? {};
        return of === number && said !== undefined ? [said.trim()] : [];
      })[0],
      next: plain[last + 1],
      isFirst: own[0] === 0,
    };
  });
}
interface NumberedLabel {
  readonly label: string;
  readonly period?: string;
  readonly number?: string;
}
const numberBehind = /^(?<period>.*\d{2}.*?)\s*[([](?:note )?(?<number>\d{1,2})[)\]]$/iu;
const withoutNumber = (label: string): string => numberBehind.exec(label.trim())?.groups?.period?.trim() ?? label;
const numberBefore = /^[([]?(?:note )?(?<of>\d{1,2})[)\].:]+\s*(?<said>.*\p{L}{3}.*)$/isu;

/** Where a note on periods says that their figures are not like the others: from the first of them on, and behind the last of several. */
function breaksByNumber({ plain: [at, ...others], note, next, isFirst }: NotedPeriods): readonly Break[] {
  if (note === undefined || at === undefined || !(saysBreak.test(note) || isOfOther.test(note))) return [];
  const isOnwards = others.length === 0 || /\bonwards?\b/iu.test(note);
  return [...(isFirst ? [] : [{ at, note }]), ...(isOnwards || next === undefined ? [] : [{ at: next, note }])];
}
/** What says that figures have another base, definition or method from some time on. */
const isOfOther =
  /\b(?:from|since|as of|starting (?:in|from)|before|prior to|until|up to)\b.*\b(?:19|20)\d{2}\b.*|\b(?:new|changed?|different|revised) (?:definitions?|methods?|methodology|classifications?|boundar(?:y|ies)|system|basis)\b|\bexclud(?:ed?|es|ing) from\b/iu;

const isNoted = (labels: readonly string[], note: string | undefined): string => {
  const say =
    'Where figures before and after are not like for like, say from which on: breaks: [{ at: "…", note: "…" }] of a measure.';
  const what = `${someOf(labels)}: numbers of notes behind periods, which are read without them.`;
  return note === undefined
    ? `${what} No such notes were found: ask what they say. ${say}`
    : guessedFrom("a note", `${what} It says: ${JSON.stringify(note)} ${say}`);
};

const sentencesIn = (text: string): readonly string[] => text.split(/(?<=[.;])\s+(?=\p{Lu})/u);

/** What says of figures that those of some periods are not like those of others. */
const saysBreak =
  /\b(?:not|cannot be|never) (?:\p{L}+ ){0,4}?(?:comparable|compared|like for like)\b.*\b(?:years?|periods?|months?|quarters?|earlier|previous|time|(?:19|20)\d{2})\b|\b(?:years?|periods?|months?|quarters?|time|(?:19|20)\d{2})\b.*\b(?:not|cannot be|never) (?:\p{L}+ ){0,4}?(?:comparable|compared|like for like)\b|\bbreaks? in (?:the |this )?(?:time[- ]?)?series\b|\bseries breaks?\b|\bdiscontinuit(?:y|ies)\b/iu;
const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;
/** The figures of a period that stand apart from all others are of two breaks: before them, and behind them. */
const fromAll = /\bwith (?:any |all )?others? (?:years?|periods?)\b/iu;
/** Words after whose year the other figures begin. */
const upTo =
  /(?<!\p{L})(?:after|up to|until|through|hasta|après|jusqu['’]en|bis|nach|até|fino al|dopo il|tot(?: en met)?|til)\s+(?:the end of\s+)?(?:\p{L}+\s+)?(?:19|20)\d{2}\b/iu;
/** What says of the figures before or from a year that they are from something else than the others, or of something else: `Until 2020, data from the census`. */
const saysChange =
  /^(?:\p{L}+:\s*)?(?:[[(]?\d{1,2}[\])]?[.:]?\s+)?(?:as of|after|before|from|prior to|since|starting (?:in|from)|through|until|up to|desde|a partir de|hasta|depuis|à partir de|avant|après|jusqu['’]en|ab|seit|vor|nach|bis|até|dal|fino al|dopo il|vanaf|sinds|tot(?: en met)?|fra|från|til)\s+(?:the end of\s+)?(?:\p{L}+\s+)?(?:19|20)\d{2}(?!\d|\s*(?:[-–/]|to\b))(?:\s+on(?:wards?)?)?,?:?\s+(?:\p{L}+\s+){0,2}?(?:counts?|data|estimates?|figures?|numbers?|rates?|results?|statistics|totals?|values?|daten|werte|zahlen|datos|cifras|données|chiffres|dados|dati|gegevens|cijfers|tall)\s+(?:(?:are|is|were|was|have been|sind|sont|son|zijn)\s+)?(?:also\s+|only\s+|no longer\s+)?(?:taken\s+|drawn\s+|collected\s+|compiled\s+)?(?:according to|based on|come|cover|exclud|from|includ|relate|refer|use[sd]?\b|by the\b|aus|nach|de\b|del\b|des?\b|d['’]|da\b|dal|van|fra|från)/iu;

/** What says from which year on something is in the figures, or no longer: `Schools without pupils have been excluded from 2018 onwards`. */
const saysOnwards =
  /\b(?:exclud|includ|remov|add|count|record|classif|collect|estimat)ed\b[^.;]*\b(?:from|since)\s+(?:\p{L}+\s+)?(?:19|20)\d{2}(?:\s*[-–/]\s*\d{2,4})?\s+on(?:wards?)?(?!\p{L})/iu;

/** The years that notes name, where they are among the periods; the first of all is no break. */
function breaksByNotes(notes: readonly string[], labels: readonly string[]): readonly Break[] {
  return notes.flatMap((note) => {
    const named = new Set(note.match(year));
    if (named.size > mostNamed) return [];
    const own = labels.flatMap((label, at) => (named.has(startOf(label).slice(0, 4)) ? [at] : []));
    // Of the months of a year that a note names, the first.
    const firsts = own.filter((at) => !own.includes(at - 1) || startOf(labels[at] ?? "").slice(5, 7) === "01");
    const shifted = upTo.test(note) ? own.slice(-1).map((at) => at + 1) : firsts;
    const all = fromAll.test(note) ? [...shifted, ...own.slice(-1).map((at) => at + 1)] : shifted;
    return [...new Set(all)].flatMap((at) => (at > 0 && labels[at] !== undefined ? [{ at: labels[at], note }] : []));
  });
}
/** A note that names more years lists them. */
const mostNamed = 2;

/** Where figures are from something else than those of the period before, by a column that says one thing of each period. */
function breaksByOrigin({ columns, rows, sheet }: TableSurvey, { period, wide }: Roles): readonly Break[] {
  const [time, further] = period?.columns ?? [];
  const origin = columns.find((column) => isOfOrigin(column) && column.texts.length > 1);
  if (!time || further || wide || !origin) return [];
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const origins = new Map<string, string>();
  for (const row of rows) {
    const [label, own] = [textAt(row, time), textAt(row, origin)];
    if (own === "" || (origins.get(label) ?? own) !== own) return [];
    origins.set(label, own);
  }
  const inOrder = [...origins].sort(([a], [b]) => (startOf(a) < startOf(b) ? -1 : 1));
  const breaks = inOrder.flatMap(([at, own], index) => {
    const before = inOrder[index - 1]?.[1] ?? own;
    return before === own ? [] : [{ at, note: `${origin.name}: ${before}; from then on: ${own}` }];
  });
  return breaks.length <= mostBreaks ? breaks : [];
}
/** What changes more often has no breaks. */
const mostBreaks = 3;

const startOf = (label: string): string => periodReadings(label)[0]?.start ?? "";

const breaksAreTold =
  "Figures on either side are not like for like, and what has changed between them is said with that. Take it off where that is said of others.";
const asked = (notes: readonly string[]): string =>
  guessedFrom(
    "a note",
    `"${notes[0]}": where figures before and after a period are not like for like, say from which on: breaks: [{ at: "…", note: "…" }].`,
  );
