import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { today, addMonths } from '#core/days'
import { insist } from './fleet.js'
import { HttpClients, idIn, refusal, settled, type Questions } from './http_clients.js'
import type { RegisterOffice } from './register_office.js'

type Act = 'proposed' | 'approved' | 'leased' | 'activated' | 'found'

/** Side of a parcel and metres between two, on the office's own ground. */
const SIDE = 40
const STEP = 60
const COLUMNS = 300

/**
 * Offices that keep the register over HTTP: parcels proposed and approved, leases drafted, approved and
 * activated, findings of a round sent until they are answered.
 */
export class RegisterClients extends HttpClients<Act> {
  #kiosk = 0
  #land = 0

  constructor(readonly offices: readonly RegisterOffice[]) {
    super(QUESTIONS)
  }

  protected override async works() {
    this.#land = await classId('land.vacant')
    this.#kiosk = await classId('occupancy.kiosk')
    return this.offices.flatMap((office) => [
      (n: number) => this.#parcel(office, n),
      () => this.#finding(office),
    ])
  }

  async #parcel({ officer, head, ...office }: RegisterOffice, n: number): Promise<void> {
    const name = `أرض ${randomUUID()}`
    const east = office.east + (n % COLUMNS) * STEP
    const north = 700_000 + Math.floor(n / COLUMNS) * STEP
    const corners = [
      [east, north],
      [east + SIDE, north],
      [east + SIDE, north + SIDE],
      [east, north + SIDE],
    ]
    const sent = await officer.post('/registry/assets', {
      unit_id: office.unitId,
      class_id: this.#land,
      intent: 'send',
      name,
      domain: 'private',
      use_actual: 'فضاء',
      hod: 'حوض التجربة',
      plot_no: n + 1,
      coordinates: corners.map((corner) => corner.join(' ')).join('\n'),
      grid: '22992',
      jurisdiction_name: 'المحافظة',
      effective_on: '2026-01-05',
    })
    const change = idIn(sent, '/registry/transactions')
    this.acknowledge('proposed', change, name)
    const approval = `/registry/transactions/${change}/approval`
    if (await settled(() => head.post(approval, {}))) this.acknowledge('approved', change, name)

    const { code } = await insist(() => db.from('assets').where('name', name).firstOrFail())
    const right = idIn(
      await officer.post('/registry/rights', {
        asset_code: code,
        party_no: office.partyNo,
        kind: 'lease',
        valid_from: today(),
        valid_until: addMonths(today(), 12),
        billing: 'monthly',
        period_amount: '1000.00',
        deposit: '2000.00',
      }),
      '/registry/rights'
    )
    this.acknowledge('leased', right, name)
    await settled(() => head.post(`/registry/rights/${right}/approval`, {}))
    const steps = `/registry/rights/${right}/steps`
    const step = { step: 'activate', on: today() }
    if (await settled(() => officer.post(steps, step))) this.acknowledge('activated', right, name)
  }

  /** As a telephone does: the same finding again and again until the house says that it has it. */
  async #finding({ surveyor, unitId, roundId }: RegisterOffice): Promise<void> {
    const uuid = randomUUID()
    const name = `كشك ${uuid}`
    const finding = {
      uuid,
      lineId: null,
      result: 'extra',
      classId: this.#kiosk,
      unitId,
      facts: { name, width_m: '2' },
      baseVersion: null,
      lineVersion: null,
      position: { latitude: 29.3, longitude: 30.8, accuracyM: 4, mocked: false },
      photos: 1,
      capturedAt: new Date().toISOString(),
    }
    await insist(async () => {
      const path = `/registry/rounds/${roundId}/field/findings`
      const answer = await surveyor.post(path, finding, true)
      if (![200, 201].includes(answer.status)) throw new Error(refusal(answer))
    })
    this.acknowledge('found', uuid, name)
  }
}

/** How often the effect of each act is there, with its line of the trail: once, if all is well. */
const QUESTIONS: Questions<Act> = {
  proposed: `SELECT COUNT(*) AS n FROM register_transactions x
    WHERE INSTR(x.proposal, :name) > 0 OR (x.id = :key AND x.proposal IS NULL)`,
  approved: `SELECT COUNT(*) AS n FROM register_transactions x
    JOIN transaction_assets p ON p.transaction_id = x.id AND p.part = 'output'
    JOIN assets a ON a.name = :name
    JOIN asset_shapes s ON s.asset_id = a.id
    JOIN trail t ON t.subject_type = 'register_transaction' AND t.subject_id = x.id
      AND t.action = 'register_transaction.approved'
    WHERE x.id = :key AND x.status = 'approved'`,
  leased: `SELECT COUNT(*) AS n FROM rights r JOIN assets a ON a.id = r.asset_id
    WHERE a.name = :name`,
  activated: `SELECT COUNT(*) AS n FROM rights r
    JOIN right_slots s ON s.right_id = r.id JOIN right_terms m ON m.right_id = r.id
    JOIN trail t ON t.subject_type = 'right' AND t.subject_id = r.id AND t.action = 'right.activated'
    WHERE r.id = :key AND r.status = 'active'`,
  found: `SELECT COUNT(*) AS n FROM round_findings f JOIN round_lines l ON l.finding_id = f.id
    JOIN trail t ON t.subject_type = 'round_line' AND t.subject_id = l.id AND t.action = 'round_line.found'
    WHERE f.client_uuid = :key AND l.name = :name`,
}

async function classId(code: string): Promise<number> {
  const row = await db.from('asset_classes').where('code', code).select('id').firstOrFail()
  return Number(row.id)
}
