import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createLocalFiles } from "../../src/cli/local-files.ts";

const top = realpathSync(mkdtempSync(join(tmpdir(), "briefwright-local-")));
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** `granted/` holds files that say "inside"; all around it say "outside", and links lead from one to the other. */
const granted = join(top, "granted");
for (const folder of ["granted/a/b", "granted-too/a", "a/b"]) mkdirSync(join(top, folder), { recursive: true });
for (const file of ["x", "a/x", "a/b/x"]) writeFileSync(join(granted, file), "inside");
for (const file of ["x", "a/x", "a/b/x", "granted-too/x", "granted-too/a/x"]) writeFileSync(join(top, file), "outside");
symlinkSync(join(top, "x"), join(granted, "link"));
symlinkSync(top, join(granted, "up"));
symlinkSync("../../a", join(granted, "a/away"));
symlinkSync(join(granted, "a"), join(granted, "here"));

const files = await createLocalFiles([granted]);
const page = join(granted, "a", "page.html");
const read = async (address: string, from = page) => {
  const found = await files.read(address, from);
  return found.kind === "file" ? Buffer.from(found.data).toString() : found.kind;
};

describe("files of a document", () => {
  it("are those of the folder that is granted, and below", async () => {
    expect(await read("x")).toBe("inside");
    expect(await read("../x")).toBe("inside");
    expect(await read("b/x?version=1#part")).toBe("inside");
    expect(await read("%62/x")).toBe("inside");
    expect(await read("../here/b/x")).toBe("inside");
    expect(await read(join(granted, "x"))).toBe("inside");
    expect(await read("/a/x")).toBe("inside");
    expect(await read(`file://${granted}/x`)).toBe("inside");
  });

  it("may be named with backslashes, as in browsers", async () => {
    expect(await read(".\\x")).toBe("inside");
    expect(await read("b\\x?a\\b#\\")).toBe("inside");
    expect(await read("..\\a/b\\x")).toBe("inside");
    expect(await read("..\\..\\x")).toBe("outside");
    expect(await read("\\\\example.org\\x")).toBe("web");
  });

  it("are not those around it, however they are named", async () => {
    for (const address of [
      "../../x",
      "..%2f..%2fx",
      "../link",
      "../up/x",
      "away/x",
      `file://${top}/x`,
      "../../granted-too/x",
    ])
      expect(await read(address)).toBe("outside");
    for (const address of ["https://example.org/x", "//example.org/x", "HTTP:x"])
      expect(await read(address)).toBe("web");
    await expect(read("/etc/passwd")).rejects.toThrow(/ENOENT/);
  });

  it("never say what is outside, for any address from any place", async () => {
    const part = fc.constantFrom(
      "..",
      ".",
      "a",
      "b",
      "x",
      "link",
      "up",
      "away",
      "here",
      "granted",
      "granted-too",
      "",
      "%2e%2e",
      "..%2f",
    );
    const address = fc
      .tuple(
        fc.constantFrom("", "/", "//", "file://", `file://${top}/`, `${top}/`, `${granted}/`, "\\"),
        fc.array(part, { maxLength: 7 }),
      )
      .map(([start, parts]) => start + parts.join("/"));
    const from = fc.constantFrom(
      page,
      join(granted, "page.html"),
      join(granted, "up", "page.html"),
      join(granted, "a/away/s.css"),
    );
    let inside = 0;
    await fc.assert(
      fc.asyncProperty(address, from, async (wanted, place) => {
        const result = await files.read(wanted, place).catch(() => undefined);
        if (result?.kind !== "file") return;
        expect(Buffer.from(result.data).toString()).toBe("inside");
        inside += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(inside).toBeGreaterThan(10);
  });
});
