import type { Helper } from "./helper.ts";

type Operands = Pick<Helper, "rest"> & Partial<Pick<Helper, "parameters">>;

const operator = (name: string, operands: Operands, give: (...values: readonly unknown[]) => unknown): Helper => ({
  name,
  makes: "values",
  parameters: [],
  ...operands,
  run: ({ rest }, ...values) => give(...values, ...rest),
});

/** Helpers that give a value to other helpers and to blocks, made of values alone. */
export const operators: readonly Helper[] = [
  /** `{{#each (list "total" "rise")}}…{{value this}}…{{/each}}`: ids, one after another. */
  operator("list", { rest: "name" }, (...ids) => ids),
  /** `(eq area.id "thames-valley")`: whether two values are the same words. */
  operator("eq", { parameters: ["any", "any"] }, (a, b) => String(a) === String(b)),
  /** `(and (has claim="rise") (has chart="trend"))`: whether all hold. */
  operator("and", { rest: "any" }, (...values) => values.every(Boolean)),
  /** `(or (has claim="rise") (has chart="trend"))`: whether any holds. */
  operator("or", { rest: "any" }, (...values) => values.some(Boolean)),
  /** `(not (has claim="rise"))`: whether it does not hold. */
  operator("not", { parameters: ["any"] }, (value) => !value),
];
