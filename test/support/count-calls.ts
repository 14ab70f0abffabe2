import { Session } from "node:inspector/promises";

/** How often functions of `src`, or of one of its folders, are called while something runs: what a growth is measured by, on any machine and under any load. */
export async function countCalls(run: () => Promise<unknown>, room = ""): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    await run();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => url.includes(`/src/${room}`))
      .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0))
      .reduce((sum, count) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
