import type { MailBrand, MailContent, MailOccasion } from './mail-content.js'

/** What each mail brings. */
export const brings = {
  activation: 'link',
  recovery: 'link',
  enrolment: 'link',
  reset_code: 'code',
  factor_added: 'notice',
  factor_removed: 'notice',
  factors_reset: 'notice',
  password_changed: 'notice',
  password_reset: 'notice',
  password_removed: 'notice',
  email_changed: 'notice',
  secret_code_changed: 'notice',
} as const satisfies Record<MailOccasion, 'link' | 'code' | 'notice'>

/**
 * The content with every text on one line, without what is unseen; throws where a link or code is
 * missing.
 */
export function plainContent({
  link,
  code,
  factor,
  former,
  present,
  ...content
}: MailContent): MailContent {
  const kind = brings[content.occasion]
  // The messages name no value: a link and a code are secrets, and messages end in logs.
  if (kind === 'link' && !isWebLink(link))
    throw new Error(
      `A mail of “${content.occasion}” needs an http or https link without spaces, quotes or invisible characters.`,
    )
  if (kind === 'code' && !code) throw new Error(`A mail of “${content.occasion}” needs a code.`)
  const userName = plainLine(content.person.userName, 256)
  return {
    ...content,
    person: { displayName: plainLine(content.person.displayName, 120) || userName, userName },
    organization: plainLine(content.organization, 120),
    ...(kind !== 'notice' && isWebLink(link) ? { link } : {}),
    ...(kind === 'code' && code ? { code: plainLine(code, 64) } : {}),
    ...(factor ? { factor: plainLine(factor, 120) } : {}),
    ...(former ? { former: plainLine(former, 320) } : {}),
    ...(present ? { present: plainLine(present, 320) } : {}),
  }
}

/** The brand as far as an email can show it. */
export function plainBrand({ name, colour, logoUrl, footer, contact }: MailBrand): MailBrand {
  const logo = logoUrl === undefined ? null : safeLogo(logoUrl)
  const below = (footer ?? '')
    .split(/[\r\n\u2028\u2029]+/)
    .map((text) => plainLine(text, 300))
    .filter(Boolean)
    .slice(0, 10)
    .join('\n')
  const whom = plainLine(contact ?? '', 300)
  return {
    name: plainLine(name, 60),
    ...(colour !== undefined && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour) ? { colour } : {}),
    ...(logo ? { logoUrl: logo } : {}),
    ...(below ? { footer: below } : {}),
    ...(whom ? { contact: whom } : {}),
  }
}

// Controls, bidirectional embeddings, overrides and isolates, and characters that show nothing.
// Joiners and plain direction marks stay: names in Persian, Hindi and Hebrew need them.
const unseen =
  /[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** One line without what is unseen, cut to so many UTF-16 units; the last is an ellipsis then. */
export function plainLine(text: string, max: number): string {
  const line = text.toWellFormed().replaceAll(/\s+/gu, ' ').replaceAll(unseen, '').trim()
  if (line.length <= max) return line
  // A cut through a pair of surrogates leaves half a character, which has no place in UTF-8.
  return `${line
    .slice(0, max - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}

const isWebLink = (link: string | undefined): link is string =>
  link !== undefined && /^https?:\/\/[^\s\p{Cc}\p{Cf}"<>\\]+$/iu.test(link) && URL.canParse(link)

function safeLogo(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, href } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost') ? href : null
}

/** The language tag in canonical form; `en` for an invalid one. */
export function canonicalTag(tag: string | null): string {
  try {
    return Intl.getCanonicalLocales(tag ?? 'en')[0] ?? 'en'
  } catch {
    return 'en'
  }
}
