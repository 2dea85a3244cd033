import type { StorybookConfig } from '@storybook/react-vite'
import { sourceAlias, sourceEntries } from '../scripts/source-alias.ts'

export default {
  framework: '@storybook/react-vite',
  stories: ['../packages/react/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-vitest', 'msw-storybook-addon'],
  staticDirs: ['./public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Stories show what was just typed, not what was last built.
  viteFinal: (config) => ({
    ...config,
    optimizeDeps: { ...config.optimizeDeps, entries: sourceEntries },
    resolve: { ...config.resolve, alias: [...aliasesOf(config.resolve?.alias), ...sourceAlias] },
    build: {
      ...config.build,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        // "use client" is for Next.js; Vite says of every file that it ignores it.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log)
        },
      },
    },
  }),
} satisfies StorybookConfig

type Aliases = NonNullable<NonNullable<Parameters<NonNullable<StorybookConfig['viteFinal']>>[0]['resolve']>['alias']>

function aliasesOf(alias: Aliases | undefined) {
  return Array.isArray(alias) ? alias : Object.entries(alias ?? {}).map(([find, replacement]) => ({ find, replacement: replacement as string }))
}
