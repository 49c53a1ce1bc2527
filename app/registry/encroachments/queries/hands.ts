import type { Trx } from '#core/within'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import { sentence } from '#core/domain_error'
import type EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'
import RemovalOrder from '#registry/models/removal_order'

/** Who wrote the minutes of the present episode. */
export async function surveyorOf(kase: EncroachmentCase, trx: Trx): Promise<number | null> {
  const row = await trx
    .from('encroachment_minutes')
    .where({ case_id: kase.id, episode: kase.episode })
    .select('surveyor_id as id')
    .first()
  return row ? Number(row.id) : null
}

/**
 * The removal order of the present episode that is neither refused nor withdrawn, held.
 * @throws CaseNotReadyError when there is none
 */
export async function liveOrder(kase: EncroachmentCase, trx: Trx): Promise<RemovalOrder> {
  const order = await RemovalOrder.query({ client: trx })
    .where({ case_id: kase.id, episode: kase.episode })
    .whereIn('status', ['draft', 'issued'])
    .forUpdate()
    .first()
  if (order) return order
  throw new CaseNotReadyError(
    sentence('لا يوجد قرار إزالة قائم لهذا الملف.', 'The case has no standing removal order.')
  )
}

/**
 * The active legalisation file of the case, held.
 * @throws CaseNotReadyError when there is none
 */
export async function liveFile(kase: EncroachmentCase, trx: Trx): Promise<LegalisationFile> {
  const file = await LegalisationFile.query({ client: trx })
    .where({ case_id: kase.id, status: 'active' })
    .forUpdate()
    .first()
  if (file) return file
  throw new CaseNotReadyError(
    sentence('لا يوجد طلب تقنين قائم لهذا الملف.', 'The case has no active legalisation file.')
  )
}
