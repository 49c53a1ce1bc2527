import { DifferenceNoteSchema } from '#database/schema'

/** What a person wrote about a difference. Notes are added, never changed. */
export default class DifferenceNote extends DifferenceNoteSchema {}
