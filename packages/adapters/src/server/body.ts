import type { HttpProblemCode } from './problem.js'

const maxDepth = 32

/** Reads a request's JSON object within limits; a code when it is not one. An empty body reads as an empty object. */
export async function readJsonObject(request: Request, maxBytes: number): Promise<{ readonly value: Record<string, unknown> } | { readonly problem: HttpProblemCode }> {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > maxBytes) return { problem: 'payload_too_large' }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) return { problem: 'payload_too_large' }
    chunks.push(chunk)
  }
  if (size === 0) return { value: {} }
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) return { problem: 'unsupported_media_type' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(chunks as BlobPart[]).arrayBuffer())
    if (tooDeep(text)) return { problem: 'malformed_body' }
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { value: value as Record<string, unknown> } : { problem: 'malformed_body' }
  } catch {
    return { problem: 'malformed_body' }
  }
}

/** Whether JSON text nests deeper than the limit, found without parsing it: brackets inside strings do not count. */
function tooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      if (++depth > maxDepth) return true
    } else if (character === '}' || character === ']') depth--
  }
  return false
}
