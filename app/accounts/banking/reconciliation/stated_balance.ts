import { sentence } from '#core/domain_error'
import type { Month } from '#core/fiscal'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import { ReconciliationError } from '#accounts/banking/errors'
import { balanceOfBank } from '#accounts/banking/reconciliation/figures'

export interface Stated {
  bankAccountId: number
  month: Month
  /** As printed at the end of the statement; the bank's file wins where it gives a balance. */
  balance?: Money | null
  statementNo?: string
}

/** What the bank says the account holds at the end of the month. @throws ReconciliationError */
export async function statedBalance(
  { bankAccountId, month, balance, statementNo }: Stated,
  trx: Trx
) {
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
