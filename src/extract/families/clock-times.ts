import { type Family, spanOf } from "../mention.ts";

export const clockTimes: Family = {
  pattern:
    /\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)(?!\p{L})|(?<![\d.:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|\b24\/7\b|\b(?:24|48|72)[-\s]hours?\b/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "time of day" }),
};
