import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { composeMail } from './compose-mail.js'
import {
  mailOccasions,
  type MailBrand,
  type MailContent,
  type MailOccasion,
  type MailTemplates,
} from './mail-content.js'
import { mailLanguages, type MailLanguage } from './mail-words/mail-languages.js'

const languages = Object.keys(mailLanguages) as MailLanguage[]
const links: readonly MailOccasion[] = ['activation', 'recovery', 'enrolment']
const notices = mailOccasions.filter(
  (occasion) => !links.includes(occasion) && occasion !== 'reset_code',
)
const everyMail = mailOccasions.flatMap((occasion) =>
  languages.map((language) => [occasion, language] as const),
)

const link = 'https://portal.example/welcome?from=mail&lang=en#token=kJx3bq9ZcV1mWn8p'
const brand: MailBrand = {
  name: 'Northgate',
  contact: '+44 20 7946 0958',
  footer: 'Northgate Ltd\nLeeds',
  logoUrl: 'https://portal.example/logo.png',
  colour: '#0a7d5a',
}

function aContent(occasion: MailOccasion, changes: Partial<MailContent> = {}): MailContent {
  return {
    occasion,
    person: { displayName: 'Ada Lovelace', userName: 'ada@engines.example' },
    organization: 'Analytical Engines',
    at: '2026-03-01T09:05:00.000Z',
    ...(links.includes(occasion) ? { link, expiresAt: '2026-03-08T10:15:00.000Z' } : {}),
    ...(occasion === 'reset_code'
      ? { code: 'K7QF-2M9X', expiresAt: '2026-03-01T09:35:00.000Z' }
      : {}),
    ...(occasion === 'factor_added' || occasion === 'factor_removed'
      ? { factor: 'YubiKey 5C' }
      : {}),
    ...(occasion === 'email_changed'
      ? { former: 'ada@old.example', present: 'ada@new.example' }
      : {}),
    ...changes,
  }
}

type MailTemplate = NonNullable<MailTemplates['activation']>

const compose = (
  occasion: MailOccasion,
  changes: Partial<MailContent> = {},
  look: MailBrand = brand,
  language: string | null = 'en',
) => composeMail(aContent(occasion, changes), { language, brand: look })

describe.each(everyMail)('the mail of %s in %s', (occasion, language) => {
  const mail = compose(occasion, {}, brand, language)
  const shown = shownText(mail.html)

  it('tells the same facts in both parts', () => {
    const facts = [
      'Ada Lovelace',
      'ada@engines.example',
      'Analytical Engines',
      'Northgate',
      '+44 20 7946 0958',
      'Northgate Ltd',
      'Leeds',
      '2026',
      '09:05\u00A0UTC',
    ]
    if (links.includes(occasion)) facts.push(link, '10:15\u00A0UTC')
    if (occasion === 'reset_code') facts.push('K7QF-2M9X', '09:35\u00A0UTC')
    if (occasion.startsWith('factor_')) facts.push('YubiKey 5C')
    if (occasion === 'email_changed') facts.push('ada@old.example', 'ada@new.example')
    for (const fact of facts) {
      expect(mail.text).toContain(fact)
      expect(shown).toContain(fact)
    }
  })

  it('leaves no place unfilled', () => {
    for (const part of [mail.subject, mail.text, shown])
      expect(part).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/)
  })

  it('has a subject that names the brand and no secret', () => {
    expect(mail.subject).toContain('Northgate')
    expect(mail.subject).not.toMatch(/K7QF|token|\n/)
    expect(mail.subject.length).toBeLessThanOrEqual(150)
  })

  it('says its language and direction', () => {
    expect(mail.language).toBe(language)
    expect(mail.html).toContain(
      `<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`,
    )
  })

  it('loads the logo and nothing else', () => {
    expect(mail.html.match(/\bsrc="[^"]*"/g)).toEqual(['src="https://portal.example/logo.png"'])
    expect(mail.html).not.toMatch(
      /<(?:link|script|iframe|object|form)|url\(|@import|srcset|background="/i,
    )
  })
})

describe('links and codes', () => {
  it.each(links)(
    'leads by the button and by the bare address of %s to the link as given',
    (occasion) => {
      expect(hrefsIn(compose(occasion).html)).toEqual([link, link])
    },
  )

  it.each(notices)(
    'shows no link in a notice of %s, not even one that was handed in',
    (occasion) => {
      const { html, text } = compose(
        occasion,
        { link, code: 'K7QF-2M9X' },
        { ...brand, contact: 'https://portal.example/help' },
      )
      expect(hrefsIn(html)).toEqual([])
      expect(text + html).not.toContain('K7QF')
      expect(text + html).not.toContain('token=')
      expect(text).toContain('https://portal.example/help')
    },
  )

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//portal.example/a',
    '/a',
    'https:portal.example',
    'ftp://portal.example/',
    'https://',
    'https://portal.example/a b',
    ' https://portal.example/',
    'https://portal.example/\r\nBcc: eve@example.com',
    'java\nscript:alert(1)',
    'https://portal.example/"><b>',
    'https:\\\\portal.example',
    'https://portal.example/\u202Egnp',
    '',
    undefined,
  ])('throws for the link %j, in words that do not repeat it', (bad) => {
    const content = { ...aContent('recovery'), link: bad } as MailContent
    expect(() => composeMail(content, { language: 'en', brand })).toThrow(
      /^A mail of “recovery” needs an http or https link without spaces, quotes or invisible characters\.$/,
    )
  })

  it('accepts http, for portals under development', () => {
    expect(hrefsIn(compose('recovery', { link: 'http://localhost:3000/#t' }).html)).toContain(
      'http://localhost:3000/#t',
    )
  })

  it('throws for a reset code’s mail without the code', () => {
    const { code: _, ...content } = aContent('reset_code')
    expect(() => composeMail(content, { language: 'en', brand })).toThrow(
      'A mail of “reset_code” needs a code.',
    )
  })

  it('keeps the code out of the line that a locked telephone shows', () => {
    expect(
      /<div style="display:none[^>]*>(.*?)<\/div>/.exec(compose('reset_code').html)?.[1],
    ).toMatch(/^Use this code/)
  })

  it('says nothing about an end that is not known', () => {
    const { expiresAt: _, ...content } = aContent('activation')
    expect(composeMail(content, { language: 'en', brand }).text).not.toContain('expires on')
  })
})

