import { gapMarkers } from "../../dataset/index.ts";
import { englishWords, type Words } from "../../language/index.ts";
import { isObject, type JsonObject } from "../json.ts";

/** Parameters of recipes' specs that have words of the language: English in the spec, so that it can be drawn elsewhere too. */
const ownWords = {
  /** Below a list that is too long for its page. */
  notAllShown: "notAllShown",
  endsShown: "endsShown",
  topShown: "topShown",
  shownOf: "shownOf",
  shownWithFigure: "shownWithFigure",
  tiesLeftOut: "tiesLeftOut",
  /** Below maps that are too small for names. */
  notNamed: "notNamed",
  /** Below maps, before the number of areas that have no row. */
  notInData: "notInData",
  /** Below lines that are too many for that. */
  linesNotNamed: "linesNotNamed",
  /** Below a table of colours. */
  figuresNotWritten: "figuresNotWritten",
  classedRounded: "classedRounded",
  /** Below bars of parts. */
  partsNotWritten: "partsNotWritten",
  /** Behind the number of those that have no figure. */
  namesInData: "namesInData",
  /** Above dots that have no room beside one another. */
  dotsPiled: "dotsPiled",
  /** Below a funnel. */
  innerLimits: "innerLimits",
  outerLimits: "outerLimits",
  outsideNotNamed: "outsideNotNamed",
  outsideFurthest: "outsideFurthest",
  aboveScale: "aboveScale",
  /** Above small lines. */
  ownScales: "ownScales",
  /** Above a map that shows where each area is. */
  whereAreas: "whereAreas",
  /** In the legend of classes. */
  classUnder: "classUnder",
  classBetween: "classBetween",
  classFrom: "classFrom",
  classTo: "classTo",
  /** In the legend of a map. */
  suppressed: "suppressedName",
  missing: "missingName",
} as const;

/** In words that numbers stand in, what these take the place of. */
export const placeholders = { shown: "{shown}", all: "{all}", low: "{low}", high: "{high}" } as const;

type OwnWord = keyof typeof ownWords;

const inLanguage = ({ charts }: Pick<Words, "charts">): Readonly<Record<OwnWord, string>> => ({
  notAllShown: charts.notAllShown,
  endsShown: charts.endsShown,
  topShown: charts.topShown,
  shownOf: charts.shownOf(placeholders.shown, placeholders.all),
  shownWithFigure: charts.shownWithFigure(placeholders.shown, placeholders.all),
  tiesLeftOut: charts.tiesLeftOut,
  notNamed: charts.areasNotNamed,
  notInData: charts.areasNotInData,
  linesNotNamed: charts.linesNotNamed,
  figuresNotWritten: charts.figuresNotWritten,
  classedRounded: charts.classedRounded,
  partsNotWritten: charts.partsNotWritten,
  namesInData: charts.namesInData,
  dotsPiled: charts.dotsPiled,
  innerLimits: charts.controlLimits.inner,
  outerLimits: charts.controlLimits.outer,
  outsideNotNamed: charts.outsideNotNamed,
  outsideFurthest: charts.outsideFurthest,
  aboveScale: charts.aboveScale,
  ownScales: charts.ownScales,
  whereAreas: charts.whereAreas,
  classUnder: charts.classes.under(placeholders.high),
  classBetween: charts.classes.between(placeholders.low, placeholders.high),
  classFrom: charts.classes.from(placeholders.low),
  classTo: charts.classes.to(placeholders.low, placeholders.high),
  suppressed: `${gapMarkers.suppressed} ${charts.gapNames.suppressed}`,
  missing: `${gapMarkers.missing} ${charts.gapNames.missing}`,
});

/** Some of the words as Vega expressions: the author's own, or a parameter, which the spec then has to have. */
export function recipeWords<W extends OwnWord>(own: Readonly<Record<W, string | undefined>>) {
  const english = inLanguage(englishWords());
  const words = Object.keys(own) as W[];
  const isOwn = (word: W) => own[word] !== undefined;
  return {
    params: words.filter((word) => !isOwn(word)).map((word) => ({ name: ownWords[word], value: english[word] })),
    says: Object.fromEntries(
      words.map((word) => [word, isOwn(word) ? JSON.stringify(own[word]) : ownWords[word]]),
    ) as Readonly<Record<W, string>>,
  };
}

/** A spec whose words are those of the language. */
export function withOwnWords(spec: JsonObject, words: Words): JsonObject {
  if (!Array.isArray(spec.params)) return spec;
  const own = inLanguage(words);
  const known = Object.keys(ownWords) as OwnWord[];
  const params = spec.params.map((param: unknown) => {
    const word = isObject(param) ? known.find((each) => ownWords[each] === param.name) : undefined;
    return isObject(param) && word !== undefined ? { ...param, value: own[word] } : param;
  });
  return { ...spec, params };
}
