import { isDeepStrictEqual } from "node:util";

/** What a part is made of: things that are the same only as themselves, and texts, bytes and specs that are compared by what they hold. */
interface Ingredients {
  readonly same?: readonly unknown[];
  readonly alike?: readonly unknown[];
}

/** The parts of a briefing, as they were made the last time. */
export interface UnchangedParts {
  /** The part as it is, if it would be made of the same again; else it is made. One that fails is not kept. */
  of<Part>(name: string, ingredients: Ingredients, make: () => Part): Part;
}

/** Keeps nothing: what is made once, or of other things each time, would only lie in memory. */
export const noParts: UnchangedParts = { of: (_name, _ingredients, make) => make() };

/** Keeps one of each name: as many as a briefing has parts. */
export function createParts(): UnchangedParts {
  const kept = new Map<string, { readonly ingredients: Ingredients; readonly part: unknown }>();
  return {
    of<Part>(name: string, ingredients: Ingredients, make: () => Part): Part {
      const last = kept.get(name);
      if (last && isUnchanged(last.ingredients, ingredients)) return last.part as Part;
      kept.delete(name);
      const part = make();
      kept.set(name, { ingredients, part });
      if (part instanceof Promise) part.catch(() => kept.get(name)?.part === part && kept.delete(name));
      return part;
    },
  };
}

function isUnchanged(before: Ingredients, now: Ingredients): boolean {
  const [same, others] = [before.same ?? [], now.same ?? []];
  return (
    same.length === others.length &&
    same.every((one, index) => one === others[index]) &&
    isDeepStrictEqual(before.alike, now.alike)
  );
}
