import { VirementLineSchema } from '#database/schema'

/** What a virement takes from a line (below zero) or gives to it. */
export default class VirementLine extends VirementLineSchema {
  static override table = 'virement_lines'
}
