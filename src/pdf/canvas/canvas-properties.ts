import type { CanvasValues } from "./canvas-font.ts";
import { alignments, baselines, type CanvasSession, lineCaps, lineJoins, type Paint } from "./canvas-state.ts";
import type { PdfCanvas } from "./pdf-canvas.ts";

type PropertyName = Exclude<
  { [Name in keyof PdfCanvas]: PdfCanvas[Name] extends Method ? never : Name }[keyof PdfCanvas],
  never
>;
type Method = (...parameters: never[]) => unknown;
export type CanvasProperties = Pick<PdfCanvas, PropertyName>;

/** Whether a value is one for the property; a canvas ignores what is not. */
const accepts: { readonly [Name in PropertyName]: (value: CanvasProperties[Name], values: CanvasValues) => boolean } = {
  fillStyle: isPaint,
  strokeStyle: isPaint,
  lineWidth: (value) => value > 0,
  lineCap: (value) => value in lineCaps,
  lineJoin: (value) => value in lineJoins,
  miterLimit: (value) => value > 0,
  lineDashOffset: Number.isFinite,
  globalAlpha: (value) => value >= 0 && value <= 1,
  globalCompositeOperation: () => true,
  font: (value, values) => values.font(value) !== undefined,
  textAlign: (value) => value in alignments,
  textBaseline: (value) => value in baselines,
};

/** A canvas ignores a colour that it cannot parse. */
function isPaint(value: unknown, values: CanvasValues): value is Paint {
  return typeof value === "string"
    ? values.color(value) !== undefined
    : typeof value === "object" && value !== null && ("stops" in value || "content" in value);
}

/** The properties of a canvas as its current state has them: descriptors for `Object.defineProperties`. */
export function canvasProperties(session: CanvasSession): PropertyDescriptorMap {
  const { values } = session.options;
  const descriptorOf = <Name extends PropertyName>(name: Name): PropertyDescriptor => ({
    enumerable: true,
    get: () => session.state[name],
    set(value: CanvasProperties[Name]) {
      if (accepts[name](value, values)) (session.state as Pick<CanvasProperties, Name>)[name] = value;
    },
  });
  return Object.fromEntries((Object.keys(accepts) as PropertyName[]).map((name) => [name, descriptorOf(name)]));
}
