import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { today } from '#core/days'
import { printForm } from '#core/documents/form_sheet'
import type { Trx } from '#core/within'
import type PaymentOrder from '#accounts/models/payment_order'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import { contentOf } from '#accounts/payments/prints/content'
import { layoutOf, type FormName } from '#accounts/payments/prints/layouts'
import { sheetsOf } from '#accounts/payments/prints/sheets'

export interface Rendering {
  form: FormName
  voucher: PaymentVoucher
  order: PaymentOrder | null
  /** Values alone, on the printed paper. */
  onPaper: boolean
  offset: { x: number; y: number }
  /** Across the sheet: a copy, a preview, a void form. */
  stamp: string | null
  /** Which print it is and who made it, at the foot. */
  copy: string
  made: string
}

/** A form as a file, on the layout of today. */
export async function render(
  asked: Rendering,
  trx: Trx
): Promise<{ file: Buffer; layoutId: number }> {
  const { form, voucher, order, onPaper, offset, stamp, copy, made } = asked
  const layout = await layoutOf(form, today(), trx)
  const content = await contentOf(form, voucher, order, trx)
  const hash = (order ?? voucher).documentHash
  const values = {
    ...content.values,
    ...{ 'print.copy': copy, 'print.made': made },
    'print.hash': hash && `بصمة المعتمد ${hash.toString('hex').slice(0, 16)}`,
  }
  const output = new PassThrough({ highWaterMark: 1 << 24 })
  const [file] = await Promise.all([
    buffer(output),
    printForm(
      output,
      {
        ...{ title: `${layout.name.ar} ${(order ?? voucher).label}`, author: 'Diwan' },
        ...{ width: layout.width, height: layout.height, onPaper, offset, stamp },
      },
      sheetsOf(layout, { values, rows: content.rows })
    ),
  ])
  return { file, layoutId: layout.id }
}
