import { sentence } from '#core/domain_error'
import type Occupancy from '#registry/models/occupancy'
import type Right from '#registry/models/right'
import type { Finding } from '#registry/rules/finding'

/** R17, for who is there without a right or after the end of one. */
export function withoutRight(
  occupancy: Occupancy,
  right: Right | null,
  caseId: number | null
): Finding {
  return {
    rule: 'R17',
    severity: 'medium',
    messages: right
      ? sentence(
          `انتهى الحق رقم ${right.rightNo} في ${right.validTo} وما زال «${occupancy.occupantName}» شاغلًا: إشغال بعد الانتهاء.`,
          `Right ${right.rightNo} ended on ${right.validTo} and «${occupancy.occupantName}» is still there: holdover.`
        )
      : sentence(
          `«${occupancy.occupantName}» شاغل بلا حق${caseId ? `، واقترح له ملف تعد برقم ${caseId}` : ''}.`,
          `«${occupancy.occupantName}» is there without a right${caseId ? `; case ${caseId} is proposed` : ''}.`
        ),
    cure: right
      ? sentence('يجدد الحق أو يخلى المكان.', 'Renew the right or have the place given back.')
      : sentence('افتح ملف تعد أو حرر له ترخيصًا.', 'Open a case, or grant him a licence.'),
    facts: { occupancyId: occupancy.id, rightId: right?.id ?? null, caseId },
    overridable: false,
  }
}
