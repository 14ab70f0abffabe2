import type { Schema } from "hast-util-sanitize";

/** Elements that go with all that they hold. What another element that is not allowed holds, stays. */
export const discardedElements: ReadonlySet<string> = new Set([
  ..."script style template title svg math iframe object embed applet audio video canvas".split(" "),
  ..."noembed noframes noscript select textarea button datalist dialog".split(" "),
]);

/** The elements of a document: sections, text, lists, tables, figures, disclosure. No forms, no media, no metadata. */
const elements = [
  ..."main header footer section article aside nav div hgroup address search".split(" "),
  ..."h1 h2 h3 h4 h5 h6 p hr br wbr pre blockquote ol ul menu li dl dt dd figure figcaption details summary".split(" "),
  ..."a em strong small s cite q dfn abbr ruby rb rt rp data time code var samp kbd sub sup i b u mark bdi bdo".split(
    " ",
  ),
  ..."span ins del img table caption colgroup col thead tbody tfoot tr th td".split(" "),
];

const aria = [
  ..."ariaBusy ariaColCount ariaColIndex ariaColSpan ariaCurrent ariaDescribedBy ariaDetails ariaHidden".split(" "),
  ..."ariaLabel ariaLabelledBy ariaLevel ariaPosInSet ariaRoleDescription ariaRowCount ariaRowIndex".split(" "),
  ..."ariaRowSpan ariaSetSize ariaSort aria-description".split(" "),
];

/** Where a reader may be sent. A relative address leads nowhere from a file that stands alone. */
const link = /^(?:https?:\/\/|mailto:|tel:|#)/i;

/** The same, and figures to save, which no browser opens as a page. */
const anchor = /^(?:(?:https?:\/\/|mailto:|tel:|#)|data:text\/csv;charset=utf-8,[^\s"'<>]*$)/i;

/** A chart or an image of this briefing, or an image that the page holds itself. */
const image = /^(?:(?:chart|image):[^\s]+|data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,])/i;

/** The data attributes that the house writes and reads. Others are for scripts, of which there are none. */
const dataAttributes = ["dataClaim", "dataCell", "dataNote", "dataNotes", "dataContents", "dataTrace", "dataTrail"];

/** Nothing that fetches, and no escape that could hide something that does. */
const style = /^(?![\s\S]*(?:[\\@]|\b(?:url|src|image|image-set|cross-fade|element|expression)\s*\())/i;

/**
 * The HTML that a briefing may hold (in hast's names): nothing that runs, nothing that is fetched from outside.
 */
export const allowedHtml: Schema = {
  tagNames: elements,
  strip: [...discardedElements],
  attributes: {
    "*": [
      "className",
      "id",
      "lang",
      "dir",
      "title",
      "role",
      "hidden",
      "tabIndex",
      "translate",
      ...dataAttributes,
      ...aria,
      ["style", style],
    ],
    a: [["href", anchor], "hrefLang", "rel", "download"],
    img: [["src", image], "alt", "width", "height"],
    data: ["value"],
    time: ["dateTime"],
    ins: ["dateTime", ["cite", link]],
    del: ["dateTime", ["cite", link]],
    q: [["cite", link]],
    blockquote: [["cite", link]],
    ol: ["start", "reversed", "type"],
    li: ["value"],
    details: ["open", "name"],
    th: ["abbr", "colSpan", "rowSpan", "headers", "scope"],
    td: ["colSpan", "rowSpan", "headers"],
    col: ["span"],
    colgroup: ["span"],
  },
  // The parser already puts table parts into tables and nowhere else.
  ancestors: {},
  // Ids are the author's own and this page has no script that they could mislead.
  clobber: [],
  clobberPrefix: "",
  protocols: {},
  required: {},
};
