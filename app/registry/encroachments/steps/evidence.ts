import EstablishFacts from '#registry/encroachments/actions/establish_facts'
import ReopenCase from '#registry/encroachments/actions/reopen_case'
import ScreenCase from '#registry/encroachments/actions/screen_case'
import { GROUND_FIELDS, NOTE, ON, REMARK } from '#registry/encroachments/steps/fields'
import { shapeTyped } from '#registry/encroachments/steps/shape_typed'
import { PROOFS, act, proofs, reasoned, text, type Step } from '#registry/encroachments/steps/step'

/** Steps before anything is decided (الرصد والمعاينة والرأي), and the relapse that begins them anew. */
export const evidence = {
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
  take_back: {
    fields: [ON, NOTE],
    danger: true,
    run: (kase, input, hand) => new ReopenCase().takeBack(kase.id, reasoned(input, hand)),
  },
  relapse: {
    fields: [ON, NOTE],
    run: (kase, input, hand) => new ReopenCase().relapse(kase.id, reasoned(input, hand)),
  },
} as const satisfies Record<string, Step>
