import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { useWorkplace } from "../cli/briefwright.ts";
import { packageFolder } from "../cli/ensure-built.ts";

const { run } = useWorkplace();

it("the compose file asks enqueue and worker for what they know", async () => {
  const text = readFileSync(join(packageFolder, "examples", "scheduled", "compose.yaml"), "utf8");
  for (const command of ["enqueue", "worker"]) {
    const [, own = ""] = new RegExp(`\\n  ${command}:\\n([^]*?)\\n(?:  \\w|\\n|\\w)`).exec(text) ?? [];
    const options = own.match(/--[a-z]+/g) ?? [];
    expect(options.length).toBeGreaterThan(2);
    const { stdout, exitCode } = await run([command, "--help"]);
    expect(exitCode).toBe(0);
    for (const option of options) expect(stdout).toMatch(new RegExp(`${option}\\b`));
  }
});
