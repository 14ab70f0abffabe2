/**
 * css-values/: values of CSS that more than one stage reads: colours as numbers, custom properties put in their places.
 *
 * Imports nothing of the house: charts read their theme with it, the PDF formatter its styles.
 */
export { black, type Color, parseColor, transparent, white } from "./color.ts";
export { substituteVariables } from "./substitute-variables.ts";
