import { beforeAll, describe, expect, test } from "vitest";
import { imprisonment as imprisonmentDefinition } from "../../examples/regions/dataset.ts";
import {
  offences as offencesDefinition,
  platforms as platformsDefinition,
} from "../../examples/thames-valley/datasets.ts";
import { type Claim, createClaimEvaluator, evaluateClaims } from "../../src/claims/index.ts";
import { type Dataset, readDataset } from "../../src/dataset/index.ts";
import { confirmProposal, extractClaims } from "../../src/extract/index.ts";
import { someOf } from "../support/trials.ts";
import {
  changeSentences,
  comparisonSentences,
  countSentences,
  multipleSentences,
  rateSentences,
  shareSentences,
  type TrueSentence,
} from "./true-sentences.ts";

const examples = new URL("../../examples/", import.meta.url);

/** Of each dataset, so many sentences are checked, and so many that are made of them. */
const sampled = 30;

/** From the sentence to the verdict, with nothing entered by hand. */
function check(sentence: string, datasets: Readonly<Record<string, Dataset>>): Claim {
  const { proposals } = extractClaims(sentence, { datasets });
  const [proposal] = proposals;
  expect(
    proposals.map(({ missing }) => missing),
    sentence,
  ).toEqual([[]]);
  const evaluator = createClaimEvaluator(new Map(Object.entries(datasets)));
  const claim = evaluateClaims({ it: confirmProposal(proposal as (typeof proposals)[number]) }, evaluator).get("it");
  if (!claim) throw new Error("The claim was not evaluated.");
  return claim;
}

describe("true sentences and what is made of them", () => {
  let sets: { datasets: Readonly<Record<string, Dataset>>; sentences: readonly TrueSentence[] }[];
  beforeAll(async () => {
    const read = async (folder: string, file: string, definition: Parameters<typeof readDataset>[0], id: string) =>
      readDataset(definition, new URL(`${folder}/${file}`, examples), { id });
    const offences = await read("thames-valley", "offences.csv", offencesDefinition, "offences");
    const platforms = await read("thames-valley", "platforms.csv", platformsDefinition, "platforms");
    const imprisonment = await read("regions", "imprisonment-rates.csv", imprisonmentDefinition, "imprisonment");
    sets = [
      {
        datasets: { offences },
        sentences: [
          ...countSentences(offences),
          ...changeSentences(offences, { measure: "offences", what: "Offences" }),
          ...multipleSentences(offences),
        ],
      },
      { datasets: { platforms }, sentences: shareSentences(platforms) },
      {
        datasets: { imprisonment },
        sentences: [
          ...rateSentences(imprisonment),
          ...comparisonSentences(imprisonment),
          ...changeSentences(imprisonment, { measure: "rate", what: "The imprisonment rate" }).filter(
            (_, index) => index % 8 < 2,
          ),
        ],
      },
    ];
  });

  test("there are enough of them, of every kind and every facet", () => {
    const all = sets.flatMap(({ sentences }) => sentences);
    const mutants = all.flatMap((sentence) => sentence.mutants);
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(mutants.length).toBeGreaterThanOrEqual(200);
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual([
      "change",
      "comparison",
      "count",
      "direction",
      "rank",
      "rate",
      "record",
      "share",
    ]);
    const count = (facet: string) => mutants.filter((mutant) => mutant.facet === facet).length;
    for (const facet of ["value", "unit", "area", "period", "denominator", "direction"] as const) {
      expect(count(facet), facet).toBeGreaterThanOrEqual(5);
    }
  });

  test("none that is true is refuted", () => {
    const refuted = sets.flatMap(({ datasets, sentences }) =>
      someOf(sentences, sampled)
        .map(({ sentence }) => ({ sentence, claim: check(sentence, datasets) }))
        .filter(({ claim }) => claim.verdict !== "supported"),
    );
    expect(
      refuted.map(({ sentence, claim }) => [sentence, claim.facets.map(({ reason }) => reason).join(" ")]),
    ).toEqual([]);
  });

  test("none that is false is supported", () => {
    const supported = sets.flatMap(({ datasets, sentences }) =>
      someOf(
        sentences.flatMap(({ mutants }) => mutants),
        sampled,
      )
        .map(({ facet, sentence }) => ({ facet, sentence, claim: check(sentence, datasets) }))
        .filter(({ claim }) => claim.verdict === "supported"),
    );
    expect(supported.map(({ facet, sentence, claim }) => [facet, sentence, claim.facets[0]?.reason])).toEqual([]);
  });
});
