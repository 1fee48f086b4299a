import type { ExportRequest } from '#shared/contract/exports.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';

import { belgianDegrees, type CellWriter } from './contact-cells.ts';
import { BYTE_ORDER_MARK, csvLines } from './csv-lines.ts';
import type { ExportFile } from './export-file.ts';

/**
 * CSV as a Belgian Excel opens it, see {@link csvLines}, with decimal commas. The filter stands below
 * the table, after an empty line, so that the first line is the head that filters and imports look for.
 */
export function csvFile(request: ExportRequest, writer: CellWriter): ExportFile {
  const { words, view, include } = request;
  const title = (name: keyof typeof words.titles): string => words.titles[name] ?? name;
  const head = view.columns.flatMap((column) =>
    column === 'position' ? [title('latitude'), title('longitude')] : [title(column)],
  );
  const extra = [...(include.assessments ? [title('assessment')] : []), title('remark')];

  const row = (contact: Contact): readonly string[] => [
    ...view.columns.flatMap((column) => {
      if (column !== 'position') return [writer.cell(column, contact)];
      if (contact.position === null) return ['', ''];
      return [belgianDegrees(contact.position[1]), belgianDegrees(contact.position[0])];
    }),
    ...(include.assessments ? [contact.assessment] : []),
    writer.remark(contact),
  ];
  return {
    ending: 'csv',
    begin: () => BYTE_ORDER_MARK + csvLines([[...head, ...extra]]),
    part: (contacts) => ({ text: csvLines(contacts.map(row)), written: contacts.length }),
    end: () => csvLines([['']]) + csvLines(words.about),
  };
}
