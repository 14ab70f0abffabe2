import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { BroadcastChannel } from "node:worker_threads";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type * as Door from "../../src/doors/index.ts";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";
import { runProgram } from "../conformance/run-program.ts";
import { trials } from "../support/trials.ts";

const fixture = (name: string): URL => new URL(`./fixtures/${name}.mjs`, import.meta.url);
const module = fixture("areas");

type Fixture = {
  readonly briefing: Door.Briefing;
  readonly createBriefing: (title?: string) => Door.Briefing;
  readonly areaNames: readonly string[];
  readonly csv: string;
};

/** Past the test runner, which would load the sources: workers are files of the package as it is built. */
const native = createRequire(import.meta.url);
let door: typeof Door;
let areas: Fixture;
beforeAll(async () => {
  await ensureBuilt();
  door = native(join(packageFolder, "dist", "index.js"));
  areas = native(fileURLToPath(module));
});

type Request = { readonly [Option in keyof Door.BatchRequest<never, never>]?: unknown };

async function resultsOf(request: Request, briefing = areas.briefing): Promise<readonly Door.BatchResult[]> {
  const results: Door.BatchResult[] = [];
  const data = { cases: { csv: areas.csv } };
  for await (const result of door.generateBriefings(briefing, { data, ...request } as never)) results.push(result);
  return results;
}

const codes = (results: readonly Door.BatchResult[]) =>
  results.map(({ status, diagnostics }) => (status === "failed" ? diagnostics.map(({ code }) => code).join() : "made"));

const codesThrown = async (run: () => Promise<unknown>): Promise<readonly string[]> => {
  const error = await run().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return (error as Door.BriefingError).diagnostics.map(({ code }) => code);
};

