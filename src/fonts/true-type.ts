import type { FontSubset, OutlineCommand } from "./font-face.ts";
import type { FontTables } from "./font-tables.ts";

/** The glyphs of a font in TrueType outlines (OpenType, glyf). */
export interface TrueTypeGlyphs {
  outline(glyph: number): readonly OutlineCommand[];
  /** The highest point, font units. */
  top(glyph: number): number;
  createSubset(): FontSubset;
}

/** Advance and left side bearing, font units. */
export interface GlyphMetrics {
  readonly advance: number;
  readonly bearing: number;
}

export function readTrueType(tables: FontTables, metricsOf: (glyph: number) => GlyphMetrics): TrueTypeGlyphs {
  const glyf = tables.needed("glyf");
  const loca = tables.needed("loca");
  const isLong = tables.needed("head").getInt16(50) !== 0;
  const offsetOf = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));

  /** Undefined of a glyph that draws nothing. */
  function dataOf(glyph: number): DataView | undefined {
    const [start, end] = [offsetOf(glyph), offsetOf(glyph + 1)];
    if (end < start || end > glyf.byteLength) throw new Error(`its glyph ${glyph} is cut short`);
    return end === start ? undefined : new DataView(glyf.buffer, glyf.byteOffset + start, end - start);
  }

  function contoursOf(glyph: number, depth = 0): readonly Contour[] {
    const data = dataOf(glyph);
    if (!data) return [];
    if (data.getInt16(0) >= 0) return readContours(data);
    if (depth > deepest) throw new Error(`its glyph ${glyph} is made of itself`);
    return readComponents(data).flatMap(({ glyph: part, matrix: [a, b, c, d], x, y }) =>
      contoursOf(part, depth + 1).map((contour) =>
        contour.map((point) => ({
          isOnCurve: point.isOnCurve,
          x: point.x * a + point.y * c + x,
          y: point.y * d + point.x * b + y,
        })),
      ),
    );
  }

  return {
    outline: (glyph) => contoursOf(glyph).flatMap(drawContour),
    top: (glyph) => dataOf(glyph)?.getInt16(8) ?? 0,
    createSubset: () => createSubset(tables, { isLong, dataOf, metricsOf }),
  };
}

/** Glyphs of glyphs of glyphs: no font needs more. */
const deepest = 32;

interface Point {
  readonly isOnCurve: boolean;
  readonly x: number;
  readonly y: number;
}

type Contour = readonly Point[];

const pointFlags = { onCurve: 1, shortX: 2, shortY: 4, repeats: 8, sameX: 16, sameY: 32 } as const;

function readContours(data: DataView): readonly Contour[] {
  const count = data.getInt16(0);
  if (count === 0) return [];
  const ends = Array.from({ length: count }, (_, index) => data.getUint16(10 + 2 * index));
  let at = 10 + 2 * count;
  at += 2 + data.getUint16(at);
  const total = (ends.at(-1) as number) + 1;
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = data.getUint8(at++);
    flags.push(flag);
    if (flag & pointFlags.repeats) for (let left = data.getUint8(at++); left > 0; left -= 1) flags.push(flag);
  }
  const readAll = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.slice(0, total).map((flag) => {
      if (flag & short) value += flag & same ? data.getUint8(at++) : -data.getUint8(at++);
      else if (!(flag & same)) {
        value += data.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAll(pointFlags.shortX, pointFlags.sameX);
  const ys = readAll(pointFlags.shortY, pointFlags.sameY);
  const points = xs.map((x, index) => ({
    isOnCurve: ((flags[index] ?? 0) & pointFlags.onCurve) !== 0,
    x,
    y: ys[index] ?? 0,
  }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] as number) + 1, end + 1));
}

interface Component {
  readonly glyph: number;
  /** Where the number of the glyph stands. */
  readonly at: number;
  readonly matrix: readonly [a: number, b: number, c: number, d: number];
  readonly x: number;
  readonly y: number;
}

const partFlags = { words: 1, scale: 8, more: 32, twoScales: 64, matrix: 128 } as const;

function readComponents(data: DataView): readonly Component[] {
  const parts: Component[] = [];
  let at = 10;
  let flags: number = partFlags.more;
  const fraction = () => {
    at += 2;
    return data.getInt16(at - 2) / 0x4000;
  };
  while (flags & partFlags.more) {
    flags = data.getUint16(at);
    const place = at + 2;
    const hasWords = (flags & partFlags.words) !== 0;
    const [x, y] = hasWords
      ? [data.getInt16(at + 4), data.getInt16(at + 6)]
      : [data.getInt8(at + 4), data.getInt8(at + 5)];
    at += hasWords ? 8 : 6;
    let matrix: Component["matrix"] = [1, 0, 0, 1];
    if (flags & partFlags.scale) {
      const scale = fraction();
      matrix = [scale, 0, 0, scale];
    } else if (flags & partFlags.twoScales) matrix = [fraction(), 0, 0, fraction()];
    else if (flags & partFlags.matrix) matrix = [fraction(), fraction(), fraction(), fraction()];
    parts.push({ glyph: data.getUint16(place), at: place, matrix, x, y });
  }
  return parts;
}

