/**
 * stylesheet/: CSS as it is written, read once for every stage: rules without their nesting, component values, colours, lengths.
 *
 * In: the text of a stylesheet, a `style` attribute or a value. Out: nodes of css-tree, with the selectors and conditions that
 * they stand under, and values as numbers. Guaranteed: a stylesheet that was parsed is not parsed again, and all who read it see
 * the same rules. What a property means is not known here: that is for those who lay out, draw or audit.
 */
export { black, type Color, formatHex, parseColor, readColor, transparent, white } from "./color.ts";
export { contrast, linearRgb, mixColors, over, readableColor } from "./contrast.ts";
export { declarationValue, parseDeclarationList, parseSelectors } from "./declaration-value.ts";
export { createLayerReader, isLayer, type LayerPath, layerInSheet, rankLayers } from "./layers.ts";
export {
  absoluteLength,
  absoluteUnits,
  type FontUnits,
  type LengthContext,
  type LengthPercentage,
  type PercentLength,
  parseLength,
  parseLengthPercentage,
  resolveLength,
  type Viewport,
} from "./length.ts";
export { locationOf } from "./location.ts";
export { type Medium, matchesContainer, matchesMedia, matchesMediaText } from "./media-query.ts";
export { type ParsedStylesheet, type ParseStart, parseStylesheet, type Stylesheet } from "./parse-stylesheet.ts";
export type { RuleSelector, StyleRuleBlock, StylesheetRule } from "./rules.ts";
export { keyOf, passingStates, specificityOf } from "./selector-facts.ts";
export { substituteVariables } from "./substitute-variables.ts";
export {
  familyName,
  inRange,
  keywordOf,
  keywordsOf,
  numberOf,
  parseValue,
  splitAtCommas,
  type ValueNodes,
} from "./value-nodes.ts";
