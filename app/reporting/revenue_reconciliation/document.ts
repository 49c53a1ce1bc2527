import ReportDocument from '#core/documents/report_document'
import type { Words } from '#core/lists/definition'
import { Money } from '#core/money'
import { formatMoment, formatNumber } from '#core/web/format'
import type { ControlTotals } from '#reporting/revenue_reconciliation/control_totals'
import { percentText } from '#reporting/revenue_reconciliation/figures'
import type { Flow, Part, ReconciliationFigures } from '#reporting/revenue_reconciliation/figures'
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
  type ReportHead,
} from '#reporting/revenue_reconciliation/tables'
import { nameIn } from '#reporting/words'
import { kindOf } from '#revenue/subjects'

export interface DocumentContent {
  head: ReportHead
  words: Words
  figures: ReconciliationFigures
  control: ControlTotals
  /** From the largest body to the unit asked: محافظة الفيوم, مركز سنورس. */
  organisation: string[]
}

const REPORT = 'reporting.reconciliation'
const FLOW = 'revenue.reconciliation.flow'

/** Lays the figures out on paper (PDF); it computes nothing. */
export async function writeDocument(path: string, content: DocumentContent): Promise<void> {
  const { control, words } = content
  const { t } = words
  const report = open(path, content)
  keyFigures(report, content)
  bars(report, content)
  await flows(report, content)
  await differences(report, content)

  report.heading(t(`${REPORT}.control`))
  report.paragraph(t(`${REPORT}.${control.agrees ? 'control_note' : 'control_off'}`))
  await report.table({
    columns: [
      { key: 'item', heading: t(`${REPORT}.item`) },
      { key: 'count', heading: t(`${REPORT}.count`), type: 'integer' },
      { key: 'amount', heading: t(`${REPORT}.amount`), type: 'money' },
      { key: 'result', heading: t(`${REPORT}.result`) },
    ],
    rows: controlRows(control, words),
    groupBy: 'kind',
  })
  await report.table({
    columns: [
      { key: 'check', heading: t(`${REPORT}.check`) },
      { key: 'left', heading: t(`${REPORT}.left`), type: 'money' },
      { key: 'right', heading: t(`${REPORT}.right`), type: 'money' },
      { key: 'result', heading: t(`${REPORT}.result`) },
    ],
    rows: checkRows(control, words),
  })
  report.signatures([
    { role: t(`${REPORT}.signed.prepared`) },
    { role: t(`${REPORT}.signed.reviewed`) },
    { role: t(`${REPORT}.signed.approved`) },
  ])
  await report.close()
}

function open(path: string, { head, words, figures, organisation }: DocumentContent) {
  const { locale, t } = words
  const unit = nameIn(figures.unit, locale)
  const month = figures.month.label(locale)
  return new ReportDocument(path, {
    title: t(`${REPORT}.title`),
    subtitle: t(`${REPORT}.subtitle`, { unit, month }),
    organisation,
    locale,
    reportNumber: head.number,
    seal: `${head.seal} · SHA-256 ${head.digest}`,
    qr: `DIWAN ${head.number} SEAL ${head.seal} SHA256 ${head.digest}`,
    generatedAt: head.asOf,
    author: head.by,
    question: [
      [t(`${REPORT}.unit`), `${unit} (${figures.unit.code})`],
      [t(`${REPORT}.month`), month],
      [t(`${REPORT}.fiscal_year`), figures.month.fiscalYear.label],
      [t(`${REPORT}.as_of`), formatMoment(head.asOf)],
      [t(`${REPORT}.run`), runWords(figures, words)],
      [t(`${REPORT}.asked_by`), head.by],
    ],
  })
}

function keyFigures(report: ReportDocument, { figures, words }: DocumentContent): void {
  const { locale, t } = words
  const { total, differences: found } = figures
  report.keyFigures([
    { label: t(`${FLOW}.due`), value: total.due.format(locale) },
    { label: t(`${FLOW}.collected`), value: total.collected.format(locale) },
    { label: t(`${FLOW}.banked`), value: total.banked.format(locale) },
    { label: t(`${FLOW}.difference`), value: total.difference.format(locale) },
    { label: t(`${FLOW}.due_matched`), value: total.dueMatched.format(locale) },
    { label: t(`${FLOW}.deposited`), value: total.deposited.format(locale) },
    { label: t(`${REPORT}.key.share`), value: percentText(total.dueMatched, total.due) },
    { label: t(`${REPORT}.key.differences`), value: formatNumber(found.count) },
  ])
}

