import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { sendMadeFile } from '#core/web/made_file'
import Asset from '#registry/models/asset'
import RoundLine from '#registry/models/round_line'
import { labelSize, LABEL_SIZES } from '#registry/rounds/label_sizes'
import { printLabels } from '#registry/rounds/label_sheet'
import { LabelsMissingError } from '#registry/rounds/errors'

/** As many labels as one request prints. */
const MOST = 5_000

const asked = vine.create({
  size: vine.enum(LABEL_SIZES.map(({ key }) => key)).optional(),
  codes: vine.string().trim().maxLength(20_000).optional(),
  round: vine.number().withoutDecimals().positive().optional(),
})

/** QR labels: choosing them, their sheets, and where a scanned one leads. */
export default class LabelsController {
  create({ request, view }: HttpContext) {
    return view.render('pages/registry/rounds/labels', {
      sizes: LABEL_SIZES,
      round: request.qs().round ?? null,
      codes: request.qs().codes ?? '',
    })
  }

  async show(ctx: HttpContext) {
    const { request, i18n, auth } = ctx
    const { size, codes, round } = await request.validateUsing(asked)
    const named = codes?.split(/[\s,;،]+/).filter(Boolean)
    if (!named?.length && !round) throw new LabelsMissingError()
    const query = Asset.visibleTo(auth.getUserOrFail())
      .orderBy('assets.street')
      .orderBy('assets.id')
    if (named?.length) void query.whereIn('assets.code', named)
    if (round) {
      void query.whereIn('assets.id', (lines) => {
        void lines.from('round_lines').where('round_id', round).select('asset_id')
      })
    }
    const assets = await query.select('assets.code').limit(MOST)
    if (assets.length === 0) throw new LabelsMissingError()
    const words = {
      size: labelSize(size ?? ''),
      address: `${request.protocol()}://${request.host()}/registry/q`,
      locale: i18n.locale as 'ar' | 'en',
    }
    const file = { type: 'application/pdf', name: 'labels.pdf', inline: true }
    const printed = assets.map(({ code }) => code)
    await sendMadeFile(ctx, file, (target) => printLabels(printed, words, target))
  }

  /** A scanned label opens the line of the person's running round, else the page of the asset. */
  async scan({ auth, params, response }: HttpContext) {
    const user = auth.getUserOrFail()
    const line = await RoundLine.query()
      .join('round_team_members as m', (mine) => {
        mine
          .on('m.round_id', 'round_lines.round_id')
          .andOn('m.team_id', 'round_lines.team_id')
          .andOnVal('m.user_id', user.id)
      })
      .join('rounds', 'rounds.id', 'round_lines.round_id')
      .where('rounds.status', 'running')
      .where('round_lines.asset_code', params.code)
      .select('round_lines.*')
      .orderBy('round_lines.id', 'desc')
      .first()
    if (line && user.can('registry.rounds.count', line.unitId)) {
      return response.redirect().toPath(`/registry/rounds/${line.roundId}/field#line-${line.id}`)
    }
    const asset = await Asset.visibleTo(user).where('assets.code', params.code).first()
    // An unknown code and another unit's answer alike: the list, searched, which shows what is his.
    const code = encodeURIComponent(params.code)
    return response
      .redirect()
      .toPath(asset ? `/registry/assets/${asset.id}` : `/registry/assets?q=${code}`)
  }
}
