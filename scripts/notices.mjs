/*
 * `npm run notices`: writes THIRD-PARTY-NOTICES.md and bom.cdx.json from package-lock.json and the installed packages.
 * `--check` (part of `npm test`) writes nothing and fails where they are out of date, where a package has no integrity
 * in the lock file, and where a licence is none that this program may hand on or be built with.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject } from './lib/paths.mjs'
import { billOfMaterials } from './supply/bill.mjs'
import { isAllowed } from './supply/licences.mjs'
import { lockFaults, readLock } from './supply/lock.mjs'
import { thirdPartyNotices } from './supply/notices.mjs'
import { shippedNames, shippedPackages } from './supply/shipped.mjs'

const lock = readLock()
const shipped = shippedPackages(lock)
const program = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
const made = {
  'THIRD-PARTY-NOTICES.md': thirdPartyNotices(lock, shipped.keys()),
  'bom.cdx.json': `${JSON.stringify(billOfMaterials(lock, shipped, program, shippedNames(lock)), null, 2)}\n`,
}

const faults = [
  ...lockFaults(lock),
  ...Object.entries(lock)
    .filter(([path, { license }]) => path !== '' && !isAllowed(license, shipped.has(path)))
    .map(([path, { license }]) => `${path} is under ${license ?? 'no licence that it names'}`),
]
for (const [file, text] of Object.entries(made)) {
  if (!process.argv.includes('--check')) writeFileSync(inProject(file), text)
  else if (!existsSync(inProject(file)) || readFileSync(inProject(file), 'utf8') !== text) {
    faults.push(`${file} is out of date: run \`npm run notices\``)
  }
}
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
console.log(
  `Notices: ${shipped.size} packages are handed on; ${Object.keys(lock).length - 1} have their integrity.`,
)
