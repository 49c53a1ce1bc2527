import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { DomainError } from '#core/domain_error'
import { wordsOf } from '#core/lists/list'
import { dividedBy } from '#registry/forms/divided'
import { forgetDraft, keepDraft, keepSent, type DraftKey } from '#registry/forms/drafts'
import { fieldOf, headOf, type Formed } from '#registry/forms/form'
import { groundOf, previewChange, type Preview } from '#registry/forms/preview'
import { typedFrom, type Typed } from '#registry/forms/typed'
import ProposeChange from '#registry/register/propose_change'
import type { ChangeKindName } from '#registry/register/kinds/kind'

export interface Sent {
  key: DraftKey
  kind: ChangeKindName
  unitId: number
  /** Address of the form. */
  path: string
  form: (typed: Typed) => Promise<Formed>
}

/**
 * What every form of the register does with what was typed: it is kept as the person's draft first, then
 * looked at, thrown away, or proposed. Nothing typed is lost by a refusal, a lost connection or a
 * closed window.
 */
export async function receiveForm(ctx: HttpContext, sent: Sent) {
  const { request, response, session, i18n } = ctx
  const intent = request.header('X-Up-Validate') ? 'preview' : String(request.input('intent', ''))
  if (intent === 'discard') {
    await forgetDraft(sent.key)
    session.flash('success', i18n.t('registry.forms.discarded'))
    return response.redirect().status(303).toPath(sent.path)
  }
  const typed = typedFrom(request.body())
  await keepDraft(sent.key, typed)
  if (intent !== 'send') {
    if (intent === 'draft') session.flash('success', i18n.t('registry.forms.draft_kept'))
    const looked = intent === 'draft' ? '' : `${sent.path.includes('?') ? '&' : '?'}preview=1`
    return response.redirect().status(303).toPath(`${sent.path}${looked}`)
  }
  const { id } = await propose(ctx, sent, typed)
  await keepSent(sent.key, id, { path: sent.path, typed })
  await forgetDraft(sent.key)
  session.flash('success', i18n.t('registry.forms.proposed'))
  return response.redirect().status(303).toPath(`/registry/transactions/${id}`)
}

async function propose(ctx: HttpContext, sent: Sent, typed: Typed) {
  const { auth, request, i18n } = ctx
  const { kind, unitId } = sent
  try {
    const { proposal } = await sent.form(typed)
    const asked = { unitId, kind, proposal, ...headOf(typed) }
    return await new ProposeChange().handle(asked, {
      by: auth.getUserOrFail().asActor(request.id()),
    })
  } catch (error) {
    const field = error instanceof DomainError ? fieldOf(error) : null
    if (!field) throw error
    const message = (error as DomainError).adviceFor(i18n.locale)
    throw new errors.E_VALIDATION_ERROR([{ field, rule: 'refused', message }])
  }
}

/** What the form would come to now, beside its fields. */
export async function previewForm(
  ctx: HttpContext,
  { kind, unitId, form }: Pick<Sent, 'kind' | 'unitId' | 'form'>,
  typed: Typed
): Promise<Preview> {
  try {
    const { proposal, surveyed, deedM2 } = await form(typed)
    const ground = surveyed ? groundOf(surveyed, deedM2 ?? null, wordsOf(ctx)) : null
    const by = ctx.auth.getUserOrFail().asActor(ctx.request.id())
    const seen = await previewChange({ unitId, kind, proposal, ...headOf(typed) }, by)
    return { ...seen, ground, divided: await dividedBy(kind, proposal, wordsOf(ctx)) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { findings: [], refusal: error.messages, ground: null, divided: null }
  }
}
