import type { Words } from '#core/lists/definition'
import type { SheetColumn } from '#core/sheets/columns'
import { formatMoment } from '#core/web/format'
import { shareOf } from '#reporting/revenue_reconciliation/figures'
import type {
  CountedAmount,
  DifferenceRow,
  Flow,
  Part,
  ReconciliationFigures,
} from '#reporting/revenue_reconciliation/figures'
import type { ControlTotals } from '#reporting/revenue_reconciliation/control_totals'
import { nameIn } from '#reporting/words'
import { kindOf, shortKey } from '#revenue/subjects'

/** What stands at the head of a produced report: number, question, moment, seal. */
export interface ReportHead {
  number: string
  seal: string
  /** First 16 digits of the SHA-256 of the figures. */
  digest: string
  asOf: Date
  by: string
}

const FLOW = 'revenue.reconciliation.flow'
const REPORT = 'reporting.reconciliation'

/** The columns of the way of the money, after the columns that name its rows. */
export function flowColumns({ t }: Words): SheetColumn[] {
  return [
    { key: 'due', heading: t(`${FLOW}.due`), type: 'money' },
    { key: 'dueMatched', heading: t(`${FLOW}.due_matched`), type: 'money' },
    { key: 'collected', heading: t(`${FLOW}.collected`), type: 'money' },
    { key: 'deposited', heading: t(`${FLOW}.deposited`), type: 'money' },
    { key: 'banked', heading: t(`${FLOW}.banked`), type: 'money' },
    { key: 'difference', heading: t(`${FLOW}.difference`), type: 'money' },
    { key: 'share', heading: t(`${FLOW}.share`), type: 'percent' },
  ]
}

export function flowRow(flow: Flow): Record<string, unknown> {
  const { due, dueMatched, collected, deposited, banked, difference } = flow
  return {
    due,
    dueMatched,
    collected,
    deposited,
    banked,
    difference,
    share: shareOf(dueMatched, due),
  }
}

export function differenceColumns({ t }: Words): SheetColumn[] {
  return [
    { key: 'count', heading: t('revenue.differences.count'), type: 'integer' },
    { key: 'amount', heading: t('revenue.differences.amount'), type: 'money' },
  ]
}

export function partRow(part: Part, { locale }: Words): Record<string, unknown> {
  return {
    name: nameIn(part, locale),
    code: part.code,
    ...flowRow(part.flow),
    ...part.differences,
  }
}

export function partTotals(figures: ReconciliationFigures): Record<string, unknown> {
  return { ...flowRow(figures.total), ...figures.differences }
}

/** The summary, line by line: what was due, what became of it, and what is left to ask about. */
export function summaryRows(figures: ReconciliationFigures, { t }: Words) {
  const { total, differences } = figures
  const line = (key: string, amount: Flow['due'], count?: number) => ({
    item: t(`${REPORT}.items.${key}`),
    count: count ?? null,
    amount,
    share: shareOf(amount, total.due),
  })
  return [
    line('due', total.due, total.dueCount),
    line('due_matched', total.dueMatched),
    line('due_left', total.due.subtract(total.dueMatched)),
    line('collected', total.collected, total.collectedCount),
    line('deposited', total.deposited),
    line('not_deposited', total.collected.subtract(total.deposited)),
    line('banked', total.banked),
    line('not_banked', total.collected.subtract(total.banked)),
    line('difference', total.difference),
    line('differences', differences.amount, differences.count),
  ]
}

export function differenceWords(row: DifferenceRow, { locale, t }: Words) {
  return {
    ...row,
    unit: locale === 'en' ? row.unitEn : row.unitAr,
    kind: kindOf(row.code).name[locale],
    subject: subjectWords(row, t),
    head: locale === 'en' ? row.headEn : row.headAr,
    stateName: t(`papers.difference_states.${row.state}`),
    nextStep: kindOf(row.code).nextStep[locale],
  }
}

/** The paper a difference is about, by the name people use. */
export function subjectWords(
  { subjectType, subjectKey }: Pick<DifferenceRow, 'subjectType' | 'subjectKey'>,
  t: Words['t']
): string {
  return `${t(`revenue.differences.subjects.${subjectType}`)} ${shortKey(subjectType, subjectKey)}`
}

/** Control totals as rows: each kind's inputs, its dispositions, their sum and whether they agree. */
export function controlRows(control: ControlTotals, { t }: Words) {
  const verdict = (agrees: boolean) =>
    t(`revenue.reconciliation.${agrees ? 'agrees' : 'disagrees'}`)
  return control.kinds.flatMap(({ kind, inputs, dispositions, judged, agrees }) => {
    const name = t(`revenue.reconciliation.kinds.${kind}`)
    const row = (item: string, { count, amount }: CountedAmount, result = '') => ({
      kind: name,
      item,
      count,
      amount,
      result,
    })
    return [
      row(t(`${REPORT}.inputs`), inputs),
      ...dispositions.map((one) =>
        row(t(`revenue.reconciliation.dispositions.${one.disposition}`), one)
      ),
      row(t('revenue.reconciliation.judged'), judged, verdict(agrees)),
    ]
  })
}

export function checkRows(control: ControlTotals, { t }: Words) {
  return control.checks.map(({ key, left, right, agrees }) => ({
    check: t(`${REPORT}.checks.${key}`),
    left,
    right,
    result: t(`revenue.reconciliation.${agrees ? 'agrees' : 'disagrees'}`),
  }))
}

export function runWords(figures: ReconciliationFigures, { locale, t }: Words): string {
  const { run } = figures
  if (!run) return t(`${REPORT}.no_run`)
  const unit = locale === 'en' ? run.unitEn : run.unitAr
  const moment = formatMoment(run.finishedAt)
  return t(`${REPORT}.run_of`, { number: run.number, unit, moment })
}
