import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type User from '#identity/models/user'

interface Doing {
  by: User
  requestId?: string
}

interface Reasoned extends Doing {
  reason: string
}

/** Who gives the signatures of a paper, and who sends it back a step. */
interface Signatures<Step, Back> {
  sign(id: number, doing: Doing & { step: Step }): Promise<unknown>
  sendBack(id: number, doing: Reasoned & { step: Back }): Promise<unknown>
}

/** Who takes a paper back after it was signed. */
interface Withdrawal {
  handle(id: number, doing: Reasoned): Promise<unknown>
}

/** A reason that somebody gives for a step back. */
export const reasoned = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** Who takes a step, and the request it came by. */
export const doing = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  requestId: request.id(),
})

/** Back to the page of the paper that a step was taken on. */
export const backTo =
  (home: string) =>
  ({ params, response }: HttpContext) =>
    response.redirect().status(303).toPath(`${home}/${params.id}`)

/**
 * Steps of a paper with ordered signatures (69, 75) as requests: signed, sent one step back, withdrawn. The
 * route of each step names its permission, so the right to one signature gives no other.
 */
export class PaperSteps<Step extends string, Back extends Step = Step> {
  readonly back: ReturnType<typeof backTo>

  constructor(
    home: string,
    private readonly signatures: Signatures<Step, Back>,
    private readonly withdrawal: Withdrawal
  ) {
    this.back = backTo(home)
  }

  async sign(ctx: HttpContext, step: Step) {
    await this.signatures.sign(Number(ctx.params.id), { step, ...doing(ctx) })
    return this.back(ctx)
  }

  async sendBack(ctx: HttpContext, step: Back) {
    const { reason } = await ctx.request.validateUsing(reasoned)
    await this.signatures.sendBack(Number(ctx.params.id), { step, reason, ...doing(ctx) })
    return this.back(ctx)
  }

  async withdraw(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasoned)
    await this.withdrawal.handle(Number(ctx.params.id), { reason, ...doing(ctx) })
    return this.back(ctx)
  }
}
