/**
 * Cases that Chromium prints otherwise, each with the reason. A case that is not here has to agree, and one that is here has
 * to differ: what is no exception any more leaves the list.
 */
export const exceptions: Readonly<Record<string, string>> = {
  "flex-order":
    "Nothing but the check: Chromium draws in the order of `order`, and here text keeps that of the document.",
  "float-drop-cap":
    "Nothing but the check: Chromium draws floats before the text, so that lines begin with other words.",
  "float-in-text":
    "Nothing but the check: Chromium draws floats before the text, so that lines begin with other words.",
  "svg-clip": "Chromium prints the text that cuts a shape as text too; here it is what it does, a shape.",
  "script-khmer": "Chromium's dictionary parts the heading's last two words at another letter than that of Node's ICU.",
  "page-footnotes": "Chromium has no footnotes: it prints them where they are called.",
  "page-references": "Chromium has no target-counter(), so it prints no page numbers.",
  "svg-text": "Chromium prints text that has a stroke twice: its fill, and its outline.",
  "text-postscript-outlines":
    "Nothing but the check: Chromium embeds such a font as one of Type 3, and Poppler takes the height of its words from elsewhere.",
  "text-transform-languages":
    "Chromium changes case as in English: no dotted capital I, no IJ, accents on Greek capitals.",
};
