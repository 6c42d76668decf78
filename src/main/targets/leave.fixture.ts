import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noteUnfinishedIn, privateFolder, temporaryIn } from './temporary.ts'

/** Run as a process of its own, to be ended: begins what it does not finish, and tells where. */
const [dataDir, folder] = process.argv.slice(2) as [string, string]
noteUnfinishedIn(dataDir)
const file = temporaryIn(folder)
for (const ending of ['', '-journal', '-wal', '-lock']) writeFileSync(file.path + ending, 'half a file')
const page = privateFolder('page')
writeFileSync(join(page.path, 'page.html'), 'a brief in the clear')
mkdirSync(join(privateFolder('exports').path, 'token'))
process.stdout.write(`${file.path}\n${page.path}\n`)
process.on('message', () => process.exit(3))
