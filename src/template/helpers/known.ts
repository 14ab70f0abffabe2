import { areOverTime } from "../is-over-time.ts";
import { hasNames } from "../named-things.ts";
import { leftOut } from "../traced-text.ts";
import { askedNames } from "./asked-names.ts";
import { defineHelper } from "./helper.ts";

/**
 * `{{#known}}…{{else}}…{{/known}}`: what is said only as a whole. Where a claim in it has no figure, nothing of it is printed,
 * but what stands after `{{else}}`; an element that has nothing else in it goes too. With names, `{{#known claim="rise"}}`:
 * only where the briefing has them, and the claim has a figure; `overTime=true`: only where the chart or table shows several
 * periods, and `overTime=false` where it does not.
 */
export const known = defineHelper({
  name: "known",
  makes: "text",
  block: "always",
  parameters: [],
  hash: askedNames,
  run({ rendering, hash: { overTime, ...names }, content, otherwise }) {
    const { input } = rendering;
    const claim = names.claim === undefined ? undefined : input.claims.get(names.claim);
    const isThere = hasNames(input, names) && (overTime === undefined || overTime === areOverTime(input, names));
    const said = !isThere
      ? { missed: [] }
      : claim && claim.absence !== null
        ? { missed: [claim] }
        : rendering.tentatively(() => content?.() ?? "");
    if ("html" in said) return said.html;
    const instead = otherwise?.() ?? "";
    rendering.leaveUnsaid(said.missed, { isReplaced: instead !== "" });
    return instead || leftOut;
  },
});
