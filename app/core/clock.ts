let frozen: Date | null = null

/**
 * The one source of "now". Moments are UTC; what day it is in Egypt is asked of `today()`. Tests stop
 * it with `clock.freeze('2026-10-31T22:30:00Z')` and let it run again with `clock.restore()`.
 */
export const clock = {
  now(): Date {
    return frozen ? new Date(frozen) : new Date()
  },
  freeze(moment: string | Date): void {
    const at = new Date(moment)
    if (Number.isNaN(at.getTime())) throw new TypeError(`Not a moment: ${String(moment)}`)
    frozen = at
  },
  restore(): void {
    frozen = null
  },
}
