/** A plain Vega spec with its version and a size. */
export const vegaSpec = (spec: object, width = 260, height = 200) => ({
  $schema: "https://vega.github.io/schema/vega/v6.json",
  width,
  height,
  ...spec,
});

export const linear = (name: string, data: string, field: string, range: unknown, more: object = {}) => ({
  name,
  type: "linear",
  domain: { data, field },
  range,
  nice: true,
  zero: true,
  ...more,
});

export const band = (name: string, data: string, field: string, range: unknown, more: object = {}) => ({
  name,
  type: "band",
  domain: { data, field },
  range,
  padding: 0.1,
  ...more,
});

export const colours = (data: string, field: string, range: unknown = "category") => ({
  name: "colour",
  type: "ordinal",
  domain: { data, field },
  range,
});

export const xy = (x = "x", y = "y") => [
  { orient: "bottom", scale: x },
  { orient: "left", scale: y },
];

/** The data of a chart, under the name that its scales know. */
export const table = (values: readonly object[], ...transform: readonly object[]) => ({
  name: "table",
  values,
  transform,
});

/** What marks take their places, sizes and colours from. */
export const at = (scale: string, field: string, more: object = {}) => ({ scale, field, ...more });
export const value = (given: unknown) => ({ value: given });
