import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useWorkplace } from "./briefwright.ts";
import { packageFolder } from "./ensure-built.ts";

const guide = join(packageFolder, "src/dataset/guides/first-briefing.md");
const { folder, runBuilt } = useWorkplace();

interface Block {
  readonly lang: string;
  /** The file that it shows. */
  readonly file: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
const blocksOf = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, lang = "", file = "", text = ""]) => ({
    lang,
    file,
    text,
  }));

/** What the commands of a block print, as a person sees it. */
async function typed(commands: string): Promise<string> {
  const printed: string[] = [];
  for (const line of commands.trim().split("\n")) {
    const [, args = ""] = /^npx briefwright (.*)$/.exec(line) ?? [];
    const { stdout, stderr, exitCode } = await runBuilt(args.split(" "));
    expect([line, exitCode]).toEqual([line, 0]);
    printed.push(stdout, stderr);
  }
  return printed.join("").trim();
}

test("the way from a spreadsheet to a briefing goes as its guide says", async () => {
  let markdown = readFileSync(guide, "utf8");
  const blocks = blocksOf(markdown);
  let commands = 0;
  for (const [index, { lang, file, text }] of blocks.entries()) {
    if (lang === "csv") writeFileSync(join(folder, file), text);
    if (lang === "ts") expect(readFileSync(join(folder, file), "utf8")).toContain(text.trim());
    if (lang !== "sh") continue;
    const said = blocks[index + 1]?.lang === "text" ? (blocks[index + 1]?.text.trim() ?? "") : "";
    const printed = await typed(text);
    commands += 1;
    if (process.env.ACCEPT)
      markdown = markdown.replace(
        `${text}\`\`\`\n\n\`\`\`text\n${blocks[index + 1]?.text ?? ""}`,
        `${text}\`\`\`\n\n\`\`\`text\n${printed}\n`,
      );
    else expect(printed).toBe(said);
  }
  expect(commands).toBe(4);
  if (process.env.ACCEPT) writeFileSync(guide, markdown);
});
