import CarryOutRemoval from '#registry/encroachments/actions/carry_out_removal'
import OrderRemoval from '#registry/encroachments/actions/order_removal'
import { NOTICE_WAYS } from '#registry/encroachments/kinds'
import { NOTE, ON, REMARK } from '#registry/encroachments/steps/fields'
import { act, deciding, reasoned, text, type Step } from '#registry/encroachments/steps/step'

/** Steps of the way of removal (الإزالة), from the draft of the order to the second inspection. */
export const removal = {
  draft_order: {
    fields: [ON, { name: 'subject', kind: 'lines', max: 2000, hint: true }],
    run: (kase, input, hand) =>
      new OrderRemoval().draft(kase.id, { subject: input.subject! }, act(input, hand)),
  },
  issue_order: {
    fields: [ON, REMARK],
    run: (kase, input, hand) => new OrderRemoval().issue(kase.id, deciding(input, hand)),
  },
  refuse_order: {
    fields: [ON, { ...NOTE, max: 500 }],
    run: (kase, input, hand) => new OrderRemoval().refuse(kase.id, deciding(input, hand)),
  },
  withdraw_order: {
    fields: [ON, { ...NOTE, max: 500 }],
    danger: true,
    run: (kase, input, hand) => new OrderRemoval().withdraw(kase.id, deciding(input, hand)),
  },
  serve_notice: {
    fields: [ON, { name: 'how', kind: 'select', options: NOTICE_WAYS }, text('proof'), REMARK],
    run: (kase, input, hand) =>
      new CarryOutRemoval().serveNotice(
        kase.id,
        { how: input.how!, proof: input.proof! },
        act(input, hand)
      ),
  },
  set_security: {
    fields: [ON, { name: 'security_on', kind: 'coming_day' }, text('body', 200), REMARK],
    run: (kase, input, hand) =>
      new CarryOutRemoval().setSecurity(
        kase.id,
        { securityOn: input.security_on!, body: input.body! },
        act(input, hand)
      ),
  },
  execute: {
    fields: [ON, NOTE],
    danger: true,
    run: (kase, input, hand) => new CarryOutRemoval().execute(kase.id, reasoned(input, hand)),
  },
  restore: {
    fields: [ON, REMARK],
    run: (kase, input, hand) => new CarryOutRemoval().restore(kase.id, act(input, hand)),
  },
  hand_over: {
    fields: [ON, text('to', 200), REMARK],
    run: (kase, input, hand) =>
      new CarryOutRemoval().handOver(kase.id, { to: input.to! }, act(input, hand)),
  },
  reinspect: {
    fields: [ON, { name: 'clear', kind: 'select', options: ['yes', 'no'] }, NOTE],
    run: (kase, input, hand) =>
      new CarryOutRemoval().reinspect(
        kase.id,
        { clear: input.clear === 'yes' },
        reasoned(input, hand)
      ),
  },
} as const satisfies Record<string, Step>
