import { describe, expect, test } from 'vitest'
import source from './tokens.css?raw'

const css = source as string

const declared = new Map(
  [...css.matchAll(/(--rk-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]),
)

/** A token's colour in one theme, through other tokens if need be. */
function colour(token: string, theme: 'light' | 'dark'): string {
  const value = declared.get(`--rk-${token}`) ?? ''
  const alias = /^var\(--rk-([\w-]+)\)$/.exec(value)?.[1]
  if (alias) return colour(alias, theme)
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value)
  const found = pair ? pair[theme === 'light' ? 1 : 2] : /^#\w{6}$/.exec(value)?.[0]
  if (!found) throw new Error(`--rk-${token} is no colour: ${value}`)
  return found
}

function luminance(hex: string) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['surface', 'raised', 'neutral-2']
const tones = ['accent', 'danger', 'warning', 'success']

const text: [string, string[]][] = [
  [
    'text',
    [
      ...surfaces,
      'neutral-3',
      'neutral-4',
      ...tones.map((tone) => `${tone}-soft`),
      'accent-soft-hover',
    ],
  ],
  ['text-muted', [...surfaces, 'neutral-3', 'neutral-4', 'accent-soft', 'accent-soft-hover']],
  ['neutral-11', [...surfaces, 'neutral-3', 'neutral-4', ...tones.map((tone) => `${tone}-soft`)]],
  // Placeholders and what is greyed but says why.
  ['neutral-9', surfaces],
  ...tones.map((tone): [string, string[]] => [
    `${tone}-text`,
    [...surfaces, `${tone}-soft`, `${tone}-soft-hover`],
  ]),
  ['danger-text', ['neutral-3', 'accent-soft']],
  ['accent-on-solid', ['accent-solid', 'accent-solid-hover']],
  ['danger-on-solid', ['danger-solid', 'danger-solid-hover']],
]
const lines: [string, string[]][] = [
  ['control-border', surfaces],
  ['focus', [...surfaces, 'neutral-3', 'accent-soft']],
  ['accent-solid', surfaces],
  ...tones.map((tone): [string, string[]] => [`${tone}-border`, surfaces]),
]

describe.each(['light', 'dark'] as const)('the tokens in the %s theme', (theme) => {
  test.each(text.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const)))(
    '%s can be read on %s (4.5:1)',
    (front, ground) => {
      expect(contrast(colour(front, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
    },
  )
  test.each(lines.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const)))(
    '%s can be seen on %s (3:1)',
    (front, ground) => {
      expect(contrast(colour(front, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
    },
  )
})
