import type { NumberWords } from "../contract/audit.ts";
import { currencyBefore, isWord, type NumberContext, tokensOf } from "./number-context.ts";
import { oneOrTwo } from "./number-statements.ts";
import type { KindOfUnit } from "./unit-kinds.ts";

/** In millions or metres. */
const byLetter = /^m(?![\p{L}\p{N}])/iu;
/** One number and another behind a word or two: 6 of 10, 81 out of 287. */
const ofSeveral = /^(?: \p{L}+){1,3} (\d+)/u;
const year = /^(?:19|20)\d\d$/;

/** Makes what tells whether the words around a number say what figures are of: the data, what any briefing counts or tells of, or a sum. */
export function createEvidence(words: NumberWords, kinds: readonly KindOfUnit[]) {
  const isUnit = (word: string): boolean => kinds.some(({ hasWord }) => hasWord(word));

  const clauseOf = ({ before, after }: NumberContext): readonly string[] =>
    tokensOf(`${before} ${after}`).filter(isWord);

  const isOfData = ({ data }: NumberContext, word: string): boolean =>
    (data.isMeasured(word) && !isUnit(word)) || data.isCategory(word);

  /** Whether any word of its clause does: what has the form of a figure alone is a guess without one. */
  const isOfFigures = (context: NumberContext): boolean =>
    clauseOf(context).some((each) =>
      [isOfData(context, each), words.counted.test(each), words.reported.test(each), words.sums.test(each)].some(
        Boolean,
      ),
    );

  /**
   * What a race is called by its length, and a place in one or a rule by so many of several, where nothing says what was counted: the
   * 800m was held, came 81 out of 287, finished in 6th place, you need 6 of 10.
   */
  function isOfFormAlone(context: NumberContext): boolean {
    const { before, after, behind, last } = context;
    if (currencyBefore.test(before) || isOfFigures(context)) return false;
    if (words.placed.test(`${before}#${after}`) || isScoreOfReader(context) || isOneOfKinds(context)) return true;
    const [next = ""] = tokensOf(after.slice(1));
    if (byLetter.test(after))
      return (
        words.determiner.test(last) &&
        words.being.test(next) &&
        !clauseOf(context).some((each) => words.spent.test(each))
      );
    const [joined = "", all = ""] = ofSeveral.exec(behind) ?? [];
    if (!words.ratio.test(behind) || all === "" || year.test(all)) return false;
    return (
      words.rankBefore.test(before) ||
      words.asked.test(before) ||
      words.ruling.test(`${before}#${behind.slice(joined.length)}`)
    );
  }

  /** What a player is told of: Your Strength score increases by 2. */
  function isScoreOfReader({ number, before, after, spoken, last, counted }: NumberContext): boolean {
    if (!oneOrTwo.test(number) || counted.what !== "none" || words.shareAfter.test(after)) return false;
    const isMoved = spoken.slice(0, 2).some((each) => words.moves.test(each)) && last !== "";
    return isMoved && words.asked.test(before) && spoken.slice(1, 4).some((each) => words.mark.test(each));
  }

  /** One of many of a kind that nobody counts: in 1 of the 33 categories. */
  function isOneOfKinds({ number, behind, counts }: NumberContext): boolean {
    const joined = /^(?: \p{L}+){1,2}(?:['’]\p{L})? \d{2,3}(?= \p{Ll})/u.exec(behind)?.[0];
    if (number !== "1" || joined === undefined || !words.partOf.test(behind)) return false;
    const rest = behind.slice(joined.length);
    const { what, noun } = counts(rest);
    if (what !== "plural" || words.bodies.test(noun)) return false;
    return !tokensOf(rest).some((each) => [words.does, words.being, words.moves].some((pattern) => pattern.test(each)));
  }

  return { clauseOf, isOfData, isOfFormAlone };
}
