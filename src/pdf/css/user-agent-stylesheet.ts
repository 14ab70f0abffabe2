/**
 * The style of HTML without a stylesheet: the rendering section of the HTML standard (15.3), as browsers print it. For paper
 * alone: headings kept with what follows, rows and figures kept whole, notes at the foot of the page.
 */
export const userAgentStylesheet = `
@page { size: A4; margin: 20mm; @footnote { margin-top: 10pt; padding-top: 5pt; border-top: 0.5pt solid #999 } }
html { display: block; font-family: serif; orphans: 2; widows: 2 }
head, link, meta, script, style, title, template, datalist, base, rp, source { display: none }
address, article, aside, blockquote, body, center, dd, details, dialog, dir, div, dl, dt, fieldset, figcaption, figure,
footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, listing, main, menu, nav, ol, p, plaintext, pre, search,
section, summary, ul, xmp { display: block }
body { margin: 8px }
li { display: list-item }
details > summary:first-of-type { display: list-item; counter-increment: list-item 0; list-style: disclosure-open inside }
summary::marker { font-size: 0.8em }
h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid; break-inside: avoid }
h1 { font-size: 2em; margin: 0.67em 0 }
h2 { font-size: 1.5em; margin: 0.83em 0 }
h3 { font-size: 1.17em; margin: 1em 0 }
h4 { margin: 1.33em 0 }
h5 { font-size: 0.83em; margin: 1.67em 0 }
h6 { font-size: 0.67em; margin: 2.33em 0 }
p, dl, dir, menu, ol, ul, listing, plaintext, pre, xmp { margin: 1em 0 }
blockquote, figure { margin: 1em 40px }
:is(dir, dl, menu, ol, ul) :is(dir, dl, menu, ol, ul) { margin: 0 }
figure, figcaption { break-inside: avoid }
img, svg { break-inside: avoid }
center { text-align: -internal-center }
dir, menu, ol, ul { padding-inline-start: 40px }
dir, menu, ul { list-style-type: disc }
ol { list-style-type: decimal }
:is(dir, menu, ol, ul) :is(dir, menu, ul) { list-style-type: circle }
:is(dir, menu, ol, ul) :is(dir, menu, ol, ul) :is(dir, menu, ul) { list-style-type: square }
:is(ol, li)[type="1"] { list-style-type: decimal }
:is(ol, li)[type="a" s] { list-style-type: lower-alpha }
:is(ol, li)[type="A" s] { list-style-type: upper-alpha }
:is(ol, li)[type="i" s] { list-style-type: lower-roman }
:is(ol, li)[type="I" s] { list-style-type: upper-roman }
:is(ul, li)[type=none i] { list-style-type: none }
:is(ul, li)[type=disc i] { list-style-type: disc }
:is(ul, li)[type=circle i] { list-style-type: circle }
:is(ul, li)[type=square i] { list-style-type: square }
dt { break-after: avoid }
dd { margin-inline-start: 40px }
hr { color: gray; border: 1px inset #eee; margin: 0.5em auto; overflow: hidden }
a[href] { color: #0000ee; text-decoration: underline }
b, strong { font-weight: bolder }
address, cite, dfn, em, i, var { font-style: italic }
small, sub, sup { font-size: smaller }
big { font-size: larger }
sub { vertical-align: sub }
sup { vertical-align: super }
mark { background-color: yellow; color: black }
u, ins { text-decoration: underline }
s, del, strike { text-decoration: line-through }
abbr[title], acronym[title] { text-decoration: underline dotted }
q::before { content: open-quote }
q::after { content: close-quote }
pre, listing, plaintext, xmp { white-space: pre }
code, kbd, listing, plaintext, pre, samp, tt, xmp { font-family: monospace }
pre[wrap] { white-space: pre-wrap }
nobr { white-space: nowrap }
table { display: table; box-sizing: border-box; border-spacing: 2px; border-collapse: separate; text-indent: 0 }
caption { display: table-caption; text-align: center; break-after: avoid }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tfoot { display: table-footer-group; vertical-align: middle }
tr { display: table-row; break-inside: avoid; vertical-align: inherit }
td, th { display: table-cell; padding: 1px; vertical-align: inherit }
th { font-weight: bold; text-align: -internal-heading }
input, textarea, select, button { display: inline-block; box-sizing: border-box; border: 1px solid #767676; padding: 1px 4px; font: 10pt sans-serif; color: black; letter-spacing: normal; word-spacing: normal; text-transform: none; text-indent: 0; text-align: start }
select { min-height: 1.7em; padding-right: 17px }
select[multiple], select[size]:not([size="1"]) { min-height: 0; padding: 0 }
input { box-sizing: content-box; padding: 2px 3px; min-height: 1.2em }
input:not([type]), input[type=text i], input[type=search i], input[type=tel i], input[type=url i], input[type=email i], input[type=password i], input[type=number i] { width: calc(19-internal-average + 1-internal-widest) }
input[type=date i] { width: 8.8em }
input[type=time i] { width: 6.8em }
input[type=week i] { width: 10.4em }
input[type=month i] { width: 11em }
input[type=datetime-local i] { width: 14.9em }
input[type=submit i], input[type=reset i], input[type=button i] { box-sizing: border-box }
input[type=search i] { box-sizing: border-box; width: calc(19-internal-average + 1-internal-widest + 8px); min-height: calc(1.2em + 6px) }
input[type=hidden i], input[type=file i], input[type=color i], input[type=range i] { display: none }
input[type=checkbox i], input[type=radio i], input[type=image i] { border: none; padding: 0; min-height: 0; margin: 3px 3px 3px 4px }
input[type=submit i], input[type=reset i], input[type=button i], button { padding: 1px 6px; text-align: center; background-color: #efefef }
textarea { box-sizing: content-box; padding: 2px; width: calc(20-internal-average + 15px); min-height: 2.4em; font-family: monospace; white-space: pre-wrap; vertical-align: bottom }
option, optgroup { display: block; min-height: 1.2em; padding: 0 2px 1px; white-space: nowrap }
optgroup > option { padding-left: 20px }
optgroup { font-weight: bold }
option { font-weight: normal }
option[selected] { background-color: #e0e0e0 }
progress, meter { display: inline-block }
iframe { border: 2px inset #eee }
fieldset { border: 2px groove #c0c0c0; margin-inline: 2px; padding: 0.35em 0.75em 0.625em }
legend { padding-inline: 2px }
annotation, annotation-xml, audio:not([controls]), dialog:not([open]) { display: none }
svg:not(:root), symbol, marker, pattern, foreignobject { overflow: hidden }
svg a[href] { color: inherit; text-decoration: inherit }
[hidden] { display: none }
[dir=ltr] { direction: ltr }
[dir=rtl] { direction: rtl }
::footnote-call { content: counter(footnote); font-size: 0.75em; line-height: 0; vertical-align: super }
::footnote-marker { content: counter(footnote) ". " }
`;

/**
 * What quirks mode adds (HTML 15.3.10): a table has type of its own, and what begins or ends a cell or a page has no margin there. Not what
 * style sheets may leave out in that mode (units of lengths, the sign of colours).
 */
export const quirksStylesheet = `
table { font-weight: normal; font-style: normal; font-variant: normal; font-size: medium; line-height: normal; white-space: normal;
  text-align: start }
:is(body, td, th) > :is(address, blockquote, center, dir, dl, form, h1, h2, h3, h4, h5, h6, listing, menu, ol, p, plaintext, pre, ul,
  xmp):first-child { margin-block-start: 0 }
:is(td, th) > :is(address, blockquote, dir, dl, h1, h2, h3, h4, h5, h6, listing, menu, ol, p, plaintext, pre, ul, xmp):last-child {
  margin-block-end: 0 }
form { margin-block-end: 1em }
img[align=left i] { margin-right: 3px }
img[align=right i] { margin-left: 3px }
`;
