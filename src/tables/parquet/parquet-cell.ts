import type { SheetCell } from "../sheet.ts";
import { dayCell, decimalCell, integerCell, singleCell, timestampCell, timeText } from "../typed-cells.ts";

/** What is used of an element of a Parquet schema. */
export interface ParquetElement {
  readonly name: string;
  readonly type?: string;
  readonly repetition_type?: string;
  readonly num_children?: number;
  readonly converted_type?: string;
  readonly logical_type?: {
    readonly type: string;
    readonly bitWidth?: number;
    readonly isSigned?: boolean;
    readonly isAdjustedToUTC?: boolean;
    readonly unit?: string;
    readonly scale?: number;
  };
  readonly scale?: number;
}

/** A value as it is stored: no logical type has been looked at. */
export type ParquetValue = number | bigint | boolean | string | Uint8Array;

/** Turns the values of a column into cells; a text says what is wrong with one. */
export type ParquetCellReader = (value: ParquetValue) => { readonly cell: SheetCell } | string;

/** What a column of a type that no table has is. */
const refused: ReadonlySet<string> = new Set(["BSON", "INTERVAL", "GEOMETRY", "GEOGRAPHY", "VARIANT", "FILE"]);

/** Undefined for a type that is no cell. Types as apache/parquet-format, LogicalTypes.md, has them. */
export function createParquetCellReader(element: ParquetElement): ParquetCellReader | undefined {
  const { type, converted_type: converted = "", logical_type: logical } = element;
  const kind = logical?.type ?? converted;
  if (refused.has(kind)) return undefined;
  if (kind === "DECIMAL") {
    const scale = element.scale ?? logical?.scale ?? 0;
    return (value) => ({ cell: decimalCell(unscaledOf(value), scale) });
  }
  if (kind === "DATE") return (value) => dated(dayCell(Number(value)), value);
  if (kind.startsWith("TIMESTAMP")) {
    const factor = nanosOf(logical?.unit ?? converted);
    // The older annotation says that all are moments.
    const isInstant = logical ? logical.isAdjustedToUTC === true : true;
    return (value) => dated(timestampCell(BigInt(value as number) * factor, isInstant), value);
  }
  if (type === "INT96") return (value) => dated(timestampCell(BigInt(value as bigint), false), value);
  if (kind.startsWith("TIME")) {
    const factor = nanosOf(logical?.unit ?? converted);
    return (value) => ({ cell: timeText(BigInt(value as number) * factor) });
  }
  switch (type) {
    case "BOOLEAN":
      return (value) => ({ cell: Boolean(value) });
    case "INT32":
    case "INT64":
      return integerReader(element);
    case "FLOAT":
      return (value) => ({ cell: singleCell(Number(value)) });
    case "DOUBLE":
      return (value) => ({ cell: Number(value) });
    case "BYTE_ARRAY":
      return textReader;
    case "FIXED_LEN_BYTE_ARRAY":
      if (kind === "UUID") return (value) => ({ cell: uuidText(value as Uint8Array) });
      return kind === "FLOAT16" ? (value) => ({ cell: halfOf(value as Uint8Array) }) : undefined;
    default:
      return undefined;
  }
}

const dated = (cell: SheetCell | undefined, value: ParquetValue) =>
  cell === undefined ? `${value} is no day of the years 0 to 9999` : { cell };

/** By a unit, or the older annotation that has it in its name. */
function nanosOf(unit: string): bigint {
  if (unit.endsWith("MILLIS")) return 1_000_000n;
  return unit.endsWith("MICROS") ? 1000n : 1n;
}

function integerReader({ type, converted_type = "", logical_type }: ParquetElement): ParquetCellReader {
  const isUnsigned = converted_type.startsWith("UINT") || logical_type?.isSigned === false;
  if (!isUnsigned) return (value) => ({ cell: integerCell(value as number | bigint) });
  const bits = type === "INT64" ? 64 : 32;
  return (value) => ({ cell: integerCell(BigInt.asUintN(bits, BigInt(value as number))) });
}

const decoder = new TextDecoder("utf-8", { fatal: true });

const textReader: ParquetCellReader = (value) => {
  if (!(value instanceof Uint8Array)) return { cell: String(value) };
  try {
    return { cell: decoder.decode(value) };
  } catch {
    return `${value.length} bytes are no text in UTF-8`;
  }
};

/** Two's complement, the highest byte first; or a number. */
function unscaledOf(value: ParquetValue): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number);
  const hex = Buffer.from(value).toString("hex");
  return hex === "" ? 0n : BigInt.asIntN(value.length * 8, BigInt(`0x${hex}`));
}

const uuidText = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.*)$/u, "$1-$2-$3-$4-$5");

/** A number of half precision, IEEE 754 binary16, the lowest byte first. */
function halfOf([low = 0, high = 0]: Uint8Array): number {
  const sign = high >> 7 ? -1 : 1;
  const exponent = (high >> 2) & 0x1f;
  const fraction = ((high & 3) << 8) | low;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? (sign * fraction) / 2 ** 24 : sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
