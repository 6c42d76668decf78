import type { BriefFigure } from '../../../domain/brief/document.ts'
import { DrawingImage } from '../../ui/drawing-image.tsx'
import { FootnoteLinks, type Footnotes } from './footnote-links.tsx'

/** A comparison's chart with its table, as the exported page has them. */
export function PreviewFigure({ figure, footnotes }: { figure: BriefFigure; footnotes: Footnotes }) {
  const { title, drawings, legend, columns, rows, notes } = figure
  return (
    <figure className="brief-comparison">
      <figcaption dir="auto">{title}</figcaption>
      {drawings.map((drawing, index) => (
        <DrawingImage
          key={index}
          drawing={drawing}
          label={drawings.length > 1 ? `${title}, part ${index + 1} of ${drawings.length}` : title}
        />
      ))}
      {legend && drawings.length > 0 && <DrawingImage drawing={legend} label={`Marks in: ${title}`} />}
      {notes.length > 0 && <p className="brief-nothing brief-unwritten">{notes.join(' ')}</p>}
      {rows.length > 0 && (
        <div className="brief-table-frame">
          <table className="brief-table">
            <thead>
              <tr>
                {[...columns, 'Notes'].map((column) => (
                  <th key={column} scope="col" dir="auto">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {row.cells.map((cell, index) =>
                    index === 0 ? (
                      <th key={index} scope="row" dir="auto">
                        {cell}
                      </th>
                    ) : (
                      <td key={index} dir="auto">
                        {cell}
                      </td>
                    ),
                  )}
                  <td>
                    {row.footnotes.length > 0 && (
                      <FootnoteLinks numbers={row.footnotes} footnotes={footnotes} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  )
}
