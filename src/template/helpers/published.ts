import { defineHelper } from "./helper.ts";

/** `{{published}}`: the date of the briefing in words, as precisely as it is known: "12 September 2019", "2019". */
export const published = defineHelper({
  name: "published",
  makes: "text",
  parameters: [],
  run({ rendering, position }) {
    const iso = rendering.input.date;
    if (iso === "") {
      rendering.error(
        {
          code: "unknown-date",
          message: "Nobody says when this was published: no source has a date, and none was given.",
          hint: "Give a source its `published`, or the briefing a date; or ask first: {{#if (has published=true)}}.",
        },
        position,
      );
      return "";
    }
    return rendering.trace({ kind: "period", datetime: iso }, rendering.input.words.numbers.date(iso) ?? iso);
  },
});
