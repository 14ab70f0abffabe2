import { type Family, spanOf } from "../mention.ts";
import { readNumber } from "../number-pattern.ts";

const parts = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const changeNouns =
  "rises?|increase[sd]?|jumps?|surges?|falls?|drops?|decreases?|declines?|reductions?|more|fewer|less|higher|lower";

/**
 * `a fifth`, `two-thirds`, `three quarters`, `half of`. "A third man" and "the second half" are no shares: one part has to
 * be said to be of something, or something to move by it.
 */
export const fractions: Family = {
  pattern:
    /(?<!\p{L})(?:(?<many>two|three|four|five|six|seven|eight|nine)[-\s](?<parts>thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)|(?<one>an?|one)[-\s](?<part>third|quarter|(?<=one[-\s])fourth|fifth|sixth|seventh|eighth|ninth|tenth|half)|(?<half>(?<!(?:first|second|other|latter|better|last|opening|closing)\s)half))(?![\p{L}\p{N}])/giu,
  read(match, text) {
    const { many, parts: plural, part = "half" } = match.groups ?? {};
    const words = plural ? plural.replace(/s$/i, "") : part;
    const value =
      (many ? (readNumber(many)?.value ?? 0) : 1) /
      (parts.indexOf(words.toLowerCase().replace("fourth", "quarter")) + 2);
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const after = text.slice(end, end + 30);
    const share =
      /^\s+(?:of\s+(?!an?\s+(?:million|century|mile|hour))|the\s+(?:number|total|cases|offences|figure|rate)|all\s|as\s+(?:many|high|much)|were\s|was\s|are\s|involved\s)/iu.test(
        after,
      ) ||
      new RegExp(`^(?:[-\\s](?:\\p{L}+\\s)?)(?:${changeNouns})(?!\\p{L})`, "iu").test(after) ||
      /(?<!\p{L})(?:by|up|down|against|to|from|with)\s+(?:(?:more|less|fewer)\s+than\s+|over\s+|under\s+|about\s+|around\s+|nearly\s+|almost\s+|at\s+least\s+)?$/iu.test(
        before,
      ) ||
      /(?<!\p{L})(?:more|less|fewer)\s+than\s+$|(?<!\p{L})(?:nearly|almost|about|around|over)\s+$/iu.test(before);
    if (!many && !share && words.toLowerCase() !== "fourth") return undefined;
    if (/^\s+(?:an?\s+hour|past|term|time|brother|sister|year|of\s+(?:20|19)\d\d)/iu.test(after)) return undefined;
    return { ...spanOf(match), kind: "quantity", value, unit: "fraction", inWords: true };
  },
};
