import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import listPage from '#core/lists/list_page'
import { filesList } from '#registry/encroachments/lists/files_list'
import { portalDiffers } from '#registry/encroachments/portal_states'
import LegalisationFile from '#registry/models/legalisation_file'

/** Files of the national portal (طلبات التقنين): which land they touch, what they owe, what they freeze. */
export default class LegalisationFilesController {
  index(ctx: HttpContext) {
    return listPage(ctx, filesList, 'pages/registry/cases/brought', {
      title: 'registry.cases.files.title',
      subtitle: 'registry.cases.files.subtitle',
      nav: 'legalisation_files',
      bring: { text: 'registry.cases.files.import', kind: 'legalisation-requests' },
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const file = await LegalisationFile.visibleTo(user)
      .where('legalisation_files.id', params.id)
      .preload('unit')
      .firstOrFail()
    const frozen = await db
      .from('encroachment_freezes as z')
      .join('encroachment_cases as c', 'c.id', 'z.case_id')
      .where('z.file_id', file.id)
      .orderBy('z.id')
      .select('c.id', 'c.case_no', 'c.unit_id', 'c.status', 'z.shared_area_m2', 'z.ended_on')
    const kase = file.caseId
      ? await db.from('encroachment_cases').where('id', file.caseId).firstOrFail()
      : null
    return view.render('pages/registry/cases/file', {
      file,
      kase,
      differs: kase !== null && portalDiffers(file.portalState, kase.status),
      // Cases of other units are told by their number alone.
      frozen: frozen.map((row) => ({
        ...row,
        isOpen: user.can('registry.encroachments.read', Number(row.unit_id)),
      })),
    })
  }
}
