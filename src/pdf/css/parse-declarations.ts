import { type CssNode, type Declaration as DeclarationNode, generate, lexer } from "css-tree";
import { type Diagnostics, didYouMean, type SourceLocation } from "../../diagnostics/index.ts";
import { keywordOf, locationOf, parseValue, type ValueNodes } from "../../stylesheet/index.ts";
import { type LogicalFields, logicalFieldsOf } from "./logical-properties.ts";
import { type Field, fieldOf, fields, properties } from "./properties/index.ts";
import type { Compute } from "./property.ts";
import { shorthandOf, shorthands } from "./shorthands/index.ts";
import { withoutEffect } from "./without-effect.ts";

/** A declaration ready for the cascade. */
export type Declaration =
  | { readonly kind: "longhand"; readonly field: Field; readonly value: DeclaredValue; readonly important: boolean }
  /** Of a side that the element's direction decides. */
  | {
      readonly kind: "logical";
      readonly fields: LogicalFields;
      readonly value: DeclaredValue;
      readonly important: boolean;
    }
  /** Holds var(): it can be parsed only where the custom properties are known. */
  | {
      readonly kind: "pending";
      readonly name: string;
      readonly text: string;
      readonly important: boolean;
      readonly at: SourceLocation;
    }
  | { readonly kind: "custom"; readonly name: string; readonly text: string; readonly important: boolean };

export type DeclaredValue = Compute<unknown> | "inherit" | "initial" | "unset";

/** Where to report, and what has been reported: each property once, at its first location. */
export interface DeclarationReport {
  readonly diagnostics: Diagnostics;
  readonly file: string | undefined;
  readonly reported: Set<string>;
}

/** Expands shorthands, compiles values, and reports what is not supported with its line and column. */
export function parseDeclaration(node: DeclarationNode, report: DeclarationReport): Declaration[] {
  const at: SourceLocation = { ...locationOf(node, report.file), field: node.property };
  const important = node.important !== false;
  if (node.property.startsWith("--")) {
    return [{ kind: "custom", name: node.property, text: generate(node.value).trim(), important }];
  }
  const name = node.property.toLowerCase();
  const text = node.value.type === "Raw" ? node.value.value : generate(node.value);
  if (/\bvar\(/i.test(text)) return [{ kind: "pending", name, text, important, at }];
  const nodes = node.value.type === "Value" ? node.value.children.toArray() : [];
  return declare({ name, nodes, text, important, at }, report);
}

/** Parses a value after var() has been replaced. */
export function parsePending(
  pending: { readonly name: string; readonly text: string; readonly important: boolean; readonly at: SourceLocation },
  report: DeclarationReport,
): Declaration[] {
  return declare({ ...pending, nodes: parseValue(pending.text) }, report);
}

interface Declared {
  readonly name: string;
  readonly nodes: ValueNodes;
  readonly text: string;
  readonly important: boolean;
  readonly at: SourceLocation;
}

function declare(declared: Declared, report: DeclarationReport): Declaration[] {
  const { name, nodes, important } = declared;
  const shorthand = shorthandOf(name);
  if (shorthand) {
    const wide = cssWideKeyword(nodes);
    const parts = wide ? {} : shorthand.expand(nodes);
    if (!parts) return unsupportedValue(declared, report);
    const names = shorthand.longhands.flatMap((longhand) => shorthandOf(longhand)?.longhands ?? [longhand]);
    if (wide) return names.flatMap((longhand) => longhandOf(longhand, wide, important));
    // A part may itself be a shorthand (an alias of one), with all that its own parts leave out.
    return shorthand.longhands.flatMap((longhand) => {
      const part = parts[longhand];
      return part
        ? declare({ ...declared, name: longhand, nodes: part }, report)
        : longhandOf(longhand, "initial", important);
    });
  }
  // Both sides of a logical property take the same values.
  const field = fieldOf(name) ?? logicalFieldsOf(name)?.ltr;
  if (!field) return unsupportedProperty(declared, report);
  const value = cssWideKeyword(nodes) ?? properties[field].parse(nodes);
  return value ? longhandOf(name, value, important) : unsupportedValue(declared, report);
}

/** What a declaration is that has no value in the end: as if it said `unset` (CSS Variables 1, 3.1). */
export function unsetDeclarations(name: string, important: boolean): Declaration[] {
  const longhands = shorthandOf(name)?.longhands;
  return longhands
    ? longhands.flatMap((longhand) => unsetDeclarations(longhand, important))
    : longhandOf(name, "unset", important);
}

function longhandOf(name: string, value: DeclaredValue, important: boolean): Declaration[] {
  const logical = logicalFieldsOf(name);
  if (logical) return [{ kind: "logical", fields: logical, value, important }];
  const field = fieldOf(name);
  return field ? [{ kind: "longhand", field, value, important }] : [];
}

function cssWideKeyword(nodes: ValueNodes): "inherit" | "initial" | "unset" | undefined {
  const keyword = keywordOf(nodes);
  if (keyword === "inherit" || keyword === "initial" || keyword === "unset") return keyword;
  return keyword === "revert" || keyword === "revert-layer" ? "unset" : undefined;
}

function unsupportedProperty(declared: Declared, { diagnostics, reported }: DeclarationReport): [] {
  const { name, at } = declared;
  if (withoutEffect.has(name) || name.startsWith("-") || reported.has(name) || asksForNothing(declared)) return [];
  reported.add(name);
  const known = [...fields.map((field) => properties[field].name), ...shorthands.map((shorthand) => shorthand.name)];
  diagnostics.warn({
    code: "unsupported-css-property",
    message: `The CSS property "${name}" is not supported in PDF.`,
    hint: isMistyped(name, known) ? didYouMean(name, known) : "It is left out.",
    source: at,
  });
  return [];
}

/** `box-shadow: none`, `position: static`: what is not there is not missed. */
const asksForNothing = ({ name, nodes }: Declared) =>
  ["none", "normal", "auto", "static"].includes(keywordOf(nodes) ?? "") && Boolean(lexer.getProperty(name, false));

/** A name one or two letters from a known one is more likely a slip than a property of a browser. */
const isMistyped = (name: string, known: readonly string[]) =>
  known.some(
    (candidate) => Math.abs(candidate.length - name.length) <= 1 && candidate.slice(0, 3) === name.slice(0, 3),
  ) && didYouMean(name, known).startsWith("Did you mean");

function unsupportedValue({ name, text, at }: Declared, { diagnostics, reported }: DeclarationReport): [] {
  const key = `${name}: ${text}`;
  // What is for one browser alone has another declaration beside it.
  if (reported.has(key) || /(?:^|[\s,(])-(?:webkit|moz|ms|o)-/i.test(text)) return [];
  reported.add(key);
  diagnostics.warn({
    code: "unsupported-css-value",
    message: `The value "${text.trim()}" of the CSS property "${at.field ?? name}" is not supported in PDF.`,
    hint: "The declaration is left out.",
    source: at,
  });
  return [];
}

/** Declarations of a `style` attribute or a margin box. */
export function compileDeclarations(nodes: Iterable<CssNode>, report: DeclarationReport): Declaration[] {
  const declarations: Declaration[] = [];
  for (const node of nodes) if (node.type === "Declaration") declarations.push(...parseDeclaration(node, report));
  return declarations;
}
