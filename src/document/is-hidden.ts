import type { Element } from "hast";

/** Elements whose content no browser shows. */
const neverShown = new Set(["script", "style", "template", "noscript", "datalist"]);

/** CSS that leaves nothing to see of an element. */
const leavesNothing =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*%?|font-size\s*:\s*0)\s*(?:!|;|$)/i;

/** Whether an element hides itself and all that it holds, going by its name and attributes: stylesheets are not asked. */
export const isHidden = ({ tagName, properties: { hidden, style } }: Element): boolean =>
  neverShown.has(tagName) || (hidden !== undefined && hidden !== false) || leavesNothing.test(String(style ?? ""));
