import type { Orientation } from "../../images/index.ts";
import { identity, type Matrix } from "../geometry/matrix.ts";

/** From the unit square in which a PDF draws a picture as it is stored to that in which it is seen. */
export const uprightMatrix = (orientation: Orientation): Matrix => matrices[orientation];

const matrices: Readonly<Record<Orientation, Matrix>> = {
  1: identity,
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};
