import { expect, test } from "vitest";
import { defineBriefing, generateBriefing } from "../../src/doors/index.ts";
import { honest, honestCsv } from "../briefing/tricks/trick.ts";

/** What is said of the figures that a page types. */
async function told(text: string, names: readonly string[] = []): Promise<readonly string[]> {
  const briefing = defineBriefing({
    ...honest.spec,
    names,
    template: { file: "page.hbs", text: `<h1>{{title}}</h1><p>{{claim "total"}}. ${text}</p>` },
  });
  try {
    const { diagnostics } = await generateBriefing(briefing, {
      data: { offences: { csv: honestCsv } },
      parameters: { area: "kent" },
      formats: ["html"],
    });
    return diagnostics.map(({ code }) => code);
  } catch (error) {
    return (error as { diagnostics: readonly { code: string }[] }).diagnostics.map(({ code }) => code);
  }
}

test.each(["8.7.3 offences", "No. 873 offences", "12/11/2019 offences"])(
  "what looks like a name counts what stands behind it, unless it is declared: %s",
  async (text) => {
    expect(await told(`Police saw ${text}.`)).toContain("figure-or-label");
    const [name = ""] = /^.*(?= offences)/.exec(text) ?? [];
    expect(await told(`Police saw ${name} last.`)).toEqual([]);
    expect(await told(`Police saw ${text}.`, [name])).not.toContain("figure-or-label");
  },
);

/** What is said of the figures that a page types, with its hints. */
async function hintsOf(text: string, names: readonly string[] = []): Promise<readonly string[]> {
  const briefing = defineBriefing({
    ...honest.spec,
    names,
    template: { file: "page.hbs", text: `<h1>{{title}}</h1><p>{{claim "total"}}. ${text}</p>` },
  });
  const of = (diagnostics: readonly { code: string; hint?: string | undefined }[]) =>
    diagnostics.flatMap(({ code, hint = "" }) => (/^(?:untraced-figure|figure-or-label)$/.test(code) ? [hint] : []));
  try {
    const { diagnostics } = await generateBriefing(briefing, {
      data: { offences: { csv: honestCsv } },
      parameters: { area: "kent" },
      formats: ["html"],
    });
    return of(diagnostics);
  } catch (error) {
    return of((error as { diagnostics: readonly { code: string; hint?: string }[] }).diagnostics);
  }
}

test.each([
  "We read Fahrenheit 451 there.",
  "They drove along Interstate 155 South.",
  "The Kent 2 team won.",
  "We saw the band Apollo 440 and left.",
  "They wrote of Fusion 360 last.",
  "Our S5/6 pupils sang.",
  "We saw 12 Angry Men.",
])("what the hint of a false alarm says is pasted, and ends it: %s", async (text) => {
  const [hint = "", ...others] = await hintsOf(text);
  expect(others).toEqual([]);
  const pasted = /names: (\[".*?"\])/.exec(hint)?.[1];
  expect(pasted).toBeDefined();
  expect(await hintsOf(text, JSON.parse(pasted ?? "[]") as string[])).toEqual([]);
});

test.each([
  "The 30% campaign wrote to us.",
  "A firm called 3M wrote to us.",
  "The stop is served by the 984.",
  "Our Key Stage 2 and 3 pupils sang.",
  "It goes from Couch to 5k and on.",
  "Her 1,000 Islands are fine.",
])("where nothing may be a name, the hint has a literal, which ends it too: %s", async (text) => {
  let mended = text;
  for (const hint of await hintsOf(text)) {
    const pasted = /\{\{literal "([^"]+)"\}\}/.exec(hint);
    expect(pasted).not.toBeNull();
    mended = mended.replace(pasted?.[1] ?? "", pasted?.[0] ?? "");
  }
  expect(mended).not.toBe(text);
  expect(await hintsOf(mended)).toEqual([]);
});
