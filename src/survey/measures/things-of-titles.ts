import type { MeasureSpec } from "../../dataset/index.ts";
import { isNameOfArea } from "../areas/find-area.ts";
import { isForeign } from "../meaning-of.ts";
import { sentence } from "../naming.ts";
import { isCountable, isPlainCount, namesNothing, namesThings } from "./counted-things.ts";
import { countedBy } from "./guess-unit.ts";
import { isOfClaimants, isOfCounts, isOfMoney, saysAverage, saysPercent } from "./measure-kind.ts";

/** What a title says that its figures are of: `Table 1: Pupils by local authority` is of pupils. */
export function headOfTitle(title: string): string {
  const plain = title
    .replace(/^(?:table|figure|chart|(?:work)?sheet) (?:\d{2,4}-\d{4}|[\w.]+)\s*[:.–-]?\s*/iu, "")
    .replace(/^(?:distribution|breakdown|summary|overview) of (?:the )?(?=\p{L}{3})/iu, "")
    .replace(/^(?:data|statistics|figures|information) (?:on|about) (?:the )?(?=\p{L}{3})/iu, "");
  const cut =
    /^(?<head>.+?)(?:(?<!\b(?:caused|recorded|reported|committed|provided|funded|made|held|owned|run)),? (?:broken down )?by |,? (?:selon|nach|según|secondo|efter|etter|naar) (?=\p{L})|, \p{Ll}[\p{L} ]{0,20} by |, (?:snapshot|as (?:at|of|on)) | \| |: |; |, (?=\p{Lu}|\d))/u.exec(
      plain,
    )?.groups?.head ?? plain;
  // `(MMR; maternal deaths per 100,000 live births)` is one remark, and is not cut in its midst.
  const isOpen = cut.lastIndexOf("(") > cut.lastIndexOf(")");
  // `Offences recorded by the police` is no name, though it ends as those of forces do.
  const isArea = isNameOfArea(cut) && !/\s\p{Ll}{5,}(?=\s|$)/u.test(cut);
  const head = isOpen || isArea ? plain : cut;
  const words = head.replace(
    /[\s(,–-]+(?:in |to |up to |since |from |for |between |until )?(?:(?:19|20)\d{2}(?: ?(?:to|[-/–&]|and)? ?(?:(?:19|20)?\d{2}\b)?)?)\)?$/iu,
    "",
  );
  return /\p{L}{3}/u.test(words) ? words : title;
}

/** What a title says that is counted: `Pupils by ethnic group`, `Home Payment recipients by state`. */
export function thingsOfTitle(title: string): MeasureSpec["unit"] | undefined {
  const { who } = /\b(?<who>recipients|claimants|beneficiaries|pensioners)\b/iu.exec(title)?.groups ?? {};
  if (who !== undefined && isOfClaimants(title)) return countedBy(who.toLowerCase());
  // `Drug deaths in Scotland` are drug deaths.
  const head = sentence(
    headOfTitle(title)
      .replace(/ (?:in|across|within) (?:the )?\p{Lu}.*$/u, "")
      .replace(numbersAndMore, "Number of "),
  );
  const first = isForeign(head) ? /^\p{Lu}\p{Ll}{4,}s(?= \p{Ll})/u.exec(head)?.[0] : undefined;
  // `Infractions enregistrées par la police` are offences.
  if (first !== undefined && isOfCounts(first))
    return { one: first.slice(0, -1).toLowerCase(), other: first.toLowerCase() };
  if (isOfMoney(head) || saysAverage(head)) return undefined;
  const isNumber = /^(?:total )?numbers? of \p{L}/iu.test(head) && namesThings(head);
  if (isPlainCount(head) || isNumber) return countedBy(head);
  // `Pupils with a fixed-term exclusion`: of a long name its noun, and any noun that something is told "by", but for those of no thing.
  const isDivided = head !== sentence(title) && /\bby \p{L}/u.test(title);
  const noun = nounBefore(head);
  return isPlainCount(noun) || (isDivided && mayBeThings(noun)) ? countedBy(noun) : undefined;
}

/** `Number and percentage of children in poverty`: what there is a number of. */
const numbersAndMore =
  /^(?:the )?(?=(?:.*\bnumbers?\b)(?:.* of\b))(?:(?:numbers?|percentages?|proportions?|shares?|rates?)(?:, | and | & | or |, and ))+(?:the )?(?:numbers?|percentages?|proportions?|shares?|rates?) of /iu;

/** The words of a name up to what says more of it: `Pupils` of `Pupils with a fixed-term exclusion`. */
const nounBefore = (name: string): string =>
  /^(?<noun>.+?)\s(?:\p{L}{3,}ed|of|in|with|who|whose|aged?|by|from|per|on|at|not|against|for|to|under|over|due|looked)\b/u.exec(
    name,
  )?.groups?.noun ?? name;

/** Whether a name of a few words may be of things that are counted: a plural, and none of figures, amounts or sums of money. */
export const mayBeThings = (name: string): boolean =>
  /^(?:[\p{L}-]+ ){0,2}\p{L}+(?<![suia])s$/u.test(name) &&
  isCountable(name) &&
  !namesNothing(name) &&
  !saysPercent(name, []) &&
  !ofNoThings.test(name);
const ofNoThings =
  /\b(?:statistics|figures|results|data|tables?|rates?|ratios?|levels?|trends?|indicators?|measures?|estimates?|projections?|forecasts?|scores?|prices?|costs?|sales|earnings|wages|incomes?|rents?|expenses|emissions|imports|exports|hours|days|weeks|months|years|changes|differences|characteristics|times|temperatures|areas?|sizes?|lengths?|weights?|distances?|tonnes|percentages?|proportions?|shares?|gains|losses|savings|loans?|grants?|benefits?|taxes|revenues?|funds?|series|news|politics|economics|analysis|needs|accounts?|stocks|yields?|averages?|details|types|reasons|causes|methods|perceptions|attitudes|views|opinions|conditions|services|outcomes|destinations|facts|findings|qualifications|standards|totals?|numbers?)$/iu;

/** What a heading above others says that all of these count: `Number of officers` over `Arrested | Convicted`. */
export function thingsAbove(heading: string): MeasureSpec["unit"] | undefined {
  const above = heading.split(" | ").slice(0, -1).at(-1) ?? "";
  return /^(?:(?:total )?numbers?|nos?\.?) of \p{L}{3}/iu.test(above) ? countedBy(above) : undefined;
}
