import { fromBase64Url, toBase64Url } from './base64url.js'

/**
 * Keeps what must be read again, such as the secret of an authenticator app, so that the database
 * alone does not tell it.
 */
export interface Seal {
  /**
   * AES-256-GCM with a fresh nonce; `about` says what it belongs to and must be the same when it is
   * opened.
   */
  close(text: string, about: string): Promise<string>
  /** The text; rejects if it was sealed with another key, for something else, or was changed. */
  open(sealed: string, about: string): Promise<string>
}

/**
 * A seal with a key that the host keeps outside the database.
 * @param key 32 random bytes in base64url. Throws for anything else.
 */
export function sealWith(key: string): Seal {
  const bytes = fromBase64Url(key)
  if (bytes?.length !== 32)
    throw new Error(
      'The sealing key must be 32 random bytes in base64url, such as `openssl rand -base64 32 | tr +/ -_ | tr -d =` prints.',
    )
  const imported = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const parameters = (iv: Uint8Array<ArrayBuffer>, about: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(about),
  })
  return {
    async close(text, about) {
      const nonce = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await crypto.subtle.encrypt(
        parameters(nonce, about),
        await imported,
        new TextEncoder().encode(text),
      )
      return `${toBase64Url(nonce)}.${toBase64Url(new Uint8Array(sealed))}`
    },
    async open(sealed, about) {
      const [nonce, body] = sealed.split('.').map((part) => fromBase64Url(part))
      if (!nonce || !body) throw new Error('What was sealed is damaged.')
      return new TextDecoder().decode(
        await crypto.subtle.decrypt(parameters(nonce, about), await imported, body),
      )
    },
  }
}
