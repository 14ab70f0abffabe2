import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startPreview } from "./start-preview.ts";

/** A briefing, as the page of the preview is told of it. */
export interface Described {
  readonly revision?: number;
  readonly isCurrent?: true;
  /** Its PDF is not made yet. */
  readonly isEarly?: true;
  readonly title?: string;
  readonly figures: readonly {
    readonly id: string;
    readonly cells: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly problems: readonly { readonly severity: string; readonly text: string }[];
}

async function linesOf(answer: Response, when?: (line: Described) => Promise<void>): Promise<readonly Described[]> {
  const lines: Described[] = [];
  let rest = "";
  if (!answer.body) return [];
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      lines.push(JSON.parse(part) as Described);
      await when?.(lines.at(-1) as Described);
    }
  }
  return lines;
}

/** A copy of the fixtures in a folder of its own below this one, and its preview on a free port. */
export const previewIn = (folder: string, name: string, ...args: readonly string[]) =>
  previewStartedBy([], folder, name, ...args);

/** @param before the words of a program that starts it. */
export async function previewStartedBy(
  before: readonly string[],
  folder: string,
  name: string,
  ...args: readonly string[]
) {
  const place = join(folder, name);
  mkdirSync(place);
  for (const file of ["briefing.ts", "cases.hbs", "cases.csv"]) cpSync(join(folder, file), join(place, file));
  const { program, url, said, asked } = await startPreview(place, args, before);
  onTestFinished(() => void program.kill("SIGKILL"));
  const get = (path: string, init?: RequestInit) => asked(() => fetch(new URL(path, url.origin), init));
  const lines = async (area: string, when?: (line: Described) => Promise<void>) => {
    const answer = await get(`/pages/${area}`);
    return asked(() => linesOf(answer, when));
  };
  const events = await get("/events");
  const reader = events.body?.getReader();
  return {
    program,
    url,
    said,
    path: (file: string) => join(place, file),
    get,
    /** What the page of the preview is told of an area in the end. */
    page: async (area: string) => (await lines(area)).at(-1) as Described,
    /** The lines of that answer, each with what was there when it came. */
    lines,
    output: async (area: string, file: string) =>
      Buffer.from(await (await get(`/pages/${area}/${file}`)).arrayBuffer()),
    /** Changes a file, and waits until the browser would hear of it. */
    async save(file: string, change: (text: string) => string) {
      writeFileSync(join(place, file), change(readFileSync(join(place, file), "utf8")));
      const decoder = new TextDecoder();
      await asked(async () => {
        for (let heard = ""; !heard.includes("event: changed"); ) {
          const { value, done } = (await reader?.read()) ?? { done: true };
          if (done) throw new Error("The preview tells of nothing more.");
          heard += decoder.decode(value, { stream: true });
        }
      });
    },
  };
}
