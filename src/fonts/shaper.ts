import type { Font as HarfBuzzFont } from "harfbuzzjs";
import { decodeWoff } from "./decode-woff.ts";
import type { FontFace, ShapedGlyph, ShapedText } from "./font-face.ts";

export interface ShapeOptions {
  /** OpenType feature tags beyond the font's defaults, e.g. `["tnum"]`. */
  readonly features?: readonly string[];
  /** At an odd embedding level (UAX 9): brackets are turned round. */
  readonly isRightToLeft?: boolean;
}

/** Shapes text as browsers do. */
export interface Shaper {
  /** Letters that stand side by side, with kerning, ligatures and marks: in the order of the text. */
  shapePlain(face: FontFace, text: string, features: readonly string[]): ShapedText;
  /** Text of scripts whose letters join, stack or change places; knows what each glyph stands for. */
  shapeComplex(face: FontFace, text: string, options?: ShapeOptions): ShapedText;
}

/** HarfBuzz, which browsers shape with. */
export async function loadShaper(): Promise<Shaper> {
  const harfBuzz = await import("harfbuzzjs");
  const fonts = new Map<FontFace, HarfBuzzFont>();
  const glyphs = new Map<FontFace, GlyphMemory>();
  const buffer = new harfBuzz.Buffer();

  function fontOf(face: FontFace): HarfBuzzFont {
    const known = fonts.get(face);
    if (known) return known;
    const font = new harfBuzz.Font(new harfBuzz.Face(new harfBuzz.Blob(decodeWoff(face.data))));
    fonts.set(face, font);
    return font;
  }

  function place(
    face: FontFace,
    text: string,
    { features = [], isRightToLeft = false }: ShapeOptions,
  ): readonly PlacedGlyph[] {
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(isRightToLeft ? harfBuzz.Direction.RTL : harfBuzz.Direction.LTR);
    harfBuzz.shape(
      fontOf(face),
      buffer,
      features.map((tag) => (tag.length > 4 ? new harfBuzz.Feature(tag.slice(1), 0) : new harfBuzz.Feature(tag, 1))),
    );
    const positions = buffer.getGlyphPositions();
    // What gives both at once defines properties that nobody asks for, which takes as long as to shape the text.
    return buffer.getGlyphInfos().map(({ codepoint, cluster }, index): PlacedGlyph => {
      const { xAdvance, xOffset, yOffset } = positions[index] ?? nowhere;
      return { codepoint, cluster, xAdvance, xOffset, yOffset };
    });
  }

  return {
    shapePlain(face, text, features) {
      const memory = glyphs.get(face) ?? new Map();
      glyphs.set(face, memory);
      const placed = kerned(place(face, text, { features }), face, features);
      const shaped = withCharacters(placed, text, memory);
      return { glyphs: shaped, advance: advanceOf(shaped), isTraced: false };
    },
    shapeComplex(face, text, options = {}) {
      const shaped = traceGlyphs(place(face, text, options), text, options.isRightToLeft ?? false);
      return { glyphs: shaped, advance: advanceOf(shaped), isTraced: true };
    },
  };
}

const advanceOf = (glyphs: readonly ShapedGlyph[]): number => glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0);

/** With the kerning of the table `kern`, which HarfBuzz is built without here. */
function kerned(placed: readonly PlacedGlyph[], face: FontFace, features: readonly string[]): readonly PlacedGlyph[] {
  const kerning = placed.length > 1 && !features.includes("-kern") ? face.font.pairKerning : undefined;
  if (!kerning) return placed;
  return placed.map((glyph, index) => {
    const next = placed[index + 1];
    const change = next ? kerning(glyph.codepoint, next.codepoint) : 0;
    return change === 0 ? glyph : { ...glyph, xAdvance: glyph.xAdvance + change };
  });
}

/** Each glyph of a face as it last came: most come as they did before, in all words, and are one object there. */
type GlyphMemory = Map<number, ShapedGlyph>;

/** The first glyph of a cluster stands for its characters. */
function withCharacters(placed: readonly PlacedGlyph[], text: string, memory: GlyphMemory): readonly ShapedGlyph[] {
  let end = text.length;
  const glyphs: ShapedGlyph[] = [];
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const glyph = placed[index] as PlacedGlyph;
    const { cluster } = glyph;
    const isFirst = placed[index - 1]?.cluster !== cluster;
    glyphs.push(rememberedGlyph(glyph, isFirst ? text.slice(cluster, end) : "", memory));
    if (isFirst) end = cluster;
  }
  return glyphs.toReversed();
}

