import type { Claim } from "../../claims/index.ts";
import { defineHelper, type Helper } from "./helper.ts";
import { nameOf, sayClaim } from "./say-claim.ts";

type ClaimWords = Claim["words"];

const saying = (name: string, wordsOf: (words: ClaimWords) => string): Helper =>
  defineHelper({
    name,
    makes: "text",
    parameters: ["claim"],
    run: (call, claim) => sayClaim(call, { claim, helper: name, words: wordsOf(claim.words) }),
  });

const naming = (name: "area" | "measure" | "period" | "when"): Helper =>
  defineHelper({
    name,
    makes: "text",
    parameters: ["claim"],
    run: (call, claim) => nameOf(call, { claim, helper: name, words: claim.words[name] }),
  });

/** Helpers that print a claim in words of its own. */
export const sayings: readonly Helper[] = [
  /** `{{claim "total"}}`: the claim's words, to follow a verb or stand in a list: "274 offences". */
  saying("claim", ({ phrase }) => phrase),
  /** `{{value "total"}}`: the claim's figure alone: "274", or its marker: "[c]". */
  saying("value", ({ value }) => value),
  /** `{{change "rise"}}`: a verb phrase: "rose by 140%", "fell from 22 to 14", "did not change". */
  saying("change", ({ change }) => change),
  /** `{{sentence "record"}}`: the claim's words with a capital, to begin a sentence: "The highest number since 2014/15". */
  saying("sentence", ({ sentence }) => sentence),
  /**
   * `{{lead "standing"}}`: the first thing to say of a claim that is worded in sentences, as one sentence: "Kent's rate fell by
   * 30% from 2014 to 2022"; of others as `sentence`.
   */
  saying("lead", ({ lead }) => lead),
  /**
   * `{{label "rise"}}`: the claim's words without its figure, to stand below the figure in large: "rise on the previous
   * year", "highest of 42 police forces". All of its words where the figure is not among them.
   */
  saying("label", ({ label }) => label),
];

/** Helpers that print what a claim is of. */
export const namings: readonly Helper[] = [
  /** `{{period "total"}}`: the period or periods of a claim: "2018/19". */
  naming("period"),
  /** `{{measure "total"}}`: whose figure it is, and which, by the short name of its measure: "Kent's rate", "the rate". */
  naming("measure"),
  /** `{{when "total"}}`: when the claim is of: "in 2018/19", "in the year ending March 2019", "from 2014 to 2022". */
  naming("when"),
  /** `{{area "total"}}`: the area or areas of a claim, by label. */
  naming("area"),
];
