import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { isDay, today } from '#core/days'
import { arabicText, fiscalDate } from '#core/validators'
import BudgetCode, { AXES, type Axis } from '#budget/models/budget_code'
import { codeFacts } from '#budget/classifications/code_facts'
import OpenCode from '#budget/classifications/open_code'
import { treeOf } from '#budget/classifications/tree'

const newCode = vine.create({
  axis: vine.enum(AXES),
  code: vine
    .string()
    .trim()
    .regex(/^[0-9A-Za-z.-]{1,20}$/),
  parent_id: vine.number().positive().withoutDecimals().optional(),
  name_ar: arabicText({ min: 2, max: 190 }),
  name_en: vine.string().trim().maxLength(190).optional(),
  account_code: vine
    .string()
    .trim()
    .regex(/^[0-9A-Za-z.-]{1,20}$/)
    .optional(),
  is_locked: vine.accepted().optional(),
  valid_from: fiscalDate(),
  legal_reference: vine.string().trim().minLength(5).maxLength(255),
})

/** The trees of classification: a page per axis, a code, and a new one by its decision. */
export default class CodesController {
  async index({ auth, request, view, i18n }: HttpContext) {
    const { search = '', on, under, ...asked } = request.qs()
    const axis = axisOf(asked.axis)
    const day = isDay(on) ? on : today()
    const text = String(search).slice(0, 100)
    return view.render('pages/budget/codes/index', {
      ...{ axis, axes: AXES, search: text, on: day, under: Number(under) || null },
      tree: await treeOf({
        ...{ axis, on: day, search: text, under: Number(under) || null },
        locale: i18n.locale,
      }),
      mayOpen: auth.getUserOrFail().holds('budget.plan.manage'),
    })
  }

  async create({ request, view }: HttpContext) {
    const { axis, parent } = request.qs()
    const above = Number(parent) ? await BudgetCode.find(Number(parent)) : null
    return view.render('pages/budget/codes/create', {
      axis: above ? (above.axis as Axis) : axisOf(axis),
      above,
      from: today(),
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const said = await request.validateUsing(newCode)
    const user = auth.getUserOrFail()
    const made = await new OpenCode().handle(
      {
        ...{ axis: said.axis, code: said.code, parentId: said.parent_id ?? null },
        ...{ nameAr: said.name_ar, nameEn: said.name_en },
        isLocked: said.is_locked ? true : undefined,
        accountCode: said.account_code ?? null,
        validFrom: said.valid_from,
        legalReference: said.legal_reference,
      },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    session.flash('success', i18n.t('budget.codes.opened', { code: made.code }))
    return response.redirect().status(303).toPath(`/budget/codes/${made.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const one = await BudgetCode.findOrFail(params.id)
    const approves = user.holds('budget.plan.approve')
    return view.render('pages/budget/codes/show', {
      ...{ one, today: today(), ...(await codeFacts(one)) },
      may: {
        confirm: approves && !one.confirmed && one.madeBy !== user.id,
        close: approves && one.validTo === null,
        open: user.holds('budget.plan.manage') && one.validTo === null,
      },
    })
  }
}

const axisOf = (name: unknown): Axis => AXES.find((axis) => axis === name) ?? 'use'
