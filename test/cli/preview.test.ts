import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";
import { type Described, previewIn } from "./previewed.ts";

const { folder, runBuilt: run } = useWorkplace();
const preview = (name: string) => previewIn(folder, name);

describe("what is shown", () => {
  it("is what build writes, byte for byte", async () => {
    const { get, page, output } = await preview("same");
    const plan = (await (await get("/plan")).json()) as { value: readonly { name: string; label: string }[] };
    expect(plan.value.map(({ name }) => name)).toContain("northmarch");
    await page("northmarch");
    const built = await run(["build", "briefing.ts", "-e", "area", "-o", "same/out"]);
    expect(built.exitCode).toBe(0);
    for (const [file, kind] of [
      ["briefing.html", "html"],
      ["briefing.pdf", "pdf"],
    ] as const)
      expect(await output("northmarch", file)).toEqual(readFileSync(join(folder, `same/out/northmarch.${kind}`)));
  });

  it("is the page before its PDF is made, the same bytes as after", async () => {
    const { lines, output, page, save } = await preview("early");
    await page("northmarch");
    await save("cases.hbs", (text) => `${text}<p>Written anew</p>`);
    const pages: string[] = [];
    const told = await lines("northmarch", async () => {
      pages.push((await output("northmarch", "briefing.html")).toString());
    });
    expect(told.map(({ isEarly, isCurrent }) => [isEarly, isCurrent])).toEqual([
      [true, undefined],
      [undefined, true],
    ]);
    expect(told[0]).toMatchObject({ revision: told[1]?.revision, title: told[1]?.title, figures: told[1]?.figures });
    expect(pages[0]).toContain("Written anew");
    expect(pages[1]).toBe(pages[0]);
  });

  it("follows template, data and module; and keeps the last good page where one cannot be made", async () => {
    const { page, output, save } = await preview("follows");
    const html = async () => (await output("northmarch", "briefing.html")).toString();
    const first = await page("northmarch");
    expect(first).toMatchObject({ isCurrent: true, title: "Cases in Northmarch" });
    expect(first.figures.map(({ id, cells }) => [id, cells.length])).toEqual([["total", 1]]);

    await save("cases.hbs", (text) => `${text}<p>Written anew</p>`);
    expect((await page("northmarch")).revision).toBeGreaterThan(first.revision ?? 0);
    expect(await html()).toContain("Written anew");

    await save("cases.hbs", (text) => text.replace("Written anew", "{{figure 12}}"));
    const failed = await page("northmarch");
    expect(failed.isCurrent).toBeUndefined();
    expect(failed.problems[0]?.text).toMatch(/cases\.hbs:\d+:\d+/);
    expect(await html()).toContain("Written anew");

    await save("cases.hbs", (text) => text.replace("<p>{{figure 12}}</p>", ""));
    const before = (await page("northmarch")).figures[0]?.cells[0]?.value ?? "";
    await save("cases.csv", (text) => text.replaceAll(`,${before}`, ",123"));
    expect((await page("northmarch")).figures[0]?.cells[0]?.value).toBe("123");

    await save("briefing.ts", (text) => text.replace("Cases in {{area.label}}", "All cases in {{area.label}}"));
    expect(await page("northmarch")).toMatchObject({ isCurrent: true, title: "All cases in Northmarch" });

    await save("briefing.ts", (text) => `${text}\nthrow new Error("half written");`);
    const broken = await page("northmarch");
    expect(broken.problems[0]?.text).toContain("half written");
    // The last that could be made is shown beside it.
    expect(broken).toMatchObject({ title: "All cases in Northmarch", revision: expect.any(Number) });
  });
});

