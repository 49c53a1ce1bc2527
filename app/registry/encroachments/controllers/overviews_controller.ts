import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import listPage from '#core/lists/list_page'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import { byAgeList } from '#registry/encroachments/lists/by_age_list'
import { AGE_BANDS, CASE_TONES, inBand } from '#registry/encroachments/lists/cases_list'
import { CASE_STATES, CLOSED } from '#registry/encroachments/life'

/** How the cases stand: `show` the board by state and age, `index` the report with its files. */
export default class OverviewsController {
  index(ctx: HttpContext) {
    return listPage(ctx, byAgeList, 'pages/core/list', {
      title: 'registry.cases.by_age.title',
      subtitle: 'registry.cases.by_age.subtitle',
      nav: 'encroachments',
    })
  }

  async show({ auth, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const rows = await countsByState(user)
    const open = rows.filter(({ status }) => !CLOSED.includes(status))
    const sum = (key: string) => open.reduce((total, row) => total + Number(row[key]), 0)
    return view.render('pages/registry/cases/overview', {
      rows,
      bands: AGE_BANDS.map(({ key }) => ({ key, open: sum(key) })),
      tones: CASE_TONES,
      open: sum('cases'),
      late: sum('late'),
      ...(await figures(user)),
    })
  }
}

async function countsByState(user: User) {
  const bands = AGE_BANDS.map((band) => `SUM(${inBand(band)}) AS ${band.key}`).join(', ')
  const rows = await visible(
    db
      .from('encroachment_cases as c')
      .groupBy('c.status')
      .select('c.status')
      .select(
        db.raw(
          `COUNT(*) AS cases, ${bands}, SUM(c.closed_on IS NULL AND c.deadline_on < CURRENT_DATE) AS late`
        )
      ),
    user,
    'registry.encroachments.read',
    'c.unit_id'
  )
  const place = (state: string) => CASE_STATES.indexOf(state as never)
  return (rows as Record<string, any>[]).sort((a, b) => place(a.status) - place(b.status))
}

async function figures(user: User): Promise<{ frozen: number; accrued: string }> {
  const mine = (query: any) => visible(query, user, 'registry.encroachments.read', 'c.unit_id')
  const [frozen] = await mine(
    db
      .from('encroachment_freezes as z')
      .join('encroachment_cases as c', 'c.id', 'z.case_id')
      .whereNull('z.ended_on')
      .whereNull('c.closed_on')
      .countDistinct('z.case_id as cases')
  )
  const [charged] = await mine(
    db
      .from('usage_accruals as a')
      .join('encroachment_cases as c', 'c.id', 'a.case_id')
      .whereNot('c.status', 'lost')
      .sum('a.amount as amount')
  )
  return { frozen: Number(frozen.cases), accrued: charged.amount ?? '0.00' }
}
