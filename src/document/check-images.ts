import type { Root } from "hast";
import type { Diagnostics } from "../diagnostics/index.ts";
import { walkElements } from "./walk-elements.ts";

/** Every image says in words what it shows, or has `alt=""` for decoration (WCAG 2.2, 1.1.1). */
export function checkImages(tree: Root, { error }: Diagnostics): void {
  walkElements(tree, ({ tagName, properties: { alt, src } }) => {
    if (tagName !== "img" || typeof alt === "string") return;
    error({
      code: "missing-alt",
      message: `The image ${String(src).slice(0, 60)} has no text alternative.`,
      hint: 'Give it alt="…", or alt="" if it is only decoration.',
    });
  });
}
