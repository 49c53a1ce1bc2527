import { RoundMemberSchema } from '#database/schema'

/** A member of the committee of a round (عضو لجنة الحصر), in the order in which the minutes are signed. */
export default class RoundMember extends RoundMemberSchema {
  static override table = 'round_members'
}
