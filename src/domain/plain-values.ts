/** Values that selected words state plainly, for the claim form to start from. Always null rather than a guess. */
export { type DateOptions, type PlainDate, readDate } from './plain-values/date.ts'
export { type PlainQuantity, readQuantity } from './plain-values/quantity.ts'
export { readSpeaker } from './plain-values/speaker.ts'
