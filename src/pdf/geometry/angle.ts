/** Radians of one unit of an angle (CSS Values 4, 7.1). */
export const radiansPerUnit: Readonly<Record<string, number>> = {
  deg: Math.PI / 180,
  grad: Math.PI / 200,
  rad: 1,
  turn: 2 * Math.PI,
};
