import { isComplex } from "./complex-text.ts";
import type { FontChoice } from "./font-choice.ts";
import type { FontFace } from "./font-face.ts";

/** Text that one face draws and one shaper shapes. */
export interface TextRun {
  readonly face: FontFace;
  readonly text: string;
  /** No face has it; `face` is the one that the style matches. */
  readonly isMissing: boolean;
}

/** A character with the marks, joiners and variation selectors after it. */
const clusters = /[^\p{M}\u200c\u200d]?[\p{M}\u200c\u200d]*/gu;

/** They have no shape: HarfBuzz draws nothing for them whether a face has them or not. */
const shapeless = /\u200c|\u200d|[\ufe00-\ufe0f]/gu;

/** Cluster by cluster (CSS Fonts 4, 5.3): a letter and its marks are drawn by one face if one has them all. */
export function splitByFace(text: string, choice: FontChoice): readonly TextRun[] {
  const runs: { face: FontFace; text: string; isMissing: boolean; isComplex: boolean | undefined }[] = [];

  function add(part: string, face: FontFace | undefined): void {
    const complex = isComplex(part) ? true : /\p{L}/u.test(part) ? false : undefined;
    const last = runs.at(-1);
    const isSameShaper = complex === undefined || last?.isComplex === undefined || last.isComplex === complex;
    if (face && last && !last.isMissing && last.face === face && isSameShaper) {
      last.text += part;
      last.isComplex ??= complex;
    } else runs.push({ face: face ?? choice.main, text: part, isMissing: face === undefined, isComplex: complex });
  }

  for (const [cluster] of text.matchAll(clusters)) {
    if (cluster === "") continue;
    const codes = codePointsOf(cluster.replaceAll(shapeless, ""));
    const whole = codes.length === 1 ? choice.faceFor(codes[0] as number) : choice.faceForAll(codes);
    if (whole || codes.length <= 1) add(cluster, whole);
    else for (const character of cluster) add(character, faceOfPart(character, codes, choice));
  }
  return runs;
}

/** A mark that the face of its letter has stays with it. */
function faceOfPart(character: string, [base]: readonly number[], choice: FontChoice): FontFace | undefined {
  const code = character.codePointAt(0) as number;
  return choice.faceForAll([base as number, code]) === choice.faceFor(base as number)
    ? choice.faceFor(base as number)
    : choice.faceFor(code);
}

const codePointsOf = (text: string) => Array.from(text, (character) => character.codePointAt(0) as number);
