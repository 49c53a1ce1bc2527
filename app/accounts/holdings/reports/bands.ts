import db from '@adonisjs/lucid/services/db'
import { isDay, today, type Day } from '#core/days'
import type { ListColumn, ListFilter } from '#core/lists/definition'

/** The day as of which a report is asked for, as its address has it; today unless told. */
export function dayAsked(value: unknown): Day {
  return typeof value === 'string' && isDay(value) ? value : today()
}

/** The query itself reads the day. */
export const asOfFilter: ListFilter = {
  key: 'on',
  label: 'accounts.holdings.reports.as_of',
  type: 'day',
  apply: () => {},
}

/** A band of days, first and last of them; null: without end on that side. */
export interface Band {
  /** Key of its text under `accounts.holdings.reports`. */
  key: string
  from: number | null
  to: number | null
}

/** What falls into a band of `days`, as an amount of its own with its total. */
export const bandColumn = ({ key, from, to }: Band, days: string, amount: string): ListColumn => ({
  key,
  label: `accounts.holdings.reports.${key}`,
  type: 'money',
  expression: `IF(${within(days, from, to)}, ${amount}, NULL)`,
  total: true,
})

/** Chooses one band. */
export const bandFilter = (label: string, bands: readonly Band[], days: string): ListFilter => ({
  key: 'band',
  label: `accounts.holdings.reports.${label}`,
  type: 'select',
  options: ({ t }) =>
    bands.map(({ key }) => ({ value: key, label: t(`accounts.holdings.reports.${key}`) })),
  apply: (query, value) => {
    const band = bands.find(({ key }) => key === value)
    if (band) query.whereRaw(within(days, band.from, band.to))
  },
})

function within(days: string, from: number | null, to: number | null): string {
  if (from === null && to === null) return `${days} IS NULL`
  const parts = [from === null ? '' : `${days} >= ${from}`, to === null ? '' : `${days} <= ${to}`]
  return `(${parts.filter(Boolean).join(' AND ')})`
}

/** Rows of a statement as a table of its own: its values stay bound. */
export const tableOf = (sql: string, values: readonly (string | number)[], name: string) =>
  db.from(db.raw(`(${sql}) AS ${name}`, values as string[]) as never)
