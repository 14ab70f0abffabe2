import type { ClaimFigure } from "../../claims/index.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{#if (eq (direction "rise") "up")}}…{{/if}}`: `up`, `down` or `flat`, as the claim's figure is printed, so that words
 * and figure cannot disagree; `unknown` where there is no figure.
 */
export const direction = defineHelper({
  name: "direction",
  makes: "values",
  parameters: ["claim"],
  run: (_, { figure }) => (figure === null ? "unknown" : directionOf(figure)),
});

function directionOf({ rounded, unit }: ClaimFigure): "up" | "down" | "flat" {
  const middle = unit === "times" ? 1 : 0;
  if (rounded === middle) return "flat";
  return rounded > middle ? "up" : "down";
}
