import fc from "fast-check";
import { parse, View } from "vega";
import { describe, expect, it } from "vitest";
import { placeFields, withLabelPlaces } from "../../src/charts/recipes/label-places.ts";
import { mostLinesAtSpacesOf, wrappedAtSpaces, wrappedLines } from "../../src/charts/recipes/room-for-names.ts";

const evaluate = (expression: string): unknown =>
  new View(parse({ signals: [{ name: "result", update: expression }] })).run().signal("result");
const inLines = (text: string, characters: number) =>
  evaluate(wrappedLines(JSON.stringify(text), String(characters))) as readonly string[];
const atSpaces = (text: string, characters: number) =>
  evaluate(wrappedAtSpaces(JSON.stringify(text), String(characters))) as readonly string[];

const word = fc.string({ unit: fc.constantFrom(..."abcdeöß"), minLength: 3, maxLength: 24 });
const name = fc
  .array(fc.tuple(word, fc.constantFrom(" ", "-", "/", ", ")), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().slice(0, -1).join(""));

describe("names in lines", () => {
  it.each([
    ["Friedrichshain-Kreuzberg", 19, ["Friedrichshain-", "Kreuzberg"]],
    ["Mecklenburg-Vorpommern", 20, ["Mecklenburg-", "Vorpommern"]],
    ["Kingston/Richmond", 12, ["Kingston/", "Richmond"]],
    ["apprenticeship, other", 14, ["apprentices-", "hip, other"]],
    ["Telecommunications", 17, ["Telecommunicati-", "ons"]],
    ["Offences in 2014-15", 17, ["Offences in", "2014-15"]],
    ["Offences in 2014/15", 17, ["Offences in", "2014/15"]],
  ])("%s, of %i characters", (text, characters, lines) => {
    expect(inLines(text, characters)).toEqual(lines);
  });

  it("end at a space, a hyphen or a slash of theirs, and within a part alone that is longer than a line", () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 8, max: 20 }), (text, characters) => {
        const lines = inLines(text, characters);
        const parts = text.split(/\s+|(?<=[-/])/u);
        const whole = new Set(parts.filter(({ length }) => length <= characters));
        const inside = lines.join("\n").split(/\s+|(?<=[-/])(?!\n)/u);
        for (const part of whole) expect(inside).toContain(part);
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(characters);
          expect(line.replaceAll(/[^\p{L}]/gu, "").length, lines.join("|")).toBeGreaterThanOrEqual(3);
        }
        // A line that a hyphen of its own ends has one more sign.
        const letters = (written: string) => written.replaceAll(/[^\p{L}]/gu, "");
        expect(letters(lines.join(""))).toBe(letters(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe("names in lines that end at spaces", () => {
  it.each([
    ["Hawaiian/Pacific Islander", 9, ["Hawaiian/", "Pacific", "Islander"]],
    ["Hawaiian/Pacific Islander", 4, ["Hawaiian/", "Pacific", "Islander"]],
    ["Year to 2014/15", 7, ["Year to", "2014/15"]],
    ["Year to 2014/15", 5, ["Year", "to", "2014/15"]],
  ])("%s, of %i characters", (text, characters, lines) => {
    expect(atSpaces(text, characters)).toEqual(lines);
  });

  it("are no longer than asked, or than a part between spaces, hyphens and slashes; and are counted so", () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 3, max: 20 }), (text, characters) => {
        const lines = atSpaces(text, characters);
        const longest = Math.max(characters, ...text.split(/\s+|(?<=[-/])/u).map(({ length }) => length));
        for (const line of lines) expect(line.length, lines.join("|")).toBeLessThanOrEqual(longest);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        const counted = evaluate(mostLinesAtSpacesOf(JSON.stringify(text), String(characters)));
        expect(counted).toBe(Math.min(5, lines.length));
      }),
      { numRuns: 100 },
    );
  });
});

it.each([
  ["Laois/Offaly", "Laois/\nOffaly"],
  ["Baden-Baden", "Baden-\nBaden"],
  ["Ward 12/13", "Ward\n12/13"],
  ["Meath", undefined],
])("the name of a shape in two lines: %s", (name, twoLines) => {
  const coordinates = [
    [
      [0, 0],
      [0, 4],
      [4, 4],
      [4, 0],
      [0, 0],
    ],
  ];
  const geometry = {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates } }],
  };
  const options = { feature: undefined, key: "name", shortName: undefined, isOfDegrees: false };
  const placed = withLabelPlaces(geometry, options) as typeof geometry;
  const properties = placed.features[0]?.properties as { readonly [placeFields.twoLines]?: { readonly text: string } };
  expect(properties[placeFields.twoLines]?.text).toBe(twoLines);
});
