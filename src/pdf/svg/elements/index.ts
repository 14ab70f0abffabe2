import type { ElementBuilder } from "../svg-context.ts";
import { buildText } from "../text/build-text.ts";
import { buildCircle, buildEllipse } from "./ellipse.ts";
import { buildForeignObject } from "./foreign-object.ts";
import { buildGroup } from "./group.ts";
import { buildImage } from "./image.ts";
import { buildLine } from "./line.ts";
import { buildLink } from "./link.ts";
import { buildNestedSvg } from "./nested-svg.ts";
import { buildPath } from "./path.ts";
import { buildPolygon, buildPolyline } from "./poly.ts";
import { buildRect } from "./rect.ts";
import { buildSwitch } from "./switch.ts";
import { buildUse } from "./use.ts";

/** The elements that draw something, by their names in lower case. A new one is a file and a line here. */
export const elementBuilders: Readonly<Record<string, ElementBuilder | undefined>> = {
  a: buildLink,
  circle: buildCircle,
  ellipse: buildEllipse,
  foreignobject: buildForeignObject,
  g: buildGroup,
  image: buildImage,
  line: buildLine,
  path: buildPath,
  polygon: buildPolygon,
  polyline: buildPolyline,
  rect: buildRect,
  svg: buildNestedSvg,
  switch: buildSwitch,
  text: buildText,
  use: buildUse,
};

/** Elements that are there to be referred to, or to be read: nothing is drawn where they stand. */
export const notDrawn: ReadonlySet<string> = new Set(
  "clippath defs desc filter lineargradient marker mask metadata pattern radialgradient stop style symbol title view".split(
    " ",
  ),
);

/** Elements that a PDF of still pages has no use for, and why. */
export const unsupported: Readonly<Record<string, string | undefined>> = {
  script: "Scripts are never run.",
  animate: "The picture is shown as it is without animation.",
  animatemotion: "The picture is shown as it is without animation.",
  animatetransform: "The picture is shown as it is without animation.",
  set: "The picture is shown as it is without animation.",
};
