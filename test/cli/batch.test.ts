import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isInShard } from "../../src/cli/build-options.ts";
import { progressLine } from "../../src/cli/progress.ts";
import { useWorkplace } from "./briefwright.ts";

const { folder, runBuilt: run } = useWorkplace();
const areas = ["Ash", "Birch", "Cedar", "Dell", "Elm", "Fir", "Gorse"];
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const rows = (values: readonly (number | string)[]) =>
  ["area,period,cases", ...areas.map((area, index) => `${area},2018/19,${values[index] ?? 100 + index}`)].join("\n");
const build = (...args: readonly string[]) => run(["build", "briefing.ts", "-e", "area", "-f", "html", ...args]);
const contentOf = (out: string) =>
  readdirSync(join(folder, out))
    .sort()
    .map((name) => [name, readFileSync(join(folder, out, name), "utf8")]);
const eventsOf = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

describe("a batch on the command line", () => {
  it("is the same by however many jobs, in threads or processes", async () => {
    write("many.csv", rows([]));
    const data = ["-d", "cases=many.csv"];
    const one = await build(...data, "--jobs", "1", "--out", "one");
    const two = await build(...data, "--jobs", "2", "--out", "two");
    const apart = await build(...data, "--jobs", "2", "--isolate", "--out", "apart");
    expect(one).toMatchObject({ exitCode: 0, stderr: "" });
    expect(one.stdout.split("\n")).toHaveLength(15);
    expect({ ...two, stdout: two.stdout.replaceAll("two/", "one/") }).toEqual(one);
    expect({ ...apart, stdout: apart.stdout.replaceAll("apart/", "one/") }).toEqual(one);
    expect(contentOf("two")).toEqual(contentOf("one"));
    expect(contentOf("apart")).toEqual(contentOf("one"));
  });

  it("is the same in shards, one after the other", async () => {
    write("many.csv", rows([]));
    const data = ["-d", "cases=many.csv"];
    await build(...data, "--out", "whole");
    const counts: number[] = [];
    for (const shard of ["2/3", "1/3", "3/3"])
      counts.push((await build(...data, "--shard", shard, "--out", "parts")).stdout.split("\n").length - 1);
    expect(counts).toEqual([4, 6, 4]);
    expect(contentOf("parts")).toEqual(contentOf("whole"));
    expect((await build(...data, "--shard", "4/3", "--out", "parts")).stderr).toContain("Write which of how many");
  });

  it("stops after as many failures as it may have, and says what was not made", async () => {
    write("bad.csv", rows([1, "*", 3, "*", "*"]));
    const template = readFileSync(join(folder, "cases.hbs"), "utf8");
    write("cases.hbs", '<h1>{{area.label}}</h1><p>Police recorded {{claim "total"}} there.</p>');
    const args = ["-d", "cases=bad.csv", "--out", "stopped", "--jobs", "1"];
    const stopped = await build(...args, "--max-failures", "2");
    const through = await build(...args);
    write("cases.hbs", template);
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stdout.split("\n")).toHaveLength(5);
    expect(stopped.stderr).toContain("The run stopped after 2 briefings failed; 3 were not made.");
    expect(stopped.stderr).toContain("[too-many-failures]");
    expect(through.stderr).toContain("3 of 7 briefings not written");
  });

  it("says what happens as JSON, a line an event", async () => {
    write("some.csv", rows([1, "*"]));
    const { stdout, exitCode } = await build("-d", "cases=some.csv", "--json", "--shard", "1/2", "--out", "json");
    const events = eventsOf(stdout);
    expect(events[0]).toMatchObject({ event: "planned", total: 4, unchanged: 0 });
    expect(events.slice(1, -1).map(({ event, name, finished, total }) => [event, name, finished, total])).toEqual([
      ["written", "ash", 1, 4],
      ["written", "cedar", 2, 4],
      ["written", "elm", 3, 4],
      ["written", "gorse", 4, 4],
    ]);
    expect(events[1]).toMatchObject({ files: ["json/ash.html", "json/ash.claims.json"], parameters: { area: "ash" } });
    const end = {
      event: "ended",
      exitCode: 0,
      written: 4,
      failed: [],
      unchanged: 0,
      notMade: 0,
      removed: [],
      lost: [],
    };
    expect(events.at(-1)).toEqual(end);
    expect(exitCode).toBe(0);
  });

  it("gives up what takes longer than it may, and nothing else", async () => {
    write(
      "hangs.ts",
      readFileSync(join(folder, "briefing.ts"), "utf8").replace(
        /template:/,
        'charts: { none: { spec: { mark: "bar", encoding: { y: { field: "area", type: "nominal" } } }, data: ({ area }: any): any => { if (area.id === "birch") for (;;); return [{ area: area.label }]; } } },\n  template:',
      ),
    );
    write("cases.csv", rows([]));
    const args = ["build", "hangs.ts", "-e", "area", "-f", "html", "-d", "cases=cases.csv", "--out", "hangs"];
    const { exitCode, stdout, stderr } = await run([...args, "--time-limit", "4"]);
    expect(stderr).toContain("The briefing took longer than 4 seconds, and was given up.");
    expect(stderr).toContain("1 of 7 briefings not written: birch");
    expect(stdout.split("\n")).toHaveLength(13);
    expect(exitCode).toBe(1);
  });
});

describe("the shards of a set", () => {
  it("are the set together, each briefing in one, and alike in size", () => {
    const all = Array.from({ length: 43 }, (_, index) => ({ index }));
    for (const of of [1, 2, 5, 43, 50]) {
      const shards = Array.from({ length: of }, (_, index) =>
        all.filter((place) => isInShard(place, { number: index + 1, of })),
      );
      expect(shards.flat().sort((a, b) => a.index - b.index)).toEqual(all);
      const sizes = shards.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });
});

describe("the line of progress", () => {
  it.each([
    [
      { finished: 15, failed: 2, total: 43, name: "kent" },
      1500,
      "███████░░░░░░░░░░░░░ 15/43, 2 failed, 42 s left: kent",
    ],
    [{ finished: 0, failed: 0, total: 4, name: "ash" }, 100_000, "░░░░░░░░░░░░░░░░░░░░ 0/4, 7 min left: ash"],
    [{ finished: 4, failed: 0, total: 4, name: "dell" }, 100, "████████████████████ 4/4: dell"],
    [{ finished: 1, failed: 0, total: 9000, name: "ash" }, 1000, "░░░░░░░░░░░░░░░░░░░░ 1/9000, 3 h left: ash"],
  ])("says how far it is, what failed and how long it will take", (state, msEach, line) => {
    expect(progressLine(state, msEach)).toBe(line);
  });
});
