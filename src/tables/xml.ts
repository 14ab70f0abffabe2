import { SaxesParser } from "saxes";

export type XmlAttributes = Readonly<Record<string, string>>;

interface XmlHandlers {
  /** Names come as they are written, with their prefix. */
  open(name: string, attributes: XmlAttributes): void;
  readonly close?: ((name: string) => void) | undefined;
  readonly text?: ((text: string) => void) | undefined;
}

/** How much of a document is decoded at once. */
const chunkBytes = 1 << 16;

/** Walks through an XML document in UTF-8 or, with a mark, UTF-16. Throws where it is not well-formed. */
export function walkXml(bytes: Uint8Array, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser();
  const decoder = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8");
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => open(name, attributes as XmlAttributes));
  if (close) parser.on("closetag", ({ name }) => close(name));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

/** Handlers that get names without their prefix: workbooks choose theirs freely. */
export type LocalHandlers = XmlHandlers;

/** As `walkXml`, with the local names of elements. */
export function walkLocalXml(bytes: Uint8Array, { open, close, text }: LocalHandlers): void {
  walkXml(bytes, {
    open: (name, attributes) => open(localName(name), attributes),
    close: close && ((name) => close(localName(name))),
    text,
  });
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The attributes of all elements of a name, whatever their prefix. */
export function elementsOf(bytes: Uint8Array | undefined, name: string): readonly XmlAttributes[] {
  const found: XmlAttributes[] = [];
  if (bytes) {
    walkLocalXml(bytes, {
      open: (local, attributes) => {
        if (local === name) found.push(attributes);
      },
    });
  }
  return found;
}
