import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Sentence } from '#core/domain_error'
import { verifyTrail } from '#audit/verify'
import { ACCOUNT_BOOKS } from '#reporting/books_check/account_book_probes'
import { ASSET_BOOKS } from '#reporting/books_check/asset_probes'
import { BUDGET } from '#reporting/books_check/budget_probes'
import { HOLDINGS } from '#reporting/books_check/holding_probes'
import { HOUSE } from '#reporting/books_check/house_probes'
import { LEDGER } from '#reporting/books_check/ledger_probes'
import type { Found } from '#reporting/books_check/invariant'
import { REGISTER } from '#reporting/books_check/register_probes'
import { REVENUE } from '#reporting/books_check/revenue_probes'

export interface Violation {
  code: string
  subject: string
  detail: string
}

export interface CheckedInvariant {
  id: string
  name: Sentence
  ok: boolean
  probes: number
  violations: number
  /** The first hundred of each probe. */
  examples: Violation[]
}

export interface BooksVerdict {
  ok: boolean
  checkedAt: string
  invariants: CheckedInvariant[]
  /** Invariants whose tables this house does not hold yet. */
  notApplicable: string[]
  seconds: number
  /** The five questions that took longest. */
  slowest: { code: string; seconds: number }[]
}

const SHOWN = 100

/** Every invariant in the order of its number. */
export const INVARIANTS = [
  ...LEDGER,
  ...REVENUE,
  ...HOUSE,
  ...REGISTER,
  ...ASSET_BOOKS,
  ...BUDGET,
  ...ACCOUNT_BOOKS,
  ...HOLDINGS,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))

/**
 * Runs the invariants behind the laws of the house over a whole database, by SQL of their own, and
 * names every record that breaks one. A tool of auditors; changes nothing.
 * @param client another database to look at, e.g. a restored backup
 * @param tables only the questions that read one of these tables; all when left out
 */
export async function checkBooks(
  client: QueryClientContract = db.connection(),
  tables?: readonly string[]
): Promise<BooksVerdict> {
  const reads = new RegExp(`\\b(${tables?.join('|')})\\b`)
  const invariants: CheckedInvariant[] = []
  const took: BooksVerdict['slowest'] = []
  const begun = performance.now()
  for (const invariant of INVARIANTS) {
    const checked: CheckedInvariant = {
      id: invariant.id,
      name: invariant.name,
      ok: true,
      probes: invariant.probes.length,
      violations: 0,
      examples: [],
    }
    for (const probe of invariant.probes) {
      if (tables && !reads.test('sql' in probe ? probe.sql : probe.reads)) continue
      const asked = performance.now()
      const rows: Found[] =
        'sql' in probe ? (await client.rawQuery(probe.sql))[0] : await probe.find(client)
      took.push({ code: probe.code, seconds: secondsSince(asked) })
      checked.violations += rows.length
      for (const row of rows.slice(0, SHOWN)) {
        checked.examples.push({
          code: probe.code,
          subject: String(row.subject),
          detail: String(row.detail),
        })
      }
    }
    if (invariant.id === 'I9' && (!tables || reads.test('trail trail_heads trail_seals')))
      await addChainProblems(checked, client)
    checked.ok = checked.violations === 0
    invariants.push(checked)
  }
  return {
    ok: invariants.every((invariant) => invariant.ok),
    checkedAt: new Date().toISOString(),
    invariants,
    notApplicable: ['I12'],
    seconds: secondsSince(begun),
    slowest: took.sort((a, b) => b.seconds - a.seconds).slice(0, 5),
  }
}

const secondsSince = (moment: number) => Number(((performance.now() - moment) / 1000).toFixed(3))

/** The hashes themselves cannot be computed in SQL: the trail's own verifier does it. */
async function addChainProblems(checked: CheckedInvariant, client: QueryClientContract) {
  const { problems } = await verifyTrail(client)
  checked.violations += problems.length
  for (const problem of problems.slice(0, SHOWN)) {
    checked.examples.push({
      code: problem.problem,
      subject: problem.id === null ? `trail/unit/${problem.unit}` : `trail/${problem.id}`,
      detail: `${problem.unit ?? ''}/${problem.seq ?? ''} ${problem.detail}`,
    })
  }
}
