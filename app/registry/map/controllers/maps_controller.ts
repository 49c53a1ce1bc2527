import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import listPage from '#core/lists/list_page'
import { assetsListFor } from '#registry/lists/assets_list'
import { DOMAINS, LIVES } from '#registry/map/question'
import { firstView } from '#registry/map/first_view'

/** The map of assets; without scripts the list of them stands in its place. */
export default class MapsController {
  async show(ctx: HttpContext) {
    const { auth, i18n, request } = ctx
    const user = auth.getUserOrFail()
    const locale = i18n.locale === 'en' ? 'en' : 'ar'
    const classes = await db
      .from('asset_classes')
      .select('code', 'parent_id', `name_${locale} as name`, 'purpose')
      .whereNot('subtype', 'movable')
      .orderBy('sort_order')
      .orderBy('id')
    const word = (key: string) => i18n.t(`registry.map.${key}`)
    return listPage(ctx, assetsListFor(user), 'pages/registry/map/show', {
      classes: classes.map(({ code, name, parent_id: parent }) => ({
        value: code,
        label: parent ? `— ${name}` : name,
      })),
      lives: LIVES,
      domains: DOMAINS,
      seesRights: user.holds('registry.rights.read'),
      seesCases: user.holds('registry.encroachments.read'),
      setup: {
        ...(await firstView(request.qs().at, user)),
        mayDraw: user.holds('registry.assets.manage'),
        mayOpenCase: user.holds('registry.encroachments.manage'),
        purposes: Object.fromEntries(
          ['land', 'building', 'advertising', 'occupancy', 'market', 'movable'].map((purpose) => [
            purpose,
            word(`purposes.${purpose}`),
          ])
        ),
        lives: Object.fromEntries(LIVES.map((life) => [life, word(`lives.${life}`)])),
        words: Object.fromEntries(WORDS.map((key) => [key, word(`script.${key}`)])),
        locale,
      },
    })
  }
}

const WORDS = [
  'open',
  'area',
  'unit',
  'class',
  'state',
  'holdover',
  'encroachment',
  'count',
  'none',
  'failed',
  'measured_length',
  'measured_area',
  'draw_new',
  'split',
  'merge',
  'choose',
  'redraw',
  'merge_hint',
  'cut_hint',
  'use_shape',
  'chosen',
  'report_case',
  'sketch',
  'feddan',
  'm',
  'm2',
] as const
