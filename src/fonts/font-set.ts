import { isComplex, isRightToLeft } from "./complex-text.ts";
import { createFace } from "./create-face.ts";
import { createFontChoice, type FontChoice } from "./font-choice.ts";
import type { FontFace, FontFileSpec, FontQuery, ShapedText } from "./font-face.ts";
import { isSameFamily } from "./match-faces.ts";
import { loadShaper, type ShapeOptions, type Shaper } from "./shaper.ts";

export interface TextStyle extends FontQuery {
  /** In any unit; the width comes out in the same. */
  readonly size: number;
  /** OpenType feature tags beyond the font's defaults, e.g. `["tnum"]`; a hyphen before one turns it off. */
  readonly features?: readonly string[];
}

/** The names of CSS Fonts 4, 2.1.3, that a set may give a meaning. */
export type GenericFamily = "serif" | "sans-serif" | "monospace" | "cursive" | "fantasy" | "system-ui" | "math";

/** What generic families (`serif`, `monospace`) mean in a set of fonts. */
export interface FontSetOptions {
  /** The family that a generic name stands for, e.g. `{ monospace: "JetBrains Mono" }`. Absent: what `standsFor` of the faces says, else nothing. */
  readonly generics?: Readonly<Partial<Record<GenericFamily, string>>>;
}

/** Faces that measure and draw everything, so that a text is as wide in a chart as on a page. Lengths are in the unit of the size that is given. */
export interface FontSet {
  readonly faces: readonly FontFace[];
  /** The face that CSS font matching picks (CSS Fonts 4, 5.2); the set's first family where no named family is here. */
  match(query: FontQuery): FontFace;
  /** The face that draws a character: of the first named family that has it, else the nearest that does, else undefined. */
  faceFor(codePoint: number, query: FontQuery): FontFace | undefined;
  /** Text in runs of one face. Marks stay with the face of their letter; a character that no face has is by itself. */
  runs(text: string, query: FontQuery): readonly TextRun[];
  /** Shapes one run (a word, a label) with one face, and remembers it. Throws before `ready()`. */
  shape(face: FontFace, text: string, options?: ShapeOptions): ShapedText;
  /** Width of a line of text, each character drawn by `faceFor`. Throws before `ready()`. */
  measure(text: string, style: TextStyle): number;
  /** Loads what shapes as browsers do. To be awaited before text is shaped or measured. */
  ready(): Promise<void>;
  /** This set with faces more; families of theirs stand in for families of the same name here. */
  with(faces: readonly FontFileSpec[]): FontSet;
}

/** Words of some dozens of briefings; past it the memory starts afresh. */
const shapedLimit = 50_000;

/** Parses nothing yet: each face is parsed when it is first asked for. Throws if `specs` is empty. */
export function createFontSet(specs: readonly FontFileSpec[], options: FontSetOptions = {}): FontSet {
  if (specs.length === 0) throw new Error("A font set needs at least one font.");
  return setOf(addFaces([], specs), options);
}

function addFaces(faces: readonly FontFace[], specs: readonly FontFileSpec[]): readonly FontFace[] {
  const all = [...faces];
  for (const spec of specs) all.push(createFace(spec, new Set(all.map(({ id }) => id))));
  return all;
}

function setOf(faces: readonly FontFace[], { generics = {} }: FontSetOptions): FontSet {
  const choices = new Map<string, FontChoice>();
  const shaped = new Map<string, ShapedText>();
  let shaper: Shaper | undefined;

  const standIns = new Map(
    faces.flatMap(({ family, standsFor = [] }) => standsFor.map((name) => [name.toLowerCase(), family] as const)),
  );

  function namedFamily(name: string): string {
    const generic = (generics as Readonly<Record<string, string>>)[name.toLowerCase()];
    if (generic !== undefined) return generic;
    const isHere = faces.some(({ family }) => isSameFamily(family, name));
    return isHere ? name : (standIns.get(name.toLowerCase()) ?? name);
  }

  function choiceOf({ families, weight, style }: FontQuery): FontChoice {
    const key = `${families.join()}|${weight}|${style}`;
    const known = choices.get(key);
    if (known) return known;
    const choice = createFontChoice(faces, { families: families.map(namedFamily), weight, style });
    choices.set(key, choice);
    return choice;
  }

  function shape(face: FontFace, text: string, options: ShapeOptions = {}): ShapedText {
    const { features: wanted = [], isRightToLeft = false } = options;
    const features = face.features ? [...face.features, ...wanted] : wanted;
    const key = `${face.id}|${features.join()}|${isRightToLeft ? "<" : ">"}${text}`;
    const known = shaped.get(key);
    if (known) return known;
    const result = shapeWith(shaper, face, text, { features, isRightToLeft });
    if (shaped.size >= shapedLimit) shaped.clear();
    shaped.set(key, result);
    return result;
  }

  function measure(text: string, style: TextStyle): number {
    const features = style.features ?? [];
    let width = 0;
    for (const { face, text: run } of splitByFace(text, choiceOf(style))) {
      width +=
        (shape(face, run, { features, isRightToLeft: isRightToLeft(run) }).advance * style.size) / face.font.unitsPerEm;
    }
    return width;
  }

  return {
    faces,
    match: (query) => choiceOf(query).main,
    faceFor: (codePoint, query) => choiceOf(query).faceFor(codePoint),
    runs: (text, query) => splitByFace(text, choiceOf(query)),
    shape,
    measure,
    async ready() {
      if (shaper) return;
      const [loaded] = await Promise.all([loadShaper(), ...faces.map((face) => face.ready())]);
      shaper = loaded;
    },
    with(specs) {
      const isReplaced = ({ family }: FontFace) => specs.some((spec) => isSameFamily(spec.family, family));
      return setOf(
        addFaces(
          faces.filter((face) => !isReplaced(face)),
          specs,
        ),
        { generics },
      );
    },
  };
}

function shapeWith(
  shaper: Shaper | undefined,
  face: FontFace,
  text: string,
  options: { readonly features: readonly string[]; readonly isRightToLeft: boolean },
): ShapedText {
  if (!shaper) throw new Error("A font set shapes text when it is ready: await its ready() first.");
  return isComplex(text) ? shaper.shapeComplex(face, text, options) : shaper.shapePlain(face, text, options.features);
}

/** Text that one face draws and one shaper shapes. */
interface TextRun {
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
function splitByFace(text: string, choice: FontChoice): readonly TextRun[] {
  const only = faceOfAscii(text, choice);
  if (only) return [{ face: only, text, isMissing: false }];
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

/** The one face that draws all of a text of ASCII, as most is: no character of it is a mark, nor of a script with a shaper of its own. */
function faceOfAscii(text: string, choice: FontChoice): FontFace | undefined {
  let face: FontFace | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const own = code < 0x80 ? choice.faceFor(code) : undefined;
    if (!own || (face && own !== face)) return undefined;
    face = own;
  }
  return face;
}

/** A mark that the face of its letter has stays with it. */
function faceOfPart(character: string, [base]: readonly number[], choice: FontChoice): FontFace | undefined {
  const code = character.codePointAt(0) as number;
  return choice.faceForAll([base as number, code]) === choice.faceFor(base as number)
    ? choice.faceFor(base as number)
    : choice.faceFor(code);
}

const codePointsOf = (text: string) => Array.from(text, (character) => character.codePointAt(0) as number);
