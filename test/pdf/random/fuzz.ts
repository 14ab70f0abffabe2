import { createRandom, type Random } from "./random.ts";

export interface FuzzInput {
  readonly html: string;
  readonly css: string;
}

const tags =
  "div p ul ol li dl dt dd table caption thead tbody tr td th h1 h2 h5 section figure figcaption pre a span b i q sup img svg br hr blockquote details summary colgroup col style title bdo ruby".split(
    " ",
  );
const properties =
  "display float clear width height min-width max-width min-height margin margin-top padding border border-collapse border-spacing font-size font-family font-weight line-height color background text-align text-indent white-space word-break overflow-wrap hyphens letter-spacing word-spacing vertical-align flex flex-wrap flex-direction gap grid-template-columns grid-column break-before break-after break-inside orphans widows page content counter-reset counter-increment list-style columns position top opacity transform text-decoration direction visibility overflow box-sizing string-set --x quotes".split(
    " ",
  );
const values =
  "auto none 0 1px -3px 1e309px 1e9px 50% -20% 2em 0.001pt 100vh calc(1px+2em) calc(1px/0) var(--x) var(--y,1px) inherit initial red #12 rgb(0,0) linear-gradient(red,blue) url(x) block inline inline-block list-item table table-row table-cell table-caption flex grid contents flow-root left right footnote both page avoid right always pre nowrap break-all anywhere justify middle super 1fr repeat(3,1fr) repeat(99999,1fr) repeat(auto-fit,minmax(1px,1fr)) minmax(0,1fr) 2 0.5 1e400 hidden collapse rtl counter(page) attr(title) 'x' ) ( \"".split(
    " ",
  );
const selectors =
  "* p li td:first-child div>p h1+p h2~p :has(p) :not(td) tr:nth-child(2n+1) p::before *::after li::marker p::first-letter .a #b a[href] :is(p,td) &".split(
    " ",
  );
const atRules = [
  "@media print{",
  "@supports (display:grid){",
  "@layer x{",
  "@page{",
  "@page :first{@top-left{",
  "@font-face{",
  "@import url(x);",
  "@container (width>1px){",
];
const texts = [
  "word ",
  "Donaudampfschifffahrtsgesellschaft",
  "x\u00ady",
  "\u00a0",
  "&shy;",
  "&lt;",
  "1 234,5",
  "e\u0301",
  "\u200b",
  "—",
  "  \n ",
  "ﬁ",
  "fi ffi",
  "Llanfairpwllgwyngyll ",
];
const junk = ["<", ">", '"', "'", "</", "<!--", "]]>", "&", "{", "}", ";", "@", "\\", "\0", "\ufeff", "/*", "*/"];
const attributeValues = [
  "1",
  "0",
  "-1",
  "99999",
  "1e9",
  "x",
  "#b",
  "",
  "a b",
  "javascript:x",
  "https://e.org/ä?q=%",
  "mailto:a@b.c",
];
const attributeNames =
  "class id style href src alt title lang dir colspan rowspan span headers scope start value reversed type width height role aria-hidden".split(
    " ",
  );

/** HTML and CSS of a kind that people write, and some that nobody does: the seed says which. `corpus` is text to change. */
export function fuzzInput(seed: number, corpus: readonly string[]): FuzzInput {
  const random = createRandom(seed);
  const source = corpus.length > 0 && random.below(3) === 0 ? random.of(corpus) : undefined;
  const html = source === undefined ? markup(random, 0) : changed(source, random);
  return { html: random.below(4) === 0 ? changed(html, random) : html, css: stylesheet(random) };
}

const repeat = (count: number, make: () => string) => Array.from({ length: count }, make).join("");

function markup(random: Random, depth: number): string {
  return repeat(1 + random.below(depth === 0 ? 8 : 4), () => {
    if (depth > 7 || random.below(3) === 0) return random.of(texts);
    const tag = random.of(tags);
    const attributes = repeat(random.below(3), () => {
      const name = random.of(attributeNames);
      const value = name === "style" ? declarations(random) : random.of(attributeValues);
      return ` ${name}="${value.replaceAll('"', "'")}"`;
    });
    const alt = tag === "img" || tag === "svg" ? ' alt="" aria-label="x"' : "";
    return `<${tag}${attributes}${alt}>${markup(random, depth + 1)}${random.below(9) === 0 ? "" : `</${tag}>`}`;
  });
}

const declarations = (random: Random) =>
  repeat(
    1 + random.below(4),
    () => `${random.of(properties)}:${repeat(1 + random.below(2), () => `${random.of(values)} `)};`,
  );

function stylesheet(random: Random): string {
  return repeat(random.below(8), () => {
    const opened = random.below(6) === 0 ? random.of(atRules) : "";
    const nested = random.below(6) === 0 ? `${random.of(selectors)}{${declarations(random)}}` : "";
    const rule = `${random.of(selectors)},${random.of(selectors)}{${declarations(random)}${nested}}`;
    return opened + rule + (random.below(8) === 0 ? "" : "}".repeat(opened.split("{").length - 1));
  });
}

/** Pieces are left out, doubled, exchanged or put in. */
function changed(text: string, random: Random): string {
  let result = text;
  for (let count = 1 + random.below(6); count > 0; count -= 1) {
    const at = random.below(result.length + 1);
    const length = random.below(40);
    const piece = result.slice(at, at + length);
    const put = random.of([
      () => "",
      () => piece.repeat(1 + random.below(20)),
      () => random.of(junk),
      () => markup(random, 6),
      () => `<style>${stylesheet(random)}</style>`,
    ])();
    result = result.slice(0, at) + put + result.slice(at + length);
  }
  return result;
}
