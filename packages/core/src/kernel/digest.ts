/** What Node's own cryptography is used for here. */
interface NodeCrypto {
  createHash(algorithm: 'sha256'): {
    update(text: string): { digest(): Uint8Array<ArrayBuffer>; digest(encoding: 'hex'): string }
  }
  createHmac(
    algorithm: 'sha256',
    key: Uint8Array,
  ): { update(text: string): { digest(): Uint8Array<ArrayBuffer> } }
  timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean
}

/**
 * Node's own, if available. Both give the same result, but Web Crypto uses another thread, which
 * takes longer than everything else in a page or a command, while Node's answers immediately.
 * Looked up by name instead of imported, because this also runs in browsers.
 */
function nodeCrypto(): NodeCrypto | undefined {
  return (
    globalThis as { process?: { getBuiltinModule?: (name: string) => NodeCrypto | undefined } }
  ).process?.getBuiltinModule?.('node:crypto')
}

const encoder = new TextEncoder()

/** SHA-256 of a text in UTF-8, in hex. */
export async function sha256Hex(text: string, node = nodeCrypto()): Promise<string> {
  if (node) return node.createHash('sha256').update(text).digest('hex')
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A secret that signs texts with HMAC-SHA-256. */
export interface SigningKey {
  sign(text: string): Promise<Uint8Array>
  /** Takes the same time whatever the signature. */
  verify(text: string, signature: Uint8Array<ArrayBuffer>): Promise<boolean>
}

/** Makes a key of secret bytes. */
export async function signingKey(
  secret: Uint8Array<ArrayBuffer>,
  node = nodeCrypto(),
): Promise<SigningKey> {
  if (node) {
    const sign = (text: string) => node.createHmac('sha256', secret).update(text).digest()
    return {
      sign: async (text) => sign(text),
      verify: async (text, signature) =>
        signature.length === 32 && node.timingSafeEqual(sign(text), signature),
    }
  }
  const key = await crypto.subtle.importKey(
    'raw',
    secret,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )
  return {
    sign: async (text) =>
      new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))),
    verify: (text, signature) => crypto.subtle.verify('HMAC', key, signature, encoder.encode(text)),
  }
}
