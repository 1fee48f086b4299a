import type { BenchDesk, Measure } from '../measure.ts';

const LIMIT = 8;
const NAMES = 64;

/** Typing a name: the rules of likeness choose among what an index of letters finds. */
function suggestMeasure(name: string, textOf: (name: string) => string): Measure {
  return {
    name: `parties.suggest: ${name}`,
    aim: 50,
    prepare(desk) {
      const { client } = desk;
      const names = sampleNames(desk);
      return Promise.resolve({
        ours: async (turn) => {
          const text = textOf(names[turn % NAMES] ?? '');
          await client.parties.suggest({ text, limit: LIMIT });
          return null;
        },
        bare: null,
      });
    },
  };
}

function sampleNames({ bare, random }: BenchDesk): readonly string[] {
  const last = Number(bare.one('select max(row_id) from party_key'));
  return Array.from({ length: NAMES }, () =>
    String(
      bare.one(
        `select name from party_key join party on party.id = party_id
         where party_key.row_id >= ? and kind = 'person' order by party_key.row_id limit 1`,
        1 + Math.floor(random() * (last - 8)),
      ),
    ),
  );
}

export const partySuggestions: readonly Measure[] = [
  suggestMeasure('three letters', (name) => name.slice(0, 3)),
  suggestMeasure('a whole name', (name) => name),
  suggestMeasure('a typing error', (name) => `${name.slice(0, -4)}${name.slice(-3)}`),
  suggestMeasure('nobody is called so', (name) => `onbestaanbaarder ${name.slice(0, 4)}qqqq`),
];
