import { LINE, SLIP } from '#revenue/reconciliation/bank/scope'
import type { RuleId } from '#revenue/reconciliation/rules'
import type { Workbench } from '#revenue/reconciliation/workbench'

type LikenessRule = Extract<
  RuleId,
  'account_amount' | 'slips_to_one_credit' | 'one_slip_to_credits'
>

const WINDOW = 'l.day BETWEEN d.day - INTERVAL :before DAY AND d.day + INTERVAL :after DAY'
const NOT_REFUSED = `NOT EXISTS (SELECT 1 FROM match_suggestions s WHERE s.state = 'refused'
  AND s.leg = IF(d.kind = ${SLIP}, 'slip_bank', 'settlement_bank') AND s.left_id = l.id AND s.right_id = d.id)`

/**
 * Rules 8 and 9 over what rule 7 left: `rw_like_bank` holds lines and papers that only fit each other.
 * Trusted rules join them at once; the others suggest.
 */
export async function findLikeness(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_like_bank',
    `line_id BIGINT UNSIGNED NOT NULL, kind TINYINT NOT NULL, dep_id BIGINT UNSIGNED NOT NULL, group_no BIGINT UNSIGNED NOT NULL,
     amount DECIMAL(18,2) NOT NULL, rule VARCHAR(40) CHARACTER SET ascii NOT NULL,
     PRIMARY KEY (line_id, kind, dep_id), KEY (kind, dep_id)`,
    { wide: true }
  )
  await freePapers(bench)
  if (bench.rules.has('account_amount')) await sameAmount(bench)
  await freePapers(bench)
  if (bench.rules.has('slips_to_one_credit')) await slipsToOneCredit(bench)
  await freePapers(bench)
  if (bench.rules.has('one_slip_to_credits')) await oneSlipToCredits(bench)
  await joinTrusted(bench)
}

/** What neither a reference nor an earlier rule of likeness holds. */
async function freePapers(bench: Workbench): Promise<void> {
  const columns = `id BIGINT UNSIGNED NOT NULL, account_id BIGINT UNSIGNED NOT NULL, day DATE NOT NULL, amount DECIMAL(18,2) NOT NULL`
  await bench.table(
    'rw_free_dep',
    `kind TINYINT NOT NULL, ${columns}, PRIMARY KEY (kind, id), KEY (account_id, amount)`,
    { wide: true }
  )
  await bench.table('rw_free_line', `${columns}, PRIMARY KEY (id), KEY (account_id, amount)`, {
    wide: true,
  })
  await bench.run(
    'unmatched papers',
    `INSERT INTO rw_free_dep SELECT d.kind, d.id, d.account_id, d.day, d.amount FROM rw_dep d
     LEFT JOIN rw_member m ON m.kind = d.kind AND m.fact_id = d.id
     LEFT JOIN (SELECT DISTINCT kind, dep_id FROM rw_like_bank) k ON k.kind = d.kind AND k.dep_id = d.id
     WHERE m.fact_id IS NULL AND k.dep_id IS NULL`
  )
  await bench.run(
    'unmatched papers',
    `INSERT INTO rw_free_line SELECT l.id, l.account_id, l.day, l.amount FROM rw_line l
     LEFT JOIN rw_member m ON m.kind = ${LINE} AND m.fact_id = l.id
     LEFT JOIN (SELECT DISTINCT line_id FROM rw_like_bank) k ON k.line_id = l.id
     WHERE m.fact_id IS NULL AND k.line_id IS NULL`
  )
}

/** Rule 8: same account, equal amount, the only candidate on each side. */
async function sameAmount(bench: Workbench): Promise<void> {
  await bench.run(
    'same account and amount',
    `INSERT INTO rw_like_bank
     SELECT line_id, kind, dep_id, line_id, amount, 'account_amount' FROM (
       SELECT l.id AS line_id, d.kind, d.id AS dep_id, d.amount,
         COUNT(*) OVER (PARTITION BY l.id) AS papers, COUNT(*) OVER (PARTITION BY d.kind, d.id) AS credits
       FROM rw_free_dep d JOIN rw_free_line l ON l.account_id = d.account_id AND l.amount = d.amount AND ${WINDOW}
       WHERE ${NOT_REFUSED}
     ) p WHERE papers = 1 AND credits = 1`,
    { ...bench.rules.window('account_amount') }
  )
}

