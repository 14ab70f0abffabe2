import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startPreview } from "./start-preview.ts";

/** A briefing, as the page of the preview is told of it. */
export interface Described {
  readonly revision?: number;
  readonly isCurrent?: true;
  readonly title?: string;
  readonly figures: readonly {
    readonly id: string;
    readonly cells: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly problems: readonly { readonly severity: string; readonly text: string }[];
}

/** A copy of the fixtures in a folder of its own below this one, and its preview on a free port. */
export async function previewIn(folder: string, name: string, ...args: readonly string[]) {
  const place = join(folder, name);
  mkdirSync(place);
  for (const file of ["briefing.ts", "cases.hbs", "cases.csv"]) cpSync(join(folder, file), join(place, file));
  const { program, url } = await startPreview(place, args);
  onTestFinished(() => void program.kill("SIGKILL"));
  const get = (path: string, init?: RequestInit) => fetch(new URL(path, url.origin), init);
  const events = await get("/events");
  const reader = events.body?.getReader();
  return {
    program,
    url,
    get,
    page: async (area: string) => (await (await get(`/pages/${area}`)).json()) as Described,
    output: async (area: string, file: string) =>
      Buffer.from(await (await get(`/pages/${area}/${file}`)).arrayBuffer()),
    /** Changes a file, and waits until the browser would hear of it. */
    async save(file: string, change: (text: string) => string) {
      writeFileSync(join(place, file), change(readFileSync(join(place, file), "utf8")));
      const decoder = new TextDecoder();
      for (let heard = ""; !heard.includes("event: changed"); ) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error("The preview has ended.");
        heard += decoder.decode(value, { stream: true });
      }
    },
  };
}
