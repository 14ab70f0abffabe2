import type { CdpSession } from "./open-browser.ts";

/** A node of what Chromium gives to assistive technology (Chrome DevTools Protocol, Accessibility.AXNode). */
interface AccessibleNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** One thing that a screen reader says in one go. */
export interface Heard {
  /** As it is said, with its role: `link, Source of the figures, 2`. Of text, the text. */
  readonly said: string;
  readonly role: string;
  readonly name: string;
  /** Number of the paragraph, item, cell or heading that it is part of. */
  readonly block: number;
  /** Roles and names of what it stands in, the outermost first: `region: Where the figures come from`. */
  readonly within: readonly string[];
  readonly isFocusable: boolean;
  /** It is a part of a sentence, in an object of its own that says nothing but where it ends: there readers break off. */
  readonly isBrokenOff: boolean;
}

const blocks: ReadonlySet<string> = new Set(
  "paragraph heading listitem cell gridcell rowheader columnheader caption Figcaption figure term definition DescriptionListTerm DescriptionListDetail DisclosureTriangle LabelText".split(
    " ",
  ),
);
const landmarks: ReadonlySet<string> = new Set(
  "region main navigation banner contentinfo table list figure".split(" "),
);
/** Said by role and name, and not read further. */
const whole: ReadonlySet<string> = new Set(
  "link doc-noteref doc-backlink image img button heading DisclosureTriangle".split(" "),
);

/** What a screen reader says of a page from its beginning to its end, by the accessibility tree that Chromium gives it. */
export async function hearPage(session: CdpSession): Promise<readonly Heard[]> {
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: readonly AccessibleNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard: Heard[] = [];
  let block = 0;
  const visit = (node: AccessibleNode, within: readonly string[], isBrokenOff = false): void => {
    const { role, name } = nameOf(node);
    const isBlock = blocks.has(role);
    if (isBlock) block += 1;
    if (role === "StaticText" || whole.has(role)) {
      if (role !== "StaticText" || name !== "")
        heard.push({ ...sayingOf(node), role, name, block, within, isBrokenOff });
      if (isBlock) block += 1;
      return;
    }
    const inner = landmarks.has(role) ? [...within, name === "" ? role : `${role}: ${name}`] : within;
    const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    const isSentence = children.some((child) => nameOf(child).role === "StaticText" && nameOf(child).name !== "");
    for (const child of children) visit(child, inner, isBrokenOff || (isSentence && nameOf(child).role === "generic"));
    if (isBlock) block += 1;
  };
  const [root] = nodes;
  if (root) visit(root, []);
  return heard;
}

/** Role and name; of what is passed over, neither. */
function nameOf({ ignored, role, name }: AccessibleNode): Pick<Heard, "role" | "name"> {
  if (ignored) return { role: "", name: "" };
  return { role: role?.value ?? "", name: (name?.value ?? "").replaceAll(/\s+/g, " ").trim() };
}

function sayingOf(node: AccessibleNode): Pick<Heard, "said" | "isFocusable"> {
  const { role, name } = nameOf(node);
  const propertyOf = (wanted: string) => node.properties?.find((property) => property.name === wanted)?.value.value;
  const kind = role === "heading" ? `heading level ${propertyOf("level")}` : role;
  return { said: role === "StaticText" ? name : `${kind}, ${name}`, isFocusable: propertyOf("focusable") === true };
}
