import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { addDays } from '#core/days'
import type { ListRow } from '#core/lists/definition'
import type { List } from '#core/lists/list'
import { Money } from '#core/money'
import { formatMoney } from '#core/web/format'
import { accountAsked, daysAsked, type StatedAccount } from '#accounts/ledger/statement/asked'
import { sidesBefore, type Sides } from '#accounts/ledger/statement/balances'

export interface StatementFigures {
  account: StatedAccount
  opening: Money
  /** What moved in the days asked for. */
  moved: Sides
  closing: Money
}

/** What an account came with, what moved and what it stands at; null until an account is asked for. */
export async function statementFigures(
  list: List,
  trx?: TransactionClientContract
): Promise<StatementFigures | null> {
  const account = list.isAnswerable ? await accountAsked(list.ctx) : null
  if (!account) return null
  const { from, to } = daysAsked(list.ctx)
  const before = await sidesBefore(list, { day: from, lineId: 0 }, trx)
  const after = await sidesBefore(list, { day: addDays(to, 1), lineId: 0 }, trx)
  return {
    account,
    opening: net(before),
    moved: {
      debit: after.debit.subtract(before.debit),
      credit: after.credit.subtract(before.credit),
    },
    closing: net(after),
  }
}

/** Gives each line the balance after it. Lines of a statement run by day and then as they were posted. */
export async function addBalances(
  rows: ListRow[],
  list: List,
  trx?: TransactionClientContract
): Promise<void> {
  const lines = list.order.direction === 'asc' ? rows : [...rows].reverse()
  const [first] = lines
  if (!first) return
  const place = { day: first.posted_on as string, lineId: Number(first._key) }
  let balance = net(await sidesBefore(list, place, trx))
  for (const line of lines) {
    balance = balance.add(Money.of(line.debit)).subtract(Money.of(line.credit))
    line.balance = balance.abs().toString()
    line.side = sideOf(balance)
  }
}

/** The head of a statement's files. */
export async function statedFigures(
  list: List,
  trx?: TransactionClientContract
): Promise<[string, string][]> {
  const figures = await statementFigures(list, trx)
  if (!figures) return []
  const { t, locale } = list.words
  const { account, opening, closing } = figures
  const balance = (amount: Money) => balanceText(amount, list.words)
  const name = locale === 'en' ? account.nameEn : account.nameAr
  return [
    [t('accounts.statement.account'), `${account.code} ${name}`],
    [t('accounts.statement.opening'), balance(opening)],
    [t('accounts.statement.closing'), balance(closing)],
  ]
}

/** A balance and its side: `1,250.00 مدين`. */
export function balanceText(amount: Money, { t, locale }: List['words']): string {
  const side = sideOf(amount)
  const text = formatMoney(amount.abs().toString(), locale)
  return side ? `${text} ${t(`accounts.statement.sides.${side}`)}` : text
}

const net = ({ debit, credit }: Sides) => debit.subtract(credit)

function sideOf(amount: Money): 'debit' | 'credit' | '' {
  if (amount.isZero()) return ''
  return amount.isNegative() ? 'credit' : 'debit'
}
