import type User from '#identity/models/user'
import KeepDocument from '#registry/actions/keep_document'
import type { DocumentKind } from '#registry/documents/kinds'
import type { StepField, StepInput } from '#registry/encroachments/steps/fields'
import type EncroachmentCase from '#registry/models/encroachment_case'

/** Whose step it is. */
export interface Hand {
  user: User
  requestId?: string
}

/** What a move of a case asks for on its form, and the action behind it. */
export interface Step {
  fields: readonly StepField[]
  /** Buttons that end something ask first. */
  danger?: true
  run(kase: EncroachmentCase, input: StepInput, hand: Hand): Promise<EncroachmentCase>
}

export const act = (input: StepInput, { user, requestId }: Hand) => ({
  by: user.asActor(requestId),
  on: input.on,
  note: input.note ?? null,
})

export const reasoned = (input: StepInput, hand: Hand) => ({
  ...act(input, hand),
  note: input.note!,
})

export const deciding = (input: StepInput, { user, requestId }: Hand) => ({
  by: user,
  requestId,
  on: input.on,
  note: input.note!,
})

export const committee = (input: StepInput, hand: Hand) => ({
  ...deciding(input, hand),
  committeeNo: input.committee_no!,
})

export const text = (name: string, max = 300): StepField => ({ name, kind: 'text', max })
export const money = (name: string): StepField => ({ name, kind: 'money' })
export const PROOFS: readonly StepField[] = [
  { name: 'documents', kind: 'documents', optional: true, hint: true },
  { name: 'file', kind: 'file', optional: true, hint: true },
]

/** The papers ticked, and the one sent with the form, which is kept with the case first. */
export async function proofs(
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
