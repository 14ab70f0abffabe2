import { isForecast } from "../change-words.ts";
import type { Reader } from "../reader.ts";
import { wordsAfter, wordsBefore } from "../sentence.ts";

/** "Will fall by a third": about what may come, not about what was. */
export const forecast: Reader = ({ start, end }, sentence) =>
  isForecast(wordsBefore(sentence, start)) ||
  /^[^.;:]*(?<!\p{L})next\s+(?:year|month|week|decade)/iu.test(wordsAfter(sentence, end))
    ? { unread: "forecast" }
    : undefined;
