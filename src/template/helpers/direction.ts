import type { ClaimFigure } from "../../claims/index.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{#if (eq (direction "rise") "up")}}…{{/if}}`: `up`, `down` or `flat`, as the claim's figure is printed, so that words
 * and figure cannot disagree; `unknown` where there is no figure, or one of a range that leaves it open.
 */
export const direction = defineHelper({
  name: "direction",
  makes: "values",
  parameters: ["claim"],
  run: (_, { figure }) => (figure === null ? "unknown" : directionOf(figure)),
});

function directionOf({ rounded, bounds, unit }: ClaimFigure): "up" | "down" | "flat" | "unknown" {
  const middle = unit === "times" ? 1 : 0;
  if (rounded === middle) return "flat";
  const [low, high] = [rounded ?? bounds?.low ?? middle, rounded ?? bounds?.high ?? middle];
  if (low > middle) return "up";
  return high < middle ? "down" : "unknown";
}
