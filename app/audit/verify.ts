import { timingSafeEqual } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { chainHash, GENESIS, type ChainedFields } from '#audit/chain'
import { sealRoot, signRoot } from '#audit/seal'

export interface TrailProblem {
  unit: number | null
  seq: number | null
  id: number | null
  problem:
    | 'row_changed'
    | 'row_missing'
    | 'chain_broken'
    | 'head_differs'
    | 'head_missing'
    | 'cut_after_seal'
    | 'rewritten_after_seal'
    | 'seal_changed'
    | 'seal_chain_broken'
  detail: string
}

export interface TrailVerdict {
  ok: boolean
  chains: number
  rows: number
  seals: number
  problems: TrailProblem[]
}

type TrailRow = ChainedFields & { id: number; previousHash: Buffer; hash: Buffer }

const BATCH = 5000

/**
 * Computes every chain anew and holds the seals against them. Names each row that was changed, and
 * each place where rows are missing, were cut off or rewritten behind a seal.
 */
export async function verifyTrail(
  client: QueryClientContract = db.connection()
): Promise<TrailVerdict> {
  const problems: TrailProblem[] = []
  const seals = await sealedHeads(client, problems)
  const units = await unitsWithTrail(client, seals)
  let rows = 0
  for (const unit of units) {
    rows += await verifyChain(client, unit, seals.heads.get(unit) ?? [], problems)
  }
  return { ok: problems.length === 0, chains: units.length, rows, seals: seals.count, problems }
}

async function unitsWithTrail(
  client: QueryClientContract,
  seals: Awaited<ReturnType<typeof sealedHeads>>
): Promise<number[]> {
  const [found] = await client.rawQuery(
    'SELECT DISTINCT unit_id AS id FROM trail UNION SELECT unit_id FROM trail_heads WHERE seq > 0'
  )
  const units = new Set<number>(seals.heads.keys())
  for (const row of found as { id: number }[]) units.add(Number(row.id))
  return [...units].sort((a, b) => a - b)
}

async function verifyChain(
  client: QueryClientContract,
  unit: number,
  sealed: [number, string][],
  problems: TrailProblem[]
): Promise<number> {
  const expected = new Map(sealed)
  let previous: Buffer = GENESIS
  let seq = 0
  let count = 0
  for (;;) {
    const batch = await rowsAfter(client, unit, seq)
    if (!batch.length) break
    for (const row of batch) {
      count++
      const at = { unit, seq: row.seq, id: row.id }
      if (row.seq !== seq + 1) {
        problems.push({
          ...at,
          problem: 'row_missing',
          detail: `rows ${seq + 1} to ${row.seq - 1} are gone`,
        })
      } else if (!row.previousHash.equals(previous)) {
        problems.push({
          ...at,
          problem: 'chain_broken',
          detail: 'does not follow the row before it',
        })
      }
      if (!chainHash(row.previousHash, row).equals(row.hash)) {
        problems.push({
          ...at,
          problem: 'row_changed',
          detail: `${row.action} ${row.subjectLabel}`,
        })
      }
      const seal = expected.get(row.seq)
      if (seal && seal !== row.hash.toString('hex')) {
        problems.push({
          ...at,
          problem: 'rewritten_after_seal',
          detail: 'differs from a sealed head',
        })
      }
      expected.delete(row.seq)
      previous = row.hash
      seq = row.seq
    }
  }
  for (const missing of expected.keys()) {
    if (missing > seq) {
      problems.push({
        unit,
        seq: missing,
        id: null,
        problem: 'cut_after_seal',
        detail: `a seal saw row ${missing}, the chain ends at ${seq}`,
      })
    }
  }
  await verifyHead(client, unit, seq, previous, problems)
  return count
}

async function verifyHead(
  client: QueryClientContract,
  unit: number,
  seq: number,
  hash: Buffer,
  problems: TrailProblem[]
) {
  const [[head]] = (await client.rawQuery('SELECT seq, hash FROM trail_heads WHERE unit_id = ?', [
    unit,
  ])) as [{ seq: number; hash: Buffer }[]]
  const at = { unit, seq, id: null }
  if (!head) problems.push({ ...at, problem: 'head_missing', detail: 'the head row is gone' })
  else if (Number(head.seq) !== seq || !head.hash.equals(hash)) {
    problems.push({
      ...at,
      problem: 'head_differs',
      detail: `the head stands at ${head.seq}, the chain ends at ${seq}`,
    })
  }
}

async function rowsAfter(
  client: QueryClientContract,
  unit: number,
  seq: number
): Promise<TrailRow[]> {
  const [rows] = await client.rawQuery(
    `SELECT id, unit_id AS unitId, seq, DATE_FORMAT(occurred_at, '%Y-%m-%dT%H:%i:%s.%f') AS occurredAt,
       actor_id AS actorId, actor_name AS actorName, action, subject_type AS subjectType,
       subject_id AS subjectId, subject_label AS subjectLabel, before_value AS \`before\`,
       after_value AS \`after\`, reason, request_id AS requestId, previous_hash AS previousHash, hash
     FROM trail WHERE unit_id = ? AND seq > ? ORDER BY seq LIMIT ${BATCH}`,
    [unit, seq]
  )
  return (rows as TrailRow[]).map((row) => ({
    ...row,
    unitId: Number(row.unitId),
    seq: Number(row.seq),
    occurredAt: row.occurredAt.slice(0, 23),
  }))
}

/** Every sealed head by unit, after checking the seals themselves. */
async function sealedHeads(client: QueryClientContract, problems: TrailProblem[]) {
  const heads = new Map<number, [number, string][]>()
  const [rows] = await client.rawQuery(
    'SELECT id, heads, root, previous_root, signature FROM trail_seals ORDER BY id'
  )
  let previous: Buffer = GENESIS
  for (const seal of rows as {
    id: number
    heads: string
    root: Buffer
    previous_root: Buffer
    signature: Buffer
  }[]) {
    const at = { unit: null, seq: null, id: seal.id }
    if (!seal.previous_root.equals(previous)) {
      problems.push({ ...at, problem: 'seal_chain_broken', detail: `seal ${seal.id}` })
    }
    const signature = signRoot(seal.root)
    const signed =
      signature.length === seal.signature.length && timingSafeEqual(signature, seal.signature)
    if (!sealRoot(seal.previous_root, seal.heads).equals(seal.root) || !signed) {
      problems.push({ ...at, problem: 'seal_changed', detail: `seal ${seal.id}` })
    } else {
      for (const [unit, seq, hash] of JSON.parse(seal.heads) as [number, number, string][]) {
        const known = heads.get(unit) ?? []
        known.push([seq, hash])
        heads.set(unit, known)
      }
    }
    previous = seal.root
  }
  return { heads, count: rows.length }
}
