import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { RoundLineSchema } from '#database/schema'
import { jsonColumn } from '#core/columns'
import { Lockable } from '#core/lockable'
import { WithTransitions } from '#core/transitions'
import type { Reader } from '#identity/access/visible'
import Asset from '#registry/models/asset'
import AssetClass from '#registry/models/asset_class'
import Round from '#registry/models/round'
import RoundFinding from '#registry/models/round_finding'
import type { Facts } from '#registry/register/facts'
import { LINE_LIFE, LINE_STATE_NAMES } from '#registry/rounds/life'
import { openLines } from '#registry/rounds/open_lines'
import type { Finding } from '#registry/rules/finding'

/** One asset of a round: what was expected, who goes there, what was found and what was decided. */
export default class RoundLine extends compose(RoundLineSchema, Lockable, WithTransitions) {
  static override table = 'round_lines'
  static transitions = LINE_LIFE
  static stateNames = LINE_STATE_NAMES

  @jsonColumn()
  declare expected: any

  @jsonColumn()
  declare flags: any

  @belongsTo(() => Round, { foreignKey: 'roundId' })
  declare round: BelongsTo<typeof Round>

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  @belongsTo(() => AssetClass, { foreignKey: 'classId' })
  declare class: BelongsTo<typeof AssetClass>

  @belongsTo(() => RoundFinding, { foreignKey: 'findingId' })
  declare finding: BelongsTo<typeof RoundFinding>

  static visibleTo(reader: Reader) {
    return openLines(this.query(), reader)
  }

  /** What the register said when the scope was frozen. */
  get expectedFacts(): Facts {
    return this.expected as Facts
  }

  /** What R21 says of the finding that stands. */
  get standingFlags(): Finding[] {
    return (this.flags ?? []) as Finding[]
  }

  get isExtra(): boolean {
    return this.assetCode === null
  }

  get label(): string {
    return [this.assetCode, this.name].filter(Boolean).join(' ')
  }
}
