import type { TalliedPlace } from '#shared/domain/gaps/gap-map.ts';

import type { OpenFile } from '../../context.ts';
import { factColumns } from './fact-columns.ts';
import { feltColumns } from './felt-columns.ts';
import { tally, type TallyQuestion } from './tally.ts';
import { townPlaces } from './town-places.ts';

/** Answers, and facts that police did not find, by the number of the piece of street; every fact counts as one. */
export async function countPieces(
  file: OpenFile,
  question: Pick<TallyQuestion, 'from' | 'to' | 'kinds'>,
): Promise<readonly TalliedPlace[]> {
  const town = await townPlaces(file.store);
  const felt = await feltColumns(file, town);
  const facts = await factColumns(file, town);
  return tally(town, felt, facts, { ...question, level: 'segment', weights: undefined }).places;
}
