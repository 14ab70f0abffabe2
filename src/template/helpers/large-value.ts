import { defineHelper } from "./helper.ts";
import { sayClaim } from "./say-claim.ts";

/** Words that stand before a figure and bound it: `at least` 4,373. */
const boundBefore = /^(\P{N}*\p{L}\s+)(?=[\p{Sc}−-]?\p{N})/u;

/**
 * `{{large-value "total"}}`: the claim's figure to be set in large. What bounds it ("at least") is an element of its own, so that it
 * can be set smaller, and the figure keeps its line.
 */
export const largeValue = defineHelper({
  name: "large-value",
  makes: "elements",
  parameters: ["claim"],
  run(call, claim) {
    const words = claim.words.value;
    const [bound = ""] = claim.absence === null ? (boundBefore.exec(words) ?? []) : [];
    const say = (part: string) => sayClaim(call, { claim, helper: "large-value", words: part });
    return bound === "" ? say(words) : `<span class="key-bound">${say(bound)}</span>${say(words.slice(bound.length))}`;
  },
});
