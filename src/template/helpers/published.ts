import { defineHelper } from "./helper.ts";

/** `{{published}}`: the date of the briefing, in words. */
export const published = defineHelper({
  name: "published",
  makes: "text",
  parameters: [],
  run({ rendering }) {
    const iso = rendering.input.date.toISOString().slice(0, 10);
    return rendering.trace({ kind: "period", datetime: iso }, rendering.input.words.numbers.date(iso) ?? iso);
  },
});
