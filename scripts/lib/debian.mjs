/**
 * Programs from Debian's and Ubuntu's packages. Only what is missing is installed, and nothing
 * that is installed may start or stay enabled as a service of the machine: the project runs its
 * own servers, as the person who starts it.
 */
import { spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, closeSync } from 'node:fs'
import { inLocal, folder } from './paths.mjs'
import { tail } from './files.mjs'
import { Trouble, step } from './log.mjs'
import { locked } from './lock.mjs'
import { exitCode, which } from './processes.mjs'

/** What we need → the program that shows it is there, and the packages that bring it. */
export const NEEDS = {
  mariadb: {
    programs: [['mariadbd'], ['mariadb-install-db'], ['mariadb']],
    // The -core packages hold the server without the system's service, user and /var/lib/mysql.
    packages: ['mariadb-server-core', 'mariadb-client-core'],
  },
  redis: { programs: [['redis-server']], packages: ['redis-server'] },
  chromium: {
    programs: [['chromium', 'chromium-browser', 'google-chrome']],
    packages: ['chromium'],
  },
  // The tests read the PDF files' words back with it.
  poppler: { programs: [['pdftotext']], packages: ['poppler-utils'] },
  // The OGC layers and the converter of coordinates are judged by it.
  gdal: { programs: [['ogrinfo'], ['gdaltransform']], packages: ['gdal-bin'] },
  backup: { programs: [['mariadb-backup']], packages: ['mariadb-backup'] },
}

const missingOf = (need) => NEEDS[need].programs.some((names) => !which(...names))

/**
 * Installs what is missing of these needs (keys of NEEDS).
 * @throws {Trouble} naming exactly what is missing and the command that cures it
 */
export async function ensurePrograms(...needs) {
  if (!needs.some(missingOf)) return false
  return locked(
    'packages-debian',
    async () => {
      const missing = needs.filter(missingOf)
      if (missing.length === 0) return false
      const packages = missing.flatMap((need) => NEEDS[need].packages)
      await step(`Debian packages ${packages.join(' ')}`, () => install(packages))
      const still = needs.filter(missingOf)
      if (still.length > 0) throw lacking(still, 'the packages were installed, yet it is not there')
      return true
    },
    { wait: 900 }
  )
}

function lacking(needs, why) {
  const packages = needs.flatMap((need) => NEEDS[need].packages)
  return new Trouble(
    `Missing on this machine: ${needs.join(', ')} (${why}).\n` +
      `Cure: as root, run\n  apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}\n` +
      otherCures(needs)
  )
}

function otherCures(needs) {
  if (needs.includes('chromium'))
    return 'or install any Chromium or Chrome and name it in CHROMIUM_PATH.'
  if (!needs.includes('mariadb') && !needs.includes('redis')) return ''
  return 'or name existing servers with DB_HOST and REDIS_HOST in .env (see .env.example).'
}

async function install(packages) {
  const needs = Object.keys(NEEDS).filter((need) =>
    NEEDS[need].packages.some((name) => packages.includes(name))
  )
  if (!which('apt-get')) throw lacking(needs, 'this system has no apt-get')
  const root = process.getuid() === 0
  const sudo = root ? null : which('sudo')
  if (!root && !sudo) throw lacking(needs, 'installing needs root, and there is no sudo here')

  const log = `${folder(inLocal('logs'))}/apt.log`
  const before = new Set(packages.filter(isInstalled))
  const script = installScript(packages.filter((name) => !before.has(name)))
  // Without a terminal sudo must not wait for a password that nobody can give.
  const ask = process.stdin.isTTY ? [] : ['-n']
  const [program, ...args] = root ? ['/bin/sh'] : [sudo, ...ask, '/bin/sh']
  const code = await logged(program, [...args, '-c', script], log)
  if (code !== 0) {
    throw lacking(
      needs,
      `apt-get ended with code ${code}; the end of ${log} says:\n${tail(log, 8)}\n`
    )
  }
}

const isInstalled = (name) => {
  const status = '/var/lib/dpkg/status'
  if (!existsSync(status)) return false
  const entry = readFileSync(status, 'utf8').split(`\nPackage: ${name}\n`)[1]
  return /^Status: install ok installed$/m.test(entry?.split('\n\n')[0] ?? '')
}

/**
 * The shell script run as root. policy-rc.d answers 101 ("do not") while dpkg works, whatever
 * stood there before is put back, and a service that came with the package is disabled.
 */
function installScript(packages) {
  return `
set -eu
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
saved=
if [ -e "$policy" ]; then saved="$policy.before-diwan"; mv "$policy" "$saved"; fi
restore() { rm -f "$policy"; if [ -n "$saved" ]; then mv "$saved" "$policy"; fi; }
trap restore EXIT
trap 'exit 130' INT TERM HUP
printf '#!/bin/sh\\nexit 101\\n' > "$policy"
chmod 755 "$policy"
apt-get -o DPkg::Lock::Timeout=300 update || echo 'apt-get update failed; trying with the lists at hand'
apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends ${packages.join(' ')}
${packages.includes('redis-server') ? disable('redis-server') : ''}
`
}

const disable = (service) => `
deb-systemd-helper disable ${service}.service >/dev/null 2>&1 || true
update-rc.d ${service} disable >/dev/null 2>&1 || true`

function logged(program, args, log) {
  const handle = openSync(log, 'w', 0o600)
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: [process.stdin.isTTY ? 'inherit' : 'ignore', handle, handle],
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(exitCode(code, signal)))
  }).finally(() => closeSync(handle))
}
