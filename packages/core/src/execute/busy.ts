/** Whether a store gave up because too many others were writing. */
export function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'busy'
}
