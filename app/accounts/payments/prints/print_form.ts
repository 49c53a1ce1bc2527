import { createHash } from 'node:crypto'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import { formatMoment } from '#core/web/format'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import FormPrint from '#accounts/models/form_print'
import PrinterOffset from '#accounts/models/printer_offset'
import { ReprintReasonError } from '#accounts/payments/prints/errors'
import { printable, withOrder, type Asked } from '#accounts/payments/prints/printable'
import { render } from '#accounts/payments/prints/render'

interface Printing {
  by: User
  /** Values alone, on the printed paper. */
  onPaper: boolean
  /** One of the person's printers, whose offset is taken. */
  printer?: string | null
  reason?: string | null
  requestId?: string
  trx?: Trx
}

/** Prints the official forms of a payment: the original once, then copies, each marked and with its reason. */
export default class PrintForm {
  /**
   * The file to hand out, and the record of it.
   * @throws FormNotDueError ReprintReasonError
   */
  async handle(asked: Asked, printing: Printing): Promise<{ file: Buffer; print: FormPrint }> {
    return within(printing.trx, async (trx) => {
      const { by, onPaper, requestId } = printing
      const { voucher, order } = await printable(asked, trx)
      const isOfOrder = asked.form === 'payment-order' || asked.form === 'cheque'
      const subject = isOfOrder ? { order_id: order!.id } : { voucher_id: voucher.id }
      const [{ prints }] = await trx
        .from('form_prints')
        .where({ form: asked.form, ...subject })
        .count('* as prints')
      const copyNo = Number(prints) + 1
      const reason = printing.reason?.trim() || null
      if (copyNo > 1 && (reason === null || reason.length < 3))
        throw new ReprintReasonError(+prints)
      const { printer, x, y } = await offsetOf(by, printing.printer ?? null, trx)
      const isVoid = (isOfOrder ? order! : voucher).status === 'void'
      const { file, layoutId } = await render(
        {
          ...{ form: asked.form, voucher, order, onPaper, offset: { x, y } },
          stamp: isVoid ? 'ملغى' : copyNo > 1 ? 'صورة' : null,
          copy: copyNo === 1 ? 'أصل' : `صورة رقم ${copyNo - 1} — ${reason}`,
          made: `طبعه ${by.fullName} في ${formatMoment(clock.now())}`,
        },
        trx
      )
      const print = await FormPrint.create(
        {
          ...{ unitId: voucher.unitId, form: asked.form, voucherId: voucher.id, layoutId, copyNo },
          orderId: isOfOrder ? order!.id : null,
          ...{ reason: copyNo > 1 ? reason : null, onPaper, printer, printedBy: by.id },
          ...{ xTenths: Math.round(x * 10), yTenths: Math.round(y * 10) },
          fileHash: createHash('sha256').update(file).digest(),
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'payment_voucher.printed',
          unitId: voucher.unitId,
          subjectType: 'payment_voucher',
          subjectId: voucher.id,
          label: voucher.label,
          after: { form: asked.form, copyNo, file: print.fileHash.toString('hex') },
          reason: print.reason,
        },
        { by: by.asActor(requestId), trx }
      )
      return { file, print }
    })
  }

  /** The form as it would be printed, said to be a preview; nothing is recorded and nothing may rest on it. */
  async preview(asked: Asked, { by, onPaper, printer, trx: outer }: Printing): Promise<Buffer> {
    return within(outer, async (trx) => {
      const { voucher, order } =
        asked.form === 'form-50' ? await withOrder(asked, trx) : await printable(asked, trx)
      const { x, y } = await offsetOf(by, printer ?? null, trx)
      const { file } = await render(
        {
          ...{ form: asked.form, voucher, order, onPaper, offset: { x, y } },
          ...{ stamp: 'معاينة', copy: 'معاينة لا يعتد بها', made: '' },
        },
        trx
      )
      return file
    })
  }
}

async function offsetOf(by: User, printer: string | null, trx: Trx) {
  const own = printer
    ? await PrinterOffset.query({ client: trx }).where({ userId: by.id, printer }).first()
    : null
  return { printer: own?.printer ?? null, x: own?.x ?? 0, y: own?.y ?? 0 }
}
