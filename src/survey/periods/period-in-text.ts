/** What begins as the name of a month does. */
export const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

/** A month and no other word that begins as one does: `2019 Marriages`. */
export const monthName =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})";

/** What a day may have before it that is of it: its name in the week, or that it is the last or the first of one. */
export const beforeDay =
  "(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? |(?:(?:weeks?|wk) (?:ending|ended|to|commencing|beginning|starting)|w/?[ebc]):? )";
/** What may stand behind the number of a day: `3rd`. */
export const ordinal = "(?:st|nd|rd|th)?";
/** A day with the name of its month, or one that says more than its numbers, whole: `January 3, 2022`, `w/e 7 Jan 2022`, `2022-01-03 00:00:00`. */
const wholeDay = [
  String.raw`(?:(?<!\p{L})${beforeDay})?(?:(?<!\d)\d{1,2}${ordinal}[ -]${monthName}\.?,?[ -](?:19|20)\d{2}(?!\d)|(?<!\p{L})${monthName}\.? \d{1,2}${ordinal},? (?:19|20)\d{2}(?!\d))`,
  String.raw`(?<!\p{L})${beforeDay}(?:(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/(?:19|20)\d{2})(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}[T ]00:00(?::00)?(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d{2}\.(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`,
].join("|");
/** A quarter in words. */
const quarter = "(?:(?:1st|2nd|3rd|4th|first|second|third|fourth) quarter|quarter [1-4])(?![\\p{L}\\d])";
/** A quarter in words, before its year or behind it: `3rd quarter 2023`, `2023, quarter 3`. */
const wholeQuarter = `(?<!\\d)(?:19|20)\\d{2},? ${quarter}|(?<![\\p{L}\\d])${quarter},? (?:19|20)\\d{2}(?![\\d/–-])`;
/** A period within a text. */
export const periodIn = new RegExp(
  `${wholeDay}|${wholeQuarter}|(?<!\\d)(?:(?:19|20)\\d{2}[/–-]\\d{2,4} (?:P|Period ?)\\d{1,2}(?!\\d)|(?:19|20)\\d{2} [–-] (?:19|20)\\d{2}(?!\\d)|(?:19|20)\\d{2}[ -]${monthName}(?![ -]\\d)|(?:19|20)\\d{2}M(?:0[1-9]|1[0-2])(?!\\d)|(?:19|20)\\d{2} [1-4]Q(?!\\p{L})|[1-4]Q ?(?:19|20)\\d{2}(?!\\d)|(?:19|20)\\d{2} \\| (?:${month}|Q[1-4]|${quarter}|(?:I{1,3}|IV)\\.? quarter|year$)(?!\\p{L})|(?<!\\p{L})${month} \\| (?:19|20)\\d{2}(?!\\d)|(?:19|20)\\d{2}-\\d{2}-\\d{2}|\\d{1,2}[ -]${month}[ -](?:19|20)?\\d{2}|\\d{1,2}/\\d{1,2}/(?:(?:19|20)\\d{2}|\\d{2}(?!\\d))|\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d{2}(?!\\d)|(?<!\\p{L})${month} (?:['’]\\d{2}|\\d{2,4}) (?:to|-|–) ${month} (?:['’]\\d{2}|\\d{2,4})|(?<!\\p{L})${monthName}(?:19|20)?\\d{2}(?!\\d)|(?:year ending |ye )?(?<!\\p{L})${month}[ _-]+(?:to |- ?)?(?:${month} )?\\d{2,4}|(?<!\\p{L})FY ?(?:(?:19|20)\\d{2}|\\d{2})(?![\\d/–_-]|[ _]?Q\\d)|(?:19|20)\\d{4}(?!\\d)|(?:19|20)\\d{2}(?:[/–-]\\d{2,4})?(?:[ _-]?Q[1-4])?(?!\\d)|Q[1-4] (?:19|20)\\d{2}|(?<![\\d/.])(?:0[0-9]/(?:0[1-9]|10)|[12][0-9]/[123][0-9])(?![\\d/.%]))`,
  "iu",
);

/** Months in Spanish, Portuguese, French, Italian, German, Dutch, Swedish. */
export const foreignMonth =
  /^(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januar|februar|märz|juni|juli|oktober|dezember|januari|februari|maart|mei|augustus|maj|augusti)$/iu;
