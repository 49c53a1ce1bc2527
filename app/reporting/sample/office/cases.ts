import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { addDays, today, type Day } from '#core/days'
import { openBatch } from '#core/imports/open_batch'
import { commitImport } from '#core/imports/run_import'
import type User from '#identity/models/user'
import KeepDocument from '#registry/actions/keep_document'
import CarryOutRemoval from '#registry/encroachments/actions/carry_out_removal'
import EstablishFacts from '#registry/encroachments/actions/establish_facts'
import Legalise from '#registry/encroachments/actions/legalise'
import HearObjection from '#registry/displays/actions/hear_objection'
import KeepList from '#registry/displays/actions/keep_list'
import type { CaseInput } from '#registry/encroachments/actions/case_record'
import OpenCase from '#registry/encroachments/actions/open_case'
import OrderRemoval from '#registry/encroachments/actions/order_removal'
import ScreenCase from '#registry/encroachments/actions/screen_case'
import type EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'
import { hasAny, thingsOf } from '#reporting/sample/office/stock'
import type { Staff } from '#reporting/sample/office/staff'

const TOWN = 'EG-FYM-ETS'

const ago = (days: number): Day => addDays(today(), -days)
const by = (user: User, on: Day) => ({ by: user.asActor(), on })

/** How far a sample case has come: the later stages include the earlier ones. */
const STAGES = ['detected', 'minuted', 'answered', 'ordered', 'notified', 'removed'] as const

/** Encroachments from a first report to a cleared site, and two on the way of legalisation. */
export async function workOnCases(staff: Staff): Promise<void> {
  if (await hasAny('encroachment_cases')) return
  const land = await thingsOf(TOWN, 'land.agricultural', 10)
  if (land.length === 0) return
  for (const [index, stage] of STAGES.entries()) {
    const kase = await openCase(staff, land[index % land.length]!, index)
    await bring(kase, stage, staff)
  }
  for (const index of [6, 7]) {
    const kase = await openCase(staff, land[index % land.length]!, index)
    await minutes(kase, staff)
    await file(kase, index, staff)
  }
  await bringChanges(land, staff)
  await hangRequests(land[0]!.unitId, staff)
}

function openCase(
  { officer }: Staff,
  land: { id: number; unitId: number },
  index: number
): Promise<EncroachmentCase> {
  const kinds: CaseInput['kind'][] = ['building', 'fence', 'cultivation', 'occupation']
  return new OpenCase().handle(
    {
      unitId: land.unitId,
      source: index % 3 === 0 ? 'complaint' : 'inspection',
      sourceRef: `${410 + index}/2026`,
      kind: kinds[index % kinds.length]!,
      ground: 'agricultural',
      description: 'تعدٍّ على أرض أملاك الدولة بالبناء والزراعة دون سند',
      place: 'زمام إطسا، بجوار الطريق الترابي',
      assetId: land.id,
      occupierName: ['رجب السيد عويس', 'محمود طه قرني', 'شعبان علي جمعة'][index % 3]!,
      areaM2: `${180 + index * 35}.0000`,
      detectedOn: ago(200 - index),
    },
    { by: officer.asActor() }
  )
}

async function bring(
  kase: EncroachmentCase,
  stage: (typeof STAGES)[number],
  staff: Staff
): Promise<void> {
  const { officer, head, executor, surveyor } = staff
  const removal = new CarryOutRemoval()
  const steps: Record<(typeof STAGES)[number], () => Promise<unknown>> = {
    detected: async () => null,
    minuted: () => minutes(kase, staff),
    answered: () => answer(kase, staff),
    ordered: () =>
      new OrderRemoval().draft(
        kase.id,
        { subject: 'إزالة المباني والأسوار المقامة على أرض أملاك الدولة' },
        by(officer, ago(150))
      ),
    notified: async () => {
      await new OrderRemoval().issue(kase.id, { by: head, on: ago(140) })
      const notice = { how: 'police' as const, proof: 'محضر إعلان ١٢ أحوال' }
      await removal.serveNotice(kase.id, notice, by(executor, ago(130)))
    },
    removed: async () => {
      const security = { securityOn: ago(90), body: 'مديرية أمن الفيوم' }
      await removal.setSecurity(kase.id, security, by(executor, ago(110)))
      await removal.execute(kase.id, { ...by(executor, ago(90)), note: 'أزيل بالكامل' })
      await removal.restore(kase.id, by(executor, ago(85)))
      const to = { to: 'إدارة حماية أملاك الدولة' }
      await removal.handOver(kase.id, to, by(executor, ago(84)))
      const clear = { ...by(surveyor, ago(80)), note: 'الموقع خال' }
      await removal.reinspect(kase.id, { clear: true }, clear)
    },
  }
  for (const one of STAGES) {
    await steps[one]()
    if (one === stage) return
  }
}

