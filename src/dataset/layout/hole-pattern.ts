import { escapeRegExp } from "../../tables/index.ts";
import { headOf } from "./names.ts";

/** A text with holes in braces, and `*` for anything: `Year {}`, `{period} | {measure}`; `{4}` is a hole of so many characters. */
export interface HolePattern {
  readonly holes: readonly string[];
  /** What stands in each hole, by its name, with a space between where it has two; undefined where a text does not look so. */
  match(text: string): Readonly<Record<string, string>> | undefined;
}

/**
 * @param inside what may stand in a hole, as the source of a regular expression without groups. Default: anything, and as
 *   little of it as the rest allows.
 */
export function createHolePattern(pattern: string, inside: (hole: string) => string = () => ".+?"): HolePattern {
  const holes: string[] = [];
  const source = headOf(pattern)
    .split(/(\{[^{}]*\})/u)
    .map((part) => {
      if (!part.startsWith("{") || !part.endsWith("}")) return part.split("*").map(escapeRegExp).join(".*?");
      const hole = part.slice(1, -1);
      holes.push(hole);
      return `(${inside(hole)})`;
    });
  const expression = new RegExp(`^${source.join("")}$`, "isu");
  return {
    holes,
    match(text) {
      const found = expression.exec(headOf(text));
      if (!found) return undefined;
      const parts: Record<string, string> = {};
      for (const [index, hole] of holes.entries()) {
        const part = (found[index + 1] ?? "").trim();
        parts[hole] = Object.hasOwn(parts, hole) ? `${parts[hole]} ${part}` : part;
      }
      return parts;
    },
  };
}

/** Reads the part of a text that stands in the hole of a pattern; undefined where a text looks otherwise. */
export function createPartReader(pattern: string): (text: string) => string | undefined {
  const holes = createHolePattern(pattern, (hole) => (hole === "" ? ".+?" : `.{${hole}}`));
  return (text) => Object.values(holes.match(text) ?? {})[0];
}

/** As `createPartReader`; all of a heading where there is no pattern. */
export const createHeadReader = (pattern: string | undefined): ((text: string) => string | undefined) =>
  pattern === undefined ? headOf : createPartReader(pattern);