describe("briefings that are made in workers", () => {
  test("are let go of when the next are asked for", async () => {
    setFlagsFromString("--expose-gc");
    const collectGarbage = runInNewContext("gc") as () => void;
    const each = Array.from({ length: 40 }, (_, index) => ({ area: areas.areaNames[index % areas.areaNames.length] }));
    const taken: WeakRef<object>[] = [];
    let held = 0;
    const request = { each, module, concurrency: 2, formats: ["html"], data: { cases: { csv: areas.csv } } };
    for await (const result of door.generateBriefings(areas.briefing, request as never)) {
      taken.push(new WeakRef(result));
      await setTimeout(1);
      collectGarbage();
      held = taken.filter((reference) => reference.deref() !== undefined).length;
    }
    expect(taken).toHaveLength(each.length);
    expect(held).toBeLessThan(8);
  });

  test("keep the code that V8 has optimised for them while garbage is collected", async () => {
    const file = fileURLToPath(new URL("./fixtures/makes-many.mjs", import.meta.url));
    const { exitCode, stdout } = await runProgram(process.execPath, ["--trace-deopt", "--trace-gc", file, "60"]);
    // Of the worker and of the program: there was something to be lost.
    expect(exitCode).toBe(0);
    expect(stdout.match(/Mark-Compact/g)?.length).toBeGreaterThan(4);
    // Collected at once between two of them, 60 lost 80 functions or more.
    expect(stdout.match(/reason: weak objects/g)?.length ?? 0).toBeLessThan(15);
  });

  test("are those that are made one after the other, however many workers there are, and in whichever order", async () => {
    const here = new Map(
      (await resultsOf({ each: areas.areaNames.map((area) => ({ area })) })).map((result) => [
        result.parameters.area,
        result,
      ]),
    );
    const drawn = fc.record({
      names: fc.shuffledSubarray([...areas.areaNames], { minLength: 2 }),
      concurrency: fc.integer({ min: 1, max: 3 }),
      order: fc.constantFrom("plan" as const, "finished" as const),
      isolate: fc.constantFrom("thread" as const, "process" as const),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ names, concurrency, order, isolate }) => {
        const each = names.map((area) => ({ area }));
        const results = await resultsOf({ each, module, concurrency, order, isolate });
        if (order === "plan") expect(results.map(({ parameters }) => parameters.area)).toEqual(names);
        const sorted = [...results].sort((a, b) => a.index - b.index);
        for (const [index, result] of sorted.entries()) {
          const expected = here.get(names[index] ?? "");
          const numbers = { index, total: names.length };
          expect({ ...result, pdf: hex(result) }).toEqual({ ...expected, ...numbers, pdf: hex(expected) });
          // In the same order of fields too, as it is written.
          expect(recordOf(result)).toBe(recordOf(expected));
        }
      }),
      { numRuns: trials(30, 4) },
    );
  });

  test("are some of a plan, where some are asked for", async () => {
    const data = { cases: { csv: areas.csv } };
    const plan = await door.planBriefings(areas.briefing, { data, each: "area", module, concurrency: 2 } as never);
    const places = plan.briefings.filter(({ index }) => index % 4 === 1).reverse();
    const made: number[] = [];
    for await (const { index, total } of plan.generate({ items: places })) made.push(index, total);
    expect(made).toEqual([9, 10, 5, 10, 1, 10]);
  });

  test("come from data that is asked for once", async () => {
    let calls = 0;
    const data = {
      cases: async () => {
        calls += 1;
        return { csv: areas.csv };
      },
    };
    const each = areas.areaNames.map((area) => ({ area }));
    expect(codes(await resultsOf({ data, each, module, concurrency: 2 } as never))).toEqual(each.map(() => "made"));
    expect(calls).toBe(1);
  });

  test("are not made far ahead of those that are taken", async () => {
    let finished = 0;
    const each = Array.from({ length: 40 }, (_, index) => ({ area: areas.areaNames[index % 10] }));
    const results = door.generateBriefings(areas.briefing, {
      data: { cases: { csv: areas.csv } },
      each,
      module,
      concurrency: 2,
      onProgress: (progress: Door.BatchProgress) => {
        finished = progress.finished;
      },
    } as never);
    await results.next();
    for (let last = -1; last !== finished; await setTimeout(1500)) last = finished;
    expect(finished).toBeGreaterThan(2);
    expect(finished).toBeLessThan(8);
    await results.return(undefined);
  });

  test("do not take the data's memory once a worker", async () => {
    const told = async (rows: number) => {
      const lines = Array.from(
        { length: rows },
        (_, index) => `Area ${index % 500},${1500 + Math.floor(index / 500)},${20 + (index % 70)}`,
      );
      const channel = new BroadcastChannel("memory");
      const memory: number[] = [];
      channel.onmessage = (event) => memory.push((event as { readonly data: number }).data);
      const each = [1, 2].map((area) => ({ area: `Area ${area}`, fault: "tells memory" }));
      const data = { cases: { csv: `area,year,cases\n${lines.join("\n")}\n` } };
      expect(codes(await resultsOf({ data, each, module, concurrency: 2 } as never))).toEqual(["made", "made"]);
      channel.close();
      return Math.max(...memory);
    };
    const [few, many] = [await told(1000), await told(150_000)];
    // Its columns, and what cells are found by, are 60 bytes a row, beside what is worked out of them.
    expect((many - few) / 149_000).toBeLessThan(40);
  });
});

