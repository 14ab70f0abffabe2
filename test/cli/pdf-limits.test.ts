import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";

const { folder, run, runBuilt } = useWorkplace();
const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
const page = (body: string) =>
  `<!doctype html>\n<html lang="en"><head><title>Report</title></head>\n<body><h1>Report</h1>\n${body}</body></html>`;

it("an HTML file of a stranger is given up where it takes more time or memory than it may, or is nested too deeply", async () => {
  write("long.html", page(`<p>${"word ".repeat(3_000_000)}</p>`));
  const late = await runBuilt(["pdf", "long.html", "-o", "long.pdf", "--time-limit", "2"]);
  expect(late).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("[pdf-limit]") });
  expect(late.stderr).toContain("took longer than 2 seconds");
  const large = await runBuilt(["pdf", "long.html", "-o", "long.pdf", "--memory-limit", "120"]);
  expect(large).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("[pdf-limit]") });
  expect(large.stderr).toContain("more memory than 120 megabytes");
  expect(existsSync(join(folder, "long.pdf"))).toBe(false);
  write("deep.html", page("<div>".repeat(20_000)));
  const deep = await run(["pdf", "deep.html", "-o", "deep.pdf"]);
  expect(deep).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("[nested-too-deeply]") });
  write("short.html", page("<p>Text</p>"));
  const made = await runBuilt(["pdf", "short.html", "-o", "short.pdf", "--time-limit", "60"]);
  expect(made).toEqual({ exitCode: 0, stdout: "short.pdf\n", stderr: "" });
});
