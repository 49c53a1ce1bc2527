import type { HttpContext } from '@adonisjs/core/http'
import { cellOf } from '#core/lists/cells'
import { cellHtml } from '#core/lists/cell_html'
import type { ListDefinition } from '#core/lists/definition'
import type { AskedFilter } from '#core/lists/filters'
import { List } from '#core/lists/list'
import { FILE_FORMATS, sendListFile, type FileFormat } from '#core/lists/list_files'
import { unitField, type UnitOption } from '#core/lists/units_offered'
import { viewerCan } from '#core/web/viewer'
import { formatMoney, formatNumber } from '#core/web/format'

/**
 * Answers a list page: the page with `list` in its state for `@!list({ list })`, or the file that
 * `?format=xlsx|csv|pdf` asks for.
 *
 *     index(ctx: HttpContext) {
 *       return listPage(ctx, chargesList, 'pages/revenue/charges/index')
 *     }
 */
export default async function listPage(
  ctx: HttpContext,
  definition: ListDefinition,
  template: string,
  state: Record<string, unknown> = {}
) {
  const list = await List.from(ctx, definition)
  const format = ctx.request.qs().format as FileFormat
  if (FILE_FORMATS.includes(format)) return sendListFile(ctx, list, format)
  // The script shows the whole list then, with what is wrong beside each filter.
  const isPartial = ctx.request.header('X-Up-Version') !== undefined
  if (isPartial && !list.isAnswerable) ctx.response.status(422)
  return ctx.view.render(template, { ...state, list: await listView(list) })
}

/** The list as its component lays it out. */
export async function listView(list: List) {
  const [page, count] = await Promise.all([list.page(), list.count()])
  const { definition, words, order } = list
  const path = list.ctx.request.url()
  const { select } = definition
  const selects = select?.permissions.some((permission) => viewerCan(list.ctx, permission))
  const address = (changes: Record<string, string | null>) => addressOf(list, path, changes)
  return {
    id: `list-${definition.name}`,
    title: words.t(definition.title),
    path,
    sort: typeof list.asked.sort === 'string' ? list.asked.sort : '',
    filters: list.filters.map((filter) => filterView(filter, definition.permission)),
    isFiltered: list.isFiltered,
    isAnswerable: list.isAnswerable,
    clearUrl: path,
    columns: definition.columns.map((column) => {
      const sorted = order.by === column.key ? order.direction : null
      return {
        key: column.key,
        label: words.t(column.label),
        amount: ['money', 'integer', 'decimal'].includes(column.type) && !column.words,
        sorted: sorted && (sorted === 'asc' ? 'ascending' : 'descending'),
        sortUrl: column.sortable
          ? address({ sort: sorted === 'asc' ? `-${column.key}` : column.key, ...FIRST_PAGE })
          : null,
      }
    }),
    select: selects ? { form: select!.form, all: words.t('core.list.choose_all') } : null,
    ticks: selects
      ? page.rows.map((row) => ({ key: row._key, label: select!.label(row, words) }))
      : [],
    rows: page.rows.map((row) =>
      definition.columns.map((column) => cellHtml(cellOf(column, row, words))).join('')
    ),
    count: {
      rows: count.rows,
      text: count.exact
        ? words.t('core.list.count', { rows: count.rows })
        : words.t('core.list.count_more', { rows: formatNumber(count.rows) }),
    },
    totals: definition.columns.flatMap((column) => {
      const total = count.totals?.[column.key]
      if (total === undefined || count.rows === 0) return []
      const value = column.type === 'money' ? formatMoney(total, words.locale) : formatNumber(total)
      return [{ label: words.t(column.label), value }]
    }),
    pages: {
      first: list.asked.after || list.asked.before ? address(FIRST_PAGE) : null,
      previous: page.previous && address({ before: page.previous, after: null }),
      next: page.next && address({ after: page.next, before: null }),
    },
    files: Object.fromEntries(
      FILE_FORMATS.map((format) => [format, address({ ...FIRST_PAGE, format })])
    ),
    empty: emptyView(list),
  }
}

const FIRST_PAGE = { after: null, before: null }

function emptyView(list: List) {
  const { words, definition, ctx } = list
  if (list.isFiltered || !definition.empty) {
    return {
      title: words.t('core.list.none_found'),
      text: words.t(list.isFiltered ? 'core.list.none_found_text' : 'core.list.none_yet_text'),
    }
  }
  const { title, text, action } = definition.empty
  return {
    title: words.t(title),
    text: text && words.t(text),
    action:
      action && viewerCan(ctx, action.permission)
        ? { label: words.t(action.label), url: action.url }
        : null,
  }
}

function filterView(asked: AskedFilter, permission: string) {
  const { filter, options, typed, typedTo, error } = asked
  const isUnit = filter.type === 'unit'
  return {
    key: filter.key,
    label: filter.label,
    type: filter.type,
    placeholder: filter.type === 'text' ? filter.placeholder : undefined,
    options: isUnit ? [] : options,
    unit: isUnit ? unitFieldOf(asked, permission) : null,
    typed,
    typedTo,
    error,
  }
}

function unitFieldOf({ options, typed, value }: AskedFilter, permission: string) {
  const units = options as UnitOption[]
  const chosen = units.find((unit) => unit.value === String(value)) ?? null
  return unitField(units, permission, typed, chosen)
}

/** This page's address with some of its parts changed; parts set to null are left out. */
function addressOf(list: List, path: string, changes: Record<string, string | null>): string {
  const parts = new URLSearchParams()
  const known = new Set(['sort', 'after', 'before'])
  for (const { filter } of list.filters) {
    for (const key of [filter.key, `${filter.key}_from`, `${filter.key}_to`]) known.add(key)
  }
  for (const [key, value] of Object.entries({ ...list.asked, ...changes })) {
    if (!known.has(key) && !(key in changes)) continue
    const text = Array.isArray(value) ? value.join(',') : value
    if (typeof text === 'string' && text !== '') parts.set(key, text)
  }
  const query = parts.toString()
  return query ? `${path}?${query}` : path
}
