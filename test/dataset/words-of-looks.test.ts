import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import { monthWordsOf } from "../../src/dataset/month-names.ts";
import { look } from "../../src/dataset/period-looks/look.ts";
import { createWordFilter } from "../../src/dataset/period-looks/words-of-looks.ts";
import { periodLooks } from "../../src/dataset/period-patterns.ts";
import { periodReadings } from "../../src/dataset/period-reader.ts";
import { inPart } from "../support/trials.ts";

const filterOf = (lang: string) => createWordFilter(periodLooks(lang), monthWordsOf(lang));

describe.each(["en", "cy", "de", "fr", "pl"])("letters of periods, with the names of %s", (lang) => {
  const mayHaveLook = filterOf(lang);

  it("are known of each label that has a look", () => {
    for (const { pattern } of periodLooks(lang)) {
      const flags = new RegExp(pattern.source, pattern.flags.replace("i", ""));
      fc.assert(
        fc.property(fc.stringMatching(flags, { maxLength: 40 }), (label) => {
          expect([label, mayHaveLook(label), mayHaveLook(label.toUpperCase())]).toEqual([label, true, true]);
        }),
        { numRuns: inPart(60, 5) },
      );
    }
  });
});

test("names have letters of no look", () => {
  const mayHaveLook = filterOf("en");
  for (const name of ["column 2014", "London 2012", "Key stage 2", "Decile 10"])
    expect([name, mayHaveLook(name)]).toEqual([name, false]);
  for (const name of ["E01004736", "Été 2014", "sept 2014"]) expect([name, mayHaveLook(name)]).toEqual([name, true]);
});

test("a look that matches more than its letters is tried with each text", () => {
  for (const source of ["(\\d{4}) \\p{L}+", "(\\d{4}) [^x]+", "(\\d{4}) .+", "(\\d{4}) \\w", "(\\d{4}) [a-z]+"])
    expect(createWordFilter([look(source, () => undefined)], monthWordsOf("en"))("2014 column")).toBe(true);
});

test("the sources of looks are read once, and not again for each text", () => {
  const sources = vi.spyOn(RegExp.prototype, "source", "get");
  try {
    periodReadings("column 2014");
    sources.mockClear();
    for (let at = 0; at < 200; at += 1) periodReadings(`engine ${at}`);
    expect(sources.mock.calls.length).toBe(0);
  } finally {
    sources.mockRestore();
  }
});
