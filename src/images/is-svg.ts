/** Whether bytes are an SVG, as far as their beginning tells. */
export const isSvg = (data: Uint8Array): boolean => /<(?:[\w-]+:)?svg[\s>/]/i.test(textOfSvg(data.subarray(0, 4096)));

/** The text of an SVG: UTF-8, unless its mark says UTF-16. */
export function textOfSvg(data: Uint8Array): string {
  const [first, second] = data;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(data);
}
