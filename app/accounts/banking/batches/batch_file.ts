import { writeFile } from 'node:fs/promises'
import { looksLikeFormula, stripControls } from '#core/sheets/text_safety'
import WorkbookWriter from '#core/sheets/workbook_writer'
import type { Trx } from '#core/within'
import type OrderBatch from '#accounts/models/order_batch'
import type PaymentOrder from '#accounts/models/payment_order'

/** How one bank wants its file: cells of control before and after, and the columns of an order. */
export interface FileLayout {
  code: string
  format: 'csv' | 'xlsx'
  separator: string
  withHeadings: boolean
  header: readonly string[] | null
  columns: readonly { field: string; heading: string }[]
  trailer: readonly string[] | null
}

/** Reads a layout; layouts are data, so another bank needs no other program. */
export async function layoutOf(code: string, trx: Pick<Trx, 'rawQuery'>): Promise<FileLayout> {
  const [[row]] = await trx.rawQuery('SELECT * FROM order_file_layouts WHERE code = ?', [code])
  return {
    code,
    format: row.format,
    separator: row.separator_sign,
    withHeadings: Boolean(row.with_headings),
    header: row.header_row,
    columns: row.columns,
    trailer: row.trailer_row,
  }
}

/** Writes the file of a batch: its control totals, a row an order, in the order of their numbers. */
export async function writeBatchFile(
  batch: OrderBatch,
  { layout, path, trx }: { layout: FileLayout; path: string; trx: Trx }
): Promise<void> {
  const rows = await rowsOf(batch, layout, trx)
  if (layout.format === 'csv') {
    const line = (cells: readonly string[]) => cells.map((one) => csvCell(one, layout.separator))
    const text = rows.map((cells) => line(cells).join(layout.separator)).join('\r\n')
    return writeFile(path, `\uFEFF${text}\r\n`)
  }
  const width = Math.max(...rows.map((cells) => cells.length))
  const columns = Array.from({ length: width }, (_, at) => ({
    key: String(at),
    heading: rows[0]![at] ?? '',
    type: layout.columns[at]?.field === 'amount' ? ('money' as const) : ('text' as const),
    width: 24,
  }))
  const workbook = new WorkbookWriter(path, { locale: 'ar' })
  await workbook.sheet({ name: 'أوامر الدفع', columns, rows: rows.slice(1) })
  await workbook.close()
}

async function rowsOf(batch: OrderBatch, layout: FileLayout, trx: Trx): Promise<string[][]> {
  const [[account]] = await trx.rawQuery('SELECT account_no FROM bank_accounts WHERE id = ?', [
    batch.bankAccountId,
  ])
  const [purposes] = await trx.rawQuery(
    `SELECT o.id, v.purpose FROM payment_orders o JOIN payment_vouchers v ON v.id = o.voucher_id WHERE o.batch_id = ?`,
    [batch.id]
  )
  const purposeOf = new Map<number, string>(
    purposes.map((row: { id: number; purpose: string }) => [Number(row.id), row.purpose])
  )
  const control: Record<string, string> = {
    batch: batch.label,
    account: account.account_no,
    date: batch.madeOn,
    count: String(batch.orderCount),
    total: String(batch.total),
    account_check: String(batch.accountCheck).padStart(10, '0'),
  }
  const filled = (cells: readonly string[] | null) =>
    cells ? [cells.map((cell) => cell.replace(/\{(\w+)\}/g, (_, name) => control[name] ?? ''))] : []
  const orders = batch.orders.map((order, at) =>
    layout.columns.map(({ field }) => said(order, field, { at, purposeOf }))
  )
  const headings = layout.withHeadings ? [layout.columns.map(({ heading }) => heading)] : []
  return [...filled(layout.header), ...headings, ...orders, ...filled(layout.trailer)]
}

function said(
  order: PaymentOrder,
  field: string,
  { at, purposeOf }: { at: number; purposeOf: ReadonlyMap<number, string> }
): string {
  const fields: Record<string, string> = {
    seq: String(at + 1),
    order_no: order.label,
    order_date: order.madeOn,
    payee: order.payeeName,
    iban: order.payeeIban ?? '',
    amount: String(order.amount),
    currency: 'EGP',
    purpose: purposeOf.get(order.id) ?? '',
  }
  return fields[field] ?? ''
}

function csvCell(text: string, separator: string): string {
  const safe = stripControls(looksLikeFormula(text) ? `'${text}` : text)
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
