import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Briefing, planBriefings } from "briefwright";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { digestCode } from "../../src/batch/index.ts";
import { importAsProgram } from "../../src/worker/index.ts";
import { trials } from "../support/trials.ts";

const home = mkdtempSync(join(tmpdir(), "briefwright-places-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A project of several files, of which the module is in a folder of its own. */
const files = {
  "own/briefing.ts": `import { count, defineBriefing, defineDataset } from "briefwright";
import { words } from "../shared/words.ts";
import { year } from "./year.ts";
const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", plural: "areas", open: true }, year: { role: "time", label: "Year" } },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { home: { title: "Cases", publisher: "An office", kind: "other", published: "2024" } },
});
export default defineBriefing({
  title: words + " in {{area.label}}",
  lang: "en-GB",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => {
    // A loader writes here where the module is.
    new URL("./year.ts", import.meta.url);
    return { total: count(cases, { area, year }) };
  },
  template: new URL("./page.hbs", import.meta.url),
  partials: { foot: new URL("../shared/foot.hbs", import.meta.url) },
  stylesheets: [new URL("../shared/brand.css", import.meta.url)],
});
`,
  "own/year.ts": 'export const year = "2021";\n',
  "own/page.hbs": '<h1>{{title}}</h1><p>{{claim "total"}}</p>{{> foot}}',
  "shared/words.ts": 'export const words = "Cases";\n',
  "shared/foot.hbs": "<p>Of an office</p>",
  "shared/brand.css": "h1 { color: #123456 }",
};
type File = keyof typeof files;
const data = { csv: "area,year,n\nAsh,2021,40\nBirch,2021,50\n" };

/** What tells whether the briefings of a project come out as they did, asked of it in some place. */
async function keysIn(place: string, changed?: File): Promise<readonly (string | undefined)[]> {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(place, file, ".."), { recursive: true });
    const comment = file.endsWith(".ts") ? "// more\n" : file.endsWith(".css") ? "p { margin: 0 }" : "<p>More</p>";
    writeFileSync(join(place, file), file === changed ? text + comment : text);
  }
  const module = join(place, "own/briefing.ts");
  const { default: briefing } = (await importAsProgram(module)) as { readonly default: Briefing };
  const plan = await planBriefings(briefing, { data: { cases: data }, each: "area", formats: ["html"] } as never);
  const code = digestCode(module, []);
  const keys = plan.contentKeys(code);
  return [code, keys?.all, ...plan.items.map(({ parameters }) => keys?.of(parameters))];
}

/** Names of folders, one within the other, as people and systems give them. */
const places = fc
  .array(fc.stringMatching(/^[A-Za-z0-9 éß'+%#~-]{1,8}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map((part) => part.trim() || "x").join("/"));

it("keys are the same wherever a project stands, and others where a file of it is another", async () => {
  let turn = 0;
  const anew = (place: string): string => join(home, String(turn++), place);
  const [code, ...keys] = await keysIn(anew("here"));
  await fc.assert(
    fc.asyncProperty(places, fc.constantFrom(...(Object.keys(files) as File[])), async (place, changed) => {
      expect(await keysIn(anew(place))).toEqual([code, ...keys]);
      const others = await keysIn(anew(place), changed);
      for (const [at, key] of keys.entries()) expect(others[at + 1]).not.toBe(key);
    }),
    { numRuns: trials(40, 6) },
  );
});