function rememberedGlyph(glyph: PlacedGlyph, characters: string, memory: GlyphMemory): ShapedGlyph {
  const { codepoint: id, xAdvance, xOffset, yOffset } = glyph;
  const known = memory.get(id);
  const isSame =
    known?.xAdvance === xAdvance &&
    known.xOffset === xOffset &&
    known.yOffset === yOffset &&
    String.fromCodePoint(...known.codePoints) === characters;
  if (isSame) return known;
  const made = { id, codePoints: codesOf(characters), xAdvance, xOffset, yOffset };
  memory.set(id, made);
  return made;
}

const codesOf = (text: string): readonly number[] =>
  Array.from(text, (character) => character.codePointAt(0) as number);

interface PlacedGlyph {
  readonly codepoint: number;
  /** Where the characters that it stands for begin in the text. */
  readonly cluster: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

const nowhere = { xAdvance: 0, xOffset: 0, yOffset: 0 };

interface Cluster {
  /** From left to right. */
  readonly glyphs: readonly PlacedGlyph[];
  readonly text: string;
}

function traceGlyphs(placed: readonly PlacedGlyph[], text: string, isRightToLeft: boolean): ShapedGlyph[] {
  const clusters = joinMarks(readClusters(placed, text, isRightToLeft), isRightToLeft);
  const traced = clusters.map((cluster) => traceCluster(cluster, isRightToLeft));
  return (isRightToLeft ? traced.reverse() : traced).flat();
}

/** In the order of the text. HarfBuzz gives glyphs from left to right, those of one cluster next to each other. */
function readClusters(placed: readonly PlacedGlyph[], text: string, isRightToLeft: boolean): Cluster[] {
  const groups: PlacedGlyph[][] = [];
  for (const glyph of placed) {
    const last = groups.at(-1);
    if (last?.[0]?.cluster === glyph.cluster) last.push(glyph);
    else groups.push([glyph]);
  }
  if (isRightToLeft) groups.reverse();
  return groups.map((glyphs, index) => ({
    glyphs,
    text: text.slice(glyphs[0]?.cluster, groups[index + 1]?.[0]?.cluster),
  }));
}

const isMark = ({ xAdvance }: PlacedGlyph) => xAdvance === 0;

/** What has no width of its own, as a consonant below another, goes with what is before it. */
function joinMarks(clusters: readonly Cluster[], isRightToLeft: boolean): Cluster[] {
  const joined: Cluster[] = [];
  for (const cluster of clusters) {
    const last = joined.at(-1);
    if (last && cluster.glyphs.every(isMark)) {
      const [left, right] = isRightToLeft ? [cluster, last] : [last, cluster];
      joined[joined.length - 1] = { glyphs: [...left.glyphs, ...right.glyphs], text: last.text + cluster.text };
    } else joined.push(cluster);
  }
  return joined;
}

/**
 * Marks are drawn over the letters that carry them, which stand for both. Where several glyphs with a width are left, the
 * characters are shared out among them in their order, even if the glyphs stand in another, as a vowel before its
 * consonant: a reader that knows no clusters joins the shares.
 */
function traceCluster({ glyphs, text }: Cluster, isRightToLeft: boolean): ShapedGlyph[] {
  const codes = codesOf(text);
  const spacing = glyphs.filter((glyph) => !isMark(glyph));
  const bearers = spacing.length > 0 ? spacing : glyphs;
  const last = bearers.length - 1;
  return glyphs.map((glyph) => {
    const { codepoint, xAdvance, xOffset, yOffset } = glyph;
    const index = bearers.indexOf(glyph);
    const turn = isRightToLeft ? last - index : index;
    return {
      id: codepoint,
      codePoints: index < 0 ? [] : turn === last ? codes.slice(turn) : codes.slice(turn, turn + 1),
      isMark: index < 0,
      cluster: index === 0 && last > 0 ? { glyphCount: last + 1, text } : undefined,
      xAdvance,
      xOffset,
      yOffset,
    };
  });
}
