import { createBitReader, EndOfScan, type HuffmanTable, huffmanTable } from "./jpeg-huffman.ts";

/** A component of a frame (ITU T.81, B.2.2), with what its scans have found. */
interface Component {
  readonly id: number;
  /** Samples in each direction, of the most that a component of the frame has. */
  readonly across: number;
  readonly down: number;
  /** Blocks of 8 by 8, those that fill up the last units included. */
  readonly columns: number;
  readonly rows: number;
  readonly quantization: number;
  /** Of a progressive frame: 64 bits a block, set where a coefficient is not 0. */
  known: Uint32Array | undefined;
  /** A scan has had its first coefficients. */
  isFound: boolean;
}

interface Frame {
  readonly isProgressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly mostAcross: number;
  readonly mostDown: number;
  readonly components: readonly Component[];
}

interface Decoder {
  readonly data: Uint8Array;
  readonly dcTables: (HuffmanTable | undefined)[];
  readonly acTables: (HuffmanTable | undefined)[];
  readonly quantizations: Set<number>;
  /** Of units; 0: none. */
  restartInterval: number;
  frame: Frame | undefined;
  scans: number;
}

/** What is wrong, thrown within this file alone. */
class Damage extends Error {}

/** Programs that write JPEGs take ten; each is a run over all blocks. */
const mostScans = 100;

const at = (offset: number) => `at byte ${offset}`;

/**
 * What is wrong with a JPEG, and where, as the end of a sentence ("it has …"); undefined: all of its samples are there. All scans are read
 * as far as their codes, baseline and progressive (ITU T.81, F.2 and G.2); values are not looked at, but their sizes are. What is
 * after the last scan, and padding, does no harm.
 *
 * @param isMarkersOnly of a picture so large that reading it would take too long.
 */
export function jpegDamage(
  data: Uint8Array,
  { isMarkersOnly }: { readonly isMarkersOnly: boolean },
): string | undefined {
  const decoder: Decoder = {
    data,
    dcTables: [],
    acTables: [],
    quantizations: new Set(),
    restartInterval: 0,
    frame: undefined,
    scans: 0,
  };
  try {
    readSegments(decoder, isMarkersOnly);
    return undefined;
  } catch (error) {
    if (error instanceof Damage) return error.message;
    throw error;
  }
}

function readSegments(decoder: Decoder, isMarkersOnly: boolean): void {
  const { data } = decoder;
  for (let offset = 2; ; ) {
    const marker = nextMarker(data, offset);
    if (marker?.code === 0xd9) break;
    // One scan is whole without what marks the end; of many, nobody knows how many there were.
    if (marker === undefined && decoder.frame?.isProgressive)
      throw new Damage(`no end, and may lack scans ${at(data.length)}`);
    if (marker === undefined) break;
    offset = marker.offset + 2;
    if (marker.code === 0xd8) throw new Damage(`a second beginning ${at(marker.offset)}`);
    if (marker.code === 0x01 || (marker.code >= 0xd0 && marker.code <= 0xd7)) continue;
    const end = offset + ((data[offset] ?? 0) << 8) + (data[offset + 1] ?? 0);
    if (end < offset + 2 || end > data.length)
      throw new Damage(`a segment that goes beyond the file ${at(offset - 2)}`);
    const segment = { start: offset + 2, end, code: marker.code };
    offset = marker.code === 0xda ? readScan(decoder, segment, isMarkersOnly) : end;
    if (marker.code !== 0xda) readTables(decoder, segment);
  }
  checkWhole(decoder, isMarkersOnly);
}

function checkWhole({ frame, scans }: Decoder, isMarkersOnly: boolean): void {
  if (!frame || scans === 0) throw new Damage("no picture before its end");
  if (!isMarkersOnly && frame.components.some(({ isFound }) => !isFound))
    throw new Damage("an end before all of its colours");
}

interface Marker {
  readonly offset: number;
  readonly code: number;
}

/** Bytes before it that belong to nothing are let be, as all programs let them. */
function nextMarker(data: Uint8Array, from: number): Marker | undefined {
  for (let offset = from; offset + 1 < data.length; offset += 1) {
    const code = data[offset + 1] as number;
    if (data[offset] === 0xff && code !== 0 && code !== 0xff) return { offset, code };
  }
  return undefined;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly code: number;
}

