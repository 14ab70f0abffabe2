import type { FontFace, FontQuery } from "./font-face.ts";
import { hasCharacter, isInRange, isSameFamily, matchFaces } from "./match-faces.ts";

/** The faces of a set in the order in which one style asks them. */
export interface FontChoice {
  /** The first that may be used for a space: its metrics are those of a line (CSS Fonts 4, 5.2). */
  readonly main: FontFace;
  /** The face that draws a character by itself. */
  faceFor(codePoint: number): FontFace | undefined;
  /** The face that draws a letter and its marks together: the first that has all of them. */
  faceForAll(codePoints: readonly number[]): FontFace | undefined;
}

/** `families`: no generic names any more. */
export function createFontChoice(faces: readonly FontFace[], query: FontQuery): FontChoice {
  const known = new Map<number, FontFace | undefined>();
  const facesOf = (family: string) => faces.filter((face) => isSameFamily(face.family, family));
  const named = query.families.map(facesOf);
  const matched = named.flatMap((family) => matchFaces(family, query));
  const [first] = faces as readonly [FontFace, ...FontFace[]];
  const fallback = matchFaces(facesOf(first.family), query);
  const forSpace = ({ unicodeRange }: FontFace) => isInRange(unicodeRange, 0x20);
  const main = matched.find(forSpace) ?? fallback.find(forSpace) ?? fallback[0] ?? first;

  /** Of the families that match, in their order; then of their other faces; then of any, the set's first family first. */
  function firstWhere(has: (face: FontFace) => boolean): FontFace | undefined {
    return (
      matched.find(has) ??
      matchFaces(named.flat().filter(has), query)[0] ??
      fallback.find(has) ??
      matchFaces(faces.filter(has), query).at(-1)
    );
  }

  return {
    main,
    faceFor(codePoint) {
      if (known.has(codePoint)) return known.get(codePoint);
      const face = firstWhere((candidate) => hasCharacter(candidate, codePoint));
      known.set(codePoint, face);
      return face;
    },
    faceForAll: (codePoints) => firstWhere((face) => codePoints.every((codePoint) => hasCharacter(face, codePoint))),
  };
}
