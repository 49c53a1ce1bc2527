import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import { Money } from '#core/money'
import type Beneficiary from '#accounts/models/beneficiary'
import type { Permission } from '#identity/permissions'
import type User from '#identity/models/user'
import { visible } from '#identity/access/visible'

/** A paper of the accounts that names a beneficiary. */
export interface Dealing {
  kind: 'payments' | 'advances' | 'guarantees' | 'penalties'
  day: Day
  label: string
  url: string
  /** As `accounts.KIND.states` names it. */
  state: string
  amount: Money
}

/** The latest of each kind that a person looks at on the card. */
const LATEST = 20

const PLACES: readonly {
  kind: Dealing['kind']
  table: string
  day: string
  amount: string
  by: 'beneficiary_id' | 'party_id'
}[] = [
  {
    ...{ kind: 'payments', table: 'payment_vouchers', by: 'beneficiary_id' },
    ...{ day: 'due_on', amount: 'net' },
  },
  {
    ...{ kind: 'advances', table: 'advances', by: 'party_id' },
    ...{ day: 'requested_on', amount: 'amount' },
  },
  {
    ...{ kind: 'guarantees', table: 'guarantees', by: 'party_id' },
    ...{ day: 'issued_on', amount: 'amount' },
  },
  {
    ...{ kind: 'penalties', table: 'penalties', by: 'party_id' },
    ...{ day: 'DATE(made_at)', amount: 'amount' },
  },
]

/** Forms 50, advances, guarantees and penalties of a beneficiary that the person may read, latest first. */
export async function dealingsOf(
  { id, partyId }: Pick<Beneficiary, 'id' | 'partyId'>,
  user: User
): Promise<Dealing[]> {
  const all = await Promise.all(
    PLACES.map(async ({ kind, table, day, amount, by }) => {
      const whom = by === 'party_id' ? partyId : id
      if (!whom) return []
      const rows = await visible(db.from(table), user, `accounts.${kind}.read` as Permission)
        .where(by, whom)
        .select('id', 'number', 'fiscal_year', 'status')
        .select(db.raw(`${day} AS day, ${amount} AS amount`))
        .orderBy('id', 'desc')
        .limit(LATEST)
      return rows.map((row): Dealing => ({
        ...{ kind, day: row.day, state: row.status, amount: Money.of(row.amount) },
        label: `${row.number}/${row.fiscal_year}`,
        url: `/accounts/${kind}/${row.id}`,
      }))
    })
  )
  return all.flat().sort((one, other) => (one.day < other.day ? 1 : -1))
}
