/** @typedef {import('./figure.mjs').Figure} Figure */

/** The result as one Markdown table, the machine's size under it. @param {Figure[]} figures @param {Record<string, unknown>} machine */
export function markdown(figures, machine) {
  const rows = figures.map(({ measure, value, beside, aim, met, note }) => [
    measure,
    note ? `${value}; ${note}` : value,
    beside,
    aim,
    met === null ? '' : met ? 'met' : '**missed**',
  ])
  const table = [['measure', 'Claimtrail', 'beside', 'aim', ''], ['---', '---', '---', '---', '---'], ...rows]
  const missed = figures.filter(({ met }) => met === false).length
  const aims = figures.filter(({ met }) => met !== null).length
  return [
    ...table.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
    '',
    `${aims - missed} of ${aims} aims met. Machine: ${Object.entries(machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}.`,
  ].join('\n')
}
