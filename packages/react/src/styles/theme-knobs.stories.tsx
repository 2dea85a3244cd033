import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type CSSProperties } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { Field } from '../ui/field.js'
import { TextInput } from '../ui/text-input.js'
import { ThemeRoot } from '../ui/theme-root.js'
import tokens from './tokens.css?raw'

/**
 * Every custom property that a host may override, with its value of today: change one and see it at
 * work.
 */
export default { title: 'Theme/Knobs' } satisfies Meta
type Story = StoryObj

interface Knob {
  readonly name: string
  readonly value: string
}

/**
 * The properties of the first block of tokens.css, in its order: the one list of what may be
 * overridden.
 */
const knobs: readonly Knob[] = [
  ...tokens
    .slice(tokens.indexOf('.rk-root {'), tokens.indexOf('color-scheme: light dark'))
    .matchAll(/^ {2}(--rk-[\w-]+):\s*([^;]+);/gm),
].map(([, name, value]) => ({ name: name!, value: value! }))

const groups: readonly { readonly title: string; readonly belongs: RegExp }[] = [
  { title: 'Accent', belongs: /^--rk-(accent|focus)/ },
  { title: 'Shape and density', belongs: /^--rk-(radius|row|control|space|sticky|layer)/ },
  { title: 'Type', belongs: /^--rk-(font|size)/ },
  { title: 'Surfaces, text and lines', belongs: /^--rk-(surface|raised|text|line|overlay|shadow)/ },
  { title: 'States', belongs: /^--rk-(danger|warning|success)/ },
  { title: 'Neutral scale', belongs: /^--rk-neutral/ },
  { title: 'Motion', belongs: /^--rk-(quick|calm)/ },
]

function Knobs({ of }: { of: readonly Knob[] }) {
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({})
  return (
    <ThemeRoot style={changed as CSSProperties}>
      <div
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 12,
          alignItems: 'end',
          paddingBlockEnd: 24,
        }}
      >
        <Button variant="primary" icon="plus">
          Add user
        </Button>
        <Button>Cancel</Button>
        <Button variant="danger">Delete user</Button>
        <Badge tone="success" dot="full">
          Active
        </Badge>
        <Badge tone="danger" icon="lock">
          Locked
        </Badge>
        <Field label="Username">
          <TextInput defaultValue="ada.lovelace" />
        </Field>
      </div>
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
          gap: 16,
        }}
      >
        {of.map(({ name, value }) => (
          <Field key={name} label={name}>
            <TextInput
              value={changed[name] ?? value}
              spellCheck={false}
              onChange={(event) => setChanged({ ...changed, [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
    </ThemeRoot>
  )
}

const knobsOf = (title: string) =>
  knobs.filter(({ name }) => groups.find(({ belongs }) => belongs.test(name))?.title === title)
const story = (title: string): Story => ({ render: () => <Knobs of={knobsOf(title)} /> })

export const Every: Story = {
  render: () => <Knobs of={knobs} />,
  play: async () => {
    // A new token belongs to a group, so that it is found.
    await expect(knobs.length).toBeGreaterThan(60)
    await expect(
      knobs.filter(({ name }) => !groups.some(({ belongs }) => belongs.test(name))),
    ).toEqual([])
  },
}

export const Accent: Story = {
  ...story('Accent'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const field = canvas.getByRole('textbox', { name: '--rk-accent-solid' })
    await userEvent.clear(field)
    await userEvent.type(field, '#0a7d5a')
    await expect(
      getComputedStyle(canvas.getByRole('button', { name: 'Add user' })).backgroundColor,
    ).toBe('rgb(10, 125, 90)')
  },
}
export const ShapeAndDensity: Story = story('Shape and density')
export const Type: Story = story('Type')
export const Surfaces: Story = story('Surfaces, text and lines')
export const States: Story = story('States')
export const NeutralScale: Story = story('Neutral scale')
export const Motion: Story = story('Motion')
