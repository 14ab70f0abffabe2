import { defineHelper } from "./helper.ts";

/**
 * `{{#each (claims stated=true)}}…{{claim this}}…{{/each}}`: ids of the briefing's claims; those with somebody's number, of one
 * kind, or of the area that another claim is of: `(claims kind="standing" of="trend-kent")`.
 */
export const claims = defineHelper({
  name: "claims",
  makes: "values",
  parameters: [],
  hash: { stated: "flag", kind: "name", of: "claim" },
  run({ rendering, hash }) {
    const { of } = hash;
    const all = [...rendering.input.claims.values()];
    return all
      .filter(({ spec }) => hash.stated === undefined || hash.stated === (spec.text !== undefined))
      .filter(({ kind }) => hash.kind === undefined || hash.kind === kind)
      .filter(({ words }) => of === undefined || (words.area !== "" && words.area === of.words.area))
      .map(({ id }) => id);
  },
});
