import { hexOf } from "../objects/hex-of.ts";
import type { OperandWriter } from "../objects/operand-writer.ts";

const mostInRange = 256;

const mapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
`;

const mapFoot = `endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/** What the codes of a font stand for (ISO 32000-1, 9.10.3), as pdfkit has it, which makes a list and some texts of each glyph. */
export function writeUnicodeMap(unicode: readonly (readonly number[])[], operands: OperandWriter): void {
  operands.text(mapHead).operator(`${Math.ceil(unicode.length / mostInRange)} beginbfrange`);
  for (let first = 0; first < unicode.length; first += mostInRange) {
    const last = Math.min(first + mostInRange, unicode.length) - 1;
    operands.text(`<${hexOf(first)}> <${hexOf(last)}> [`);
    for (let code = first; code <= last; code += 1) {
      operands.text(code === first ? "<" : " <");
      writeMeaning(unicode[code] ?? [], operands);
      operands.text(">");
    }
    operands.operator("]");
  }
  operands.text(mapFoot);
}

/** In UTF-16. */
function writeMeaning(codePoints: readonly number[], operands: OperandWriter): void {
  let isFirst = true;
  for (const codePoint of codePoints) {
    if (!isFirst) operands.text(" ");
    isFirst = false;
    if (codePoint <= 0xffff) operands.text(hexOf(codePoint));
    else {
      const above = codePoint - 0x10000;
      operands.text(`${hexOf((above >>> 10) | 0xd800)} ${hexOf((above & 0x3ff) | 0xdc00)}`);
    }
  }
}
