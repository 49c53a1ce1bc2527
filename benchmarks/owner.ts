import mysql from 'mysql2/promise'

/** A connection as the owner: benchmarks make and drop tables, which the run-time user may not. */
export interface Owner {
  query(sql: string | Record<string, unknown>, values?: unknown[]): Promise<any[]>
  close(): Promise<void>
}

export async function connectOwner(): Promise<Owner> {
  const connection = await mysql.createConnection({
    host: process.env.DB_HOST,
    port: Number(process.env.DB_PORT),
    user: process.env.DB_OWNER_USER,
    password: process.env.DB_OWNER_PASSWORD,
    database: process.env.DB_DATABASE,
    charset: 'utf8mb4',
    timezone: 'Z',
    flags: ['LOCAL_FILES'],
  })
  return {
    async query(sql, values) {
      const [rows] = await connection.query(sql as string, values)
      return rows as any[]
    },
    close: () => connection.end(),
  }
}

/** Facts and what follows from them; units, people and reference data stay. */
const FACTS = [
  'returned_cheques',
  'facts_to_judge',
  'outdated_months',
  'reconciliation_locks',
  'import_turns',
  'bank_match_members',
  'bank_matches',
  'receipt_deposits',
  'allocations',
  'match_suggestions',
  'dispositions',
  'difference_notes',
  'differences',
  'revenue_month_totals',
  'reconciliation_runs',
  'report_runs',
  'charges',
  'asset_completeness',
  'valuations',
  'document_links',
  'documents',
  'asset_shapes',
  'asset_geometries',
  'asset_changes',
  'asset_lands',
  'asset_sites',
  'asset_buildings',
  'asset_areas',
  'custodies',
  'right_slots',
  'right_terms',
  'occupancies',
  'rights',
  'assets',
  'parties',
  'bank_lines',
  'bank_statements',
  'settlements',
  'deposit_slips',
  'receipts',
  'receipt_books',
  'cashiers',
  'bank_accounts',
  'opening_balances',
  'journal_lines',
  'journals',
  'period_decisions',
  'ledger_seals',
  'ledger_sealings',
  'ledger_lines',
  'ledger_totals',
  'ledger_entries',
  'import_rejections',
  'import_changes',
  'import_mappings',
  'imports',
  'stored_files',
  'job_fences',
  'jobs',
  'number_counters',
  'trail',
  'trail_heads',
  'trail_seals',
]

/** Empties a measuring database of every fact. */
export async function emptyFacts(owner: Owner): Promise<void> {
  if (!/bench|faults|test/.test(String(process.env.DB_DATABASE))) {
    throw new Error(`${process.env.DB_DATABASE} is not a measuring database`)
  }
  const found = await owner.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
  )
  const existing = new Set(found.map((row) => row.name))
  await owner.query('SET SESSION foreign_key_checks = 0')
  for (const table of FACTS) if (existing.has(table)) await owner.query(`TRUNCATE TABLE ${table}`)
  await owner.query('SET SESSION foreign_key_checks = 1')
}
