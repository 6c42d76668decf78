import * as fc from 'fast-check'

/** Pieces that trip naive offsets: pairs, joined emoji, flags, marks, right-to-left, CJK, Indic, white space. */
export const unicodePieces = [
  ...['a', 'troops', '8,000', '$425', 'U.S.', 'don’t', 'Pål', '.', ',', '“', '”', '-', '—', '…', 'Mr. Roe'],
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\u200d',
    '\ufe0f',
    '\u0301',
    'e\u0301',
    '\u0308',
  ],
  ...['😀', '👩‍👩‍👧', '👍🏽', '🇰🇷', '🇺🇦🇰🇵', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '𝔘', '𠮷'],
  ...[
    'שלום',
    'مرحبا',
    '\u202b',
    '\u0600',
    'محمد ١٢',
    '北朝鮮の兵士',
    '조선',
    '한',
    'ก็',
    'क्षि',
    'ß',
    'İ',
    'Σ',
    'ς',
  ],
]

/** Well-formed text with LF line ends, as canonical text is. */
export const unicodeText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...unicodePieces) },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join('').toWellFormed())
