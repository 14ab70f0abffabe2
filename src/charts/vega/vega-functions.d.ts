/** What charts use of vega-functions, which has no types of its own: what writes JavaScript of an expression. */
declare module "vega-functions" {
  import type { ExpressionWriting } from "./read-expressions.ts";

  export const codeGenerator: ExpressionWriting["codeGenerator"];
  export const codegenParams: ExpressionWriting["codegenParams"];
}
