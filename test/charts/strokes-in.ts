/** A straight piece of a line that was drawn. */
export interface Stroke {
  /** Of the call that drew it, among all. */
  readonly order: number;
  readonly color: string;
  readonly width: number;
  /** In px of the picture. */
  readonly ends: readonly [x0: number, y0: number, x1: number, y1: number];
}

/** Every straight piece of a line that a recording context was asked for. */
export function strokesIn(calls: readonly string[]): readonly Stroke[] {
  const stack: [number, number][] = [];
  let at: [number, number] = [0, 0];
  let [color, width] = ["", 1];
  let from: [number, number] | undefined;
  let path: Stroke["ends"][] = [];
  const strokes: Stroke[] = [];
  for (const [order, call] of calls.entries()) {
    const numbers = () =>
      call
        .slice(call.indexOf("(") + 1, -1)
        .split(",")
        .map(Number);
    if (call.startsWith("save(")) stack.push(at);
    else if (call.startsWith("restore(")) at = stack.pop() ?? [0, 0];
    else if (call.startsWith("translate(")) {
      const [x = 0, y = 0] = numbers();
      at = [at[0] + x, at[1] + y];
    } else if (call.startsWith("strokeStyle=")) color = call.slice("strokeStyle=".length);
    else if (call.startsWith("lineWidth=")) width = Number(call.slice("lineWidth=".length));
    else if (call.startsWith("beginPath(")) path = [];
    else if (call.startsWith("moveTo(") || call.startsWith("lineTo(")) {
      const [x = 0, y = 0] = numbers();
      const to: [number, number] = [at[0] + x, at[1] + y];
      if (call.startsWith("lineTo(") && from) path.push([...from, ...to]);
      from = to;
    } else if (call.startsWith("stroke(")) strokes.push(...path.map((ends) => ({ order, color, width, ends })));
  }
  return strokes;
}
