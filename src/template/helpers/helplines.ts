import type { Helpline } from "../../topics/index.ts";
import type { Rendering } from "../rendering.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{#helplines}}<h2>Where to find help</h2>{{/helplines}}`: what it holds, and the helplines of the briefing's topics,
 * in an aside. Nothing where there are none.
 */
export const helplines = defineHelper({
  name: "helplines",
  makes: "elements",
  block: "always",
  parameters: [],
  hash: { label: "text" },
  run({ rendering, hash, content }) {
    const { helplines = [] } = rendering.input;
    if (helplines.length === 0) return "";
    const items = helplines.map((helpline) => helplineItem(rendering, helpline));
    const label = hash.label === undefined ? "" : ` aria-label="${hash.label}"`;
    return `<aside class="helplines"${label}>${content?.() ?? ""}<ul>${items.join("")}</ul></aside>`;
  },
});

/** `**Childline**, for children and young people: 0800 1111, childline.org.uk`; in English, and marked so, where the topic has no words of the language. */
function helplineItem(rendering: Rendering, { name, audience, phone, url }: Helpline): string {
  const own = audience[rendering.input.lang.split("-")[0] ?? ""];
  const words = own ?? audience.en;
  const lang = own === undefined && words !== undefined ? ' lang="en"' : "";
  const literal = (text: string) => rendering.trace({ kind: "literal" }, text);
  const ways = [
    phone === undefined
      ? ""
      : `<a href="tel:${rendering.attribute(phone.replaceAll(/[^\d+]/g, ""))}">${literal(phone)}</a>`,
    url === undefined ? "" : `<a href="${rendering.attribute(url)}">${literal(shortAddress(url))}</a>`,
  ];
  const whom = words === undefined ? "" : `, ${literal(words)}`;
  return `<li${lang}><strong>${literal(name)}</strong>${whom}: ${ways.filter(Boolean).join(", ")}</li>`;
}

/** `https://www.childline.org.uk/` as people say it. */
const shortAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
