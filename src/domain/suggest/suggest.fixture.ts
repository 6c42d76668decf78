import fc from 'fast-check'

/** Words with emoji, combining marks, quotation marks left open, right-to-left and CJK letters, numbers and line breaks. */
export const anyUnicodeText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '“',
        '"',
        '12,000',
        'said',
        'on Sunday',
        'سلمى',
        '朝鲜',
        '👨‍👩‍👧',
        'é',
        '\n',
        'U.S.',
        '$5m',
        '(',
        ':',
        '—',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '))
