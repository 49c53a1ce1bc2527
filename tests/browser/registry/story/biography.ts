import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assert } from '@japa/assert'
import app from '@adonisjs/core/services/app'
import type { Desk } from '#tests/browser/support/desk'

/** The words of a paper that a page's link opens, and where it was kept for eyes. */
export async function prints(desk: Desk, path: string, name: string): Promise<string> {
  const answer = await desk.page.request.get(new URL(path, desk.page.url()).href)
  const folder = app.tmpPath('pictures')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `story-${name}.pdf`)
  await writeFile(file, await answer.body())
  return execFileSync('pdftotext', ['-layout', file, '-']).toString().normalize('NFKC')
}

/** What the card tells, from its making to its encroachment: on the page and on paper. */
const TOLD = {
  custody: ['محافظة الفيوم', 'مديرية الطب البيطري بالفيوم', '512/2026'],
  rights: ['شركة النيل للنقل', '4,500.00'],
  worth: ['8,400,000.00'],
  encroachments: ['سيد عبد الله مرسي'],
  rounds: ['حصر أراضي حوض الناعورة', 'مختلف'],
  documents: ['قرار محافظ الفيوم رقم 512 لسنة 2026'],
  transactions: ['قيد أصل جديد', 'نقل ولاية', 'تصحيح بيانات'],
  changes: ['مخزن مواد بناء'],
} as const

/** The biography of the parcel shows all that happened to it. */
export async function tellsItsLife(asset: string, head: Desk, assert: Assert): Promise<void> {
  const { page } = head
  await head.menu('المواقع والأصول')
  await page.locator(`main .rows tbody a[href="${asset}"]`).first().click()
  await page.locator('#changes').waitFor()
  for (const [section, words] of Object.entries(TOLD)) {
    const said = await page.locator(`#${section}`).innerText()
    for (const word of words) assert.include(said, word, section)
  }
  assert.equal((await page.locator('#location svg').count()) > 0, true)
  assert.equal(await page.locator('#documents img').count(), 4)
  await head.look('biography')
  await page.setViewportSize({ width: 390, height: 844 })
  await head.look('biography-telephone')
  await page.setViewportSize({ width: 1280, height: 900 })

  const link = page.locator('main a[href*="/biography.pdf"]')
  const paper = await prints(head, (await link.getAttribute('href'))!, 'biography')
  // Lines of a cell may break and directions are marked: each word stands by itself.
  const plain = paper.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
  for (const word of Object.values(TOLD)
    .flat()
    .flatMap((text) => text.split(' '))) {
    assert.include(plain, word)
  }
  assert.include(plain, 'SHA-256')
  assert.notInclude(plain, 'translation missing')
  const { length } = execFileSync('pdfimages', [
    '-list',
    app.tmpPath('pictures', 'story-biography.pdf'),
  ])
    .toString()
    .trim()
    .split('\n')
    .slice(2)
  assert.isAtLeast(length, 4, 'the photographs are on paper')
}
