/**
 * stylesheet/: CSS as it is written, read once for every stage: rules within rules, component values, lengths.
 *
 * In: the text of a stylesheet or of a value. Out: nodes of css-tree, and values as numbers. What a property means is not known
 * here: that is for those who lay out, draw or audit.
 */
export {
  type LengthContext,
  type LengthPercentage,
  parseLength,
  parseLengthPercentage,
  resolveLength,
} from "./length.ts";
export { locationOf } from "./location.ts";
export { nestSelector } from "./nest-selector.ts";
export { parseNested } from "./parse-nested.ts";
export {
  familyName,
  keywordOf,
  keywordsOf,
  numberOf,
  parseValue,
  splitAtCommas,
  type ValueNodes,
} from "./value-nodes.ts";
