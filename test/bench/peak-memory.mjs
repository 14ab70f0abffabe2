import { readFileSync } from "node:fs";

/**
 * The peak of this process's memory in MB. On Linux `maxRSS` begins with what the process had that started this one, and a bench has much:
 * there it is what the kernel says of this program alone.
 */
export function peakMemory() {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  return Number(statusLine.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

const statusLine = /VmHWM:\s*(\d+)/;
