import type { HttpContext } from '@adonisjs/core/http'
import { MEDIA_TYPES, SHOWN_INLINE, type MediaType } from '#registry/documents/media_type'
import Document from '#registry/models/document'

/** The scan of a document: pictures are shown, all else is downloaded. */
export default class DocumentFilesController {
  async show({ auth, params, request, response }: HttpContext) {
    const document = await Document.visibleTo(auth.user!)
      .where('documents.id', params.id)
      .whereNotNull('documents.file_id')
      .preload('file')
      .firstOrFail()
    const { file } = document
    const ending = MEDIA_TYPES[file.mediaType as MediaType] ?? 'bin'
    const inline = SHOWN_INLINE.includes(file.mediaType) && !request.qs().download
    const name = `document-${document.id}.${ending}`
    response
      .header('Content-Type', file.mediaType)
      .header('X-Content-Type-Options', 'nosniff')
      // Nothing inside a scan may ever run in the house's name.
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
      .header('Cache-Control', 'private, max-age=3600')
      .header('Content-Disposition', `${inline ? 'inline' : 'attachment'}; filename="${name}"`)
    return response.download(file.absolutePath)
  }
}
