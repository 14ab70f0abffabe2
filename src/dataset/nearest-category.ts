import { distance } from "fastest-levenshtein";
import type { Category } from "./observation.ts";

/** Words that official names have and others leave out: `Bristol, City of`, `London Borough of Barnet`, `Leeds MD`. */
const furniture =
  /\b(?:the|city and county|city|county|borough|royal|metropolitan|district|unitary|authority|council|area|london|of|ua|md|ca|lb|cc|mbc|bc|dc)\b/gu;

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/['’.]/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const core = (name: string): string => plain(name).replaceAll(furniture, " ").replaceAll(/\s+/gu, " ").trim();

/** The category that a name is most likely a spelling of; undefined where none is near. Of equal ones, the first that still is. */
export function nearestCategory(name: string, categories: readonly Category[]): Category | undefined {
  const [whole, inner] = [plain(name), core(name)];
  let best: Category | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const category of categories) {
    for (const own of [category.label, category.id, ...(category.aliases ?? [])]) {
      const away = Math.min(
        distance(whole, plain(own)),
        inner === "" ? Number.POSITIVE_INFINITY : between(inner, core(own)),
      );
      const isNearer = away < least || (away === least && best?.until !== undefined && category.until === undefined);
      if (!isNearer) continue;
      least = away;
      best = category;
    }
  }
  return least <= Math.max(1, Math.floor(whole.length / 4)) ? best : undefined;
}

/** As many letters as differ; little where one name is the other and some words more. */
function between(one: string, other: string): number {
  if (other === "") return Number.POSITIVE_INFINITY;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isPart = short.length > 3 && ` ${long} `.includes(` ${short} `);
  return isPart ? Math.min(1, distance(one, other)) : distance(one, other);
}
