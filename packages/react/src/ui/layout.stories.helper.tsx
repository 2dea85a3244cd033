import type { ReactNode } from 'react'

/** Things side by side. */
export const Row = ({ children }: { children: ReactNode }) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>{children}</div>
)

/** Things one under the other. */
export const Stack = ({ children, width }: { children: ReactNode; width?: number }) => (
  <div style={{ display: 'flex', flexDirection: 'column', gap: 16, maxWidth: width }}>
    {children}
  </div>
)
