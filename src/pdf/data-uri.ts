/** The bytes of a `data:` URI (RFC 2397); undefined of any other address. */
export function readDataUri(uri: string): Uint8Array | undefined {
  const [, type, text = ""] = /^data:([^,]*),(.*)$/is.exec(uri) ?? [];
  if (type === undefined) return undefined;
  return /;\s*base64\s*$/i.test(type) ? Buffer.from(text, "base64") : percentDecoded(text);
}

/** A letter beyond ASCII that stands as it is counts as UTF-8. */
function percentDecoded(text: string): Uint8Array {
  const bytes = Buffer.from(text, "utf8").toString("latin1");
  return Buffer.from(
    bytes.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
