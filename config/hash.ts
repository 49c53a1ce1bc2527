import { defineConfig, drivers } from '@adonisjs/core/hash'

export default defineConfig({
  default: 'scrypt',
  list: {
    // OWASP's floor for scrypt: N = 2^17, r = 8, p = 1 (about 128 MB and 0.3 s a try).
    scrypt: drivers.scrypt({
      cost: 131072,
      blockSize: 8,
      parallelization: 1,
      maxMemory: 256 * 1024 * 1024,
    }),
  },
})
