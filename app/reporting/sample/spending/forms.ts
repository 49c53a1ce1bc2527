import { addDays, type Day } from '#core/days'
import type { Month } from '#core/fiscal'
import { ago, CITY, GOVERNORATE, monthsOver, TOWN } from '#reporting/sample/spending/desk'
import type { VoucherState } from '#accounts/payments/life'

/** How its order goes: in the batch of its unit and month, in one that waits, or by itself. */
export type Way = 'month' | 'sent' | 'waits'

/** A form 50 of the sample: what it charges, whom it pays, and how far it has come. */
export interface SampleForm {
  unit: string
  /** Key of a need that was bound, or the item of the line that is charged. */
  of: { need: string } | { item: string }
  type: string
  /** The unit's number of the payee. */
  payee: string
  purpose: string
  /** Number, amount before VAT, VAT. */
  invoices: readonly (readonly [no: string, beforeVat: string, vat?: string])[]
  state: VoucherState
  on: Day
  batch: Way | null
}

type Told = Omit<SampleForm, 'state' | 'on' | 'unit' | 'batch'>

const form = (
  state: VoucherState,
  day: number | Day,
  unit: string,
  { batch = null, ...rest }: Told & { batch?: Way | null }
): SampleForm => ({
  ...{ state, unit, ...rest },
  on: typeof day === 'number' ? ago(day) : day,
  // What the bank has answered went to it by a file.
  batch: ANSWERED.includes(state) ? 'month' : batch,
})

const ANSWERED: readonly VoucherState[] = ['executed', 'rejected', 'archived']

const wages = { item: '1101' }

/** The forms of the year, the oldest first: numbers of the books follow their order. */
export function formsOfYear(): SampleForm[] {
  const forms = [...monthsOver().flatMap(formsOfMonth), ...recentForms()]
  return forms.sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
}

/** What is paid every month: wages and what is metered. */
function formsOfMonth(month: Month, index: number): SampleForm[] {
  const day = (of: number): Day => addDays(month.first, of - 1)
  const name = month.label('ar')
  return [
    form('archived', day(12), CITY, {
      ...{ of: { item: '2105' }, type: 'utilities', payee: '6' },
      purpose: `استهلاك كهرباء المباني، ${name}`,
      invoices: [[`ك-7712${index}`, `${18_640 - index * 715}.00`]],
    }),
    form('archived', day(15), GOVERNORATE, {
      ...{ of: { item: '2204' }, type: 'utilities', payee: '4' },
      purpose: `خطوط التليفونات، ${name}`,
      invoices: [[`ت-2093${index}`, `${7350 + index * 120}.00`]],
    }),
    form('archived', day(24), CITY, {
      ...{ of: wages, type: 'wages', payee: '5', purpose: `أجور العاملين، ${name}` },
      invoices: [[`132/${month.index}`, '236400.00']],
    }),
    form('archived', day(25), GOVERNORATE, {
      ...{ of: wages, type: 'wages', payee: '3', purpose: `أجور الديوان، ${name}` },
      invoices: [[`132/${month.index}`, '287150.00']],
    }),
  ]
}

const recentForms = (): SampleForm[] => [
  form('archived', 46, CITY, {
    ...{ of: { need: 'stationery' }, type: 'supplies', payee: '1', purpose: 'توريد أدوات كتابية' },
    invoices: [
      ['1045', '7800.00'],
      ['1046', '3650.00'],
    ],
  }),
  form('executed', 33, CITY, {
    ...{ of: { need: 'paving' }, type: 'works', payee: '2', purpose: 'مستخلص جار 1 رصف' },
    invoices: [['م/1', '400000.00', '56000.00']],
  }),
  form('rejected', 26, GOVERNORATE, {
    ...{
      of: { need: 'lifts' },
      type: 'services',
      payee: '2',
      purpose: 'صيانة المصاعد، الربع الأول',
    },
    invoices: [['ص-410', '11000.00']],
  }),
  form('void', 24, CITY, {
    ...{ of: { need: 'stationery' }, type: 'supplies', payee: '1', purpose: 'سجلات قيد' },
    invoices: [['1061', '2900.00']],
  }),
  form('signed', 21, CITY, {
    ...{ of: { need: 'spares' }, type: 'supplies', payee: '4', purpose: 'قطع غيار اللوادر' },
    batch: 'sent',
    invoices: [['ن/318', '8000.00']],
  }),
  form('signed_first', 18, CITY, {
    ...{ of: { need: 'roofs' }, type: 'works', payee: '2', purpose: 'عزل أسطح، دفعة أولى' },
    invoices: [['م/2', '22000.00', '3080.00']],
  }),
  form('ordered', 15, CITY, {
    ...{
      of: { need: 'cleaning' },
      type: 'services',
      payee: '3',
      purpose: 'نظافة المباني، شهر أول',
    },
    invoices: [['ن-90', '24500.00']],
  }),
  form('ordered', 13, GOVERNORATE, {
    ...{ of: { item: '2204' }, type: 'utilities', payee: '4', purpose: 'خطوط إنترنت المراكز' },
    batch: 'waits',
    invoices: [['ت-21507', '2280.00']],
  }),
  form('posted', 12, GOVERNORATE, {
    ...{ of: { need: 'paper' }, type: 'supplies', payee: '1', purpose: 'ورق طباعة' },
    invoices: [
      ['2210', '14200.00'],
      ['2211', '4200.00'],
    ],
  }),
  form('cleared', 9, CITY, {
    ...{ of: { need: 'spares' }, type: 'supplies', payee: '4', purpose: 'بطاريات وإطارات' },
    invoices: [['ن/322', '9800.00']],
  }),
  form('registered', 8, CITY, {
    ...{
      of: { need: 'cleaning' },
      type: 'services',
      payee: '3',
      purpose: 'نظافة المباني، شهر ثان',
    },
    invoices: [['ن-97', '24500.00']],
  }),
  form('reviewed', 6, GOVERNORATE, {
    ...{ of: { need: 'paper' }, type: 'supplies', payee: '1', purpose: 'أحبار طابعات' },
    invoices: [['2245', '12750.00']],
  }),
  form('returned', 5, CITY, {
    ...{ of: { need: 'roofs' }, type: 'works', payee: '2', purpose: 'عزل أسطح، دفعة ثانية' },
    invoices: [['م/3', '15000.00', '2100.00']],
  }),
  form('submitted', 4, TOWN, {
    ...{ of: { need: 'town-paper' }, type: 'supplies', payee: '1', purpose: 'سجلات ومطبوعات' },
    invoices: [['3307', '6100.00']],
  }),
  // Its invoice was paid by an archived form already: the reviewer sees it.
  form('submitted', 3, CITY, {
    ...{ of: { need: 'stationery' }, type: 'supplies', payee: '1', purpose: 'أدوات كتابية' },
    invoices: [['١٠٤٦', '3650.00']],
  }),
  form('draft', 1, CITY, {
    ...{ of: { need: 'stationery' }, type: 'supplies', payee: '1', purpose: 'أحبار وأختام' },
    invoices: [['1078', '4200.00']],
  }),
]
