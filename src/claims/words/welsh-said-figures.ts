import type { SaidFigure } from "./language.ts";
import { anyOf, findSaidFigures } from "./said-figures.ts";

const number = anyOf(`
  dau ddau dwy ddwy tri thri tair thair pedwar bedwar phedwar pedair bedair phedair pump bump phump pum chwech chwe saith wyth
  naw deg ddeg deuddeg ddeuddeg pymtheg bymtheg phymtheg deunaw ddeunaw ugain hugain deugain ddeugain trigain
  cant gant chant mil fil miliwn filiwn
`);
/** Spans of time, and what a text is made of. */
const notData = anyOf(`
  flynedd blynedd mlynedd flwyddyn blwyddyn fis mis fisoedd misoedd wythnos wythnosau ddiwrnod diwrnod niwrnod ddiwrnodau
  oriau awr funudau munudau ffyrdd ffordd adrannau rannau resymau gamau dablau siartiau
`);
const start = "(?<![\\p{L}'’])";
const end = "(?![\\p{L}])";

const patterns = [
  // pump o droseddau, dau gant o blant
  `${start}(?<figure>${number}(?: ${number})*) o (?!${notData}${end})\\p{Ll}+`,
  // cannoedd o blant
  `${start}(?<figure>(?:dwsinau|ddwsinau|cannoedd|gannoedd|channoedd|miloedd|filoedd|miliynau|filiynau)) o (?!${notData}${end})\\p{Ll}+`,
  // ugain y cant, deg pwynt canran
  `${start}(?<figure>(?:hanner cant|${number}(?: ${number})*) (?:y cant|[pb]h?wynt canran))${end}`,
  // hanner y troseddau, traean o, chwarter o'r, dwy ran o dair, tri chwarter
  `(?<!ail |${start}yr )${start}(?<figure>(?:h?anner|(?:t|th|d)raean|chwarter)) (?:o|y|yr|o'r|o’r)(?: |(?<=['’]r) )(?!${notData}${end})\\p{Ll}+`,
  `${start}(?<figure>d?d?wy ran o dair|t[rh]*i chwarter)${end}(?! awr)`,
  // un o bob pump, pedwar o bob deg
  `${start}(?<figure>(?:un|${number}) o bob (?:${number}|cant))${end}`,
  // dyblodd, treblu, hanerodd, dwywaith cymaint
  `${start}(?<figure>(?:wedi )?(?:d?dybl(?:odd|u|wyd)|th?rebl(?:odd|u|wyd)|d?drebl(?:odd|u|wyd)|haner(?:odd|u|wyd)))${end}`,
  `${start}(?<figure>(?:d?dwywaith|th?eirgwaith|deirgwaith|pedair gwaith) (?:cymaint|cynifer|yn fwy|y (?:nifer|gyfradd|ffigur|canolrif)))${end}`,
].map((source) => new RegExp(source, "giu"));

/** Welsh numbers in words that state a figure: those with `o` and what is counted, shares, multiples. */
export const saidFigures = (text: string): readonly SaidFigure[] => findSaidFigures(text, patterns);
