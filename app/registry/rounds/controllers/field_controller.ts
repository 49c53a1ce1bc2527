import i18nManager from '@adonisjs/i18n/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import Round from '#registry/models/round'
import AttachPhoto from '#registry/rounds/actions/attach_photo'
import RecordFinding from '#registry/rounds/actions/record_finding'
import { fieldClasses, fieldLabels, fieldLines } from '#registry/rounds/queries/field_lines'
import { findingBody, photoBody } from '#registry/rounds/validators'

/**
 * The page of the field and what its telephone asks for. The page itself is a shell without a name or a
 * record on it, so that it may be kept for use without a network; all else comes as data of the one who
 * is signed in.
 */
export default class FieldController {
  /** The rounds in which the person counts: where the installed application begins. */
  async index({ auth, view }: HttpContext) {
    const rounds = await Round.countedBy(auth.getUserOrFail().id)
      .where('status', 'running')
      .orderBy('ends_on')
    return view.render('pages/registry/rounds/field_rounds', { rounds })
  }

  async show({ params, view, response, i18n }: HttpContext) {
    response.header('Cache-Control', 'no-store').header('X-Field-Shell', 'yes')
    return view.render('pages/registry/rounds/field', {
      roundId: Number(params.id),
      texts: JSON.stringify(textsOf(i18n.locale)),
    })
  }

  async lines(ctx: HttpContext) {
    const { auth, params, request, response } = ctx
    const user = auth.getUserOrFail()
    // Who counts in no team of it is told nothing of the round, and his device forgets it.
    const round = await Round.countedBy(user.id).where('rounds.id', params.id).first()
    const locale = ctx.i18n.locale as 'ar' | 'en'
    response.header('Cache-Control', 'no-store')
    return {
      owner: user.id,
      csrf: request.csrfToken,
      round: round && {
        id: round.id,
        label: round.label,
        title: round.title,
        status: round.status,
        startsOn: round.startsOn,
        endsOn: round.endsOn,
      },
      labels: fieldLabels(locale),
      classes: await fieldClasses(locale),
      lines: round?.isRunning
        ? await fieldLines(round.id, user.id, user.unitIds('registry.rounds.count'))
        : [],
    }
  }

  async storeFinding({ auth, params, request, response }: HttpContext) {
    const input = await request.validateUsing(findingBody)
    const { finding, line, isNew } = await new RecordFinding().handle(Number(params.id), input, {
      by: auth.getUserOrFail(),
      requestId: request.id(),
    })
    return response.status(isNew ? 201 : 200).send({
      uuid: finding.clientUuid,
      isNew,
      line: { id: line.id, status: line.status, version: line.version },
      flags: line.standingFlags.map(({ messages }) => messages),
    })
  }

  async storePhoto({ auth, params, request, response }: HttpContext) {
    const { uuid, finding, file } = await request.validateUsing(photoBody)
    const { isNew, line } = await new AttachPhoto().handle(
      Number(params.id),
      {
        uuid,
        findingUuid: finding,
        file: { from: file.tmpPath!, originalName: file.clientName },
      },
      { by: auth.getUserOrFail(), requestId: request.id() }
    )
    return response
      .status(isNew ? 201 : 200)
      .send({ uuid, isNew, line: { id: line.id, status: line.status, version: line.version } })
  }
}

/** The words of the field application as they are written, with their places for figures. */
function textsOf(locale: string): Record<string, string> {
  const prefix = 'registry.rounds.app.'
  const all = i18nManager.getTranslationsFor(locale)
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, text]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : []
    )
  )
}