function readTables(decoder: Decoder, segment: Segment): void {
  const { code, start } = segment;
  if (code === 0xc4) readHuffmanTables(decoder, segment);
  else if (code === 0xdb) readQuantizations(decoder, segment);
  else if (code === 0xdd) decoder.restartInterval = number16(decoder.data, segment, start);
  else if (code >= 0xc0 && code <= 0xcf && code !== 0xc8 && code !== 0xcc) readFrame(decoder, segment);
}

function byte(data: Uint8Array, { end }: Segment, offset: number): number {
  if (offset >= end) throw new Damage(`a segment that is too short ${at(offset)}`);
  return data[offset] as number;
}

const number16 = (data: Uint8Array, segment: Segment, offset: number): number =>
  (byte(data, segment, offset) << 8) + byte(data, segment, offset + 1);

/** ITU T.81, B.2.4.2. */
function readHuffmanTables({ data, dcTables, acTables }: Decoder, segment: Segment): void {
  for (let offset = segment.start; offset < segment.end; ) {
    const kind = byte(data, segment, offset);
    if (kind >> 4 > 1 || (kind & 15) > 3) throw new Damage(`a Huffman table of no kind ${at(offset)}`);
    const counts = Array.from({ length: 16 }, (_, index) => byte(data, segment, offset + 1 + index));
    const count = counts.reduce((sum, each) => sum + each, 0);
    const first = offset + 17;
    if (first + count > segment.end) throw new Damage(`a Huffman table that is too short ${at(offset)}`);
    const symbols = data.subarray(first, first + count);
    const table = huffmanTable(counts, symbols);
    if (!table || (kind >> 4 === 0 && symbols.some((symbol) => symbol > 15)))
      throw new Damage(`a Huffman table that cannot be ${at(offset)}`);
    (kind >> 4 === 0 ? dcTables : acTables)[kind & 15] = table;
    offset = first + count;
  }
}

/** ITU T.81, B.2.4.1. */
function readQuantizations({ data, quantizations }: Decoder, segment: Segment): void {
  for (let offset = segment.start; offset < segment.end; ) {
    const kind = byte(data, segment, offset);
    if (kind >> 4 > 1 || (kind & 15) > 3) throw new Damage(`a quantization table of no kind ${at(offset)}`);
    const next = offset + 1 + (kind >> 4 === 0 ? 64 : 128);
    if (next > segment.end) throw new Damage(`a quantization table that is too short ${at(offset)}`);
    quantizations.add(kind & 15);
    offset = next;
  }
}

/** ITU T.81, B.2.2. */
function readFrame(decoder: Decoder, segment: Segment): void {
  const { data } = decoder;
  const { start, code } = segment;
  if (decoder.frame) throw new Damage(`a second frame ${at(start - 4)}`);
  const [height, width] = [number16(data, segment, start + 1), number16(data, segment, start + 3)];
  const count = byte(data, segment, start + 5);
  if (count === 0 || count > 4 || start + 6 + 3 * count !== segment.end)
    throw new Damage(`a frame of ${count} colours ${at(start)}`);
  const listed = Array.from({ length: count }, (_, index) => {
    const from = start + 6 + 3 * index;
    const sampling = byte(data, segment, from + 1);
    const [across, down] = [sampling >> 4, sampling & 15];
    if (across < 1 || across > 4 || down < 1 || down > 4) throw new Damage(`samples of no size ${at(from + 1)}`);
    return { id: byte(data, segment, from), across, down, quantization: byte(data, segment, from + 2) };
  });
  const mostAcross = Math.max(...listed.map(({ across }) => across));
  const mostDown = Math.max(...listed.map(({ down }) => down));
  const components = listed.map((each) => ({
    ...each,
    columns: Math.ceil(width / (8 * mostAcross)) * each.across,
    rows: Math.ceil(height / (8 * mostDown)) * each.down,
    known: undefined,
    isFound: false,
  }));
  decoder.frame = { isProgressive: code === 0xc2, width, height, mostAcross, mostDown, components };
}

