import { type Lesson, lessonSchema } from '#shared/domain/actions/lesson.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { caseworkTaken } from '../../store/repositories/casework-repository.ts';
import { rowsOf } from './change-row.ts';

/** What was learned in the zone, the newest first. */
export function readLessons({ store }: OpenFile): Promise<Lesson[]> {
  return lessonsThatStand(store.read);
}

/** All lessons but those that the centre refused or set aside, as it does where it took the end of their action so. */
export async function lessonsThatStand(read: ReadHandle): Promise<Lesson[]> {
  return rowsOf(lessonSchema, await caseworkTaken(read, 'lesson'));
}
