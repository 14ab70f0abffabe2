/**
 * The style of HTML without a stylesheet: the rendering section of the HTML standard (15.3), set for paper: a readable
 * 10.5 pt, headings kept with what follows, rows and figures kept whole.
 */
export const userAgentStylesheet = `
@page { size: A4; margin: 20mm; @footnote { margin-top: 10pt; padding-top: 5pt; border-top: 0.5pt solid #999 } }
html { display: block; font-size: 10.5pt; line-height: 1.45; orphans: 2; widows: 2 }
head, link, meta, script, style, title, template, datalist, noscript, base, rp, source { display: none }
address, article, aside, blockquote, body, center, dd, details, dialog, dir, div, dl, dt, fieldset, figcaption, figure,
footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, main, menu, nav, ol, p, pre, search, section,
summary, ul { display: block }
li { display: list-item }
h1, h2, h3, h4, h5, h6 { font-weight: bold; line-height: 1.2; break-after: avoid; break-inside: avoid }
h1 { font-size: 2em; margin: 0 0 0.6em }
h2 { font-size: 1.5em; margin: 1.2em 0 0.5em }
h3 { font-size: 1.2em; margin: 1.2em 0 0.4em }
h4, h5, h6 { font-size: 1em; margin: 1.2em 0 0.4em }
p, blockquote, figure, ul, ol, dl, pre, table, details, address, fieldset { margin: 0 0 0.8em }
blockquote, figure { margin-left: 0; margin-right: 0 }
blockquote { padding-inline-start: 1em; border-inline-start: 2pt solid #999 }
figure, figcaption { break-inside: avoid }
figure > :is(img, svg) { display: block }
figcaption { font-size: 0.9em }
img, svg { break-inside: avoid }
ul, ol, menu { padding-inline-start: 2em }
ul ul, ul ol, ol ul, ol ol { margin-bottom: 0 }
ul { list-style-type: disc }
ol { list-style-type: decimal }
ol ul, ul ul { list-style-type: circle }
:is(ol, ul) :is(ol, ul) ul { list-style-type: square }
:is(ol, li)[type="1"] { list-style-type: decimal }
:is(ol, li)[type="a" s] { list-style-type: lower-alpha }
:is(ol, li)[type="A" s] { list-style-type: upper-alpha }
:is(ol, li)[type="i" s] { list-style-type: lower-roman }
:is(ol, li)[type="I" s] { list-style-type: upper-roman }
dt { font-weight: bold; break-after: avoid }
dd { margin-inline-start: 2em }
hr { border-top: 0.75pt solid #999; margin: 0.8em 0 }
a[href] { color: #0b4f8a; text-decoration: underline }
b, strong, th, summary { font-weight: bold }
i, em, cite, dfn, var, address { font-style: italic }
small { font-size: 0.85em }
sup, sub { font-size: 0.75em; line-height: 0 }
sup { vertical-align: super }
sub { vertical-align: sub }
mark { background-color: #fff3a3 }
u, ins { text-decoration: underline }
s, del, strike { text-decoration: line-through }
q::before { content: open-quote }
q::after { content: close-quote }
pre { white-space: pre-wrap }
pre, code, kbd, samp { font-family: monospace; font-size: 0.92em }
pre code { font-size: 1em }
nobr { white-space: nowrap }
table { display: table; box-sizing: border-box; border-spacing: 0; border-collapse: collapse; text-indent: 0 }
caption { display: table-caption; text-align: start; font-weight: bold; padding-bottom: 0.4em; break-after: avoid }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group }
tbody { display: table-row-group }
tfoot { display: table-footer-group }
tr { display: table-row; break-inside: avoid }
td, th { display: table-cell; padding: 0.25em 0.5em; vertical-align: top; text-align: start }
input, textarea, select, button { display: inline-block; box-sizing: border-box; text-indent: 0; border: 0.75pt solid #767676; padding: 1pt 3pt }
input, select, textarea { min-height: 1.7em }
input:not([type]), input[type=text i], input[type=search i], input[type=tel i], input[type=url i], input[type=email i], input[type=password i], input[type=number i], input[type=date i] { min-width: 12em }
input[type=hidden i], input[type=file i], input[type=color i], input[type=range i] { display: none }
input[type=checkbox i], input[type=radio i], input[type=image i] { border: none; padding: 0; min-height: 0; margin: 0 2pt }
input[type=submit i], input[type=reset i], input[type=button i], button { padding: 1pt 6pt; text-align: center; background-color: #efefef }
textarea { white-space: pre-wrap; min-width: 20em; vertical-align: bottom }
option, optgroup { display: block }
optgroup { font-weight: bold }
option { font-weight: normal }
option[selected] { background-color: #e0e0e0 }
progress, meter { display: inline-block }
fieldset { border: 1.5pt solid #c0c0c0; padding: 0.35em 0.75em 0.6em }
annotation, annotation-xml, audio:not([controls]), dialog:not([open]) { display: none }
svg:not(:root), symbol, marker, pattern { overflow: hidden }
svg a[href] { color: inherit; text-decoration: inherit }
[hidden] { display: none }
[dir=ltr] { direction: ltr }
[dir=rtl] { direction: rtl }
::footnote-call { content: counter(footnote); font-size: 0.75em; line-height: 0; vertical-align: super }
::footnote-marker { content: counter(footnote) ". " }
`;
