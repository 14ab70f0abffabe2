import { defineHelper } from "./helper.ts";

/** `(eq area.id "thames-valley")`: whether two values are the same words. */
export const eq = defineHelper({
  name: "eq",
  makes: "values",
  parameters: ["any", "any"],
  run: (_, a, b) => String(a) === String(b),
});