describe('who is named', () => {
  it('greets by the username where there is no name to show', () => {
    expect(
      compose('password_changed', { person: { displayName: ' \u200B\u202E ', userName: 'ada' } })
        .text,
    ).toContain('Hello ada,')
  })

  it('leaves out an organization without a name', () => {
    expect(compose('password_changed', { organization: '' }).text).not.toContain('Organization')
  })

  it.each(notices)(
    'points to the administrators of the organization in a notice of %s when the brand has no contact',
    (occasion) => {
      expect(compose(occasion, {}, { name: 'Northgate' }).text).toContain(
        'contact an administrator of your organization immediately.',
      )
    },
  )

  it('cuts a long name with an ellipsis, never through a character', () => {
    const { text } = compose('password_changed', {
      person: { displayName: `${'a'.repeat(118)}😀😀😀`, userName: 'ada' },
    })
    expect(text).toContain(`Hello ${'a'.repeat(118)}…,`)
    expect(text.isWellFormed()).toBe(true)
  })

  it('keeps a name’s joiners and accents', () => {
    expect(
      compose('password_changed', {
        person: { displayName: 'می\u200Cخواهم Žofie 👩‍🚀', userName: 'ada' },
      }).html,
    ).toContain('<bdi>می\u200Cخواهم Žofie 👩‍🚀</bdi>')
  })

  it('isolates names in the text only where directions mix, and never what people copy', () => {
    expect(compose('password_changed').text).not.toMatch(/[\u2066-\u2069]/)
    expect(compose('password_changed', { organization: 'مؤسسة' }).text).toContain(
      'Organization: \u2068مؤسسة\u2069',
    )
    const { text } = compose(
      'password_changed',
      { person: { displayName: 'ليلى حداد', userName: 'layla@engines.example' } },
      brand,
      'ar',
    )
    expect(text).toContain('مرحبًا ليلى حداد،')
    expect(text).toContain(': layla@engines.example\n')
    expect(text).toContain('\u2068Analytical Engines\u2069')
  })
})

