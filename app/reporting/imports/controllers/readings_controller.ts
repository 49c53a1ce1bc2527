import type { HttpContext } from '@adonisjs/core/http'
import { wordsOf } from '#core/lists/list'
import { importKinds } from '#core/imports/kinds'
import type { OpenOptions } from '#core/readers/types'
import { changeReading } from '#reporting/imports/actions/change_reading'
import { hasHeadings, openFile, rawPreview } from '#reporting/imports/queries/opened_file'
import { batchOf, beside } from '#reporting/imports/upload'
import { reading } from '#reporting/imports/validators'

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const
const ENCODINGS = ['utf-8', 'windows-1256', 'iso-8859-6', 'utf-16le', 'utf-16be', 'windows-1252']

/** How the file of an import is read: sheet, row of headings, encoding, separator. */
export default class ReadingsController {
  async edit(ctx: HttpContext) {
    const { locale } = wordsOf(ctx)
    const batch = await batchOf(ctx.params.id)
    const table = await openFile(batch)
    const found = Object.entries(SEPARATORS).find(([, text]) => text === table.delimiter)
    return ctx.view.render('pages/imports/reading', {
      batch,
      table,
      kindName: (await importKinds.definition(batch.kind)).labels[locale],
      preview: await rawPreview(batch, table),
      isTable: hasHeadings(table),
      separators: Object.keys(SEPARATORS),
      separator: found?.[0] ?? '',
      encodings: [...new Set([table.encoding, ...ENCODINGS])].filter(Boolean),
      warnings: table.warnings.map((warning) => warning[locale]),
    })
  }

  async update({ request, response, params, auth, i18n }: HttpContext) {
    const said = await request.validateUsing(reading)
    const batch = await batchOf(params.id)
    const table = await openFile(batch)
    const asked: OpenOptions = { ...batch.reading }
    // Only what differs from what the reader found by itself is kept as the person's word.
    if (said.sheet && said.sheet !== table.sheet) asked.sheet = said.sheet
    if (said.encoding && said.encoding !== table.encoding) asked.encoding = said.encoding
    const delimiter = said.delimiter && SEPARATORS[said.delimiter]
    if (delimiter && delimiter !== table.delimiter) asked.delimiter = delimiter
    if (said.header_row !== undefined && said.header_row !== table.headerRow)
      asked.headerRow = said.header_row
    // Another sheet has its headings elsewhere.
    else if (asked.sheet !== batch.reading.sheet) delete asked.headerRow
    const changed = JSON.stringify(asked) !== JSON.stringify(batch.reading)
    if (changed) {
      await changeReading(batch, asked, auth.getUserOrFail()).catch((error) =>
        beside(fieldOf(asked, batch.reading), error, i18n.locale)
      )
    }
    const next = changed && request.input('then') === 'look' ? 'reading' : 'mapping'
    return response.redirect().status(303).toPath(`/imports/${batch.id}/${next}`)
  }
}

/** The field whose change the reader refused. */
function fieldOf(asked: OpenOptions, before: OpenOptions): string {
  if (asked.sheet !== before.sheet) return 'sheet'
  if (asked.encoding !== before.encoding) return 'encoding'
  return asked.delimiter !== before.delimiter ? 'delimiter' : 'header_row'
}
