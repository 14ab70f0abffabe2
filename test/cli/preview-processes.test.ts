import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";
import { previewIn } from "./previewed.ts";

/** What starts and ends with a preview, and by what it can be reached. */
const { folder, runBuilt: run } = useWorkplace();
const preview = (name: string, ...args: readonly string[]) => previewIn(folder, name, ...args);

it("says of a process that the module ends that it has ended, and starts another when it is saved", async () => {
  const { page, save } = await preview("ends");
  await save("briefing.ts", (text) => `${text}\nprocess.exit(3);`);
  expect((await page("northmarch")).problems[0]?.text).toContain("exit code 3");
  await save("briefing.ts", (text) => text.replace("process.exit(3);", ""));
  expect(await page("northmarch")).toMatchObject({ isCurrent: true });
});

it("takes a token where others can reach it", async () => {
  const { url, get } = await preview("open", "--host", "0.0.0.0");
  expect((await get("/plan")).status).toBe(401);
  const entered = await fetch(url, { redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
  expect((await get("/plan", { headers: { Cookie: cookie } })).status).toBe(200);
});

describe("beginning and end", () => {
  it("ends with Ctrl-C, and its other processes with it", async () => {
    const { program, page } = await preview("ending");
    await page("northmarch");
    program.kill("SIGINT");
    expect(await once(program, "close")).toEqual([0, null]);
  });

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
  });
});
