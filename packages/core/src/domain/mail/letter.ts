import type { Instant } from '../../kernel/clock.js'
import type { MailBrand, MailContent } from './mail-content.js'
import type { MailWords } from './mail-words/mail-words.js'
import { brings, plainLine } from './plain-mail.js'
import { inText, type Sentence } from './sentence.js'

/** What an email says, before it is text or HTML. */
export interface Letter {
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

/** The words and facts of an email, in the order in which both parts show them. */
export function letterOf(content: MailContent, brand: MailBrand, words: MailWords): Letter {
  const { occasion, person, link, code, expiresAt } = content
  const texts: {
    readonly title: string
    readonly happened: string
    readonly next?: string
    readonly button?: string
  } = words.occasions[occasion]
  const kind = brings[occasion]
  const names = {
    brand: brand.name,
    person: person.displayName,
    ...(brand.contact === undefined ? {} : { contact: brand.contact }),
    ...(expiresAt === undefined ? {} : { expiresAt: writtenInstant(expiresAt, words) }),
  }
  const whom = brand.contact === undefined ? 'noContact' : 'contact'
  const closing =
    kind === 'notice'
      ? [words.unexpected[whom], words.expected]
      : kind === 'code'
        ? [words.keepCodeSecret, words.unasked[whom]]
        : [words.unasked[whom]]
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
    subject: plainLine(
      inText({ words: words.subject, names: { title: texts.title, brand: brand.name } }, null),
      150,
    ),
    title: texts.title,
    greeting: { words: words.greeting, names },
    happened: { words: texts.happened, names },
    next: texts.next ?? null,
    link:
      link !== undefined && texts.button !== undefined
        ? { href: link, button: texts.button }
        : null,
    code: code ?? null,
    ends:
      expiresAt === undefined || kind === 'notice'
        ? null
        : { words: kind === 'code' ? words.codeEnds : words.linkEnds, names },
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    closing: closing.map((sentence) => ({ words: sentence, names })),
  }
}

function writtenInstant(at: Instant, { dateLocale }: MailWords): string {
  const format = new Intl.DateTimeFormat(dateLocale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  })
  // No break between a day and its month or an hour and its zone; breaks elsewhere, because a
  // telephone's column is narrow.
  return format.format(new Date(at)).replaceAll(/(?<=\d) | (?=UTC)/g, '\u00A0')
}
