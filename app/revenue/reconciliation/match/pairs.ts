import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'
import type { RuleId } from '#revenue/reconciliation/rules'

type PairRule = Extract<RuleId, 'payer_amount' | 'site_amount'>
const RULES: { id: PairRule; phase: 4 | 5 }[] = [
  { id: 'payer_amount', phase: 4 },
  { id: 'site_amount', phase: 5 },
]

/** How far from the month a paper can lie that decides whether a pair of the month is the only one. */
function reach(bench: Workbench): number {
  const days = RULES.map(({ id }) => bench.rules.window(id)).map((w) => w.before + w.after)
  return Math.max(0, ...days)
}

/**
 * Rules 4 and 5, first part: `rw_free_receipt` holds valid receipts that name no charge and
 * `rw_like` every charge of the same payer or site and amount inside the window. Their cheques join
 * `rw_cheque`, because a returned one pays nothing and holds nothing.
 */
export async function collectLikely(bench: Workbench, { unitId }: MatchScope): Promise<void> {
  await bench.table(
    'rw_free_receipt',
    `receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, received_on DATE NOT NULL, amount DECIMAL(18,2) NOT NULL`
  )
  await bench.table(
    'rw_like',
    `phase TINYINT NOT NULL, receipt_id BIGINT UNSIGNED NOT NULL, charge_id BIGINT UNSIGNED NOT NULL,
     amount DECIMAL(18,2) NOT NULL, charge_in TINYINT NOT NULL, receipt_in TINYINT NOT NULL,
     PRIMARY KEY (phase, receipt_id, charge_id), KEY (charge_id)`
  )
  if (!RULES.some(({ id }) => bench.rules.has(id))) return
  await collectFree(bench, unitId)
  await likeByPayer(bench, unitId)
  await likeBySite(bench, unitId)
  await bench.run(
    'cheques among them',
    `INSERT IGNORE INTO rw_cheque SELECT r.id FROM rw_free_receipt f JOIN receipts r ON r.id = f.receipt_id
     WHERE r.method = 'cheque'`
  )
  // What pays a likely charge by reference may be a returned cheque, too.
  await bench.run(
    'cheques among them',
    `INSERT IGNORE INTO rw_cheque
     SELECT r.id FROM rw_like k JOIN charges c ON c.id = k.charge_id
     JOIN receipts r FORCE INDEX (receipts_reference) ON r.unit_id = c.unit_id AND r.payment_ref = c.payment_ref
     WHERE r.method = 'cheque' AND r.is_void = 0
     UNION SELECT r.id FROM rw_like k JOIN rw_named n ON n.charge_id = k.charge_id
     JOIN receipts r ON r.id = n.receipt_id WHERE r.method = 'cheque'`
  )
}

/** Receipts of the month are at hand (`rw_receipt`); those around it are looked up. */
async function collectFree(bench: Workbench, unitId: number): Promise<void> {
  await bench.run(
    'receipts that name no charge',
    `INSERT INTO rw_free_receipt
     SELECT STRAIGHT_JOIN m.receipt_id, m.received_on, m.amount FROM rw_receipt m
     LEFT JOIN rw_named n ON n.receipt_id = m.receipt_id
     WHERE m.is_void = 0 AND m.charge_id IS NULL AND n.receipt_id IS NULL`
  )
  for (const days of [
    'r.received_on >= :first - INTERVAL :reach DAY AND r.received_on < :first',
    'r.received_on > :last AND r.received_on <= :last + INTERVAL :reach DAY',
  ]) {
    await bench.run(
      'receipts that name no charge',
      `INSERT INTO rw_free_receipt
       SELECT STRAIGHT_JOIN r.id, r.received_on, r.amount FROM receipts r FORCE INDEX (receipts_day)
       LEFT JOIN charges c FORCE INDEX (charges_reference)
         ON c.unit_id = :unit AND c.payment_ref = r.payment_ref AND c.status = 'open'
       LEFT JOIN rw_named n ON n.receipt_id = r.id
       WHERE r.unit_id = :unit AND r.is_void = 0 AND n.receipt_id IS NULL AND ${days} AND c.id IS NULL`,
      { unit: unitId, reach: reach(bench) }
    )
  }
}

const LIKE_CHARGE = (rule: PairRule, join: string) => `
  JOIN charges c ON ${join} AND c.unit_id = :unit AND c.status = 'open' AND c.amount = f.amount
    AND c.due_on BETWEEN f.received_on - INTERVAL :${rule}_after DAY AND f.received_on + INTERVAL :${rule}_before DAY`

async function likeByPayer(bench: Workbench, unitId: number): Promise<void> {
  if (!bench.rules.has('payer_amount')) return
  const { before, after } = bench.rules.window('payer_amount')
  const bindings = { unit: unitId, payer_amount_before: before, payer_amount_after: after }
  const ways = [
    'p.national_id_index = r.payer_index AND p.unit_id = :unit',
    'p.tax_no_index = r.payer_index AND p.unit_id = :unit',
    'p.commercial_register_index = r.payer_index AND p.unit_id = :unit',
    "p.unit_id = :unit AND p.folded_name = r.payer_folded AND r.payer_folded <> ''",
  ]
  for (const way of ways) {
    await bench.run(
      'same payer and amount',
      `INSERT IGNORE INTO rw_like
       SELECT STRAIGHT_JOIN 4, r.id, c.id, c.amount, c.due_on BETWEEN :first AND :last, r.received_on BETWEEN :first AND :last
       FROM rw_free_receipt f JOIN receipts r ON r.id = f.receipt_id JOIN parties p ON ${way}
       ${LIKE_CHARGE('payer_amount', 'c.party_id = p.id')}`,
      bindings
    )
  }
}

