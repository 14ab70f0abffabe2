import { policeForceTiles } from "briefwright/charts";

/**
 * A hexagon for each police force area, in longitude and latitude: a map without geography, whose areas all weigh the same.
 * A file of boundaries goes in its place, as GeoJSON or TopoJSON.
 */
export const hexagons = {
  type: "FeatureCollection",
  features: Object.entries(policeForceTiles).map(([name, { column, row, label }]) => {
    const [longitude, latitude] = [-7 + (column + (row % 2) / 2) * 1.2, 58 - row * 0.62];
    const corners = [30, 90, 150, 210, 270, 330, 30].map((degrees) => {
      const angle = (degrees * Math.PI) / 180;
      return [longitude + 0.69 * Math.cos(angle), latitude + 0.41 * Math.sin(angle)];
    });
    return {
      type: "Feature",
      properties: { name, short: label },
      geometry: { type: "Polygon", coordinates: [corners] },
    };
  }),
};
