import { reasons, refuse } from './refused.js'

/**
 * What CBOR of a security key may hold. Floating-point numbers are read over: nothing here asks for
 * one.
 */
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | Uint8Array
  | readonly CborValue[]
  | CborMap
/** A map; its keys are whole numbers or text. */
export type CborMap = ReadonlyMap<number | string, CborValue>

// Deeper than any attestation statement or extension is.
const deepest = 8

/**
 * Reads the one CBOR value that begins at `from`, and says where it ends. Takes the form that
 * WebAuthn prescribes (CTAP2 canonical: lengths known beforehand and written as shortly as can be,
 * no tags, no key twice) and refuses every other: what two readers can read in two ways is an
 * attack waiting for them. The order of keys is not judged.
 */
export function readCbor(
  bytes: Uint8Array,
  from = 0,
): { readonly value: CborValue; readonly end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let position = from
  const value = item(deepest)
  return { value, end: position }

  function item(depthLeft: number): CborValue {
    if (depthLeft === 0) refuse(reasons.malformed)
    const first = take(1)[0]!
    const major = first >> 5
    const detail = first & 31
    if (major === 7) return simple(detail)
    const argument = argumentOf(detail)
    if (major === 0) return argument
    if (major === 1) return typeof argument === 'bigint' ? -1n - argument : -1 - argument
    if (typeof argument === 'bigint') return refuse(reasons.malformed)
    switch (major) {
      case 2:
        return take(argument)
      case 3:
        return text(take(argument))
      case 4:
        return Array.from({ length: count(argument) }, () => item(depthLeft - 1))
      case 5:
        return map(count(argument), depthLeft - 1)
      default:
        return refuse(reasons.malformed)
    }
  }

  function map(size: number, depthLeft: number): CborMap {
    const entries = new Map<number | string, CborValue>()
    for (let index = 0; index < size; index++) {
      const key = item(depthLeft)
      if ((typeof key !== 'number' && typeof key !== 'string') || entries.has(key))
        refuse(reasons.malformed)
      entries.set(key, item(depthLeft))
    }
    return entries
  }

  function argumentOf(detail: number): number | bigint {
    if (detail < 24) return detail
    if (detail > 27) return refuse(reasons.malformed)
    const size = 2 ** (detail - 24)
    const at = position
    take(size)
    const value =
      size === 1
        ? view.getUint8(at)
        : size === 2
          ? view.getUint16(at)
          : size === 4
            ? view.getUint32(at)
            : view.getBigUint64(at)
    const smallest = [24, 0x100, 0x1_0000, 0x1_0000_0000][detail - 24]!
    if (value < smallest) refuse(reasons.malformed)
    return typeof value === 'bigint' && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
  }

  function simple(detail: number): CborValue {
    if (detail === 20 || detail === 21) return detail === 21
    if (detail === 22 || detail === 23) return null
    if (detail < 25 || detail > 27) return refuse(reasons.malformed)
    take(2 ** (detail - 24))
    return null
  }

  /** Every element takes at least a byte, so a list cannot be longer than what is left. */
  function count(announced: number): number {
    return announced <= bytes.length - position ? announced : refuse(reasons.malformed)
  }

  function take(size: number): Uint8Array {
    if (size > bytes.length - position) refuse(reasons.malformed)
    return bytes.subarray(position, (position += size))
  }
}

/** Reads bytes that are one CBOR value and nothing after it. */
export function readWholeCbor(bytes: Uint8Array): CborValue {
  const { value, end } = readCbor(bytes)
  return end === bytes.length ? value : refuse(reasons.malformed)
}

/** Whether a value is a map. */
export function isCborMap(value: CborValue | undefined): value is CborMap {
  return value instanceof Map
}

function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse(reasons.malformed)
  }
}
