import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { documentHash } from '#identity/actions/decide_approval'
import { ReconciliationError } from '#accounts/banking/errors'
import type { Frozen } from '#accounts/banking/reconciliation/frozen'
import type BankReconciliation from '#accounts/models/bank_reconciliation'

/** The month is over, nothing differs, and the second signs what the first did. @throws ReconciliationError */
export function assertSignable(one: BankReconciliation, frozen: Frozen, isSecond: boolean): void {
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
