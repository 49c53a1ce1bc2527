import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import type { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import type User from '#identity/models/user'
import { ReconciliationError } from '#accounts/banking/errors'
import { pictureOf } from '#accounts/banking/reconciliation/frozen'
import { assertSignable } from '#accounts/banking/reconciliation/signable'
import { statedBalance, type Stated } from '#accounts/banking/reconciliation/stated_balance'
import BankReconciliation from '#accounts/models/bank_reconciliation'

interface Act {
  by: User
  requestId?: string
  trx?: Trx
}

/** The book in which a unit numbers its reconciliation statements, per fiscal year without gaps. */
export const RECONCILIATION_BOOK = 'bank-reconciliations'

/** Makes the reconciliation statement of an account and month, and takes its two signatures. */
export default class ReconcileBank {
  /** Makes it, or tells its draft another balance of the bank. @throws ReconciliationError */
  async prepare(stated: Stated, { by, requestId, trx: outer }: Act): Promise<BankReconciliation> {
    return within(outer, async (trx) => {
      const { bankAccountId, month } = stated
      const { balance, statementNo } = await statedBalance(stated, trx)
      const known = await BankReconciliation.query({ client: trx })
        .where({ bank_account_id: bankAccountId, month: month.first })
        .forUpdate()
        .first()
      if (known && known.status !== 'draft') throw signedAlready(known.label)
      const { difference } = await pictureOf(stated, balance, trx)
      const facts = { statedBalance: balance, statementNo, difference }
      const made = known
        ? await known.merge({ ...facts, version: known.version + 1 }).save()
        : await create(stated, facts, by, trx)
      await tell(
        made,
        'prepared',
        { balance: String(balance), difference: String(difference) },
        { by, requestId, trx }
      )
      return made
    })
  }

  /**
   * The first signature freezes the figures, the second, of another person, closes them for good.
   * @throws ReconciliationError while the month runs, where a difference is left or the figures changed
   */
  async sign(
    id: number,
    { from, ...act }: Act & { from?: 'draft' | 'signed' }
  ): Promise<BankReconciliation> {
    return within(act.trx, async (trx) => {
      const one = await (await BankReconciliation.findOrFail(id, { client: trx })).lock(trx)
      // A route gives the right to one signature: out of its turn it is no step of the statement.
      const isSecond = (from ?? one.status) === 'signed'
      one.moveTo(isSecond ? 'closed' : 'signed')
      const place = { bankAccountId: one.bankAccountId, month: one.period }
      const frozen = await pictureOf(place, one.statedBalance, trx)
      assertSignable(one, frozen, isSecond)
      const now = DateTime.fromJSDate(clock.now())
      if (isSecond) {
        one.merge({ secondSignedBy: act.by.id, secondSignedAt: now, version: one.version + 1 })
        await decide(one, act, trx)
      } else {
        one.merge({
          figures: JSON.stringify(frozen),
          difference: frozen.difference,
          documentHash: documentHash(frozen),
          firstSignedBy: act.by.id,
          firstSignedAt: now,
          returnReason: null,
          version: one.version + 1,
        })
        await tell(one, 'signed_first', { balance: String(one.statedBalance) }, { ...act, trx })
      }
      return one.save()
    })
  }

  /** Back to who prepared it, with what is wrong. @throws TransitionError */
  async sendBack(id: number, act: Act & { reason: string }): Promise<BankReconciliation> {
    return within(act.trx, async (trx) => {
      const one = await (await BankReconciliation.findOrFail(id, { client: trx })).lock(trx)
      one.moveTo('draft')
      one.merge({
        ...{ firstSignedBy: null, firstSignedAt: null, documentHash: null, figures: null },
        ...{ returnReason: act.reason.slice(0, 500), version: one.version + 1 },
      })
      await one.save()
      await tell(one, 'returned', {}, { ...act, trx })
      return one
    })
  }
}

async function create(
  { bankAccountId, month }: Stated,
  facts: { statedBalance: Money; statementNo: string; difference: Money },
  by: User,
  trx: Trx
) {
  const account = await trx.from('bank_accounts').where('id', bankAccountId).firstOrFail()
  const unitId = Number(account.unit_id)
  const fiscalYear = FiscalYear.containing(month.last).label
  const number = await nextNumber({ unitId, book: RECONCILIATION_BOOK, fiscalYear }, trx)
  const place = { unitId, bankAccountId, month: month.first, fiscalYear, number, madeBy: by.id }
  const row = { ...place, ...facts, status: 'draft', version: 1 }
  return BankReconciliation.create(row, { client: trx })
}

function signedAlready(label: string) {
  return new ReconciliationError(
    sentence(
      `مذكرة هذا الشهر موقعة برقم ${label}.`,
      `The statement of this month is signed already as ${label}.`
    )
  )
}

const decide = (one: BankReconciliation, { by, requestId }: Act, trx: Trx) =>
  new DecideApproval().approve({
    subject: { type: 'bank_reconciliation', id: one.id, unitId: one.unitId, label: one.label },
    step: 'close',
    madeBy: one.firstSignedBy!,
    documentHash: one.documentHash!,
    ...{ by, requestId, trx },
  })

const tell = (
  one: BankReconciliation,
  action: string,
  after: object,
  { by, requestId, trx, reason }: Act & { trx: Trx; reason?: string }
) =>
  Trail.record(
    {
      action: `bank_reconciliation.${action}`,
      unitId: one.unitId,
      subjectType: 'bank_reconciliation',
      subjectId: one.id,
      label: one.label,
      after,
      reason,
    },
    { by: by.asActor(requestId), trx }
  )
