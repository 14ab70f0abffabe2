import type { LengthPercentage } from "../../stylesheet/index.ts";
import type { Matrix } from "../geometry/matrix.ts";

/** One step of a transformation, px: a map of the plane, or a move by parts of a box's size. */
export type TransformStep = Matrix | { readonly x: LengthPercentage; readonly y: LengthPercentage };
export type TransformList = readonly TransformStep[];