/** Rule 9: all slips of one account and day that are left make one credit. */
async function slipsToOneCredit(bench: Workbench): Promise<void> {
  await bench.run(
    'several slips, one credit',
    `INSERT INTO rw_like_bank
     SELECT f.line_id, d.kind, d.id, f.line_id, d.amount, 'slips_to_one_credit' FROM (
       SELECT p.*, COUNT(*) OVER (PARTITION BY line_id) AS days, COUNT(*) OVER (PARTITION BY account_id, day) AS credits
       FROM (SELECT l.id AS line_id, d.account_id, d.day FROM (
           SELECT account_id, day, SUM(amount) AS amount FROM rw_free_dep WHERE kind = ${SLIP}
           GROUP BY account_id, day HAVING COUNT(*) > 1) d
         JOIN rw_free_line l ON l.account_id = d.account_id AND l.amount = d.amount AND ${WINDOW}) p
     ) f JOIN rw_free_dep d ON d.account_id = f.account_id AND d.day = f.day AND d.kind = ${SLIP}
     WHERE f.days = 1 AND f.credits = 1 AND NOT EXISTS (
       SELECT 1 FROM rw_free_dep o JOIN match_suggestions s ON s.leg = 'slip_bank' AND s.left_id = f.line_id
         AND s.right_id = o.id AND s.state = 'refused'
       WHERE o.account_id = f.account_id AND o.day = f.day AND o.kind = ${SLIP})`,
    { ...bench.rules.window('slips_to_one_credit') }
  )
}

/** Rule 9, the reverse: all credits of one account and day that are left make one slip. */
async function oneSlipToCredits(bench: Workbench): Promise<void> {
  await bench.run(
    'one slip, several credits',
    `INSERT INTO rw_like_bank
     SELECT l.id, f.kind, f.dep_id, f.first_line, l.amount, 'one_slip_to_credits' FROM (
       SELECT p.*, COUNT(*) OVER (PARTITION BY kind, dep_id) AS days, COUNT(*) OVER (PARTITION BY account_id, day) AS slips
       FROM (SELECT d.kind, d.id AS dep_id, l.account_id, l.day, l.first_line FROM (
           SELECT account_id, day, SUM(amount) AS amount, MIN(id) AS first_line FROM rw_free_line
           GROUP BY account_id, day HAVING COUNT(*) > 1) l
         JOIN rw_free_dep d ON d.kind = ${SLIP} AND l.account_id = d.account_id AND l.amount = d.amount AND ${WINDOW}) p
     ) f JOIN rw_free_line l ON l.account_id = f.account_id AND l.day = f.day
     WHERE f.days = 1 AND f.slips = 1 AND NOT EXISTS (
       SELECT 1 FROM rw_free_line o JOIN match_suggestions s ON s.leg = 'slip_bank' AND s.left_id = o.id
         AND s.right_id = f.dep_id AND s.state = 'refused'
       WHERE o.account_id = f.account_id AND o.day = f.day)`,
    { ...bench.rules.window('one_slip_to_credits') }
  )
}

/** What a trusted rule found is a group like any other, and no suggestion. */
async function joinTrusted(bench: Workbench): Promise<void> {
  const rules: LikenessRule[] = ['account_amount', 'slips_to_one_credit', 'one_slip_to_credits']
  for (const rule of rules.filter((id) => bench.rules.isCertain(id))) {
    await bench.run(
      'trusted likeness',
      `INSERT IGNORE INTO rw_member SELECT ${LINE}, line_id, group_no, rule FROM rw_like_bank WHERE rule = :rule`,
      { rule }
    )
    await bench.run(
      'trusted likeness',
      'INSERT IGNORE INTO rw_member SELECT kind, dep_id, group_no, rule FROM rw_like_bank WHERE rule = :rule',
      { rule }
    )
    await bench.run('trusted likeness', 'DELETE FROM rw_like_bank WHERE rule = :rule', { rule })
  }
}
