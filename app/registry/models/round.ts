import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { RoundSchema } from '#database/schema'
import { jsonColumn } from '#core/columns'
import { Lockable } from '#core/lockable'
import { WithTransitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import User from '#identity/models/user'
import RoundMember from '#registry/models/round_member'
import RoundTeam from '#registry/models/round_team'
import type { CustodyKind } from '#registry/register/attributes'
import { ROUND_LIFE, ROUND_STATE_NAMES } from '#registry/rounds/life'

/** What a round counts; left out means everything in its unit and below. */
export interface RoundScope {
  /** Classes with all below them. */
  classIds?: number[]
  /** Units below the round's, with all below them in turn. */
  unitIds?: number[]
  /** Streets or quarters (a part of their name), or hods. */
  places?: string[]
  /** Assets held in one way, by whose name holds the text; by anybody when it is null. */
  custody?: { kind: CustodyKind; holder: string | null }
  /** Of a sample: every n-th asset. */
  everyNth?: number
}

/**
 * حصر أو جرد: a committee counts assets in the field against what the register says. Its lines are
 * frozen when it starts; what differs enters the register as transactions approved by another person.
 */
export default class Round extends compose(RoundSchema, Lockable, WithTransitions) {
  static override table = 'rounds'
  static transitions = ROUND_LIFE
  static stateNames = ROUND_STATE_NAMES

  @jsonColumn()
  declare scope: any

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => User, { foreignKey: 'madeBy' })
  declare maker: BelongsTo<typeof User>

  @hasMany(() => RoundMember, { foreignKey: 'roundId' })
  declare members: HasMany<typeof RoundMember>

  @hasMany(() => RoundTeam, { foreignKey: 'roundId' })
  declare teams: HasMany<typeof RoundTeam>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.rounds.read', 'rounds.unit_id')
  }

  /** Rounds in whose teams a person counts. */
  static countedBy(userId: number) {
    return this.query().whereIn('rounds.id', (teams) => {
      void teams.from('round_team_members').where('user_id', userId).select('round_id')
    })
  }

  /** `3 / 2026/2027`. */
  get label(): string {
    return `${this.number} / ${this.fiscalYear}`
  }

  get isRunning(): boolean {
    return this.status === 'running'
  }

  /** What the trail keeps. */
  picture() {
    const { unitId, kind, title, cutOffOn, startsOn, endsOn, scope } = this
    const { decisionNo, decisionOn, decisionAuthority } = this
    return {
      ...{ unitId, kind, title, cutOffOn, startsOn, endsOn, scope },
      ...{ decisionNo, decisionOn, decisionAuthority },
    }
  }
}
