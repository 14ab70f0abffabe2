import { InvalidArgumentError } from "commander";
import type { OutputFormat } from "../briefing/index.ts";
import type { Shard } from "./build-options.ts";

/** What a briefing is written as. */
export const outputFormats = ["pdf", "html"] as const satisfies readonly OutputFormat[];

/** Collects a repeated `name=value` option. The value may hold `=` itself. */
export function parseAssignment(
  text: string,
  previous: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const at = text.indexOf("=");
  const name = text.slice(0, at).trim();
  const value = text.slice(at + 1);
  if (at < 0 || name === "" || value === "") throw new InvalidArgumentError("Write it as name=value.");
  if (previous && name in previous) throw new InvalidArgumentError(`"${name}" is given twice.`);
  return { ...previous, [name]: value };
}

/** A day, `2024-03-31`, as midnight UTC. */
export function parseDay(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError("Write a day as YYYY-MM-DD.");
  return date;
}

/** What an option of a list has, or has in addition where it is repeated: words of these, of which all are its default. */
export function parseList<Word extends string>(known: readonly Word[]) {
  return (text: string, previous: readonly Word[] = known): readonly Word[] => {
    const words = text.split(",").map((word) => word.trim());
    const unknown = words.filter((word) => !known.includes(word as Word));
    if (unknown.length > 0)
      throw new InvalidArgumentError(`There is no "${unknown.join(", ")}": use ${known.join(", ")}.`);
    return [...new Set([...(previous === known ? [] : previous), ...words])] as Word[];
  };
}

/** A comma-separated list of names, none of them empty; with those before where it is repeated. */
export function parseNames(text: string, previous: readonly string[] = []): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("Write names with a comma between: kent,essex.");
  return [...previous, ...names];
}

/** A width in CSS px. */
export function parseWidth(text: string): number {
  const width = Number(text);
  if (!(width > 0 && width <= 10_000)) throw new InvalidArgumentError("Write a number of pixels, such as 640.");
  return width;
}

/** A whole number, one or more. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("Write a whole number, 1 or more.");
  return count;
}

/** A worker takes some 100 MB: more than this was meant for something else. */
const mostJobs = 256;

/** How many workers there are to be. */
export function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!(Number.isInteger(jobs) && jobs >= 1 && jobs <= mostJobs))
    throw new InvalidArgumentError(`Write a whole number from 1 to ${mostJobs}.`);
  return jobs;
}

/** The number of a port of TCP. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("Write a number up to 65535; 0 is any that is free.");
  return port;
}

/** A length of time, more than none. */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds < Infinity)) throw new InvalidArgumentError("Write a number of seconds, such as 60.");
  return seconds;
}

/** One of so many parts: `2/3`. */
export function parseShard(text: string): Shard {
  const [, number = Number.NaN, of = Number.NaN] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (!(number >= 1 && number <= of)) throw new InvalidArgumentError("Write which of how many: 1/3, 2/3 or 3/3.");
  return { number, of };
}

/** So many areas in so many seconds: `100/60`; without seconds, in one. */
export function parseRate(text: string): { readonly areas: number; readonly seconds: number } {
  const [, areas = Number.NaN, seconds = Number.NaN] = (/^(\d+)\/(\d+(?:\.\d+)?)$/.exec(text) ?? []).map(Number);
  if (!(areas >= 1 && seconds > 0)) throw new InvalidArgumentError("Write how many in how many seconds: 100/60.");
  return { areas, seconds };
}

/** `9464`, `0.0.0.0:9464`, `[::1]:9464`. */
export function parseAddress(text: string): { readonly host: string; readonly port: number } {
  const [, host = "127.0.0.1", port = ""] = /^(?:\[?(.+?)\]?:)?(\d+)$/.exec(text) ?? [];
  return { host, port: parsePort(port) };
}

/** Collects an option that is repeated. */
export const collect = (text: string, previous: readonly string[] = []): readonly string[] => [...previous, text];
