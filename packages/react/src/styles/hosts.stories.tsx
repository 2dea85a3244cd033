import type { Decorator, Meta, StoryObj } from '@storybook/react-vite'
import radixThemes from '@radix-ui/themes/styles.css?raw'
import preflight from 'tailwindcss/preflight.css?raw'
import type { ReactNode } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { demoHandlers } from '../../../../.storybook/demo-roster.js'
import materialBaseline from '../../../../.storybook/hosts/material-baseline.css?raw'
import { inProvider } from '../../../../.storybook/in-provider.js'
import { UserTable } from '../users/user-table.js'
import { computed, differences } from './computed-styles.stories.helper.js'

/**
 * Our table in a page that another design system has set up: neither changes the look of the other.
 */
export default {
  title: 'Hosts/Beside another design system',
  component: UserTable,
  parameters: { ownRoot: true },
  async beforeEach({ msw }) {
    msw.use(...(await demoHandlers({ count: 5 })))
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-row]')).not.toBeNull())
    await nobodyChanges(canvasElement)
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Add user' }))
    await within(document.body).findByRole('textbox', { name: /First name/ })
    await nobodyChanges(canvasElement)
  },
} satisfies Meta<typeof UserTable>
type Story = StoryObj<typeof UserTable>

/**
 * The page of a host: its style sheet, something of its own in its manner, and our table. The font
 * and its smoothing are all that we take over on purpose.
 */
function Host({
  css,
  own,
  className,
  children,
}: {
  css: string
  own: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <div className={className}>
      <style data-host="">{css}</style>
      <style>{'.rk-root { --rk-font: sans-serif }'}</style>
      <div
        data-own=""
        style={{ display: 'flex', gap: 16, alignItems: 'center', marginBlockEnd: 24 }}
      >
        {own}
      </div>
      {children}
    </div>
  )
}

function inHost(css: string, own: ReactNode, className?: string): Story {
  const host: Decorator = (Story) => (
    <Host css={css} own={own} {...(className ? { className } : {})}>
      <Story />
    </Host>
  )
  return { decorators: [inProvider, host] }
}

/**
 * Looks at all that is ours with and without the host's style sheet, and at all that is the host's
 * with and without ours.
 */
async function nobodyChanges(canvas: HTMLElement) {
  const host = canvas.querySelector<HTMLStyleElement>('[data-host]')!.sheet!
  const ours = [...document.styleSheets].filter(
    (sheet) =>
      sheet !== host &&
      [...sheet.cssRules].some((rule) => /\.rk-(?!root \{ --rk-font)/.test(rule.cssText)),
  )
  await expect(ours.length).toBeGreaterThan(0)
  const table = () =>
    computed(document.querySelectorAll('.rk-user-table, .rk-user-table *, .rk-portal *'))
  const theirs = () => computed(canvas.querySelectorAll('[data-own] *'))
  await unchanged(table, [host])
  await unchanged(theirs, ours)
}

async function unchanged(look: () => Map<string, string>, sheets: readonly CSSStyleSheet[]) {
  const beside = look()
  for (const sheet of sheets) sheet.disabled = true
  const alone = look()
  for (const sheet of sheets) sheet.disabled = false
  await expect(beside.size).toBeGreaterThan(300)
  await expect(
    differences(alone, beside)
      .filter((difference) => !difference.includes('-webkit-font-smoothing'))
      .slice(0, 20),
  ).toEqual([])
}

export const Tailwind: Story = inHost(
  `${preflight} .bg-sky-700 { background: #0369a1 } .text-white { color: #fff } .rounded-md { border-radius: 6px } .px-4 { padding-inline: 16px } .py-2 { padding-block: 8px }`,
  <>
    <button type="button" className="rounded-md bg-sky-700 px-4 py-2 text-white">
      Export orders
    </button>
    <a href="#orders">Orders</a>
  </>,
)

export const MaterialUi: Story = inHost(
  materialBaseline,
  <button type="button" className="MuiButtonBase-root MuiButton-root">
    Export orders
  </button>,
)

export const RadixThemes: Story = inHost(
  radixThemes,
  <button
    type="button"
    data-accent-color="indigo"
    className="rt-reset rt-BaseButton rt-r-size-2 rt-variant-solid rt-Button"
  >
    Export orders
  </button>,
  'radix-themes light',
)
