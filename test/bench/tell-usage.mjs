// Says at the end of a process what it took of the processors.
import { isMainThread } from "node:worker_threads";

if (isMainThread)
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    process.stderr.write(`\nprocessor ${Math.round((user + system) / 1000)} ms\n`);
  });
