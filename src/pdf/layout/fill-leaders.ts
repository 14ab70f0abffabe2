import type { Line } from "./break-lines.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Piece } from "./prepared-inline.ts";

/** Times that a leader says its text: more than a page is wide. */
const most = 2000;

const isLeader = ({ kind }: Piece) => kind === "leader";

/** A line whose leaders fill it, with whole repeats of their texts, at the end of the room that each of them has. */
export function fillLeaders(line: Line, width: number, { shaper }: LayoutContext): Line {
  if (!line.pieces.some(isLeader)) return line;
  const room = Math.max(0, width - line.width) / line.pieces.filter(isLeader).length;
  const pieces = line.pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind !== "leader") return [piece];
    const { item, level } = piece;
    const font = shaper.fontOf(item.style);
    const { fontSize, letterSpacing } = item.style;
    const { advance, glyphCount } = font.word(item.text);
    const once = advance * fontSize + letterSpacing * glyphCount;
    const count = once > 0 ? Math.min(most, Math.floor(room / once)) : 0;
    const before: Piece = { kind: "space", width: room - count * once, decoration: undefined, isEnd: false };
    if (count === 0) return [before];
    return [before, { kind: "word", item, font, word: font.word(item.text.repeat(count)), width: count * once, level }];
  });
  return { ...line, pieces, width: Math.max(width, line.width) };
}
