import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { NotFoundError } from '#identity/errors'
import RuleChange from '#rules/models/rule_change'
import { layoutSheet } from '#accounts/payments/prints/layout_sheet'
import { sheetOf } from '#accounts/payments/prints/layouts'
import { layoutRules, type LayoutValues } from '#accounts/rule_tables/layouts'

/** The test print of a layout, as it stands or as a change would have it. */
export default class LayoutSheetsController {
  async show({ params, request, response, i18n }: HttpContext) {
    const versions = await layoutRules.versions({}, db as never)
    const version = versions.find(({ id }) => id === Number(params.id))
    if (!version) throw new NotFoundError()
    const { change: changeId, paper } = request.qs()
    const change = Number(changeId)
      ? await RuleChange.query()
          .where({ id: Number(changeId), subject: 'layouts', baseId: version.id })
          .first()
      : null
    const values = (change?.newValues ?? version.values) as LayoutValues
    const locale = i18n.locale as 'ar' | 'en'
    const file = await layoutSheet({
      ...{ title: version.name[locale], values },
      ...(await sheetOf(version.id, { onPaper: paper === '1' }, db as never)),
    })
    return response
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', 'inline; filename="layout.pdf"')
      .header('Cache-Control', 'private, no-store')
      .send(file)
  }
}
