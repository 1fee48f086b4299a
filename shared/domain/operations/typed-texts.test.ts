import fc from 'fast-check';
import { expect, it } from 'vitest';

import { typedTexts } from './typed-texts.ts';

const FIELDS = ['summary', 'need', 'assessment', 'nextNote', 'note', 'text', 'outcome', 'name'];
/** Words and no ids, days or moments, which nobody types as a text. */
const words = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `${text} ja`);

it('finds every text that was typed, also in a correction', () => {
  const typed = fc.dictionary(fc.constantFrom(...FIELDS), words);
  fc.assert(
    fc.property(typed, typed, (fields, changes) => {
      const found = typedTexts({
        kind: 'command',
        name: 'amendContact',
        arguments: {
          contactId: '0197a000-0000-7000-8000-000000000001',
          madeOn: '2026-06-15',
          reason: 'school',
          hash: 'ab12',
          parties: [],
          ...fields,
          changes,
        },
      }).map(({ text }) => text);
      expect(found).toEqual([...Object.values(fields), ...Object.values(changes)]);
    }),
  );
});

it('takes a field that it does not know for a text', () => {
  expect(typedTexts({ kind: 'patch', fields: { shape: 'rond', count: 3, none: null } })).toEqual([
    { field: 'shape', text: 'rond' },
  ]);
});

it('finds why a proposal or a street was not wanted, which stands in a list', () => {
  const add = [
    { segmentId: '0197a000-0000-7000-8000-000000000001', type: 'works', reason: 'Werken' },
  ];
  expect(typedTexts({ kind: 'patch', fields: { refusals: { add } } })).toEqual([
    { field: 'reason', text: 'Werken' },
  ]);
});
