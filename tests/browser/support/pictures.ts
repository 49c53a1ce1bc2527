import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import type { Page } from 'playwright'

/** Keeps a picture of the page in `tmp/pictures/NAME.png`, for eyes. */
export async function picture(page: Page, name: string, options: { whole?: boolean } = {}) {
  const folder = app.tmpPath('pictures')
  await mkdir(folder, { recursive: true })
  await page.evaluate('document.fonts.ready.then(() => null)')
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: options.whole ?? true })
}