async function minutes(kase: EncroachmentCase, { officer, surveyor }: Staff): Promise<void> {
  const lawless = { ...by(officer, ago(188)), note: 'أرض أملاك دولة بلا سند' }
  await new ScreenCase().unlawful(kase.id, lawless)
  await new EstablishFacts().inspect(kase.id, by(surveyor, ago(180)))
  await new EstablishFacts().writeMinutes(
    kase.id,
    {
      number: `${kase.id + 50}`,
      inspectedOn: ago(180),
      findings: 'سور من الطوب وغرفة واحدة، وزراعة باقي المسطح',
      possessionFrom: ago(420),
      possessionShownBy: 'إيصال كهرباء',
    },
    by(surveyor, ago(179))
  )
}

async function answer(kase: EncroachmentCase, { lawyer }: Staff): Promise<void> {
  const { document } = await new KeepDocument().handle(
    {
      unitId: kase.unitId,
      kind: 'letter',
      title: 'كشف رسمي من السجل العيني',
      number: `${kase.id + 700}`,
      dated: ago(175),
      links: [{ type: 'encroachment', id: kase.id }],
    },
    { by: lawyer.asActor() }
  )
  await new EstablishFacts().answerTitle(
    kase.id,
    {
      verdict: 'manifest',
      reasons: 'لا سند للحائز، والأرض مقيدة باسم الدولة',
      documentIds: [Number(document.id)],
    },
    by(lawyer, ago(170))
  )
}

/** Filed on the portal; the later of the two paid its fees and was inspected. */
async function file(kase: EncroachmentCase, index: number, { officer, surveyor }: Staff) {
  const legalise = new Legalise()
  await legalise.file(
    kase.id,
    {
      portalNo: `2026-${88_100 + index}`,
      filedOn: ago(160),
      applicantName: kase.occupierName!,
      ground: 'agricultural',
      areaM2: String(kase.areaM2),
    },
    by(officer, ago(160))
  )
  if (index % 2 === 0) return
  const { fees } = await LegalisationFile.findByOrFail('caseId', kase.id)
  await legalise.payFees(kase.id, { receiptNo: '881', amount: fees! }, by(officer, ago(150)))
  await legalise.inspect(kase.id, { ...by(surveyor, ago(140)), note: 'مطابق لما ورد بالطلب' })
}

/** A file of spatial changes: two new places, one of them reported as licensed, and one seen twice. */
async function bringChanges(land: readonly { id: number; unitId: number }[], { officer }: Staff) {
  const first = land[0]!
  const place = await db
    .from('assets')
    .where('id', first.id)
    .select('longitude', 'latitude')
    .first()
  if (!place?.longitude) return
  const at = (east: number) => [(Number(place.longitude) + east).toFixed(6), place.latitude]
  const rows = [
    ['رقم المتغير', 'تاريخ الرصد', 'نوع المتغير', 'الموقع', 'رقم الترخيص', 'خط الطول', 'خط العرض'],
    ['م-2026-00817', ago(25), 'منشأ', 'بجوار الترعة، زمام إطسا', '', ...at(0)],
    ['م-2026-00818', ago(25), 'تعلية', 'عزبة البحر', '212/2025', ...at(0.004)],
    ['م-2026-00902', ago(9), 'تجريف', 'بجوار الترعة، زمام إطسا', '', ...at(0.00005)],
  ]
  const path = join(await mkdtemp(join(tmpdir(), 'diwan-sample-')), 'spatial-changes.csv')
  await writeFile(path, rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'))
  const { id, name } = officer.asActor()
  const who = { id, name }
  const batch = await openBatch({ kind: 'spatial-changes', unitId: first.unitId, path, by: who })
  await commitImport(batch.id, { by: who })
}

/** The requests of legalisation hang out for their days, with one objection that waits. */
async function hangRequests(unitId: number, { officer }: Staff) {
  const act = { by: { ...officer.asActor(), id: officer.id } }
  const list = await new KeepList().draft(
    {
      unitId,
      kind: 'legalisation',
      title: 'طلبات تقنين وضع اليد بزمام إطسا',
      place: 'لوحة إعلانات مجلس مدينة إطسا',
    },
    act
  )
  await new KeepList().display(list.id, { on: ago(12) }, act)
  await new HearObjection().record(
    list.id,
    {
      receivedOn: ago(6),
      objectorName: 'ورثة عويس طه',
      text: 'جزء من الأرض المطلوب تقنينها داخل في حيازة مورثنا بعقد مسجل',
    },
    act
  )
}
