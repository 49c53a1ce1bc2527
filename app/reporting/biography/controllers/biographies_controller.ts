import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import { biographyAsset, loadSections } from '#registry/biography/biography'
import { changesAhead } from '#registry/register/queries/changes_ahead'
import { shown } from '#registry/biography/tabular'
import { biographyReader } from '#reporting/biography/reader'
import { SECTIONS } from '#reporting/biography/sections'

/** بطاقة الأصل: everything that ever happened to an asset, on one page. */
export default class BiographiesController {
  async show(ctx: HttpContext) {
    const reader = biographyReader(ctx)
    const asset = await biographyAsset(Number(ctx.params.id), reader)
    const loaded = await loadSections(SECTIONS, asset, reader)
    return ctx.view.render('pages/registry/assets/show', {
      asset,
      sections: loaded.map(({ section, content }) => ({
        key: section.key,
        title: section.title ?? `registry.biography.sections.${section.key}`,
        view: section.view,
        content,
        actions: (section.actions ?? [])
          .filter(({ permission }) => reader.can(permission, asset.unitId))
          .map(({ label, icon, url }) => ({ label, icon, url: url(asset) })),
      })),
      shown: (cell: Parameters<typeof shown>[0]) => shown(cell, reader.words),
      ahead: await changesAhead(asset.id),
      on: reader.on,
      knownText: ctx.request.qs().known ?? '',
      isPast: reader.on !== today() || reader.known !== null,
      may: {
        propose: reader.can('registry.assets.manage', asset.unitId),
        keep: reader.can('registry.documents.manage', asset.unitId),
      },
    })
  }
}
