import { type Sentence, wordsAfter } from "./sentence.ts";
import { unitAtStart } from "./vocabulary.ts";

export interface Counted {
  readonly words: string;
  /** What statistics count, whatever the datasets: offences, cases, deaths. */
  readonly isCase: boolean;
}

const cases =
  /^(?:offences|crimes|cases|incidents|reports|deaths|complaints|convictions|arrests|referrals|victims|admissions|attacks|assaults|instances|allegations|prosecutions|inquiries|collisions|burglaries|thefts|infections|fatalities)$/iu;
/** Where a noun phrase ends. */
const stop =
  /^(?:in|on|at|by|for|from|of|to|with|and|or|but|were|was|are|is|had|have|has|a|an|the|that|who|which|this|last|compared|against|up|down|over|under|between|during|since|per|each|every|after|before|while|as|than|recorded|reported|involving|involved|more|fewer|less)$/iu;
const plural = /(?:s|people|children|women|men|police)$/iu;

/** What stands after a number: the name of a measure's unit where it is one, else the first noun in the plural. */
export function countedAfter(sentence: Sentence, index: number): Counted | undefined {
  const after = wordsAfter(sentence, index);
  for (const dataset of sentence.vocabulary.datasets) {
    const unit = unitAtStart(after, dataset);
    if (unit !== undefined) return { words: unit, isCase: true };
  }
  const phrase = nounPhrase(after);
  const noun = phrase.find((word) => plural.test(word) && word.length > 3) ?? phrase.find((word) => plural.test(word));
  return noun === undefined ? undefined : { words: noun.toLowerCase(), isCase: cases.test(noun) };
}

/** The words up to where the noun phrase ends; five at most. */
function nounPhrase(after: string): readonly string[] {
  if (!/^\s+\p{L}/u.test(after)) return [];
  const phrase: string[] = [];
  for (const word of after.trim().split(/\s+/)) {
    if (stop.test(word)) break;
    phrase.push(word.replace(/[^\p{L}\p{N}'’-]+$/u, ""));
    if (phrase.length === 5 || /[.,;:!?)]$/.test(word)) break;
  }
  return phrase;
}