/** Two points off the curve have one on it between them. */
function drawContour(contour: Contour): readonly OutlineCommand[] {
  const [first] = contour;
  const last = contour.at(-1);
  if (!first || !last) return [];
  const middle = (a: Point, b: Point): Point => ({ isOnCurve: true, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const start = first.isOnCurve ? first : last.isOnCurve ? last : middle(first, last);
  const commands: OutlineCommand[] = [{ command: "moveTo", args: [start.x, start.y] }];
  let control: Point | undefined;
  const draw = (to: Point) => {
    commands.push(
      control
        ? { command: "quadraticCurveTo", args: [control.x, control.y, to.x, to.y] }
        : { command: "lineTo", args: [to.x, to.y] },
    );
    control = undefined;
  };
  for (const point of first.isOnCurve ? contour.slice(1) : contour) {
    if (point.isOnCurve) draw(point);
    else {
      if (control) draw(middle(control, point));
      control = point;
    }
  }
  if (control) draw(start);
  commands.push({ command: "closePath", args: [] });
  return commands;
}

interface SubsetSource {
  readonly isLong: boolean;
  readonly dataOf: (glyph: number) => DataView | undefined;
  readonly metricsOf: (glyph: number) => GlyphMetrics;
}

/** The tables that a PDF needs of a font, with some of its glyphs (ISO 32000-1, 9.9). */
function createSubset(tables: FontTables, { isLong, dataOf, metricsOf }: SubsetSource): FontSubset {
  const glyphs = [0];
  const places = new Map([[0, 0]]);

  function includeGlyph(glyph: number): number {
    const known = places.get(glyph);
    if (known !== undefined) return known;
    places.set(glyph, glyphs.push(glyph) - 1);
    return glyphs.length - 1;
  }

  /** Of a glyph that is made of others, with their new numbers; they go behind it. */
  function copyOf(glyph: number): Uint8Array {
    const data = dataOf(glyph);
    if (!data) return new Uint8Array(0);
    const copy = new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
    if (data.getInt16(0) >= 0) return copy;
    const view = new DataView(copy.buffer);
    for (const part of readComponents(data)) view.setUint16(part.at, includeGlyph(part.glyph));
    return copy;
  }

  return {
    glyphs,
    includeGlyph,
    encode() {
      const outlines: Uint8Array[] = [];
      // Grows while it is gone through.
      for (const glyph of glyphs) outlines.push(copyOf(glyph));
      return writeTables({
        head: headOf(tables),
        hhea: hheaOf(tables, glyphs.length),
        loca: locaOf(outlines, isLong),
        maxp: maxpOf(tables, glyphs.length),
        "cvt ": copyTable(tables.table("cvt ")),
        prep: copyTable(tables.table("prep")),
        glyf: Buffer.concat(outlines),
        hmtx: hmtxOf(glyphs.map(metricsOf)),
        fpgm: copyTable(tables.table("fpgm")),
      });
    },
  };
}

const copyTable = (view: DataView | undefined, length = view?.byteLength): Buffer | undefined =>
  view && Buffer.from(Buffer.from(view.buffer, view.byteOffset, length));

function headOf(tables: FontTables): Buffer {
  const head = Buffer.from(copyTable(tables.needed("head"), 54) as Buffer);
  // Bits that mean nothing are none.
  head.writeUInt16BE(head.readUInt16BE(44) & 0x7f, 44);
  return head;
}

function hheaOf(tables: FontTables, count: number): Buffer {
  const hhea = copyTable(tables.needed("hhea"), 36) as Buffer;
  hhea.fill(0, 24, 32);
  hhea.writeUInt16BE(count, 34);
  return hhea;
}

function maxpOf(tables: FontTables, count: number): Buffer {
  const maxp = copyTable(tables.needed("maxp"), 32) as Buffer;
  maxp.writeUInt16BE(count, 4);
  return maxp;
}

function locaOf(outlines: readonly Uint8Array[], isLong: boolean): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * (isLong ? 4 : 2));
  let offset = 0;
  // The last is where the last one ends.
  for (let index = 0; index <= outlines.length; index += 1) {
    if (isLong) loca.writeUInt32BE(offset, 4 * index);
    else loca.writeUInt16BE(offset >>> 1, 2 * index);
    offset += outlines[index]?.length ?? 0;
  }
  return loca;
}

function hmtxOf(metrics: readonly GlyphMetrics[]): Buffer {
  const hmtx = Buffer.alloc(4 * metrics.length);
  for (const [index, { advance, bearing }] of metrics.entries()) {
    hmtx.writeUInt16BE(advance, 4 * index);
    hmtx.writeInt16BE(bearing, 4 * index + 2);
  }
  return hmtx;
}

function writeTables(tables: Readonly<Record<string, Buffer | undefined>>): Uint8Array {
  const all = Object.entries(tables).flatMap(([tag, content]) => (content ? [{ tag, content }] : []));
  const head = Buffer.alloc(12 + 16 * all.length);
  const power = Math.floor(Math.log2(all.length));
  head.write("true", 0, "latin1");
  head.writeUInt16BE(all.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((all.length - 2 ** power) * 16, 10);
  let offset = head.length;
  for (const [index, { tag, content }] of all.entries()) {
    const at = 12 + 16 * index;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(content.length, at + 12);
    offset += content.length;
  }
  return Buffer.concat([head, ...all.map(({ content }) => content)]);
}
