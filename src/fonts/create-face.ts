import { decodeWoff } from "./decode-woff.ts";
import type { Font, FontFace, FontFileSpec } from "./font-face.ts";
import { parseFont } from "./parse-font.ts";

/** A face that is parsed on first use. `usedIds`: ids of its set so far. */
export function createFace(spec: FontFileSpec, usedIds: ReadonlySet<string>): FontFace {
  const name = `${spec.family.toLowerCase().replaceAll(/\s+/g, "-")}-${spec.weight}-${spec.style}`;
  let font: Font | undefined;
  const parsed = () => {
    font ??= parseFont(decodeWoff(spec.data));
    return font;
  };
  return {
    ...spec,
    id: uniqueId(name, usedIds),
    get font() {
      return parsed();
    },
    async ready() {
      try {
        parsed();
      } catch {
        return;
      }
      await font?.ready();
    },
  };
}

function uniqueId(name: string, usedIds: ReadonlySet<string>): string {
  let id = name;
  for (let count = 2; usedIds.has(id); count += 1) id = `${name}-${count}`;
  return id;
}
