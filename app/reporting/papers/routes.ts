import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { PAPERS } from '#reporting/papers/kinds'

for (const { kind, permission, table } of PAPERS) {
  router
    .get(`/papers/${kind}/:id`, [controllers.reporting.papers.Papers, 'show'])
    .where('id', router.matchers.number())
    .as(`papers.${kind}`)
    .may(permission, { param: 'id', of: table })
}
