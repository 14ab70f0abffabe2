import fc from "fast-check";
import LineBreaker from "linebreak";
import { describe, expect, it } from "vitest";
import { createLineBreakFinder } from "../../src/pdf/text/line-breaks.ts";
import { trials } from "../support/trials.ts";
import { layOut, linesOf } from "./lay-out.ts";

const words = fc.array(fc.stringMatching(/^[A-Za-z0-9ŵŷé,.;:'’“”()%£–-]{1,24}$/), { minLength: 1, maxLength: 40 });
const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Those of UAX 14, and the end of each space. */
function expectedBreaks(text: string): number[] {
  const breaker = new LineBreaker(text);
  const found: number[] = [];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) found.push(next.position);
  for (const { index } of text.matchAll(/(?<= )[^ ]/g)) found.push(index);
  return [...new Set(found)].filter((position) => position < text.length).sort((a, b) => a - b);
}

describe("where lines may break", () => {
  const finder = createLineBreakFinder();

  it("is what UAX 14 says, for prose, and after spaces", () => {
    for (const text of [
      "A plain sentence, with a comma; and (brackets) – and a dash.",
      "« guillemets » wait ! what ?",
      "cost £5, 34% of 2017/18 and e-mail",
      "“quoted text” and 'single' … end",
    ]) {
      expect(finder.find(text), text).toEqual(expectedBreaks(text));
    }
  });

  it("is after every space, as in browsers, whatever mark stands beside it", () => {
    expect(finder.find("Lower .95 or ,5 and wait .a")).toEqual([6, 10, 13, 16, 20, 25]);
    expect(finder.find("( .95 ) wait ! « a »")).toEqual([2, 6, 8, 13, 15, 17, 19]);
    expect(finder.find("wait\u00a0! and\u00a0go")).toEqual([7]);
  });

  it("is where Chromium has it between any two printable characters of ASCII", () => {
    const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    // As measured: Chromium 156, `ab` + both + `cd` in a box of no width.
    const opening = "(<[{";
    const afterHyphen = [...printable].filter((each) => !"!$),./:;?]}".includes(each)).join("");
    const afterQuestion = [...printable].filter((each) => !`!"'),./:;?]}`.includes(each)).join("");
    for (const before of printable) {
      const known =
        { "-": afterHyphen, "?": afterQuestion }[before] ?? (`!"#%&)*+,.:;=>\\]|}~`.includes(before) ? opening : "");
      for (const after of printable) {
        // Where a line does not hold the word, it may end after these.
        if (/[/!|}]/.test(before) && !known.includes(after)) continue;
        const text = `ab${before}${after}cd`;
        expect(finder.find(text).includes(3), text).toBe(known.includes(after));
      }
    }
    expect(finder.find("f(x)[1] and c-(d)")).toEqual([4, 8, 12, 14]);
  });

  it("is what UAX 14 says, for any words, and after spaces", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9ŵé,.;:£“”«»–]{1,8}$/), { minLength: 1, maxLength: 8 }),
        (list) => {
          const text = list.join(" ");
          expect(finder.find(text)).toEqual(expectedBreaks(text));
        },
      ),
    );
  });
});

