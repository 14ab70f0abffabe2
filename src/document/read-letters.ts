/** Letters of other scripts that are drawn as Latin ones are, and small capitals. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  (
    "аa еe оo рp сc уy хx ѕs іi јj ԁd ԛq ԝw һh ӏl АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ " +
    "αa εe ιi κk νv οo ρp τt υu χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX " +
    "ᴀA ʙB ᴄC ᴅD ᴇE ꜰF ɢG ʜH ɪI ᴊJ ᴋK ʟL ᴍM ɴN ᴏO ᴘP ʀR ꜱS ᴛT ᴜU ᴠV ᴡW ʏY ᴢZ"
  )
    .split(" ")
    .map((pair) => [pair[0] as string, pair.slice(1)]),
);

const plain = /^[\t\n\r\x20-\x7e’‘“”–—é£]*$/;
/** What joins words that nobody sees as one, or stands for a space without being one. */
const joiner = /[\u200B\u2060\uFEFF\u180E\u3164\u115F\u1160\uFFA0\u2800]/u;
const joiners = new RegExp(joiner, "gu");
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}\u1D00-\u1D2B\u0262-\u02AF\uA730-\uA731]/gu;

/** What is more than single spaces between words. */
const anyOtherSpace = /[^\S ]| {2}/;

/**
 * A text as it looks: without soft hyphens and other characters that nobody sees, with full-width and mathematical letters
 * (NFKC) and letters of other scripts as the Latin ones that they look like, and a space for whatever is one.
 */
export function readLetters(text: string): string {
  const shown = plain.test(text)
    ? text
    : text
        .replaceAll(invisible, "")
        .normalize("NFKC")
        .replaceAll(otherScript, (letter) => lookalikes.get(letter) ?? letter)
        .replaceAll(/\p{Mn}/gu, "")
        .replaceAll(/[\u2010-\u2012]/gu, "-");
  const joined = anyOtherSpace.test(shown) ? shown.replaceAll(/\s+/g, " ") : shown;
  if (!/ \S /u.test(joined)) return joined;
  return joined.replaceAll(/(?<!\p{L})(?:\p{L} ){2,}\p{L}(?!\p{L})/gu, (spaced) => spaced.replaceAll(" ", ""));
}

/** Whether words of a text may be joined by what nobody sees. */
export const hasJoiners = (text: string): boolean => joiner.test(text);

/** A text as it looks where words that are joined by what nobody sees stand apart. */
export const readApart = (text: string): string => readLetters(text.replaceAll(joiners, " "));
