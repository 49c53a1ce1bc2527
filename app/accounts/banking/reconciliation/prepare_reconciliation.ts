import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import type { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type User from '#identity/models/user'
import { ReconciliationError } from '#accounts/banking/errors'
import { pictureOf } from '#accounts/banking/reconciliation/frozen'
import { statedBalance, type Stated } from '#accounts/banking/reconciliation/stated_balance'
import { tellReconciliation } from '#accounts/banking/tell'
import BankReconciliation from '#accounts/models/bank_reconciliation'

interface Act {
  by: User
  requestId?: string
  trx?: Trx
}

/** The book in which a unit numbers its reconciliation statements, per fiscal year without gaps. */
export const RECONCILIATION_BOOK = 'bank-reconciliations'

/** Makes it, or tells its draft another balance of the bank. @throws ReconciliationError */
export async function prepareReconciliation(
  stated: Stated,
  { by, requestId, trx: outer }: Act
): Promise<BankReconciliation> {
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
    await tellReconciliation(
      made,
      'prepared',
      { balance: String(balance), difference: String(difference) },
      { by, requestId, trx }
    )
    return made
  })
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
