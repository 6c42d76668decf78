/**
 * What one kind of fault came to.
 * @typedef {object} Tally
 * @property {string} name
 * @property {number} tries
 * @property {number} acknowledged commands that the program said were saved
 * @property {number} lost those of them that were not there afterwards
 * @property {string[]} findings what else was not as it should be, one a line, with what repeats it
 * @property {string} [note] how it was done where that depends on the machine
 */

/** @param {string} name @returns {Tally} */
export function makeTally(name) {
  return { name, tries: 0, acknowledged: 0, lost: 0, findings: [] }
}

/** @param {readonly Tally[]} tallies a table for people, and what was found */
export function table(tallies) {
  const rows = tallies.map(({ name, tries, acknowledged, lost, findings, note }) => [
    note ? `${name} (${note})` : name,
    count(tries),
    count(acknowledged),
    count(lost),
    count(findings.length),
  ])
  const sum = (/** @type {(tally: Tally) => number} */ of) =>
    count(tallies.reduce((all, one) => all + of(one), 0))
  rows.push([
    'all',
    sum(({ tries }) => tries),
    sum(({ acknowledged }) => acknowledged),
    sum(({ lost }) => lost),
    sum(({ findings }) => findings.length),
  ])
  const lines = [
    '| fault | tries | acknowledged | lost | findings |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ]
  const found = tallies.flatMap(({ name, findings }) => findings.map((finding) => `${name}: ${finding}`))
  return [...lines, ...(found.length > 0 ? ['', ...found] : [])].join('\n')
}

/** @param {readonly Tally[]} tallies true when nothing was lost and nothing else was wrong */
export function isClean(tallies) {
  return tallies.every(({ lost, findings }) => lost === 0 && findings.length === 0)
}

function count(/** @type {number} */ number) {
  return number.toLocaleString('en')
}
