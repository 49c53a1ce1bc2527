import type { Words } from '#core/lists/definition'
import WorkbookWriter from '#core/sheets/workbook_writer'
import type { SheetSpec } from '#core/sheets/workbook_writer'
import { formatMoment } from '#core/web/format'
import type { ControlTotals } from '#reporting/revenue_reconciliation/control_totals'
import type { MatchedRow, MatchedTotals } from '#reporting/revenue_reconciliation/detail_rows'
import type {
  DifferenceRow,
  ReconciliationFigures,
} from '#reporting/revenue_reconciliation/figures'
import {
  checkRows,
  controlRows,
  differenceColumns,
  differenceWords,
  flowColumns,
  flowRow,
  partRow,
  partTotals,
  runWords,
  summaryRows,
  type ReportHead,
} from '#reporting/revenue_reconciliation/tables'
import { nameIn } from '#reporting/words'
import { kindOf } from '#revenue/subjects'

export interface SheetContent {
  head: ReportHead
  words: Words
  figures: ReconciliationFigures
  control: ControlTotals
  differences: AsyncIterable<DifferenceRow>
  matched: AsyncIterable<MatchedRow>
  matchedTotals: MatchedTotals
}

const REPORT = 'reporting.reconciliation'

/** Lays the figures out as an Excel workbook; it computes nothing. */
export async function writeSheets(path: string, content: SheetContent): Promise<void> {
  const { head, words, figures } = content
  const { locale, t } = words
  const unit = nameIn(figures.unit, locale)
  const month = figures.month.label(locale)
  const book = new WorkbookWriter(path, {
    title: `${t(`${REPORT}.title`)} ${t(`${REPORT}.subtitle`, { unit, month })}`,
    locale,
    author: head.by,
    footer: head.number,
    createdAt: head.asOf,
    properties: {
      Number: head.number,
      Unit: figures.unit.code,
      Month: String(figures.month),
      AsOf: head.asOf.toISOString(),
      Seal: head.seal,
      FiguresSha256: head.digest,
    },
  })
  const notes = [
    t(`${REPORT}.question_note`, { unit, month, run: runWords(figures, words) }),
    t(`${REPORT}.as_of_note`, { moment: formatMoment(head.asOf), person: head.by }),
    t(`${REPORT}.number_note`, { number: head.number }),
    t(`${REPORT}.seal_note`, { seal: head.seal, digest: head.digest }),
  ]
  for (const sheet of sheets(content)) {
    await book.sheet({ ...sheet, title: `${t(`${REPORT}.title`)}: ${sheet.name}`, notes })
  }
  await book.close()
}

function sheets(content: SheetContent): SheetSpec[] {
  return [
    summary(content),
    units(content),
    heads(content),
    months(content),
    codes(content),
    differences(content),
    matched(content),
    control(content),
    checks(content),
  ]
}

function summary({ figures, words }: SheetContent): SheetSpec {
  const { t } = words
  return {
    name: t(`${REPORT}.sheets.summary`),
    columns: [
      { key: 'item', heading: t(`${REPORT}.item`), width: 44 },
      { key: 'count', heading: t(`${REPORT}.count`), type: 'integer', width: 14 },
      { key: 'amount', heading: t(`${REPORT}.amount`), type: 'money', width: 22 },
      { key: 'share', heading: t(`${REPORT}.share`), type: 'percent', width: 14 },
    ],
    rows: summaryRows(figures, words),
    orientation: 'portrait',
  }
}

function units({ figures, words }: SheetContent): SheetSpec {
  const { t } = words
  return {
    name: t(`${REPORT}.sheets.units`),
    columns: [
      { key: 'name', heading: t(`${REPORT}.unit`), width: 30 },
      { key: 'code', heading: t(`${REPORT}.code`), width: 14 },
      ...flowColumns(words),
      ...differenceColumns(words),
    ],
    rows: figures.units.map((part) => partRow(part, words)),
    totals: partTotals(figures),
  }
}

function heads({ figures, words }: SheetContent): SheetSpec {
  const { t } = words
  return {
    name: t(`${REPORT}.sheets.heads`),
    columns: [
      { key: 'name', heading: t('reporting.secretary.head'), width: 30 },
      { key: 'code', heading: t(`${REPORT}.code`), width: 14 },
      ...flowColumns(words),
      ...differenceColumns(words),
    ],
    rows: figures.heads.map((part) => partRow(part, words)),
    totals: partTotals(figures),
  }
}

function months({ figures, words }: SheetContent): SheetSpec {
  return {
    name: words.t(`${REPORT}.sheets.months`),
    columns: [
      { key: 'month', heading: words.t(`${REPORT}.month`), type: 'month' },
      ...flowColumns(words),
    ],
    rows: figures.months.map(({ month, flow }) => ({ month: month.first, ...flowRow(flow) })),
  }
}

function codes({ figures, words }: SheetContent): SheetSpec {
  const { t } = words
  return {
    name: t(`${REPORT}.sheets.codes`),
    columns: [
      { key: 'name', heading: t('revenue.differences.code'), width: 34 },
      { key: 'code', heading: t(`${REPORT}.code`), width: 28 },
      ...differenceColumns(words),
      { key: 'open', heading: t('revenue.differences.open_count'), type: 'integer', width: 16 },
    ],
    rows: figures.codes.map((row) => ({ ...row, name: kindOf(row.code).name[words.locale] })),
    totals: { ...figures.differences },
    orientation: 'portrait',
  }
}

