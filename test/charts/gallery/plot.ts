/** Specs by name, in the order in which they are looked at. */
export type Specs = Readonly<Record<string, object>>;

type Row = Readonly<Record<string, unknown>>;

/** One plot of a size of its own. */
export const plot = (values: readonly Row[], mark: string | object, encoding: object, more: object = {}) => ({
  width: 240,
  height: 160,
  data: { values },
  mark,
  encoding,
  ...more,
});

/** Several marks over each other. */
export const layers = (values: readonly Row[], encoding: object, layer: readonly object[], more: object = {}) => ({
  width: 240,
  height: 160,
  data: { values },
  encoding,
  layer,
  ...more,
});

/** Fields by type of measurement. */
export const q = (field: string, more: object = {}) => ({ field, type: "quantitative", ...more });
export const n = (field: string, more: object = {}) => ({ field, type: "nominal", ...more });
export const o = (field: string, more: object = {}) => ({ field, type: "ordinal", ...more });
export const t = (field: string, more: object = {}) => ({ field, type: "temporal", ...more });
export const count = (more: object = {}) => ({ aggregate: "count", type: "quantitative", ...more });
export const value = (given: unknown) => ({ value: given });
