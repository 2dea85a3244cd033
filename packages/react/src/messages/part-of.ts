type Load<Part> = () => Promise<Part>

const loaded = new Map<Load<unknown>, unknown>()
const loading = new Map<Load<unknown>, Promise<void>>()

/** Fetches a part of a language once; a failed fetch is tried again by whoever asks next. */
export function loadPart(load: Load<unknown>): Promise<void> {
  let under = loading.get(load)
  if (!under) {
    under = load()
      .then((part) => void loaded.set(load, part))
      .finally(() => loading.delete(load))
    loading.set(load, under)
  }
  return under
}

/**
 * A part of a language; while it comes, the nearest `Suspense` waits, which is that of the part of
 * code that asks.
 */
export function partOf<Part>(load: Load<Part>): Part {
  const part = loaded.get(load)
  // React waits for a promise that is thrown while rendering; `use` would need React 19.
  if (part === undefined) throw loadPart(load)
  return part as Part
}
