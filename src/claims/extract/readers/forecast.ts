import { isForecast } from "../moves.ts";
import type { Reader } from "../reader.ts";
import { wordsBefore } from "../sentence.ts";

/** "Will fall by a third": about what may come, not about what was. */
export const forecast: Reader = ({ start }, sentence) =>
  isForecast(wordsBefore(sentence, start)) ? { unread: "forecast" } : undefined;
