import { letterOf } from './letter.js'
import type { MailBrand, MailContent, MailTemplates, MailTexts } from './mail-content.js'
import { htmlOf } from './mail-html.js'
import { textOf } from './mail-text.js'
import { lookUpMailLanguage, mailLanguages } from './mail-words/mail-languages.js'
import { canonicalTag, plainBrand, plainContent, plainLine } from './plain-mail.js'

/**
 * Writes an email in the user's language, or in English. The subject is one line of at most 150
 * characters and, like the preview line, contains no secret. Names and other text from outside are
 * shown as plain text, whatever they contain. The only thing that the HTML loads is the brand's
 * logo. Throws if a link or code is missing or the link isn't http(s): the caller's mistake. Limit:
 * a mail program may itself make a link of a name such as `portal.example`; names are cut at 120
 * characters to leave no room for a message.
 */
export function composeMail(
  content: MailContent,
  {
    language,
    brand,
    templates,
  }: {
    readonly language: string | null
    readonly brand: MailBrand
    readonly templates?: MailTemplates
  },
): MailTexts & { readonly language: string } {
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
  return {
    subject: letter.subject,
    text: textOf(letter, look),
    html: htmlOf(letter, look, written),
    language: written,
  }
}
