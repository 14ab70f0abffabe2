import { sha256 } from "../record/index.ts";

/** Names that Windows keeps for devices, whatever their extension: ports may be numbered by superscripts. */
const deviceName = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])$/;

/** What stands beside the briefings of a folder. */
const ownName = /^(index|manifest)$/;

/** File systems take 255 bytes; this leaves room for an extension, and for what programs put beside a file while they write it. */
const longestName = 180;

/**
 * A name that is safe on every file system, without extension: lower case, letters of any alphabet and digits, joined by
 * hyphens; 180 bytes of UTF-8 at most, a longer one ends in a hash of the text. Two texts may share one name.
 */
export function fileName(text: string): string {
  const name = text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  if (name === "") return "briefing";
  return deviceName.test(name) || ownName.test(name) ? `${name}-briefing` : shortened(name);
}

/** The name, or as much of it as is not too long, with a hash of the whole. */
export function shortened(name: string, longest = longestName): string {
  return Buffer.byteLength(name) <= longest ? name : marked(name, name, longest);
}

/** The name with a hash that tells it from others. */
export function marked(name: string, whole: string, longest = longestName): string {
  const mark = `-${sha256(whole).slice(0, 8)}`;
  let begin = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(name)) {
    if (Buffer.byteLength(begin + segment + mark) > longest) break;
    begin += segment;
  }
  return `${begin.replace(/-+$/, "")}${mark}`;
}

/** Names with the same key are one file where a file system does not tell capitals, or ways to write a letter, apart. */
export const fileKey = (name: string): string => name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
