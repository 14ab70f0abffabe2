import type { Briefing } from "../../briefing/index.ts";

/**
 * What tells two briefings apart that a program and its worker hold: a text. Functions are not compared, as loaders write them
 * differently.
 */
export function briefingIdentity({ spec }: Briefing): string {
  const { title, lang, parameters, template, partials, stylesheets, charts, datasets } = spec;
  const hashes = Object.entries(datasets).map(([id, { hash }]) => [id, hash]);
  return JSON.stringify([title, lang, parameters, template, partials, stylesheets, Object.keys(charts ?? {}), hashes]);
}
