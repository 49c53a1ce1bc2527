import type { Invariant } from '#reporting/books_check/invariant'

/** I8, I9: recorded work is done once and in time; every change left its row in an unbroken chain. */
export const HOUSE: Invariant[] = [
  {
    id: 'I8',
    name: {
      ar: 'كل عمل مسجل له أثر واحد في وقته',
      en: 'Every recorded job has one effect, in time',
    },
    probes: [
      {
        code: 'job_forgotten',
        sql: `SELECT CONCAT('jobs/', id) AS subject, CONCAT(kind, ' is ', state, ' since ', created_at) AS detail
              FROM jobs WHERE state IN ('waiting', 'queued', 'running')
                AND created_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY
                AND (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR)`,
      },
      {
        code: 'job_done_without_end',
        sql: `SELECT CONCAT('jobs/', id) AS subject, CONCAT(state, ', no moment of ending') AS detail
              FROM jobs WHERE (state IN ('done', 'failed')) <> (finished_at IS NOT NULL) AND state <> 'cancelled'`,
      },
      {
        code: 'flow_done_before_its_steps',
        sql: `SELECT CONCAT('jobs/', p.id) AS subject, CONCAT('done, but step ', c.id, ' is ', c.state) AS detail
              FROM jobs p JOIN jobs c ON c.parent_id = p.id WHERE p.state = 'done' AND c.state <> 'done'`,
      },
      {
        code: 'import_left_half_way',
        sql: `SELECT CONCAT('imports/', id) AS subject, CONCAT('is ', state) AS detail
              FROM imports WHERE state IN ('committing', 'undoing') AND created_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY`,
      },
    ],
  },
  {
    id: 'I9',
    name: { ar: 'سجل المراجعة متصل وكامل', en: 'The trail is unbroken and complete' },
    probes: [
      {
        code: 'trail_gap',
        sql: `SELECT CONCAT('trail/unit/', unit_id) AS subject, CONCAT(COUNT(*), ' rows, numbers ', MIN(seq), ' to ', MAX(seq)) AS detail
              FROM trail GROUP BY unit_id HAVING MIN(seq) <> 1 OR MAX(seq) <> COUNT(*)`,
      },
      {
        code: 'trail_link_broken',
        sql: `SELECT CONCAT('trail/', id) AS subject, CONCAT('row ', seq, ' of unit ', unit_id, ' does not follow the row before it') AS detail
              FROM (
                SELECT id, unit_id, seq, previous_hash,
                  COALESCE(LAG(hash) OVER (PARTITION BY unit_id ORDER BY seq), UNHEX(REPEAT('00', 32))) AS expected
                FROM trail
              ) t WHERE previous_hash <> expected`,
      },
      {
        code: 'trail_head_differs',
        sql: `SELECT CONCAT('trail_heads/', t.unit_id) AS subject, CONCAT('head ', COALESCE(h.seq, 0), ', last row ', t.seq) AS detail
              FROM trail t
              JOIN (SELECT unit_id, MAX(seq) AS seq FROM trail GROUP BY unit_id) m ON m.unit_id = t.unit_id AND m.seq = t.seq
              LEFT JOIN trail_heads h ON h.unit_id = t.unit_id
              WHERE h.unit_id IS NULL OR h.seq <> t.seq OR h.hash <> t.hash`,
      },
      {
        code: 'import_without_trail',
        sql: `SELECT CONCAT('imports/', i.id) AS subject, CONCAT(i.state, ' without a row in the trail') AS detail
              FROM imports i LEFT JOIN trail t ON t.subject_type = 'import' AND t.subject_id = i.id
              WHERE i.state IN ('committed', 'undone') AND i.landed + i.updated > 0 AND t.id IS NULL`,
      },
      {
        code: 'run_without_trail',
        sql: `SELECT CONCAT('reconciliation_runs/', r.id) AS subject, 'changed rows without a row in the trail' AS detail
              FROM reconciliation_runs r LEFT JOIN trail t ON t.subject_type = 'reconciliation_run' AND t.subject_id = r.id
              WHERE r.state = 'done' AND r.changed > 0 AND t.id IS NULL`,
      },
    ],
  },
]
