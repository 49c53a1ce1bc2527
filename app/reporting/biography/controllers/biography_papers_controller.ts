import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { sendMadeFile } from '#core/web/made_file'
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
    const address = `${appUrl}/registry/assets/${asset.id}`
    const by = ctx.auth.getUserOrFail().fullName
    const file = { type: 'application/pdf', name: `asset-${asset.code}.pdf`, inline: true }
    await sendMadeFile(ctx, file, (output) =>
      writeBiography(output, { asset, reader, sections, by, address })
    )
  }
}