describe("lines", () => {
  const addresses = fc.array(fc.stringMatching(/^[a-z0-9.{}|!/-]{1,40}$/), { minLength: 1, maxLength: 20 });
  const texts = fc.oneof(words, addresses);
  const wraps = fc.constantFrom("normal", "break-word", "anywhere");
  const narrow = (text: string, width: number) =>
    linesOf(layOut(`<p style="margin:0">${text}</p>`, { width }).laidOut.fragment).map((line) => line.text);

  it("end after the slash of a word only where a line does not hold the word", () => {
    expect(narrow("read https://example.org/one/two here", 160)).toEqual([
      "read ",
      "https://example.org/one/two ",
      "here",
    ]);
    expect(narrow("read https://example.org/one/two here", 110)).toEqual([
      "read https://",
      "example.org/one/two ",
      "here",
    ]);
    expect(narrow("miles/hour", 40)).toEqual(["miles/", "hour"]);
    const part = (text: string) => `<code style="padding: 0 2px">${text}</code>`;
    const parts = linesOf(layOut(`<p>a ${part("one")}/${part("two")}`, { width: 48 }).laidOut.fragment);
    expect(parts.map(({ text }) => text)).toEqual(["a ", "one/two"]);
  });

  it("begin with a word that may be broken anywhere, and end within it", () => {
    const wrapping = (wrap: string) =>
      narrow(`<span style="overflow-wrap: ${wrap}">read https://example.org/one/two here</span>`, 110);
    for (const wrap of ["break-word", "anywhere"]) {
      const lines = wrapping(wrap);
      expect(lines[0]).toBe("read ");
      expect(lines.join("")).toBe("read https://example.org/one/two here");
      expect(lines[1]).toMatch(/^https:\/\/example\.org\//);
    }
    expect(wrapping("normal")[0]).toBe("read https://");
  });

  it("end after the hyphen of a number only where a line does not hold the word", () => {
    expect(narrow("the year 2014-15 ended", 75)).toEqual(["the year ", "2014-15 ended"]);
    // In an address it is no number: as in browsers, a line ends after its hyphens.
    expect(narrow("a https://a.org/mods-3-0.xsd", 140)).toEqual(["a https://a.org/mods-3-", "0.xsd"]);
    expect(narrow("a https://a.org/to-mods/v-3-0.xsd", 160)).toEqual(["a https://a.org/to-mods/v-3-", "0.xsd"]);
    // Also in lines that it goes on in.
    expect(narrow("a https://a.org/to-mods/abcdefgh-3-0.xsd x", 110).slice(-2)).toEqual([
      "mods/abcdefgh-3-",
      "0.xsd x",
    ]);
    expect(narrow("Minutes_06-04-21", 70)).toEqual(["Minutes_06-", "04-21"]);
  });

  it("hold every character, in order, inside the width", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 300 }), wraps, (list, width, wrap) => {
        const text = list.join(" ");
        const { laidOut } = layOut(`<p style="margin:0; overflow-wrap: ${wrap}">${escapeHtml(text)}</p>`, { width });
        const lines = linesOf(laidOut.fragment);
        expect(lines.map((line) => line.text).join("")).toBe(text);
        for (const { line, text: own } of lines) {
          const end = Math.max(...line.runs.map((run) => run.x + run.width));
          const hanging = /( +)$/.exec(own)?.[1]?.length ?? 0;
          // One letter may be wider than a very narrow line; kerning may move the last one out by a hair.
          if (own.trim().length > 1) expect(end - hanging * 4).toBeLessThanOrEqual(width + 0.5);
        }
      }),
      { numRuns: trials(60, 60) },
    );
  });

  it("keep nowrap text together while it fits, and break it where a line cannot hold it", () => {
    const fits = linesOf(
      layOut(`<p>one two <span style="white-space:nowrap">three four</span></p>`, { width: 80 }).laidOut.fragment,
    );
    expect(fits.map((line) => line.text)).toEqual(["one two ", "three four"]);
    const wide = linesOf(
      layOut(`<p style="white-space:nowrap">${"word ".repeat(20)}</p>`, { width: 100 }).laidOut.fragment,
    );
    expect(wide.length).toBeGreaterThan(3);
  });

  it("justify all lines but the last to the full width, keeping the spaces", () => {
    const html = `<p style="text-align:justify">${"justified words of several lengths ".repeat(6)}</p>`;
    const lines = linesOf(layOut(html, { width: 200 }).laidOut.fragment);
    for (const { line } of lines.slice(0, -1)) {
      const run = line.runs.at(-1);
      const space = run?.words.at(-1)?.isSpace
        ? (run.words.at(-1)?.advance ?? 0) * run.item.style.fontSize + run.spaceExtra
        : 0;
      expect((run?.x ?? 0) + (run?.width ?? 0) - space).toBeCloseTo(200, 1);
    }
    expect(lines.at(-1)?.line.runs[0]?.spaceExtra).toBe(0);
  });

  it("draw a hyphen only where a soft hyphen ends a line", () => {
    const html = "<p>Donau&shy;dampf&shy;schiff</p>";
    const wide = linesOf(layOut(html, { width: 300 }).laidOut.fragment);
    expect(wide).toHaveLength(1);
    expect(wide[0]?.line.runs.every((run) => run.hyphen === undefined)).toBe(true);
    const narrow = linesOf(layOut(html, { width: 50 }).laidOut.fragment);
    expect(narrow[0]?.line.runs.at(-1)?.hyphen?.text).toBe("-");
    expect(narrow.at(-1)?.line.runs.at(-1)?.hyphen).toBeUndefined();
  });

  it("collapse white space across elements, and keep it in pre", () => {
    const text = (html: string) => linesOf(layOut(html).laidOut.fragment).map((line) => line.text);
    expect(text("<p>  a <b> b</b>\n\t<i>c</i>  </p>")).toEqual(["a b c "]);
    expect(text("<pre>a\tb\n  c</pre>")).toEqual(["a       b ", "  c"]);
    expect(text("<p>a<br>b</p>")).toEqual(["a ", "b"]);
  });
});
