import { Money } from '#core/money'
import type { FolioLine } from '#accounts/books/folio'
import {
  moneyColumn,
  orBlank,
  type PaperRow,
  type PaperTable,
} from '#accounts/books/papers/book_paper'
import { lineColumns, linkOfEntry, type LinesAsked } from '#accounts/books/papers/folio_lines'
import { FOLIO_WORDS } from '#accounts/books/papers/folio_words'
import type { VoucherFacts } from '#accounts/books/voucher_facts'

interface VouchersAsked extends LinesAsked {
  facts: ReadonlyMap<number, VoucherFacts>
}

/** Book 55: forms 50 by the serial they got on arrival, with what they charge, hold back and pay. */
export function vouchersTable({ figures, lines, facts, locale }: VouchersAsked): PaperTable {
  const words = FOLIO_WORDS[locale]
  const { brought, moved, carried } = figures
  const rows = lines.map((line) => voucherRow(line, facts.get(line.entryId)))
  const sum = (key: 'held' | 'net') => Money.sum(rows.map((row) => row[key] ?? Money.zero))
  return {
    name: words.forms,
    columns: [
      { key: 'b55', heading: words.b55, type: 'integer', chars: 9, isLink: true },
      { key: 'day', heading: words.day, type: 'date', chars: 12 },
      { key: 'form', heading: words.form, type: 'integer', chars: 9 },
      { key: 'payee', heading: words.payee, weight: 5, chars: 34 },
      { key: 'code', heading: words.code, weight: 2, chars: 16 },
      moneyColumn('gross', words.gross),
      moneyColumn('back', words.back),
      moneyColumn('held', words.held),
      moneyColumn('net', words.net),
      { key: 'entry', heading: words.b224, type: 'integer', chars: 9, isLink: true },
      { key: 'order', heading: words.order, weight: 1.6, chars: 14 },
    ],
    rows: [
      { payee: words.brought, gross: brought.debit, back: brought.credit },
      ...rows.map((row): PaperRow => ({ ...row })),
      { payee: words.carried, gross: carried.debit, back: carried.credit },
    ],
    totals: { gross: moved.debit, back: moved.credit, held: sum('held'), net: sum('net') },
    totalsLabel: words.total,
    empty: words.empty,
  }
}

/** A form, or below zero what was taken back of one; an entry without its form shows its line alone. */
function voucherRow(line: FolioLine, facts: VoucherFacts | undefined) {
  const isBack = line.credit.isPositive()
  const signed = (amount: Money) => (isBack ? amount.negate() : amount)
  return {
    ...{ day: line.day, code: line.code, gross: orBlank(line.debit), back: orBlank(line.credit) },
    payee: facts?.payee ?? line.description,
    b55: facts?.book55No,
    form: facts?.formNo,
    held: facts ? signed(facts.deductions) : null,
    net: facts ? signed(facts.net) : isBack ? line.credit.negate() : line.debit,
    entry: facts?.book224No ?? line.entryNo,
    order: isBack ? '' : (facts?.orderNo ?? ''),
    links: {
      ...linkOfEntry(line),
      ...(facts ? { b55: `/accounts/payments/${facts.voucherId}` } : {}),
    },
  }
}

/**
 * Book 224: the entry that charges a line and orders its net (صرفيات), apart from what each deduction settles
 * (تسويات).
 */
export function journalTable({
  figures,
  lines,
  facts,
  locale,
  orders,
}: VouchersAsked & { orders: ReadonlySet<string> }): PaperTable {
  const words = FOLIO_WORDS[locale]
  const { brought, moved, carried } = figures
  const isSettlement = (line: FolioLine) => {
    const isReversal = facts.get(line.entryId) ? reversed(line, lines, orders) : false
    const side = isReversal ? line.debit : line.credit
    return side.isPositive() && !orders.has(line.code)
  }
  const section = (line: FolioLine) => (isSettlement(line) ? words.settlements : words.payments)
  const row = (line: FolioLine): PaperRow => ({
    ...{ section: section(line), day: line.day, code: line.code, said: line.description },
    ...{ b224: facts.get(line.entryId)?.book224No, entry: line.entryNo },
    ...{ debit: orBlank(line.debit), credit: orBlank(line.credit), links: linkOfEntry(line) },
  })
  const payments = lines.filter((line) => !isSettlement(line))
  const settlements = lines.filter(isSettlement)
  const edge = (said: string, sides: { debit: Money; credit: Money }): PaperRow => ({
    ...{ section: said, said: '', debit: sides.debit, credit: sides.credit },
  })
  return {
    name: words.lines,
    columns: [
      { key: 'b224', heading: words.b224, type: 'integer', chars: 9 },
      ...lineColumns(locale, true),
    ],
    rows: [
      edge(words.brought, brought),
      ...[...payments, ...settlements].map(row),
      edge(words.carried, carried),
    ],
    groupBy: 'section',
    groupHeading: words.section,
    totals: { debit: moved.debit, credit: moved.credit },
    totalsLabel: words.total,
    empty: words.empty,
  }
}

/** An entry whose payment orders stand on the debit side takes another back. */
function reversed(line: FolioLine, lines: readonly FolioLine[], orders: ReadonlySet<string>) {
  return lines.some(
    ({ entryId, code, debit }) => entryId === line.entryId && orders.has(code) && debit.isPositive()
  )
}
