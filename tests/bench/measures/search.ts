import { makeVocabulary } from '../desk/vocabulary.ts';
import type { BenchDesk, Measure } from '../measure.ts';
import { ifThere, NOT_YET } from './in-the-making.ts';

const PAGE = 50;

/** What is typed, and the same in the language of the index. */
interface Typed {
  readonly text: string;
  readonly match: string;
}

/** The newest contacts that hold what was typed. */
function searchMeasure(
  name: string,
  typedBy: (desk: BenchDesk) => (turn: number) => Typed,
): Measure {
  return {
    name: `search: ${name}`,
    aim: 50,
    prepare(desk) {
      const search = ifThere(desk.client, 'search');
      if (!search) return Promise.resolve(NOT_YET);
      const typed = typedBy(desk);
      return Promise.resolve({
        ours: async (turn) => {
          const { text } = typed(turn);
          return (await search.contacts({ text, cursor: null, limit: PAGE })).rows.length;
        },
        bare: (turn) =>
          desk.bare.all(
            `select contact.row_id, contact.id, occurred_at, street.name_nl, street.name_fr, house_number,
               reason, withdrawn, summary, need, assessment, next_note
             from contact join street on street.id = contact.street_id
             where contact.row_id in (
               select rowid from contact_text where contact_text match ? order by rowid desc limit ${PAGE})
             order by contact.row_id desc`,
            typed(turn).match,
          ).length,
      });
    },
  };
}

const words = (...all: readonly string[]): Typed => ({
  // A blank after the last word says that it is whole.
  text: `${all.join(' ')} `,
  match: all.map((word) => `"${word}"`).join(' AND '),
});
const pickBy = (list: readonly string[], turn: number): string => list[turn % list.length] ?? '';

const COMMON = ['fiets', 'school', 'straat', 'bewoner', 'overlast', 'verkeer'];
/** Phrases of the demo town's summaries. */
const PHRASES = ['Sluikstort naast de glasbol', 'Klacht over te hoge snelheid', 'Foto genomen'];

/** Words of which a million contacts hold some dozens. */
function rareWords(): readonly string[] {
  return makeVocabulary(1).words.slice(-400);
}

export const searches: readonly Measure[] = [
  searchMeasure('a rare word', () => {
    const rare = rareWords();
    return (turn) => words(pickBy(rare, turn));
  }),
  searchMeasure('a common word', () => (turn) => words(pickBy(COMMON, turn))),
  searchMeasure('the commonest word', () => () => words('de')),
  searchMeasure('two words', () => (turn) => words(pickBy(COMMON, turn), pickBy(COMMON, turn + 2))),
  searchMeasure('a common and a rare word', () => {
    const rare = rareWords();
    return (turn) => words(pickBy(COMMON, turn), pickBy(rare, turn));
  }),
  searchMeasure('a beginning of three letters', () => (turn) => {
    const beginning = pickBy(COMMON, turn).slice(0, 3);
    return { text: beginning, match: `"${beginning}" *` };
  }),
  searchMeasure('a beginning of four letters', () => (turn) => {
    const beginning = pickBy(COMMON, turn).slice(0, 4);
    return { text: beginning, match: `"${beginning}" *` };
  }),
  searchMeasure('a beginning of five letters', () => {
    const rare = rareWords();
    return (turn) => {
      const beginning = pickBy(rare, turn).slice(0, 5);
      return { text: beginning, match: `"${beginning}" *` };
    };
  }),
  searchMeasure('a phrase', () => (turn) => {
    const phrase = pickBy(PHRASES, turn);
    return { text: `"${phrase}"`, match: `"${phrase}"` };
  }),
  {
    name: 'search: everything at once',
    aim: 50,
    prepare({ client }) {
      const search = ifThere(client, 'search');
      if (!search) return Promise.resolve(NOT_YET);
      return Promise.resolve({
        ours: async (turn) => {
          await search.everything({ text: pickBy(COMMON, turn), limit: 5 });
          return null;
        },
        bare: null,
      });
    },
  },
];
