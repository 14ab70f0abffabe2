import { createClaimEvaluator } from "../../src/claims/index.ts";
import type { Dataset } from "../../src/dataset/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";

/** How the figure of each area went, and where it stands among the others: what a briefing says of them, in one language. */
export function sentencesOfAreas(dataset: Dataset, lang: "en" | "cy") {
  const words = createWords({ language: findLanguage(lang, languages) });
  const named = dataset.inLanguage({ lang: words.lang, periodName: words.names.period });
  const evaluator = createClaimEvaluator(new Map([["data", named]]), words);
  return named.categories("area").map((area) => {
    const series = { at: { area: area.id } };
    const latest = { at: { area: area.id, period: "latest" } };
    return {
      area,
      latest,
      evaluator,
      trend: evaluator.evaluate("trend", {
        kind: "trend",
        dataset: "data",
        of: series,
        from: "first",
        to: "latest",
        among: { dimension: "area" },
      }),
      standing: evaluator.evaluate("standing", {
        kind: "standing",
        dataset: "data",
        of: latest,
        among: { dimension: "area" },
        since: "first",
      }),
    };
  });
}
