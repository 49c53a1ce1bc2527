import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#app/exceptions/handler'))

server.use([
  () => import('#core/middleware/unread_body_middleware'),
  () => import('#core/middleware/health_middleware'),
  () => import('#core/middleware/compression_middleware'),
  () => import('#core/middleware/icons_middleware'),
  () => import('#core/middleware/container_bindings_middleware'),
  () => import('#core/middleware/public_files_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

// Who may come in is decided before anything that he sends is read.
router.use([
  () => import('@adonisjs/session/session_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('#identity/middleware/door_middleware'),
  () => import('#core/middleware/body_middleware'),
  () => import('@adonisjs/shield/shield_middleware'),
  () => import('#core/middleware/locale_middleware'),
  () => import('#core/middleware/page_middleware'),
  () => import('#identity/middleware/access_middleware'),
])

export const middleware = router.named({})
