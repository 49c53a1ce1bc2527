import { createHash, createHmac } from 'node:crypto'
import env from '#start/env'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'

/** A checkpoint over every chain: rewriting history behind it shows. */
export interface Seal {
  id: number
  sealedAt: string
  root: Buffer
  /** Short form for the foot of reports. */
  code: string
}

/** The root of a checkpoint: SHA-256 of the root before it and of every chain's head. */
export function sealRoot(previousRoot: Buffer, heads: string): Buffer {
  return createHash('sha256').update(previousRoot).update(heads).digest()
}

/** Signs a root with SEAL_KEY, which the database never holds. */
export function signRoot(root: Buffer): Buffer {
  const key = Buffer.from(env.get('SEAL_KEY').release(), 'base64')
  return createHmac('sha256', key).update(root).digest()
}

/** `A1B2-C3D4-E5F6-0789`: the first eight bytes of a root, as printed on reports. */
export function sealCode(root: Buffer): string {
  return root.subarray(0, 8).toString('hex').toUpperCase().match(/.{4}/g)!.join('-')
}

/**
 * Seals every chain as it stands. When nothing was recorded since the last seal, that one is given
 * back. Printed on reports and sent to auditors, so that a rewritten or cut history shows.
 */
export async function sealTrail(outer?: Trx): Promise<Seal> {
  return within(outer, async (trx) => {
    const [last] = (
      await trx.rawQuery(
        'SELECT id, sealed_at, heads, root FROM trail_seals ORDER BY id DESC LIMIT 1 FOR UPDATE'
      )
    )[0] as { id: number; sealed_at: Date; heads: string; root: Buffer }[]
    const rows = (
      await trx.rawQuery(
        'SELECT unit_id, seq, hash FROM trail_heads WHERE seq > 0 ORDER BY unit_id'
      )
    )[0] as { unit_id: number; seq: number; hash: Buffer }[]
    const heads = JSON.stringify(
      rows.map((row) => [Number(row.unit_id), Number(row.seq), row.hash.toString('hex')])
    )
    if (last && last.heads === heads) {
      return {
        id: last.id,
        sealedAt: new Date(last.sealed_at).toISOString(),
        root: last.root,
        code: sealCode(last.root),
      }
    }
    const previous = last?.root ?? Buffer.alloc(32)
    const root = sealRoot(previous, heads)
    const sealedAt = clock.now().toISOString()
    const [made] = await trx.rawQuery(
      'INSERT INTO trail_seals (sealed_at, heads, root, previous_root, signature) VALUES (?, ?, ?, ?, ?)',
      [sealedAt.slice(0, 23).replace('T', ' '), heads, root, previous, signRoot(root)]
    )
    return { id: made.insertId, sealedAt, root, code: sealCode(root) }
  })
}
