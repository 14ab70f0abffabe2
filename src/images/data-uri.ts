/** What a `data:` URI says that it is, and its bytes. */
export interface DataUri {
  /** As written: `image/png;base64`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Reads a `data:` URI (RFC 2397); undefined of any other address. */
export function readDataUri(uri: string): DataUri | undefined {
  const [, type, text = ""] = /^data:([^,]*),(.*)$/is.exec(uri) ?? [];
  if (type === undefined) return undefined;
  const bytes = percentDecoded(text);
  const isBase64 = /;\s*base64\s*$/i.test(type);
  return { type, bytes: isBase64 ? Buffer.from(Buffer.from(bytes).toString("latin1"), "base64") : bytes };
}

/** A letter beyond ASCII that stands as it is counts as UTF-8. */
function percentDecoded(text: string): Uint8Array {
  const bytes = Buffer.from(text, "utf8").toString("latin1");
  return Buffer.from(
    bytes.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
