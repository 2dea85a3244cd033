import { describe, expect, it } from 'vitest'
import { lookUpMailLanguage, mailLanguages, type MailLanguage } from './mail-languages.js'

describe('the language of a mail', () => {
  it.each<[string | null, MailLanguage]>([
    ['de', 'de'],
    ['de-CH', 'de'],
    ['DE-ch', 'de'],
    ['de-Latn-AT-1996', 'de'],
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['ja-JP-u-ca-japanese', 'ja'],
    ['ar-EG', 'ar'],
    ['en-x-private', 'en'],
    // RFC 4647 §3.4: the letter before what was cut off goes with it.
    ['fr-a-de-b-ja', 'fr'],
    ['pt-BR', 'en'],
    ['x-de', 'en'],
    ['den', 'en'],
    ['*', 'en'],
    ['', 'en'],
    ['-', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
    [null, 'en'],
  ])('of %s is %s', (tag, language) => {
    expect(lookUpMailLanguage(tag)).toBe(language)
  })
})

describe.each(Object.entries(mailLanguages))('the words in %s', (language, words) => {
  const sentences = leaves(words)

  it('leave the same places to fill in as the English ones', () => {
    const english = leaves(mailLanguages.en)
    expect([...sentences.keys()].toSorted()).toEqual([...english.keys()].toSorted())
    for (const [path, sentence] of sentences)
      expect([path, placesIn(sentence)]).toEqual([path, placesIn(english.get(path) ?? '')])
  })

  it('have titles that leave room for the brand in a subject', () => {
    for (const { title } of Object.values(words.occasions))
      expect(title.length).toBeLessThanOrEqual(60)
  })

  it('have no markup, no stray space and no empty sentence', () => {
    expect(
      [...sentences].filter(
        ([path, sentence]) =>
          /[<>&\t\n]| {2}/.test(sentence) || (path !== 'separator' && !/^\S.*\S$/.test(sentence)),
      ),
    ).toEqual([])
  })

  it('name a locale that this program can write dates in', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(words.dateLocale)).toHaveLength(1)
    expect(words.dateLocale.split('-')[0]).toBe(language)
  })
})

it('puts a no-break space before a French colon', () => {
  expect(
    [...leaves(mailLanguages.fr)].filter(([, sentence]) =>
      /[^\u00A0\u202F][:;?!](?:\s|$)/.test(sentence),
    ),
  ).toEqual([])
})

it('begins German sentences after the greeting’s comma with a word that is a capital anyway', () => {
  for (const { happened } of Object.values(mailLanguages.de.occasions))
    expect(happened).toMatch(/^(?:Sie|Ihre?) /)
})

function leaves(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree as Record<string, string | object>).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[path + key, value] as const]
        : [...leaves(value, `${path}${key}.`)],
    ),
  )
}

const placesIn = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted()
