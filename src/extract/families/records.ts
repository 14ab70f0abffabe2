import { type Family, spanOf } from "../mention.ts";
import { number } from "../number-pattern.ts";

const changeNouns =
  "rise|rises|increase|increases|fall|falls|drop|drops|decrease|decreases|growth|decline|jump|surge|change|reduction|improvement|gap";
const word = `(?!(?:and|in|or|for|${changeNouns}|recent|likely|common)(?!\\p{L}))[\\p{L}’'-]+`;
const years = "(?:years|decades|months|quarters)";
/** Not the name of what is counted: police recorded crime. */
const recorded = "(?<!police\\s)recorded(?!\\s+(?:crimes?|offences?|deaths?|incidents?|cases?)(?!\\p{L}))";

/**
 * `record numbers`, `a record high`, `the highest since 2014`, `the highest annual total for ten years`, `an all-time low`,
 * `more people than ever`.
 * To record is no record; the largest rise is one of a change, and no claim here.
 */
export const records: Family = {
  pattern: new RegExp(
    [
      "(?<!\\p{L})(?:(?<!to\\s|previous\\s|police\\s|forces?\\s|not\\s|we\\s|they\\s)(?:an?\\s+)?(?<new>new\\s+)?record\\s+(?<record>high|low|numbers?|levels?|figures?|totals?|rates?|amounts?|years?|(?:\\p{L}+\\s)?(?:of\\s)?\\d)",
      `(?<!previous\\s)(?<extreme>highest|lowest|worst|best|largest|smallest|greatest|biggest|longest|shortest|fewest|(?<=(?:the|its|their|our|[’']s|ever)\\s)most(?!\\s+\\p{L}+ly(?!\\p{L})))(?!\\s+of(?!\\p{L}))(?:\\s+${word}){0,6}?(?:\\s+(?:since|ever|on\\s+record|yet|${recorded}|to\\s+date|in\\s+(?:its|their)\\s+history)|(?<open>(?=\\s+(?:in|for)\\s+(?:(?:over|at\\s+least|more\\s+than|almost|nearly)\\s+)?(?:${number}\\s+${years}|a\\s+(?:decade|generation|century)|several\\s+${years}))))`,
      "(?:an?\\s+)?(?<newAll>new\\s+)?all[-\\s]time\\s+(?<all>high|low)",
      "(?<beyond>more|higher|greater|larger|fewer|less|lower|smaller)(?:\\s+[^\\s.,;:()]+){0,14}?\\s+than\\s+(?:ever(?:\\s+before)?|at\\s+any\\s*(?:other\\s+)?(?:time|point)(?:\\s+since)?))(?!\\p{L})",
    ].join("|"),
    "giu",
  ),
  read(match) {
    const { record, extreme, all, open, beyond, new: isNew, newAll } = match.groups ?? {};
    // "Record 274" is a verb or a headline: the number is read by itself.
    if (record !== undefined && /\d$/.test(record)) return undefined;
    const said = record ?? extreme ?? all ?? beyond ?? "";
    const end = match[0].toLowerCase().endsWith("since") ? match[0].length - "since".length : match[0].length;
    return {
      ...spanOf(match),
      end: match.index + match[0].slice(0, end).trimEnd().length,
      kind: "record",
      isSinceOpen: open !== undefined,
      surpassing: (isNew ?? newAll ?? beyond) !== undefined,
      extreme: extremeOf(said),
    };
  },
};

/** The worst and the best are at one end or the other, which these words do not say. */
function extremeOf(said: string): "highest" | "lowest" | undefined {
  if (/^(?:worst|best)$/iu.test(said)) return undefined;
  return /low|small|few|less|shortest/iu.test(said) ? "lowest" : "highest";
}