describe('the brand', () => {
  it.each([
    ['#0a7d5a', '#0a7d5a', '#ffffff'],
    ['#FFD400', '#FFD400', '#000000'],
    ['#fff', '#fff', '#000000'],
    ['#000', '#000', '#ffffff'],
    [undefined, '#2f60d8', '#ffffff'],
    ['red', '#2f60d8', '#ffffff'],
    ['#12345', '#2f60d8', '#ffffff'],
    ['#12345678', '#2f60d8', '#ffffff'],
    ['#fff;background:url(https://evil.example)', '#2f60d8', '#ffffff'],
    ['#fff"><script>', '#2f60d8', '#ffffff'],
    ['#fff\n', '#2f60d8', '#ffffff'],
  ])('with the colour %j has a button of %s with words of %s', (colour, ground, label) => {
    const { html } = compose(
      'activation',
      {},
      { name: 'Northgate', ...(colour === undefined ? {} : { colour }) },
    )
    expect(html).toContain(`bgcolor="${ground}"`)
    expect(html).toContain(`color:${label}">Set up account</a>`)
    expect(html).not.toContain('evil.example')
  })

  it.each([
    ['https://portal.example/logo.png', 'https://portal.example/logo.png'],
    ['http://localhost:3000/logo.png', 'http://localhost:3000/logo.png'],
    ['http://portal.example/logo.png', null],
    ['http://localhost.evil.example/logo.png', null],
    ['http://localhost@evil.example/logo.png', null],
    ['//portal.example/logo.png', null],
    ['data:image/png;base64,AAAA', null],
    ['javascript:alert(1)', null],
    [
      'https://portal.example/" onerror="alert(1)',
      'https://portal.example/%22%20onerror=%22alert(1)',
    ],
    ['logo.png', null],
  ])('shows the logo %s as %s', (logoUrl, shown) => {
    const { html } = compose('activation', {}, { name: 'Northgate', logoUrl })
    expect(/ src="([^"]*)"/.exec(html)?.[1] ?? null).toBe(shown)
    expect(shownText(html) + (/ alt="([^"]*)"/.exec(html)?.[1] ?? '')).toContain('Northgate')
  })

  it('keeps the footer’s lines, ten at most', () => {
    const { text, html } = compose(
      'activation',
      {},
      {
        name: 'Northgate',
        footer: Array.from({ length: 12 }, (_, line) => `Line ${line}.`).join('\r\n'),
      },
    )
    expect(text).toContain('Northgate\nLine 0.\nLine 1.\n')
    expect(text).not.toContain('Line 10.')
    expect(html).toContain('<br><bdi>Line 9.</bdi>')
  })
})

describe('the host’s own templates', () => {
  it('write the one mail that they are for, from plain values and for the person’s own language', () => {
    const activation = vi.fn<MailTemplate>((content, look, language) => ({
      subject: `${look.name}\r\nBcc: eve@example.com`,
      text: content.organization,
      html: language,
    }))
    const options = { language: 'pt-br', brand, templates: { activation } }
    expect(
      composeMail(aContent('activation', { organization: 'Ana\u202E <b>& Co</b>' }), options),
    ).toEqual({
      subject: 'Northgate Bcc: eve@example.com',
      text: 'Ana <b>& Co</b>',
      html: 'pt-BR',
      language: 'pt-BR',
    })
    expect(composeMail(aContent('recovery'), options).language).toBe('en')
    expect(activation).toHaveBeenCalledTimes(1)
  })

  it.each([null, 'not a tag', 'x', '_'])('are handed English for the language %j', (language) => {
    expect(
      composeMail(aContent('password_changed'), {
        language,
        brand,
        templates: {
          password_changed: (_content, _brand, tag) => ({ subject: tag, text: '', html: '' }),
        },
      }).language,
    ).toBe('en')
  })

  it('are handed no secret that a notice has no use for, and have a long subject cut', () => {
    const password_changed = vi.fn<MailTemplate>(() => ({
      subject: 'Password '.repeat(50),
      text: '',
      html: '',
    }))
    expect(
      composeMail(aContent('password_changed', { link, code: 'K7QF-2M9X' }), {
        language: 'en',
        brand,
        templates: { password_changed },
      }).subject,
    ).toMatch(/^(?=.{140,150}$)Password.*…$/)
    expect(password_changed.mock.calls[0]?.[0]).toEqual(aContent('password_changed'))
  })

  it('are not asked for a link that leads elsewhere than to a page', () => {
    const activation = vi.fn<MailTemplate>()
    expect(() =>
      composeMail(aContent('activation', { link: 'javascript:alert(1)' }), {
        language: 'en',
        brand,
        templates: { activation },
      }),
    ).toThrow('needs an http or https link')
    expect(activation).not.toHaveBeenCalled()
  })
})

