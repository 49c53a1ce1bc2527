import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { wordsOf } from '#core/lists/list'
import { importKinds } from '#core/imports/kinds'
import type { Mapping } from '#core/imports/mapping'
import { mapColumns } from '#reporting/imports/actions/map_columns'
import { constantsOffered } from '#reporting/imports/queries/constants_offered'
import {
  fieldRows,
  inputNames,
  mappingFrom,
  unmapped,
} from '#reporting/imports/queries/mapping_form'
import { columnSamples, hasHeadings, openFile } from '#reporting/imports/queries/opened_file'
import { batchOf } from '#reporting/imports/upload'

/** Which column of the file holds which field, or one constant for all rows. */
export default class MappingsController {
  async edit(ctx: HttpContext) {
    const { locale } = wordsOf(ctx)
    const batch = await batchOf(ctx.params.id)
    const table = await openFile(batch)
    const definition = await importKinds.definition(batch.kind)
    const guess = batch.checkedAt === null && batch.state === 'uploaded'
    const samples = columnSamples(table)
    return ctx.view.render('pages/imports/mapping', {
      batch,
      kindName: definition.labels[locale],
      isTable: hasHeadings(table),
      columns: table.columns.map((label, index) => ({
        value: `c${index}`,
        label,
        samples: samples[index],
      })),
      rows: fieldRows(definition, batch.mapping as Mapping, table, locale, { guess }),
      offered: await constantsOffered(definition, batch.unitId, locale),
      inputNames,
    })
  }

  async update({ request, response, params, auth, i18n }: HttpContext) {
    const batch = await batchOf(params.id)
    const table = await openFile(batch)
    const definition = await importKinds.definition(batch.kind)
    const input = (name: string) => request.input(name)
    const mapping = mappingFrom(definition, table.columns, input)
    const missing = unmapped(definition, mapping, input)
    if (missing.length > 0) {
      throw new errors.E_VALIDATION_ERROR(
        missing.map((name) => ({
          field: inputNames(name).source,
          rule: 'required',
          message: i18n.t(
            input(inputNames(name).source) === 'constant'
              ? 'imports.mapping.constant_missing'
              : 'imports.mapping.missing'
          ),
        }))
      )
    }
    await mapColumns(batch, mapping, auth.getUserOrFail().asActor(request.id()))
    return response.redirect().status(303).toPath(`/imports/${batch.id}`)
  }
}
