import { isForeign, meaningOf } from "../meaning-of.ts";
import type { ColumnSurvey, FigureSurvey } from "../table/column-survey.ts";
import { asInLatin, isNumberOfColumn, isScale, unitInHeading, unitOfText, withoutQuoted } from "./guess-unit.ts";
import { saysNumberElsewhere } from "./things-of-languages.ts";

/** What figures are, by their name and by what their cells hold. */
export type MeasureKind =
  | { readonly statType: "share"; readonly isPercent: true }
  | { readonly statType: "count"; readonly isPercent: false }
  | { readonly statType: "rate"; readonly isPercent: false; readonly per: number; readonly people: string }
  /** `isAmount`: of money, say, which is added up. */
  | {
      readonly statType: "quantity";
      readonly isPercent: boolean;
      readonly isAmount: boolean;
      readonly isFraction: boolean;
    };

const rateOf =
  /\b(?:per (?<head>head|capita)\b|(?:per|y|par|pro|por|je|auf) (?<per>\d[\d,]*(?:[ .]?000)*(?![\d+]| \+)(?: ?(?:k|m|thousand|million|billion)\b)?|thousand|million|billion|mil(?:le|l[oó]n|h[aã]o|ione)?\b|tausend\b)\s*(?:d['’]|de |di )?(?<people>(?:(?!rates?\b|per\b)\p{L}+ ?)*))/iu;
const shareName =
  /%|\b(?:uptake|coverage|turnout|prevalence)\b|\bpct\b|\bpcnt\b|(?<!\b(?:gdp|gni|co2|income|t|kg|usd|debt) )\bpc\b|\bperc(?:change)?\b|(?<!\bsars )\bcov\b(?! ?\d)|per ?cent(?!ile)|percentages?|\bshares?\b|proportions?|canran|anteil\b|\bquote\b|prozent|\btaux\b|\bpart des?\b|porcentaje|percentuale|andel\b/iu;
const changeName = /\b(?:(?:perc|pc|pct)?changes?\d*|growth|increase|decrease|difference|diff|variation|yoy)\b/iu;
/** How far figures lie apart, or may be from what they stand for. */
const spreadName =
  /\b(?:standard (?:deviations?|errors?)|std(?: (?:dev|err|error))?|coefficients? of variation|margins? of error|cv)\b/iu;
const notCounted =
  /\b(?:averages?|capita|expectancy|buckets?|changes?\d*|avg|mean|median|med|mode|ind(?:ex|ices)|scores?|ratings?|points|prices?|wages?|salar(?:y|ies)|earnings|rents?|(?<!\bby (?:\p{L}+,? ){1,3})(?<!\b(?:all|voting|working|school|pension|old|by|(?:since|over|under|above|below|from|until|before|after)(?: the)?)[ -])ages?(?! ?[-:|]? ?(?:\d|total\b|under\b|over\b|unknown\b|undisclosed\b|group\b))|longest|shortest|highest|lowest|max(?:imum)?|min(?:imum)?|years active|duration|distance|temperature|height|weight|speed|rank(?:ing|ed)?s?\d*|quintiles?|rates?|ma ?\d+|rolling|moving|sma|ratio|per|percentile|decile|pct\d+|p\d{2}|density|margin|odds|probability|chance|deviation|std|sd|variance|lower|upper|ci|lci|uci|limit|bound|anomal(?:y|ies)|rainfall|elevation|altitude|depth|width|length|volume|yield|coefficient|correlation|error|moe|r?se|prse|cv|log\d*|ln|lag|delay(?! (?:minutes|hours|days)\b)|waits?|over pop(?:ulation)?|\w*gdppc)\b/iu;
/** Whether a heading is of how something changed, of which there is no most. */
export const isOfChange = (heading: string): boolean => changeName.test(meaningOf(heading));
/** What figures are put into by their size, and no figure: `Percent rural bucket`, `Share of income, decile`. */
const groupEnd =
  /\b(?:buckets?|bins?|bands?|deciles?|quintiles?|quartiles?|quantiles?|terciles?|tertiles?|rank(?:ing|ed)?|categor(?:y|ies)|groups?|class|flag)\d*$/iu;
/** `Total of primary age` counts people, whatever it says of them. */
const numberOf =
  /^(?:tot(?:al)?|number (?:of|with|who|aged|\p{L}+ing\b)|(?:no|nr|num|n)\.? of|count (?:of|cases|deaths|people|persons)|# of)\b(?!.*\b(?:average|avg|mean|median|index|score|price|rate|error|moe)\b)/iu;
const amountName =
  /\b(?:amounts?|(?<!\b(?:low|lower|middle|high|higher)[ -])income(?! (?:children|famil(?:y|ies)|depriv(?:ation|ed)|people|areas?|groups?|bands?|support|related|poverty)\b)|spend|spending|spent|costs?|paid(?! (?:staff|workers?|employees?|volunteers?|leave|holidays?|interns?|hours)\b)|payments?|payout|revenues?|turnover|(?<!\bnon[- ])profits?|expenditure|awards?|awarded|debts?|loans?|(?<!\b(?:mass|energy|water|trade|life|work|migration|population|natural) )balance|fees?|fines?|budget|funding|grants?|donations?|sales|settlements?|incurred|reimbursed?|reserves?|disposition value|exports?|imports?|gdp)\b/iu;

/**
 * @param given the name of a measure, and what the table says of it elsewhere.
 * @param unit what the table says of its unit elsewhere: in a column, or above.
 */
export function kindOfMeasure(given: string, figures: readonly FigureSurvey[], unit = ""): MeasureKind {
  const heading = withoutQuoted(asInLatin(given));
  const said = `${withoutShares(meaningOf(heading))} ${meaningOf(unit)}`
    .replaceAll(/\bper \(?['’]?(?:000s?|thousands?)\)?/giu, "per 1000")
    // `Beds / 1000`
    .replaceAll(/(?<=\p{L}\)?) ?\/ ?(?=1[ ,.]?0{2,3}(?:[ ,.]?0{2,3})*(?!\d))/gu, " per ")
    // `NO_P10000HH` is short for a rate.
    .replaceAll(/\bp(?=10{3,6} ?(?:hh|hholds?|households?|individ\p{L}*|people|persons?|pop\p{L}*)\b)/giu, "per ")
    .replaceAll(/(?<=\bper 10{3,6} ?)(?:hh|hholds?)\b/giu, " households")
    .replaceAll(/(?<=\bper 10{3,6} ?)individ\b/giu, " individuals")
    // `RatePer10K` is one word.
    .replaceAll(/\bper(?=\d)/giu, "per ");
  const isSigned = figures.some(({ hasNegative }) => hasNegative);
  // A change in percent is no part of anything, nor is how far percentages lie apart.
  const isPart = !isSigned && !changeName.test(said) && !spreadName.test(said);
  const hasPercent = figures.some((own) => own.hasPercent);
  const areFractions = !hasPercent && mayBeFractions(figures, said);
  const measured = unitInHeading(heading).kind;
  const isMeasured =
    measured === "money" || measured === "quantity" || unitOfText(unit) !== undefined || isUnitAlone(heading);
  const isSaid =
    saysPercent(unit, []) || ((saysPercent(heading, []) || namesPart.test(said)) && arePartsOfOne(figures));
  if (!isMeasured && areCountsOfBoth(said, figures)) return { statType: "count", isPercent: false };
  if (
    hasPercent ||
    isSaid ||
    (shareName.test(said) &&
      !areFarAboveAll(heading, figures) &&
      !areFractions &&
      measured === "none" &&
      !groupEnd.test(withoutExplanation(said)) &&
      !isOfRank(said))
  )
    return kindOfPercent(said, figures, isPart);
  const rate = rateIn(said);
  const per = perOf(rate?.per);
  // A rate of what is more than expected may fall below none; an amount of money a head is no rate of cases.
  const isRatio = /(?:\bper | ?\/)/iu.test(unitInHeading(heading).said ?? "");
  if (rate && per !== undefined && !isSigned && measured !== "money" && !isRatio)
    return { statType: "rate", isPercent: false, per, people: peopleOf(rate.people, `${heading} ${unit}`) };
  if (isInPercent(said, figures) && measured === "none") return kindOfPercent(said, figures, isPart);
  // "Constant prices" say of dollars which they are.
  const own = unitOfText(unit) === undefined ? said : meaningOf(heading);
  const isNotCounted = saysNoCount(own);
  const isWhole = figures.length > 0 && figures.every((own) => own.isWhole);
  // Thousands of them are an amount: nobody hides two thousand.
  if (isWhole && !isSigned && measured === "none" && !isScale(unit) && saysNumber(heading))
    return { statType: "count", isPercent: false };
  const isCounted =
    !isNotCounted && !isMeasured && !areClasses(heading, figures) && !moneyName.test(withoutReason(said));
  if (isWhole && !isSigned && isCounted && !areBeyondCounting(heading, figures))
    return { statType: "count", isPercent: false };
  return {
    statType: "quantity",
    isPercent: false,
    isAmount: !isNotCounted && !isRatio && mayBeAmount({ heading, said, unit, figures, isMeasured }),
    isFraction: areFractions && shareName.test(said),
  };
}

interface AmountInput {
  readonly heading: string;
  readonly said: string;
  readonly unit: string;
  readonly figures: readonly FigureSurvey[];
  readonly isMeasured: boolean;
}

/** Whether what is measured, paid or counted may be added up: no parts of one, no durations of single things, nothing for each of something, and no change. */
const mayBeAmount = ({ heading, said, unit, figures, isMeasured }: AmountInput): boolean => {
  const { kind, said: own = "" } = unitInHeading(heading);
  return (
    !(kind === "none" && figures.length > 0 && figures.every((one) => one.isMostlySmall)) &&
    !(isOfDuration(`${own} ${unit}`) && !wholeDuration.test(said)) &&
    !/\/|\bper\b/iu.test(unit) &&
    !changeName.test(said) &&
    eachOf(heading) === undefined &&
    !isQuotient(heading, figures) &&
    !mayBeOfOne(heading) &&
    !forEachInGerman.test(heading) &&
    (isMeasured || saysNumber(heading) || amountName.test(said) || paidName.test(meaningOf(heading)))
  );
};

/** Whether a heading may be of what one of something costs, `Cost of care`, `Entry fee`: it does not say that it is all that was paid, nor is it in millions. */
export const mayBeOfOne = (heading: string): boolean => {
  const words = meaningOf(heading);
  return costOfOne.test(words.replaceAll(/ ?\([^()]*\)/gu, "")) && !inAll.test(words) && !ofSumsPaid.test(words);
};
const costOfOne =
  /^(?:\p{L}+ ){0,2}(?:cost of (?!sales\b|goods\b|works\b)\p{L}+|fee|fare|toll)(?=$| (?:19|20)\d{2}\b| (?:in|at|as of)\b)/iu;
const ofSumsPaid = /\b(?:all|gross|net|annual|estimated)\b|[£€$] ?(?:m|mn|bn|k|['’]?000s?)(?!\p{L})/iu;

/** `Number and percentage of children`, `Rates and numbers of deaths`: what a title says of two kinds of figures. */
const numbersAndShares =
  /\bnumbers?,? (?:and|&|or) (?:the )?(?:percentages?|per ?cent|%|proportions?|shares?|rates?)|(?:\b(?:percentages?|per ?cent|proportions?|shares?|rates?)|%),? (?:and|&|or) (?:the )?numbers?\b/iu;

/** Whether a heading is of numbers and of shares, and figures are whole: they are what small ones have to be hidden of. */
const areCountsOfBoth = (said: string, figures: readonly FigureSurvey[]): boolean =>
  figures.length > 0 &&
  numbersAndShares.test(said) &&
  figures.every((own) => own.isWhole && !own.hasNegative && !own.hasPercent);

/** What says that a figure is told as 100 of something: `2015 = 100`. */
export const ofBase =
  /(?<![\d.])(?:\p{L}{0,9}[ .]?(?:19|20)\d{2}(?:[/–-]\d{2,4})?|average|base|mean|total)\s*=\s*100(?![\d.])/iu;
/** How many there are on so much land, or of each person: `hab/km²`. */
const ofAreaOrHead = /\/ ?(?:sq|km|qkm|ha|mi|acre|capita|head|person|hab)\b/iu;
/** Whether a heading is of what is measured, and of no number of anything. */
const saysNoCount = (said: string): boolean =>
  ofBase.test(said) ||
  ofAreaOrHead.test(said) ||
  ((notCounted.test(withoutWhatFor(said)) || /(?<!\p{L})âges?(?!\p{L})/iu.test(said)) && !numberOf.test(said));

/** A heading without what things are of, where it ends with their plural: `Age disputes`, `Price complaints` and `Weight referrals` are counted. */
const withoutWhatFor = (whole: string): string => {
  const said = withoutReason(whole);
  const { things } = thingsFor.exec(said.trim())?.groups ?? {};
  return things === undefined || measuredThings.test(things) ? said : things;
};
const thingsFor =
  /^(?:ages?|prices?|rents?|wages?|salary|earnings|scores?|ratings?|points|distance|temperature|height|weight|speed|rates?|index|density|margin|delay|waits?|error|volume|length|depth|duration|rank(?:ing)?)[ -](?<things>(?!(?:of|in|per|for|by|to|from|at|on|and|or)\b)(?:\p{L}+[ -]){0,2}\p{L}{2,}[^\P{L}su]s)$/iu;
/** A heading without what its things are for: `Evictions for rent arrears` are counted, and no money, as payments for rent are. */
const withoutReason = (whole: string): string => {
  const said = whole.replaceAll(inPayment, " ");
  const { things } = thingsWithReason.exec(said.trim())?.groups ?? {};
  const isOther =
    things !== undefined && (measuredThings.test(things) || ofPayment.test(things) || notCounted.test(things));
  return things === undefined || isOther ? said : things;
};
/** What a claim is, and no money: `Households (in payment)`. How much changed in payments is. */
const inPayment =
  /(?<!\b(?:changes?|increases?|decreases?|reductions?|differences?|growth|rise|fall) )\b(?:in|on) payment\b/giu;
const thingsWithReason =
  /^(?<things>(?:\p{L}+[ -]){0,2}\p{L}{2,}[^\P{L}su]s) (?:for|due to|because of|owing to|caused by|relating to|related to) \p{L}/iu;
/** What is paid, or adds up what is. */
const ofPayment =
  /\b(?:amounts|payments|payouts|costs|prices|wages|earnings|rents|fees|fines|debts|loans|grants|donations|sales|exports|imports|revenues|awards|settlements|charges|bills|expenses|benefits|totals|funds|budgets|premiums|tariffs|reserves|incomes)$/iu;
/** What is told by other words than how many there are. */
const measuredThings =
  /\b(?:years|months|weeks|days|hours|hrs|minutes|mins|seconds|points|pounds|dollars|euros|pence|levels|groups|bands|limits|bounds|ranges|classes|categories|percentages|means|averages|kilograms|grams|met(?:re|er)s|miles|tonnes|tons|degrees|prices|rents|wages|earnings|costs|changes|values|rates|ratios|differences|scores|ratings|ranks|deciles|quintiles|quartiles|estimates|figures|numbers|units|terms|basis|types|indices)$/iu;

/** Whether a heading is a unit and nothing else: `Dollars`. */
export const isUnitAlone = (heading: string): boolean =>
  /^(?:\p{L}{5,}|tco2e?)$/iu.test(heading.trim()) && unitOfText(heading) !== undefined;

/** `Decile (where 1 is the most deprived 10% of areas)`: what stands in parentheses explains the name, and is no unit. */
const withoutExplanation = (said: string): string => said.replaceAll(/\([^()]{12,}\)/gu, " ").trim();

/** `Rank of proportion of areas`: a place among others, whatever it is by. */
const isOfRank = (said: string): boolean => /\branks?(?:ing)? (?:of|by|for|on)\b/iu.test(said);

/** Whom a rate is of, as the heading has it: `per 1 000 gehuwde mannen` is of `gehuwde mannen`, and of no `gehuwde men`. */
function peopleOf(read: string | undefined, heading: string): string {
  const { written } =
    /(?<!\p{L})(?:per|je|pro|pour|por|auf|pr|ogni)\.?\s+\d[\d .,]*\s*(?:d['’]|de |di )?(?<written>\p{L}[\p{L} -]*)/iu.exec(
      heading,
    )?.groups ?? {};
  // What stands below, `Rate per 1,000 population | Men`, is no more of whom.
  const isAll = written === undefined || !(isForeign(written) || (read ?? "").startsWith(written.trim()));
  return (isAll ? (read ?? "") : written).trim();
}

/** What a heading says of a rate: `per 100,000 people`. The deaths of a week, `per 7 days`, are a rate of no people. */
function rateIn(said: string): Readonly<Record<string, string | undefined>> | undefined {
  const found = rateOf.exec(said)?.groups;
  return /^(?:days?|weeks?|months?|years?|hours?|minutes?)\b/iu.test((found?.people ?? "").trim()) ? undefined : found;
}

/** Whether a heading is of cases per so many. */
export const saysRate = (heading: string): boolean => perOf(rateIn(meaningOf(heading))?.per) !== undefined;

/** How long one of something takes is no amount: minutes to the next station are added up by nobody, hours worked are. */
const isOfDuration = (unit: string): boolean =>
  /\b(?:hours|hrs|minutes|mins|seconds|secs|celsius|fahrenheit)\b|°[cf]/iu.test(unit);
const wholeDuration =
  /\b(?:total|sum|worked|lost|spent|delay(?:ed|s)?|volunteer(?:ed|s)?|flown|delivered|overtime|recorded)\b/iu;

/** A text without shares that name a group or an interval: nothing is told in percent of `Top 1%`, `Low (0%-40%)`, `95% CI`, `Mean (% > 0)`. */
const withoutShares = (text: string): string =>
  // `PCTPOVALL` is one word.
  text
    .replaceAll(/\((?:%|per ?cent)[^()<>≤≥]*[<>≤≥][^()]*\)/giu, " ")
    .replaceAll(/\bpct(?=\p{L}{3})(?!ile)/giu, "pct ")
    .replaceAll(
      /(?<![\d.])\d(?:[\d.,]*\d)?\s?(?:%|per ?cent\b)(?!\s*(?:of|change|increase|decrease|growth)\b)/giu,
      " ",
    );

/** Rates that everybody tells in percent. */
const percentRate =
  /\b(?:(?:un)?employment|jobless|(?:labou?r force )?participation|(?:in)?activity|literacy|illiteracy|poverty|inflation|graduation|drop ?-?out|vacancy|attendance|absence|enrol?lment|completion|pass|response|occupancy|home ?ownership|vaccination|immuni[sz]ation|turnout|retention|approval|acceptance|attainment|recycling) rates?\b(?!.*\bper\b)/iu;

/** Whether figures are nearly all in the thousands and more, which a name without a sign for percent, `projections for PC-axis`, makes no percentages. */
const areFarAboveAll = (heading: string, figures: readonly FigureSurvey[]): boolean =>
  figures.length > 0 && figures.every((own) => own.isMostlyLarge) && !saysPercent(heading, figures);

/** Whether a name is one of shares, with a sign for percent or without. */
export const saysShare = (text: string): boolean => shareName.test(withoutShares(meaningOf(text)));

/** Whether figures are a rate that everybody tells in percent, and no parts of one. */
export const isInPercent = (name: string, figures: readonly FigureSurvey[]): boolean =>
  percentRate.test(name) &&
  figures.length > 0 &&
  figures.every(({ largest }) => largest <= mostPercent) &&
  figures.some(({ largest }) => largest > 1);

/** Whether a name says of figures that are parts of 1 that they are parts of something. */
export const namesPart = /\b(?:shares?|proportions?|fractions?)\b(?! (?:prices?|capital|value|index)\b)/iu;

/** Whether percentages are written as parts of 1: with more decimals than these have, none above 1, and some near it. */
export const arePartsOfOne = (figures: readonly FigureSurvey[]): boolean =>
  figures.length > 0 &&
  figures.every((own) => own.isMostlyFraction && !own.hasPercent && !own.hasNegative && own.largest <= 1) &&
  figures.some(({ largest }) => largest > nearOne);
const nearOne = 0.5;

/** What figures are that have a percent sign, or a name of shares. */
function kindOfPercent(said: string, figures: readonly FigureSurvey[], isPart: boolean): MeasureKind {
  // Whole numbers above 100 of a turnout, or of a coverage, count who was there.
  const isWhole = figures.length > 0 && figures.every((own) => own.isWhole && !own.hasPercent);
  // `PC` alone is a party, among others with their votes, as well.
  const saysShare =
    saysPercent(said, figures) || !/\b(?:uptake|coverage|turnout|prevalence|cov)\b|^\s*pc\s*$/iu.test(said);
  if (isWhole && !saysShare && figures.some(({ largest }) => largest > mostPercent))
    return { statType: "count", isPercent: false };
  const isPossible = isPart && figures.every(({ largest }) => largest <= mostPercent);
  return isPossible
    ? { statType: "share", isPercent: true }
    : { statType: "quantity", isPercent: true, isAmount: false, isFraction: false };
}

/** The lowest of several headings. */
const lastOf = (heading: string): string => meaningOf(heading.split(" | ").at(-1) ?? heading);

/** Whether a table says itself that figures are percentages. */
export const saysPercent = (text: string, figures: readonly FigureSurvey[]): boolean =>
  figures.some(({ hasPercent }) => hasPercent) ||
  /%|\bpct\b|per ?cent(?!ile)|por ?cent|po?ur ?cent|pro[zc]ent|canran/iu.test(withoutShares(meaningOf(text)));

/** Above 100, a figure in percent is no part of a whole. */
const mostPercent = 100;

/** What invoices are made of. */
const paidName = /^(?:gross|net|vat|(?:ir)?recoverable vat|(?:invoice|gross|net|payment|line) (?:value|total))$/iu;

/** What is paid is no number of things, also where it is whole. */
const moneyName =
  /\b(?:amounts?|(?<!\b(?:low|lower|middle|high|higher)[ -])income(?! (?:children|famil(?:y|ies)|depriv(?:ation|ed)|people|areas?|groups?|bands?|support|related|poverty)\b)|spend|spending|spent|costs?|paid(?! (?:staff|workers?|employees?|volunteers?|leave|holidays?|interns?|hours)\b)|payments?|payout|revenues?|turnover|(?<!\bnon[- ])profits?|expenditure|debts?|(?<!\b(?:mass|energy|water|life|work|cumulative mass|migration|population|natural) )balance|budget|funding|donations?|incurred|reimbursed?|reimbursements?|reserves?|disposition value|\w*gdp\w*)\b/iu;

/** What is measured in money, and never counted. */
const priceName =
  /\b(?:earnings|wages?|salar(?:y|ies)|rents?(?! burdens?\b)|tariffs?|prices?|gdhi|gni|gnp|premiums?|settlements?|awards?|awarded|fines?|fees?)\b/iu;

/** Whether figures are of money, of which the heading does not say the currency. */
export const isOfMoney = (heading: string): boolean => {
  const words = withoutReason(meaningOf(heading));
  const isNamed = moneyName.test(words) || priceName.test(words) || paidName.test(words);
  return (
    isNamed &&
    !/\b(?:log\d*|ln|squared|rank|ratio|ind(?:ex|ices)|scores?|deciles?|quintiles?|points?|rates?|changes?|number|count|nr|num|no)\b|%|per ?cent/iu.test(
      words,
    )
  );
};

/**
 * Whether a title is of those who receive something, so that a figure below the name of a payment is how many do: `JobSeeker Payment Recipients by
 * State`, and not `Payments to recipients`, nor what they cost.
 */
export const isOfClaimants = (title: string): boolean => {
  const { before } = /^(?<before>.*)\b(?:recipients|claimants|beneficiaries|pensioners)\b/iu.exec(title)?.groups ?? {};
  return (
    before !== undefined &&
    !/\b(?:to|for|from|by|per|among|between|made|paid)(?: \p{L}+)? $/iu.test(before) &&
    !/\b(?:amounts?|values?|costs?|spend|spending|spent|paid|expenditure|incomes?|earnings|averages?|means?|medians?|rates?|payments? (?:to|of|for))\b|[£€$]/iu.test(
      title,
    )
  );
};

/** Whether words say that figures are how much there is in all: what is paid, made, used up or carried. */
export const saysAmount = (text: string): boolean => {
  const words = meaningOf(text);
  return amountName.test(words) || paidName.test(words) || inAll.test(words);
};
/** Whether words say of figures that they are all of something, and not only that it is money: `Total`, `Amount`, `Number of`, `£ million`. */
export const saysAll = (text: string): boolean =>
  saysNumber(text) || inAll.test(meaningOf(text)) || /\bamounts?\b/iu.test(text) || paidName.test(meaningOf(text));
const inAll =
  /\b(?:totals?|sums?|overall|produc(?:tion|ed)|output|generat(?:ion|ed)|collect(?:ion|ed)|recycled|landfill(?:ed)?|emissions?|emitted|harvest(?:s|ed)?|catch(?:es)?|land(?:ings|ed)|sold|deliver(?:y|ed|ies)|worked|lost|delay minutes|traffic|freight|carried|travelled|flown|areas?|aid|waste|stocks?|suppl(?:y|ied)|value added|gva|investments?|allocat(?:ions?|ed)|invoiced?|transactions?|withdrawn|pumped|full-time equivalents|million|billion|thousands?)\b/iu;

/** Whether words say that figures are an average, or what there is for each of something. */
export const saysAverage = (text: string): boolean =>
  eachOf(text) !== undefined ||
  /\b(?:averages?|avg|mean|median|typical|capita|per one|weekly|hourly)\b|\bna (?:1|jedn\p{L}*) osob/iu.test(
    meaningOf(text),
  );

/** Whether a label says that its figures are averages: nothing else is called one. */
export const isOfMeans = (label: string): boolean =>
  /\b(?:averages?|avg|mean|median|typical|life expectancy)\b/iu.test(meaningOf(label));

/** For each of whom or what words say that there is so much: `adult drinker` in `Alcohol sold per adult drinker`. */
export const eachOf = (text: string): string | undefined =>
  /\bper (?<each>(?:adult |working |paying |full[- ]time |electricity |gas )?(?:person|head|capita|household|dwelling|home|property|family|pupil|student|inhabitant|resident|citizen|member|child|adult|woman|mother|worker|employee|job|patient|drinker|smoker|voter|claimant|recipient|customer|consumer|user|visitor|passenger|vehicle|meter|farm|school))\b/iu.exec(
    meaningOf(text),
  )?.groups?.each;

/** Of what words say that there is so much to each: `teacher` in `Pupils per teacher (2019)`. Undefined of so much in a time, which adds up over places. */
export const perWhat = (text: string): string | undefined =>
  /\bper (?<each>(?!cent|annum|year|quarter|month|week|day|hour)\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)*)/iu.exec(
    meaningOf(text),
  )?.groups?.each;

/** `Einkommen je Haushalt`, `Kosten pro Kopf` */
const forEachInGerman = /(?<!\p{L})(?:je|pro) \p{Lu}/u;

/** Whether figures are so many to each of something: a number of things has no decimals, so that theirs are of a division. */
const isQuotient = (heading: string, figures: readonly FigureSurvey[]): boolean =>
  perWhat(heading) !== undefined && figures.some(({ isWhole, isNearlyWhole }) => !isWhole && !isNearlyWhole);

/** What is counted by its name alone: people, what happens to them, and things. */
const countName =
  /\b(?:number|numbers|no|count|counts|total|totals|frequency|headcount|population|pop|people|persons?|children|adults|men|women|boys|girls|males?|females?|pupils?|students?|teachers?|residents?|households?|families|dwellings?|homes|houses|properties|buildings|deaths?|births?|cases?|patients?|admissions?|discharges?|tests?|doses?|vaccinations?|arrivals|departures|visits?|visitors?|passengers?|journeys?|trips|offences?|infractions?|crimes?|incidents?|arrests?|charges|convictions?|casualties|collisions|injuries|killed|injured|victims?|prisoners?|inmates?|officers?|staff|employees|jobs|workers|vacancies|applications?|claims|complaints|appeals|orders|cars|vehicles|schools?|hospitals|clinics|beds|places|sites|stations|voters|votes?|seats|members|citizens|migrants|refugees|countries|companies|businesses|enterprises|farms|animals|cattle|sheep|pigs|trees|books|songs|films|games|goals|points|wins|losses|marriages|divorces|unemployed|employed|employment)\b/iu;

/** A heading that begins with what is short for "number", or with what says that there is none: `no_vehicles`. */
export const mayBeNone = /^no[_ ]\p{L}{3}/iu;

/** A share of 0.4 may be two fifths, or two fifths of one percent: the name alone does not make percents of fractions, a few of which may be above 1. */
const mayBeFractions = (figures: readonly FigureSurvey[], said: string): boolean =>
  figures.some(({ isWhole }) => !isWhole) &&
  figures.every(
    ({ largest, hasNegative, isMostlySmall, isMostlyFraction }) =>
      (largest <= 1 && (!hasNegative || isMostlySmall)) ||
      (isMostlyFraction && (!hasNegative || changeName.test(said))),
  );

/** `Salaries | Number of returns` counts returns, `total_income_count` who has any, and `no_debts` debts, or who has none; no amount of them. */
export const saysNumber = (heading: string): boolean =>
  mayBeNone.test(heading) ||
  isNumberOfColumn(heading) ||
  saysNumberElsewhere(heading.split(" | ").at(-1) ?? heading) ||
  /^(?:total )?(?:number|no\.?|nr\.?|num|n|count|#) (?:of|with|who)\b|(?<!\b(?:mean|average|avg|median|per|index|rate)\b.*)\p{L} counts?$/iu.test(
    lastOf(heading),
  );

/** Whether figures are a few whole numbers that a heading calls a level, a class or a code of something, and no number of what is counted. */
export const areClasses = (heading: string, figures: readonly FigureSurvey[]): boolean =>
  figures.length > 0 &&
  figures.every(({ isWhole, hasNegative, largest }) => isWhole && !hasNegative && largest <= mostClasses) &&
  classEnd.test(meaningOf(heading).trim()) &&
  !isOfCounts(heading);
const mostClasses = 10;
const classEnd =
  /(?:^|\P{L})(?:levels?|class|grade|categor(?:y|ies)|codes?|types?|stage|tier|band|group|status|degree|scale|phase|severity|priority|flag|\p{L}*(?:stufe|klasse|kategorie)|niveau|nivel|n[ií]vel|livello|classe|categor[ií]a|catégorie)$/iu;

/** Nothing is counted so far that is not named: more than there are people, several times over, is money in most tables. */
const mostCounted = 20_000_000_000;
const areBeyondCounting = (heading: string, figures: readonly FigureSurvey[]): boolean =>
  figures.some(({ largest }) => largest > mostCounted) && !isOfThings(heading);

/** Whether a heading says what whole numbers count: `Total` alone does not. */
export const isOfThings = (heading: string): boolean => {
  const things = heading.replaceAll(totals, " ").trim();
  return isOfCounts(things === "" ? heading : things);
};
const totals = /\b(?:grand )?totals?\b/giu;

/** Whether a heading says of whole numbers that they count something. */
export const isOfCounts = (heading: string): boolean =>
  /#/u.test(heading) || (countName.test(meaningOf(heading)) && !/^sum\b(?! of\b)/iu.test(meaningOf(heading)));

/** Whether figures of a column may be added up. */
export function isAddable({ name, figures }: ColumnSurvey): boolean {
  const kind = kindOfMeasure(name, figures ? [figures] : []);
  return kind.statType === "count" || (kind.statType === "quantity" && kind.isAmount);
}

const times: Readonly<Record<string, number>> = {
  k: 1000,
  thousand: 1000,
  m: 1_000_000,
  mil: 1000,
  mille: 1000,
  tausend: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
  millón: 1_000_000,
  millon: 1_000_000,
  milhão: 1_000_000,
  milhao: 1_000_000,
  milione: 1_000_000,
};

const perOf = (text: string | undefined): number | undefined => {
  const { digits, word } = /^(?<digits>[\d,. ]*)(?<word>\p{L}*)$/u.exec(text?.trim() ?? "")?.groups ?? {};
  if (!digits && !word) return undefined;
  const number =
    (digits ? Number(digits.replaceAll(/[,. ]/gu, "")) : 1) * (word ? (times[word.toLowerCase()] ?? 1) : 1);
  return number > 1 ? number : undefined;
};

/** What is said of figures that nobody adds up: what one of something has, or gets, on average. */
export const ofMeans =
  /\b(?:mean|median|averages?|per (?:capita|head|person|pupil|hour|week|household)|hourly|weekly)\b/iu;
