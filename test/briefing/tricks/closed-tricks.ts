import { area, bars, drawn, n, style } from "./drawn-tricks.ts";
import { page, stopped, type Trick, tricksOf, warned } from "./trick.ts";

const beside = (what: RegExp) => warned(what, "figure-affix");
const total = '{{value "total"}}';
const row = (cells: string) => page(`<table role="presentation"><tr>${cells}</tr></table>`);
const under = (headings: string, cells: string) =>
  page(`<table><caption>Kent</caption><tr>${headings}</tr><tr>${cells}</tr></table>`);
const years = `<td>{{value "before"}}</td><td>${total}</td>`;

/** What the README once named as gaps. */
export const closedTricks: readonly Trick[] = [
  ...tricksOf("a unit in the block before or behind", [
    ["a currency in the cell before", row(`<td>£</td><td>${total}</td>`), beside(/"274".*stands behind "£" in <td>/)],
    ["a currency in the block before", page(`<div>£</div><div>${total}</div>`), beside(/stands behind "£" in <div>/)],
    ["a multiple in the block before", page(`<p>Twice</p><p>${total}</p>`), beside(/stands behind "Twice" in <p>/)],
    [
      "a size with what is counted",
      page(`<p>${total}</p><p>million offences</p>`),
      beside(/before "million offences"/),
    ],
    ["the same in a cell", row(`<td>${total}</td><td>thousand offences</td>`), beside(/before "thousand offences"/)],
  ]),
  ...tricksOf("a heading across several columns", [
    [
      "one year over two",
      under('<th scope="col" colspan="2">2018/19</th>', years),
      stopped(/have 114.*for 2018/, "misplaced-figure"),
    ],
  ]),
  ...tricksOf("a heading across several rows", [
    [
      "one year beside two",
      page(
        `<table><caption>Kent</caption><tr><th scope="row" rowspan="2">2018/19</th><td>{{value "before"}}</td></tr><tr><td>${total}</td></tr></table>`,
      ),
      stopped(/have 114.*for 2018/, "misplaced-figure"),
    ],
  ]),
  ...tricksOf("another figure for listeners", [
    [
      "beside one that is hidden from them",
      page(`<p><span aria-hidden="true">${total}</span><span>{{value "before"}}</span></p>`),
      beside(/keeps the figure "274" from those who listen, who hear "114"/),
    ],
  ]),
  ...tricksOf("a size before a further word", [
    ["grand", page(`<p>${total} grand in fines</p>`), beside(/beside "grand"/)],
    ["gross", page(`<p>${total} gross of them</p>`), beside(/beside "gross"/)],
    ["odds", page(`<p>${total} to one against</p>`), beside(/beside "to one"/)],
  ]),
  ...tricksOf("what the title of an axis says", [
    [
      "of so many a month, over years",
      drawn({ ...bars, encoding: { x: area, y: { ...n, title: "Offences a month" } } }),
      warned(/"a month" in "Offences a month"/, "figure-affix"),
    ],
    [
      "of a number of rows",
      drawn({ mark: "bar", encoding: { x: area, y: { aggregate: "count", title: "Offences" } } }),
      warned(/"Offences"/, "figure-affix"),
    ],
  ]),
  ...tricksOf("numbers in signs", [
    ["Morse", page("<p>Offences: ..--- --... ....-</p>"), warned(/\.\.--- --\.\.\. \.\.\.\.-/)],
    ["Morse with dashes and dots", page("<p>Offences: ··––– ––···</p>"), warned(/··––– ––···/)],
  ]),
  ...tricksOf(
    "a size in short, or in the words of others",
    [
      ...["MM", "mill.", "trn", "ths", "doz.", "myriad", "ppt", "percentage pts", "in the thousand", "or so million"],
      ...["Millionen", "Tausend", "milliers", "\u4E07 offences", "\u043C\u043B\u043D"],
    ].map((size) => [
      size,
      page(`<p>In Kent, ${total} ${size} were recorded.</p>`),
      beside(new RegExp(`"274".*stands beside "${size.replace(/\.$|(?<=\p{Script=Han}).*$/u, "")}"`)),
    ]),
  ),
  ...tricksOf(
    "signs and words before a figure",
    [
      "\u02D7",
      "\u05BE",
      "\u30FC",
      "\u301C",
      "\u2238",
      "\u2296",
      "\u226E",
      "\u221C",
      "the square of ",
      "the inverse of ",
    ].map((sign) => [
      sign,
      page(`<p>In Kent ${sign}${total} offences were recorded.</p>`),
      beside(new RegExp(`"274".*stands beside "${sign.trim()}"`)),
    ]),
  ),
  ...tricksOf("a per cent of another script", [
    ["Arabic", page(`<p>In Kent, ${total}\u066A were recorded.</p>`), beside(/"274".*beside "\u066A"/)],
  ]),
  ...tricksOf("a heading that is a size", [
    ["in millions", page(`<h2>In millions</h2><p>${total} offences</p>`), beside(/"In millions" stands by itself/)],
  ]),
  ...tricksOf("figures that a stylesheet turns or shows a part of", [
    [
      "about an axis",
      style(".a{transform:perspective(1px) rotate3d(0,1,0,180deg)}"),
      beside(/turns or mirrors the figure "274/),
    ],
    [
      "by a matrix in space",
      style(".a{transform:matrix3d(-1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1)}"),
      beside(/turns or mirrors the figure "274/),
    ],
    [
      "by a matrix upside down",
      style(".a{transform:matrix(1,0,0,-1,0,0)}"),
      beside(/turns or mirrors the figure "274/),
    ],
    [
      "by paint alone",
      style("data{display:inline-block;width:2ch;contain:paint}"),
      beside(/shows a part of the figure "274/),
    ],
    [
      "by a ground that is transparent in part",
      style("data{color:transparent;background:linear-gradient(90deg,transparent 1ch,black 1ch);background-clip:text}"),
      beside(/shows a part of the figure "274/),
    ],
  ]),
];
