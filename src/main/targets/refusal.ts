import type { Answer, Problem } from '../../contract/wire.ts'

/** Why nothing is written to where somebody pointed. */
export function refused(code: string, what: string, instead = 'choose another name'): Answer<never> {
  return { ok: false, error: { code, message: `${what} Nothing was written; ${instead}.` } }
}

/** Problems that mean: this place will not do, name another. Nothing was written. */
export const refusals: ReadonlySet<string> = new Set([
  'is_a_workspace',
  'belongs_to_workspace',
  'is_a_database',
  'name_of_a_workspace',
  'own_file',
  'file_exists',
  'folder_missing',
  'is_a_folder',
  'is_a_device',
  'is_a_socket',
  'not_a_file',
  'link_loop',
  'name_too_long',
  'its_own_manifest',
  'nobody_reads',
])

/** What an error of the file system says of a place, before anything was written there. */
export function placeProblem(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = byCode[code]
  const [name, what, instead] = known ?? [
    'write_failed',
    `That place cannot be used (${error instanceof Error ? error.message : String(error)}).`,
    'choose another one',
  ]
  return { code: name, message: `${what} Nothing was written; ${instead}.` }
}

const access = ['no_access', 'The system does not allow writing there.', 'choose another folder'] as const
const missing = ['folder_missing', 'There is no such folder.', 'choose another place'] as const
const byCode: Record<string, readonly [string, string, string] | undefined> = {
  ENOENT: missing,
  ENOTDIR: missing,
  EACCES: access,
  EPERM: access,
  EROFS: access,
  ELOOP: ['link_loop', 'That link leads back to itself.', 'choose another name'],
  ENAMETOOLONG: ['name_too_long', 'That name is too long.', 'choose a shorter one'],
}
