import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, today } from '#core/days'
import KeepDocument, { type DocumentToKeep } from '#registry/actions/keep_document'
import { aPerson } from '#tests/support/people'
import { aPhotograph } from '#tests/support/photograph'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

const OFFICER = { id: 7, name: 'منى' }
let made = 0
const mark = () => `${process.pid}-${Date.now()}-${++made}`

async function aFile(bytes: Buffer | string, originalName = 'scan.pdf') {
  const from = join(tmpdir(), `keep-${mark()}`)
  await writeFile(from, bytes)
  return { from, originalName }
}

async function anAsset(unitId?: number, security = 'normal') {
  const unit = unitId ?? (await aUnit())
  const id = await RECORDS.assets!.make(unit, `أصل ${mark()}`)
  await db.from('assets').where('id', id).update({ security_class: security })
  return { unit, id }
}

const keep = (given: Partial<DocumentToKeep> & Pick<DocumentToKeep, 'unitId' | 'links'>) =>
  new KeepDocument().handle({ kind: 'deed', title: 'عقد مسجل', ...given } as DocumentToKeep, {
    by: OFFICER,
  })

test.group('Documents of the register', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a deed is kept with its hash, its number and the place of its original, and the trail says so', async ({
    assert,
  }) => {
    const asset = await anAsset()
    const bytes = Buffer.from(`%PDF-1.7 ${mark()}`)
    const { document, findings } = await keep({
      unitId: asset.unit,
      number: '1234/1987',
      dated: '1987-03-01',
      pages: 12,
      originalPlace: 'دولاب 3 رف 2',
      file: await aFile(bytes),
      links: [{ type: 'asset', id: asset.id }],
    })
    assert.deepEqual(findings, [])
    const row = await db.from('documents').where('id', document.id).firstOrFail()
    assert.equal(row.sha256.toString('hex'), createHash('sha256').update(bytes).digest('hex'))
    assert.deepInclude(row, { number: '1234/1987', dated: '1987-03-01', pages: 12 })
    const file = await db.from('stored_files').where('id', row.file_id).firstOrFail()
    assert.deepInclude(file, { media_type: 'application/pdf', purpose: 'document' })
    const trail = await db.from('trail').where('unit_id', asset.unit).firstOrFail()
    assert.deepInclude(trail, { action: 'document.kept', subject_id: document.id })
  })

  test('a photograph tells where, when and in which direction it was taken', async ({ assert }) => {
    const asset = await anAsset()
    const { document } = await keep({
      unitId: asset.unit,
      kind: 'photo',
      file: await aFile(aPhotograph({ bearing: 270 }), 'IMG_1.jpg'),
      links: [{ type: 'asset', id: asset.id }],
    })
    assert.equal(document.latitude, '29.3083333')
    assert.equal(document.longitude, '30.8427778')
    assert.equal(document.bearingDeg, 270)
    // Cairo is three hours before Greenwich in October's summer time.
    assert.equal(document.takenAt!.toUTC().toFormat('yyyy-MM-dd HH:mm'), '2026-10-05 11:30')
  })

  test('a paper of tomorrow and a photograph without picture are refused (R25)', async ({
    assert,
  }) => {
    const asset = await anAsset()
    const given = { unitId: asset.unit, links: [{ type: 'asset', id: asset.id }] }
    await assert.rejects(() => keep({ ...given, dated: addDays(today(), 1) }), /لم يأت بعد/)
    await assert.rejects(() => keep({ ...given, kind: 'photo' }), /الصورة بلا ملف/)
    assert.lengthOf(await db.from('documents').where('unit_id', asset.unit), 0)
  })

  test('a paper without scan is kept with a warning (R25)', async ({ assert }) => {
    const asset = await anAsset()
    const { findings } = await keep({
      unitId: asset.unit,
      links: [{ type: 'asset', id: asset.id }],
    })
    assert.deepEqual(
      findings.map(({ rule, severity, messages }) => [rule, severity, messages.ar]),
      [['R25', 'warning', 'المستند مسجل بلا صورة ضوئية.']]
    )
  })

  test('the same scan on a second asset is flagged by that asset’s code; on the same one it is kept once (R25)', async ({
    assert,
  }) => {
    const one = await anAsset()
    const other = await anAsset(one.unit)
    const bytes = `%PDF-1.4 ${mark()}`
    const onto = async (id: number) =>
      keep({ unitId: one.unit, file: await aFile(bytes), links: [{ type: 'asset', id }] })
    const first = await onto(one.id)
    const again = await onto(one.id)
    assert.equal(again.document.id, first.document.id)
    assert.deepEqual([again.isNew, again.findings], [false, []])

    const second = await onto(other.id)
    assert.isTrue(second.isNew)
    const { code } = await db.from('assets').where('id', one.id).select('code').firstOrFail()
    assert.include(second.findings[0]!.messages.ar, code)
  })

  test('what is no scan is refused by its content, whatever its name says', async ({ assert }) => {
    const asset = await anAsset()
    for (const bytes of ['<html><script>alert(1)</script></html>', 'MZ\u0090\u0000', '']) {
      await assert.rejects(
        async () =>
          keep({
            unitId: asset.unit,
            file: await aFile(bytes, 'deed.pdf'),
            links: [{ type: 'asset', id: asset.id }],
          }),
        /ليس مستندًا/
      )
    }
  })

  test('a picture with a damaged EXIF block is kept without position', async ({ assert }) => {
    const asset = await anAsset()
    const damaged = aPhotograph({})
    damaged.fill(0xff, 12, 60)
    const { document } = await keep({
      unitId: asset.unit,
      kind: 'photo',
      file: await aFile(damaged, 'IMG.jpg'),
      links: [{ type: 'asset', id: asset.id }],
    })
    assert.isNull(document.latitude)
  })
})

