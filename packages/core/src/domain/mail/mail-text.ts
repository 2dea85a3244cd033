import type { Letter } from './letter.js'
import type { MailBrand } from './mail-content.js'
import { inText, isolated } from './sentence.js'

/** The text part of an email. */
export function textOf(letter: Letter, brand: MailBrand): string {
  const { words, link, code, ends } = letter
  const { direction } = words
  const paragraphs = [
    letter.title,
    inText(letter.greeting, direction),
    [inText(letter.happened, direction), letter.next].filter(Boolean).join('\n'),
    code,
    link?.href,
    ends && inText(ends, direction),
    letter.facts
      .map(({ label, value }) => `${label}${words.separator}${isolated(value, direction)}`)
      .join('\n'),
    ...letter.closing.map((sentence) => inText(sentence, direction)),
    [brand.name, brand.footer].filter(Boolean).join('\n'),
  ]
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`
}
