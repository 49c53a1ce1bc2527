import { RoundTeamSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** فريق حصر: people who go out together. */
export default class RoundTeam extends RoundTeamSchema {
  static override table = 'round_teams'

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.rounds.read', 'round_teams.unit_id')
  }
}
