import { readFile } from "node:fs/promises";
import { type Diagnostic, defineBriefing, generateBriefing, rate } from "briefwright";
import { describe, expect, test } from "vitest";
import { errorsIn } from "../support/diagnostics-of.ts";
import { inPart, someOf } from "../support/trials.ts";
import { closedTricks } from "./tricks/closed-tricks.ts";
import { drawnTricks } from "./tricks/drawn-tricks.ts";
import { furtherTricks, lineOfEssex, yearsOfEssex } from "./tricks/further-tricks.ts";
import { outerTricks } from "./tricks/outer-tricks.ts";
import { seenTricks } from "./tricks/seen-tricks.ts";
import { type Change, honest, honestCsv, page, type Trick } from "./tricks/trick.ts";
import { typedTricks } from "./tricks/typed-tricks.ts";
import { unseenTricks } from "./tricks/unseen-tricks.ts";

/** Ways to get a wrong figure past the audit: each one is stopped, warned of, leaves nothing, or is a limit that the README lists. */
const tricks = [
  ...typedTricks,
  ...drawnTricks,
  ...seenTricks,
  ...furtherTricks,
  ...outerTricks,
  ...unseenTricks,
  ...closedTricks,
];

interface Played {
  readonly html: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const editionOf = async (csv: string) =>
  (await generateBriefing(honest, { data: { offences: { csv } }, formats: ["html"], parameters: { area: "kent" } }))
    .record;

async function play({ csv = honestCsv, given, earlier, ...change }: Change): Promise<Played> {
  const corrects = earlier === undefined ? {} : { corrects: [await editionOf(earlier)] };
  try {
    return await generateBriefing(defineBriefing({ ...honest.spec, ...change }), {
      data: { offences: { csv } },
      formats: ["html"],
      parameters: { area: "kent", ...given },
      ...corrects,
    });
  } catch (error) {
    return { html: undefined, diagnostics: errorsIn(error) };
  }
}

const ofTheAudit = new Set(["untraced-figure", "untraced-mark", "misplaced-figure", "said-figure", "figure-affix"]);
const readme = (await readFile(new URL("../../README.md", import.meta.url), "utf8")).replaceAll(/\s+/g, " ");
const [, limits = ""] = /## Honest limits(.*?)## More/.exec(readme) ?? [];

/** What a reader meets: without the figures of charts as files, which are encoded. */
const bodyOf = (html: string | undefined) =>
  html?.replace(/^[\s\S]*<body/, "").replaceAll(/ href="data:[^"]*"/g, "") ?? "";

function check({ outcome }: Trick, { html, diagnostics }: Played): void {
  const told = diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n");
  switch (outcome.kind) {
    case "stopped":
    case "warned":
      expect(html === undefined, told).toBe(outcome.kind === "stopped");
      expect(
        diagnostics.some(
          ({ code, message, source }) =>
            code === outcome.code && outcome.place.test(`${message} ${JSON.stringify(source)}`),
        ),
        told,
      ).toBe(true);
      return;
    case "absent":
      expect(html, told).toBeDefined();
      expect(bodyOf(html)).not.toContain(outcome.text);
      return;
    case "limit":
      // Not so any more? Then it is no limit, and the README lists one too many.
      expect(html, told).toBeDefined();
      expect(diagnostics.filter(({ code }) => ofTheAudit.has(code))).toEqual([]);
      expect(limits).toContain(outcome.readme);
  }
}

test("the honest briefing passes", async () => {
  expect((await play({})).diagnostics).toEqual([]);
});

test("a figure of so many a day passes beside its span of time, and no other", async () => {
  const { diagnostics } = await play({
    ...page('<p>{{claim "daily"}}, {{value "daily"}} offences a day, {{value "daily"}} offences a week</p>'),
    claims: ({ offences, area }) => ({
      daily: rate(offences, { area, period: "latest", measure: "offences" }, { per: "day" }),
    }),
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(/beside "a week"/)]);
});

test.each([
  ["Essex", "2018/19"],
  ["Essex, 2018/19", "2018/19"],
  ["Essex of all forces", "2018/19"],
  ["The most of all", "2018/19"],
  ["Essex", "2017/18"],
  ["Essex, 2017/18", "2017/18"],
  ["Essex in 2017", "2017/18"],
  ["2017/18", "2017/18"],
  ["Essex, 2017–18", "2017/18"],
  ["Essex in 2017/2018", "2017/18"],
  ["Essex, 2018-19", "2018/19"],
])("a line that is called %s passes at the figure of Essex in %s", async (label, period) => {
  expect((await play(lineOfEssex(label, period))).diagnostics).toEqual([]);
  const welsh = await play({ ...lineOfEssex(label, period), lang: "cy" });
  expect(welsh.diagnostics.map(({ code }) => code)).toEqual(["untranslated"]);
});

test("a line that is called by two places passes where its figure is that of each", async () => {
  const csv = honestCsv.replace("kent,2018/19,274", "kent,2018/19,390");
  expect((await play({ ...lineOfEssex("Essex and Kent"), csv })).diagnostics).toEqual([]);
});

test("two figures in a label pass, each beside its own year", async () => {
  for (const [before, now] of [
    ["2017/18", "2018/19"],
    ["2017–18", "2018–19"],
  ])
    expect((await play(yearsOfEssex(`'${before}: ' + datum.before + ', ${now}: ' + datum.now`))).diagnostics).toEqual(
      [],
    );
});

test.each([
  '<p>Offences: {{value "total"}}. Children: {{value "total"}} offences.</p>',
  '<p>Of all children in care: {{value "total"}}</p>',
  '<dl><dt>Recorded offences</dt><dd>{{claim "total"}}</dd></dl>',
  '<dl><dt>Change in per cent</dt><dd>{{claim "rise"}}</dd></dl>',
  '<table><caption>T</caption><tr><th scope="col">Children</th></tr><tr><td>{{value "total"}}</td></tr></table>',
])("a label that says what a figure is passes: %s", async (body) => {
  expect((await play(page(body))).diagnostics).toEqual([]);
});

test("tricks are many, and of many classes", () => {
  expect(tricks.length).toBeGreaterThanOrEqual(200);
  expect(new Set(tricks.map(({ class: name }) => name)).size).toBeGreaterThanOrEqual(20);
  expect(new Set(tricks.map((trick) => `${trick.class}: ${trick.name}`)).size).toBe(tricks.length);
});

/** Of each class so many as there is time for: some of all of them. */
const played = [...new Set(tricks.map(({ class: name }) => name))].flatMap((name) => {
  const own = tricks.filter((trick) => trick.class === name);
  return someOf(own, inPart(own.length, Math.ceil(own.length / 6)));
});

describe("a trick", () => {
  test.each(played.map((trick) => [`${trick.class}: ${trick.name}`, trick] as const))("%s", async (_, trick) => {
    check(trick, await play(trick.change));
  });
});
