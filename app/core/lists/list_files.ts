import type { Writable } from 'node:stream'
import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/clock'
import { today } from '#core/days'
import { DomainError, sentence } from '#core/domain_error'
import ReportDocument from '#core/documents/report_document'
import { plainText } from '#core/lists/cells'
import type { ListColumn, ListRow } from '#core/lists/definition'
import type { List } from '#core/lists/list'
import type { ColumnType, SheetColumn } from '#core/sheets/columns'
import { MEDIA } from '#core/sheets/media'
import writeCsv from '#core/sheets/csv_writer'
import WorkbookWriter from '#core/sheets/workbook_writer'
import { formatMoment, onPaper } from '#core/web/format'
import { sendMadeFile } from '#core/web/made_file'

export type FileFormat = 'xlsx' | 'csv' | 'pdf'

export const FILE_FORMATS: readonly FileFormat[] = ['xlsx', 'csv', 'pdf']

/** A file of a list whose filters cannot be read would silently hold other rows than meant. */
export class QuestionUnclearError extends DomainError {
  static override code = 'E_QUESTION_UNCLEAR'
  constructor() {
    super(sentence('في شروط البحث ما لا يُقرأ.', 'Some of the filters cannot be read.'), {
      cure: sentence(
        'صحح الشروط المعلَّمة في القائمة ثم أعد التصدير.',
        'Mend the filters marked in the list, then export again.'
      ),
    })
  }
}

/** A list on paper is for reading: past this many rows Excel is meant. */
export const LONGEST_PAPER = 20_000

export class ListTooLongForPaperError extends DomainError {
  static override code = 'E_LIST_TOO_LONG_FOR_PAPER'
  constructor(rows: number) {
    super(
      sentence(
        `في القائمة ${rows} سجل، وملف PDF لا يتجاوز ${LONGEST_PAPER} سجل.`,
        `The list has ${rows} rows; a PDF holds at most ${LONGEST_PAPER}.`
      ),
      {
        facts: { rows, most: LONGEST_PAPER },
        cure: sentence(
          'ضيّق شروط البحث، أو صدّر القائمة إلى Excel.',
          'Narrow the filters, or export the list to Excel.'
        ),
      }
    )
  }
}

const TYPES: Record<ListColumn['type'], ColumnType> = {
  text: 'text',
  badge: 'text',
  integer: 'integer',
  decimal: 'decimal',
  money: 'money',
  day: 'date',
  month: 'month',
  moment: 'text',
}

/** Sends every row of the list as a file, while it is read: same filters, same order, same totals. */
export async function sendListFile(ctx: HttpContext, list: List, format: FileFormat) {
  if (!list.isAnswerable) throw new QuestionUnclearError()
  if (format === 'pdf') await refuseEndlessPaper(list)
  const name = `${list.definition.name}-${today()}.${format}`
  await sendMadeFile(ctx, { type: MEDIA[format], name }, (output) => write(list, format, output))
}

async function refuseEndlessPaper(list: List): Promise<void> {
  const { exact } = await list.count()
  if (exact) return
  const { rows } = await list.grandTotals()
  if (rows > LONGEST_PAPER) throw new ListTooLongForPaperError(rows)
}

/** Writes the file; one transaction, so that rows and totals are of one moment. */
async function write(list: List, format: FileFormat, output: Writable): Promise<void> {
  const { locale, t } = list.words
  await db.transaction(async (trx) => {
    const columns = fileColumns(list, format)
    const rows = fileRows(list, list.all(trx), format !== 'csv')
    if (format === 'csv') {
      await writeCsv(output, { columns, rows, locale })
      return
    }
    const { rows: counted, totals } = await list.grandTotals(trx)
    const title = t(list.definition.title)
    const sums = totals && Object.keys(totals).length ? totals : undefined
    const totalsLabel = t('core.list.total')
    const stated = ((await list.definition.stated?.(list, trx)) ?? []).map((pair) =>
      pair.join(': ')
    )
    if (format === 'pdf') {
      const report = new ReportDocument(output, {
        title,
        locale,
        orientation: columns.length > 6 ? 'landscape' : 'portrait',
        author: list.person.fullName,
        question: list.question,
      })
      report.paragraph(statedQuestion(list, counted).at(-1)!)
      for (const figure of stated) report.paragraph(figure)
      await report.table({ columns, rows, totals: sums as never, totalsLabel })
      await report.close()
      return
    }
    const book = new WorkbookWriter(output, { title, locale, author: list.person.fullName })
    const notes = [...statedQuestion(list, counted), ...stated]
    await book.sheet({ name: title, title, notes, columns, rows, totals: sums, totalsLabel })
    await book.close()
  })
}

/** What the file answers: filters, number of rows, who asked and when. */
export function statedQuestion(list: List, rows: number): string[] {
  const { t } = list.words
  return [
    list.question.map((pair) => pair.join(': ')).join(' · ') || t('core.list.unfiltered'),
    t('core.list.stated', {
      rows,
      person: list.person.fullName ?? '',
      moment: onPaper(formatMoment(clock.now())),
    }),
  ]
}

/** The list's columns for a writer; on paper the writer decides the widths by what it prints. */
function fileColumns(list: List, format: FileFormat): SheetColumn[] {
  return list.definition.columns.map((column) => ({
    key: column.key,
    heading: list.words.t(column.label),
    type: column.words ? 'text' : TYPES[column.type],
    ...(format === 'xlsx' && column.width ? { width: column.width } : {}),
  }))
}

/** Rows with the words of codes in place of the codes, and on paper with moments as papers write them. */
export async function* fileRows(list: List, rows: AsyncIterable<ListRow>, paper = false) {
  const spoken = list.definition.columns.filter(
    (column) => column.words || column.texts || column.type === 'moment'
  )
  for await (const row of rows) {
    if (spoken.length === 0) yield row
    else {
      const texts = spoken.map((column) => {
        const text = plainText(column, row, list.words)
        return [column.key, paper && column.type === 'moment' ? onPaper(text) : text]
      })
      yield { ...row, ...Object.fromEntries(texts) }
    }
  }
}
