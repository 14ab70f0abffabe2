import { type DatasetSpec, writeKey, writeLiteral } from "../dataset/index.ts";

/** A definition as TypeScript, with the remarks on its fields as comments above them. */
export function writeDefinition(name: string, spec: DatasetSpec, remarks: ReadonlyMap<string, string>): string {
  return `import { defineDataset } from "briefwright";\n\nexport const ${name} = defineDataset(${write(spec, { path: "", depth: 0, remarks })});\n`;
}

interface Writing {
  readonly path: string;
  readonly depth: number;
  readonly remarks: ReadonlyMap<string, string>;
}

const width = 100;

function write(value: unknown, writing: Writing): string {
  const { path, depth, remarks } = writing;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const short = writeLiteral(value);
  const hasRemark = [...remarks.keys()].some((field) => field.startsWith(path === "" ? "" : `${path}.`));
  if (!hasRemark && short.length + depth * 2 < width) return short;
  const indent = "  ".repeat(depth + 1);
  const lines = Array.isArray(value)
    ? value.map((one) => `${indent}${write(one, { path: `${path}.`, depth: depth + 1, remarks })},`)
    : Object.entries(value).map(([key, own]) => {
        const field = path === "" ? key : `${path}.${key}`;
        const remark = remarks.get(field);
        const comment = remark === undefined ? "" : commentOf(remark, indent);
        return `${comment}${indent}${writeKey(key)}: ${write(own, { path: field, depth: depth + 1, remarks })},`;
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join("\n")}\n${"  ".repeat(depth)}${close}`;
}

/** A remark as lines of comments that are no wider than the code, unless a word is. */
function commentOf(remark: string, indent: string): string {
  const lines: string[] = [];
  for (const word of remark.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? undefined : `${last} ${word}`;
    if (longer !== undefined && longer.length <= widthOfComments - indent.length) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}// ${line}\n`).join("");
}
const widthOfComments = 110;
