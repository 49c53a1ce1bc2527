import router from '@adonisjs/core/services/router'
import { cycleByOfficer, cycleByStage } from '#accounts/payments/reports/cycle_times'
import { deductionsRegister } from '#accounts/payments/reports/deductions_register'
import { dossiersIncomplete } from '#accounts/payments/reports/dossiers_incomplete'
import { paymentsRegister } from '#accounts/payments/reports/payments_register'
import type { PaymentReport } from '#accounts/payments/reports/columns'

/** Reports of payments by their name in the address; each is a page, an Excel file and a PDF. */
export const PAYMENT_REPORTS: ReadonlyMap<string, PaymentReport> = new Map(
  [paymentsRegister, deductionsRegister, dossiersIncomplete, cycleByStage, cycleByOfficer].map(
    (report) => [report.name, report]
  )
)

/** What stands on the shelf: name and address. */
export function paymentShelf(): { name: string; url: string }[] {
  const own = [...PAYMENT_REPORTS.keys()].map((name) => ({
    ...{ name, url: router.makeUrl('accounts.payment_reports.show', { name }) },
  }))
  return [...own, { name: 'form-prints', url: router.makeUrl('accounts.prints.index') }]
}
