import type { Font as HarfBuzzFont } from "harfbuzzjs";
import { decodeWoff } from "./decode-woff.ts";
import type { FontFace, ShapedGlyph, ShapedText } from "./font-face.ts";

export interface ShapeOptions {
  /** OpenType feature tags beyond the font's defaults, e.g. `["tnum"]`. */
  readonly features?: readonly string[];
  /** At an odd embedding level (UAX 9): brackets are turned round. */
  readonly isRightToLeft?: boolean;
}

/** Shapes text of scripts whose letters join, stack or change places, and knows what each glyph stands for. */
export interface ComplexShaper {
  shape(face: FontFace, text: string, options?: ShapeOptions): ShapedText;
}

/** HarfBuzz, which browsers shape with. It is loaded when a set first has letters that need it. */
export async function loadComplexShaper(): Promise<ComplexShaper> {
  const harfBuzz = await import("harfbuzzjs");
  const fonts = new Map<FontFace, HarfBuzzFont>();
  const buffer = new harfBuzz.Buffer();

  function fontOf(face: FontFace): HarfBuzzFont {
    const known = fonts.get(face);
    if (known) return known;
    const font = new harfBuzz.Font(new harfBuzz.Face(new harfBuzz.Blob(decodeWoff(face.data))));
    fonts.set(face, font);
    return font;
  }

  function shape(
    face: FontFace,
    text: string,
    { features = [], isRightToLeft = false }: ShapeOptions = {},
  ): ShapedText {
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(isRightToLeft ? harfBuzz.Direction.RTL : harfBuzz.Direction.LTR);
    buffer.setClusterLevel(harfBuzz.ClusterLevel.MONOTONE_CHARACTERS);
    harfBuzz.shape(
      fontOf(face),
      buffer,
      features.map((tag) => new harfBuzz.Feature(tag, 1)),
    );
    const glyphs = traceGlyphs(buffer.getGlyphInfosAndPositions(), text, isRightToLeft);
    return { glyphs, advance: glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0), isTraced: true };
  }

  return { shape };
}

interface PlacedGlyph {
  readonly codepoint: number;
  /** Where the characters that it stands for begin in the text. */
  readonly cluster: number;
  readonly xAdvance?: number;
  readonly xOffset?: number;
  readonly yOffset?: number;
}

/** Glyphs of one cluster stand next to each other, from left to right; clusters follow the text, or run against it. */
function traceGlyphs(placed: readonly PlacedGlyph[], text: string, isRightToLeft: boolean): ShapedGlyph[] {
  const starts = [...new Set(placed.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const endOf = (start: number) => starts[starts.indexOf(start) + 1] ?? text.length;
  const glyphs: ShapedGlyph[] = [];
  for (let index = 0; index < placed.length; ) {
    const { cluster } = placed[index] as PlacedGlyph;
    let end = index + 1;
    while (placed[end]?.cluster === cluster) end += 1;
    glyphs.push(...traceCluster(placed.slice(index, end), text.slice(cluster, endOf(cluster)), isRightToLeft));
    index = end;
  }
  return glyphs;
}

/**
 * A reader that does not know of clusters joins what single glyphs stand for: so the characters are shared out among the
 * glyphs in their order, even where the glyphs stand in another, as a vowel before its consonant.
 */
function traceCluster(placed: readonly PlacedGlyph[], text: string, isRightToLeft: boolean): ShapedGlyph[] {
  const codes = Array.from(text, (character) => character.codePointAt(0) as number);
  const last = placed.length - 1;
  return placed.map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }, index) => {
    const turn = isRightToLeft ? last - index : index;
    return {
      id: codepoint,
      codePoints: turn === last ? codes.slice(turn) : codes.slice(turn, turn + 1),
      ...(index === 0 && last > 0 && { cluster: { glyphCount: placed.length, text } }),
      xAdvance,
      xOffset,
      yOffset,
    };
  });
}