describe("a module that is saved", () => {
  const title = async (page: (area: string) => Promise<Described>) => (await page("northmarch")).title;

  it("is loaded again with all that it imports, and makes what build makes of it", async () => {
    const { page, output, path, save } = await preview("again");
    writeFileSync(path("names.ts"), 'export const names = { whole: "Cases" };\n');
    writeFileSync(path("title.ts"), 'import { names } from "./names.ts";\nexport const title = names.whole;\n');
    await save("briefing.ts", (text) => {
      const importing = 'import { names } from "./names.ts";\nimport { title } from "./title.ts";\n';
      return `${importing}${text.replace('"Cases in {{area.label}}"', 'title + " " + names.whole + " in {{area.label}}"')}`;
    });
    expect(await title(page)).toBe("Cases Cases in Northmarch");
    for (const whole of ["Some", "Few", "All"]) {
      await save("names.ts", (text) => text.replace(/whole: "\w+"/, `whole: "${whole}"`));
      // Both who import it have the same of it.
      expect(await title(page)).toBe(`${whole} ${whole} in Northmarch`);
    }
    const built = await run(["build", "again/briefing.ts", "-e", "area", "-o", "again/out"]);
    expect(built.exitCode).toBe(0);
    expect(await output("northmarch", "briefing.html")).toEqual(readFileSync(path("out/northmarch.html")));
    expect(await output("northmarch", "briefing.pdf")).toEqual(readFileSync(path("out/northmarch.pdf")));
  });

  it.each([
    ["among the globals", "globalThis"],
    ["in what Node has", "process"],
    ["in what the language has", "Array.prototype"],
    ["where nobody looks", 'process.getBuiltinModule("node:events")'],
  ])("shows what a new process makes where it left something behind %s", async (_, place) => {
    const { page, save } = await preview(`leaves-${place.replaceAll(/\W/g, "")}`);
    // Seen by nothing that goes through the properties of an object.
    const counting = `const before = (Reflect.get(${place}, "loaded") ?? 0) as number;
      Object.defineProperty(${place}, "loaded", { value: before + 1, configurable: true });\n`;
    await save("briefing.ts", (text) =>
      text
        .replace("export ", `${counting}export `)
        .replace('"Cases in {{area.label}}"', '"Cases in {{area.label}}" + " again".repeat(before)'),
    );
    await page("northmarch");
    await save("briefing.ts", (text) => `${text}\n// Saved again.\n`);
    await expect.poll(() => title(page), { timeout: 300_000, interval: 500 }).toBe("Cases in Northmarch");
    // From then on at once.
    await save("briefing.ts", (text) => `${text}\n// And again.\n`);
    expect(await title(page)).toBe("Cases in Northmarch");
  });
});

it("is let go of with all that its versions hold, however often it is saved", async () => {
  const { page, path, output, save } = await preview("often");
  // Each version is held by its process for good, as by a listener. What it writes is no file that it names, which would be followed.
  const holding = `import { appendFileSync } from "node:fs";
    const held = Buffer.alloc(2 ** 20, 1);
    process.setMaxListeners(0).on("exit", () => held.length);
    appendFileSync("lo" + "ads", process.pid + "\\n");\n`;
  await save("briefing.ts", (text) => holding + text);
  for (let version = 1; version <= 25; version += 1) {
    await save("briefing.ts", (text) => text.replace(/"(?:\d+: )?Cases in/, `"${version}: Cases in`));
    expect((await page("northmarch")).title).toBe(`${version}: Cases in Northmarch`);
  }
  const loads = readFileSync(path("loads"), "utf8").trim().split("\n");
  const byProcess = loads.map((own) => loads.filter((other) => other === own).length);
  // The first that it loaded, and the versions of it.
  expect(Math.max(...byProcess)).toBeLessThanOrEqual(21);
  expect(Math.max(...byProcess)).toBeGreaterThan(1);
  const built = await run(["build", "often/briefing.ts", "-e", "area", "-o", "often/out"]);
  expect(built.exitCode).toBe(0);
  for (const kind of ["html", "pdf"])
    expect(await output("northmarch", `briefing.${kind}`)).toEqual(readFileSync(path(`out/northmarch.${kind}`)));
});

describe("who may look", () => {
  it("is this machine's browser, by the address it was started with", async () => {
    const { url, get, page } = await preview("local");
    expect(url.hostname).toBe("127.0.0.1");
    expect((await get("/plan", { headers: { Origin: "http://evil.example" } })).status).toBe(403);
    expect((await get("/reload", { method: "POST" })).status).toBe(405);
    const asked = request({ port: url.port, path: "/plan", headers: { Host: `evil.example:${url.port}` } }).end();
    const [response] = await once(asked, "response");
    expect(response.statusCode).toBe(421);
    response.resume();
    expect((await get("/pages/..%2F..%2Fpackage.json/briefing.html")).status).toBe(404);
    // Of a page that there is, only its two files.
    await page("northmarch");
    for (const part of ["constructor", "__proto__", "toString", "briefing.txt"])
      expect([part, (await get(`/pages/northmarch/${part}`)).status]).toEqual([part, 404]);
  });
});
