import { spawnSync } from 'node:child_process'

/** Whether a program that judges our files is on this machine. */
export function isHere(program: string, flag = '--version'): boolean {
  return spawnSync(program, [flag], { stdio: 'ignore' }).status === 0
}

/** Said by every test that is skipped because its judge is not on this machine. */
export const NO_POPPLER =
  'SKIPPED ALOUD: pdftotext is not installed (poppler-utils; npm test installs it)'
export const NO_GDAL = 'SKIPPED ALOUD: GDAL is not installed (gdal-bin; npm test installs it)'
export const NO_OFFICE = 'SKIPPED ALOUD: LibreOffice is not installed (libreoffice-calc)'
