import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import loadRegistryEncroachments from '#database/reference/registry_encroachments'
import { addDays, today } from '#core/days'
import { within } from '#core/within'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import ApproveList from '#registry/displays/actions/approve_list'
import HearObjection from '#registry/displays/actions/hear_objection'
import KeepList from '#registry/displays/actions/keep_list'
import { DisplayNotReadyError } from '#registry/displays/errors'
import DecideLegalisation from '#registry/encroachments/actions/decide_legalisation'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import DisplayList from '#registry/models/display_list'
import DisplayObjection from '#registry/models/display_objection'
import LegalisationFile from '#registry/models/legalisation_file'
import { ago, CasesWorld } from '#tests/support/cases_world'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'
import { RECORDS } from '#tests/support/records'
import { judgeClosing } from '#registry/rounds/rules/closing'
import { readWords } from '#tests/unit/core/documents/pdf_reader'

const hand = (user: User) => ({ by: { ...user.asActor(), id: user.id } })
const refusal = (work: () => Promise<unknown>) => work().catch((error: unknown) => error)

test.group('Public display and objections', (group) => {
  let world: CasesWorld

  group.setup(() => db.transaction((trx) => loadRegistryEncroachments(trx)))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await CasesWorld.make()
  })

  /** A list of one valued request, displayed so many days ago. */
  async function hung(days: number) {
    const kase = await world.at('valued')
    const file = await LegalisationFile.findByOrFail('caseId', kase.id)
    const list = await new KeepList().draft(
      { unitId: world.unitId, kind: 'legalisation', title: 'طلبات التقنين', place: 'مجلس المدينة' },
      hand(world.officer)
    )
    await new KeepList().display(list.id, { on: ago(days) }, hand(world.officer))
    const entry = await db.from('display_entries').where('list_id', list.id).firstOrFail()
    return { kase, file, list: await DisplayList.findOrFail(list.id), entryId: Number(entry.id) }
  }

  const object = (listId: number, entryId: number, days: number) =>
    new HearObjection().record(
      listId,
      { entryId, receivedOn: ago(days), objectorName: 'ورثة حسن', text: 'الأرض ملك مورثنا' },
      hand(world.officer)
    )

  test('what hangs out keeps its days and lines; it is approved after its time and its objections', async ({
    assert,
  }) => {
    const { kase, list, entryId, file } = await hung(40)
    assert.deepEqual([list.displayedOn, list.untilOn], [ago(40), ago(11)])
    const entry = await db.from('display_entries').where('id', entryId).firstOrFail()
    assert.deepEqual([entry.number, entry.name], [file.portalNo, 'سيد عبد الله'])
    const objection = await object(list.id, entryId, 20)
    const approve = () => new ApproveList().handle(list.id, { by: world.head })
    const early = await refusal(approve)
    assert.instanceOf(early, DisplayNotReadyError)
    assert.include((early as DisplayNotReadyError).message, objection.objectionNo)
    const accept = () =>
      new DecideLegalisation().accept(kase.id, {
        ...{ by: world.head, on: ago(5), committeeNo: '9', note: 'مستوف' },
      })
    // While it hangs, the committee does not accept.
    assert.instanceOf(await refusal(accept), CaseNotReadyError)
    await new HearObjection().decide(
      objection.id,
      { verdict: 'refused', reason: 'لم يقدم سندًا' },
      { by: world.head }
    )
    const approved = await approve()
    assert.equal(approved.status, 'approved')
    assert.equal((await accept()).status, 'accepted')
  })

  test('an accepted objection keeps the committee from accepting the request', async ({
    assert,
  }) => {
    const { kase, list, entryId } = await hung(40)
    const objection = await object(list.id, entryId, 15)
    const said = { verdict: 'accepted' as const, reason: 'قدم عقدًا مسجلًا' }
    await new HearObjection().decide(objection.id, said, { by: world.head })
    await new ApproveList().handle(list.id, { by: world.head })
    const decide = { by: world.head, on: today(), committeeNo: '9', note: 'مستوف' }
    const refused = await refusal(() => new DecideLegalisation().accept(kase.id, decide))
    assert.instanceOf(refused, CaseNotReadyError)
    const rejected = await new DecideLegalisation().reject(kase.id, decide)
    assert.equal(rejected.status, 'rejected')
  })

  test('refused: an objection out of time, a decision by who wrote it, an approval before the last day', async ({
    assert,
  }) => {
    const { list, entryId } = await hung(10)
    assert.equal(list.untilOn, addDays(today(), 19))
    assert.instanceOf(await refusal(() => object(list.id, entryId, 11)), DisplayNotReadyError)
    assert.instanceOf(
      await refusal(() => new ApproveList().handle(list.id, { by: world.head })),
      DisplayNotReadyError
    )
    assert.instanceOf(
      await refusal(() => new ApproveList().handle(list.id, { by: world.officer })),
      SelfApprovalError
    )
    const objection = await object(list.id, entryId, 3)
    const own = () =>
      new HearObjection().decide(
        objection.id,
        { verdict: 'refused', reason: 'بلا سند' },
        { by: world.officer }
      )
    assert.instanceOf(await refusal(own), SelfApprovalError)
    // Nothing else waits to be displayed.
    const again = () =>
      new KeepList().draft(
        { unitId: world.unitId, kind: 'legalisation', title: 'كشف آخر', place: 'المجلس' },
        hand(world.officer)
      )
    assert.instanceOf(await refusal(again), DisplayNotReadyError)
    await new KeepList().withdraw(list.id, { reason: 'خطأ في المكان' }, hand(world.officer))
    assert.equal((await again()).status, 'draft')
  })

  test('the database approves no list before its time or with an open objection, and changes no line', async ({
    assert,
  }) => {
    const { list, entryId } = await hung(40)
    await object(list.id, entryId, 20)
    const approve = { status: 'approved', approved_by: world.head.id, approved_on: today() }
    const update = (values: object) =>
      refusal(() =>
        within(null, (trx) =>
          trx
            .from('display_lists')
            .where('id', list.id)
            .update(values as never)
        ).then(() => null)
      )
    assert.match(String(await update(approve)), /decision of its objections/)
    assert.match(String(await update({ until_on: today() })), /keeps its days/)
    const line = () => db.from('display_entries').where('id', entryId).update({ name: 'غيره' })
    assert.match(String(await refusal(line)), /not changed/)
  })

  test("a round's results hang out by the same list, and it is not closed before that is approved", async ({
    assert,
  }) => {
    const lineId = await RECORDS.round_lines!.make(world.unitId, 'أرض السوق')
    const line = await db.from('round_lines').where('id', lineId).firstOrFail()
    const roundId = Number(line.round_id)
    const input = {
      unitId: world.unitId,
      kind: 'round' as const,
      roundId,
      title: 'حصر',
      place: 'المجلس',
    }
    const nothing = await refusal(() => new KeepList().draft(input, hand(world.officer)))
    assert.instanceOf(nothing, DisplayNotReadyError)
    await db.rawQuery(
      `INSERT INTO display_lists (unit_id, list_no, kind, round_id, title, place, status, displayed_on, until_on, document_hash, made_by)
       VALUES (?, 'ح1', 'round', ?, 'حصر', 'المجلس', 'displayed', ?, ?, REPEAT('x', 32), ?)`,
      [world.unitId, roundId, ago(3), addDays(today(), 27), world.officer.id] as never[]
    )
    const findings = await within(null, (trx) =>
      judgeClosing(roundId, { unitId: world.unitId, trx })
    )
    assert.isTrue(findings.some(({ messages }) => messages.ar.includes('ح1')))
  })

  test('through the pages: made, hung, an objection with its paper, decided by another, printed', async ({
    assert,
    client,
  }) => {
    await world.at('filed')
    const send = (user: User, method: 'post' | 'put', url: string) =>
      client[method](url).loginAs(user).withCsrfToken().redirects(0)
    const made = await send(world.officer, 'post', '/registry/displays').form({
      ...{ unit_id: world.unitId, title: 'طلبات مارس', place: 'لوحة مجلس المدينة' },
    })
    made.assertStatus(302)
    const list = await DisplayList.findByOrFail('unitId', world.unitId)
    const url = `/registry/displays/${list.id}`
    await send(world.officer, 'post', `${url}/display`).form({ on: ago(2) })
    const from = join(tmpdir(), `objection-${process.pid}.pdf`)
    await writeFile(from, `%PDF-1.4 ${process.pid} objection`)
    const objected = await send(world.officer, 'post', `${url}/objections`)
      .fields({ received_on: ago(1), objector_name: 'محمود سالم', text: 'الأرض منفعة عامة' })
      .file('file', from)
    objected.assertStatus(303)
    const page = await client.get(url).loginAs(world.officer)
    for (const text of ['طلبات مارس', 'محمود سالم', 'لوحة مجلس المدينة', 'سيد عبد الله']) {
      page.assertTextIncludes(text)
    }
    const objection = await DisplayObjection.findByOrFail('listId', list.id)
    const own = await client.get(`/registry/display-objections/${objection.id}`).loginAs(world.head)
    own.assertTextIncludes('objection-')
    const said = { verdict: 'refused', on: today(), reason: 'الأرض ملك خاص للدولة' }
    await send(world.head, 'put', `/registry/display-objections/${objection.id}`).form(said)
    await objection.refresh()
    assert.equal(objection.status, 'refused')
    const paper = await client.get(`${url}/paper`).loginAs(world.officer)
    paper.assertStatus(200)
    const pdf = join(tmpdir(), `display-${process.pid}.pdf`)
    await writeFile(pdf, paper.body() as Buffer)
    const words = (await readWords(pdf)).map(({ text }) => text).join(' ')
    assert.include(words, list.listNo.split('/')[0]!)
    const stranger = await aPerson({ unitId: await aUnit(), roles: ['property_officer'] })
    const hidden = await client.get(url).loginAs(stranger)
    assert.include([403, 404], hidden.status())
  })
})
