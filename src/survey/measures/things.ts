import { type Dataset, findDimension, type MeasureSpec } from "../../dataset/index.ts";
import { isOfPlacesOfFew } from "../rows/places-of-few.ts";
import { wordsOf } from "../words.ts";
import { pluralOf } from "./guess-unit.ts";

/**
 * What is counted and is nobody: few of them in a place say nothing of a person. Companies and farms may be one person each, and households, homes for
 * children or journeys are of people: none of these is here.
 */
const nouns: readonly string[] = [
  ..."dwelling house flat bungalow building property premises bridge tunnel monument memorial statue".split(" "),
  ..."vehicle car van lorry truck bus coach tram train locomotive motorcycle motorbike moped bicycle bike".split(" "),
  ..."ship vessel boat aircraft aeroplane airplane flight drone".split(" "),
  ..."tree shrub plant species bird fish dog cat cow sheep pig horse beehive badger".split(" "),
  ..."school college university library museum gallery theatre cinema church mosque hospital pharmacy".split(" "),
  ..."pub shop supermarket restaurant cafe station airport port park playground pitch pool toilet cemetery".split(" "),
  ..."charger streetlight lamp pothole camera sensor meter turbine panel cable mast boiler pump cert".split(" "),
  ..."book film song album game newspaper magazine article website publication dataset".split(" "),
  ..."earthquake storm flood volcano eruption meteorite".split(" "),
  ..."festival match tournament concert exhibition".split(" "),
  ..."grant contract tender invoice law bill regulation".split(" "),
  ..."area district ward region council authority constituency parish municipality county country seat".split(" "),
];
const more = [
  "charging points",
  "charge points",
  "charging devices",
  "road works",
  "energy ratings",
  "energy certificates",
  "bus stops",
  "shop licences",
  "shop licenses",
];
const plurals = [...nouns.map(pluralOf), "premises", "aircraft", "species", "sheep", ...more].join("|");

/** Words for what is counted that end with such a thing, or have behind it what became of it: `listed buildings`, `dwellings completed`. */
const endsWithThings = new RegExp(`(?:^|[ -])(?:${plurals})(?: \\p{L}+ed)?(?: (?:in|on|at|of|by|for|with) .+)?$`, "iu");
/** What a title begins with, `Licensed vehicles by fuel`, before what says by what, where or when. */
const beginsWithThings = new RegExp(
  `^(?:(?:total |estimated )?(?:number|stock|count)s? of )?(?:[\\p{L}-]+ ){0,3}?(?:${plurals})(?=$| (?:by|in|at|with|per|and|from|for|\\p{L}+ed)\\b|[,:(–-]| [–(-])`,
  "iu",
);

/** What says that figures are of people all the same, or of what became of one: `Vehicles in collisions, by age of driver`. */
const ofPeople =
  /\b(?:ages?|aged|sex|gender|males?|females?|m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|babies|ethnic\p{L}*|race|races|religio\p{L}*|disab\p{L}*|nationalit\p{L}*|births?|deaths?|died|dead|killed|fatal\p{L}*|casualt\p{L}*|injur\p{L}*|victims?|suspects?|offen[cd]\p{L}*|crimes?|crimin\p{L}*|arrest\p{L}*|stolen|theft|seized|collisions?|accidents?|fires?(?! (?:engine|station|alarm|hydrant|appliance))|patients?|diagnos\p{L}*|disease|pupils?|students?|persons?|people|households?|famil(?:y|ies)|tenants?|tenanc\p{L}*|owners?|occupan\p{L}*|residents?|claim\p{L}*|applic\p{L}*|benefits?|recipients?|beneficiar\p{L}*|members?|staff|employ\p{L}*|workers?|drivers?|riders?|homeless\p{L}*|evict\p{L}*|repossess\p{L}*|arrears|courts?|asylum|migrant\p{L}*|refugees?|crisis|hardship|welfare|individuals?|passengers?|visitors?|surname|first ?name|cases?|incidents?|referr\p{L}*|reports?|reported|complain\p{L}*|alleg\p{L}*|convict\p{L}*|penalt\p{L}*|exclu\p{L}*|absen\p{L}*|admission\p{L}*|attend\p{L}*|visits?|voters?|votes?|electors?|candidates?|users?|customers?|volunteers?|carers?|elderly|pension\p{L}*|poverty|debts?|keepers?|holders?|registrants?|maternity)\b/iu;

/** So few categories are read for words of people; a longer list is of names. */
const mostRead = 60;

/** What a measure counts where nothing says it. */
const isUnstated = ({ unit }: MeasureSpec): boolean => unit.other.startsWith("(") || unit.other === "rows";

/**
 * Whether all that a table counts are things, by the words for them, and nothing in it speaks of people: few of them in one place are no secret. Places of a few
 * people each, and figures that a publisher has hidden, say that they may be.
 */
export function countsThings(dataset: Dataset): boolean {
  const { spec } = dataset.definition;
  const counts = Object.values(spec.measures).filter(({ statType }) => statType === "count");
  const title = wordsOf(spec.title);
  const isTitled = beginsWithThings.test(title) || endsWithThings.test(title);
  const areThings = counts.every((own) =>
    isUnstated(own) ? isTitled || endsWithThings.test(wordsOf(own.label)) : endsWithThings.test(own.unit.other),
  );
  if (counts.length === 0 || !areThings) return false;
  const area = findDimension({ spec }, "area");
  const isOfFew =
    area !== undefined &&
    isOfPlacesOfFew({
      index: 0,
      name: spec.dimensions[area]?.label ?? area,
      ref: area,
      kind: "label",
      texts: dataset.categories(area).map(({ label }) => label),
      filled: 0,
      figures: undefined,
    });
  const names = Object.entries(spec.dimensions).flatMap(([id, { role, label }]) => {
    const own = role === "category" ? dataset.categories(id) : [];
    return [label, ...(own.length <= mostRead ? own.map((one) => one.label) : [])];
  });
  const said = [spec.title, ...counts.map(({ label, unit }) => `${label} ${unit.other}`), ...names];
  const headings = [...(spec.layout?.ignore ?? [])];
  return (
    !isOfFew &&
    ![...said, ...headings].some((text) => ofPeople.test(wordsOf(text))) &&
    !dataset.observations.some(({ cell }) => cell.state === "suppressed")
  );
}

/** Whether a list is called by things and nothing else: `Stations`, `Listed buildings`. */
export const isNameOfThings = (name: string): boolean =>
  new RegExp(`^(?:\\p{L}+ )?(?:${plurals})$`, "iu").test(wordsOf(name)) && !ofPeople.test(wordsOf(name));

/** What the rows of a list are, by the heading of what tells each from all others: `School name`, `URN`. */
export const thingNamed = (heading: string): string | undefined => {
  const noun = wordsOf(heading)
    .toLowerCase()
    .replace(/ (?:names?|codes?|ids?|numbers?|no|refs?|references?)$/u, "");
  const last = noun.split(" ").at(-1) ?? "";
  return nouns.includes(last) ? noun : undefined;
};
