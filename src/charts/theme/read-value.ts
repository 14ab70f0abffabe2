import { generate } from "css-tree";
import { absoluteLength, formatHex, parseColor, parseValue, splitAtCommas } from "../../stylesheet/index.ts";

/** Colours with commas between them, as hex. Undefined where one is none. */
export function readColors(value: string): readonly string[] | undefined {
  const groups = splitAtCommas(parseValue(value)).map((nodes) =>
    nodes.length === 1 ? parseColor(nodes[0]) : undefined,
  );
  const found = groups.flatMap((read) => (read ? [formatHex(read)] : []));
  return found.length === groups.length && groups.length > 0 ? found : undefined;
}

/** A length that depends on no element, in px. */
export function readLength(value: string): number | undefined {
  const nodes = parseValue(value);
  const px = nodes.length === 1 ? absoluteLength(nodes[0]) : undefined;
  return px === undefined ? undefined : Math.round(px * 100) / 100;
}

/** A font stack, names in single quotes, as Vega writes them into its SVG. */
export function readFont(value: string): string | undefined {
  const families = splitAtCommas(parseValue(value)).map((nodes) => {
    const [first] = nodes;
    if (nodes.length === 1 && first?.type === "String") return `'${first.value.replaceAll("'", "\\'")}'`;
    const isName = nodes.length > 0 && nodes.every(({ type }) => type === "Identifier");
    const name = nodes.map((node) => generate(node)).join(" ");
    return isName ? (nodes.length > 1 ? `'${name}'` : name) : "";
  });
  return families.length > 0 && families.every(Boolean) ? families.join(", ") : undefined;
}