async function likeBySite(bench: Workbench, unitId: number): Promise<void> {
  if (!bench.rules.has('site_amount')) return
  const { before, after } = bench.rules.window('site_amount')
  await bench.run(
    'same site and amount',
    `INSERT IGNORE INTO rw_like
     SELECT STRAIGHT_JOIN 5, r.id, c.id, c.amount, c.due_on BETWEEN :first AND :last, r.received_on BETWEEN :first AND :last
     FROM rw_free_receipt f JOIN receipts r ON r.id = f.receipt_id
     JOIN assets s ON s.unit_id = :unit AND s.site_no = r.site_no
     ${LIKE_CHARGE('site_amount', 'c.asset_id = s.id')}`,
    { unit: unitId, site_amount_before: before, site_amount_after: after }
  )
}

/**
 * Second part, after the returned cheques are known: pairs in which neither side has another
 * candidate. `rw_pair` holds those that touch the month; a pair by payer goes before one by site.
 */
export async function settlePairs(bench: Workbench, { unitId }: MatchScope): Promise<void> {
  await bench.table(
    'rw_pair',
    `receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, charge_id BIGINT UNSIGNED NOT NULL, phase TINYINT NOT NULL,
     amount DECIMAL(18,2) NOT NULL, charge_in TINYINT NOT NULL, receipt_in TINYINT NOT NULL, UNIQUE KEY (charge_id)`
  )
  await bench.run(
    'likely pairs',
    `DELETE k FROM rw_like k LEFT JOIN rw_returned x ON x.receipt_id = k.receipt_id
     LEFT JOIN rw_decided dr ON dr.receipt_id = k.receipt_id AND dr.stands = 1
     LEFT JOIN rw_decided dc ON dc.charge_id = k.charge_id AND dc.stands = 1
     LEFT JOIN match_suggestions s ON s.leg = 'charge_receipt' AND s.left_id = k.receipt_id
       AND s.right_id = k.charge_id AND s.state = 'refused'
     WHERE x.receipt_id IS NOT NULL OR dr.id IS NOT NULL OR dc.id IS NOT NULL OR s.id IS NOT NULL`
  )
  // A charge that some valid receipt names is not free, wherever that receipt is.
  await bench.run(
    'likely pairs',
    `DELETE k FROM rw_like k JOIN charges c ON c.id = k.charge_id
     JOIN receipts r FORCE INDEX (receipts_reference) ON r.unit_id = :unit AND r.payment_ref = c.payment_ref
     LEFT JOIN rw_returned x ON x.receipt_id = r.id
     WHERE r.is_void = 0 AND x.receipt_id IS NULL`,
    { unit: unitId }
  )
  await bench.run(
    'likely pairs',
    `DELETE k FROM rw_like k JOIN rw_named n ON n.charge_id = k.charge_id
     LEFT JOIN rw_returned x ON x.receipt_id = n.receipt_id WHERE x.receipt_id IS NULL`
  )
  await bench.table(
    'rw_lone',
    'phase TINYINT NOT NULL, id BIGINT UNSIGNED NOT NULL, PRIMARY KEY (phase, id)'
  )
  await bench.run(
    'likely pairs',
    'INSERT INTO rw_lone SELECT phase, charge_id FROM rw_like GROUP BY phase, charge_id HAVING COUNT(*) = 1'
  )
  for (const { phase } of RULES) {
    await bench.table('rw_found', 'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY')
    await bench.run(
      'likely pairs',
      `INSERT INTO rw_found SELECT receipt_id FROM rw_like WHERE phase = ${phase} GROUP BY receipt_id HAVING COUNT(*) = 1`
    )
    await bench.run(
      'likely pairs',
      `INSERT IGNORE INTO rw_pair
       SELECT k.receipt_id, k.charge_id, k.phase, k.amount, k.charge_in, k.receipt_in
       FROM rw_found f JOIN rw_like k ON k.phase = ${phase} AND k.receipt_id = f.receipt_id
       JOIN rw_lone l ON l.phase = ${phase} AND l.id = k.charge_id`
    )
  }
  await bench.run('likely pairs', 'DELETE FROM rw_pair WHERE charge_in = 0 AND receipt_in = 0')
  await claimTrusted(bench)
}

/** Rules that the governorate trusts match by themselves: their pairs become claims. */
async function claimTrusted(bench: Workbench): Promise<void> {
  for (const { id, phase } of RULES) {
    if (!bench.rules.isCertain(id)) continue
    await bench.run(
      'trusted pairs',
      `INSERT IGNORE INTO rw_claim (receipt_id, charge_id, owed, paid, amount, phase, charge_in, receipt_in, is_cheque)
       SELECT receipt_id, charge_id, amount, amount, amount, phase, charge_in, receipt_in, 0
       FROM rw_pair WHERE phase = ${phase}`
    )
    await bench.run(
      'trusted pairs',
      `INSERT IGNORE INTO rw_far_charge SELECT charge_id FROM rw_pair WHERE phase = ${phase} AND charge_in = 0`
    )
    await bench.run('trusted pairs', `DELETE FROM rw_pair WHERE phase = ${phase}`)
  }
}
