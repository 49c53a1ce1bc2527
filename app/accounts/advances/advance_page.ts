import db from '@adonisjs/lucid/services/db'
import { daysBetween, today } from '#core/days'
import type User from '#identity/models/user'
import { chargeableLines } from '#accounts/advances/chargeable_lines'
import { formOfAdvance } from '#accounts/advances/form_of_advance'
import { entriesOf, historyOf } from '#accounts/holdings/history'
import Advance from '#accounts/models/advance'

/** An advance with all that became of it, and what the person may do with it now. */
export async function advancePage(user: User, advanceId: number) {
  const advance = await Advance.visibleTo(user)
    .where('advances.id', advanceId)
    .preload('settlements', (query) => void query.orderBy('id'))
    .firstOrFail()
  const may = (act: 'manage' | 'approve') => user.can(`accounts.advances.${act}`, advance.unitId)
  const { id, status, dueOn, kind } = advance
  const own = advance.madeBy === user.id || advance.holderUserId === user.id
  const settles = status === 'paid' && may('manage')
  const form = await formOfAdvance(id, db as never)
  const writesForms = user.can('accounts.payments.manage', advance.unitId)
  return {
    ...{ advance, form, me: user.id },
    lines: settles ? await chargeableLines(advance.unitId, today()) : [],
    late: status === 'paid' && dueOn! < today() ? daysBetween(dueOn!, today()) : 0,
    history: await historyOf({ type: 'advance', id }, user, 'accounts.advances.read'),
    entries: await entriesOf([`advance/${id}/`, ...(await formKeys(advance))], user),
    may: {
      decide: status === 'requested' && may('approve') && !own,
      decideParts: may('approve'),
      pay: status === 'approved' && writesForms && !form,
      replenish: status === 'paid' && kind === 'permanent' && writesForms,
      cancel: ['requested', 'approved'].includes(status) && may('manage') && !form,
      settle: settles,
    },
  }
}

/** Entries of the forms 50 that paid and replenished it are those of the advance. */
async function formKeys({ id }: Advance): Promise<string[]> {
  const forms = await db.from('payment_vouchers').where('advance_id', id).select('id')
  return forms.map((form) => `payment_voucher/${form.id}/posted`)
}
