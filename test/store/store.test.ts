import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkConditions, folderStore, openStore, type Store, writeOnce } from "../../src/store/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { describeWith, useS3 } from "../support/servers.ts";
import { trials } from "../support/trials.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const textOf = async (store: Store, name: string) => {
  const found = await store.read(name);
  return found && new TextDecoder().decode(found.content);
};
async function namesOf(store: Store, prefix?: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of store.list(prefix)) names.push(name);
  return names.sort();
}

/** What every store keeps. */
function keepsItsWord(open: () => Promise<Store>) {
  let store: Store;
  let turn = 0;
  const fresh = () => {
    turn += 1;
    return `file-${turn}.json`;
  };
  beforeAll(async () => {
    store = await open();
  });

  it("gives back what was written, and says how much that is and what its hash is", async () => {
    const name = fresh();
    expect([await store.head(name), await store.read(name)]).toEqual([undefined, undefined]);
    const outcome = await store.write(name, "Gwynedd: 7 ✓");
    const head = await store.head(name);
    expect(head).toEqual({
      bytes: 14,
      sha256: sha256("Gwynedd: 7 ✓"),
      version: outcome.kind === "written" && outcome.version,
    });
    expect(await textOf(store, name)).toBe("Gwynedd: 7 ✓");
    await store.remove(name);
    expect(await store.head(name)).toBeUndefined();
    await store.remove(name);
  });

  it("gives another content another version, and writes on a condition only where it holds", async () => {
    const name = fresh();
    expect(await store.write(name, "none", { version: "unknown" })).toEqual({ kind: "conflict" });
    const first = await store.write(name, "one", "absent");
    if (first.kind !== "written") throw new Error("A first file is refused.");
    expect(await store.write(name, "two", "absent")).toEqual({ kind: "conflict" });
    const second = await store.write(name, "three", { version: first.version });
    if (second.kind !== "written") throw new Error("What was seen is refused.");
    expect(second.version).not.toBe(first.version);
    expect(await store.write(name, "four", { version: first.version })).toEqual({ kind: "conflict" });
    expect(await textOf(store, name)).toBe("three");
  });

  it("lets one of many that write at once succeed, and leaves that one's content", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.boolean(), async (writers, isThere) => {
        const name = fresh();
        const seen = isThere ? await store.write(name, "before") : undefined;
        const condition = seen?.kind === "written" ? { version: seen.version } : ("absent" as const);
        const outcomes = await Promise.all(
          Array.from({ length: writers }, (_, at) => store.write(name, `writer ${at}`, condition)),
        );
        const won = outcomes.flatMap(({ kind }, at) => (kind === "written" ? [`writer ${at}`] : []));
        expect(won).toEqual([await textOf(store, name)]);
      }),
      { numRuns: trials(100, 8) },
    );
  });

  it("tells who wrote the same from who wrote something else", async () => {
    const name = fresh();
    const write = (content: string) => writeOnce(store, name, { content, condition: "absent" });
    expect(await write("same")).toMatchObject({ kind: "there", isOwn: true });
    expect(await write("same")).toMatchObject({ kind: "there", isOwn: false });
    expect(await write("other")).toMatchObject({ kind: "other" });
    expect(await textOf(store, name)).toBe("same");
  });

  it("lists what is there by the beginning of its name, and folders by theirs alone", async () => {
    for (const name of ["made/ash.json", "made/birch.json", "made/old/elm.json"]) await store.write(name, "{}");
    await store.write("made-up.html", "");
    expect(await namesOf(store, "made/")).toEqual(["made/ash.json", "made/birch.json"]);
    expect(await namesOf(store, "made-")).toEqual(["made-up.html"]);
    expect(await namesOf(store, "none/")).toEqual([]);
  });

  it("keeps its conditions when asked", async () => {
    const before = await namesOf(store);
    await checkConditions(store);
    expect(await namesOf(store)).toEqual(before);
  });

  it("has no file outside of it", async () => {
    for (const name of ["../other", "a/../../b", "/etc/passwd", "a//b", ".", "a\\b", ""])
      await expect(store.write(name, "x")).rejects.toThrow("is no name of a file in a store");
  });
}

