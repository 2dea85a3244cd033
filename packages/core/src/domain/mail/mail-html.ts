import type { Letter } from './letter.js'
import type { MailBrand } from './mail-content.js'
import type { MailLanguage } from './mail-words/mail-languages.js'
import { piecesOf, type Sentence } from './sentence.js'

class Markup {
  constructor(readonly source: string) {}
}

/** HTML in which everything filled in is escaped, but for what is HTML already. */
function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[] | null)[]
): Markup {
  const filled = values.map((value) =>
    value === null
      ? ''
      : typeof value === 'string'
        ? escaped(value)
        : value instanceof Markup
          ? value.source
          : value.map(({ source }) => source).join(''),
  )
  return new Markup(strings.map((string, place) => `${string}${filled[place] ?? ''}`).join(''))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"'`]/g, (character) => entities[character] ?? '')

const inHtml = (sentence: Sentence, shown = (name: string) => html`<bdi>${name}</bdi>`): Markup =>
  html`${piecesOf(sentence).map((piece, place) => (place % 2 === 0 ? html`${piece}` : shown(piece)))}`
const inBold = (name: string): Markup =>
  html`<strong style="font-weight:600"><bdi>${name}</bdi></strong>`

const ink = '#171a1f'
const quiet = '#5e6875'
const fonts =
  "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif"

/**
 * The HTML part of an email. Tables and inline styles, because Outlook on Windows lays out with
 * Word and Gmail drops what it doesn't know; the block in the head only adapts.
 */
export function htmlOf(letter: Letter, brand: MailBrand, language: MailLanguage): string {
  const { words, link, code, ends } = letter
  const { direction } = words
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const paragraph = (
    content: Markup | string,
    style = '',
  ) => html`<p class="rk-ink" style="margin:0 0 16px;font-size:16px;line-height:24px;color:${ink};${style}">${content}</p>
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
${paragraph(inHtml(letter.greeting))}${paragraph(inHtml(letter.happened))}${letter.next && paragraph(letter.next)}${
    code === null
      ? null
      : html`<p class="rk-ink rk-code" dir="ltr" style="margin:0 0 16px;padding:16px;background-color:#f1f3f5;border-radius:6px;font-family:Consolas,Menlo,'Courier New',monospace;font-size:24px;line-height:32px;letter-spacing:2px;text-align:center;word-break:break-word;color:${ink}">${code}</p>
`
  }${link && buttonOf(link, brand, start)}${ends && paragraph(inHtml(ends))}${
    link &&
    html`<p class="rk-quiet" style="margin:0 0 24px;font-size:13px;line-height:20px;color:${quiet}">${words.copyLink}<br><a class="rk-quiet" dir="ltr" href="${link.href}" style="color:${quiet};text-decoration:underline;word-break:break-all">${link.href}</a></p>
`
  }<table dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;border-collapse:collapse">
${letter.facts.map(
  ({
    label,
    value,
  }) => html`<tr><th class="rk-quiet rk-rule" scope="row" width="34%" align="${start}" valign="top" style="padding:8px 0;padding-${end}:16px;border-bottom:1px solid #e4e7eb;font-size:14px;line-height:20px;font-weight:400;text-align:${start};color:${quiet}">${label}</th><td class="rk-ink rk-rule" align="${start}" valign="top" style="padding:8px 0;border-bottom:1px solid #e4e7eb;font-size:14px;line-height:20px;text-align:${start};word-break:break-word;overflow-wrap:anywhere;color:${ink}"><bdi>${value}</bdi></td></tr>
`,
)}</table>
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
  // The plate behind `rk-logo` in the dark: logos are drawn for white paper. Its color stays ink,
  // for the name that is shown until the picture loads.
  if (logoUrl !== undefined)
    return html`<div style="margin:0 0 24px"><span class="rk-logo" style="display:inline-block"><img src="${logoUrl}" alt="${name}" height="32" style="display:block;height:32px;max-width:240px;border:0;font-size:16px;line-height:32px;font-weight:600;color:${ink}"></span></div>
`
  return html`<p class="rk-quiet" style="margin:0 0 24px;font-size:14px;line-height:20px;font-weight:600;color:${quiet}"><bdi>${name}</bdi></p>
`
}

function buttonOf(
  { href, button }: { readonly href: string; readonly button: string },
  { colour = '#2f60d8' }: MailBrand,
  start: string,
): Markup {
  const ground = luminance(colour)
  // Black or white, whichever contrasts more: at least 4.58 : 1 on any color (WCAG 2.2, relative
  // luminance).
  const label = contrast(ground, 1) >= contrast(ground, 0) ? '#ffffff' : '#000000'
  // A button as pale as the paper, or as dark as the dark one, gets an edge that shows on both.
  const edge =
    contrast(ground, 1) < 1.3 || contrast(ground, luminance('#1b1e23')) < 1.3 ? '#858e9b' : colour
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px">
<tr><td align="${start}" bgcolor="${colour}" style="background-color:${colour};border:1px solid ${edge};border-radius:6px;mso-padding-alt:12px 20px"><a href="${href}" style="display:inline-block;padding:11px 20px;font-size:16px;line-height:20px;font-weight:600;text-decoration:none;color:${label}">${button}</a></td></tr>
</table>
`
}

function luminance(colour: string): number {
  const digits =
    colour.length === 4
      ? Array.from(colour.slice(1), (digit) => digit + digit)
      : [colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)]
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
