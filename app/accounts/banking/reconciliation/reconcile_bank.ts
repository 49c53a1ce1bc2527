import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear, type Month } from '#core/fiscal'
import type { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import type User from '#identity/models/user'
import { ReconciliationError } from '#accounts/banking/errors'
import { balanceOfBank } from '#accounts/banking/reconciliation/figures'
import { pictureOf, type Frozen } from '#accounts/banking/reconciliation/frozen'
import BankReconciliation from '#accounts/models/bank_reconciliation'

interface Act {
  by: User
  requestId?: string
  trx?: Trx
}

export interface Stated {
  bankAccountId: number
  month: Month
  /** As printed at the end of the statement; the bank's file wins where it gives a balance. */
  balance?: Money | null
  statementNo?: string
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

async function statedBalance({ bankAccountId, month, balance, statementNo }: Stated, trx: Trx) {
  const ofBank = await balanceOfBank(bankAccountId, month, trx)
  if (ofBank && balance && !ofBank.balance.equals(balance)) {
    throw new ReconciliationError(
      sentence(
        `كشف البنك يقول إن رصيده ${ofBank.balance.format('ar')} لا ${balance.format('ar')}.`,
        `The bank’s own file says ${ofBank.balance.format('en')}, not ${balance.format('en')}.`
      )
    )
  }
  if (ofBank) return ofBank
  if (balance) return { balance, statementNo: (statementNo ?? '').slice(0, 40) }
  throw new ReconciliationError(
    sentence(
      'اكتب رصيد الكشف في آخر الشهر كما طبعه البنك.',
      'Give the balance that the bank printed at the end of the month.'
    )
  )
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

function assertSignable(one: BankReconciliation, frozen: Frozen, isSecond: boolean): void {
  if (one.period.last > today()) {
    throw new ReconciliationError(sentence('الشهر لم ينته بعد.', 'The month is not over yet.'))
  }
  if (!frozen.difference.isZero()) {
    throw new ReconciliationError(
      sentence(
        `في المذكرة فرق ${frozen.difference.format('ar')} لا تفسره المستندات.`,
        `A difference of ${frozen.difference.format('en')} is left that no paper explains.`
      ),
      {
        facts: { difference: String(frozen.difference) },
        cure: sentence(
          'راجع رصيد الكشف، وما قيد على حساب البنك بغير كشفه.',
          'Check the balance of the statement, and what was posted on the bank account beside its statements.'
        ),
      }
    )
  }
  if (isSecond && !documentHash(frozen).equals(one.documentHash!)) {
    throw new ReconciliationError(
      sentence(
        'تغيرت الأرقام بعد التوقيع الأول.',
        'The figures changed after the first signature.'
      ),
      { cure: sentence('ترد إلى معدها ليوقعها من جديد.', 'Send it back, to be signed anew.') }
    )
  }
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
