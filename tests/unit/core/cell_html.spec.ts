import { test } from '@japa/runner'
import { cellHtml } from '#core/lists/cell_html'
import type { Cell } from '#core/lists/cells'

const cell = (given: Partial<Cell>): Cell => ({
  text: '',
  kind: 'words',
  tone: 'neutral',
  url: null,
  clip: false,
  ...given,
})

test.group('A cell of a list', () => {
  test('no text of a person becomes markup', ({ assert }) => {
    const text = `<img src=x onerror="alert('x')">&amp;`
    const safe = '&lt;img src=x onerror=&quot;alert(&#39;x&#39;)&quot;&gt;&amp;amp;'
    assert.equal(
      cellHtml(cell({ text, clip: true, url: '/papers/charges/7?a="b' })),
      `<td class="clip" title="${safe}"><a href="/papers/charges/7?a=&quot;b"><bdi>${safe}</bdi></a></td>`
    )
    assert.equal(
      cellHtml(cell({ text, kind: 'badge', tone: 'danger' })),
      `<td><span class="state-word state-danger">${safe}</span></td>`
    )
  })

  test('only what reads the same in either direction stands without isolation', ({ assert }) => {
    const inner = (text: string) => cellHtml(cell({ text })).slice(4, -5)
    for (const text of ['1,234.50', '2026-10-05', 'C969975', '7']) assert.equal(inner(text), text)
    for (const text of ['-5.00', 'SNR-C1', '2026-10-05 14:30', 'شركة 7', '—', '12/7']) {
      assert.equal(inner(text), `<bdi>${text}</bdi>`)
    }
  })
})
