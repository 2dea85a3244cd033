import type { Instant } from '../kernel/clock.js'
import { lookUpMailLanguage, mailLanguages, type MailLanguage } from './mail-words/mail-languages.js'
import type { MailWords } from './mail-words/mail-words.js'

/** Why a mail is written. */
export const mailOccasions = ['activation', 'recovery', 'enrolment', 'reset_code', 'factor_added', 'factor_removed', 'factors_reset', 'password_changed', 'password_reset', 'password_removed', 'email_changed', 'secret_code_changed'] as const

/** Why a mail is written: to bring a link or a code, or to give notice of a change. */
export type MailOccasion = (typeof mailOccasions)[number]

/** What a mail is about. */
export interface MailContent {
  readonly occasion: MailOccasion
  readonly person: { readonly displayName: string; readonly userName: string }
  /** The name of the person's organization. */
  readonly organization: string
  /** When it happened or was asked for. */
  readonly at: Instant
  /** Where the button leads: the secret of an activation, recovery or enrolment; of a reset code the page where it is entered. Notices show none: a link in them is what a forger would send. */
  readonly link?: string
  /** Of `reset_code`. */
  readonly code?: string
  /** When the link or code ends. */
  readonly expiresAt?: Instant
  /** The name of the authenticator that was added or removed. */
  readonly factor?: string
  /** The addresses before and after `email_changed`; whoever reads the former mailbox reads both. */
  readonly former?: string
  readonly present?: string
}

/** How the host's mails look. */
export interface MailBrand {
  /** The portal's name, as people know it. */
  readonly name: string
  /** Of the button: `#rgb` or `#rrggbb`. Anything else counts as left out. Default: `#2f60d8`. */
  readonly colour?: string
  /** An `https:` address, or one at `http://localhost`; anything else is left out. At least 64 pixels high, and no SVG, which Gmail and Outlook do not show. */
  readonly logoUrl?: string
  /** What the law or the house wants below every mail, at most ten lines. */
  readonly footer?: string
  /** Whom to ask: an address, a telephone number or a page. Without it, mails point to the administrators of the organization. */
  readonly contact?: string
}

