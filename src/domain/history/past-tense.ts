/**
 * A command's label as something that has happened: “tag 14 spans” becomes “Tagged 14 spans”. The first word of a
 * label is always a verb; one that is not listed here takes its regular form.
 */
export function pastTense(label: string): string {
  const [verb = ''] = /^\S+/.exec(label) ?? []
  const past = irregular[verb] ?? regular(verb)
  return past.charAt(0).toUpperCase() + past.slice(1) + label.slice(verb.length)
}

const irregular: Record<string, string> = {
  take: 'took',
  set: 'set',
  make: 'made',
  undo: 'undid',
  redo: 'redid',
  tag: 'tagged',
  begin: 'began',
  give: 'gave',
  put: 'put',
  split: 'split',
  bring: 'brought',
}

function regular(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return `${verb}ed`
}
