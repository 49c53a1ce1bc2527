import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { biographyAsset, loadSections } from '#registry/biography/biography'
import { writeBiography } from '#reporting/biography/document'
import { biographyReader } from '#reporting/biography/reader'
import { SECTIONS } from '#reporting/biography/sections'

/** بطاقة الأصل on paper. */
export default class BiographyPapersController {
  async show(ctx: HttpContext) {
    const reader = biographyReader(ctx)
    const asset = await biographyAsset(Number(ctx.params.id), reader)
    const sections = await loadSections(SECTIONS, asset, reader)
    const output = new PassThrough({ highWaterMark: 1 << 20 })
    ctx.response
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="asset-${asset.code}.pdf"`)
      .header('Cache-Control', 'private, no-store')
    ctx.response.stream(output)
    const address = `${appUrl}/registry/assets/${asset.id}`
    const by = ctx.auth.getUserOrFail().fullName
    writeBiography(output, { asset, reader, sections, by, address }).catch((error) => {
      // The head of the file is sent already: breaking off tells the browser that it is not whole.
      if (!output.destroyed) ctx.logger.error({ err: error }, 'a biography broke off')
      output.destroy(error)
    })
  }
}
