import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The folders of `css/` that say how print is laid out. */
export const areas = [
  "css-flexbox",
  "css-grid",
  "CSS2",
  "css-tables",
  "css-break",
  "css-page",
  "css-text",
  "css-multicol",
  "css-content",
  "css-lists",
  "css-position",
] as const;

/** A test page and the pages that it has to look like, or not to look like; paths from the root of the checkout. */
export interface Reftest {
  readonly area: string;
  readonly path: string;
  readonly references: readonly Reference[];
  readonly fuzzy: Fuzzy;
  /** Printed on paper of 5 by 3 in, as WPT has it for print tests. */
  readonly isPrint: boolean;
}

export interface Reference {
  readonly path: string;
  readonly isMatch: boolean;
}

/** How far a test may be off, by its own word: the most that a colour of a pixel differs, and the most pixels. */
export interface Fuzzy {
  readonly difference: number;
  readonly pixels: number;
}

/** The reftests of an area that need no script and no one to act. */
export function findReftests(root: string, area: string): readonly Reftest[] {
  const folder = join(root, "css", area);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:html?|xht|xhtml)$/.test(name))
    .map((name) => posix.join("css", area, name.replaceAll("\\", "/")))
    .sort()
    .flatMap((path) => readReftest(root, area, path) ?? []);
}

/** So many of a list, the same for the same seed, and most of them the same when the list grows. */
export function sampleOf(
  tests: readonly Reftest[],
  { count, seed }: { readonly count: number; readonly seed: string },
) {
  const rank = ({ path }: Reftest) => createHash("sha256").update(`${seed}|${path}`).digest("hex");
  return tests
    .map((test) => ({ test, rank: rank(test) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ test }) => test);
}

function readReftest(root: string, area: string, path: string): Reftest | undefined {
  const text = readFileSync(join(root, path), "utf8");
  if (/<script\b/i.test(text) || needsSomeone(text)) return undefined;
  const references = tagsOf(text, "link").flatMap((tag) => {
    const [rel, href] = [attributeOf(tag, "rel"), attributeOf(tag, "href")];
    if ((rel !== "match" && rel !== "mismatch") || href === undefined) return [];
    return [{ path: posix.join(href.startsWith("/") ? "" : posix.dirname(path), href), isMatch: rel === "match" }];
  });
  if (references.length === 0) return undefined;
  return { area, path, references, fuzzy: fuzzyOf(text), isPrint: /-print\.|\/print\//.test(path) };
}

const needsSomeone = (text: string) =>
  tagsOf(text, "meta").some(
    (tag) =>
      attributeOf(tag, "name") === "flags" &&
      /\b(?:interact|animated|scroll|dom|history|http|may|font|userstyle)\b/.test(attributeOf(tag, "content") ?? ""),
  );

/** `maxDifference=0-5;totalPixels=0-300`, or the same without names; the last of each is what counts. */
function fuzzyOf(text: string): Fuzzy {
  const tag = tagsOf(text, "meta").find((each) => attributeOf(each, "name") === "fuzzy");
  const content = (tag && attributeOf(tag, "content"))?.split(":").at(-1) ?? "";
  const [difference = 0, pixels = 0] = content.split(";").map((part) => Number(/(\d+)\s*$/.exec(part)?.[1] ?? 0));
  return { difference, pixels };
}

const tagsOf = (text: string, name: string) => text.match(new RegExp(`<${name}\\b[^>]*>`, "gi")) ?? [];

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
