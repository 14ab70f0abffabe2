import { defineHelper } from "./helper.ts";

/** `(not (has claim="rise"))`: whether it does not hold. */
export const not = defineHelper({
  name: "not",
  makes: "values",
  parameters: ["any"],
  run: (_, value) => !value,
});
