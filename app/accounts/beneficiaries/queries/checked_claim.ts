import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import type { Locale } from '#core/domain_error'
import { assessClaim } from '#accounts/beneficiaries/claims/assess_claim'
import { checkForm } from '#accounts/beneficiaries/validators'
import type Beneficiary from '#accounts/models/beneficiary'

const TONES = { clear: 'success', suspect: 'warning', blocked: 'danger' } as const

/** The verdict on a claim typed on the card of a beneficiary, before anything is written; null unless asked. */
export async function checkedClaim({ request, i18n }: HttpContext, beneficiary: Beneficiary) {
  const asked = request.qs()
  if (!asked.amount) return null
  const typed = await checkForm.validate(asked)
  const { verdict, findings } = await assessClaim({
    unitId: beneficiary.unitId,
    beneficiaryId: beneficiary.id,
    on: typed.on ?? today(),
    amount: typed.amount!,
    invoiceNo: typed.invoice_no,
    taxUuid: typed.tax_uuid,
    department: typed.department,
    itemClass: typed.item_class,
  })
  const said = findings.map(({ severity, text }) => ({
    severity,
    text: text[i18n.locale as Locale],
  }))
  return { asked, verdict, tone: TONES[verdict], findings: said }
}
