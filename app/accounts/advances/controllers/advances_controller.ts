import type { HttpContext } from '@adonisjs/core/http'
import { daysBetween, today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { ADVANCE_TONES, advancesList } from '#accounts/advances/lists/advances_list'
import RequestAdvance from '#accounts/advances/request_advance'
import { chargeableLines } from '#accounts/advances/chargeable_lines'
import { advanceForm } from '#accounts/advances/validators'
import { namedGuarantee } from '#accounts/advances/secured'
import { makerOf } from '#accounts/hands'
import { entriesOf, historyOf } from '#accounts/holdings/history'
import { holderOf } from '#accounts/holdings/holder_of'
import Advance, { ADVANCE_KINDS } from '#accounts/models/advance'

const MANAGE = 'accounts.advances.manage'

/** السلف: the list with its ages, one advance with all that became of it, and a new request. */
export default class AdvancesController {
  index(ctx: HttpContext) {
    return listPage(ctx, advancesList, 'pages/accounts/advances/index', { nav: 'advances' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/advances/create', {
      unit: await unitChoice(ctx, MANAGE),
      kinds: ADVANCE_KINDS,
      today: today(),
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, i18n } = ctx
    const said = await request.validateUsing(advanceForm)
    const { holder_email: email, party_no: partyNo } = said
    const advance = await new RequestAdvance().handle(
      {
        unitId: said.unit_id,
        kind: said.kind,
        holder: await holderOf(said.unit_id, { email, partyNo }),
        contractNo: said.kind === 'supplier' ? said.contract_no : null,
        guaranteeId:
          said.kind === 'supplier' && said.guarantee_no
            ? await namedGuarantee(said.unit_id, said.guarantee_no)
            : null,
        amount: said.amount,
        purpose: said.purpose,
        on: said.on,
      },
      makerOf(ctx)
    )
    session.flash('success', i18n.t('accounts.advances.requested', { no: advance.label }))
    return response.redirect().status(303).toPath(`/accounts/advances/${advance.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const advance = await Advance.visibleTo(user)
      .where('advances.id', params.id)
      .preload('settlements', (query) => void query.orderBy('id'))
      .firstOrFail()
    const may = (act: 'manage' | 'approve') => user.can(`accounts.advances.${act}`, advance.unitId)
    const { id, status, dueOn } = advance
    const own = advance.madeBy === user.id || advance.holderUserId === user.id
    const settles = status === 'paid' && may('manage')
    return view.render('pages/accounts/advances/show', {
      advance,
      tones: ADVANCE_TONES,
      today: today(),
      lines: settles ? await chargeableLines(advance.unitId, today()) : [],
      late: status === 'paid' && dueOn! < today() ? daysBetween(dueOn!, today()) : 0,
      history: await historyOf({ type: 'advance', id }, user, 'accounts.advances.read'),
      entries: await entriesOf([`advance/${id}/`, ...formKey(advance)], user),
      may: {
        decide: status === 'requested' && may('approve') && !own,
        decideParts: may('approve'),
        pay: status === 'approved' && may('manage'),
        cancel: ['requested', 'approved'].includes(status) && may('manage'),
        settle: settles,
      },
      me: user.id,
    })
  }
}

/** The entry of the form 50 that paid it is that of the advance. */
const formKey = ({ voucherId }: Advance) =>
  voucherId ? [`payment_voucher/${voucherId}/posted`] : []
