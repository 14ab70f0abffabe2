import type { SaidFigure } from "./language.ts";
import { anyOf, findSaidFigures } from "./said-figures.ts";

const units = anyOf("two three four five six seven eight nine");
const teens = anyOf("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
const tens = anyOf("twenty thirty forty fifty sixty seventy eighty ninety");
/** 2 to 999,999 in words. "One" alone is an article or a pronoun as often as a number. */
const small = `(?:${tens}(?:[- ](?:one|${units}))?|${teens}|${units})`;
const number = `(?:(?:an?|one|${small}) (?:hundred|thousand|million)(?:,? (?:and )?${small})*|${small}(?: (?:hundred|thousand|million))?)`;

/** What is counted in a plan, a text or a calendar, and is no figure of the data. */
const notData = anyOf(`
  seconds? minutes? hours? days? nights? weeks? weekends? fortnights? months? quarters? terms? years? decades? centuries
  ways? sides? halves parts? sections? chapters? pages? paragraphs? headings? columns? rows? tables? charts? maps? figures?
  sentences? words? letters? notes? steps? stages? phases? points? questions? answers? reasons? things? kinds? sorts? types?
  forms? examples? options? choices? aims? goals? measures? methods? definitions? categories sources? datasets? datasets?
  publications? releases? editions? principles? rules? conditions? times? legs? hands? eyes? is as
`);
/** A plural, or one of the plurals without s that figures are about. */
const plural = `(?!${notData}\\b)(?:[a-z]+(?:[^\\Ws_]s|ies|ses|xes|ches|shes)|people|children|women|men|boys|girls|police|staff)`;
/** One word between the two: recorded, young, more. */
const between = "(?:(?!of\\b|to\\b|and\\b|or\\b|in\\b|on\\b|at\\b|the\\b|is\\b|are\\b|was\\b|were\\b)[a-z-]+ )";

const fraction = anyOf("half third quarter fifth sixth seventh eighth ninth tenth");
const fractions = anyOf("halves thirds quarters fifths sixths sevenths eighths ninths tenths");
/** A part of a span of time, or of a page, is no share. */
const notPart =
  "(?! (?:the |an? |this |that |last |next )?(?:hour|day|week|month|year|decade|century|term|page|way|time)s?\\b)";

const patterns = [
  // twelve offences, twelve recorded offences, two hundred children
  `\\b(?<!\\b(?:these|those|the|all|other|first|last|next|these same|or|to) )(?<figure>${number}) ${between}?(?<noun>${plural})\\b`,
  // hundreds of children, a dozen offences
  `\\b(?<figure>(?:dozens|scores|hundreds|thousands|millions) of)(?! times) [a-z]+`,
  `\\b(?<figure>(?:a|half a|two|three) dozen) [a-z]+`,
  // fifty per cent, ten percentage points
  `\\b(?<figure>(?:one|${number}) (?:per ?cent|percentage points?))\\b`,
  // a third of, half of the, half the, nearly half
  `\\b(?<figure>(?:an?|one)[- ]${fraction}) of\\b${notPart}`,
  `(?<!(?:first|second|other|latter|former|top|bottom|each|either|better)[- ])\\b(?<figure>half) (?:of|the|all)\\b${notPart}(?! (?:way|time|hour)\\b)`,
  `\\b(?<figure>(?:nearly|almost|about|around|over|under|more than|less than|at least) (?:half|an? ${fraction}))\\b${notPart}(?! (?:an? )?(?:hour|day|year|mile|way|century|dozen)\\b)`,
  // two thirds, three-quarters
  `\\b(?<figure>${units}[- ]${fractions})\\b(?! of an? (?:hour|mile|year|century))`,
  // one in ten, four out of five
  `\\b(?<figure>(?:one|${small}) (?:in|out of) (?:every )?(?:${small}|a hundred|one hundred))\\b`,
  // doubled, twice as many, threefold
  `\\b(?<figure>(?:more than |nearly |almost |about )?(?:doubled|trebled|tripled|quadrupled|halved|doubling|trebling|tripling|quadrupling|halving))\\b(?! (?:up|down|back)\\b)`,
  `\\b(?<figure>(?:twice|three times|four times|five times|ten times) (?:as (?:many|much|high|large|often|likely|common)|the (?:number|rate|figure|share|average|median)))\\b`,
  `\\b(?<figure>(?:double|treble|triple|quadruple) the (?:number|rate|figure|share|average|median))\\b`,
  `\\b(?<figure>(?:two|three|four|five|ten|hundred)-?fold)\\b`,
].map((source) => new RegExp(source, "giu"));

/** English numbers in words that state a figure. "One of", "the first", spans of time and parts of a text are none. */
export const saidFigures = (text: string): readonly SaidFigure[] => findSaidFigures(text, patterns);
