import { layerInSheet, rankLayers } from "../../stylesheet/index.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { textOfItsOwn } from "../dom/text-of-its-own.ts";
import type { PseudoElement } from "./compile-selector.ts";
import type { CompiledStylesheet, StyleRule } from "./stylesheet.ts";

export interface IndexedRule extends StyleRule {
  /** Of the rules as they are written. */
  readonly index: number;
  /** The user agent's rules lose to the author's whatever the specificity. */
  readonly origin: number;
  /** Of its layer among the author's. */
  readonly rank: number;
}

/** The rules that match an element, weakest first. */
export interface MatchedRules {
  readonly rules: readonly IndexedRule[];
  /** The same for the same rules. */
  readonly key: string;
}

const none: MatchedRules = { rules: [], key: "" };

/**
 * Elements that no selector tells apart by their names, attributes and ancestors. Most documents have few dozens of such places, and those of one
 * template all the same.
 */
interface Place {
  /** Of elements in one of this place, by name. */
  readonly inside: Map<string, Place>;
  /** Of elements that have one more attribute, by its name and by what it says; undefined: that it is there is all that is asked. */
  told: Map<string, Map<string | undefined, Place>> | undefined;
  /** Of the element, and of each pseudo-element that has been asked for. */
  readonly matched: Map<PseudoElement | undefined, PlaceRules>;
}

interface PlaceRules {
  /** Those that match every element of the place. */
  readonly always: MatchedRules;
  /** Those that are to be asked of each. */
  readonly perhaps: readonly IndexedRule[];
  /** With those of these that match an element, by their numbers: of a thousand rows each second has the same. */
  readonly together: Map<string, MatchedRules>;
}

/** Places of some dozens of documents; past it the memory starts afresh. */
const mostPlaces = 20_000;

/** Finds rules. What of them depends on an element's place alone is asked once for all documents. */
export function createRuleIndex(userAgent: CompiledStylesheet, author: readonly CompiledStylesheet[]) {
  const index = indexRules(userAgent, author);
  const { values, presences, ids } = readOf([userAgent, ...author].flatMap(({ rules }) => rules));
  const outermost = newPlace();
  let places = new WeakMap<DomElement, Place>();
  let count = 0;

  /** By what selectors may ask of an element itself, step by step: a text of all that would be made for each that is looked up. */
  function placeOf({ name, attributes, parent }: DomElement): Place {
    let place = insideOf(parent ? placeAround(parent) : outermost, name);
    for (const attribute in attributes) {
      const value = attributes[attribute] ?? "";
      const isNamed = attribute === "id" && ids.has(value);
      if (isNamed || values.has(attribute)) place = toldBy(place, attribute, value);
      else if (presences.has(attribute)) place = toldBy(place, attribute, undefined);
    }
    return place;
  }

  function insideOf({ inside }: Place, name: string): Place {
    const known = inside.get(name);
    if (known) return known;
    count += 1;
    const place = newPlace();
    inside.set(name, place);
    return place;
  }

  function toldBy(place: Place, attribute: string, value: string | undefined): Place {
    const known = place.told?.get(attribute)?.get(value);
    if (known) return known;
    count += 1;
    const told = newPlace();
    place.told ??= new Map();
    const byValue = place.told.get(attribute) ?? new Map<string | undefined, Place>();
    place.told.set(attribute, byValue);
    byValue.set(value === undefined ? undefined : textOfItsOwn(value), told);
    return told;
  }

  /** Of an element that others are in: each of them asks. */
  function placeAround(element: DomElement): Place {
    const known = places.get(element);
    if (known) return known;
    const place = placeOf(element);
    places.set(element, place);
    return place;
  }

  function rulesOf(element: DomElement, { byKey }: KeyedRules): PlaceRules {
    const always: IndexedRule[] = [];
    const perhaps: IndexedRule[] = [];
    const add = (key: string) => {
      for (const rule of byKey.get(key) ?? []) {
        if (rule.mayMatch(element)) (rule.isOfPlace ? always : perhaps).push(rule);
      }
    };
    add("*");
    add(element.name);
    for (const name of element.classes) add(`.${name}`);
    if (element.attributes.id !== undefined) add(`#${element.attributes.id}`);
    return { always: matchedRules(always), perhaps, together: new Map() };
  }

  function withThose({ always, perhaps, together }: PlaceRules, element: DomElement): MatchedRules {
    let numbers = "";
    for (let index = 0; index < perhaps.length; index += 1)
      if (perhaps[index]?.matches(element)) numbers += `${index} `;
    if (numbers === "") return always;
    const known = together.get(numbers);
    if (known) return known;
    const all = matchedRules([
      ...always.rules,
      ...perhaps.filter((_, index) => numbers.split(" ").includes(`${index}`)),
    ]);
    together.set(numbers, all);
    count += 1;
    return all;
  }

  return {
    matching(element: DomElement, pseudo: PseudoElement | undefined): MatchedRules {
      const keyed = index.get(pseudo);
      // Few elements have a pseudo-element that a rule speaks of.
      if (!keyed || (pseudo !== undefined && !hasKeyOf(element, keyed))) return none;
      if (count >= mostPlaces) {
        count = 0;
        outermost.inside.clear();
        places = new WeakMap();
      }
      const { matched } = placeOf(element);
      const known = matched.get(pseudo);
      const rules = known ?? rulesOf(element, keyed);
      if (!known) matched.set(pseudo, rules);
      return rules.perhaps.length === 0 ? rules.always : withThose(rules, element);
    },
  };
}

