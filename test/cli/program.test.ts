import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileName } from "../../src/batch/index.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import type { OutputStream, Terminal } from "../../src/cli/terminal.ts";
import { wrapText } from "../../src/cli/wrap-text.ts";
import { useWorkplace } from "./briefwright.ts";
import { packageFolder } from "./ensure-built.ts";

const { folder, run, runBuilt } = useWorkplace();

/** A terminal that a person sits at, and what it was sent. */
function createScreen(columns = 80): Terminal & { readonly sent: Record<"out" | "err", string> } {
  const sent = { out: "", err: "" };
  const stream = (name: "out" | "err"): OutputStream => ({
    isTerminal: true,
    columns,
    paint: (style, text) => `<${style}>${text}</>`,
    write: (text) => {
      sent[name] += text;
    },
  });
  return { out: stream("out"), err: stream("err"), env: {}, sent };
}

describe("the program", () => {
  it("tells its version and its help, with examples, and ends with 0", async () => {
    expect((await runBuilt(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const command of ["build", "check", "pdf", "chart"]) {
      const { exitCode, stdout } = await run([command, "--help"]);
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`Examples:\n  briefwright ${command} `);
    }
  });

  it("ends with 2 for a command or an option that there is not, with the nearest", async () => {
    expect(await runBuilt(["bild"])).toMatchObject({ exitCode: 2, stdout: "" });
    expect((await run(["bild"])).stderr).toContain("Did you mean build?");
    expect((await run(["check", "claims.ts", "--fromat", "json"])).stderr).toContain("Did you mean --format?");
    expect(await run([])).toMatchObject({ exitCode: 2, stdout: "" });
  });

  it("prints no colour into a pipe", async () => {
    const { stdout } = await run(["check", "claims.ts"]);
    expect(stdout).not.toContain("\u001B");
  });
});

describe("on a terminal", () => {
  it("shows progress in one line that is gone at the end", async () => {
    const screen = createScreen();
    const module = join(packageFolder, "test", "cli", "fixtures", "briefing.ts");
    const out = join(folder, "screen");
    expect(await runCli(["build", module, "--each", "area", "--format", "html", "--out", out], screen)).toBe(0);
    expect(screen.sent.err).toMatch(/<dim>█{13}░{7} 2\/3, \d+ s left: southmarch-and-isles<\/>/);
    const [line = "", rest = ""] = screen.sent.err.split(/(?=<yellow>)/);
    expect(line).not.toContain("\n");
    expect(line.endsWith("\r\u001B[K")).toBe(true);
    expect(rest).toContain("[only-gaps]\n  (eastmarch)\n");
    expect(
      screen.sent.out
        .trimEnd()
        .split("\n")
        .filter((name) => name.endsWith(".html")),
    ).toHaveLength(3);
  });

  it("paints verdicts and wraps reasons to its width", async () => {
    const screen = createScreen(60);
    const file = join(packageFolder, "examples", "thames-valley", "claims.json");
    expect(await runCli(["check", file], screen)).toBe(1);
    expect(screen.sent.out).toMatch(/<red>refuted +<\/>/);
    const lines = screen.sent.out.replaceAll(/<\/?[a-z]*>/g, "").split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});

describe("file names", () => {
  it.each([
    ["Devon & Cornwall", "devon-cornwall"],
    ["Ynys Môn", "ynys-môn"],
    ["../../etc/passwd", "etc-passwd"],
    ["a\\b:c*d?", "a-b-c-d"],
    ["CON", "con-briefing"],
    ["...", "briefing"],
  ])("%s", (text, name) => expect(fileName(text)).toBe(name));
});

describe("wrapping", () => {
  it("breaks between words, and within a word that is longer than a line", () => {
    expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapText("a abcdefgh b", 4)).toEqual(["a", "abcd", "efgh", "b"]);
    expect(wrapText("", 4)).toEqual([]);
  });
});
