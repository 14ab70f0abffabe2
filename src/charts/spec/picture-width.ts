import { isObject, type JsonObject } from "../json.ts";

/** A parameter of specs that has the width of the whole picture, px: `width` is that of the plot, known only when it is laid out. */
export const pictureWidth = "pictureWidth";

/** Whether a spec asks for the width of the picture. */
export const asksPictureWidth = ({ params }: JsonObject): boolean =>
  Array.isArray(params) && params.some((param) => isObject(param) && param.name === pictureWidth);

/** A spec whose parameter is this wide. */
export function withPictureWidth(spec: JsonObject, widthPx: number): JsonObject {
  if (!Array.isArray(spec.params)) return spec;
  const params = spec.params.map((param: unknown) =>
    isObject(param) && param.name === pictureWidth ? { ...param, value: widthPx } : param,
  );
  return { ...spec, params };
}
