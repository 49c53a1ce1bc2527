import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { GuaranteePaperError } from '#accounts/guarantees/errors'
import { GUARANTEE_TONES, guaranteesList } from '#accounts/guarantees/lists/guarantees_list'
import RecordGuarantee from '#accounts/guarantees/record_guarantee'
import { guaranteeForm } from '#accounts/guarantees/validators'
import { makerOf } from '#accounts/hands'
import Guarantee, { GUARANTEE_FORMS, GUARANTEE_PURPOSES } from '#accounts/models/guarantee'
import { OF_AUTHORITY, type ActKind } from '#accounts/models/guarantee_act'

const MANAGE = 'accounts.guarantees.manage'

/** Which acts the page offers in which state; what each needs is judged when it is approved. */
const OFFERED: Readonly<Record<string, readonly ActKind[]>> = {
  draft: ['accept'],
  received: ['clear', 'bounce'],
  held: ['release', 'extend', 'call', 'forfeit', 'penalise'],
  called: ['extend', 'withdraw', 'forfeit', 'penalise'],
}
const OF_LETTERS: readonly ActKind[] = ['extend', 'call', 'withdraw']

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
    const { request, response } = ctx
    const said = await request.validateUsing(guaranteeForm)
    const party = await db
      .from('parties')
      .where({ unit_id: said.unit_id, party_no: said.party_no })
      .select('id')
      .first()
    if (!party) {
      throw new GuaranteePaperError(
        sentence(
          `لا يوجد متعامل برقم ${said.party_no} في الوحدة.`,
          `The unit has no party no. ${said.party_no}.`
        )
      )
    }
    const guarantee = await new RecordGuarantee().handle(
      {
        unitId: said.unit_id,
        purpose: said.purpose,
        form: said.form,
        partyId: Number(party.id),
        subjectNo: said.subject_no,
        subject: said.subject,
        amount: said.amount,
        referenceNo: said.reference_no,
        bankName: said.form === 'cash' ? null : said.bank_name,
        issuedOn: said.issued_on,
        expiresOn: said.form === 'letter' ? said.expires_on : null,
        on: today(),
      },
      makerOf(ctx)
    )
    return response.redirect().status(303).toPath(`/accounts/guarantees/${guarantee.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const guarantee = await Guarantee.visibleTo(user)
      .where('guarantees.id', params.id)
      .preload('acts', (query) => void query.orderBy('id'))
      .firstOrFail()
    const { unitId, status, form } = guarantee
    const waiting = guarantee.acts.find((act) => act.status === 'proposed')
    const signs = OF_AUTHORITY.includes(waiting?.kind as ActKind) ? 'forfeit' : 'approve'
    const letter = (kind: ActKind) => !OF_LETTERS.includes(kind) || form === 'letter'
    return view.render('pages/accounts/guarantees/show', {
      guarantee,
      tones: GUARANTEE_TONES,
      waiting,
      offered: waiting || !user.can(MANAGE, unitId) ? [] : (OFFERED[status] ?? []).filter(letter),
      mayDecide:
        waiting && waiting.madeBy !== user.id && user.can(`accounts.guarantees.${signs}`, unitId),
    })
  }
}
