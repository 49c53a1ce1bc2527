import { FormPrintSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** An official form as it was printed: by whom, on which printer, the original or a copy and why. Append-only. */
export default class FormPrint extends FormPrintSchema {
  static override table = 'form_prints'

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.payments.read', 'form_prints.unit_id')
  }
}
