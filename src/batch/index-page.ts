import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Words } from "../language/index.ts";
import type { Manifest, ManifestEntry } from "./manifest.ts";

/**
 * The page that leads to the briefings of a folder: for each its files, its first figures, how many figures are not shown, and what
 * its author was warned of.
 */
export function formatIndex(manifest: Manifest, { document: { index } }: Pick<Words, "document">): string {
  const { lang, title } = manifest;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const briefings = manifest.briefings.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
  const { columns } = index;
  const page = h(null, [
    { type: "doctype" },
    h("html", { lang }, [
      h("head", [
        h("meta", { charset: "utf-8" }),
        h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        h("title", title),
        h("style", style),
      ]),
      h("body", [
        h("main", [
          h("h1", title),
          h("p", index.briefings(briefings.length)),
          h("table", [
            h("thead", [
              h(
                "tr",
                Object.values(columns).map((heading) => h("th", { scope: "col" }, heading)),
              ),
            ]),
            h(
              "tbody",
              briefings.map((entry) => row(entry, index)),
            ),
          ]),
        ]),
      ]),
    ]),
  ]);
  return `${toHtml(page)}\n`;
}

type IndexWords = Words["document"]["index"];

function row(entry: ManifestEntry, words: IndexWords) {
  const { columns } = words;
  // Narrow screens have no room for the headings above, and read them beside the cells.
  const cell = (heading: string, content: readonly (ElementContent | string)[]) =>
    h("td", { dataHeading: heading }, content.length === 0 ? [h("span.none", words.none)] : [...content]);
  const gaps = [
    ...(entry.hidden > 0 ? [words.hidden(entry.hidden)] : []),
    ...(entry.missing > 0 ? [words.missing(entry.missing)] : []),
  ];
  return h("tr", [
    h("th", { scope: "row" }, nameOf(entry)),
    cell(columns.files, filesOf(entry, words)),
    cell(columns.keyFigures, listOf(entry.keyFigures.map(({ phrase, period }) => joined(phrase, period)))),
    cell(columns.gaps, listOf(gaps)),
    cell(columns.remarks, listOf(remarksOf(entry, words))),
  ]);
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");

const listOf = (texts: readonly string[]): readonly ElementContent[] =>
  texts.length === 0
    ? []
    : [
        h(
          "ul",
          texts.flatMap((text) => [h("li", text), "\n"]),
        ),
      ];

const nameOf = ({ title, name }: ManifestEntry): string => title || name;

function filesOf(entry: ManifestEntry, words: IndexWords): readonly ElementContent[] {
  const { status, files } = entry;
  const links = files
    .filter(({ kind }) => kind !== "record")
    .flatMap(({ file, kind, pages = 0 }) => {
      const text = kind === "pdf" ? words.pdf(pages) : words.html;
      return [h("li", [h("a", { href: encodeURIComponent(file) }, [text, h("span.of", ` ${nameOf(entry)}`)])]), "\n"];
    });
  const state = status === "made" ? [] : [links.length > 0 ? words.earlier : words.notMade];
  return [...state.map((text) => h("p", text)), ...(links.length > 0 ? [h("ul", links)] : [])];
}

/** By their codes: what diagnostics say is for the author. */
function remarksOf({ status, diagnostics }: ManifestEntry, words: IndexWords): readonly string[] {
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const sum = warnings.reduce((all, { count }) => all + count, 0);
  return [
    ...(status === "made" ? [] : [joined(words.notMade, ...errors.map(({ code }) => code))]),
    ...(sum > 0 ? [`${words.warnings(sum)} (${warnings.map(({ code }) => code).join(", ")})`] : []),
  ];
}

const style = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{margin:0}
main{max-width:75rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #8888}
ul{list-style:none;margin:0;padding:0}
td p{margin:0}
a{display:inline-block;min-height:24px;white-space:nowrap;color:#0b3fa8}
@media screen and (prefers-color-scheme:dark){body{background:#121212;color:#f2f2f2}a{color:#9cc3ff}}
a:focus-visible{outline:3px solid;outline-offset:2px}
.none{opacity:.75}
.of{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:45rem){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{display:block;padding:.75rem 0;border-bottom:1px solid #8888}
th,td{display:block;border:0;padding:.125rem 0}
td::before{content:attr(data-heading);display:block;font-size:.875rem;opacity:.75}
}
@media print{a{color:inherit}}`;
