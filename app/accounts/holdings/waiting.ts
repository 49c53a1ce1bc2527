import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'

/** How much of one sort waits for a person, for his first page. */
export interface WaitingHolding {
  /** Its text is `reporting.home.KEY`. */
  key: string
  count: number
  icon: string
  url: string
}

interface Sort extends Omit<WaitingHolding, 'count'> {
  permission: Permission
  /** Rows of others that wait, one query for each table. */
  of: (user: User) => DatabaseQueryBuilderContract[]
}

const notOwn = (table: string, where: Record<string, string>) => (user: User) =>
  db.from(table).where(where).whereNot('made_by', user.id)

const SORTS: readonly Sort[] = [
  {
    key: 'advances_waiting',
    icon: 'wallet',
    url: '/accounts/advances?state=requested',
    permission: 'accounts.advances.approve',
    of: (user) => [
      notOwn('advances', { status: 'requested' })(user),
      notOwn('advance_settlements', { status: 'submitted' })(user),
    ],
  },
  {
    key: 'guarantee_acts_waiting',
    icon: 'shield-lock',
    url: '/accounts/guarantees?waits=1',
    permission: 'accounts.guarantees.approve',
    of: (user) => [notOwn('guarantee_acts', { status: 'proposed' })(user)],
  },
  {
    key: 'penalties_waiting',
    icon: 'gavel',
    url: '/accounts/penalties?waits=1',
    permission: 'accounts.penalties.approve',
    of: (user) => [
      notOwn('penalties', { status: 'recorded' })(user),
      notOwn('penalty_appeals', {})(user).whereNull('outcome'),
    ],
  },
  {
    key: 'cash_waiting',
    icon: 'cash-banknote',
    url: '/accounts/cash-arrivals?state=sent',
    permission: 'accounts.safes.receive',
    of: (user) => [
      db
        .from('cash_arrivals')
        .whereIn(
          'transfer_id',
          db
            .from('cash_transfers')
            .where('status', 'sent')
            .whereNot('sent_by', user.id)
            .select('id')
        ),
    ],
  },
  {
    key: 'holding_notices',
    icon: 'bell',
    url: '/accounts/expiries',
    permission: 'accounts.guarantees.read',
    of: () => [db.from('holding_notices').whereNull('cleared_on')],
  },
]

/** What of advances, guarantees, penalties and cash waits for a person; what does not is left out. */
export async function waitingHoldings(user: User): Promise<WaitingHolding[]> {
  const found: WaitingHolding[] = []
  for (const { permission, of, key, icon, url } of SORTS) {
    if (!user.holds(permission)) continue
    let count = 0
    for (const query of of(user)) {
      const [row] = await visible(query, user, permission).count('* as n')
      count += Number(row!.n)
    }
    if (count) found.push({ key, icon, url, count })
  }
  return found
}
