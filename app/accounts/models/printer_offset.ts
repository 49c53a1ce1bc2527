import { PrinterOffsetSchema } from '#database/schema'

/** By how much a person's printer is off, measured on its test sheet. */
export default class PrinterOffset extends PrinterOffsetSchema {
  static override table = 'printer_offsets'

  /** Millimetres to the right. */
  get x(): number {
    return this.xTenths / 10
  }

  /** Millimetres down. */
  get y(): number {
    return this.yTenths / 10
  }
}
