import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { interFolder } from "./inter-file.mjs";

/** The Python to ask: PYTHON, such as one of a virtual environment, or `python3`. */
const python = process.env.PYTHON ?? "python3";

/**
 * A way to make the page with a Python package, if there is one: a process that imports it, and then makes one PDF for
 * each line that it reads. `script` defines `make(target, fonts, *inputs)`.
 */
export function pythonMaker({ name, missing, module, script, inputs }) {
  return {
    name,
    missing,
    startsProcesses: true,
    available: () => spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0,
    async open(prepared) {
      const files = await inputs(prepared);
      const target = `${files[0]}.${module}.pdf`;
      const loop = "import sys\nfor line in sys.stdin:\n    make(*sys.argv[1:])\n    print('made', flush=True)\n";
      const child = spawn(python, ["-c", `${script}\n${loop}`, target, interFolder, ...files], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      return {
        async make() {
          child.stdin.write("\n");
          const { done } = await lines.next();
          if (done) throw new Error(`${name} ended early.`);
          return readFile(target);
        },
        async close() {
          child.stdin.end();
          await once(child, "exit");
        },
      };
    },
  };
}
