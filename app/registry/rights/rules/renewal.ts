import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { Finding } from '#registry/rules/finding'
import type Asset from '#registry/models/asset'
import type Right from '#registry/models/right'
import { rightPorts, totalArrears } from '#registry/rights/ports'

/** R16: who leaves or renews while something is due of his right. A warning on leaving, a gate on renewal. */
export async function judgeArrears(
  right: Right,
  moment: 'exit' | 'renewal',
  trx?: Trx
): Promise<Finding[]> {
  const due = await totalArrears([right.id], trx)
  if (!due.isPositive()) return []
  return [
    {
      rule: 'R16',
      severity: moment === 'exit' ? 'warning' : 'critical',
      messages: sentence(
        `على الحق رقم ${right.rightNo} متأخرات ${due.format('ar')} جنيه.`,
        `${due.format('en')} pounds are in arrears on right ${right.rightNo}.`
      ),
      cure: sentence(
        moment === 'exit'
          ? 'تبقى المتأخرات دينًا عليه بعد انتهاء الحق.'
          : 'يسدد المتأخرات قبل التجديد.',
        moment === 'exit'
          ? 'They remain his debt after the right ends.'
          : 'They are paid before the renewal.'
      ),
      facts: { due: String(due), rightId: right.id },
      overridable: moment === 'renewal',
    },
  ]
}

/** R26: no renewal on an asset with an open dispute or case. */
export async function judgeDisputes(asset: Asset, trx?: Trx): Promise<Finding[]> {
  const ids = [asset.id, ...(asset.parentId ? [asset.parentId] : [])]
  const cases = await rightPorts.openCasesOn(ids, trx)
  const disputed = asset.recordStatus === 'disputed'
  if (!disputed && cases.length === 0) return []
  const numbers = cases.map(({ number }) => number).join('، ')
  return [
    {
      rule: 'R26',
      severity: 'critical',
      messages: cases.length
        ? sentence(
            `على الأصل ملفات مفتوحة: ${numbers}.`,
            `Cases are open on the asset: ${numbers}.`
          )
        : sentence('الأصل محل نزاع.', 'The asset is in dispute.'),
      cure: sentence(
        'لا يجدد الحق حتى يقفل النزاع أو الملف.',
        'The right is not renewed until the dispute or case is closed.'
      ),
      facts: { disputed, cases: cases.map(({ id }) => id) },
      overridable: false,
    },
  ]
}
