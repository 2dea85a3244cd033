import type { Decorator, Preview } from '@storybook/react-vite'
import { mswLoader } from 'msw-storybook-addon/csf3'
import { configure } from 'storybook/test'
import { MessagesProvider, ThemeRoot } from '@rosterkit/react'
import '@rosterkit/react/styles.css'
import { directionOf, languageOf, languages, wordsOf, type Direction } from './languages.ts'

/**
 * What the toolbar above a story decides: each story can be seen in every theme, density and
 * direction.
 */
const withTheme: Decorator = (Story, { globals, parameters }) => {
  // A story that shows a host's own page brings the root with it, where the host would put it.
  if (parameters['ownRoot']) return <Story />
  const { theme, density, direction } = globals as {
    theme: 'light' | 'dark'
    density: 'comfortable' | 'compact'
    direction: Direction
  }
  const language = languageOf(globals)
  return (
    <MessagesProvider language={language} timeZone="Europe/Berlin">
      <ThemeRoot
        theme={theme}
        density={density}
        direction={directionOf(direction, language)}
        style={{ minHeight: '100vh', padding: parameters['layout'] === 'fullscreen' ? 0 : 24 }}
      >
        <Story />
      </ThemeRoot>
    </MessagesProvider>
  )
}

// Behind every answer stand the real rules: on a busy machine a second is not enough for them.
configure({ asyncUtilTimeout: 10_000 })

// A browser driven by a test should not look at something half faded in.
// A style sheet, because what floats is mounted outside the story's own root.
if (navigator.webdriver)
  document.head.append(
    Object.assign(document.createElement('style'), {
      textContent: '.rk-root { --rk-quick: 0s; --rk-calm: 0s }',
    }),
  )

const choice = <Icon extends string>(name: string, icon: Icon, items: string[]) => ({
  name,
  toolbar: { icon, items, dynamicTitle: true },
})

export default {
  // Each component has a page with its props.
  tags: ['autodocs'],
  decorators: [withTheme],
  loaders: [mswLoader(), wordsOf],
  // `STORYBOOK_THEME=dark vitest run --project storybook` holds every story to the same rules in
  // the dark.
  initialGlobals: {
    theme: (import.meta.env['STORYBOOK_THEME'] as string | undefined) ?? 'light',
    density: 'comfortable',
    direction: 'by language',
    language: 'en',
  },
  globalTypes: {
    theme: choice('Theme', 'contrast', ['light', 'dark']),
    density: choice('Density', 'component', ['comfortable', 'compact']),
    direction: choice('Direction', 'transfer', ['by language', 'ltr', 'rtl']),
    language: choice('Language', 'globe', Object.keys(languages)),
  },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { disable: true },
    backgrounds: { disable: true },
    options: { storySort: { order: ['Playground', 'Screens', 'UI'] } },
    viewport: {
      options: {
        phone: {
          name: 'Phone, 375 px',
          styles: { width: '375px', height: '760px' },
          type: 'mobile',
        },
        desktop: {
          name: 'Desktop, 1440 px',
          styles: { width: '1440px', height: '900px' },
          type: 'desktop',
        },
      },
    },
  },
} satisfies Preview