/** Rules by the key of their last selector. */
interface KeyedRules {
  readonly byKey: Map<string, IndexedRule[]>;
  /** Those that a key names. */
  readonly classes: Set<string>;
  readonly ids: Set<string>;
}

function hasKeyOf({ name, classes, attributes }: DomElement, keyed: KeyedRules): boolean {
  if (keyed.byKey.has("*") || keyed.byKey.has(name)) return true;
  for (const each of classes) if (keyed.classes.has(each)) return true;
  return attributes.id !== undefined && keyed.ids.has(attributes.id);
}

const newPlace = (): Place => ({ inside: new Map(), told: undefined, matched: new Map() });

/** The weakest first. */
const byStrength = (a: IndexedRule, b: IndexedRule) =>
  a.origin - b.origin || a.rank - b.rank || a.specificity - b.specificity || a.index - b.index;

function matchedRules(rules: readonly IndexedRule[]): MatchedRules {
  if (rules.length === 0) return none;
  const sorted = rules.toSorted(byStrength);
  return { rules: sorted, key: sorted.map(({ index }) => index).join() };
}

/** What selectors read of elements: what attributes say, whether they are there, and the ids that they name. */
function readOf(rules: readonly StyleRule[]) {
  // Rules are looked up by classes and ids.
  const values = new Set(["class"]);
  const presences = new Set<string>();
  const ids = new Set<string>();
  for (const { key, read } of rules) {
    if (key.startsWith("#")) ids.add(key.slice(1));
    for (const [name, asked] of read) {
      if (name.startsWith("#")) ids.add(name.slice(1));
      else (asked === "value" ? values : presences).add(name);
    }
  }
  return { values, presences, ids };
}

/** Rules by what they are of, elements (undefined) or a pseudo-element. */
function indexRules(userAgent: CompiledStylesheet, author: readonly CompiledStylesheet[]) {
  const byPseudo = new Map<PseudoElement | undefined, KeyedRules>();
  let index = 0;
  const rankOf = rankLayers(author.flatMap(({ layers }, sheet) => layers.map((path) => layerInSheet(sheet, path))));
  for (const [origin, sheet] of [userAgent, ...author].entries()) {
    for (const rule of sheet.rules) {
      const keyed: KeyedRules = byPseudo.get(rule.pseudo) ?? { byKey: new Map(), classes: new Set(), ids: new Set() };
      byPseudo.set(rule.pseudo, keyed);
      const list = keyed.byKey.get(rule.key) ?? [];
      const rank = origin === 0 ? 0 : rankOf(layerInSheet(origin - 1, rule.layer));
      list.push({ ...rule, index, origin: origin === 0 ? 0 : 1, rank });
      keyed.byKey.set(rule.key, list);
      if (rule.key.startsWith(".")) keyed.classes.add(rule.key.slice(1));
      if (rule.key.startsWith("#")) keyed.ids.add(rule.key.slice(1));
      index += 1;
    }
  }
  return byPseudo;
}
