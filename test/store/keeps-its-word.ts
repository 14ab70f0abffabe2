import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { checkConditions, type Store, writeOnce } from "../../src/store/index.ts";
import { trials } from "../support/trials.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const textOf = async (store: Store, name: string) => {
  const found = await store.read(name);
  return found && new TextDecoder().decode(found.content);
};
export async function namesOf(store: Store, prefix?: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of store.list(prefix)) names.push(name);
  return names.sort();
}

/** What every store keeps. */
export function keepsItsWord(open: () => Promise<Store>) {
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
