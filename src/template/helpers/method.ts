import { type Claim, tableCells } from "../../claims/index.ts";
import type { TemplatePhrase } from "../../language/index.ts";
import type { Rendering, TemplateInput } from "../rendering.ts";
import { leftOut } from "../traced-text.ts";
import { defineHelper } from "./helper.ts";

/** Stands for the paragraphs until everything is printed, when it is known what was. */
export const methodPlaceholder = "\uFDD9";

/**
 * `{{method}}`: how the figures that the briefing prints were worked out, and how they are to be read: each sentence only
 * where it is true of them.
 */
export const method = defineHelper({
  name: "method",
  makes: "elements",
  parameters: [],
  run: () => methodPlaceholder,
});

/** The paragraphs that the placeholder stands for. */
export function methodText(rendering: Rendering): string {
  const { input, printed, citedSources } = rendering;
  const cells = tableCells(input.tables);
  const claims = [...input.claims.values(), ...cells].filter(
    ({ id, absence, spec }) => printed.figures.has(id) && absence === null && spec.text === undefined,
  );
  if (claims.length === 0) return leftOut;
  const percentages = claims.filter((claim) => isPercentage(claim) && !isOfPublished(claim, input));
  const rounded = percentages.filter(isOfRounded);
  const facts: readonly (readonly [boolean, TemplatePhrase])[] = [
    [true, "how-computed"],
    [percentages.length > 0 && rounded.length === 0, "percent-of-data"],
    [percentages.length > 0 && rounded.length === percentages.length, "percent-of-rounded"],
    [claims.some(isInsteadOfPercentage), "counts-instead"],
  ];
  const sentences = facts.flatMap(([holds, name]) => (holds ? [rendering.phrase(name)] : []));
  const kinds = [...citedSources].map((id) => input.sources.get(id)?.kind);
  // What a survey asked was reported to nobody.
  const readings = kinds.includes("survey") ? [] : (input.readings ?? []).map((text) => rendering.attribute(text));
  return [sentences.join(" "), ...readings].map((text) => `<p>${text}</p>`).join("");
}

/** Worked out here: a share that was published as one is not. */
const isPercentage = ({ kind, figure, issues, spec }: Claim): boolean =>
  (kind === "share" || kind === "change") &&
  (figure?.unit === "percent" || figure?.unit === "percentage-points") &&
  !(isSmallBase(issues) && spec.kind === "change");

/** Points between percentages that were published: these were not worked out here. */
const isOfPublished = ({ figure, evidence }: Claim, { datasets }: Pick<TemplateInput, "datasets">): boolean =>
  figure?.unit === "percentage-points" &&
  evidence.length > 0 &&
  evidence.every(
    ({ dataset, observation: { measure } }) =>
      datasets.get(dataset)?.definition.spec.measures[measure]?.statType === "share",
  );

const isOfRounded = ({ evidence }: Claim): boolean =>
  evidence.some(({ observation: { cell } }) => cell.state === "rounded");

const isSmallBase = (issues: Claim["issues"]): boolean => issues.some(({ code }) => code === "small-base");

const isInsteadOfPercentage = ({ kind, issues }: Claim): boolean => kind === "change" && isSmallBase(issues);
