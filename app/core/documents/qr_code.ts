import qrcode from 'qrcode'
import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'

/** Draws a QR code as squares of ink (sharp at any size), with its quiet zone left white. */
export function drawQrCode(pages: Pages, payload: string, x: number, y: number, size: number) {
  const { modules } = qrcode.create(payload, { errorCorrectionLevel: 'M' })
  const step = size / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      let end = column + 1
      while (end < modules.size && modules.get(row, end)) end++
      pages.canvas.area(x + column * step, y + row * step, (end - column) * step, step, PALETTE.ink)
      column = end
    }
  }
}
