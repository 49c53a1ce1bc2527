import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { printForm, type FormMark } from '#core/documents/form_sheet'

const CROSSES = [20, 105, 190]
const DOWN = [20, 148, 277]

const mark = (more: Partial<FormMark>): FormMark => ({
  ...{ kind: 'words', field: null, words: null, x: 0, y: 0, width: 0, height: 0 },
  ...{ size: 8, align: 'left', isBold: false, rowCount: null, rowStep: null },
  ...more,
})

/**
 * A page of crosses at known places: the person lays a ruler on it, and what it is off by is the
 * printer's offset. Printed with an offset, it proves it.
 */
export async function testSheet(offset: { x: number; y: number }): Promise<Buffer> {
  const marks = CROSSES.flatMap((x) =>
    DOWN.flatMap((y) => [
      mark({ kind: 'line', x: x - 5, y, width: 10 }),
      mark({ kind: 'line', x, y: y - 5, height: 10 }),
      mark({ words: `${x} × ${y}`, x: x + 1, y: y + 1, width: 24 }),
    ])
  )
  const title = mark({
    words:
      'ورقة ضبط الطابعة: قس بعد كل علامة عن الحافة اليسرى والعليا بالمليمتر، والفرق هو الإزاحة',
    ...{ x: 30, y: 60, width: 150, size: 11, align: 'center', height: 12 },
  })
  const output = new PassThrough({ highWaterMark: 1 << 22 })
  const sheet = { marks: [...marks, title], values: {}, rows: {} }
  const page = { title: 'ورقة ضبط الطابعة', author: 'Diwan', width: 210, height: 297 }
  const [file] = await Promise.all([
    buffer(output),
    printForm(output, { ...page, onPaper: false, offset }, [sheet]),
  ])
  return file
}
