import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { visible } from '#identity/access/visible'
import { ADVANCE_TONES, advancesList } from '#accounts/advances/lists/advances_list'
import { HolderUnknownError } from '#accounts/advances/errors'
import RequestAdvance, { type Holder } from '#accounts/advances/request_advance'
import { chargeableLines } from '#accounts/advances/chargeable_lines'
import { advanceForm } from '#accounts/advances/validators'
import { makerOf } from '#accounts/hands'
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
    const { request, response } = ctx
    const said = await request.validateUsing(advanceForm)
    const advance = await new RequestAdvance().handle(
      {
        unitId: said.unit_id,
        kind: said.kind,
        holder: await holderOf(said.unit_id, said),
        contractNo: said.kind === 'supplier' ? said.contract_no : null,
        amount: said.amount,
        purpose: said.purpose,
        on: said.on,
      },
      makerOf(ctx)
    )
    return response.redirect().status(303).toPath(`/accounts/advances/${advance.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const advance = await Advance.visibleTo(user)
      .where('advances.id', params.id)
      .preload('settlements', (query) => void query.orderBy('id'))
      .firstOrFail()
    const may = (act: 'manage' | 'approve') => user.can(`accounts.advances.${act}`, advance.unitId)
    const { status } = advance
    const settles = status === 'paid' && may('manage')
    return view.render('pages/accounts/advances/show', {
      advance,
      tones: ADVANCE_TONES,
      today: today(),
      lines: settles ? await chargeableLines(advance.unitId, today()) : [],
      trail: await visible(db.from('trail'), user, 'accounts.advances.read', 'trail.unit_id')
        .where({ subject_type: 'advance', subject_id: advance.id })
        .orderBy('seq')
        .select('action', 'actor_name', 'occurred_at', 'reason'),
      may: {
        decide: status === 'requested' && may('approve') && advance.madeBy !== user.id,
        decideParts: may('approve'),
        pay: status === 'approved' && may('manage'),
        cancel: ['requested', 'approved'].includes(status) && may('manage'),
        settle: settles,
      },
      me: user.id,
    })
  }
}

/** @throws HolderUnknownError */
async function holderOf(
  unitId: number,
  { holder_email: email, party_no: partyNo }: { holder_email?: string; party_no?: string }
): Promise<Holder> {
  const found = email
    ? await db.from('users').where('email', email.toLowerCase()).select('id').first()
    : await db.from('parties').where({ unit_id: unitId, party_no: partyNo! }).select('id').first()
  if (!found) {
    throw new HolderUnknownError(
      sentence(
        `لا يوجد صاحب سلفة بهذا التعريف: ${email ?? partyNo}.`,
        `Nobody is known as ${email ?? partyNo}.`
      )
    )
  }
  return email ? { userId: Number(found.id) } : { partyId: Number(found.id) }
}
