import type User from '#identity/models/user'
import KeepDocument from '#registry/actions/keep_document'
import type { DocumentKind } from '#registry/documents/kinds'
import CarryOutRemoval from '#registry/encroachments/actions/carry_out_removal'
import DecideLegalisation from '#registry/encroachments/actions/decide_legalisation'
import EstablishFacts from '#registry/encroachments/actions/establish_facts'
import GoToCourt from '#registry/encroachments/actions/go_to_court'
import Legalise from '#registry/encroachments/actions/legalise'
import OrderRemoval from '#registry/encroachments/actions/order_removal'
import ReopenCase from '#registry/encroachments/actions/reopen_case'
import ScreenCase from '#registry/encroachments/actions/screen_case'
import { NOTICE_WAYS } from '#registry/encroachments/kinds'
import type { MoveName } from '#registry/encroachments/life'
import {
  GROUND_FIELDS,
  NOTE,
  ON,
  REMARK,
  type StepField,
  type StepInput,
} from '#registry/encroachments/steps/fields'
import { shapeTyped } from '#registry/encroachments/steps/shape_typed'
import type EncroachmentCase from '#registry/models/encroachment_case'

/** Whose step it is. */
export interface Hand {
  user: User
  requestId?: string
}

export interface Step {
  fields: readonly StepField[]
  /** Buttons that end something ask first. */
  danger?: true
  run(kase: EncroachmentCase, input: StepInput, hand: Hand): Promise<EncroachmentCase>
}

const act = (input: StepInput, { user, requestId }: Hand) => ({
  by: user.asActor(requestId),
  on: input.on,
  note: input.note ?? null,
})
const reasoned = (input: StepInput, hand: Hand) => ({ ...act(input, hand), note: input.note! })
const deciding = (input: StepInput, { user, requestId }: Hand) => ({
  by: user,
  requestId,
  on: input.on,
  note: input.note!,
})

const text = (name: string, max = 300): StepField => ({ name, kind: 'text', max })
const money = (name: string): StepField => ({ name, kind: 'money' })
const PROOFS: readonly StepField[] = [
  { name: 'documents', kind: 'documents', optional: true, hint: true },
  { name: 'file', kind: 'file', optional: true, hint: true },
]

/** What each move of a case asks for on its form, and the action behind it. */
export const STEPS: Readonly<Record<MoveName, Step>> = {
  find_lawful: {
    fields: [ON, NOTE],
    run: (kase, input, hand) => new ScreenCase().lawful(kase.id, reasoned(input, hand)),
  },
  find_duplicate: {
    fields: [ON, text('of', 40), REMARK],
    run: (kase, input, hand) =>
      new ScreenCase().duplicate(kase.id, { ...act(input, hand), of: input.of! }),
  },
  find_unlawful: {
    fields: [ON, NOTE],
    run: (kase, input, hand) => new ScreenCase().unlawful(kase.id, reasoned(input, hand)),
  },
  inspect: {
    fields: [ON, REMARK],
    run: (kase, input, hand) => new EstablishFacts().inspect(kase.id, act(input, hand)),
  },
  write_minutes: {
    fields: [
      ON,
      text('number', 60),
      { name: 'inspected_on', kind: 'day' },
      { name: 'present', kind: 'text', max: 500, optional: true },
      { name: 'findings', kind: 'lines', max: 2000 },
      { name: 'occupier_name', kind: 'text', max: 200, optional: true },
      { name: 'occupier_said', kind: 'lines', optional: true },
      { name: 'possession_from', kind: 'day', hint: true },
      text('possession_shown_by'),
      { name: 'area_m2', kind: 'area', optional: true, hint: true },
      ...GROUND_FIELDS,
    ],
    run: (kase, input, hand) =>
      new EstablishFacts().writeMinutes(
        kase.id,
        {
          number: input.number!,
          inspectedOn: input.inspected_on!,
          present: input.present,
          findings: input.findings!,
          occupierName: input.occupier_name,
          occupierSaid: input.occupier_said,
          possessionFrom: input.possession_from!,
          possessionShownBy: input.possession_shown_by!,
          areaM2: input.area_m2,
          shape: shapeTyped(input),
        },
        act(input, hand)
      ),
  },
  answer_title: {
    fields: [
      ON,
      { name: 'verdict', kind: 'select', options: ['manifest', 'arguable'], hint: true },
      { name: 'note', kind: 'lines', max: 1000 },
      ...PROOFS,
    ],
    async run(kase, input, hand) {
      const documentIds = await proofs(kase, input, hand, 'letter')
      const { verdict, note: reasons } = input
      return new EstablishFacts().answerTitle(
        kase.id,
        { verdict: verdict!, reasons: reasons!, documentIds },
        act(input, hand)
      )
    },
  },

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
      new DecideLegalisation().contract(
        kase.id,
        { number: input.number!, amount: input.amount! },
        act(input, hand)
      ),
  },
  pay_price: {
    fields: [ON, text('receipt_no', 60), money('amount')],
    run: (kase, input, hand) =>
      new DecideLegalisation().payPrice(
        kase.id,
        { receiptNo: input.receipt_no!, amount: input.amount! },
        act(input, hand)
      ),
  },
  abandon: {
    fields: [ON, { ...NOTE, max: 500 }],
    danger: true,
    run: (kase, input, hand) => new DecideLegalisation().abandon(kase.id, reasoned(input, hand)),
  },
  fall_back: {
    fields: [ON, REMARK],
    run: (kase, input, hand) => new DecideLegalisation().fallBack(kase.id, act(input, hand)),
  },

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
  relapse: {
    fields: [ON, NOTE],
    run: (kase, input, hand) => new ReopenCase().relapse(kase.id, reasoned(input, hand)),
  },
}

const committee = (input: StepInput, hand: Hand) => ({
  ...deciding(input, hand),
  committeeNo: input.committee_no!,
})

/** The papers ticked, and the one sent with the form, which is kept with the case first. */
async function proofs(
  kase: EncroachmentCase,
  { documents = [], file, on }: StepInput,
  { user, requestId }: Hand,
  kind: DocumentKind
): Promise<number[]> {
  if (!file) return documents
  const { document } = await new KeepDocument().handle(
    {
      unitId: kase.unitId,
      kind,
      title: file.clientName.slice(0, 200),
      dated: on,
      file: { from: file.tmpPath!, originalName: file.clientName },
      links: [{ type: 'encroachment', id: kase.id }],
    },
    { by: user.asActor(requestId) }
  )
  return [...documents, Number(document.id)]
}