test.group('Pages of documents', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an officer attaches a scan to an asset by its page, and finds it there', async ({
    client,
    assert,
  }) => {
    const asset = await anAsset()
    const officer = await aPerson({ unitId: asset.unit, roles: ['property_officer'] })
    const sent = await client
      .post(`/registry/assets/${asset.id}/documents`)
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .file('file', Buffer.from(`%PDF-1.4 ${mark()}`), { filename: 'x.pdf' })
      .fields({ kind: 'deed', title: 'عقد الأرض', dated: '١٩٨٧-٠٣-٠١', pages: '3' })
    sent.assertStatus(303)
    sent.assertHeader('location', `/registry/assets/${asset.id}`)
    const page = await client.get(`/registry/assets/${asset.id}`).loginAs(officer)
    page.assertTextIncludes('عقد الأرض')
    page.assertTextIncludes('1987-03-01')
    const { id } = await db.from('documents').where('title', 'عقد الأرض').firstOrFail()
    const shown = await client.get(`/registry/documents/${id}`).loginAs(officer)
    shown.assertStatus(200)
    const file = await client.get(`/registry/documents/${id}/file`).loginAs(officer)
    file.assertHeader('content-disposition', `attachment; filename="document-${id}.pdf"`)
    assert.include(file.header('content-security-policy'), 'sandbox')
  })

  test('a file that is no scan is refused beside its field', async ({ client, assert }) => {
    const asset = await anAsset()
    const officer = await aPerson({ unitId: asset.unit, roles: ['property_officer'] })
    const sent = await client
      .post(`/registry/assets/${asset.id}/documents`)
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .file('file', Buffer.from('<script>'), { filename: 'x.pdf' })
      .fields({ kind: 'deed', title: 'عقد' })
    const bag = sent.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.match(bag.file![0]!, /ليس مستندًا/)
  })

  test('a restricted paper, and every paper of a restricted asset, is out of an officer’s reach (R28)', async ({
    client,
    assert,
  }) => {
    const asset = await anAsset(undefined, 'strategic')
    const officer = await aPerson({ unitId: asset.unit, roles: ['property_officer'] })
    const { document } = await keep({
      unitId: asset.unit,
      title: 'سري',
      file: await aFile(`%PDF-1.4 ${mark()}`),
      links: [{ type: 'asset', id: asset.id }],
    })
    assert.equal(document.securityClass, 'strategic')
    for (const path of [
      `/registry/documents/${document.id}`,
      `/registry/documents/${document.id}/file`,
      `/registry/assets/${asset.id}`,
    ]) {
      const answer = await client.get(path).loginAs(officer)
      answer.assertStatus(404)
    }
    const list = await client.get('/registry/documents').loginAs(officer)
    assert.notInclude(list.text(), 'سري')
  })
})
