import { create } from "fontkit";
import type { Font, FontFace, FontFileSpec, FontQuery, ShapedText } from "./font-face.ts";

export interface TextStyle extends FontQuery {
  /** In any unit; the width comes out in the same. */
  readonly size: number;
  /** OpenType feature tags beyond the font's defaults, e.g. `["tnum"]`. */
  readonly features?: readonly string[];
}

export interface FontSet {
  readonly faces: readonly FontFace[];
  /** The face that CSS font matching picks (CSS Fonts 4, 5.2); the set's first family where no named family is here. */
  match(query: FontQuery): FontFace;
  /** The face that draws a character: the matched one if it has it, else the nearest of the other families, else undefined. */
  faceFor(codePoint: number, query: FontQuery): FontFace | undefined;
  /** Shapes one run (a word, a label) with one face, and remembers it. */
  shape(face: FontFace, text: string, features?: readonly string[]): ShapedText;
  /** Width of a line of text, each character drawn by `faceFor`. */
  measure(text: string, style: TextStyle): number;
}

/** Words of some dozens of briefings; past it the memory starts afresh. */
const shapedLimit = 50_000;

/** Parses nothing yet: each face is parsed when it is first asked for. Throws if `specs` is empty. */
export function createFontSet(specs: readonly FontFileSpec[]): FontSet {
  if (specs.length === 0) throw new Error("A font set needs at least one font.");
  const faces = specs.map(createFace);
  const matched = new Map<string, FontFace>();
  const shaped = new Map<string, ShapedText>();

  function match(query: FontQuery): FontFace {
    const key = `${query.families.join()}|${query.weight}|${query.style}`;
    const known = matched.get(key);
    if (known) return known;
    const wanted = query.families.find((family) => faces.some((face) => sameFamily(face.family, family)));
    const family = wanted ?? (faces[0] as FontFace).family;
    const face = nearestFace(
      faces.filter((candidate) => sameFamily(candidate.family, family)),
      query,
    );
    matched.set(key, face);
    return face;
  }

  function faceFor(codePoint: number, query: FontQuery): FontFace | undefined {
    const first = match(query);
    if (first.font.hasGlyphForCodePoint(codePoint)) return first;
    const named = query.families.flatMap((family) => faces.filter((face) => sameFamily(face.family, family)));
    const having = (list: FontFace[]) => list.filter((face) => face.font.hasGlyphForCodePoint(codePoint));
    const candidates = [having(named), having(faces)].find((list) => list.length > 0);
    return candidates && nearestFace(candidates, query);
  }

  function shape(face: FontFace, text: string, features: readonly string[] = []): ShapedText {
    const key = `${face.id}|${features.join()}|${text}`;
    const known = shaped.get(key);
    if (known) return known;
    const run = face.font.layout(text, [...features] as never);
    const result: ShapedText = {
      glyphs: run.glyphs.map((glyph, index) => {
        const position = run.positions[index];
        return {
          id: glyph.id,
          codePoints: glyph.codePoints,
          xAdvance: position?.xAdvance ?? glyph.advanceWidth,
          xOffset: position?.xOffset ?? 0,
          yOffset: position?.yOffset ?? 0,
        };
      }),
      advance: run.advanceWidth,
    };
    if (shaped.size >= shapedLimit) shaped.clear();
    shaped.set(key, result);
    return result;
  }

  function measure(text: string, style: TextStyle): number {
    let width = 0;
    for (const [face, run] of runsByFace(text, style)) {
      width += (shape(face, run, style.features).advance * style.size) / face.font.unitsPerEm;
    }
    return width;
  }

  function runsByFace(text: string, query: FontQuery): [FontFace, string][] {
    const main = match(query);
    const runs: [FontFace, string][] = [];
    for (const character of text) {
      const face = faceFor(character.codePointAt(0) as number, query) ?? main;
      const last = runs.at(-1);
      if (last && last[0] === face) last[1] += character;
      else runs.push([face, character]);
    }
    return runs;
  }

  return { faces, match, faceFor, shape, measure };
}

function createFace(spec: FontFileSpec): FontFace {
  let font: Font | undefined;
  return {
    ...spec,
    id: `${spec.family.toLowerCase().replaceAll(/\s+/g, "-")}-${spec.weight}-${spec.style}`,
    get font() {
      font ??= parseFont(spec.data);
      return font;
    },
  };
}

/** What of fontkit's layout tables is read here; its types leave them out. */
interface LayoutTable {
  readonly featureList?: readonly { readonly feature: { lookupListIndexes: readonly number[] } }[];
}

function parseFont(data: Uint8Array): Font {
  const font = create(Buffer.from(data.buffer, data.byteOffset, data.byteLength)) as Font;
  // Inter lists the lookups of a feature twice, and fontkit would apply each of them twice: kerning would be doubled.
  const { GSUB, GPOS } = font as Font & { readonly GSUB?: LayoutTable | null; readonly GPOS?: LayoutTable | null };
  for (const { feature } of [...(GSUB?.featureList ?? []), ...(GPOS?.featureList ?? [])]) {
    feature.lookupListIndexes = [...new Set(feature.lookupListIndexes)];
  }
  return font;
}

const sameFamily = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** CSS Fonts 4, 5.2: style first, then weight; above 500 look heavier first, else lighter first. */
function nearestFace(candidates: readonly FontFace[], { weight, style }: FontQuery): FontFace {
  const cost = (face: FontFace) => {
    const wrongWay =
      weight > 500 ? face.weight < weight : face.weight > weight && !(weight >= 400 && face.weight <= 500);
    return (face.style === style ? 0 : 10_000) + (wrongWay ? 1_000 : 0) + Math.abs(face.weight - weight);
  };
  return candidates.reduce((best, face) => (cost(face) < cost(best) ? face : best));
}