const folder = mkdtempSync(join(tmpdir(), "briefwright-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a folder", () => {
  keepsItsWord(async () => folderStore(join(folder, "folder")));

  it("keeps nothing of a write beside what was written", async () => {
    const own = join(folder, "alone");
    const store = folderStore(own);
    await store.write("a.json", "1", "absent");
    await store.write("a.json", "2", "absent");
    const { version = "" } = (await store.head("a.json")) ?? {};
    await store.write("a.json", "3", { version });
    await store.write("a.json", "4", { version });
    expect(readdirSync(own)).toEqual(["a.json"]);
  });

  it("goes past the guard of a process that was killed, however its clock stood", async () => {
    const own = join(folder, "guarded");
    const store = folderStore(own, { patience: 100 });
    await store.write("a.json", "1");
    const { version = "" } = (await store.head("a.json")) ?? {};
    const guard = join(own, ".a.json.guard");
    writeFileSync(guard, "somebody");
    utimesSync(guard, new Date("2099-01-01"), new Date("2099-01-01"));
    expect(await store.write("a.json", "2", { version })).toMatchObject({ kind: "written" });
    expect(existsSync(guard)).toBe(false);
  });

  it("says why it cannot be written into", async () => {
    writeFileSync(join(folder, "file"), "");
    const [problem] = await laterErrorsOf(() => folderStore(join(folder, "file", "below")).write("a.json", ""));
    expect(problem).toMatchObject({ code: "unwritable-file" });
  });
});

it("is a folder or a bucket, by its address", async () => {
  expect((await openStore(folder)).describe("a.html")).toBe(join(folder, "a.html"));
  const [problem] = await laterErrorsOf(() => openStore("s3://"));
  expect(problem).toMatchObject({ code: "invalid-store" });
});

it.each(["Upper", "a_b", "-ab", "ab.", "a..b", "ab", "a".repeat(64), "käse", "a b"])(
  "says of a name that no bucket can have that it is none: %s",
  async (name) => {
    expect((await laterErrorsOf(() => openStore(`s3://${name}/prefix`)))[0]).toMatchObject({ code: "invalid-store" });
  },
);

it("finds out that a store does not keep conditions", async () => {
  const store = folderStore(join(folder, "careless"));
  const careless: Store = { ...store, write: (name, content) => store.write(name, content) };
  expect((await laterErrorsOf(() => checkConditions(careless)))[0]).toMatchObject({
    code: "store-without-conditions",
  });
});

describeWith(["versitygw"], "a bucket", () => {
  const s3 = useS3();
  beforeAll(() => {
    Object.assign(process.env, s3.env);
  });
  afterAll(() => {
    for (const name of Object.keys(s3.env)) delete process.env[name];
  });

  describe("as a whole", () => keepsItsWord(() => openStore(s3.bucket("whole"))));
  describe("below a prefix", () => keepsItsWord(() => openStore(`${s3.bucket("shared")}/area/2024/`)));

  it("lists more than fit on one page", async () => {
    const store = await openStore(s3.bucket("many"));
    const names = Array.from({ length: 1100 }, (_, at) => `area-${at}.json`);
    for (const name of names) writeFileSync(join(s3.folder, "buckets", "many", name), "{}");
    expect(await namesOf(store)).toEqual(names.sort());
  });

  it("says what kind of content it is, for those who serve it", async () => {
    const store = await openStore(s3.bucket("typed"));
    await store.write("index.html", "<p>");
    const sdk = "@aws-sdk/client-s3";
    const { S3Client, HeadObjectCommand } = await import(/* @vite-ignore */ sdk);
    const client = new S3Client({ forcePathStyle: true });
    const head = await client.send(new HeadObjectCommand({ Bucket: "typed", Key: "index.html" }));
    expect(head.ContentType).toBe("text/html; charset=utf-8");
  });

  it("names what is wrong: no such bucket, wrong credentials", async () => {
    const none = await openStore("s3://not-there");
    expect((await laterErrorsOf(() => none.write("a.json", "", "absent")))[0]).toMatchObject({
      code: "store-unavailable",
      message: expect.stringContaining("NoSuchBucket"),
      source: { file: "s3://not-there/a.json" },
    });
    const secret = process.env.AWS_SECRET_ACCESS_KEY;
    process.env.AWS_SECRET_ACCESS_KEY = "wrong";
    const stranger = await openStore(s3.bucket("typed"));
    const found = await laterErrorsOf(() => stranger.read("index.html"));
    process.env.AWS_SECRET_ACCESS_KEY = secret;
    expect(found[0]).toMatchObject({ code: "store-unavailable", message: expect.stringContaining("403") });
  });

  it("names a server that does not answer", async () => {
    const store = await openStore(s3.bucket("gone"));
    await s3.kill();
    const found = await laterErrorsOf(() => store.write("a.json", ""));
    await s3.start();
    expect(found[0]).toMatchObject({ code: "store-unavailable", message: expect.stringContaining("ECONNREFUSED") });
    expect(await store.write("a.json", "", "absent")).toMatchObject({ kind: "written" });
  });
});
