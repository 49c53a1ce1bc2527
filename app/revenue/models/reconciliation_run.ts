import { ReconciliationRunSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import type { Trx } from '#core/within'

/** تشغيل المطابقة: one reconciliation of a unit, with everything below it, and a month. */
export default class ReconciliationRun extends ReconciliationRunSchema {
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.reconciliation.read')
  }

  async unitCode(trx: Trx): Promise<string> {
    const [[unit]] = await trx.rawQuery('SELECT code FROM units WHERE id = ?', [this.unitId])
    return String(unit.code)
  }
}
