import { type Lesson, lessonSchema } from '#shared/domain/actions/lesson.ts';

import type { OpenFile } from '../../context.ts';
import { caseworkInStates } from '../../store/repositories/casework-repository.ts';
import { rowsOf } from './change-row.ts';

/** What was learned in the zone, the newest first. */
export async function readLessons({ store }: OpenFile): Promise<Lesson[]> {
  return rowsOf(lessonSchema, await caseworkInStates(store.read, 'lesson', []));
}
