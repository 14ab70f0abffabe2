import { defineBriefing, generateBriefing } from "briefwright";
import { expect, test } from "vitest";

const spec = {
  title: "Cases",
  lang: "en-GB",
  datasets: {},
  claims: () => ({}),
  template: new URL("file:///cases.hbs"),
} as const;

const reading = (text: () => string) => ({ readText: async () => text() });
const pageOf = async (briefing: ReturnType<typeof defineBriefing>) =>
  (await generateBriefing(briefing, { data: {}, formats: ["html"] })).html;

test("two briefings of one spec each read their own files", async () => {
  const [first, second] = ["One", "Two"].map((name) =>
    defineBriefing(
      spec,
      reading(() => `<h1>${name}</h1>`),
    ),
  );
  expect(await pageOf(first!)).toContain('<h1 id="one">One</h1>');
  expect(await pageOf(second!)).toContain('<h1 id="two">Two</h1>');
});

test("a template is read once, and again where it could not be read", async () => {
  let reads = 0;
  const briefing = defineBriefing(
    spec,
    reading(() => {
      reads += 1;
      if (reads === 1) throw new Error("not there yet");
      return "<h1>Cases</h1>";
    }),
  );
  await expect(pageOf(briefing)).rejects.toThrow("not there yet");
  expect(await pageOf(briefing)).toBe(await pageOf(briefing));
  expect(reads).toBe(2);
});
