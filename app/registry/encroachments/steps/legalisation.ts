import ConcludeLegalisation from '#registry/encroachments/actions/conclude_legalisation'
import DecideLegalisation from '#registry/encroachments/actions/decide_legalisation'
import Legalise from '#registry/encroachments/actions/legalise'
import { GROUND_FIELDS, NOTE, ON, REMARK } from '#registry/encroachments/steps/fields'
import { shapeTyped } from '#registry/encroachments/steps/shape_typed'
import {
  act,
  committee,
  deciding,
  money,
  reasoned,
  text,
  type Step,
} from '#registry/encroachments/steps/step'

/** Steps of the way of legalisation (التقنين), which falls back to removal. */
export const legalisation = {
  file: {
    fields: [
      ON,
      text('portal_no', 40),
      { name: 'filed_on', kind: 'day' },
      text('applicant_name', 200),
      { name: 'ground', kind: 'select', options: ['agricultural', 'built'] },
      { name: 'area_m2', kind: 'area' },
      { name: 'carried_over', kind: 'yes', optional: true, hint: true },
      ...GROUND_FIELDS,
    ],
    run: (kase, input, hand) =>
      new Legalise().file(
        kase.id,
        {
          portalNo: input.portal_no!,
          filedOn: input.filed_on!,
          applicantName: input.applicant_name!,
          ground: input.ground!,
          areaM2: input.area_m2!,
          carriedOver: input.carried_over,
          shape: shapeTyped(input),
        },
        act(input, hand)
      ),
  },
  pay_fees: {
    fields: [ON, text('receipt_no', 60), money('amount')],
    run: (kase, input, hand) =>
      new Legalise().payFees(
        kase.id,
        { receiptNo: input.receipt_no!, amount: input.amount! },
        act(input, hand)
      ),
  },
  inspect_file: {
    fields: [ON, NOTE],
    run: (kase, input, hand) => new Legalise().inspect(kase.id, reasoned(input, hand)),
  },
  value: {
    fields: [ON, money('amount'), REMARK],
    run: (kase, input, hand) =>
      new Legalise().value(kase.id, { valuation: input.amount! }, act(input, hand)),
  },
  accept: {
    fields: [ON, text('committee_no', 60), NOTE],
    run: (kase, input, hand) => new DecideLegalisation().accept(kase.id, committee(input, hand)),
  },
  reject: {
    fields: [ON, text('committee_no', 60), NOTE],
    run: (kase, input, hand) => new DecideLegalisation().reject(kase.id, committee(input, hand)),
  },
  grieve: {
    fields: [ON, text('number', 60), REMARK],
    run: (kase, input, hand) =>
      new DecideLegalisation().grieve(kase.id, { number: input.number! }, act(input, hand)),
  },
  uphold_grievance: {
    fields: [ON, NOTE],
    run: (kase, input, hand) =>
      new DecideLegalisation().upholdGrievance(kase.id, deciding(input, hand)),
  },
  dismiss_grievance: {
    fields: [ON, NOTE],
    run: (kase, input, hand) =>
      new DecideLegalisation().dismissGrievance(kase.id, deciding(input, hand)),
  },
  contract: {
    fields: [ON, text('number', 60), money('amount'), REMARK],
    run: (kase, input, hand) =>
      new ConcludeLegalisation().contract(
        kase.id,
        { number: input.number!, amount: input.amount! },
        act(input, hand)
      ),
  },
  pay_price: {
    fields: [ON, text('receipt_no', 60), money('amount')],
    run: (kase, input, hand) =>
      new ConcludeLegalisation().payPrice(
        kase.id,
        { receiptNo: input.receipt_no!, amount: input.amount! },
        act(input, hand)
      ),
  },
  abandon: {
    fields: [ON, { ...NOTE, max: 500 }],
    danger: true,
    run: (kase, input, hand) => new ConcludeLegalisation().abandon(kase.id, reasoned(input, hand)),
  },
  fall_back: {
    fields: [ON, REMARK],
    run: (kase, input, hand) => new ConcludeLegalisation().fallBack(kase.id, act(input, hand)),
  },
} as const satisfies Record<string, Step>
