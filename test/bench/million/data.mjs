import { once } from "node:events";
import { peakMemory } from "../peak-memory.mjs";

export const years = 10;
export const platforms = 100;
export const claimCount = 1000;

/** Any figure that is not regular, the same on every machine. */
const figure = (area, year, platform) => 50 + ((area * 31 + year * 977 + platform * 613) % 9_973);

/** Writes `area,period,platform,offences`, a row a cell. @returns the number of rows. */
export async function writeMillion(stream, areas) {
  stream.write("area,period,platform,offences\n");
  for (let area = 0; area < areas; area++) {
    let text = "";
    for (let year = 0; year < years; year++) {
      for (let platform = 0; platform < platforms; platform++) {
        text += `Area ${area},${2010 + year},Platform ${platform},${figure(area, year, platform)}\n`;
      }
    }
    if (!stream.write(text)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
  return areas * years * platforms;
}

/** What each claim is of: its kind, and where. */
export function claimsOf(areas) {
  return Array.from({ length: claimCount }, (_, index) => ({
    kind: ["count", "change", "share"][index % 3],
    area: `Area ${(index * 7) % areas}`,
    year: 2011 + (index % (years - 1)),
    platform: `Platform ${(index * 3) % platforms}`,
  }));
}

/** Times in ms, the sum of all results to compare them by, and the most memory that the process took. */
export async function report({ read, claim, areas }) {
  const before = process.cpuUsage();
  const start = performance.now();
  const data = await read();
  const afterRead = performance.now();
  const { user, system } = process.cpuUsage(before);
  let sum = 0;
  for (const each of claimsOf(areas)) sum += await claim(data, each);
  const end = performance.now();
  const result = {
    readMs: afterRead - start,
    readCpuMs: (user + system) / 1000,
    claimsMs: end - afterRead,
    peakMb: Math.round(peakMemory()),
    sum: sum.toFixed(6),
  };
  console.log(JSON.stringify(result));
}
