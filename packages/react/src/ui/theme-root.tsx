import {
  createContext,
  forwardRef,
  useContext,
  useMemo,
  useState,
  type CSSProperties,
  type ComponentPropsWithoutRef,
} from 'react'
import { classes } from './classes.js'
import { useLocale } from '../messages/messages-provider.js'
import { ToastProvider } from './toast.js'
import { TooltipProvider } from './tooltip.js'

/** What a theme root decides for the parts below it, wherever they are mounted. */
export interface ThemeSettings {
  /** `system` follows the viewer's setting, unless an ancestor carries `data-rosterkit-theme`. */
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  direction: 'ltr' | 'rtl' | undefined
  /** Where dialogs, menus and tooltips are mounted. Default: the body. */
  portalContainer: HTMLElement | null | undefined
  className: string | undefined
  /** The custom properties of the root's style, which floating parts wear too. */
  variables: CSSProperties | undefined
}

const ThemeContext = createContext<ThemeSettings>({
  theme: 'system',
  density: 'comfortable',
  direction: undefined,
  portalContainer: undefined,
  className: undefined,
  variables: undefined,
})

/**
 * The look of everything below; other props go to the `div`. Custom properties in `style` override
 * tokens, floating parts included.
 */
export interface ThemeRootProps extends ComponentPropsWithoutRef<'div'> {
  theme?: ThemeSettings['theme']
  density?: ThemeSettings['density']
  /** Default: what the document says. */
  direction?: 'ltr' | 'rtl'
  portalContainer?: HTMLElement | null
}

/**
 * The element under which our styles hold. Dialogs, menus, tooltips and toasts are mounted
 * elsewhere but wear the same theme, density, class name and custom properties.
 */
export const ThemeRoot = forwardRef<HTMLDivElement, ThemeRootProps>(function ThemeRoot(
  {
    theme = 'system',
    density = 'comfortable',
    direction,
    portalContainer,
    className,
    style,
    children,
    ...props
  },
  ref,
) {
  const lang = useLang()
  const variables = useMemo(() => customProperties(style), [style])
  const settings = useMemo(
    () => ({ theme, density, direction, portalContainer, className, variables }),
    [theme, density, direction, portalContainer, className, variables],
  )
  return (
    <ThemeContext.Provider value={settings}>
      <TooltipProvider>
        <ToastProvider>
          <div
            {...props}
            ref={ref}
            lang={lang}
            dir={direction}
            data-theme={forced(theme)}
            data-density={density}
            className={classes('rk-root', className)}
            style={style}
          >
            {children}
          </div>
        </ToastProvider>
      </TooltipProvider>
    </ThemeContext.Provider>
  )
})

/** The theme in force here. */
export const useTheme = () => useContext(ThemeContext)

/** The reading direction in force here; asks the document when nobody said. */
export function useDirection(): 'ltr' | 'rtl' {
  const { direction } = useTheme()
  const [fromDocument] = useState<'ltr' | 'rtl'>(() =>
    typeof document !== 'undefined' && document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
  )
  return direction ?? fromDocument
}

const PopupContainerContext = createContext<HTMLElement | null>(null)

/**
 * A dialog hands its own element down, so that what floats above it belongs to it and scrolls with
 * it.
 */
export const PopupContainerProvider = PopupContainerContext.Provider

/** The attributes of an element mounted outside the root that must look as if it were inside. */
export function usePortalRoot() {
  const { theme, density, direction, portalContainer, className, variables } = useTheme()
  const popupContainer = useContext(PopupContainerContext)
  const lang = useLang()
  return {
    container: popupContainer ?? portalContainer ?? undefined,
    attributes: {
      className: classes('rk-root rk-portal', className),
      'data-theme': forced(theme),
      'data-density': density,
      lang,
      dir: direction,
      style: variables,
    },
  }
}

/**
 * What the words here are written in, for screen readers and fonts; without the extensions that
 * only say how numbers are written.
 */
const useLang = () => useLocale().locale.replace(/-u-.*/, '')

const forced = (theme: ThemeSettings['theme']) => (theme === 'system' ? undefined : theme)

function customProperties(style: CSSProperties | undefined): CSSProperties | undefined {
  const entries = Object.entries(style ?? {}).filter(([name]) => name.startsWith('--'))
  return entries.length > 0 ? (Object.fromEntries(entries) as CSSProperties) : undefined
}
