/**
 * A 2D context that draws nothing and remembers the texts that it is asked to draw: what a reader will see, known before
 * anything is written, and cheaper than writing an SVG for it. It has what Vega asks of one for texts and the groups around them; fields and empty
 * functions, since one that makes an answer to whatever is asked takes longer than all of Vega's drawing.
 */
export class TextRecorder {
  readonly texts: string[] = [];
  fillStyle: unknown = "";
  strokeStyle: unknown = "";
  lineWidth = 1;
  lineCap = "";
  lineJoin = "";
  miterLimit = 10;
  lineDashOffset = 0;
  globalAlpha = 1;
  globalCompositeOperation = "";
  font = "";
  textAlign = "";

  fillText(text: string): void {
    this.texts.push(text);
  }
  strokeText(): void {}
  save(): void {}
  restore(): void {}
  translate(): void {}
  rotate(): void {}
  scale(): void {}
  beginPath(): void {}
  closePath(): void {}
  moveTo(): void {}
  lineTo(): void {}
  bezierCurveTo(): void {}
  quadraticCurveTo(): void {}
  arc(): void {}
  rect(): void {}
  fill(): void {}
  stroke(): void {}
  clip(): void {}
  fillRect(): void {}
  setLineDash(): void {}
  createLinearGradient(): object {
    return gradient;
  }
  createRadialGradient(): object {
    return gradient;
  }
}

const gradient = { addColorStop: () => undefined };