interface ScanComponent {
  readonly component: Component;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

/** ITU T.81, B.2.3. */
interface Scan {
  readonly parts: readonly ScanComponent[];
  readonly first: number;
  readonly last: number;
  /** It adds a bit to what other scans have found. */
  readonly isRefining: boolean;
}

/** @returns where the scan's codes end. */
function readScan(decoder: Decoder, segment: Segment, isMarkersOnly: boolean): number {
  const { data, frame } = decoder;
  if (!frame) throw new Damage(`a scan without a frame ${at(segment.start - 4)}`);
  decoder.scans += 1;
  if (decoder.scans > mostScans) throw new Damage(`more than ${mostScans} scans ${at(segment.start - 4)}`);
  const scan = readScanHeader(decoder, frame, segment);
  if (isMarkersOnly) return endOfCodes(data, segment.end);
  for (const { component } of scan.parts) if (scan.first === 0) component.isFound = true;
  return readUnits(decoder, { frame, scan, start: segment.end });
}

function readScanHeader({ data, dcTables, acTables, quantizations }: Decoder, frame: Frame, segment: Segment): Scan {
  const { start } = segment;
  const count = byte(data, segment, start);
  const bounds = start + 1 + 2 * count;
  const [first, last] = [byte(data, segment, bounds), byte(data, segment, bounds + 1)];
  const approximation = byte(data, segment, bounds + 2);
  const wrong = (what: string): never => {
    throw new Damage(`${what} ${at(start)}`);
  };
  const { isProgressive } = frame;
  if (count === 0 || count > frame.components.length || bounds + 3 !== segment.end) wrong(`a scan of ${count} colours`);
  if (isProgressive && (first > last || last > 63 || (first === 0 && last !== 0) || (first > 0 && count > 1)))
    wrong("a scan of no coefficients");
  const [high, low] = [approximation >> 4, approximation & 15];
  if (isProgressive && (low > 13 || (high > 0 && low !== high - 1))) wrong("a scan of no bits");
  const isRefining = isProgressive && high > 0;
  const parts = Array.from({ length: count }, (_, index): ScanComponent => {
    const id = byte(data, segment, start + 1 + 2 * index);
    const tables = byte(data, segment, start + 2 + 2 * index);
    const component = frame.components.find((each) => each.id === id) ?? wrong("a scan of a colour that is not there");
    if (!quantizations.has(component.quantization)) wrong("a scan without its quantization table");
    if (first > 0 && !component.isFound) wrong("a scan before the one that it adds to");
    const [dc, ac] = [dcTables[tables >> 4], acTables[tables & 15]];
    if (!dc && first === 0 && !isRefining) wrong("a scan without its Huffman table");
    if (!ac && (first > 0 || !isProgressive)) wrong("a scan without its Huffman table");
    return { component, dc, ac };
  });
  return { parts, first, last: isProgressive ? last : 63, isRefining };
}

/** The next marker that is none of the codes' own. */
function endOfCodes(data: Uint8Array, from: number): number {
  for (let offset = from; offset + 1 < data.length; offset += 1) {
    const code = data[offset + 1] as number;
    if (data[offset] === 0xff && code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return offset;
  }
  return data.length;
}

interface UnitsOptions {
  readonly frame: Frame;
  readonly scan: Scan;
  readonly start: number;
}

/** All units of a scan, with the marks between its intervals (ITU T.81, A.2, E.2.4). */
function readUnits({ data, restartInterval }: Decoder, { frame, scan, start }: UnitsOptions): number {
  const bits = createBitReader(data, start);
  const readBlock = blockReader(frame, scan, bits);
  const { columns, rows, readUnit } = unitsOf(frame, scan, readBlock.read);
  try {
    for (let unit = 0; unit < columns * rows; unit += 1) {
      if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0) {
        if (!bits.restart((unit / restartInterval - 1) % 8))
          throw new Damage(`a restart that is not there ${at(bits.offset)}`);
        readBlock.restart();
      }
      readUnit(unit % columns, Math.floor(unit / columns));
    }
  } catch (error) {
    if (error instanceof EndOfScan) throw new Damage(`an end before its picture is whole ${at(bits.offset)}`);
    throw error;
  }
  return endOfCodes(data, bits.offset);
}

/** A unit is a block of a colour alone, which has none beyond the edge of the picture, or some of each colour (ITU T.81, A.2). */
function unitsOf(
  { width, height, mostAcross, mostDown }: Frame,
  { parts }: Scan,
  readBlock: (part: ScanComponent, block: number) => void,
) {
  const [single] = parts;
  if (single && parts.length === 1) {
    const { across, down, columns } = single.component;
    const blocksOf = (length: number, samples: number, most: number) =>
      Math.ceil(Math.ceil((length * samples) / most) / 8);
    return {
      columns: blocksOf(width, across, mostAcross),
      rows: blocksOf(height, down, mostDown),
      readUnit: (column: number, row: number) => readBlock(single, row * columns + column),
    };
  }
  return {
    columns: Math.ceil(width / (8 * mostAcross)),
    rows: Math.ceil(height / (8 * mostDown)),
    readUnit(column: number, row: number) {
      for (const part of parts) {
        const { across, down, columns } = part.component;
        for (let y = row * down; y < (row + 1) * down; y += 1)
          for (let x = column * across; x < (column + 1) * across; x += 1) readBlock(part, y * columns + x);
      }
    },
  };
}

function blockReader(frame: Frame, scan: Scan, bits: ReturnType<typeof createBitReader>) {
  const { first, last, isRefining } = scan;
  /** Blocks without further coefficients, of a progressive scan. */
  let endRun = 0;

  const code = (table: HuffmanTable | undefined): number => {
    const symbol = table ? bits.symbol(table) : -1;
    if (symbol < 0) throw new Damage(`a code that no table has ${at(bits.offset)}`);
    return symbol;
  };

  function readSequential({ dc, ac }: ScanComponent): void {
    bits.skip(code(dc));
    for (let index = 1; index < 64; index += 1) {
      const symbol = code(ac);
      const size = symbol & 15;
      if (size > 0) bits.skip(size);
      else if (symbol !== 0xf0) return;
      index += symbol >> 4;
      if (index > 63) throw new Damage(`more samples than there are ${at(bits.offset)}`);
    }
  }

  const knownOf = (component: Component): Uint32Array => {
    component.known ??= new Uint32Array(2 * component.columns * component.rows);
    return component.known;
  };

  /** ITU T.81, G.1.2.2. */
  function readFirst({ component, ac }: ScanComponent, block: number): void {
    if (endRun > 0) {
      endRun -= 1;
      return;
    }
    const known = knownOf(component);
    for (let index = first; index <= last; index += 1) {
      const symbol = code(ac);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && run < 15) {
        endRun = (1 << run) - 1 + bits.take(run);
        return;
      }
      index += run;
      if (index > 63) throw new Damage(`more samples than there are ${at(bits.offset)}`);
      if (size === 0) continue;
      bits.skip(size);
      setKnown(known, block, index);
    }
  }

