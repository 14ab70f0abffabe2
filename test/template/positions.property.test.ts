import fc from "fast-check";
import { expect, it } from "vitest";
import { compileTemplate } from "../../src/template/index.ts";
import { trials } from "../support/trials.ts";
import { inputOf } from "./fake-input.ts";

const marks = /[\uFDD0\uFDD3]\d+\uFDD1|\uFDD2/gu;

/** Pieces of templates: words, digits, markup that holds digits where nobody reads them, calls, line ends, blocks. */
const piece = fc.constantFrom(
  "since ",
  "140%",
  "4,373",
  "\n",
  "\r\n",
  "  ",
  '<p class="c1">',
  '<a href="#n2" title="of 38 forces">',
  "<!-- 99 -->",
  "<br/>",
  "&#8217;",
  "½",
  "٤٥",
  '{{claim "total"}}',
  "{{~area.label~}}",
  "{{! 5 }}",
  "{{#if area}}\n1 a{{else}}2 b{{/if}}\n",
  "\\{{7}}",
);

it("marks the digits that a reader meets with the place where they stand, and changes nothing else", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const { html, positions } = compileTemplate({ template: { text, file: "page.hbs" }, title: "t" }).render(
        inputOf(),
      );
      const lines = text.split("\n");
      for (const [, index, digits] of html.matchAll(/\uFDD3(\d+)\uFDD1(\p{N}+)/gu)) {
        const { line = 0, column = 0 } = positions[Number(index)] ?? {};
        expect(lines[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^${digits}`, "u"));
      }
      const read = html
        .replaceAll(/\uFDD0\d+\uFDD1[^\uFDD2]*\uFDD2/gu, "")
        .replaceAll(/<!--.*?-->|&#8217;|class="c1"|href="#n2"/gu, "");
      expect(read.replaceAll(/\uFDD3\d+\uFDD1\p{N}+/gu, "")).not.toMatch(/[\uFDD0-\uFDEF]|\p{N}/u);
      if (pieces.every((part) => !part.includes("{{"))) expect(html.replaceAll(marks, "")).toBe(text);
    }),
    { seed: 1, numRuns: trials(300, 100) },
  );
});
