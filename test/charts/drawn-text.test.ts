import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnText } from "../../src/charts/scene-reading/drawn-text.ts";
import type { SceneItem } from "../../src/charts/scene-reading/read-scene.ts";

/** Ten px a character, whatever it is. */
const drawn = (item: SceneItem) => drawnText(item, (_, text) => 10 * [...text].length);

test("a text that has room is drawn as it is written, without the space around it", () => {
  expect(drawn({ text: " Kent " })).toBe("Kent");
  expect(drawn({ text: " Kent ", limit: 0 })).toBe("Kent");
  expect(drawn({ text: " Kent ", limit: -1 })).toBe("Kent");
  expect(drawn({ text: "Kent", limit: 41 })).toBe("Kent");
  expect(drawn({ text: 40 })).toBe("40");
  expect(drawn({})).toBe("");
});

test("one that has none ends in an ellipsis, where it and what is left are within the limit", () => {
  // Vega takes a text as wide as its limit for one that is wider.
  expect(drawn({ text: "Kent", limit: 40 })).toBe("Ke…");
  expect(drawn({ text: "Kent and Essex", limit: 60 })).toBe("Kent…");
  expect(drawn({ text: "Kent and Essex", limit: 61 })).toBe("Kent …");
  expect(drawn({ text: "Kent and Essex", limit: 60, ellipsis: "..." })).toBe("Ke...");
  expect(drawn({ text: "Kent", limit: 5 })).toBe("…");
  expect(drawn({ text: "Kent and Essex", limit: 60, dir: "rtl" })).toBe("…ssex");
});

test("lines are cut each by itself", () => {
  expect(drawn({ text: [" Kent ", "Essex"] })).toBe("Kent\nEssex");
  expect(drawn({ text: ["Kent", "", "Essex and Surrey"], limit: 60 })).toBe("Kent\n\nEsse…");
  expect(drawn({ text: "Kent|Essex and Surrey", lineBreak: "|" })).toBe("Kent\nEssex and Surrey");
  expect(drawn({ text: "Kent|Essex and Surrey", lineBreak: "|", limit: 60 })).toBe("Kent\nEsse…");
  expect(drawn({ text: "Kent|", lineBreak: "|", limit: 60 })).toBe("Kent\n");
  expect(drawn({ text: ["Kent|Essex"], lineBreak: "|" })).toBe("Kent|Essex");
  expect(drawn({ text: "Kent|Essex", lineBreak: "" })).toBe("Kent|Essex");
});

test("what is drawn is within its limit, and begins as it is written", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,30}$/), fc.integer({ min: 11, max: 400 }), (text, limit) => {
      const said = drawn({ text, limit });
      expect(10 * said.length < limit || said === "…").toBe(true);
      expect(text.startsWith(said.replace("…", ""))).toBe(true);
      expect(said === text).toBe(10 * text.length < limit);
    }),
  );
});
