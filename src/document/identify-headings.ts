import type { Root } from "hast";
import type { Diagnostics } from "../diagnostics/index.ts";
import type { Heading } from "./briefing-document.ts";
import { isHeading } from "./is-element.ts";
import { readingText } from "./reading-text.ts";
import { slug } from "./slug.ts";
import { uniqueIds } from "./unique-ids.ts";
import { walkElements } from "./walk-elements.ts";

/**
 * Gives every heading an id that says what it says, and checks that they form one outline: one `<h1>`, first, and no
 * level left out on the way down (WCAG 2.2, technique G141). What breaks the outline is a warning.
 */
export function identifyHeadings(tree: Root, diagnostics: Diagnostics): Heading[] {
  const newId = uniqueIds(tree);
  const headings: Heading[] = [];
  walkElements(tree, (element) => {
    if (!isHeading(element)) return;
    const text = readingText(element);
    const { id = newId(slug(text)) } = element.properties;
    element.properties.id = id;
    headings.push({ level: Number(element.tagName[1]), id: String(id), text });
  });
  checkOutline(headings, diagnostics);
  return headings;
}

function checkOutline(headings: readonly Heading[], { warn }: Diagnostics): void {
  const titles = headings.filter(({ level }) => level === 1);
  if (titles.length !== 1) {
    warn({
      code: "heading-outline",
      message: titles.length === 0 ? "The document has no <h1>." : `The document has ${titles.length} <h1>, not one.`,
      hint: "Give the document one <h1>, its title, and <h2> to its sections.",
    });
  }
  let previous = 0;
  for (const { level, text } of headings) {
    if (level > previous + 1 && previous > 0) {
      warn({
        code: "heading-outline",
        message: `The heading "${text}" is an <h${level}> after an <h${previous}>: a level is left out.`,
        hint: `Make it an <h${previous + 1}>, and give it its size by the stylesheet.`,
      });
    }
    if (text === "") warn({ code: "empty-heading", message: `An <h${level}> has no text.` });
    previous = level;
  }
}
