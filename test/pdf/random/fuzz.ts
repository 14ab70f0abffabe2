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
  "display float clear width height min-width max-width min-height margin margin-top padding border border-collapse border-spacing font-size font-family font-weight line-height color background text-align text-indent white-space word-break overflow-wrap hyphens letter-spacing word-spacing vertical-align flex flex-wrap flex-direction gap grid-template-columns grid-column break-before break-after break-inside orphans widows page content counter-reset counter-increment list-style columns position top opacity transform text-decoration direction visibility overflow box-sizing string-set --x quotes background-image background-size background-position background-repeat background-clip background-origin border-radius box-shadow text-shadow text-overflow transform-origin z-index inset left bottom order align-items align-self align-content justify-content justify-items grid-auto-flow grid-auto-rows grid-area grid-template-areas grid-template-rows aspect-ratio object-fit object-position column-width column-gap column-rule column-span column-fill font-feature-settings font-variant text-wrap tab-size counter-set list-style-type clip container-type".split(
    " ",
  );
const values =
  "auto none 0 1px -3px 1e309px 1e9px 50% -20% 2em 0.001pt 100vh calc(1px+2em) calc(1px/0) var(--x) var(--y,1px) inherit initial red #12 rgb(0,0) linear-gradient(red,blue) url(x) block inline inline-block list-item table table-row table-cell table-caption flex grid contents flow-root left right footnote both page avoid right always pre nowrap break-all anywhere justify middle super 1fr repeat(3,1fr) repeat(99999,1fr) repeat(auto-fit,minmax(1px,1fr)) minmax(0,1fr) 2 0.5 1e400 hidden collapse rtl counter(page) attr(title) 'x' ) ( \"".split(
    " ",
  );
/** What only some properties know, as people write it and as nobody does. */
const specialValues = [
  "radial-gradient(circle at 50% 1e9px, red 0, blue 1e9px)",
  "radial-gradient(0px 0px at 0 0, red, blue)",
  "conic-gradient(from 1turn at 0 0, red, blue 1e5deg)",
  "repeating-linear-gradient(1deg, red 0 1px, blue 0 0.000001px)",
  "repeating-radial-gradient(red 0, blue 0.0001px)",
  "repeating-conic-gradient(red 0deg, blue 0.001deg)",
  "linear-gradient(calc(1turn/0), red, transparent 1e309%)",
  "linear-gradient(red), linear-gradient(blue 50%, red 20%), url(x)",
  "rotate(1e9deg)",
  "scale(0)",
  "scale(1e9) translate(1e9px, -50%)",
  "scale(0.0000001)",
  "skewX(90deg) rotate(45deg)",
  "matrix(0, 0, 0, 0, 0, 0)",
  "matrix(1e300, 1, 1, 1e300, 0, 1e300)",
  "rotate3d(1, 1, 1, 45deg) perspective(1px)",
  "0 0 1e9px red",
  "inset -9px 9px 0 1e9px rgb(0 0 0 / 1%)",
  "1px 1px 3px, 2px 2px 4px 9px blue, inset 0 0 0 -99px red",
  "0.0001px 0.0001px",
  "cover, contain, 1e9px 1px",
  "space round",
  "-1e9px calc(100% + 1e9px)",
  "50% / 0 1e9px",
  "2 0.0001px",
  "1000000 auto",
  "all",
  "balance",
  "balance-all",
  "-2147483649",
  "2147483648",
  "1 / -1",
  "span 99999 / span 0",
  "'a b' 'a c'",
  "'a' 'b' 'a'",
  "[x] 0 [y] repeat(auto-fill, 0)",
  "fit-content(1e9px) max-content min-content",
  "1 / 0",
  "1e9 / 0.000001",
  "leader('. ')",
  "leader(dotted) target-counter(attr(href), page) leader(' ')",
  "target-text(attr(href))",
  "url(x) / 'y'",
  "reversed(list-item) 3",
  "'smcp' 1, 'liga' 0, 'zzzz' 99999",
  "small-caps ordinal slashed-zero",
  "pretty",
  "1e9",
  "rect(1px, 0, 0, 1px)",
  "footnote",
  "size",
];
const selectors =
  "* p li td:first-child div>p h1+p h2~p :has(p) :not(td) tr:nth-child(2n+1) p::before *::after li::marker p::footnote-call p::footnote-marker p::first-letter .a #b a[href] :is(p,td) &".split(
    " ",
  );
const atRules = [
  "@media print{",
  "@supports (display:grid){",
  "@layer x{",
  "@page{",
  "@page :first{@top-left{",
  "@page{@footnote{",
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
    () =>
      `${random.of(properties)}:${repeat(1 + random.below(2), () => `${random.of(random.below(3) === 0 ? specialValues : values)} `)};`,
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
