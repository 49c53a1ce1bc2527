import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { Finding } from '#registry/rules/finding'

interface Scanned {
  sha256: Buffer | null
  unitId: number
  assetIds: readonly number[]
}

/**
 * R25 on a paper that is being kept: its scan is there, and the same scan does not already prove another
 * asset. Both are warnings: a paper may be known before it is scanned, and one decree may cover many
 * assets.
 */
export async function judgeDocument(
  { sha256, unitId, assetIds }: Scanned,
  trx: Trx
): Promise<Finding[]> {
  if (!sha256) {
    return [
      finding(
        sentence('المستند مسجل بلا صورة ضوئية.', 'The document is recorded without its scan.'),
        sentence('امسح الأصل وأرفق صورته.', 'Scan the original and attach it.'),
        {}
      ),
    ]
  }
  const rows: { code: string; unit_id: number }[] = await trx
    .from('documents')
    .join('document_links', 'document_links.document_id', 'documents.id')
    .join('assets', 'assets.id', 'document_links.subject_id')
    .where('documents.sha256', sha256)
    .where('document_links.subject_type', 'asset')
    .whereNotIn('assets.id', [...assetIds])
    .distinct('assets.code', 'assets.unit_id')
    .limit(20)
  if (rows.length === 0) return []
  // The codes of other units' assets are theirs to tell.
  const named = rows.filter((row) => Number(row.unit_id) === unitId).map((row) => row.code)
  const which = (locale: 'ar' | 'en') =>
    named.join(locale === 'ar' ? '، ' : ', ') ||
    (locale === 'ar' ? 'أصل لوحدة أخرى' : 'an asset of another unit')
  return [
    finding(
      sentence(
        `هذا الملف نفسه مرفق من قبل بأصل آخر: ${which('ar')}.`,
        `This very file is already attached to another asset: ${which('en')}.`
      ),
      sentence(
        'تأكد من أن المستند يخص هذا الأصل أيضًا.',
        'Make sure that it concerns this asset too.'
      ),
      { codes: named, assets: rows.length }
    ),
  ]
}

function finding(
  messages: Finding['messages'],
  cure: Finding['cure'],
  facts: Record<string, unknown>
): Finding {
  return { rule: 'R25', severity: 'warning', messages, cure, facts, overridable: true }
}
