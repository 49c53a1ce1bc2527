import { raise } from '#revenue/reconciliation/differences/desired'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * A right that held in the month, by its days: what has ended or was renewed since held then all the
 * same. One ended before its time held until that day. Easements and mortgages are not use.
 */
const ACTIVE = (right: string) =>
  `(${right}.status IN ('active', 'expiring', 'renewed', 'expired', 'holdover', 'vacated')
    OR ${right}.status = 'terminated' AND ${right}.ended_on IS NOT NULL)
   AND ${right}.kind NOT IN ('easement', 'mortgage')
   AND ${right}.valid_from <= :last AND COALESCE(${right}.ended_on, ${right}.valid_to) > :first`

/** A site in use that somebody looked at in or before the month; drafts are not rights yet. */
const IN_USE = `rw_unit u JOIN assets s FORCE INDEX (assets_use) ON s.unit_id = u.unit_id AND s.is_in_use = 1
  AND s.in_use_on <= :last AND s.is_current = 1`

/** What the register says about the month: use without a right, rights without a charge. */
export async function raiseRights(bench: Workbench): Promise<void> {
  await raise(
    bench,
    'unlicensed_use',
    `SELECT s.unit_id, :month, 'unlicensed_use', 'asset', s.id, s.site_no, NULL, '', 0, s.in_use_on
     FROM ${IN_USE} LEFT JOIN rights g ON g.asset_id = s.id AND g.status <> 'draft' WHERE g.id IS NULL`
  )
  await raise(
    bench,
    'expired_right_in_use',
    `SELECT s.unit_id, :month, 'expired_right_in_use', 'asset', s.id, s.site_no, NULL, y.name, g.period_amount, g.valid_to
     FROM ${IN_USE} JOIN rights g ON g.id = (
       SELECT o.id FROM rights o WHERE o.asset_id = s.id AND o.status <> 'draft' ORDER BY o.valid_to DESC, o.right_no DESC LIMIT 1)
     JOIN parties y ON y.id = g.party_id
     WHERE g.valid_to <= :first AND NOT EXISTS (SELECT 1 FROM rights o WHERE o.asset_id = s.id AND ${ACTIVE('o')})`
  )
  await raise(
    bench,
    'double_right',
    `SELECT g.unit_id, :month, 'double_right', 'right', g.id, g.right_no, NULL, y.name, g.period_amount, g.valid_from
     FROM rw_unit u JOIN rights g ON g.unit_id = u.unit_id AND ${ACTIVE('g')} JOIN parties y ON y.id = g.party_id
     WHERE EXISTS (SELECT 1 FROM rights o WHERE o.asset_id = g.asset_id AND o.id <> g.id AND o.right_no <> g.right_no
       AND NOT COALESCE(o.slot_no <> g.slot_no, FALSE)
       AND ${ACTIVE('o')} AND o.valid_to > g.valid_from AND (o.valid_from, o.right_no) < (g.valid_from, g.right_no))`
  )
  await neverCharged(bench)
}

/** A billing period of an active right begins in the month and no open charge bills it. */
async function neverCharged(bench: Workbench): Promise<void> {
  const months = "TIMESTAMPDIFF(MONTH, DATE_FORMAT(g.valid_from, '%Y-%m-01'), :first)"
  const begins = 'LEAST(:first + INTERVAL (DAYOFMONTH(g.valid_from) - 1) DAY, :last)'
  await raise(
    bench,
    'never_charged',
    `SELECT g.unit_id, :month, 'never_charged', 'right', g.id, g.right_no, NULL, y.name, g.period_amount, ${begins}
     FROM rw_unit u JOIN rights g ON g.unit_id = u.unit_id AND ${ACTIVE('g')}
     JOIN parties y ON y.id = g.party_id
     LEFT JOIN charges c ON c.right_id = g.id AND c.period = :first AND c.status = 'open'
     WHERE c.id IS NULL AND ${begins} < g.valid_to
       AND ${months} % ELT(FIELD(g.billing, 'monthly', 'quarterly', 'annual'), 1, 3, 12) = 0`
  )
}
