import { sentence, type Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'

/**
 * Why the committee may not accept a request yet, by what was displayed: its list still hangs out or is
 * not approved, or an objection against it was accepted. Null when nothing was displayed or all is done.
 */
export async function displayStands(fileId: number, trx: Trx): Promise<Sentence | null> {
  const [[row]] = await trx.rawQuery(
    `SELECT l.list_no, l.status, l.until_on, (SELECT MIN(o.objection_no) FROM display_objections o
       WHERE o.entry_id = e.id AND o.status = 'accepted') AS objection
     FROM display_entries e JOIN display_lists l ON l.id = e.list_id
     WHERE e.subject_type = 'legalisation_file' AND e.subject_id = ? AND l.status IN ('displayed', 'approved')
     ORDER BY l.id DESC LIMIT 1`,
    [fileId]
  )
  if (!row) return null
  const { list_no: no, until_on: until, objection } = row
  if (objection) {
    return sentence(
      `قُبل الاعتراض رقم ${objection} على هذا الطلب في كشف العرض رقم ${no}، فلا يقبل.`,
      `Objection ${objection} against this request on display list ${no} was accepted: it cannot be accepted.`
    )
  }
  if (row.status === 'approved') return null
  return sentence(
    `الطلب معروض بالكشف رقم ${no} حتى ${until}، ولا يقبل قبل اعتماد الكشف.`,
    `The request hangs out on display list ${no} until ${until}; it is not accepted before that is approved.`
  )
}

/** The list of a round's results that still hangs out, by its number: the round is not closed before. */
export async function displayOfRound(roundId: number, trx: Trx): Promise<string | null> {
  const row = await trx
    .from('display_lists')
    .where({ round_id: roundId, status: 'displayed' })
    .select('list_no')
    .first()
  return row?.list_no ?? null
}
