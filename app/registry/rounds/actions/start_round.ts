import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type Round from '#registry/models/round'
import { lockedRound, subject } from '#registry/rounds/actions/plan_round'
import { RoundNotReadyError } from '#registry/rounds/errors'
import { DETAIL_JOINS, factsOfAnySql } from '#registry/rounds/field_facts'
import { scopeQuery } from '#registry/rounds/queries/scope'

/**
 * Starts a round (بدء الحصر): what it is to count is frozen, one line an asset, with what the register
 * says of it at this moment. Assets entered afterwards are not missing from it, and those that change
 * afterwards show as changed. Restricted and strategic assets are left out and their number is told:
 * they are counted by who is trusted with them, never on a telephone.
 */
export default class StartRound {
  /** @throws TransitionError, RoundNotReadyError */
  async handle(
    roundId: number,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<Round> {
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      round.moveTo('running')
      const { sql, bindings } = scopeQuery(round)
      await trx.rawQuery(
        `INSERT INTO round_lines (round_id, unit_id, asset_id, class_id, asset_code, name, street, latitude, longitude,
           expected, base_version, photos_required, gps_limit_m)
         SELECT ?, a.unit_id, a.id, a.class_id, a.code, a.name, a.street, a.latitude, a.longitude,
           ${factsOfAnySql()}, a.version, c.photos_required, c.gps_limit_m
         ${sql.replace('/*joins*/', DETAIL_JOINS)} AND a.security_class = 'normal' ORDER BY a.id`,
        [round.id, ...bindings] as string[]
      )
      const [[left]] = await trx.rawQuery(
        `SELECT COUNT(*) AS n ${sql} AND a.security_class <> 'normal'`,
        bindings as string[]
      )
      const frozen = await hashOfLines(round.id, trx)
      if (frozen.count === 0) {
        throw new RoundNotReadyError(
          sentence('لا أصول في نطاق هذا الحصر.', 'There are no assets in the scope of this round.'),
          sentence('وسّع النطاق: الأنواع أو الوحدات.', 'Widen its classes or units.')
        )
      }
      round.merge({
        startedAt: DateTime.fromJSDate(clock.now()),
        linesCount: frozen.count,
        scopeHash: frozen.hash,
        restrictedLeftOut: Number(left.n),
        version: round.version + 1,
      })
      await round.save()
      await Trail.record(
        {
          action: 'round.started',
          ...subject(round),
          after: {
            lines: frozen.count,
            restrictedLeftOut: Number(left.n),
            scopeHash: frozen.hash.toString('hex'),
          },
        },
        { by, trx }
      )
      return round
    })
  }
}

/** Lines read at a time while their hash is taken. */
const PAGE = 5_000

/** SHA-256 over the frozen lines in their order: what was expected cannot be changed unseen. */
export async function hashOfLines(roundId: number, trx: Trx) {
  const hash = createHash('sha256')
  let count = 0
  for (let after = 0; ;) {
    const [rows] = await trx.rawQuery(
      `SELECT id, asset_id, base_version, CAST(expected AS CHAR) AS expected FROM round_lines
       WHERE round_id = ? AND id > ? AND asset_code IS NOT NULL AND base_version IS NOT NULL ORDER BY id LIMIT ${PAGE}`,
      [roundId, after]
    )
    for (const row of rows as Record<string, unknown>[]) {
      hash.update(`${row.asset_id} ${row.base_version} ${row.expected}\n`)
    }
    count += rows.length
    if (rows.length < PAGE) break
    after = Number(rows.at(-1).id)
  }
  return { count, hash: hash.digest() }
}
