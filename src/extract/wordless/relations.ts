import { namedComparand } from "../comparand.ts";
import type { WordlessReader } from "./wordless-reader.ts";

const pattern =
  /(?<!\p{L})(?<relation>higher|lower|more|fewer|less|greater|larger|smaller)(?!\p{L})(?=(?<rest>[^.;:]{0,40}?\sthan)\s)/giu;

/** `higher than in Kent`, where no number says how much. */
export const relations: WordlessReader = (sentence, readings) => {
  const words = sentence.source.slice(sentence.start, sentence.end);
  if (readings.some(({ kind }) => kind === "comparison" || kind === "change")) return [];
  // "Greater Manchester" is a place.
  const match = [...words.matchAll(pattern)].find(
    ({ index }) =>
      !sentence.categories.some(
        (category) => category.start <= sentence.start + index && sentence.start + index < category.end,
      ),
  );
  if (!match) return [];
  const start = sentence.start + match.index;
  const than = namedComparand(sentence, start);
  if (than === undefined) return [];
  const relation = /^(?:lower|fewer|less|smaller)$/iu.test(match.groups?.relation ?? "") ? "lower" : "higher";
  return [
    {
      kind: "comparison",
      span: { start, end: start + match[0].length + (match.groups?.rest?.length ?? 0) },
      stated: {},
      draft: { relation },
      than,
      explanation: `One figure is ${relation} than another; by how much is not said.`,
    },
  ];
};
