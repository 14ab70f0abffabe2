/** `areaType`, `area_type`, `area.type` and `AREA TYPE` are two words. */
export const wordsOf = (name: string): string =>
  (/\s/u.test(name) ? name : name.replaceAll(/(?<=[\p{L}\d])\.(?=\p{L})|(?<=\p{L})\.(?=\d|$)/gu, " "))
    .replaceAll(/(\p{Ll})(\p{Lu}\p{Ll})|(\p{Ll}{2})(\p{Lu}{2,})/gu, "$1$3 $2$4")
    .replaceAll(/[_|]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
