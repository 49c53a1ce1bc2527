import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright'
import { today } from '#core/days'
import { aPhotograph } from '#tests/support/photograph'

/** A scanned paper as it is chosen in a form. */
export function aScan(name: string) {
  return {
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4\n% ${name} ${randomUUID()}\n%%EOF\n`),
  }
}

/** A photograph that a person can look at, with the time and place that a telephone writes into it. */
export async function aView(page: Page, caption: string) {
  const drawing = await page.context().newPage()
  await drawing.setViewportSize({ width: 640, height: 480 })
  await drawing.setContent(
    `<body style="margin:0;height:480px;background:linear-gradient(#9cc7e8 45%,#c9b183 45%)">
       <div style="position:absolute;inset:190px 90px 120px;background:#a4512f"></div>
       <p dir="rtl" style="position:absolute;bottom:8px;right:12px;font:22px sans-serif">${caption}</p>
     </body>`
  )
  const picture = await drawing.screenshot({ type: 'jpeg', quality: 80 })
  await drawing.close()
  const told = aPhotograph({
    takenAt: `${today().replaceAll('-', ':')} 10:15:00`,
    mark: randomUUID(),
  })
  // The block of the telephone stands before the tables of the picture.
  const block = told.subarray(2, 4 + told.readUInt16BE(4))
  const mark = Buffer.from(`\xFF\xFE\0\x26${randomUUID()}`, 'latin1')
  return {
    name: 'IMG_0412.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([picture.subarray(0, 2), block, mark, picture.subarray(2)]),
  }
}