// Security rows 59 and 60.
const hostileNames = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '</bdi></td></tr></table><h1>Pay now</h1>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '<a href="https://evil.example">Activate</a>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '<iframe src=javascript:alert(1)>',
  '<form action=https://evil.example><input name=password>',
  '<math><mi xlink:href=javascript:alert(1)>x',
  '<template><p>hidden</template>',
  '<plaintext>',
  '<!-- ',
  '-->',
  '<![endif]-->',
  '<!--[if mso]><b>Outlook</b><![endif]-->',
  '<![CDATA[<b>]]>',
  '"><b>x</b>',
  "'><b>x</b>",
  '" onmouseover="alert(1)',
  '` onmouseover=`alert(1)',
  '&lt;b&gt;',
  '&#60;script&#62;',
  '&NewLine;&colon;',
  '{{7*7}}{{constructor.constructor("alert(1)")()}}',
  '${7*7}',
  '<%= 7*7 %>',
  '#{7*7}',
  '{brand}{person}{title}',
  '[[${7*7}]]{% raw %}',
  'Ada\r\nBcc: eve@example.com',
  'Ada\nContent-Type: text/html\n\n<b>x</b>',
  'Ada\u2028Subject: x\u2029',
  'Ada \u202Egnp.exe',
  '\u2067\u2066Ada\u2069',
  '\u0000Ada\u0007\u001B[31m',
  'Ada\u{E0041}\u{E0042}',
  'Ada\uD800',
  '=?utf-8?B?PGI+?=',
  "$& $1 $` $' $$",
  'eve@example.com, ada@example.com',
  'A'.repeat(5000),
]

const everywhere = (name: string): [Partial<MailContent>, MailBrand] => [
  {
    person: { displayName: name, userName: name },
    organization: name,
    code: name,
    factor: name,
    former: name,
    present: name,
  },
  { name, contact: name, footer: name, colour: name, logoUrl: brand.logoUrl! },
]

const [tame, tameBrand] = everywhere('Ada')

describe('hostile names', () => {
  it.each(hostileNames.map((name) => [name.slice(0, 60), name]))(
    '%j is text and nothing else, in every field of every mail',
    (_, name = '') => {
      const [changes, look] = everywhere(name)
      for (const occasion of mailOccasions) {
        expect(
          faultsOf(
            compose(occasion, changes, look, 'de'),
            compose(occasion, tame, tameBrand, 'de').html,
          ),
        ).toEqual([])
      }
    },
  )

  it.each(hostileNames.filter((name) => name.length < 60 && !/[\p{C}\u2028\u2029]/u.test(name)))(
    '%j is readable as it is written',
    (name) => {
      const { html, text } = compose('password_changed', ...everywhere(name))
      expect(shownText(html)).toContain(name)
      expect(text).toContain(name)
    },
  )

  it('whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom(...mailOccasions),
        fc.constantFrom(...languages),
        (dull, occasion, language) => {
          const name = `Ada${dull}<"'&`
          const [changes, look] = everywhere(name)
          expect(
            faultsOf(
              compose(occasion, changes, look, language),
              compose(occasion, tame, tameBrand, language).html,
            ),
          ).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})

/**
 * What is not as inert as with a tame name. The tags are compared one by one with their attributes:
 * a parser leaves text for a tag only at “<”, and every one is accounted for, so that this says
 * what a parse would. Lines of the footer, which may differ in number, are taken out.
 */
function faultsOf(
  { subject, text, html }: { subject: string; text: string; html: string },
  tameHtml: string,
) {
  // Of its own, the text part has isolates, closed ones.
  const bare = text.replaceAll(/\u2068([^\u2066-\u2069]*)\u2069/g, '$1')
  const faults = {
    'other tags': tagsOf(html).join('\n') !== tagsOf(tameHtml).join('\n'),
    'a stray bracket': /[<>]/.test(html.replaceAll(/<[^<>]*>/g, '')),
    'an invisible character': [subject, bare, html].some((part) =>
      forged.test(part.replaceAll('\n', '')),
    ),
    'half a character': ![subject, text, html].every((part) => part.isWellFormed()),
    'a subject of several lines': /[\r\n]/.test(subject),
    'a long subject': subject.length > 150,
  }
  return Object.entries(faults).flatMap(([fault, found]) => (found ? [fault] : []))
}

const forged = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

const tagsOf = (html: string) =>
  (html.replaceAll(/<br><bdi>[^<>]*<\/bdi>/g, '').match(/<[^<>]*>/g) ?? []).map((tag) =>
    tag.replace(/ alt="[^"]*"/, ' alt=""'),
  )

const hrefsIn = (html: string) =>
  Array.from(html.matchAll(/href="([^"]*)"/g), ([, href = '']) => unescaped(href))

/** What a reader sees of an email, on one line. */
const shownText = (html: string) =>
  unescaped(html.replace(/<head>[^]*<\/head>/, '').replaceAll(/<[^<>]*>/g, ''))

const unescaped = (text: string) =>
  text.replaceAll(
    /&(lt|gt|quot|#39|#96|amp);/g,
    (entity) =>
      ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#96;': '`', '&amp;': '&' })[
        entity
      ] ?? entity,
  )
