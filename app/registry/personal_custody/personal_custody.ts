import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { today, type Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail, type TrailFact } from '#audit/trail'
import {
  AlreadyHeldError,
  HandBackEarlyError,
  NotTheHolderError,
  SignedAlreadyError,
} from '#registry/personal_custody/errors'

export interface HandingOver {
  assetId: number
  /** His account, when he has one; he signs in it himself. */
  holderUserId: number | null
  holderName: string
  holderJob: string | null
  on: Day
  /** State in which it was handed over. */
  condition: string
}

interface Act {
  by: Actor & { id: number }
  trx?: Trx
}

export interface CustodyRow {
  id: number
  unit_id: number
  asset_id: number
  holder_user_id: number | null
  holder_name: string
  holder_job: string | null
  handed_on: Day
  condition_out: string
  signed_at: Date | null
  signed_by: number | null
  signature_document_id: number | null
  returned_on: Day | null
  condition_back: string | null
}

/**
 * عهدة شخصية: a thing in the hands of one person, who signs for it and hands it back. The database keeps
 * one holder at a time.
 */
export default class PersonalCustody {
  /** @throws AlreadyHeldError naming who holds it */
  async handOver(given: HandingOver, { by, trx: outer }: Act): Promise<number> {
    return within(outer, async (trx) => {
      const asset = await trx.from('assets').where('id', given.assetId).forUpdate().firstOrFail()
      const open = await trx
        .from('personal_custodies')
        .where('open_asset_id', given.assetId)
        .select('holder_name')
        .first()
      if (open) throw new AlreadyHeldError(open.holder_name)
      const [id] = await trx.insertQuery().table('personal_custodies').insert({
        unit_id: asset.unit_id,
        asset_id: asset.id,
        holder_user_id: given.holderUserId,
        holder_name: given.holderName,
        holder_job: given.holderJob,
        handed_on: given.on,
        handed_by: by.id,
        condition_out: given.condition,
      })
      await tell('personal_custody.handed', Number(id), asset, { after: given }, { by, trx })
      return Number(id)
    })
  }

  /**
   * The holder's signature: his own, signed in, or the scan of the paper he signed.
   * @throws SignedAlreadyError, NotTheHolderError
   */
  async sign(id: number, { documentId, by, trx: outer }: Act & { documentId?: number }) {
    return within(outer, async (trx) => {
      const custody = await held(id, trx)
      if (custody.signed_at) throw new SignedAlreadyError(custody.holder_name)
      const himself = custody.holder_user_id !== null && Number(custody.holder_user_id) === by.id
      if (!documentId && !himself) throw new NotTheHolderError(custody.holder_name)
      await trx
        .from('personal_custodies')
        .where('id', id)
        .update({
          signed_at: clock.now(),
          signed_by: documentId ? null : by.id,
          signature_document_id: documentId ?? null,
        })
      const asset = await assetOf(custody, trx)
      const after = { documentId: documentId ?? null, himself }
      await tell('personal_custody.signed', id, asset, { after }, { by, trx })
    })
  }

  /** @throws HandBackEarlyError */
  async handBack(
    id: number,
    { on, condition, by, trx: outer }: Act & { on: Day; condition: string }
  ): Promise<void> {
    return within(outer, async (trx) => {
      const custody = await held(id, trx)
      if (custody.returned_on) return
      if (on < custody.handed_on || on > today()) throw new HandBackEarlyError(custody.handed_on)
      await trx
        .from('personal_custodies')
        .where('id', id)
        .update({ returned_on: on, returned_to: by.id, condition_back: condition })
      const asset = await assetOf(custody, trx)
      await tell('personal_custody.returned', id, asset, { after: { on, condition } }, { by, trx })
    })
  }
}

async function held(id: number, trx: Trx): Promise<CustodyRow> {
  return trx.from('personal_custodies').where('id', id).forUpdate().firstOrFail()
}

const assetOf = (custody: CustodyRow, trx: Trx) =>
  trx.from('assets').where('id', custody.asset_id).firstOrFail()

async function tell(
  action: string,
  id: number,
  asset: Record<string, any>,
  what: Pick<TrailFact, 'before' | 'after'>,
  { by, trx }: { by: Actor; trx: Trx }
): Promise<void> {
  await Trail.record(
    {
      action,
      unitId: Number(asset.unit_id),
      subjectType: 'personal_custody',
      subjectId: id,
      label: `${asset.code} ${asset.name}`,
      ...what,
    },
    { by, trx }
  )
}

/** Who had an asset in his own hands, latest first. */
export async function custodiesOf(assetId: number): Promise<CustodyRow[]> {
  return db
    .from('personal_custodies')
    .where('asset_id', assetId)
    .orderBy('handed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
}