  /** The coefficient after so many that are 0; those that are known have a bit more. */
  function pastZeros(known: Uint32Array, { block, index: from, zeros }: Record<"block" | "index" | "zeros", number>) {
    let index = from;
    for (let left = zeros; index <= last; index += 1) {
      if (isKnown(known, block, index)) bits.skip(1);
      else if (left === 0) break;
      else left -= 1;
    }
    return index;
  }

  /** ITU T.81, G.1.2.3: each coefficient that is known has a bit more, and new ones are 1 or -1. */
  function readRefinement({ component, ac }: ScanComponent, block: number): void {
    const known = knownOf(component);
    let index = first;
    while (endRun === 0 && index <= last) {
      const symbol = code(ac);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size > 1) throw new Damage(`a code that cannot be there ${at(bits.offset)}`);
      if (size === 0 && run < 15) {
        endRun = (1 << run) + bits.take(run);
        break;
      }
      bits.skip(size);
      index = pastZeros(known, { block, index, zeros: run });
      if (size === 1 && index <= 63) setKnown(known, block, index);
      index += 1;
    }
    if (endRun === 0) return;
    for (; index <= last; index += 1) if (isKnown(known, block, index)) bits.skip(1);
    endRun -= 1;
  }

  function read(part: ScanComponent, block: number): void {
    if (!frame.isProgressive) readSequential(part);
    else if (first === 0) bits.skip(isRefining ? 1 : code(part.dc));
    else if (isRefining) readRefinement(part, block);
    else readFirst(part, block);
  }

  return {
    read,
    restart() {
      endRun = 0;
    },
  };
}

const isKnown = (known: Uint32Array, block: number, index: number): boolean =>
  (((known[2 * block + (index >> 5)] ?? 0) >>> (index & 31)) & 1) === 1;

function setKnown(known: Uint32Array, block: number, index: number): void {
  const at = 2 * block + (index >> 5);
  known[at] = (known[at] ?? 0) | (1 << (index & 31));
}