function differences({ figures, words, differences: rows }: SheetContent): SheetSpec {
  const { t } = words
  const text = (key: string, label: string, width: number) => ({ key, heading: t(label), width })
  return {
    name: t(`${REPORT}.sheets.differences`),
    columns: [
      text('unit', `${REPORT}.unit`, 24),
      text('kind', 'revenue.differences.code', 26),
      text('subject', 'revenue.differences.subject', 30),
      text('partyName', 'revenue.differences.party', 30),
      text('head', 'revenue.differences.head', 24),
      { key: 'amount', heading: t('revenue.differences.amount'), type: 'money' },
      { key: 'arose', heading: t('revenue.differences.arose_on'), type: 'date' },
      { key: 'age', heading: t('revenue.differences.age'), type: 'integer' },
      text('stateName', 'revenue.differences.state', 12),
      text('assignee', 'revenue.differences.assignee', 22),
      text('nextStep', 'revenue.differences.next_step', 44),
    ],
    rows: worded(rows, (row) => differenceWords(row, words)),
    totals: { amount: figures.differences.amount },
  }
}

function matched({ words, matched: rows, matchedTotals }: SheetContent): SheetSpec {
  const { locale, t } = words
  const heading = (key: string) => t(`${REPORT}.matched.${key}`)
  const rule = (code: string | null) => (code ? t(`papers.rules.${code}`) : '')
  return {
    name: t(`${REPORT}.sheets.matched`),
    columns: [
      { key: 'unit', heading: heading('unit'), width: 22 },
      { key: 'receipt', heading: heading('receipt'), width: 16 },
      { key: 'receivedOn', heading: heading('received_on'), type: 'date' },
      { key: 'methodName', heading: heading('method'), width: 11 },
      { key: 'payer', heading: heading('payer'), width: 28 },
      { key: 'receiptAmount', heading: heading('receipt_amount'), type: 'money' },
      { key: 'result', heading: heading('disposition'), width: 16 },
      { key: 'paymentRef', heading: heading('payment_ref'), width: 18 },
      { key: 'dueOn', heading: heading('due_on'), type: 'date' },
      { key: 'allocated', heading: heading('allocated'), type: 'money' },
      { key: 'payRuleName', heading: heading('pay_rule'), width: 24 },
      { key: 'slip', heading: heading('slip'), width: 18 },
      { key: 'depositedOn', heading: heading('deposited_on'), type: 'date' },
      { key: 'depositAmount', heading: heading('deposit_amount'), type: 'money' },
      { key: 'bankAccount', heading: heading('bank_account'), width: 32 },
      { key: 'bookedOn', heading: heading('booked_on'), type: 'date' },
      { key: 'bankReference', heading: heading('bank_reference'), width: 24 },
      { key: 'bankAmount', heading: heading('bank_amount'), type: 'money' },
      { key: 'bankRuleName', heading: heading('bank_rule'), width: 24 },
    ],
    rows: worded(rows, (row) => ({
      ...row,
      unit: locale === 'en' ? row.unitEn : row.unitAr,
      receipt: `${row.bookNo}/${row.number}`,
      methodName: t(`accounts.receipts.methods.${row.method}`),
      result: row.disposition ? t(`revenue.reconciliation.dispositions.${row.disposition}`) : '',
      payRuleName: rule(row.payRule),
      bankRuleName: rule(row.bankRule),
    })),
    totals: { receiptAmount: matchedTotals.receipts.amount, allocated: matchedTotals.allocated },
  }
}

function control({ control: totals, words }: SheetContent): SheetSpec {
  const { t } = words
  return {
    name: t(`${REPORT}.sheets.control`),
    columns: [
      { key: 'kind', heading: t('revenue.reconciliation.kind'), width: 26 },
      { key: 'item', heading: t(`${REPORT}.item`), width: 30 },
      { key: 'count', heading: t(`${REPORT}.count`), type: 'integer', width: 14 },
      { key: 'amount', heading: t(`${REPORT}.amount`), type: 'money', width: 22 },
      { key: 'result', heading: t(`${REPORT}.result`), width: 14 },
    ],
    rows: controlRows(totals, words),
    orientation: 'portrait',
  }
}

function checks({ control: totals, words }: SheetContent): SheetSpec {
  const { t } = words
  return {
    name: t(`${REPORT}.sheets.checks`),
    columns: [
      { key: 'check', heading: t(`${REPORT}.check`), width: 52 },
      { key: 'left', heading: t(`${REPORT}.left`), type: 'money', width: 20 },
      { key: 'right', heading: t(`${REPORT}.right`), type: 'money', width: 20 },
      { key: 'result', heading: t(`${REPORT}.result`), width: 14 },
    ],
    rows: checkRows(totals, words),
    orientation: 'portrait',
  }
}

async function* worded<Row, Out extends object>(
  rows: AsyncIterable<Row>,
  say: (row: Row) => Out
): AsyncGenerator<Out> {
  for await (const row of rows) yield say(row)
}
