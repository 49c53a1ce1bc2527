import { Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import { digestOf } from '#reporting/canonical'
import type { ReportFormat } from '#reporting/models/report_run'
import { controlTotals } from '#reporting/revenue_reconciliation/control_totals'
import {
  differenceRows,
  matchedRows,
  matchedTotals,
} from '#reporting/revenue_reconciliation/detail_rows'
import { writeDocument } from '#reporting/revenue_reconciliation/document'
import { reconciliationFigures } from '#reporting/revenue_reconciliation/query'
import { select } from '#reporting/revenue_reconciliation/rows'
import { writeSheets } from '#reporting/revenue_reconciliation/sheet'
import { wordsIn } from '#reporting/words'
import { organisationOf } from '#identity/queries/organisation'

export const REVENUE_RECONCILIATION = 'revenue-reconciliation'

/** First letters of its numbers: `RR/2026-2027/EG-FYM/0001`. */
export const PREFIX = 'RR'

/** Largest differences on paper; the sheets hold every one. */
const ON_PAPER = 25

export interface Writing {
  unitId: number
  month: string
  format: ReportFormat
  locale: 'ar' | 'en'
  number: string
  seal: string
  by: string
  path: string
}

export interface Written {
  asOf: Date
  figuresHash: Buffer
}

/**
 * Reads the figures and writes the file, all in one transaction's snapshot: whatever is recorded
 * meanwhile, every figure and every row of the file are of one moment.
 */
export async function writeReconciliationReport(asked: Writing, trx: Trx): Promise<Written> {
  const question = { unitId: asked.unitId, month: Month.of(asked.month) }
  const words = wordsIn(asked.locale)
  // The first row read opens the snapshot; the clock is read with it.
  const [now] = await select(trx, 'SELECT UTC_TIMESTAMP(3) AS now FROM units LIMIT 1', {})
  const figures = await reconciliationFigures(question, trx, { largest: ON_PAPER })
  const control = await controlTotals(question, figures, trx)
  const asOf = now!.now as Date
  const figuresHash = digestOf({
    figures: { ...figures, largest: undefined, unassigned: undefined },
    control,
  })
  const head = {
    number: asked.number,
    seal: asked.seal,
    digest: figuresHash.toString('hex').slice(0, 16).toUpperCase(),
    asOf,
    by: asked.by,
  }
  if (asked.format === 'pdf') {
    const organisation = await organisationOf(asked.unitId, asked.locale, trx)
    await writeDocument(asked.path, { head, words, figures, control, organisation })
  } else {
    await writeSheets(asked.path, {
      head,
      words,
      figures,
      control,
      differences: differenceRows(question, trx),
      matched: matchedRows(question, trx),
      matchedTotals: await matchedTotals(question, trx),
    })
  }
  return { asOf, figuresHash }
}
