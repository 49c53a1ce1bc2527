import type { HttpContext } from '@adonisjs/core/http'
import vine, { errors } from '@vinejs/vine'
import { today } from '#core/days'
import { type DomainError } from '#core/domain_error'
import { wordsOf } from '#core/lists/list'
import { fiscalDate } from '#core/validators'
import ChangeMany, {
  BULK_FIELDS,
  chosenAssets,
  kindOfField,
  MOST_ASSETS,
} from '#registry/bulk/bulk_change'
import { formField } from '#registry/forms/fields'
import { ProposalError } from '#registry/register/errors'

const FIELDS = [...BULK_FIELDS.reclassify, ...BULK_FIELDS.correction]

const ids = vine
  .array(vine.number().positive().withoutDecimals())
  .minLength(1)
  .maxLength(MOST_ASSETS)

const choiceForm = vine.create({ ids: ids.clone() })

const changeForm = vine.create({
  ids: ids.clone(),
  field: vine.enum(FIELDS),
  effective_on: fiscalDate(),
  reason: vine.string().trim().minLength(5).maxLength(500),
})

/** One fact of many ticked assets: chosen, proposed for each, and approved by another person. */
export default class BulkChangesController {
  async create(ctx: HttpContext) {
    const { request, view, auth } = ctx
    const { ids: chosen } = await choiceForm.validate({ ids: [request.qs().ids].flat() })
    const words = wordsOf(ctx)
    const asked = String(request.qs().field ?? '')
    return view.render('pages/registry/bulk/create', {
      assets: await chosenAssets(chosen, auth.getUserOrFail()),
      fields: FIELDS.map((name) => formField(name, [], words)),
      f: kindOfField(asked) ? { ...formField(asked, [], words), required: false } : null,
      typed: { effective_on: today() },
    })
  }

  async store({ request, response, auth, session, i18n }: HttpContext) {
    const { effective_on: effectiveOn, ...asked } = await request.validateUsing(changeForm)
    const user = auth.getUserOrFail()
    const value = request.input(asked.field)
    const change = { ...asked, effectiveOn, value: typeof value === 'string' ? value : null }
    const count = await new ChangeMany()
      .handle(change, { by: user.asActor(request.id()), reader: user })
      .catch((error: unknown) => besideField(asked.field, error, i18n.locale))
    session.flash('success', i18n.t('registry.bulk.proposed', { count }))
    return response
      .redirect()
      .status(303)
      .toPath('/registry/transactions?source=bulk&status=proposed')
  }
}

function besideField(field: string, error: unknown, locale: string): never {
  if (!(error instanceof ProposalError)) throw error
  const message = (error as DomainError).adviceFor(locale)
  throw new errors.E_VALIDATION_ERROR([{ field, rule: 'refused', message }])
}
