import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'
import { sourceAlias } from '../scripts/source-alias.ts'

export default {
  framework: '@storybook/react-vite',
  stories: ['../packages/react/src/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
    'msw-storybook-addon',
  ],
  staticDirs: ['./public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) =>
    mergeConfig(config, {
      // Stories show what was just typed, not what was last built.
      resolve: { alias: sourceAlias },
      build: {
        chunkSizeWarningLimit: 4096,
        rolldownOptions: {
          // "use client" is for Next.js; Vite says of every file that it ignores it.
          onLog(
            level: unknown,
            log: { code?: string },
            handler: (level: unknown, log: unknown) => void,
          ) {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log)
          },
        },
      },
    }),
} satisfies StorybookConfig
