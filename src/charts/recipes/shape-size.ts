/** Transforms that measure the shape of an area as it is drawn, for the expressions below. */
export const measuredShapes = [
  { calculate: "geoBounds('projection', datum.areaShape)", as: "shapeBounds" },
  { calculate: "geoArea('projection', datum.areaShape)", as: "shapeAreaPx2" },
  { calculate: "geoCentroid('projection', datum.areaShape)", as: "shapeCentre" },
];

/** Vega expressions: how wide and high a shape is, px, and how much it covers, px². */
export const shapeSize = {
  across: "(datum.shapeBounds[1][0] - datum.shapeBounds[0][0])",
  down: "(datum.shapeBounds[1][1] - datum.shapeBounds[0][1])",
  areaPx2: "datum.shapeAreaPx2",
};

/** Vega expressions: its middle, px. */
export const centreOfShape = ["datum.shapeCentre[0]", "datum.shapeCentre[1]"] as const;
