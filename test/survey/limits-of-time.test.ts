import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const csv = (heading: string) =>
  `Area,Year,${heading}\n${["Kent", "Essex", "Devon", "Surrey"].flatMap((area, at) => ["2021", "2022"].map((year, of) => `${area},${year},${110 + at * 31 + of * 7}`)).join("\n")}\n`;
const isOverlapping = async (heading: string) =>
  [...(await guessOf(csv(heading))).remarks.values()].some((text) => /overlap from one period/u.test(text));

test.each(["Applications decided within 13 weeks", "Patients waiting over 12 months"])(
  "a limit of time is no window that moves on: %s",
  async (heading) => expect(await isOverlapping(heading)).toBe(false),
);

test.each(["Cases in the last 14 days", "7-day cases"])("and a window is one: %s", async (heading) =>
  expect(await isOverlapping(heading)).toBe(true),
);
