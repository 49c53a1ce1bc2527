import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { fiscalDate } from '#core/validators'
import { within } from '#core/within'
import KeepDocument from '#registry/actions/keep_document'
import { LARGEST_DOCUMENT_MB } from '#registry/documents/kinds'
import { ENDINGS } from '#registry/documents/media_type'
import { formAsset } from '#registry/forms/form_asset'
import PersonalCustody from '#registry/personal_custody/personal_custody'
import { custodiesList } from '#registry/personal_custody/custodies_list'

const handOverForm = vine.create({
  holder_email: vine.string().trim().maxLength(190).optional(),
  holder_name: vine
    .string()
    .trim()
    .minLength(3)
    .maxLength(190)
    .optional()
    .requiredIfMissing('holder_email'),
  holder_job: vine.string().trim().maxLength(120).optional(),
  on: fiscalDate({ notAfterToday: true }),
  condition: vine.string().trim().minLength(2).maxLength(300),
})

const signForm = vine.create({ file: vine.file({ size: `${LARGEST_DOCUMENT_MB}mb` }).optional() })

const backForm = vine.create({
  on: fiscalDate({ notAfterToday: true }),
  condition: vine.string().trim().minLength(2).maxLength(300),
})

/** العهد الشخصية: who has what in his hands, signed for and handed back. */
export default class PersonalCustodiesController {
  index(ctx: HttpContext) {
    return listPage(ctx, custodiesList, 'pages/core/list', {
      title: 'registry.custodies.title',
      subtitle: 'registry.custodies.subtitle',
      nav: 'custodies',
    })
  }

  async create({ auth, params, view }: HttpContext) {
    const asset = await formAsset(Number(params.id), auth.user!)
    return view.render('pages/registry/custodies/create', { asset, today: today() })
  }

  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const said = await request.validateUsing(handOverForm)
    const asset = await formAsset(Number(params.id), auth.user!)
    const person = said.holder_email
      ? await db.from('users').where('email', said.holder_email.toLowerCase()).first()
      : null
    const id = await new PersonalCustody().handOver(
      {
        assetId: asset.id,
        holderUserId: person ? Number(person.id) : null,
        holderName: person?.full_name ?? said.holder_name ?? said.holder_email!,
        holderJob: said.holder_job ?? person?.job_title ?? null,
        on: said.on,
        condition: said.condition,
      },
      { by: auth.getUserOrFail().asActor(request.id()) }
    )
    session.flash('success', i18n.t('registry.custodies.handed'))
    return response.redirect().status(303).toPath(`/registry/custodies/${id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const custody = await db.from('personal_custodies').where('id', params.id).firstOrFail()
    const asset = await formAsset(Number(custody.asset_id), user)
    return view.render('pages/registry/custodies/show', {
      custody,
      asset,
      endings: ENDINGS,
      today: today(),
      isHolder: Number(custody.holder_user_id) === user.id,
      may: { manage: user.can('registry.assets.manage', Number(custody.unit_id)) },
    })
  }

  /** The holder's own signature, or the scan of the paper he signed. */
  async sign({ auth, params, request, response, session, i18n }: HttpContext) {
    const { file } = await request.validateUsing(signForm)
    const user = auth.getUserOrFail()
    const by = user.asActor(request.id())
    const custody = await db.from('personal_custodies').where('id', params.id).firstOrFail()
    await within(null, async (trx) => {
      const kept =
        file && user.can('registry.documents.manage', Number(custody.unit_id))
          ? await new KeepDocument().handle(
              {
                unitId: Number(custody.unit_id),
                kind: 'minutes',
                title: i18n.t('registry.custodies.receipt_of', { name: custody.holder_name }),
                dated: custody.handed_on,
                file: { from: file.tmpPath!, originalName: file.clientName },
                links: [{ type: 'asset', id: Number(custody.asset_id) }],
              },
              { by, trx }
            )
          : null
      const documentId = kept ? Number(kept.document.id) : undefined
      await new PersonalCustody().sign(Number(custody.id), { documentId, by, trx })
    })
    session.flash('success', i18n.t('registry.custodies.signed'))
    return response.redirect().status(303).toPath(`/registry/custodies/${custody.id}`)
  }

  async handBack({ auth, params, request, response, session, i18n }: HttpContext) {
    const said = await request.validateUsing(backForm)
    const by = auth.getUserOrFail().asActor(request.id())
    await new PersonalCustody().handBack(Number(params.id), { ...said, by })
    session.flash('success', i18n.t('registry.custodies.returned'))
    return response.redirect().status(303).toPath(`/registry/custodies/${params.id}`)
  }
}
