import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'

const PROBE = new URL('contrast_probe.js', import.meta.url)

export interface FaintText {
  text: string
  ratio: number
  needed: number
  place: string
}

/**
 * Texts that are painted too faintly (WCAG 1.4.3: 4.5:1, large text 3:1). The colours are painted on a
 * canvas and read back, because checkers pass over oklch() and color-mix(), of which the kit is full.
 */
export async function faintTexts(page: Page): Promise<FaintText[]> {
  return page.evaluate<FaintText[]>(await readFile(PROBE, 'utf8'))
}