/** A mail's texts. Both parts carry the same facts. */
export interface MailTexts {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * The host's own way of writing some of the mails. Content and brand arrive as one-line texts without control characters, **not** escaped for HTML.
 * The language is the person's own tag, such as `pt-BR`, which may be one that Rosterkit does not write; `en` when unknown.
 */
export type MailTemplates = { readonly [O in MailOccasion]?: (content: MailContent, brand: MailBrand, language: string) => MailTexts }

/**
 * Writes a mail in the person's language, or in English. The subject is one line of at most 150 characters and, like the preview line, tells no secret.
 * Names and all else from outside are shown as plain text, whatever they contain; the only thing that the HTML loads is the brand's logo.
 * Throws when a link or code is missing or the link is none of http(s): the caller's mistake.
 * Limit: a mail program may itself make a link of a name such as `portal.example`; names are cut at 120 characters to leave no room for a message.
 */
export function composeMail(content: MailContent, { language, brand, templates }: { readonly language: string | null; readonly brand: MailBrand; readonly templates?: MailTemplates }): MailTexts & { readonly language: string } {
  const plain = plainContent(content)
  const look = plainBrand(brand)
  const own = templates?.[content.occasion]
  if (own) {
    const tag = canonicalTag(language)
    const { subject, text, html: markup } = own(plain, look, tag)
    return { subject: plainLine(subject, 150), text, html: markup, language: tag }
  }
  const written = lookUpMailLanguage(language)
  const letter = letterOf(plain, look, mailLanguages[written])
  return { subject: letter.subject, text: textOf(letter, look), html: htmlOf(letter, look, written), language: written }
}

/* ---- What comes from outside ---- */

const brings = {
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

function plainContent({ link, code, factor, former, present, ...content }: MailContent): MailContent {
  const kind = brings[content.occasion]
  // The messages name no value: a link and a code are secrets, and messages end in logs.
  if (kind === 'link' && !isWebLink(link)) throw new Error(`A mail of “${content.occasion}” needs an http or https link without spaces, quotes or invisible characters.`)
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

function plainBrand({ name, colour, logoUrl, footer, contact }: MailBrand): MailBrand {
  const logo = logoUrl === undefined ? null : safeLogo(logoUrl)
  const below = (footer ?? '').split(/[\r\n\u2028\u2029]+/).map((text) => plainLine(text, 300)).filter(Boolean).slice(0, 10).join('\n')
  const whom = plainLine(contact ?? '', 300)
  return {
    name: plainLine(name, 60),
    ...(colour !== undefined && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour) ? { colour } : {}),
    ...(logo ? { logoUrl: logo } : {}),
    ...(below ? { footer: below } : {}),
    ...(whom ? { contact: whom } : {}),
  }
}

// Controls, bidirectional embeddings, overrides and isolates, and characters that show nothing. Joiners and plain direction marks stay: names in Persian, Hindi and Hebrew need them.
const unseen = /[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** One line without what is unseen, cut to so many UTF-16 units; the last is an ellipsis then. */
function plainLine(text: string, max: number): string {
  const line = text.toWellFormed().replaceAll(/\s+/gu, ' ').replaceAll(unseen, '').trim()
  if (line.length <= max) return line
  // A cut through a pair of surrogates leaves half a character, which has no place in UTF-8.
  return `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`
}

const isWebLink = (link: string | undefined): link is string => link !== undefined && /^https?:\/\/[^\s\p{Cc}\p{Cf}"<>\\]+$/iu.test(link) && URL.canParse(link)

function safeLogo(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, href } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost') ? href : null
}

function canonicalTag(tag: string | null): string {
  try {
    return Intl.getCanonicalLocales(tag ?? 'en')[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/* ---- What the mail says ---- */

/** A sentence whose names are still apart from its words, because each part sets them off in its own way. */
interface Sentence {
  readonly words: string
  readonly names: Readonly<Record<string, string>>
}

interface Letter {
  readonly words: MailWords
  readonly subject: string
  readonly title: string
  readonly greeting: Sentence
  readonly happened: Sentence
  readonly next: string | null
  readonly link: { readonly href: string; readonly button: string } | null
  readonly code: string | null
  readonly ends: Sentence | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly closing: readonly Sentence[]
}

function letterOf(content: MailContent, brand: MailBrand, words: MailWords): Letter {
  const { occasion, person, link, code, expiresAt } = content
  const said: { readonly title: string; readonly happened: string; readonly next?: string; readonly button?: string } = words.occasions[occasion]
  const kind = brings[occasion]
  const names = {
    brand: brand.name,
    person: person.displayName,
    ...(brand.contact === undefined ? {} : { contact: brand.contact }),
    ...(expiresAt === undefined ? {} : { expiresAt: writtenInstant(expiresAt, words) }),
  }
  const whom = brand.contact === undefined ? 'noContact' : 'contact'
  const closing = kind === 'notice' ? [words.unexpected[whom], words.expected] : kind === 'code' ? [words.keepCodeSecret, words.unasked[whom]] : [words.unasked[whom]]
  const { labels } = words
  const facts: readonly (readonly [string, string | undefined])[] = [
    [labels.userName, person.userName],
    [labels.organization, content.organization],
    [labels.factor, content.factor],
    [labels.former, content.former],
    [labels.present, content.present],
    [kind === 'notice' ? labels.at : labels.requestedAt, writtenInstant(content.at, words)],
  ]
  return {
    words,
    subject: plainLine(inText({ words: words.subject, names: { title: said.title, brand: brand.name } }, null), 150),
    title: said.title,
    greeting: { words: words.greeting, names },
    happened: { words: said.happened, names },
    next: said.next ?? null,
    link: link !== undefined && said.button !== undefined ? { href: link, button: said.button } : null,
    code: code ?? null,
    ends: expiresAt === undefined || kind === 'notice' ? null : { words: kind === 'code' ? words.codeEnds : words.linkEnds, names },
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    closing: closing.map((sentence) => ({ words: sentence, names })),
  }
}

function writtenInstant(at: Instant, { dateLocale }: MailWords): string {
  const format = new Intl.DateTimeFormat(dateLocale, { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC', timeZoneName: 'short' })
  // No break between a day and its month or an hour and its zone; breaks elsewhere, because a telephone's column is narrow.
  return format.format(new Date(at)).replaceAll(/(?<=\d) | (?=UTC)/g, '\u00A0')
}

/** The words and, at odd places, the names between them; a brace in a name is never read again. */
const piecesOf = ({ words, names }: Sentence): readonly string[] => words.split(/\{(\w+)\}/).map((piece, place) => (place % 2 === 0 ? piece : (names[piece] ?? '')))

/* ---- The text part ---- */

function textOf(letter: Letter, brand: MailBrand): string {
  const { words, link, code, ends } = letter
  const { direction } = words
  const paragraphs = [
    letter.title,
    inText(letter.greeting, direction),
    [inText(letter.happened, direction), letter.next].filter(Boolean).join('\n'),
    code,
    link?.href,
    ends && inText(ends, direction),
    letter.facts.map(({ label, value }) => `${label}${words.separator}${isolated(value, direction)}`).join('\n'),
    ...letter.closing.map((sentence) => inText(sentence, direction)),
    [brand.name, brand.footer].filter(Boolean).join('\n'),
  ]
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`
}

/** @param direction Of the words around; null for a subject, where isolates would show as boxes in some mail programs. */
const inText = (sentence: Sentence, direction: MailWords['direction'] | null): string =>
  piecesOf(sentence)
    .map((piece, place) => (place % 2 === 0 || direction === null ? piece : isolated(piece, direction)))
    .join('')

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Within U+2068 and U+2069 only where directions mix (UAX #9), and never around a plain username or address: people copy it, and a sign-in form refuses the invisible. */
function isolated(value: string, direction: MailWords['direction']): string {
  const fits = direction === 'ltr' ? !rightToLeft.test(value) : /^[\p{Script=Arabic}\s]*$/u.test(value) || /^[A-Za-z0-9](?:[\x21-\x7E]*[A-Za-z0-9])?$/.test(value)
  return fits ? value : `\u2068${value}\u2069`
}

/* ---- The HTML part ---- */

class Markup {
  constructor(readonly source: string) {}
}

/** HTML in which everything filled in is escaped, but for what is HTML already. */
function html(strings: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[] | null)[]): Markup {
  const filled = values.map((value) => (value === null ? '' : typeof value === 'string' ? escaped(value) : value instanceof Markup ? value.source : value.map(({ source }) => source).join('')))
  return new Markup(strings.map((string, place) => `${string}${filled[place] ?? ''}`).join(''))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"'`]/g, (character) => entities[character] ?? '')

const inHtml = (sentence: Sentence, shown = (name: string) => html`<bdi>${name}</bdi>`): Markup => html`${piecesOf(sentence).map((piece, place) => (place % 2 === 0 ? html`${piece}` : shown(piece)))}`
const inBold = (name: string): Markup => html`<strong style="font-weight:600"><bdi>${name}</bdi></strong>`

const ink = '#171a1f'
const quiet = '#5e6875'
const fonts = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif"

// Tables and inline styles, because Outlook on Windows lays out with Word and Gmail drops what it does not know; the block in the head only adapts.
function htmlOf(letter: Letter, brand: MailBrand, language: MailLanguage): string {
  const { words, link, code, ends } = letter
  const { direction } = words
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const paragraph = (content: Markup | string, style = '') => html`<p class="rk-ink" style="margin:0 0 16px;font-size:16px;line-height:24px;color:${ink};${style}">${content}</p>
`
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${letter.subject}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .rk-page { padding: 12px 8px !important; }
  .rk-card { padding: 24px 20px !important; }
  .rk-foot { padding: 16px 20px !important; }
}
@media (prefers-color-scheme: dark) {
  .rk-ground { background-color: #131518 !important; }
  .rk-card { background-color: #1b1e23 !important; border-color: #2b3037 !important; }
  .rk-ink { color: #eceef1 !important; }
  .rk-quiet { color: #b4bbc5 !important; }
  .rk-rule { border-color: #2b3037 !important; }
  .rk-code { background-color: #282d34 !important; }
  .rk-logo { background-color: #ffffff !important; padding: 8px 12px !important; border-radius: 6px !important; }
}
</style>
</head>
<body class="rk-ground" style="margin:0;padding:0;background-color:#f1f3f5">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${inHtml(letter.happened)}</div>
<table role="presentation" lang="${language}" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="rk-ground rk-page" align="center" bgcolor="#f1f3f5" style="padding:32px 16px;background-color:#f1f3f5;${fonts}">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td class="rk-card" align="${start}" bgcolor="#ffffff" style="padding:32px;background-color:#ffffff;border:1px solid #e4e7eb;border-radius:8px;text-align:${start};${fonts}">
${headOf(brand)}<h1 class="rk-ink" style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600;color:${ink}">${letter.title}</h1>
${paragraph(inHtml(letter.greeting))}${paragraph(inHtml(letter.happened))}${letter.next && paragraph(letter.next)}${code === null ? null : html`<p class="rk-ink rk-code" dir="ltr" style="margin:0 0 16px;padding:16px;background-color:#f1f3f5;border-radius:6px;font-family:Consolas,Menlo,'Courier New',monospace;font-size:24px;line-height:32px;letter-spacing:2px;text-align:center;word-break:break-word;color:${ink}">${code}</p>
`}${link && buttonOf(link, brand, start)}${ends && paragraph(inHtml(ends))}${link && html`<p class="rk-quiet" style="margin:0 0 24px;font-size:13px;line-height:20px;color:${quiet}">${words.copyLink}<br><a class="rk-quiet" dir="ltr" href="${link.href}" style="color:${quiet};text-decoration:underline;word-break:break-all">${link.href}</a></p>
`}<table dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;border-collapse:collapse">
${letter.facts.map(({ label, value }) => html`<tr><th class="rk-quiet rk-rule" scope="row" width="34%" align="${start}" valign="top" style="padding:8px 0;padding-${end}:16px;border-bottom:1px solid #e4e7eb;font-size:14px;line-height:20px;font-weight:400;text-align:${start};color:${quiet}">${label}</th><td class="rk-ink rk-rule" align="${start}" valign="top" style="padding:8px 0;border-bottom:1px solid #e4e7eb;font-size:14px;line-height:20px;text-align:${start};word-break:break-word;overflow-wrap:anywhere;color:${ink}"><bdi>${value}</bdi></td></tr>
`)}</table>
${letter.closing.map((sentence, place) => paragraph(inHtml(sentence, inBold), place === letter.closing.length - 1 ? 'margin-bottom:0' : ''))}</td></tr>
<tr><td class="rk-quiet rk-foot" align="${start}" style="padding:16px 32px;font-size:13px;line-height:20px;text-align:${start};color:${quiet};${fonts}"><bdi>${brand.name}</bdi>${(brand.footer ?? '').split('\n').map((text) => (text ? html`<br><bdi>${text}</bdi>` : html``))}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`.source
}

function headOf({ name, logoUrl }: MailBrand): Markup {
  // The plate that `rk-logo` gets in the dark: a logo is drawn for white paper. Its colour stays ink, for the name that stands in until the picture loads.
  if (logoUrl !== undefined) return html`<div style="margin:0 0 24px"><span class="rk-logo" style="display:inline-block"><img src="${logoUrl}" alt="${name}" height="32" style="display:block;height:32px;max-width:240px;border:0;font-size:16px;line-height:32px;font-weight:600;color:${ink}"></span></div>
`
  return html`<p class="rk-quiet" style="margin:0 0 24px;font-size:14px;line-height:20px;font-weight:600;color:${quiet}"><bdi>${name}</bdi></p>
`
}

function buttonOf({ href, button }: { readonly href: string; readonly button: string }, { colour = '#2f60d8' }: MailBrand, start: string): Markup {
  const ground = luminance(colour)
  // Black or white, whichever stands out more: at least 4.58 : 1 on any colour (WCAG 2.2, relative luminance).
  const label = contrast(ground, 1) >= contrast(ground, 0) ? '#ffffff' : '#000000'
  // A button as pale as the paper, or as dark as the dark one, gets an edge that shows on both.
  const edge = contrast(ground, 1) < 1.3 || contrast(ground, luminance('#1b1e23')) < 1.3 ? '#858e9b' : colour
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px">
<tr><td align="${start}" bgcolor="${colour}" style="background-color:${colour};border:1px solid ${edge};border-radius:6px;mso-padding-alt:12px 20px"><a href="${href}" style="display:inline-block;padding:11px 20px;font-size:16px;line-height:20px;font-weight:600;text-decoration:none;color:${label}">${button}</a></td></tr>
</table>
`
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? Array.from(colour.slice(1), (digit) => digit + digit) : [colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)]
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
