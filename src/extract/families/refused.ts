import type { UnreadKind } from "../extraction.ts";
import { type Family, spanOf } from "../mention.ts";
import { digitNumber, number, wordNumber } from "../number-pattern.ts";

/** Families of numbers that no claim is made of: each is a pattern, and the word for what it finds. */
export const refused = {
  /** Addresses of pages and letters; handles and tags with a digit. */
  webAddresses: refuse(
    "not-a-statistic",
    "web address",
    /\b(?:https?:\/\/|www\.)\S*[^\s.,;:!?)\]"”’']|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w*\d\w*/giu,
  ),
  /** An amount of money may well be a statistic; the kinds of claims here have no currency. */
  money: refuse(
    "not-understood",
    "money",
    new RegExp(`[£$€]\\s?${digitNumber}|${number}\\s?(?:p\\b|pence|pounds?|euros?|dollars?)(?!\\p{L})`, "giu"),
  ),
  /** With the United Kingdom's leading 0 or +44; short ones only where somebody is told to call. */
  phoneNumbers: refuse(
    "not-a-statistic",
    "phone number",
    /(?<!\w)\+\d{1,3}[\s-]?\(?\d[\d\s()-]{5,14}\d|\b0\d{2,4}[\s-]?\d{3,4}(?:[\s-]?\d{3,4})?\b|(?<=\b(?:call|calling|called|dial|dialling|ring|ringing|phone|text|texting|contacted\son|reached\son)(?:\s+\p{L}+){0,4}\s)(?:\d{3}\s\d{3}|\d{3,6})\b/giu,
  ),
  /** `3.` or `(3)` where a line begins, `[3]` where a note is meant. */
  listNumbers: refuse("not-a-statistic", "list number", /^[ \t]*\(?\d{1,3}[.)](?=\s)|\[\d{1,3}\]/gimu),
  /** `9.30am`, `17:45`, `24/7`, `48 hours`. */
  clockTimes: refuse(
    "not-a-statistic",
    "time of day",
    /\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)(?!\p{L})|(?<![\d.:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|\b24\/7\b|\b(?:24|48|72)[-\s]hours?\b/giu,
  ),
  /** What is numbered, not counted: `Table 3`, `page 12`, `Section 15A`, `No 10`. */
  references: refuse(
    "not-a-statistic",
    "reference",
    /(?<!\p{L})(?:figures?|figs?\.?|tables?|charts?|chapters?|sections?|pages?|pp?\.|parts?|articles?|clauses?|paragraphs?|annexe?s?|appendix|act|no\.?|nos\.?|number|room|court|unit|junction|channel|group|grades?|class|step|question|phase|stage|level|tier|category|version|volume|vol\.?|issue|episode|season|series|route|flight|platform|gate|key stage|year group|world war|form|attainment|progress|type)\s+(?:\d{1,4}(?:\.\d+)*[a-z]?(?:(?<=grades?\s.{1,12})(?:(?:,\s|\s(?:and|or|to)\s|\s?[–-]\s?)\d)+)?)(?![\p{L}\p{N}%,]|\s?(?:%|per\s?cent))/giu,
  ),
  /** `three miles`, `4°C`, `20 square feet`. */
  measurements: refuse(
    "not-a-statistic",
    "measurement",
    new RegExp(
      `${number}[-\\s]?(?:miles?|km|kilometres?|metres?|cm|mm|feet|foot|inch(?:es)?|kg|kilos?|grams?|tonnes?|litres?|acres?|hectares?|degrees|°C?|mph|GB|MB|TB|Mbps|volts|watts|square\\s\\p{L}+)(?!\\p{L})`,
      "giu",
    ),
  ),
  /** `three years`, `20 minutes`, `a two-year sentence`, `every 20 minutes`: how long, not how many. */
  durations: refuse(
    "not-a-statistic",
    "duration",
    new RegExp(
      `${number}(?:\\s?(?:to|-|–|and)\\s?(?:${number}))?[-\\s](?:(?:consecutive|successive|straight)\\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries)(?!\\p{L})`,
      "giu",
    ),
  ),
  /** `3-1`, `6-4`. */
  scores: refuse("not-a-statistic", "score", /(?<![\p{L}\p{N}.,/-])\d{1,3}\s?[‐‑‒–-]\s?\d{1,3}(?![\p{L}\p{N}%])/giu),
  /** `five-strong`, `10-point`, `three-bedroom`, `two-thirds` apart: the number describes one thing. */
  compounds: refuse(
    "not-a-statistic",
    "compound",
    new RegExp(
      `(?<![\\p{L}\\p{N}.,/-])(?:${digitNumber}|${wordNumber})[-–](?!(?:plus|odd|ish)(?!\\p{L}))(?!(?:one|two|three|four|five|six|seven|eight|nine)(?!\\p{L}))\\p{L}[\\p{L}-]*`,
      "giu",
    ),
  ),
  /** `3rd`, `fifth`. */
  ordinals: refuse(
    "not-a-statistic",
    "ordinal",
    /(?<![\p{L}\p{N}.,])\d+(?:st|nd|rd|th)(?!\p{L})|(?<!\p{L})(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)(?!\p{L})/giu,
  ),
  /** Numbers within names: `A421`, `MK9 3HP`, `Covid-19`, `4G`, `Channel4`, `iPhone 12`. */
  identifiers: refuse(
    "not-a-statistic",
    "name",
    /(?<![\p{L}\p{N}]|\p{N}[.,])(?:\p{Lu}{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}|\p{L}+[-–]?\d[\p{L}\p{N}]*(?:[-–.]\d+)*|\d+(?!(?:m|bn|k|mn|th|st|nd|rd|s|pc|pp|ppts?|thousand|million|billion|per\s?cent|percentage)(?!\p{L}))\p{L}[\p{L}\p{N}]*|(?:iPhone|iOS|Android|Windows|Boeing|Airbus|Xbox|PlayStation|Apollo|Formula|Covid|Radio|BBC|ITV|Sky|Brexit|Catch|Operation)\s\d+)(?![\p{L}\p{N}])/giu,
  ),
} satisfies Readonly<Record<string, Family>>;

function refuse(kind: "not-a-statistic" | "not-understood", what: UnreadKind, pattern: RegExp): Family {
  return { pattern, read: (match) => ({ ...spanOf(match), kind, what }) };
}