function bars(report: ReportDocument, { figures, words }: DocumentContent): void {
  const { locale, t } = words
  const { due, collected, deposited, banked } = figures.total
  const bar = (label: string, value: Money) => ({ label, value, text: value.format(locale) })
  report.barChart({
    title: t(`${REPORT}.flow_bars`),
    bars: [
      bar(t(`${FLOW}.due`), due),
      bar(t(`${FLOW}.collected`), collected),
      bar(t(`${FLOW}.deposited`), deposited),
      bar(t(`${FLOW}.banked`), banked),
    ],
  })
}

async function flows(report: ReportDocument, { figures, words }: DocumentContent): Promise<void> {
  const { locale, t } = words
  const columns = flowColumns(words).map((column) =>
    column.key === 'share'
      ? { key: 'paid', heading: column.heading, align: 'right' as const, width: 40 }
      : column
  )
  const paidOf = (flow: Flow) => percentText(flow.dueMatched, flow.due)
  const onPaper = (part: Part) => ({ ...partRow(part, words), paid: paidOf(part.flow) })
  report.paragraph(t(`${REPORT}.difference_note`))
  report.heading(t(`${REPORT}.by_unit`))
  await report.table({
    columns: [{ key: 'name', heading: t(`${REPORT}.unit`) }, ...columns],
    rows: figures.units.map(onPaper),
    totals: { ...partTotals(figures), paid: paidOf(figures.total) },
  })
  report.heading(t(`${REPORT}.by_head`))
  await report.table({
    columns: [{ key: 'name', heading: t('reporting.secretary.head') }, ...columns],
    rows: figures.heads.map(onPaper),
    totals: { ...partTotals(figures), paid: paidOf(figures.total) },
  })
  report.heading(t(`${REPORT}.by_month`, { month: figures.month.label(locale) }))
  await report.table({
    columns: [{ key: 'month', heading: t(`${REPORT}.month`), type: 'month' }, ...columns],
    rows: figures.months.map(({ month, flow }) => ({
      month: month.first,
      ...flowRow(flow),
      paid: paidOf(flow),
    })),
  })
}

async function differences(report: ReportDocument, { figures, words }: DocumentContent) {
  const { locale, t } = words
  report.heading(t(`${REPORT}.by_code`))
  await report.table({
    columns: [
      { key: 'name', heading: t('revenue.differences.code'), weight: 2 },
      { key: 'step', heading: t('revenue.differences.next_step'), weight: 3 },
      ...differenceColumns(words),
      { key: 'open', heading: t('revenue.differences.open_count'), type: 'integer' },
    ],
    rows: figures.codes.map((row) => ({
      ...row,
      name: kindOf(row.code).name[locale],
      step: kindOf(row.code).nextStep[locale],
    })),
    totals: { ...figures.differences },
  })
  if (figures.largest.length === 0) return
  report.heading(t(`${REPORT}.largest`))
  const shown = Money.sum(figures.largest.map(({ amount }) => amount))
  report.paragraph(
    t(`${REPORT}.largest_note`, {
      shown: figures.largest.length,
      count: figures.differences.count,
      amount: shown.format(locale),
      total: figures.differences.amount.format(locale),
    })
  )
  await report.table({
    columns: [
      { key: 'kind', heading: t('revenue.differences.code'), weight: 3 },
      { key: 'subject', heading: t('revenue.differences.subject'), weight: 3 },
      { key: 'partyName', heading: t('revenue.differences.party'), weight: 4 },
      { key: 'unit', heading: t(`${REPORT}.unit`), weight: 3 },
      { key: 'arose', heading: t('revenue.differences.arose_on'), type: 'date' },
      { key: 'amount', heading: t('revenue.differences.amount'), type: 'money' },
    ],
    rows: figures.largest.map((row) => differenceWords(row, words)),
  })
}
