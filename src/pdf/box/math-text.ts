import type { DomElement, DomNode } from "../dom/dom-node.ts";

/** The words of MathML in one line: fractions, powers and roots with the signs that keep them apart. */
export const mathText = (element: DomElement): string => textOf(element).replaceAll(/\s+/g, " ").trim();

type Writer = (parts: readonly string[]) => string;

/** `1` and `x` stand as they are, `a+b` in brackets. */
const grouped = (part = "") => (/^[\p{L}\p{N}.,]*$/u.test(part) ? part : `(${part})`);

const underOver: Writer = ([base = "", under, over]) =>
  `${base}${under === undefined ? "" : `_${grouped(under)}`}${over === undefined ? "" : `^${grouped(over)}`}`;

/** By the elements of MathML Core, 3.3 and 3.4. */
const writers: Readonly<Record<string, Writer>> = {
  mfrac: ([top, bottom]) => `${grouped(top)}/${grouped(bottom)}`,
  msup: ([base, exponent]) => `${grouped(base)}^${grouped(exponent)}`,
  msub: ([base, index]) => `${grouped(base)}_${grouped(index)}`,
  msubsup: underOver,
  munder: underOver,
  mover: ([base, over]) => underOver([base ?? "", undefined as never, over ?? ""]),
  munderover: underOver,
  msqrt: (parts) => `√${grouped(parts.join(""))}`,
  mroot: ([base, index]) => `${index ?? ""}√${grouped(base)}`,
  mtr: (parts) => `${parts.join(", ")}; `,
  // What comes after the first child says the same again, in another language.
  semantics: ([shown = ""]) => shown,
};

function textOf(node: DomNode): string {
  if (node.kind === "text") return node.text.replaceAll(/[\u2061-\u2064]/g, "").trim();
  const isEmpty = (child: DomNode) => child.kind === "text" && child.text.trim() === "";
  const parts = node.children.filter((child) => !isEmpty(child)).map(textOf);
  const write = writers[node.name];
  return write ? write(parts) : node.name === "mtext" ? ` ${parts.join("")} ` : parts.join("");
}
