import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory says that the part has unpacked. Absent: the truth. */
  readonly declared?: number;
  /** The content as it was deflated before. */
  readonly packed?: Uint8Array;
}

/** A zip archive of parts, deflated. */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared, packed: before } of parts) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const packed = before ? Buffer.from(before) : deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.write("PK\u0003\u0004", "latin1");
    const central = Buffer.alloc(46);
    central.write("PK\u0001\u0002", "latin1");
    for (const [header, shift] of [
      [local, 0],
      [central, 2],
    ] as const) {
      header.writeUInt16LE(8, 8 + shift);
      header.writeUInt32LE(crc32(bytes), 14 + shift);
      header.writeUInt32LE(packed.length, 18 + shift);
      header.writeUInt32LE(declared ?? bytes.length, 22 + shift);
      header.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
    }
    central.writeUInt32LE(offset, 42);
    chunks.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += local.length + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

export interface XlsxSheet {
  readonly name: string;
  /** What stands in `<worksheet>`. */
  readonly xml: string;
  readonly state?: "hidden" | "veryHidden";
  /** A chart, or a dialog: a sheet without cells. */
  readonly kind?: string;
  /** Further parts, and the relations of the sheet to them: `comments`, `table`. */
  readonly parts?: readonly (ZipPart & { readonly kind: string })[];
}

export interface XlsxParts {
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly date1904?: boolean;
}

const relations = (list: readonly { readonly kind: string; readonly path: string }[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ({ kind, path }, index) =>
        `<Relationship Id="r${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${path}"/>`,
    )
    .join("")}</Relationships>`;

/** A workbook by the XML of its parts. */
export function xlsxParts(
  sheets: readonly XlsxSheet[],
  { sharedStrings, styles, date1904 }: XlsxParts = {},
): readonly ZipPart[] {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return [
    {
      name: "[Content_Types].xml",
      content:
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    { name: "_rels/.rels", content: relations([{ kind: "officeDocument", path: "xl/workbook.xml" }]) },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"${state ? ` state="${state}"` : ""}/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations([
        ...sheets.map(({ kind = "worksheet" }, index) => ({ kind, path: `worksheets/sheet${index + 1}.xml` })),
        { kind: "sharedStrings", path: "sharedStrings.xml" },
        { kind: "styles", path: "styles.xml" },
      ]),
    },
    { name: "xl/sharedStrings.xml", content: `<sst xmlns="${main}">${sharedStrings ?? ""}</sst>` },
    { name: "xl/styles.xml", content: `<styleSheet xmlns="${main}">${styles ?? ""}</styleSheet>` },
    ...sheets.flatMap(({ xml, parts = [] }, index) => [
      { name: `xl/worksheets/sheet${index + 1}.xml`, content: `<worksheet xmlns="${main}">${xml}</worksheet>` },
      {
        name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
        content: relations(parts.map(({ kind, name }) => ({ kind, path: `../${name}` }))),
      },
      ...parts.map(({ name, content }) => ({ name: `xl/${name}`, content })),
    ]),
  ];
}

export const writeXlsx = (sheets: readonly XlsxSheet[], parts?: XlsxParts): Buffer =>
  writeZip(xlsxParts(sheets, parts));

/** An OpenDocument spreadsheet by the XML of its tables. */
export const writeOds = (tables: string, { styles = "", ranges = "" } = {}): Buffer =>
  writeZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
    {
      name: "content.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}${ranges}</office:spreadsheet></office:body></office:document-content>`,
    },
    { name: "META-INF/manifest.xml", content: "<manifest:manifest/>" },
  ]);
