import { defineHelper } from "./helper.ts";

/** A number that is not audited, and that nobody takes for a year: 0140, 9999. */
const isNoYear = /^(?:0|[3-9])/;

/** `{{date "2019-09-12"}}`: a date in words: "12 September 2019". Takes a month or a year too, from 1000 to 2999. */
export const date = defineHelper({
  name: "date",
  makes: "text",
  parameters: ["name"],
  run({ rendering, position }, iso) {
    const words = rendering.input.words.numbers.date(iso);
    if (words !== undefined && !isNoYear.test(iso)) return rendering.trace({ kind: "period", datetime: iso }, words);
    rendering.error(
      {
        code: "unknown-date",
        message: `"${iso}" is not a date.`,
        hint: 'Write it as "2019-09-12", "2019-09" or "2019".',
      },
      position,
    );
    return "";
  },
});
