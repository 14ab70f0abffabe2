import { defineHelper } from "./helper.ts";

/** `{{#each (claims stated=true)}}…{{claim this}}…{{/each}}`: ids of the briefing's claims; those with somebody's number, or of one kind. */
export const claims = defineHelper({
  name: "claims",
  makes: "values",
  parameters: [],
  hash: { stated: "flag", kind: "name" },
  run({ rendering, hash }) {
    const all = [...rendering.input.claims.values()];
    return all
      .filter(({ spec }) => hash.stated === undefined || hash.stated === (spec.text !== undefined))
      .filter(({ kind }) => hash.kind === undefined || hash.kind === kind)
      .map(({ id }) => id);
  },
});
