import { explain } from "./explanation.ts";

/** Of HTML and CSS that become a PDF, also by `briefwright/pdf` alone. */
export const pdfCodes = explain({
  "cmyk-image": {
    meaning: "An image has colours for print (CMYK), which an archivable PDF for screens cannot hold.",
    remedy: "Save it in RGB.",
  },
  "content-off-page": {
    meaning: "Words, or an edge of a picture or of a box, are cut off at the edge of the page or beyond it.",
    remedy: "Make what is around them narrower than the page, or let its lines wrap.",
  },
  "closed-box": {
    meaning:
      "A style closes a box with text in it (`overflow: hidden` and no height or width): it is read, and not seen.",
    remedy: "Open it for print, or leave it as it is: menus that a click would open are closed like that.",
  },
  "document-shrunk": {
    meaning: "Something is wider than its page, and the whole document is drawn smaller, as was asked for.",
    remedy: "Give it a wider page, or let what is wide wrap; what is wider than two pages is still broken or squeezed.",
  },
  "content-too-tall": {
    meaning: "A line of text is taller than the page, and cannot be divided.",
    remedy: "Give it smaller type, or less line-height.",
  },
  "stylesheet-not-followed": {
    meaning: "A stylesheet imports itself, or there are too many of them.",
    remedy: "Take the `@import` out that leads back.",
  },
  "unusable-font": {
    meaning: "A font file is none, or damaged, or of a kind that a PDF cannot hold.",
    remedy: "Give a TrueType, OpenType, WOFF or WOFF2 file of one face.",
  },
  "unknown-stylesheet": {
    meaning: "A stylesheet that is linked or imported is not there, and left out.",
    remedy:
      "Put it below the folder of the HTML file, name the folder that holds both (`--root`), or give it with `--css`.",
  },
  "css-syntax": {
    meaning: "A part of a stylesheet is not CSS, and left out.",
    remedy: "Correct it at the line and column of the message.",
  },
  "damaged-font": {
    meaning: "A font file is damaged: measuring or embedding its glyphs fails.",
    remedy: "Get the file again, or use another font.",
  },
  "floats-in-flow": {
    meaning: "Floats could not be set at the side without losing text, and stand in the flow.",
    remedy: "Float smaller boxes, and none within another.",
  },
  "font-not-embeddable": {
    meaning: "A font may not be embedded, by its licence bits or its form.",
    remedy: "Use another font, or get a licence for this one.",
  },
  "heading-level-skipped": {
    meaning: "A heading skips a level; in the PDF it has the next one.",
    remedy: "Use the next level, and set its size in the stylesheet.",
  },
  "html-too-deep": {
    meaning: "Elements are nested too deeply.",
    remedy: "Look for tags that are never closed.",
  },
  "image-too-large": {
    meaning: "A PNG has more than 100 million pixels, which are not unpacked.",
    remedy: "Make it smaller.",
  },
  "invalid-date": {
    meaning: "The document's date is not a date.",
    remedy: "Give a valid `Date`.",
  },
  "invalid-language": {
    meaning: "The `lang` of an element is no language tag; its text is read in the language around it.",
    remedy: "Give a tag such as en-GB or cy, or none.",
  },
  "missing-glyph": {
    meaning: "No font has a character of the text.",
    remedy:
      "Add a font that has it, by `@font-face`, `--font` of `briefwright pdf` or the font set of a program, or write it another way.",
  },
  "no-hyphenation": {
    meaning: "There are no hyphenation patterns for the language.",
    remedy: "Put soft hyphens (`&shy;`) into long words.",
  },
  "private-use-character": {
    meaning: "A character means something to its font alone; whoever listens hears nothing of it.",
    remedy: 'Say in text what it means, or hide it with `aria-hidden="true"`.',
  },
  "rows-lost": {
    meaning: "Rows of a table are missing in the layout: a fault of the formatter.",
    remedy: "Report it with the HTML.",
  },
  "svg-attribute": {
    meaning: "An attribute of an SVG is not supported.",
    remedy: "Draw it without the attribute.",
  },
  "svg-element": {
    meaning: "An element of an SVG is not drawn.",
    remedy: "Draw it with shapes, text and images, or give the picture as PNG.",
  },
  "svg-path": {
    meaning: "A path of an SVG has something in it that is no path data; it is drawn up to there.",
    remedy: "Correct the path.",
  },
  "svg-reference": {
    meaning: "An SVG refers to something that is not there, or in a circle.",
    remedy: "Refer to an id of the same SVG.",
  },
  "svg-syntax": {
    meaning: "An image is not an SVG that can be read.",
    remedy: "Save it as SVG again.",
  },
  "svg-too-deep": {
    meaning: "SVG images show each other too deeply.",
    remedy: "Look for SVG files that show each other.",
  },
  "svg-too-large": {
    meaning: "An SVG draws more than a million elements, letters and lines.",
    remedy: "Look for elements that refer to each other, or give the picture as PNG.",
  },
  "svg-value": {
    meaning: "An attribute of an SVG has a value that it cannot have; it is left out.",
    remedy: "Correct the value.",
  },
  "table-too-wide": {
    meaning: "The longest words of a table do not fit beside each other, and are broken.",
    remedy: "Give it a wider page, smaller type, `hyphens: auto`, or fewer columns.",
  },
  "table-without-headers": {
    meaning: "A table has no header cells, so a screen reader does not say what its cells are.",
    remedy: 'Mark them up as `<th>`, or say `role="presentation"` if the table is there for its looks.',
  },
  "too-many-pages": {
    meaning: "The document takes more than 20,000 pages.",
    remedy: "Look for a height, margin or padding that is far too large.",
  },
  "unknown-css-variable": {
    meaning: "A value asks for a custom property that is not defined there.",
    remedy: "Define it, or give `var()` a second value.",
  },
  "emptied-element": {
    meaning: "A style says `content: none` of an element, and what stands in it is left out.",
    remedy: "Say `display: none` where it is to go, or take the declaration out.",
  },
  "unknown-element": {
    meaning: "An element is not known; it is laid out as its style says.",
    remedy: "Use an element that the PDF guide lists.",
  },
  "unknown-font": {
    meaning: "No file was found for a font, and the next family is used.",
    remedy: "Give the file by the resolver, or as a `data:` address; nothing is fetched.",
  },
  "unknown-background": {
    meaning: "A picture that a style names, as a background or in the place of an element, is not there, and left out.",
    remedy: "Put it below the folder of the HTML file, or take it out of the style.",
  },
  "unknown-image": {
    meaning: "An image is not there.",
    remedy: "Give it by the resolver, or as a `data:` address; nothing is fetched.",
  },
  "unknown-image-format": {
    meaning: "An image is not a PNG, JPEG or SVG that can be read.",
    remedy: "Save it as one of these.",
  },
  "damaged-image": {
    meaning: "A part of a PNG or JPEG is missing or broken, so that programs show it in part, wrongly, or not at all.",
    remedy: "Copy the file again from where it comes from, or save it anew.",
  },
  "invalid-pages": {
    meaning: "What is asked for is no choice of pages, or no page of the document.",
    remedy: "Write numbers and ranges: `2-5`, `1,3`, `8-` for all from there on.",
  },
  "invalid-selector": {
    meaning: "What an element is looked for by is no selector.",
    remedy: "Write one as in a stylesheet: `#results`, `table.cases`.",
  },
  "unmatched-selector": {
    meaning: "A selector matches no element, or more than can be explained.",
    remedy: "Look at the ids, classes and names in the HTML.",
  },
  "unknown-link-target": {
    meaning: "A link leads to an id that no element has; its text is printed without the link.",
    remedy: "Correct the id.",
  },
  "unknown-table-header": {
    meaning: "A cell names a header that no `<th>` of its table has as its id.",
    remedy: "Correct the cell's `headers`.",
  },
  "unsafe-link": {
    meaning: "A link is a program or a document itself, not an address; its text is printed without the link.",
    remedy: "Give an address of the web or of the document.",
  },
  "unsettled-page-numbers": {
    meaning: "Page numbers in the text change the pages that they tell of, again and again.",
    remedy: "Give them a width of their own, as in a table of contents.",
  },
  "unsupported-css-property": {
    meaning: "A CSS property is not supported in PDF; it is left out.",
    remedy: "Use a property that the PDF guide lists, or write it for screens only.",
  },
  "unsupported-css-rule": {
    meaning: "A CSS rule is not supported in PDF; it is left out with all that is in it.",
    remedy: "Write it in another way, or for screens only.",
  },
  "unsupported-css-value": {
    meaning: "A value of a CSS property is not supported in PDF; the declaration is left out.",
    remedy: "Use a value that the PDF guide lists.",
  },
  "unsupported-element": {
    meaning: "Players, frames and formulas have no place in a PDF.",
    remedy: "Use an `<img>` with an `alt` text, or let a placeholder stand in (`lenient`).",
  },
  "unsupported-page-selector": {
    meaning: "Of page selectors, only names, `:first`, `:left`, `:right` and `:blank` are supported.",
    remedy: "Use one of these.",
  },
  "unsupported-selector": {
    meaning: "A selector is not supported in PDF; its rule is left out.",
    remedy: "Select by element, class, id or attribute.",
  },
  "variable-font": {
    meaning: "A variable font is drawn as it is without variations.",
    remedy: "Give a static file for each weight and style that is used.",
  },
});
