import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder for settings and new workspaces, the same for every shell and for the command line. It follows each
 * system's own custom; CLAIMTRAIL_DATA_DIR names another. The folder need not exist yet.
 */
export function dataDir(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
  home = homedir(),
): string {
  if (env.CLAIMTRAIL_DATA_DIR) return resolve(env.CLAIMTRAIL_DATA_DIR)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Claimtrail')
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Claimtrail')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'claimtrail')
}
