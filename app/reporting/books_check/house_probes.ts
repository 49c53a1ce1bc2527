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
        code: 'job_tells_otherwise',
        sql: `SELECT CONCAT('jobs/', id) AS subject, CONCAT(state, ', ', attempts, ' attempts, progress ', progress) AS detail
              FROM jobs WHERE state = 'done' AND (progress <> 100 OR attempts = 0 OR fence < 1 OR started_at IS NULL OR lease_until IS NOT NULL OR error IS NOT NULL)
                 OR state = 'failed' AND (error IS NULL OR lease_until IS NOT NULL)
                 OR finished_at < started_at OR created_at > finished_at + INTERVAL 1 SECOND
                 OR state IN ('waiting', 'queued') AND finished_at IS NOT NULL`,
      },
      {
        code: 'job_lost',
        sql: `SELECT CONCAT('jobs/', c.parent_id) AS subject, CONCAT('step ', c.id, ' has no flow') AS detail
              FROM jobs c LEFT JOIN jobs p ON p.id = c.parent_id WHERE c.parent_id IS NOT NULL AND p.id IS NULL
              UNION ALL
              SELECT CONCAT('jobs/', r.job_id), CONCAT('run ', r.id, ' has no job')
              FROM reconciliation_runs r LEFT JOIN jobs j ON j.id = r.job_id WHERE r.job_id IS NOT NULL AND j.id IS NULL`,
      },
      {
        code: 'effect_without_its_job',
        sql: `SELECT CONCAT('jobs/', j.id) AS subject, CONCAT(j.kind, ' is done, import ', i.id, ' is ', i.state) AS detail
              FROM jobs j JOIN imports i ON i.id = JSON_VALUE(j.payload, '$.importId')
              WHERE j.kind = 'core.run_import' AND j.state = 'done' AND JSON_VALUE(j.payload, '$.step') = 'commit'
                AND i.state NOT IN ('committed', 'undoing', 'undone')
              UNION ALL
              SELECT CONCAT('jobs/', j.id), CONCAT(j.kind, ' is done, its run is ', COALESCE(r.state, 'gone'))
              FROM jobs j LEFT JOIN reconciliation_runs r ON r.id = JSON_VALUE(j.payload, '$.runId')
              WHERE j.kind = 'revenue.reconcile_month' AND j.state = 'done' AND (r.id IS NULL OR r.state <> 'done')`,
      },
      {
        code: 'run_tells_otherwise',
        sql: `SELECT CONCAT('reconciliation_runs/', r.id) AS subject, CONCAT(r.state, ', figures do not bear their print or the trail another result') AS detail
              FROM reconciliation_runs r
              LEFT JOIN trail t ON t.subject_type = 'reconciliation_run' AND t.subject_id = r.id AND t.action = 'reconciliation.finished'
              WHERE r.state = 'done' AND (r.figures IS NULL OR r.figures_hash IS NULL OR r.figures_hash <> UNHEX(SHA2(r.figures, 256))
                  OR r.finished_at IS NULL OR r.changed IS NULL OR JSON_VALUE(r.figures, '$.changed') <> r.changed
                  OR JSON_VALUE(r.figures, '$.run') <> r.run_no OR JSON_VALUE(r.figures, '$.month') <> DATE_FORMAT(r.month, '%Y-%m')
                  OR t.id IS NULL OR t.unit_id <> r.unit_id OR JSON_VALUE(t.after_value, '$.changed') <> r.changed)
                 OR r.state <> 'done' AND t.id IS NOT NULL`,
      },
      {
        code: 'run_lost',
        sql: `SELECT CONCAT('reconciliation_runs/', t.subject_id) AS subject, CONCAT(t.subject_label, ' is in the trail and gone') AS detail
              FROM trail t LEFT JOIN reconciliation_runs r ON r.id = t.subject_id
              WHERE t.action = 'reconciliation.finished' AND r.id IS NULL`,
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
              WHERE h.unit_id IS NULL OR h.seq <> t.seq OR h.hash <> t.hash
              UNION ALL
              SELECT CONCAT('trail_heads/', h.unit_id), CONCAT('head ', h.seq, ', no row')
              FROM trail_heads h LEFT JOIN trail t ON t.unit_id = h.unit_id WHERE h.seq > 0 AND t.id IS NULL`,
      },
      {
        code: 'trail_number_twice',
        sql: `SELECT CONCAT('trail/', MAX(id)) AS subject, CONCAT('row ', seq, ' of unit ', unit_id, ' ', COUNT(*), ' times') AS detail
              FROM trail GROUP BY unit_id, seq HAVING COUNT(*) > 1`,
      },
      {
        code: 'seals_out_of_order',
        sql: `SELECT CONCAT('trail_seals/', id) AS subject, CONCAT('sealed ', sealed_at, ', the one before ', before_at) AS detail
              FROM (SELECT id, sealed_at, LAG(sealed_at) OVER (ORDER BY id) AS before_at FROM trail_seals) s
              WHERE sealed_at < before_at OR sealed_at > UTC_TIMESTAMP(3) + INTERVAL 1 DAY`,
      },
      {
        code: 'import_without_trail',
        sql: `SELECT CONCAT('imports/', i.id) AS subject, CONCAT(i.state, ' without a row in the trail') AS detail
              FROM imports i LEFT JOIN trail t ON t.subject_type = 'import' AND t.subject_id = i.id
              WHERE i.state IN ('committed', 'undone') AND i.landed + i.updated > 0 AND t.id IS NULL`,
      },
      {
        code: 'charge_cancelled_without_trail',
        sql: `SELECT CONCAT('charges/', c.id) AS subject, CONCAT(c.payment_ref, ' is cancelled, and nobody did it') AS detail
              FROM charges c LEFT JOIN trail t ON t.subject_type = 'charge' AND t.subject_id = c.id
              WHERE c.status = 'cancelled' AND t.id IS NULL`,
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
