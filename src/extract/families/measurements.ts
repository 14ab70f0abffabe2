import { type Family, spanOf } from "../mention.ts";
import { number } from "../number-pattern.ts";

export const measurements: Family = {
  pattern: new RegExp(
    `${number}[-\\s]?(?:miles?|km|kilometres?|metres?|cm|mm|feet|foot|inch(?:es)?|kg|kilos?|grams?|tonnes?|litres?|acres?|hectares?|degrees|°C?|mph|GB|MB|TB|Mbps|volts|watts|square\\s\\p{L}+)(?!\\p{L})`,
    "giu",
  ),
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "measurement" }),
};
