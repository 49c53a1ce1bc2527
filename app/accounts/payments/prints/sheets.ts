import { Money } from '#core/money'
import type { FormMark, FormSheet, FormValues } from '#core/documents/form_sheet'
import type { FormLayout } from '#accounts/payments/prints/layouts'

/** A row of a form: amounts are added up where rows do not fit on the paper. */
export type FormRow = Readonly<Record<string, string | Money | null>>

/** What a form says, before it is set on its paper. */
export interface FormContent {
  values: FormValues
  rows: Readonly<Record<string, readonly FormRow[]>>
}

/** Column that carries the words of a folded row. */
const SAID_IN: Readonly<Record<string, string>> = {
  invoices: 'no',
  deductions: 'name',
  lines: 'name',
}

/**
 * The sheets of a form: the paper itself, and where rows are more than it has room for, its last row adds
 * up the rest and continuation sheets list all of them.
 */
export function sheetsOf({ first, more }: FormLayout, { values, rows }: FormContent): FormSheet[] {
  const sheets: FormSheet[] = []
  const fitting: Record<string, FormValues[]> = {}
  const beyond: [string, FormValues[]][] = []
  for (const [prefix, all] of Object.entries(rows)) {
    const room = roomFor(prefix, first)
    const fits = all.length <= room
    const shown = fits ? all : [...all.slice(0, room - 1), rest(prefix, all.slice(room - 1))]
    fitting[prefix] = shown.map(textOf)
    if (!fits) beyond.push([prefix, all.map(textOf)])
  }
  sheets.push({ marks: first, values, rows: fitting })
  for (let sheet = 0; ; sheet++) {
    const listed = beyond.flatMap(([prefix, all]): [string, FormValues[]][] => {
      const room = roomFor(prefix, more)
      const part = all.slice(sheet * room, (sheet + 1) * room)
      return part.length ? [[prefix, part]] : []
    })
    if (listed.length === 0) return sheets
    sheets.push({ marks: more, values, rows: Object.fromEntries(listed) })
  }
}

function roomFor(prefix: string, marks: readonly FormMark[]): number {
  const rows = marks.filter(({ field }) => field?.startsWith(`${prefix}.`))
  return Math.min(...rows.map(({ rowCount }) => rowCount!))
}

function rest(prefix: string, rows: readonly FormRow[]): FormRow {
  const folded: Record<string, string | Money | null> = {
    [SAID_IN[prefix]!]: `باقي السطور (${rows.length}) بصفحة الاستمرار`,
  }
  for (const key of Object.keys(rows[0]!)) {
    const amounts = rows.map((row) => row[key]).filter((value) => value instanceof Money)
    if (amounts.length && key !== 'base') folded[key] = Money.sum(amounts)
  }
  return folded
}

function textOf(row: FormRow): FormValues {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Money ? value.format('ar') : value,
    ])
  )
}
