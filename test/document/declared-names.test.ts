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
