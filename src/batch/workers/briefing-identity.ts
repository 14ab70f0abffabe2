import { posix } from "node:path";
import type { Briefing } from "../../briefing/index.ts";

/**
 * What tells two briefings apart that a program and its worker hold: a text. Functions are not compared, as loaders write them
 * differently; addresses of files are seen from their module, which may stand elsewhere on another machine.
 */
export function briefingIdentity({ spec }: Briefing, module: string | undefined): string {
  const { title, lang, parameters, template, partials, stylesheets, charts, datasets } = spec;
  const hashes = Object.entries(datasets).map(([id, { hash }]) => [id, hash]);
  const all = [title, lang, parameters, template, partials, stylesheets, Object.keys(charts ?? {}), hashes];
  // `toJSON` of an address comes before a replacer, so that only what holds it tells what it was.
  return JSON.stringify(all, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    const held = this[key];
    return held instanceof URL && module !== undefined ? seenFrom(module, held) : value;
  });
}

function seenFrom(module: string, file: URL): string {
  const { protocol, pathname } = new URL(module);
  return protocol === file.protocol ? posix.relative(posix.dirname(pathname), file.pathname) : file.href;
}
