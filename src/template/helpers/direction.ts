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

function directionOf({ value, unit, text }: ClaimFigure): "up" | "down" | "flat" {
  const middle = unit === "times" ? 1 : 0;
  const printed = Number(/[\d.,]+/u.exec(text)?.[0].replaceAll(",", "") ?? Number.NaN);
  if (printed === middle || value === middle) return "flat";
  return value > middle ? "up" : "down";
}
