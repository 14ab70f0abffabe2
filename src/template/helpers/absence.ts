import { defineHelper } from "./helper.ts";

/** `{{#if (eq (absence "total") "suppressed")}}…{{/if}}`: why a claim has no figure: `suppressed`, `missing` or `conflict`; `none` where it has one. */
export const absence = defineHelper({
  name: "absence",
  makes: "values",
  parameters: ["claim"],
  run: (_, { absence: why }) => why ?? "none",
});
