import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { errors } from '@vinejs/vine'
import { today } from '#core/days'
import { DomainError } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { readBoundaries } from '#registry/limits/boundary_file'
import { limitsList } from '#registry/limits/limits_list'
import RecordUnitLimits from '#registry/limits/record_unit_limits'
import { LARGEST_MB, newLimits } from '#registry/limits/validators'

/** حدود الوحدات: the limits of units as they were recorded, and a file of new ones. */
export default class UnitLimitsController {
  index(ctx: HttpContext) {
    return listPage(ctx, limitsList, 'pages/registry/limits/index')
  }

  async create({ view, i18n }: HttpContext) {
    const kinds = await db.from('unit_kinds').orderBy('sort_order')
    const name = i18n.locale === 'en' ? 'name_en' : 'name_ar'
    return view.render('pages/registry/limits/create', {
      kinds: kinds.map((kind) => ({ value: kind.code, label: kind[name] })),
      today: today(),
      limit: LARGEST_MB,
    })
  }

  async store({ auth, request, response, session, i18n, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const {
      file,
      field,
      kind,
      valid_from: validFrom,
      source,
    } = await request.validateUsing(newLimits)
    const locale = i18n.locale === 'en' ? 'en' : 'ar'
    const verdicts = await this.#record(
      file.tmpPath!,
      { field, kind, validFrom, source },
      user,
      request.id()
    ).catch((error) => {
      if (!(error instanceof DomainError)) throw error
      const message = error.adviceFor(locale)
      const beside = error.code === 'E_LIMIT_FIELD' ? 'field' : 'file'
      throw new errors.E_VALIDATION_ERROR([{ field: beside, rule: error.code!, message }])
    })
    const rejected = verdicts.filter(({ verdict }) => verdict === 'rejected')
    if (rejected.length > 0) {
      const rows = rejected.map((one) => ({ ...one, why: one.reason?.[locale] }))
      return view.render('pages/registry/limits/verdicts', { rows, total: verdicts.length })
    }
    const recorded = verdicts.filter(({ verdict }) => verdict === 'recorded').length
    session.flash('success', i18n.t('registry.limits.done', { recorded, total: verdicts.length }))
    return response.redirect().status(303).toPath('/registry/limits')
  }

  async #record(
    path: string,
    given: { field: string; kind?: string; validFrom: string; source: string },
    user: NonNullable<HttpContext['auth']['user']>,
    requestId: string | undefined
  ) {
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    const boundaries = await readBoundaries(path)
    const among = user.unitIds('identity.units.manage')
    return new RecordUnitLimits().handle(
      { ...given, boundaries, among, sha256 },
      { by: user.asActor(requestId) }
    )
  }
}
