import type { Trx } from '#core/within'

/**
 * The beneficiaries who are the same person or firm, whichever unit recorded them: by national id, tax
 * number or commercial register, found by blind index.
 */
export async function samePartyIds(
  beneficiaryId: number,
  trx: Pick<Trx, 'rawQuery'>
): Promise<number[]> {
  const same = (kind: string) =>
    `SELECT o.id FROM beneficiaries b JOIN beneficiaries o ON o.${kind}_index = b.${kind}_index WHERE b.id = ?`
  const [rows] = await trx.rawQuery(
    `SELECT ? AS id UNION ${['national_id', 'tax_no', 'commercial_register'].map(same).join(' UNION ')}`,
    [beneficiaryId, beneficiaryId, beneficiaryId, beneficiaryId]
  )
  return (rows as { id: number }[]).map(({ id }) => Number(id))
}
