import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { BenchQuestion } from "../../src/cli/bench-messages.ts";
import { createBench } from "../../src/cli/preview-bench.ts";
import type { PreviewPlan } from "../../src/preview/index.ts";
import { isWhole, someOf, trials } from "../support/trials.ts";
import { useWorkplace } from "./briefwright.ts";
import { csvOf, type Publisher, twins } from "./twin-publishers.ts";
import { type Row, type TwinWorld, twinWorlds } from "./twin-worlds.ts";

/*
 * Two publishers whose tables differ in hidden counts alone are told apart by nothing: what each publishes, night after night, and
 * what is said of it is the same, byte for byte. Whoever finds a difference has found something of a hidden count.
 */

const { folder, run } = useWorkplace();

/** Of which nights more is looked at than what is published: on CI of one, another for each world. */
const isLookedInto = (night: number, world: TwinWorld, { length }: Publisher): boolean =>
  isWhole || night === twinWorlds.indexOf(world) % length;

/**
 * Everything that comes of the nights: files, and what is said in all ways there are.
 * @param arrange the rows of a file in some order: what is hidden may have chosen it.
 */
async function publish(
  world: TwinWorld,
  publisher: Publisher,
  { home, arrange }: { readonly home: string; readonly arrange: (rows: readonly Row[]) => readonly Row[] },
) {
  const env = { XDG_CACHE_HOME: join(folder, home, ".cache") };
  const name = `twins-${twinWorlds.indexOf(world)}`;
  const place = join(folder, name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  writeFileSync(join(place, "world.ts"), world.module);
  writeFileSync(
    join(place, "twins.ts"),
    `import world from "./world.ts";\nexport default world(${JSON.stringify(world.definitions)});\n`,
  );
  writeFileSync(join(place, "twins.hbs"), world.template);
  const said: Record<string, unknown> = {};
  const keep = (label: string, out: string) => {
    for (const file of readdirSync(join(folder, out), { recursive: true, withFileTypes: true }))
      if (file.isFile())
        said[`${label} ${file.name}`] = readFileSync(join(file.parentPath, file.name)).toString("latin1");
  };
  const data: string[] = [];
  for (const night of publisher.keys()) {
    data.length = 0;
    for (const [id, rows] of Object.entries(world.rowsOf(publisher, night))) {
      writeFileSync(join(place, `${id}.csv`), csvOf(arrange(rows)));
      data.push("--data", `${id}=${name}/${id}.csv`);
    }
    const build = ["build", `${name}/twins.ts`, ...data, "--each", "area"];
    const previous = night === 0 ? [] : ["--previous", `${name}/out-${night - 1}`];
    said[`${night} plan`] = await run([...build, ...previous, "--out", `${name}/plan`, "--dry-run"], env);
    const out = `${name}/out-${night}`;
    said[`${night} events`] = await run(
      [...build, ...previous, "--out", out, "--json", "--verifiable", "--trail", "--report", `${out}.md`],
      env,
    );
    if (isLookedInto(night, world, publisher))
      said[`${night} again`] = await run([...build, ...previous, "--out", out], env);
    said[`${night} report`] = readFileSync(join(folder, `${out}.md`), "utf8").replace(/^.* UTC, .*$/m, "");
    keep(`${night}`, out);
    if (!isLookedInto(night, world, publisher)) continue;
    const [shard] = [`${name}/shard-${night}`];
    said[`${night} shard`] = await run(
      [...build, ...previous, "--out", shard, "--shard", "1/3", "--format", "html"],
      env,
    );
    keep(`${night} shard`, shard);
    Object.assign(
      said,
      await preview(`${night} preview`, place, {
        previous: night === 0 ? [] : [join(folder, name, `out-${night - 1}`)],
        datasets: Object.keys(world.definitions),
      }),
    );
    said[`${night} verify`] = await run(["verify", out], env);
  }
  const first = readdirSync(join(folder, name, "out-0")).find((file) => file.endsWith(".claims.json"));
  const last = publisher.length - 1;
  said.diff = await run(["diff", `${name}/out-0/${first}`, `${name}/out-${last}/${first}`], env);
  const { claims, definitions: datasets } = world;
  writeFileSync(join(place, "claims.json"), JSON.stringify({ title: "Claims", datasets, claims }));
  // What an edition hid stays hidden where it is named, as it is to a build.
  const before = last === 0 ? [] : ["--previous", `${name}/out-${last - 1}`];
  said.check = await run(["check", `${name}/claims.json`, ...data, ...before, "--format", "json"], env);
  return said;
}

/** What the preview shows of briefings, on CI of some, and of the data: it may be opened to others (`--host`). */
async function preview(
  label: string,
  place: string,
  { previous, datasets }: { readonly previous: readonly string[]; readonly datasets: readonly string[] },
): Promise<Readonly<Record<string, string>>> {
  const stream = { isTerminal: false, columns: 80, paint: (_: unknown, text: string) => text, write: () => undefined };
  const data = Object.fromEntries(datasets.map((id) => [id, join(place, `${id}.csv`)]));
  const options = { data, previous, each: "area", verifiable: true, trail: true, port: 0, host: "127.0.0.1" };
  const bench = createBench(
    join(place, "twins.ts"),
    options as never,
    { out: stream, err: stream, env: process.env } as never,
  );
  const early: unknown[] = [];
  const ask = (question: BenchQuestion) => bench(question, async (page) => void early.push(page));
  const plan = (await ask({ kind: "plan" })) as PreviewPlan;
  const pages = [];
  // A page that cannot be made says why.
  for (const { name } of isWhole ? plan : someOf(plan, 6)) pages.push(await ask({ kind: "page", name }).catch(String));
  return { [label]: JSON.stringify([plan, early, pages, await ask({ kind: "data" })]) };
}

/** On CI every other one; `twins-corrected.test.ts` tries two more there. */
const tried = isWhole ? twinWorlds : twinWorlds.filter((_, index) => index % 2 === 0);

for (const world of tried) {
  it(`tells nothing of hidden counts, by whatever it writes or says: ${world.name}`, async () => {
    const names = new Set<string>();
    for (let seed = 1, pairs = 0; pairs < trials(8, 1); seed += 1) {
      expect(seed).toBeLessThan(200);
      const found = await twins(world, seed);
      if (!found) continue;
      pairs += 1;
      const one = await publish(world, found[0], { home: "one", arrange: (rows) => rows });
      const two = await publish(world, found[1], { home: "two", arrange: (rows) => rows.toReversed() });
      expect(Object.keys(two)).toEqual(Object.keys(one));
      for (const [name, own] of Object.entries(one)) {
        names.add(name);
        expect(two[name], `seed ${seed}: ${name}`).toEqual(own);
      }
      expect(one["0 plan"], JSON.stringify(one["0 plan"])).toMatchObject({ exitCode: 0 });
      expect(one.check, JSON.stringify(one.check)).toMatchObject({ exitCode: 1, stderr: "" });
    }
    expect([...names]).toEqual(
      expect.arrayContaining(
        ["ash.pdf", "ash.html", "ash.claims.json", "manifest.json", "edition.json", "index.html"].map(
          (name) => `0 ${name}`,
        ),
      ),
    );
  });
}
