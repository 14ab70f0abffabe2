import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";

/** The guides that the package ships: Markdown whose code is one program, with what each part of it prints. */
const guides = ["areas-and-codes", "missing-hidden-zero", "periods", "shapes-of-tables", "small-counts"].map(
  (name) => `src/dataset/guides/${name}.md`,
);

const root = new URL("../", import.meta.url);

interface Block {
  readonly lang: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
const blocksOf = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, lang = "", text = ""]) => ({ lang, text }));

/** Ends what one part prints. */
const mark = "\u0000";

/** Runs the `ts` blocks as one module, and gives what each of them printed. */
async function run(blocks: readonly Block[]): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "briefwright-guide-"));
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...parts) => void printed.push(parts.join(" ")));
  try {
    const code = blocks.filter(({ lang }) => lang === "ts").map(({ text }) => `${text}\nconsole.log("${mark}");\n`);
    const file = path.join(folder, "guide.ts");
    await writeFile(file, code.join("\n"));
    // By the loader of the tests, which has the library loaded, under the names of its doors.
    await import(file);
  } finally {
    log.mockRestore();
    await rm(folder, { recursive: true });
  }
  return printed
    .join("\n")
    .split(mark)
    .slice(0, -1)
    .map((text) => text.trim());
}

test.each(guides)("the code of %s runs, and prints what it says", async (guide) => {
  const blocks = blocksOf(await readFile(new URL(guide, root), "utf8"));
  const printed = await run(blocks);
  const codes = blocks.flatMap(({ lang }, index) => (lang === "ts" ? [index] : []));
  const said = codes.map((index) => (blocks[index + 1]?.lang === "text" ? blocks[index + 1]?.text.trim() : ""));
  expect(said.some((text) => text !== "")).toBe(true);
  expect(printed).toEqual(said);
});
