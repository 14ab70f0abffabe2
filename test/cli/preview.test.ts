import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { useWorkplace } from "./briefwright.ts";
import { startPreview } from "./start-preview.ts";

const { folder, runBuilt: run } = useWorkplace();

interface Described {
  readonly revision?: number;
  readonly isCurrent?: true;
  readonly title?: string;
  readonly figures: readonly {
    readonly id: string;
    readonly cells: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly problems: readonly { readonly severity: string; readonly text: string }[];
}

/** A copy of the fixtures in a folder of its own, and its preview on a free port. */
async function preview(name: string, ...args: readonly string[]) {
  const place = join(folder, name);
  mkdirSync(place);
  for (const file of ["briefing.ts", "cases.hbs", "cases.csv"]) cpSync(join(folder, file), join(place, file));
  const { program, url } = await startPreview(place, args);
  onTestFinished(() => void program.kill("SIGKILL"));
  const get = (path: string, init?: RequestInit) => fetch(new URL(path, url.origin), init);
  const events = await get("/events");
  const reader = events.body?.getReader();
  return {
    program,
    url,
    get,
    page: async (area: string) => (await (await get(`/pages/${area}`)).json()) as Described,
    output: async (area: string, file: string) =>
      Buffer.from(await (await get(`/pages/${area}/${file}`)).arrayBuffer()),
    /** Changes a file, and waits until the browser would hear of it. */
    async save(file: string, change: (text: string) => string) {
      writeFileSync(join(place, file), change(readFileSync(join(place, file), "utf8")));
      const decoder = new TextDecoder();
      for (let heard = ""; !heard.includes("event: changed"); ) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error("The preview has ended.");
        heard += decoder.decode(value, { stream: true });
      }
    },
  };
}

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
  }, 60_000);

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
  }, 120_000);

  it("says of a process that the module ends that it has ended, and starts another when it is saved", async () => {
    const { page, save } = await preview("ends");
    await save("briefing.ts", (text) => `${text}\nprocess.exit(3);`);
    expect((await page("northmarch")).problems[0]?.text).toContain("exit code 3");
    await save("briefing.ts", (text) => text.replace("process.exit(3);", ""));
    expect(await page("northmarch")).toMatchObject({ isCurrent: true });
  }, 60_000);
});

describe("who may look", () => {
  it("is this machine's browser, by the address it was started with", async () => {
    const { url, get } = await preview("local");
    expect(url.hostname).toBe("127.0.0.1");
    expect((await get("/plan", { headers: { Origin: "http://evil.example" } })).status).toBe(403);
    expect((await get("/reload", { method: "POST" })).status).toBe(405);
    const asked = request({ port: url.port, path: "/plan", headers: { Host: `evil.example:${url.port}` } }).end();
    const [response] = await once(asked, "response");
    expect(response.statusCode).toBe(421);
    response.resume();
    expect((await get("/pages/..%2F..%2Fpackage.json/briefing.html")).status).toBe(404);
  }, 60_000);

  it("takes a token where others can reach it", async () => {
    const { url, get } = await preview("open", "--host", "0.0.0.0");
    expect((await get("/plan")).status).toBe(401);
    const entered = await fetch(url, { redirect: "manual" });
    const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
    expect((await get("/plan", { headers: { Cookie: cookie } })).status).toBe(200);
  }, 60_000);
});

describe("beginning and end", () => {
  it("ends with Ctrl-C, and its other processes with it", async () => {
    const { program, page } = await preview("ending");
    await page("northmarch");
    program.kill("SIGINT");
    expect(await once(program, "close")).toEqual([0, null]);
  }, 60_000);

  it("says what to do where it cannot have a port, where there is no module, and where a choice is open", async () => {
    const { url } = await preview("taken");
    const second = await run(["preview", "--port", url.port]);
    expect([second.exitCode, second.stderr]).toEqual([2, expect.stringContaining("--port 0")]);
    const nothing = await run(["preview", "none.ts", "--port", "0"]);
    expect([nothing.exitCode, nothing.stderr]).toEqual([2, expect.stringContaining("none.ts")]);
    const { page, save } = await preview("open-choice");
    const year = 'year: { kind: "category", dataset: "cases", dimension: "period" }';
    await save("briefing.ts", (text) => text.replace("parameters: {", `parameters: { ${year},`));
    const { problems } = await page("northmarch");
    expect(problems[0]?.text).toMatch(/several parameters .*--each year --param area=/s);
  }, 60_000);
});
