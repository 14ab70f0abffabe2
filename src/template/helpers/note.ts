import type { Claim } from "../../claims/index.ts";
import type { Rendering } from "../rendering.ts";
import { defineHelper } from "./helper.ts";

/** `{{note "rise"}}`: a reference to a note that says where the claim's figure comes from, with its caveats. */
export const note = defineHelper({
  name: "note",
  makes: "elements",
  parameters: ["claim"],
  run({ rendering }, claim) {
    rendering.cite(claim);
    if (claim.words.note === "") return "";
    return `<span data-note="claim:${rendering.attribute(claim.id)}">${linkSources(rendering, claim)}</span>`;
  },
});

/** A claim's note as HTML, the title of each source that has an address being a link to it. */
function linkSources(rendering: Rendering, { words, sources }: Claim): string {
  let parts: { text: string; url?: string }[] = [{ text: words.note }];
  for (const id of sources) {
    const source = rendering.input.sources.get(id);
    if (source?.url === undefined || source.title === "") continue;
    const { title, url } = source;
    parts = parts.flatMap((part) => {
      const at = part.url === undefined ? part.text.indexOf(title) : -1;
      if (at < 0) return [part];
      return [{ text: part.text.slice(0, at) }, { text: title, url }, { text: part.text.slice(at + title.length) }];
    });
  }
  const html = parts.map(({ text, url }) => {
    const words = rendering.trace({ kind: "metadata" }, text);
    return url === undefined || words === "" ? words : `<a href="${rendering.attribute(url)}">${words}</a>`;
  });
  return html.join("");
}
