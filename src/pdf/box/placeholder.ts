import type { PdfCanvas } from "../canvas/pdf-canvas.ts";
import type { PdfDrawing } from "../canvas/pdf-image.ts";

const fontPx = 10;
const linePx = 13;
const paddingPx = 6;
/** About what a letter of this size takes. */
const letterPx = 5.8;
const widestPx = 300;

interface PlaceholderSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** As large as its label needs. */
export function placeholderSize(label: string): PlaceholderSize {
  const widthPx = Math.min(widestPx, Math.max(32, label.length * letterPx + 2 * paddingPx));
  const lines = Math.ceil((label.length * letterPx) / (widthPx - 2 * paddingPx) || 1);
  return { widthPx, heightPx: Math.max(32, lines * linePx + 2 * paddingPx) };
}

/** What stands where a picture is missing: a box with the words that would have been read aloud, or crossed out. */
export function placeholderDrawing(label: string, { widthPx, heightPx }: PlaceholderSize): PdfDrawing {
  return {
    kind: "drawing",
    widthPx,
    heightPx,
    draw(context) {
      draw(context as PdfCanvas, label, { widthPx, heightPx });
    },
    resized: (width, height) => placeholderDrawing(label, { widthPx: width, heightPx: height }),
  };
}

function draw(canvas: PdfCanvas, label: string, { widthPx, heightPx }: PlaceholderSize): void {
  canvas.strokeStyle = "#767676";
  canvas.lineWidth = 0.75;
  canvas.strokeRect(0.5, 0.5, Math.max(0, widthPx - 1), Math.max(0, heightPx - 1));
  canvas.font = `${fontPx}px sans-serif`;
  const lines = wrap(label, widthPx - 2 * paddingPx, (text) => canvas.measureText(text).width);
  if (lines.length === 0 || lines.length * linePx + paddingPx > heightPx) {
    canvas.beginPath();
    canvas.moveTo(1, 1);
    canvas.lineTo(widthPx - 1, heightPx - 1);
    canvas.moveTo(widthPx - 1, 1);
    canvas.lineTo(1, heightPx - 1);
    canvas.stroke();
    return;
  }
  canvas.fillStyle = "#404040";
  for (const [index, line] of lines.entries()) canvas.fillText(line, paddingPx, paddingPx + fontPx + index * linePx);
}

/** Words in lines of this width; none where a word is wider. */
function wrap(label: string, widthPx: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= widthPx) lines[lines.length - 1] = longer;
    else if (widthOf(word) <= widthPx) lines.push(word);
    else return [];
  }
  return lines;
}
