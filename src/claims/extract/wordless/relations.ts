import { thanPlace } from "../than-place.ts";
import type { WordlessReader } from "./index.ts";

/** `higher than in Kent`, where no number says how much. */
export const relations: WordlessReader = (sentence, readings) => {
  const words = sentence.source.slice(sentence.start, sentence.end);
  const match =
    /(?<!\p{L})(?<relation>higher|lower|more|fewer|less|greater|larger|smaller)(?!\p{L})[^.;:]{0,40}?\sthan\s/iu.exec(
      words,
    );
  if (!match || readings.some(({ kind }) => kind === "comparison" || kind === "change")) return [];
  const start = sentence.start + match.index;
  const than = thanPlace(sentence, start);
  if (than === undefined) return [];
  const relation = /^(?:lower|fewer|less|smaller)$/iu.test(match.groups?.relation ?? "") ? "lower" : "higher";
  return [
    {
      kind: "comparison",
      span: { start, end: start + match[0].trimEnd().length },
      stated: {},
      draft: { relation },
      than,
      explanation: `One figure is ${relation} than another; by how much is not said.`,
    },
  ];
};
