import { z } from 'zod'

/**
 * An item's id: chosen by whoever gives the command, unique within its table. Usually a UUIDv7. `__proto__` is no id:
 * as the key of a JSON object it does not survive every reader.
 */
export const idSchema = z
  .string()
  .regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/, 'an id has 1 to 64 letters, digits, - or _')

/** A moment in UTC with milliseconds, from 1970 (a UUIDv7 counts from there) to 9999, the only form that a log row carries: 2024-11-01T16:42:00.000Z. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'a time is written 2024-11-01T16:42:00.000Z')
  .refine(
    (value) => Date.parse(value) >= 0 && new Date(value).toISOString() === value,
    'there is no such time since 1970',
  )

/** A calendar date without a clock or a zone: 2024-11-01. Impossible dates (30 February) are refused. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2024-11-01')
  .refine(isRealDate, 'there is no such date')

/** One line of text: no line breaks or control characters, trimmed, `max` UTF-16 code units at most. */
export function lineSchema(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine(
      (value) => printable.test(value) || !/[\p{Cc}\u2028\u2029]/u.test(value),
      'one line without control characters',
    )
    .refine(isWellFormed, 'broken characters (lone surrogates) are not allowed')
}

/** Text that may have several lines, `max` UTF-16 code units at most. */
export function proseSchema(max: number) {
  return z
    .string()
    .max(max)
    .refine(isWellFormed, 'broken characters (lone surrogates) are not allowed')
    .refine((value) => !value.includes('\0'), 'NUL characters are not allowed')
}

/** Most values: they need no slower look. */
const printable = /^[\x20-\x7e]*$/

function isWellFormed(value: string): boolean {
  return value.isWellFormed()
}

/** A position in canonical text in UTF-16 code units. */
export const offsetSchema = z.int().min(0).max(0x7fffffff)

function isRealDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
