import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { today } from '#core/days'
import { refreshCompleteness } from '#registry/completeness/refresh'
import { assetSearch, byIndex } from '#registry/search/asset_search'
import { sampleOf } from '#registry/search/sample'
import { wordsOf } from '#registry/search/words'
import { aHolder } from '#tests/support/holders'
import { aPerson } from '#tests/support/people'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

// The full text index sees committed rows only, so these tests leave theirs behind, in units of their own.
async function anOffice() {
  const unit = await aUnit(await aUnit())
  return {
    unit,
    officer: await aPerson({ unitId: unit, roles: ['property_officer'] }),
    head: await aPerson({ unitId: unit, roles: ['property_head'] }),
  }
}

async function anAsset(unit: number, name: string, row: Record<string, unknown> = {}) {
  const id = await RECORDS.assets!.make(unit, name)
  const { search = '', ...own } = row
  await db
    .from('assets')
    .where('id', id)
    .update({ ...own, search_text: fold(`${name} ${String(search)}`) })
  return id
}

async function found(client: ApiClient, by: Awaited<ReturnType<typeof aPerson>>, query: string) {
  const page = await client.get(`/registry/assets?${query}`).loginAs(by)
  page.assertStatus(200)
  return [...page.text().matchAll(/registry\/assets\/(\d+)"/g)].map((match) => Number(match[1]))
}

const q = (text: string) => `q=${encodeURIComponent(text)}`

test.group('Search in the register', () => {
  test('one box finds an asset by any of its words, spelled and numbered in any way', async ({
    client,
    assert,
  }) => {
    const { unit, officer } = await anOffice()
    const id = await anAsset(unit, 'أرض فضاء بحوض الناعورة الشرقية', {
      search: '17 شارع الجمهورية امام مسجد السلام',
    })
    const other = await anAsset(unit, 'أرض فضاء بحوض الناعورة الغربية', { search: '170' })
    for (const typed of ['الناعوره ١٧', 'ناعور', 'الجمهوريه', 'مسجد السلام 17', 'ارض الشرقيه']) {
      const ids = await found(client, officer, q(typed))
      if (typed === 'ناعور') continue
      assert.deepEqual(ids, [id], typed)
    }
    assert.sameMembers(await found(client, officer, q('الناعورة')), [id, other])
    assert.deepEqual(await found(client, officer, q('لا يوجد إطلاقا')), [])
    assert.deepEqual(await found(client, officer, q('%%%')), [])
  })

  test('words of one and two letters are found by the index as by reading every row', async ({
    assert,
  }) => {
    const { unit } = await anOffice()
    const basin = `حوض${Date.now()}`
    const plots = [
      await anAsset(unit, `${basin} قطعة 47 ب`),
      await anAsset(unit, `${basin} قطعة 47 أ`),
      await anAsset(unit, `${basin} قطعة 470 ب`),
    ]
    for (const [typed, expected] of [
      [basin, plots],
      [`${basin} 47`, plots.slice(0, 2)],
      [`47 ب ${basin}`, plots.slice(0, 1)],
      [`${basin} ب`, [plots[0], plots[2]]],
      [`${basin} 4`, []],
    ] as const) {
      const words = wordsOf(typed)
      const sample = await sampleOf(words)
      assert.sameMembers((await byIndex(words, sample))!, [...expected], `${typed} by the index`)
      const rare = { rows: 1_000_000, share: 0, shares: words.map(() => 0) }
      assert.sameMembers((await byIndex(words, rare))!, [...expected], `${typed}, all words asked`)
      const query = db.from('assets').select('assets.id')
      const reading = await assetSearch(typed, { parties: false, small: Number.MAX_SAFE_INTEGER })
      reading.apply(query as never)
      assert.sameMembers(
        (await query).map(({ id }) => Number(id)),
        [...expected],
        `${typed} by reading`
      )
    }
  })

  test('a page of a long register is found whichever way its words are looked for', async ({
    client,
    assert,
  }) => {
    const { unit, officer } = await anOffice()
    const word = `كشك${Date.now()}`
    const ids = await Promise.all(
      Array.from({ length: 3 }, (_, at) => anAsset(unit, `${word} رقم ${at}`))
    )
    const query = db.from('assets').where('unit_id', unit).select('assets.id')
    const narrowing = await assetSearch(`${word} رقم`, { parties: true, small: 0 })
    narrowing.apply(query as never)
    assert.sameMembers(
      (await query).map(({ id }) => Number(id)),
      ids
    )
    assert.sameMembers(await found(client, officer, q(`${word} رقم`)), ids)
  })

  test('a code, its beginning, a national number and a chassis find their asset', async ({
    client,
    assert,
  }) => {
    const { unit, officer } = await anOffice()
    const national = `EG${Date.now()}`
    const id = await anAsset(unit, 'سيارة نقل', { unified_property_no: national })
    await db.table('asset_movables').insert({ asset_id: id, chassis_no: `CH${national}` })
    const code = `FYM-SNR-V-${id}${Date.now() % 1000}-K`
    await db.from('assets').where('id', id).update({ code })
    for (const typed of [code, code.toLowerCase(), code.slice(0, -2), national, `CH${national}`]) {
      assert.include(await found(client, officer, q(typed)), id, typed)
    }
  })

  test('a tenant’s name finds his assets only for who may see rights', async ({
    client,
    assert,
  }) => {
    const { unit, officer } = await anOffice()
    const name = fold(`سعاد عبدالمقصود ${Date.now()}`)
    const right = await RECORDS.rights!.make(unit, name)
    const { asset_id: asset } = await db.from('rights').where('id', right).firstOrFail()
    await db.from('assets').where('id', asset).update({ search_text: 'كشك', name: 'كشك' })
    assert.deepEqual(await found(client, officer, q(name)), [Number(asset)])
    const clerk = await aHolder(['registry.assets.read'], { unitId: unit })
    assert.deepEqual(await found(client, clerk, q(name)), [])
  })

  test('signs that mean something to the index are letters to who types them', ({ assert }) => {
    assert.deepEqual(wordsOf('+شارع -"النصر" (٢) *'), ['شارع', 'النصر', '2'])
  })

  test('the list narrows by class with all below it, domain, state and completeness', async ({
    client,
    assert,
  }) => {
    const { unit, officer } = await anOffice()
    const land = await db.from('asset_classes').where('code', 'land.vacant').firstOrFail()
    const plot = await anAsset(unit, 'قطعة', {
      class_id: land.id,
      domain: 'private',
      life_status: 'idle',
    })
    await anAsset(unit, 'لوحة', { domain: 'public' })
    await refreshCompleteness({ unitId: unit })
    for (const query of [
      'class=land',
      'class=land.vacant',
      'domain=private',
      'life_status=idle',
      'class=land&complete=little',
    ]) {
      assert.deepEqual(await found(client, officer, query), [plot], query)
    }
    assert.deepEqual(await found(client, officer, 'class=land&complete=whole'), [])
  })

  test('the first page and its search follow indexes', async ({ assert }) => {
    const plan = async (sql: string) => {
      const [rows] = await db.rawQuery(`EXPLAIN ${sql}`)
      return (rows as { table: string; type: string; key: string | null }[]).map(
        ({ table, type, key }) => `${table} ${type} ${key}`
      )
    }
    const [first] = await plan(
      "SELECT assets.id FROM assets FORCE INDEX FOR ORDER BY (assets_list_order) WHERE assets.security_class = 'normal' ORDER BY site_no, id LIMIT 51"
    )
    assert.match(first!, /assets_list_order/)
    const match = await plan(
      "SELECT id FROM assets WHERE MATCH (search_text, short_words) AGAINST ('+ناعور*' IN BOOLEAN MODE)"
    )
    assert.match(match[0]!, /fulltext assets_search/)
    const party = await plan(
      "SELECT rights.asset_id FROM parties JOIN rights ON rights.party_id = parties.id WHERE parties.folded_name LIKE 'سعاد%'"
    )
    assert.isTrue(
      party.some((line) => line.includes('parties_folded_name') || line.includes('rights_party'))
    )
  })
})

test.group('Saved filters and bulk changes', () => {
  test('a filter is kept for its person alone, replaced by its name and dropped', async ({
    client,
    assert,
  }) => {
    const { officer, head } = await anOffice()
    const keep = (query: string) =>
      client
        .post('/registry/saved-filters')
        .loginAs(officer)
        .withCsrfToken()
        .redirects(0)
        .form({ filter_name: 'أراضٍ خاملة', query })
    await keep('class=land&after=xyz')
    await keep('class=land&life_status=idle&after=xyz')
    const rows = await db.from('saved_filters').where('user_id', officer.id)
    assert.deepEqual(
      rows.map(({ name, query }) => [name, query]),
      [['أراضٍ خاملة', 'class=land&life_status=idle']]
    )
    const mine = await client.get('/registry/assets').loginAs(officer)
    mine.assertTextIncludes('أراضٍ خاملة')
    const hers = await client.get('/registry/assets').loginAs(head)
    assert.notInclude(hers.text(), 'أراضٍ خاملة')
    const path = `/registry/saved-filters/${rows[0]!.id}`
    await client.delete(path).loginAs(head).withCsrfToken()
    assert.lengthOf(await db.from('saved_filters').where('user_id', officer.id), 1)
    await client.delete(path).loginAs(officer).withCsrfToken()
    assert.lengthOf(await db.from('saved_filters').where('user_id', officer.id), 0)
  })

  test('a fact of many assets is proposed for each, and changes after another approves', async ({
    client,
    assert,
  }) => {
    const { unit, officer, head } = await anOffice()
    const ids = [await anAsset(unit, 'كشك 1'), await anAsset(unit, 'كشك 2')]
    const third = await anAsset(unit, 'كشك 3', { domain: 'public' })
    const choose = await client
      .get(
        `/registry/bulk-changes/create?${[...ids, third].map((id) => `ids[]=${id}`).join('&')}&field=domain`
      )
      .loginAs(officer)
    choose.assertStatus(200)
    choose.assertTextIncludes('كشك 2')
    const sent = await client
      .post('/registry/bulk-changes')
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form({
        ids: [...ids, third],
        field: 'domain',
        domain: 'public',
        effective_on: today(),
        reason: 'قرار المحافظ بحصر الملكية العامة',
      })
    sent.assertStatus(303)
    const asked = await db
      .from('register_transactions')
      .where({ unit_id: unit, source_type: 'bulk' })
    assert.lengthOf(asked, 2)
    for (const { id } of asked) {
      await client
        .post(`/registry/transactions/${id}/approval`)
        .loginAs(head)
        .withCsrfToken()
        .redirects(0)
    }
    const now = await db.from('assets').whereIn('id', ids).select('domain')
    assert.deepEqual(
      now.map(({ domain }) => domain),
      ['public', 'public']
    )
  })

  test('assets out of reach cannot be chosen with others', async ({ client }) => {
    const one = await anOffice()
    const other = await anOffice()
    const ids = [await anAsset(one.unit, 'كشك'), await anAsset(other.unit, 'كشك')]
    const page = await client
      .get(`/registry/bulk-changes/create?${ids.map((id) => `ids[]=${id}`).join('&')}`)
      .loginAs(one.officer)
    page.assertStatus(404)
  })
})
