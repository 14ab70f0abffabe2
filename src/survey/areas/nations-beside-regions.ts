/** The regions of England, as offices call them. */
const regions =
  /^(?:(?:the )?(?:north|south)[ -](?:east|west)|(?:east|west) midlands|yorkshire (?:and|&) (?:the )?humber(?:side)?|east(?:ern)?|east of england|east anglia|(?:greater )?london)(?: (?:england|region))?$/iu;
const nations = /^(?:wales|scotland|northern ireland|n\.? ?ireland)$/iu;
/** So many of the regions stand beside a nation: fewer may be places of these names elsewhere. */
const fewestRegions = 4;

/**
 * The nations of the United Kingdom beside the regions of another of them, `Wales` beside `North East`, `London` …: offices list both, yet a nation is no
 * region, and who compares them says so. Empty where a list has none, or no such regions.
 */
export function nationsBesideRegions(names: readonly string[]): readonly string[] {
  const plain = (name: string) => name.replace(/\s*(?:\([^()]*\)|\[[^[\]]*\])$/u, "").trim();
  const areSome = names.filter((name) => regions.test(plain(name))).length >= fewestRegions;
  return areSome ? names.filter((name) => nations.test(plain(name))) : [];
}
