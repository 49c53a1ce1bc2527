import GoToCourt from '#registry/encroachments/actions/go_to_court'
import { NOTE, ON, REMARK } from '#registry/encroachments/steps/fields'
import { PROOFS, act, proofs, text, type Step } from '#registry/encroachments/steps/step'

/** Steps before the court (القضاء). */
export const court = {
  sue: {
    fields: [ON, text('court_ref', 200), REMARK],
    run: (kase, input, hand) =>
      new GoToCourt().sue(kase.id, { courtRef: input.court_ref! }, act(input, hand)),
  },
  win: {
    fields: [ON, NOTE, ...PROOFS],
    async run(kase, input, hand) {
      const documentIds = await proofs(kase, input, hand, 'judgment')
      return new GoToCourt().win(kase.id, { reasons: input.note!, documentIds }, act(input, hand))
    },
  },
  lose: {
    fields: [ON, NOTE, ...PROOFS],
    danger: true,
    async run(kase, input, hand) {
      const documentIds = await proofs(kase, input, hand, 'judgment')
      return new GoToCourt().lose(kase.id, { reasons: input.note!, documentIds }, act(input, hand))
    },
  },
} as const satisfies Record<string, Step>
