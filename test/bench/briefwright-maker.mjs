import { generateBriefings } from "briefwright";
import { areas, briefing, data } from "./briefing.mjs";

/** A way to make the briefing: opened once, it then makes one after another. */
export function briefwrightMaker(name, format) {
  return {
    name,
    available: () => true,
    async open() {
      const results = generateBriefings(briefing, { data, formats: [format], each: endlessAreas() });
      return {
        async make() {
          const { value } = await results.next();
          if (value?.status !== "generated") throw new Error(`No briefing: ${JSON.stringify(value?.diagnostics)}`);
          return value[format];
        },
        async close() {},
      };
    },
  };
}

/** More areas than any bench asks for, the first of them first. */
function endlessAreas() {
  return Array.from({ length: 1000 }, (_, index) => ({ area: areas[index % areas.length] }));
}
