import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { GUARANTEE_TONES, guaranteesList } from '#accounts/guarantees/lists/guarantees_list'
import { receiptOf } from '#accounts/guarantees/receipt_of'
import RecordGuarantee from '#accounts/guarantees/record_guarantee'
import { actsOffered, daysLeft } from '#accounts/guarantees/offered_acts'
import { guaranteeForm } from '#accounts/guarantees/validators'
import { makerOf } from '#accounts/hands'
import { entriesOf, historyOf } from '#accounts/holdings/history'
import { readHolder } from '#accounts/holdings/holder_choice'
import Guarantee, { GUARANTEE_FORMS, GUARANTEE_PURPOSES } from '#accounts/models/guarantee'
import { OF_AUTHORITY, type ActKind } from '#accounts/models/guarantee_act'

const MANAGE = 'accounts.guarantees.manage'

/** التأمينات: the list with its diary of expiry, one with its history, and a new one. */
export default class GuaranteesController {
  index(ctx: HttpContext) {
    return listPage(ctx, guaranteesList, 'pages/accounts/guarantees/index', { nav: 'guarantees' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/guarantees/create', {
      unit: await unitChoice(ctx, MANAGE),
      purposes: GUARANTEE_PURPOSES,
      forms: GUARANTEE_FORMS,
      today: today(),
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, i18n } = ctx
    const said = await request.validateUsing(guaranteeForm)
    const { unit_id: unitId, holder: typed } = said
    const { partyId } = await readHolder(ctx, 'guarantees', { unitId, typed })
    const guarantee = await new RecordGuarantee().handle(
      {
        unitId,
        purpose: said.purpose,
        form: said.form,
        partyId: partyId!,
        subjectNo: said.subject_no,
        subject: said.subject,
        amount: said.amount,
        referenceNo: said.reference_no,
        bankName: said.form === 'cash' ? null : said.bank_name,
        receiptId: said.receipt_no ? await receiptOf(unitId, said.receipt_no) : null,
        issuedOn: said.issued_on,
        expiresOn: said.form === 'letter' ? said.expires_on : null,
        on: today(),
      },
      makerOf(ctx)
    )
    session.flash('success', i18n.t('accounts.guarantees.recorded', { no: guarantee.label }))
    return response.redirect().status(303).toPath(`/accounts/guarantees/${guarantee.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const guarantee = await Guarantee.visibleTo(user)
      .where('guarantees.id', params.id)
      .preload('acts', (query) => void query.orderBy('id'))
      .firstOrFail()
    const { id, unitId } = guarantee
    const waiting = guarantee.acts.find((act) => act.status === 'proposed')
    const signs = OF_AUTHORITY.includes(waiting?.kind as ActKind) ? 'forfeit' : 'approve'
    return view.render('pages/accounts/guarantees/show', {
      guarantee,
      tones: GUARANTEE_TONES,
      waiting,
      mayVoid: guarantee.status === 'draft' && !waiting && user.can(MANAGE, unitId),
      daysLeft: daysLeft(guarantee),
      history: await historyOf({ type: 'guarantee', id }, user, 'accounts.guarantees.read'),
      entries: await entriesOf([`guarantee/${id}/`], user),
      offered: waiting || !user.can(MANAGE, unitId) ? [] : actsOffered(guarantee),
      mayDecide:
        waiting && waiting.madeBy !== user.id && user.can(`accounts.guarantees.${signs}`, unitId),
    })
  }
}