describe("a briefing that goes wrong in a worker", () => {
  const alone = async (wrong: readonly string[], options: Door.WorkerOptions) => {
    const each = wrong.map((fault, index) => ({ area: areas.areaNames[index] ?? "", fault }));
    return resultsOf({ each, module, concurrency: 2, ...options });
  };

  test("is alone with it: what throws, hangs or ends in a thread", async () => {
    const wrong = ["throws", "none", "hangs", "none", "exits", "none", "throws later", "none", "none", "none"];
    const results = await alone(wrong, { limits: { seconds: 10 } });
    // What throws later had its result before; the briefing that was begun after it is made again, and one that is made after tells of it.
    const expected = [
      "unexpected-error",
      "made",
      "time-limit",
      "made",
      "worker-ended",
      "made",
      "made",
      "made",
      "made",
      "made",
    ];
    expect(codes(results)).toEqual(expected);
    expect(results[4]?.diagnostics[0]?.message).toContain("process.exit(3)");
    const warned = results.flatMap(({ status, diagnostics }) => (status === "generated" ? diagnostics : []));
    expect(warned.map(({ message }) => message).join("\n")).toContain("Nobody waits for this.");
  });

  test("is told of where its thread ends after the last was made", async () => {
    // A thread's first chart takes turns of its loop to compile: the one that throws later is its second.
    const results = await alone(["none", "throws later"], { concurrency: 1, isolate: "thread" });
    expect(codes(results)).toEqual(["made", "made"]);
    const warnings = results.flatMap(({ diagnostics }) => diagnostics);
    expect(warnings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning worker-ended"]);
  });

  test("is alone with it: what grows in a thread", async () => {
    const results = await alone(["none", "eats objects", "none"], { limits: { megabytes: 160 } });
    expect(codes(results)).toEqual(["made", "memory-limit", "made"]);
  });

  test("is alone with what ends a whole process, where it has one of its own", async () => {
    const wrong = ["eats an array", "none", "eats buffers", "exits", "hangs", "none"];
    const results = await alone(wrong, { isolate: "process", limits: { seconds: 20, megabytes: 160 } });
    // Buffers stand outside of what V8 limits; where the system does not tell of them, time ends it.
    const buffers = process.platform === "linux" ? "memory-limit" : codes(results)[2];
    expect(codes(results)).toEqual(["memory-limit", "made", buffers, "worker-ended", "time-limit", "made"]);
  });
});

describe("a batch", () => {
  test.each(["thread", "process"])("that is aborted throws the reason, and leaves no %s", async (isolate) => {
    const script = join(packageFolder, "test", "batch", "fixtures", "abort.mjs");
    const { exitCode, stdout } = await runProgram(process.execPath, [script, isolate], { cwd: packageFolder });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "generated,generated enough\n" });
  });

  test("that is aborted before it begins reads nothing", async () => {
    const signal = AbortSignal.abort(new Error("never"));
    const data = { cases: () => expect.unreachable() };
    await expect(resultsOf({ data, each: "area", signal } as never)).rejects.toThrow("never");
  });

  test("that is aborted in this process ends between two briefings", async () => {
    const controller = new AbortController();
    const results = door.generateBriefings(areas.briefing, {
      data: { cases: { csv: areas.csv } },
      each: "area",
      signal: controller.signal,
    } as never);
    await results.next();
    controller.abort(new Error("enough"));
    await expect(results.next()).rejects.toThrow("enough");
  });

  test("that has no module is made here, and says so", async () => {
    const results = await resultsOf({ each: [{ area: "Kent" }], concurrency: 2 });
    expect(codes(results)).toEqual(["made"]);
    expect(results[0]?.diagnostics.map(({ code }) => code)).toContain("no-workers");
  });

  test("whose module has no briefing, another one, or fails, says so before the first", async () => {
    const each = [{ area: "Kent" }, { area: "Bath" }];
    const said = (name: string, briefing = areas.briefing) =>
      codesThrown(() => resultsOf({ each, module: fixture(name), concurrency: 2 }, briefing));
    expect(await said("no-briefing")).toEqual(["worker-module"]);
    expect(await said("areas", areas.createBriefing("Other cases: {{area.label}}"))).toEqual(["worker-module"]);
    expect(await said("fails-in-workers")).toEqual(["worker-module"]);
    expect(await said("exits-at-once")).toEqual(["worker-ended"]);
    expect(await said("is-not-there")).toEqual(["worker-module"]);
  });
});

const recordOf = (result: Door.BatchResult | undefined): string =>
  result?.status === "generated" ? JSON.stringify([result.record, [...result.claims]]) : "";

const hex = (result: Door.BatchResult | undefined): string =>
  result?.status === "generated" ? Buffer.from(result.pdf).toString("hex") : "";
