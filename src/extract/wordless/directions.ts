import { defined } from "../../diagnostics/index.ts";
import { changeVerb, isForecast } from "../change-words.ts";
import type { WordlessReader } from "./wordless-reader.ts";

/** Of what figures are; other things rise and fall too. */
const subjects =
  /(?<!\p{L})(?:numbers?|figures?|rates?|offen[cs]es?|crimes?|cases?|incidents?|reports?|deaths?|arrests?|convictions?|referrals?|complaints?|instances?|proportion|share|percentage|levels?|totals?|admissions?|attacks?|abuse|violence|grooming|use\sof)(?!\p{L})/iu;

/** `have risen steeply`, `a growing number of`: a direction, where no number says how far. */
export const directions: WordlessReader = (sentence, readings) => {
  const words = sentence.source.slice(sentence.start, sentence.end);
  const said = changeVerb(words);
  if (!said || !isSubject(sentence, words)) return [];
  // "Rose by 140%" and "rose from 114 to 274" say it with numbers.
  const numbered = ["change", "comparison", "count", "record"];
  if (readings.some(({ kind }) => numbered.includes(kind))) return [];
  if (isForecast(words.slice(0, said.start))) return [];
  return [
    {
      kind: "direction",
      span: { start: sentence.start + said.start, end: sentence.start + said.end },
      stated: {},
      draft: defined({ direction: said.direction, degree: said.degree }),
      explanation: `A direction, ${said.direction}, without a number.`,
    },
  ];
};

/** Statistics are named, or something that the datasets measure. */
function isSubject({ vocabulary }: Parameters<WordlessReader>[0], words: string): boolean {
  return (
    subjects.test(words) ||
    vocabulary.datasets.some(({ spec }) =>
      Object.values(spec.measures).some(({ unit }) => words.toLowerCase().includes(unit.other.toLowerCase())),
    )
  );
}
